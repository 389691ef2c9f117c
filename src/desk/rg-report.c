/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-report.h"

#include <glib/gi18n-lib.h>

#include "rg-access.h"
#include "rg-future.h"
#include "rg-window.h"

static RgWindow *
get_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, RG_TYPE_WINDOW);

  return RG_WINDOW (window);
}

/**
 * rg_widget_tell:
 * @widget: a widget in a window
 * @text: what to say, translated
 */
void
rg_widget_tell (GtkWidget *widget, const char *text)
{
  RgWindow *window = get_window (widget);

  if (window != NULL)
    rg_window_tell (window, text);
}

/**
 * rg_widget_tell_with_button:
 * @widget: a widget in a window
 * @text: what to say, translated
 * @button: what its button says, translated, with a mnemonic
 *
 * Returns: (transfer none) (nullable): the toast, to hear of its button; %NULL when there is no window
 */
AdwToast *
rg_widget_tell_with_button (GtkWidget *widget, const char *text, const char *button)
{
  RgWindow *window = get_window (widget);

  return window != NULL ? rg_window_tell_with_button (window, text, button) : NULL;
}

/**
 * rg_widget_copy_number:
 * @widget: a widget in a window
 * @number: the number of a customer or an order
 *
 * Puts it on the clipboard, as digits, and says so.
 */
void
rg_widget_copy_number (GtkWidget *widget, gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *text = g_strdup_printf (_ ("Number %s copied"), digits);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), digits);
  rg_widget_tell (widget, text);
}

/**
 * rg_widget_report:
 * @widget: a widget in a window
 * @error: what went wrong
 *
 * Shows @error as a toast. What was cancelled is not worth a word.
 */
void
rg_widget_report (GtkWidget *widget, const GError *error)
{
  RgWindow *window = get_window (widget);

  if (!g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED) && window != NULL)
    rg_window_report (window, error);
}

typedef struct
{
  RgDesk *desk;
  RgAct *act;
} Performance;

static void
performance_free (gpointer data)
{
  Performance *performance = data;

  g_object_unref (performance->desk);
  g_object_unref (performance->act);
  g_free (performance);
}

static DexFuture *
perform_fiber (gpointer widget, gpointer data)
{
  Performance *performance = data;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_desk_perform (performance->desk, performance->act), &error))
    rg_widget_report (widget, error);
  return NULL;
}

/**
 * rg_widget_perform:
 * @widget: the widget that asked for it
 * @desk: the desk
 * @act: (transfer full): an operation with what it is to be done with
 *
 * Does it, and shows what went wrong as a toast. The toast of a success, with Undo, comes from the window, which
 * listens to the desk. A form awaits rg_desk_perform() itself, to show what went wrong at the field concerned.
 */
void
rg_widget_perform (GtkWidget *widget, RgDesk *desk, RgAct *act)
{
  Performance *performance = g_new0 (Performance, 1);

  performance->desk = g_object_ref (desk);
  performance->act = act;
  rg_future_disown (rg_future_spawn (widget, perform_fiber, performance, performance_free), act->operation->name);
}

/**
 * rg_widget_await_reasons:
 * @widget: the widget that asked for it
 * @desk: the desk
 * @act: an operation with what it is to be done with
 *
 * Waits, in a fiber, for what speaks against it. What prevents it is shown as a toast.
 *
 * Returns: (transfer full) (nullable): what there is to think of first, "" for nothing; %NULL when it can't be done
 */
char *
rg_widget_await_reasons (GtkWidget *widget, RgDesk *desk, RgAct *act)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reasons = NULL;

  if (!dex_await (rg_desk_why_not (desk, act), &error))
    {
      rg_widget_report (widget, error);
      return NULL;
    }
  reasons = rg_reasons_dup_text (act->reasons);
  if (!rg_reasons_prevent (act->reasons, TRUE))
    return g_steal_pointer (&reasons);
  rg_widget_tell (widget, reasons);
  return NULL;
}

/**
 * rg_widget_set_why_not:
 * @widget: a control
 * @tooltip: (nullable): what it does
 * @why_not: (nullable): why it can't be used; %NULL when it can
 *
 * Enables or disables @widget, and says why not on hover and to a screen reader.
 */
void
rg_widget_set_why_not (GtkWidget *widget, const char *tooltip, const char *why_not)
{
  const char *words = why_not != NULL ? why_not : tooltip;

  gtk_widget_set_sensitive (widget, why_not == NULL);
  /* On X11 setting it asks the display server where the pointer is, and waits for the answer. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), words) != 0)
    gtk_widget_set_tooltip_text (widget, words);
  rg_access_describe (widget, why_not);
  /* The tooltip of a button without words is its name, too. */
  if (tooltip != NULL
      && ((GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
          || (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

/**
 * rg_widget_announce:
 * @widget: a widget in a window
 * @text: what a screen reader says
 * @priority: how much it may interrupt
 *
 * As gtk_accessible_announce(), which in GTK 4.18 is a call of nothing under GTK_A11Y=test.
 */
void
rg_widget_announce (GtkWidget *widget, const char *text, GtkAccessibleAnnouncementPriority priority)
{
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  if (context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, priority);
}
