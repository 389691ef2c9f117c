/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-fitting-text.h"

static void
fit (GtkScrolledWindow *self)
{
  GtkTextView *text = GTK_TEXT_VIEW (gtk_scrolled_window_get_child (self));
  int most = gtk_scrolled_window_get_max_content_height (self);
  GtkTextIter end;
  GdkRectangle place;
  int height;

  if (gtk_widget_get_width (GTK_WIDGET (text)) == 0)
    return;
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (text), &end);
  gtk_text_view_get_iter_location (text, &end, &place);
  height = place.y + place.height + gtk_text_view_get_top_margin (text) + gtk_text_view_get_bottom_margin (text);
  gtk_scrolled_window_set_min_content_height (self, MIN (height, most));
  if (height <= most)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self), 0);
}

static gboolean
on_laid_out (gpointer self)
{
  if (gtk_scrolled_window_get_child (self) != NULL)
    fit (self);
  return G_SOURCE_REMOVE;
}

/* The view scrolls to the cursor before there is more room, and the width decides how many lines there are. */
static void
queue_fit (GtkScrolledWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_laid_out, g_object_ref (self), g_object_unref);
}

static void
on_changed (GtkScrolledWindow *self)
{
  fit (self);
  queue_fit (self);
}

/**
 * rg_scrolled_window_fit_text:
 * @self: a scrolled window with a text view in it and a greatest height of its content
 *
 * From now on it is as high as the text, which scrolls where it is longer than that. The natural height that a scrolled
 * window can propagate is that of a narrower text.
 */
void
rg_scrolled_window_fit_text (GtkScrolledWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (self)));

  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self), "notify::page-size", G_CALLBACK (queue_fit),
                           self, G_CONNECT_SWAPPED);
}
