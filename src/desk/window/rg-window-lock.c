/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-window-lock.h"

#include <glib/gi18n-lib.h>

#include "rg-stack.h"
#include "rg-switch-user-dialog.h"
#include "rg-window-private.h"

/* Nothing of a file is shown, and nothing can be done with it, before somebody has signed in. */

/* What can be asked for while the window is locked. */
static const char *const open_to_all[]
  = { "win.switch-user", "win.help",        "win.about", "win.show-help-overlay", "win.open-file", "win.open-again",
      "win.open-sample", "win.start-empty", NULL };

static void
enable_actions (RgWindow *self, gboolean locked)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (self);
  const GVariantType *type;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &type, &property); i++)
    if (g_str_has_prefix (name, "win.") && !g_str_equal (name, "win.undo") && !g_str_equal (name, "win.redo"))
      gtk_widget_action_set_enabled (GTK_WIDGET (self), name, !locked || g_strv_contains (open_to_all, name));
}

/* A menu has no tooltips: the line says why it can't be used. */
static void
fill_menu (RgWindow *self)
{
  g_autofree char *why_not = rg_desk_dup_why_not_lock (self->desk);

  g_menu_remove_all (self->lock_section);
  g_menu_append (self->lock_section, why_not == NULL ? _ ("_Lock") : _ ("_Lock (you have no PIN)"), "win.lock");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", why_not == NULL);
}

static void
give_focus_back (RgWindow *self)
{
  if (self->focus_before == NULL || !gtk_widget_grab_focus (self->focus_before))
    rg_customer_list_pane_focus_search (self->list_pane);
  g_clear_weak_pointer (&self->focus_before);
}

/* Once the dialog that somebody signed in with is gone, what it takes the focus back to is gone as well. */
static void
on_visible_dialog_changed (RgWindow *self)
{
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL && self->desk != NULL
      && !rg_desk_is_locked (self->desk))
    {
      g_signal_handlers_disconnect_by_func (self, on_visible_dialog_changed, NULL);
      give_focus_back (self);
    }
}

/**
 * rg_window_show_desk:
 * @self: a window with an open file
 *
 * Shows the file, or that somebody has to sign in first, with the choice of colleagues.
 */
void
rg_window_show_desk (RgWindow *self)
{
  gboolean locked = rg_desk_is_locked (self->desk);
  gboolean was_locked = g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "locked") == 0;
  gboolean was_shown = g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "desk") == 0;

  enable_actions (self, locked);
  fill_menu (self);
  if (locked && was_shown)
    g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (GTK_WINDOW (self)));
  rg_stack_show (self->screens, locked ? "locked" : "desk");
  if (locked && !was_locked)
    {
      adw_toast_overlay_dismiss_all (self->toasts);
      gtk_widget_grab_focus (self->sign_in);
      g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (on_visible_dialog_changed), NULL);
      adw_dialog_present (rg_switch_user_dialog_new (self->desk), GTK_WIDGET (self));
    }
  else if (!locked && !was_shown && !was_locked)
    rg_customer_list_pane_focus_search (self->list_pane);
}

/* What is half edited is saved by whoever typed it. */
static void
lock (RgWindow *self)
{
  if (self->desk != NULL && rg_window_leave_dialogs (self, lock))
    rg_desk_sign_out (self->desk);
}

/* All windows: whoever leaves the desk leaves all of it. */
static void
on_lock (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));
  g_autoptr (GList) windows = application != NULL ? g_list_copy (gtk_application_get_windows (application)) : NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (RG_IS_WINDOW (l->data))
      lock (l->data);
}

/**
 * rg_window_install_lock_action:
 * @klass: the class of the window
 */
void
rg_window_install_lock_action (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.lock", NULL, on_lock);
}
