/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-run-page.h"

#include <glib/gi18n-lib.h>

#include "rg-confirm-dialog.h"
#include "rg-future.h"

/* Long work: what is being done, how far it is, how long it will take, and a way to stop it. */

#define TICK_MSEC 100

/* A guess before this says nothing. */
#define GUESS_AFTER_SECONDS 2

struct _RgRunPage
{
  AdwBin parent_instance;

  RgRunProgress progress; /* NULL when how far it is can't be known */
  GObject *object;
  gint64 began;
  guint source;
  gboolean asking;
  gboolean closing; /* the dialog is to close once the work is over */

  GtkLabel *what;
  GtkProgressBar *bar;
  GtkLabel *left;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (RgRunPage, rg_run_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_cancel_clicked (RgRunPage *self)
{
  gtk_widget_set_sensitive (self->cancel, FALSE);
  gtk_label_set_label (self->left, _ ("Stopping; nothing will be written."));
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
close_dialog (gpointer self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (self, ADW_TYPE_DIALOG);

  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static DexFuture *
ask_fiber (gpointer self_pointer, gpointer unused)
{
  RgRunPage *self = self_pointer;
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", gtk_label_get_label (self->what),
                                           _ ("This is not finished. When it is stopped, nothing of it is written."));

  self->asking = TRUE;
  self->closing = dex_await_boolean (
    rg_confirm (GTK_WIDGET (self), _ ("Stop and Close?"), text, _ ("_Stop"), ADW_RESPONSE_DESTRUCTIVE), NULL);
  self->asking = FALSE;
  if (self->what == NULL)
    return NULL;
  if (!self->closing)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.stay", NULL);
  else if (self->source == 0)
    close_dialog (self);
  else if (gtk_widget_get_sensitive (self->cancel))
    on_cancel_clicked (self);
  return NULL;
}

static void
on_close_attempt (RgRunPage *self)
{
  if (!self->asking && self->source != 0)
    rg_future_enter (self, ask_fiber, NULL, NULL);
}

static void
show_left (RgRunPage *self, double done)
{
  double seconds = (double) (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC;
  g_autofree char *text = NULL;
  int left;

  if (!gtk_widget_get_sensitive (self->cancel) || seconds < GUESS_AFTER_SECONDS || done < 0.02)
    return;
  left = (int) (seconds * (1 - done) / done + 0.5);
  if (left < 90)
    text = g_strdup_printf (ngettext ("%d second left", "%d seconds left", (gulong) left), left);
  else
    text = g_strdup_printf (ngettext ("About %d minute left", "About %d minutes left", (gulong) (left + 30) / 60),
                            (left + 30) / 60);
  gtk_label_set_label (self->left, text);
}

static gboolean
on_tick (gpointer data)
{
  RgRunPage *self = data;
  double done = self->progress != NULL ? self->progress (self->object) : 0;

  if (done <= 0)
    gtk_progress_bar_pulse (self->bar);
  else
    {
      gtk_progress_bar_set_fraction (self->bar, done);
      show_left (self, done);
    }
  return G_SOURCE_CONTINUE;
}

/**
 * rg_run_page_start:
 * @self: a page, in a dialog that does not let itself be closed while the work is done: who tries is asked
 * @what: what is being done, as a title
 * @progress: (nullable): tells how far it is
 * @object: (nullable) (type GObject.Object): for @progress
 */
void
rg_run_page_start (RgRunPage *self, const char *what, RgRunProgress progress, gpointer object)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  rg_run_page_stop (self);
  if (dialog != NULL)
    {
      g_signal_handlers_disconnect_by_func (dialog, on_close_attempt, self);
      g_signal_connect_object (dialog, "close-attempt", G_CALLBACK (on_close_attempt), self, G_CONNECT_SWAPPED);
    }
  self->closing = FALSE;
  self->progress = progress;
  g_set_object (&self->object, object);
  self->began = g_get_monotonic_time ();
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->left, "");
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_sensitive (self->cancel, TRUE);
  self->source = g_timeout_add (TICK_MSEC, on_tick, self);
}

/* After whoever ran it has shown what came of it. */
static gboolean
on_over (gpointer self)
{
  close_dialog (self);
  return G_SOURCE_REMOVE;
}

/** rg_run_page_stop: @self: a page whose work is over */
void
rg_run_page_stop (RgRunPage *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->object);
  if (self->closing)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_over, g_object_ref (self), g_object_unref);
  self->closing = FALSE;
}

static void
rg_run_page_dispose (GObject *object)
{
  rg_run_page_stop (RG_RUN_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_RUN_PAGE);

  G_OBJECT_CLASS (rg_run_page_parent_class)->dispose (object);
}

static void
rg_run_page_init (RgRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_run_page_class_init (RgRunPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_run_page_dispose;

  /**
   * RgRunPage::cancelled:
   *
   * The person wants it stopped.
   */
  signals[SIGNAL_CANCELLED]
    = g_signal_new ("cancelled", RG_TYPE_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/exchange/rg-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgRunPage, what);
  gtk_widget_class_bind_template_child (widget_class, RgRunPage, bar);
  gtk_widget_class_bind_template_child (widget_class, RgRunPage, left);
  gtk_widget_class_bind_template_child (widget_class, RgRunPage, cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}
