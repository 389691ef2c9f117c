/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "rg-application.h"
#include "rg-file-warning.h"
#include "rg-future.h"
#include "rg-painted.h"
#include "rg-preferences.h"
#include "rg-stack.h"
#include "rg-staff.h"
#include "rg-window-lock.h"
#include "rg-window-private.h"
#include "rg-window-undo.h"
#include "rg-window-wishes.h"

/* How a file comes into the window, what the window shows of it, and what it says when it can't be opened. */

static void
show_staff (RgWindow *self)
{
  RgStaff *staff = rg_desk_get_staff (self->desk);

  adw_avatar_set_text (self->staff_avatar, staff != NULL ? staff->name : "");
  gtk_label_set_label (self->staff_name, staff != NULL ? staff->name : _ ("Nobody signed in"));
  gtk_label_set_label (self->staff_role, staff != NULL ? rg_words_get_label (&rg_role_words, staff->role) : "");
}

static void
on_staff_changed (RgWindow *self)
{
  show_staff (self);
  rg_window_show_desk (self);
}

static void
show_business (RgWindow *self)
{
  RgSettings *settings = rg_desk_get_settings (self->desk);
  const char *name = rg_settings_get (settings, RG_SETTING_BUSINESS_NAME);
  gboolean sample = rg_settings_get_bool (settings, RG_SETTING_SAMPLE);
  gboolean read_only = rg_store_is_read_only (rg_desk_get_store (self->desk));

  adw_window_title_set_title (self->business_title, *name != '\0' ? name : _ ("Regulars"));
  if (read_only)
    adw_banner_set_title (self->banner, _ ("This file is open read-only; nothing in it can be changed."));
  else if (self->warning != NULL)
    adw_banner_set_title (self->banner, self->warning);
  else
    adw_banner_set_title (self->banner, _ ("This is sample data"));
  sample = sample && !read_only && self->warning == NULL;
  adw_banner_set_button_label (self->banner, sample                                ? _ ("_Start Your Own")
                                             : self->warning != NULL && !read_only ? _ ("_Back Up…")
                                                                                   : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), sample ? "win.start-empty" : "win.backup");
  adw_banner_set_revealed (self->banner, read_only || sample || self->warning != NULL);
}

/* The reminders of this file are told from now on, while the window is open and, by consent, afterwards. */
static void
attend (RgWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  RgReminderNotifier *notifier
    = RG_IS_APPLICATION (application) ? rg_application_get_notifier (RG_APPLICATION (application)) : NULL;

  if (notifier != NULL)
    rg_reminder_notifier_set_desk (notifier, self->desk);
}

static void
take_desk (RgWindow *self, RgDesk *desk)
{
  /* Until the state of this file is there, there is none to keep. */
  self->restoring = TRUE;
  self->last_customer_id = 0;
  while (adw_tab_view_get_n_pages (self->tabs) > 0)
    adw_tab_view_close_page (self->tabs, adw_tab_view_get_nth_page (self->tabs, 0));
  gtk_list_box_bind_model (self->places_list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->places);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->warning, g_free);
  g_clear_pointer (&self->list, g_free);

  g_signal_connect_object (desk, "performed", G_CALLBACK (rg_window_tell_performed), self, 0);
  g_signal_connect_object (desk, "notify::staff", G_CALLBACK (on_staff_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::staff", G_CALLBACK (rg_window_refresh_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::staff", G_CALLBACK (rg_window_fulfil), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (rg_window_refresh_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "settings-changed", G_CALLBACK (show_business), self, G_CONNECT_SWAPPED);
  attend (self);
  self->places = rg_places_new (desk);
  rg_window_fill_sidebar (self);
  rg_customer_list_pane_set_desk (self->list_pane, desk);
  show_staff (self);
  show_business (self);
  rg_window_refresh_undo (self);
}

/* Offers what may help and was not tried in vain; the first of that is suggested. */
static void
show_trouble (RgWindow *self, const GError *error, gboolean read_only)
{
  gboolean newer = g_error_matches (error, RG_ERROR, RG_ERROR_NEWER);
  gboolean corrupt = g_error_matches (error, RG_ERROR, RG_ERROR_CORRUPT);
  gboolean is_there = g_file_test (self->path, G_FILE_TEST_EXISTS);
  gboolean suggested = FALSE;

  adw_status_page_set_description (self->trouble, error->message);
  gtk_widget_set_visible (self->trouble_again, !newer && !corrupt);
  gtk_widget_set_visible (self->trouble_restore, corrupt);
  gtk_widget_set_visible (self->trouble_read_only, is_there && !newer && !read_only);
  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_parent (self->trouble_again)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_remove_css_class (child, "suggested-action");
      if (!suggested && gtk_widget_get_visible (child))
        gtk_widget_add_css_class (child, "suggested-action");
      suggested |= gtk_widget_get_visible (child);
    }
}

typedef struct
{
  char *path;
  gboolean read_only;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static DexFuture *
warn_fiber (gpointer data, gpointer desk)
{
  RgWindow *self = data;
  g_autofree char *warning = dex_await_string (rg_file_warning_read (desk), NULL);

  if (self->desk != desk)
    return NULL;
  g_set_str (&self->warning, warning != NULL && *warning != '\0' ? warning : NULL);
  show_business (self);
  return NULL;
}

/* What is read once the customers are seen. */
static DexFuture *
settle_fiber (gpointer data, gpointer desk)
{
  RgWindow *self = data;

  dex_await (rg_widget_painted (GTK_WIDGET (self)), NULL);
  if (self->desk != desk)
    return NULL;
  rg_future_disown (rg_future_spawn (self, warn_fiber, g_object_ref (desk), g_object_unref), "warning");
  rg_future_disown (rg_window_restore_state (self), "window state");
  rg_future_disown (rg_places_refresh (self->places), "places");
  return NULL;
}

static DexFuture *
open_fiber (gpointer data, gpointer opening_pointer)
{
  RgWindow *self = data;
  Opening *opening = opening_pointer;
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgDesk) desk = NULL;

  g_set_str (&self->path, opening->path);
  desk = dex_await_object (rg_desk_open (opening->path, opening->read_only), &error);
  self->opening = FALSE;
  if (desk == NULL)
    {
      show_trouble (self, error, opening->read_only);
      rg_stack_show (self->screens, "trouble");
      rg_window_stop_waiting (self);
      return dex_future_new_for_error (g_steal_pointer (&error));
    }
  take_desk (self, desk);
  rg_window_select_place (self, "customers");
  gtk_stack_set_visible_child_name (self->pages, "customers");
  g_set_str (&self->place, "customers");
  if (!dex_await (rg_customer_list_pane_show (self->list_pane, NULL, filter), &error))
    {
      self->restoring = FALSE;
      return dex_future_new_for_error (g_steal_pointer (&error));
    }
  rg_window_show_desk (self);
  rg_window_stop_waiting (self);
  /* Looking around in the sample data is no reason to begin with them the next time. */
  if (!rg_settings_get_bool (rg_desk_get_settings (desk), RG_SETTING_SAMPLE))
    g_settings_set_string (rg_preferences_get (), "last-file", opening->path);
  rg_future_disown (rg_future_spawn (self, settle_fiber, g_object_ref (desk), g_object_unref), "settle");
  return NULL;
}

/**
 * rg_window_open_file:
 * @self: a window
 * @path: a file; made when it is not there
 * @read_only: whether nothing may be written to it
 *
 * Returns: (transfer full): a future for the first customers being shown
 */
DexFuture *
rg_window_open_file (RgWindow *self, const char *path, gboolean read_only)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->read_only = read_only;
  self->opening = TRUE;
  if (self->desk == NULL)
    rg_stack_show (self->screens, "opening");
  return rg_future_spawn (self, open_fiber, opening, opening_free);
}
