/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <locale.h>
#include <unistd.h>

#include "window-probe.h"

/* bench-window-empty [IDLE_SECONDS]: the floor of start and memory: a libadwaita window with a header bar and nothing
 * else. Prints when its first frame was painted and, after so many seconds, its memory. */

static guint idle_seconds;

static void
on_idle (gpointer data)
{
  probe_print_memory ("memory");
  g_application_quit (data);
}

static void
on_after_paint (GdkFrameClock *clock, GApplication *application)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, application);
  probe_print_start ();
  if (idle_seconds > 0)
    g_timeout_add_seconds_once (idle_seconds, on_idle, application);
  else
    _exit (0);
}

static void
on_realize (GtkWidget *window, GApplication *application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), application);
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1360, 860);
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  setlocale (LC_ALL, "");
  idle_seconds = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  application = adw_application_new ("app.regulars.Empty", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
