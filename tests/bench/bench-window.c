/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <unistd.h>

#include "rg-application.h"
#include "rg-customer-list-pane.h"
#include "rg-customer-page.h"
#include "rg-future.h"
#include "rg-locale.h"
#include "rg-text.h"
#include "rg-window.h"
#include "times.h"
#include "window-probe.h"

/* bench-window FILE start|use|search|open|scroll [SECONDS]: the program itself, with keys pressed through the display
 * server, measured from inside.
 *
 * "start" prints when the first frame with customers in it was painted and, after so many seconds of idling, the
 * memory. "use" types searches, opens customers and scrolls the list, and prints a figure a line: its name, then p50
 * and p95 in milliseconds by the clock, then both of processor time (of all threads; scrolling: of the main thread). */

#define PEOPLE 14       /* whose names, addresses and numbers are typed */
#define OPENED 40       /* customers */
#define FRAMES 400      /* while scrolling */
#define SCROLL 50       /* pixels a frame */
#define PAUSE_MSEC 90   /* between two keys */
#define SETTLE_MSEC 250 /* before what is measured */
#define FADE_MSEC 3500  /* until the scroll bar of a page that was opened has faded out, which is painted too */

typedef struct
{
  const char *mode;
  guint idle_seconds;
  RgWindow *window;
  GtkWidget *list_view;
  RgCustomerList *customers;
  gboolean started;
  gboolean answered; /* what is waited for has come, and the next frame shows it */
  DexPromise *painted;
  ProbeTime pressed;
  ProbeTime taken; /* from the press of the key until it was painted */
  ProbeTime frame;
  int frames_left;
  GArray *wall;
  GArray *cpu;
} Bench;

static void
print_figure (Bench *bench, const char *name)
{
  g_print ("%s %.2f %.2f %.2f %.2f\n", name, times_get_percentile (bench->wall, 50),
           times_get_percentile (bench->wall, 95), times_get_percentile (bench->cpu, 50),
           times_get_percentile (bench->cpu, 95));
  g_array_set_size (bench->wall, 0);
  g_array_set_size (bench->cpu, 0);
}

static void
add_time (Bench *bench, gint64 wall, gint64 cpu)
{
  times_add (bench->wall, wall);
  times_add (bench->cpu, cpu);
}

static gpointer
find_widget (GtkWidget *root, GType type)
{
  gpointer found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static void
await_msec (guint msec)
{
  dex_await (dex_timeout_new_msec ((int) msec), NULL);
}

/* The next frame is to show what was waited for. */
static void
on_answered (Bench *bench)
{
  bench->answered = TRUE;
  gtk_widget_queue_draw (bench->list_view);
}

static void
press (Bench *bench, guint keyval)
{
  dex_clear (&bench->painted);
  bench->painted = dex_promise_new ();
  bench->answered = FALSE;
  bench->pressed = probe_now ();
  probe_press (keyval);
}

static void
await_painted (Bench *bench)
{
  if (!dex_await (dex_future_first (dex_ref (bench->painted), dex_timeout_new_seconds (20), NULL), NULL))
    g_error ("Nothing came of a key within 20 seconds.");
}

static void
clear_search (Bench *bench)
{
  GtkWidget *pane = find_widget (GTK_WIDGET (bench->window), RG_TYPE_CUSTOMER_LIST_PANE);

  rg_customer_list_pane_focus_search (RG_CUSTOMER_LIST_PANE (pane));
  if (rg_customer_list_get_filter (bench->customers)->text != NULL)
    {
      press (bench, GDK_KEY_Escape);
      await_painted (bench);
    }
  await_msec (SETTLE_MSEC);
}

/* What of a text can be typed without holding a key down. */
static char *
dup_typeable (const char *text)
{
  g_autofree char *folded = rg_text_fold (text);
  g_autoptr (GString) typed = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) || *c == ' ' || *c == '.' || *c == '-')
      g_string_append_c (typed, *c);
  return g_string_free_and_steal (g_steal_pointer (&typed));
}

static char *
dup_question (RgCustomer *customer, guint i)
{
  g_autofree char *text = NULL;

  switch (i % 5)
    {
    case 0:
      text = g_strdup_printf ("%s %s", customer->first_name, customer->last_name);
      break;
    case 1:
      text = g_strdup_printf ("%s %s", customer->last_name, customer->first_name);
      break;
    case 2:
      text = g_strndup (customer->email, strcspn (customer->email, "@"));
      break;
    case 3:
      text = g_strdup (customer->phone);
      break;
    default:
      text = g_strdup_printf ("%" G_GINT64_FORMAT, customer->number);
    }
  return dup_typeable (text);
}

static void
await_searches (Bench *bench)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autoptr (RgCustomerRow) row = g_list_model_get_item (G_LIST_MODEL (bench->customers), i);

      g_ptr_array_add (texts, dup_question (rg_customer_row_get_customer (row), i));
    }
  for (guint i = 0; i < texts->len; i++)
    {
      clear_search (bench);
      for (const char *c = texts->pdata[i]; *c != '\0'; c++)
        {
          press (bench, gdk_unicode_to_keyval ((guchar) *c));
          await_painted (bench);
          add_time (bench, bench->taken.wall, bench->taken.cpu);
          if (g_getenv ("RG_BENCH_VERBOSE") != NULL)
            g_printerr ("%s: %c %.1f ms, processor %.1f, main %.1f\n", (char *) texts->pdata[i], *c,
                        bench->taken.wall / 1e6, bench->taken.cpu / 1e6, bench->taken.main_cpu / 1e6);
          await_msec (PAUSE_MSEC);
        }
    }
  clear_search (bench);
  print_figure (bench, "search");
}

static void
await_opened (Bench *bench)
{
  RgCustomerPage *known = NULL;

  for (guint i = 0; i < OPENED; i++)
    {
      probe_press (GDK_KEY_Down);
      await_msec (SETTLE_MSEC);
      press (bench, GDK_KEY_Return);
      if (known == NULL)
        {
          /* The page is made by the first one. */
          while ((known = rg_window_get_page (bench->window)) == NULL)
            await_msec (1);
          g_signal_connect_swapped (rg_customer_page_get_profile (known), "loaded", G_CALLBACK (on_answered), bench);
        }
      await_painted (bench);
      add_time (bench, bench->taken.wall, bench->taken.cpu);
      if (g_getenv ("RG_BENCH_VERBOSE") != NULL)
        g_printerr ("open: %.1f ms, processor %.1f, main %.1f\n", bench->taken.wall / 1e6, bench->taken.cpu / 1e6,
                    bench->taken.main_cpu / 1e6);
      if (i == 0)
        print_figure (bench, "open-first");
      await_msec (PAUSE_MSEC);
    }
  print_figure (bench, "open");
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->list_view));

  if (bench->frames_left == 0)
    return G_SOURCE_REMOVE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL);
  return G_SOURCE_CONTINUE;
}

static void
await_scrolled (Bench *bench)
{
  await_msec (FADE_MSEC);
  bench->frames_left = FRAMES;
  gtk_widget_add_tick_callback (bench->list_view, on_tick, bench, NULL);
  while (bench->frames_left > 0)
    await_msec (50);
  print_figure (bench, "scroll");
}

static gboolean
is_wanted (Bench *bench, const char *what)
{
  return g_str_equal (bench->mode, "use") || g_str_equal (bench->mode, what);
}

static DexFuture *
use_fiber (gpointer self, gpointer data)
{
  Bench *bench = data;
  GtkWidget *pane = find_widget (GTK_WIDGET (bench->window), RG_TYPE_CUSTOMER_LIST_PANE);

  bench->customers = rg_customer_list_pane_get_list (RG_CUSTOMER_LIST_PANE (pane));
  g_signal_connect_swapped (bench->customers, "notify::loaded", G_CALLBACK (on_answered), bench);
  await_msec (2000);
  if (is_wanted (bench, "search"))
    await_searches (bench);
  if (is_wanted (bench, "open"))
    await_opened (bench);
  if (is_wanted (bench, "scroll"))
    await_scrolled (bench);
  /* The next start is to begin without open customers again. */
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.close-tab", NULL);
  await_msec (1000 * bench->idle_seconds + SETTLE_MSEC);
  probe_print_memory ("memory-used");
  gtk_window_destroy (GTK_WINDOW (bench->window));
  return NULL;
}

static void
on_idle (gpointer data)
{
  Bench *bench = data;

  probe_print_memory ("memory");
  gtk_window_destroy (GTK_WINDOW (bench->window));
}

static void
on_started (Bench *bench)
{
  probe_print_start ();
  bench->started = TRUE;
  if (!g_str_equal (bench->mode, "start"))
    rg_future_disown (rg_future_spawn (NULL, use_fiber, bench, NULL), "use");
  else if (bench->idle_seconds > 0)
    g_timeout_add_seconds_once (bench->idle_seconds, on_idle, bench);
  else
    _exit (0);
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->frame = probe_now ();
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  if (!bench->started)
    {
      if (gtk_widget_get_mapped (bench->list_view) && gtk_grid_view_get_model (GTK_GRID_VIEW (bench->list_view)) != NULL
          && g_list_model_get_n_items (G_LIST_MODEL (gtk_grid_view_get_model (GTK_GRID_VIEW (bench->list_view)))) > 0)
        on_started (bench);
    }
  else if (bench->frames_left > 0)
    {
      ProbeTime taken = probe_since (bench->frame);

      bench->frames_left--;
      add_time (bench, taken.wall, taken.main_cpu);
    }
  else if (bench->answered)
    {
      bench->answered = FALSE;
      bench->taken = probe_since (bench->pressed);
      dex_promise_resolve_boolean (bench->painted, TRUE);
    }
}

static void
on_realize (GtkWidget *window, Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  bench->list_view = find_widget (window, GTK_TYPE_GRID_VIEW);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  if (!RG_IS_WINDOW (window))
    return;
  bench->window = RG_WINDOW (window);
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), bench);
}

int
main (int argc, char **argv)
{
  g_autoptr (RgApplication) application = NULL;
  g_autoptr (GArray) wall = times_new ();
  g_autoptr (GArray) cpu = times_new ();
  Bench bench = { .wall = wall, .cpu = cpu };

  if (argc < 3)
    return 2;
  bench.mode = argv[2];
  bench.idle_seconds = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 0;
  setlocale (LC_ALL, "");
  rg_locale_init ();
  dex_init ();
  application = rg_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), &bench);
  return g_application_run (G_APPLICATION (application), 2, argv);
}
