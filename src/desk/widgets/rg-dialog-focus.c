/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-dialog-focus.h"

/* When a window becomes so narrow that its dialog turns into a bottom sheet, or wide enough for it to float again,
 * libadwaita 1.7 hides the contents of the dialog for a frame, and GTK takes the focus away from what is hidden. The
 * widget that had it, or was to have it in a dialog that just opens, gets it back as soon as it is shown again. */

/* Frames until it should be shown again; it is given up then. */
#define PATIENCE 30

typedef struct
{
  GtkWidget *last; /* had the focus last; a weak pointer */
  GtkWidget *lost; /* had it when the dialog changed; a weak pointer */
  int from, to;    /* what was selected in it, or where the caret was twice */
  gboolean is_sheet;
  guint tick;
  guint frames;
} Keeper;

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  g_clear_weak_pointer (&keeper->last);
  g_clear_weak_pointer (&keeper->lost);
  g_free (keeper);
}

/* A text that gets the focus selects itself, and the next key would replace it: it is put back as it was. */
static void
give_focus_back (Keeper *keeper)
{
  gtk_widget_grab_focus (keeper->lost);
  if (GTK_IS_TEXT (keeper->lost))
    gtk_editable_select_region (GTK_EDITABLE (keeper->lost), keeper->from, keeper->to);
}

static void
remember (Keeper *keeper)
{
  g_set_weak_pointer (&keeper->lost, keeper->last);
  if (!GTK_IS_TEXT (keeper->lost)
      || gtk_editable_get_selection_bounds (GTK_EDITABLE (keeper->lost), &keeper->from, &keeper->to))
    return;
  keeper->from = keeper->to = gtk_editable_get_position (GTK_EDITABLE (keeper->lost));
}

static gboolean
on_tick (GtkWidget *dialog, GdkFrameClock *clock, gpointer data)
{
  Keeper *keeper = data;

  if (keeper->lost != NULL && !gtk_widget_get_mapped (keeper->lost) && ++keeper->frames < PATIENCE)
    return G_SOURCE_CONTINUE;
  if (keeper->lost != NULL && gtk_widget_is_ancestor (keeper->lost, dialog))
    give_focus_back (keeper);
  g_clear_weak_pointer (&keeper->lost);
  keeper->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
on_css_classes_changed (GtkWidget *dialog, GParamSpec *pspec, Keeper *keeper)
{
  gboolean is_sheet = gtk_widget_has_css_class (dialog, "bottom-sheet");

  if (is_sheet == keeper->is_sheet)
    return;
  keeper->is_sheet = is_sheet;
  if (keeper->last == NULL)
    return;
  if (keeper->lost == NULL)
    remember (keeper);
  keeper->frames = 0;
  if (keeper->tick == 0)
    keeper->tick = gtk_widget_add_tick_callback (dialog, on_tick, keeper, NULL);
}

static Keeper *
get_keeper (AdwDialog *dialog)
{
  Keeper *keeper = g_object_get_data (G_OBJECT (dialog), "rg-dialog-focus");

  if (keeper != NULL)
    return keeper;
  keeper = g_new0 (Keeper, 1);
  keeper->is_sheet = gtk_widget_has_css_class (GTK_WIDGET (dialog), "bottom-sheet");
  g_set_weak_pointer (&keeper->last, adw_dialog_get_focus (dialog));
  g_object_set_data_full (G_OBJECT (dialog), "rg-dialog-focus", keeper, keeper_free);
  g_signal_connect (dialog, "notify::css-classes", G_CALLBACK (on_css_classes_changed), keeper);
  return keeper;
}

static void
on_focus_changed (AdwApplicationWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  Keeper *keeper;

  if (dialog == NULL)
    return;
  keeper = get_keeper (dialog);
  if (focus != NULL && keeper->lost == NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)))
    g_set_weak_pointer (&keeper->last, focus);
}

/**
 * rg_dialog_focus_keep:
 * @window: a window
 *
 * Sees to it that a dialog of @window keeps the focus where it is when the width of the window changes.
 */
void
rg_dialog_focus_keep (AdwApplicationWindow *window)
{
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus_changed), NULL);
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (on_focus_changed), NULL);
}
