/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-window.h"

#include "rg-customer-list-pane.h"
#include "rg-exchange-actions.h"
#include "rg-dialog-focus.h"
#include "rg-late-menu.h"
#include "rg-places.h"
#include "rg-preferences.h"
#include "rg-stack.h"
#include "rg-window-actions.h"
#include "rg-window-dialogs.h"
#include "rg-window-files.h"
#include "rg-window-lock.h"
#include "rg-window-private.h"

/* The window: places, list and customer, and what holds them together. Its actions are in rg-window-actions.c, what it
 * remembers between two runs in rg-window-state.c, its sidebar in rg-window-places.c, how a file comes into it in
 * rg-window-open.c. */

G_DEFINE_FINAL_TYPE (RgWindow, rg_window, ADW_TYPE_APPLICATION_WINDOW)

/* How long a new window waits for its first customers before it shows itself without them. */
#define APPEAR_MSEC 400

static gboolean
on_close_page (RgWindow *self, AdwTabPage *page)
{
  adw_tab_view_close_page_finish (self->tabs, page, TRUE);
  gtk_stack_set_visible_child_name (self->customer_stack, adw_tab_view_get_n_pages (self->tabs) > 0 ? "tabs" : "none");
  rg_window_keep_state (self);
  return GDK_EVENT_STOP;
}

static void
on_selected_page_changed (RgWindow *self)
{
  RgCustomerPage *page = rg_window_get_page (self);

  if (page == NULL)
    return;
  if (rg_customer_page_get_customer_id (page) != 0)
    self->last_customer_id = rg_customer_page_get_customer_id (page);
  rg_customer_list_pane_select (self->list_pane, rg_customer_page_get_customer_id (page));
  rg_window_keep_state (self);
}

static void
on_display_name_changed (RgCustomerPage *page, GParamSpec *pspec, AdwTabPage *tab)
{
  g_autofree char *name = NULL;

  g_object_get (page, "display-name", &name, NULL);
  adw_tab_page_set_title (tab, name != NULL ? name : "");
}

/* Who was deleted is not looked at any more. */
static void
on_customer_gone (AdwTabPage *tab)
{
  GtkWidget *tabs = gtk_widget_get_ancestor (adw_tab_page_get_child (tab), ADW_TYPE_TAB_VIEW);

  if (tabs != NULL)
    adw_tab_view_close_page (ADW_TAB_VIEW (tabs), tab);
}

static AdwTabPage *
add_tab (RgWindow *self)
{
  RgCustomerPage *page = rg_customer_page_new (self->desk);
  AdwTabPage *tab = adw_tab_view_append (self->tabs, GTK_WIDGET (page));

  g_signal_connect_object (page, "notify::display-name", G_CALLBACK (on_display_name_changed), tab, 0);
  g_signal_connect_object (rg_customer_page_get_profile (page), "gone", G_CALLBACK (on_customer_gone), tab,
                           G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->customer_stack, "tabs");
  return tab;
}

static AdwTabPage *
find_tab (RgWindow *self, gint64 customer_id)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->tabs, i);

      if (rg_customer_page_get_customer_id (RG_CUSTOMER_PAGE (adw_tab_page_get_child (tab))) == customer_id)
        return tab;
    }
  return NULL;
}

/**
 * rg_window_open_customer:
 * @self: a window with an open file
 * @customer_id: whom to show
 * @in_tab: in a tab of its own instead of the one that is looked at
 *
 * A customer who is open already is not opened twice.
 *
 * Returns: (transfer full): a future for the customer being shown
 */
DexFuture *
rg_window_open_customer (RgWindow *self, gint64 customer_id, gboolean in_tab)
{
  AdwTabPage *tab = find_tab (self, customer_id);
  gboolean open = tab != NULL;
  RgCustomerPage *page;

  rg_window_show_list (self);
  self->last_customer_id = customer_id;
  if (tab == NULL && !in_tab)
    tab = adw_tab_view_get_selected_page (self->tabs);
  if (tab == NULL)
    tab = add_tab (self);
  adw_tab_view_set_selected_page (self->tabs, tab);
  adw_navigation_split_view_set_show_content (self->customers, TRUE);
  rg_customer_list_pane_select (self->list_pane, customer_id);
  page = RG_CUSTOMER_PAGE (adw_tab_page_get_child (tab));
  if (open)
    return dex_future_new_true ();
  else
    {
      DexFuture *loaded = rg_customer_page_load (page, customer_id);

      rg_window_keep_state (self);
      return loaded;
    }
}

/**
 * rg_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the customer that is looked at
 */
RgCustomerPage *
rg_window_get_page (RgWindow *self)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->tabs);

  return tab != NULL ? RG_CUSTOMER_PAGE (adw_tab_page_get_child (tab)) : NULL;
}

/**
 * rg_window_get_desk:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the open file; %NULL on the welcome page
 */
RgDesk *
rg_window_get_desk (RgWindow *self)
{
  return self->desk;
}

/**
 * rg_window_show_welcome:
 * @self: a window
 *
 * Offers the ways to begin.
 */
void
rg_window_show_welcome (RgWindow *self)
{
  rg_stack_show (self->screens, "welcome");
  gtk_widget_grab_focus (gtk_widget_get_first_child (self->welcome_buttons));
  rg_window_stop_waiting (self);
}

static void
on_appear_timeout (gpointer data)
{
  RG_WINDOW (data)->appear_source = 0;
  gtk_window_present (GTK_WINDOW (data));
}

/**
 * rg_window_appear:
 * @self: a new window
 *
 * Shows the window as soon as there is something to see in it: the first frame has the customers in it. When that takes
 * long, the window comes first.
 */
void
rg_window_appear (RgWindow *self)
{
  if (self->appear_source == 0)
    self->appear_source = g_timeout_add_once (APPEAR_MSEC, on_appear_timeout, self);
}

/**
 * rg_window_stop_waiting:
 * @self: a window
 *
 * Shows the window if it waits for something to see.
 */
void
rg_window_stop_waiting (RgWindow *self)
{
  if (self->appear_source == 0)
    return;
  g_clear_handle_id (&self->appear_source, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

/* The keys of an action, for a dialog: the shortcuts of the program do not reach it. */
static void
add_keys (RgWindow *self, GtkShortcutController *keys, const char *action)
{
  g_auto (GStrv) accels
    = gtk_application_get_accels_for_action (gtk_window_get_application (GTK_WINDOW (self)), action);

  for (guint i = 0; accels[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[i]), gtk_named_action_new (action)));
}

static void
on_visible_dialog_changed (RgWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  GtkEventController *keys;

  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), "keys") != NULL
      || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  keys = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_keys (self, GTK_SHORTCUT_CONTROLLER (keys), "app.quit");
  add_keys (self, GTK_SHORTCUT_CONTROLLER (keys), "win.add-note");
  add_keys (self, GTK_SHORTCUT_CONTROLLER (keys), "win.lock");
  g_object_set_data (G_OBJECT (dialog), "keys", keys);
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
}

static void
keep_size (GtkWindow *window)
{
  GSettings *settings = rg_preferences_get ();
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
}

static gboolean
rg_window_close_request (GtkWindow *window)
{
  keep_size (window);
  rg_window_keep_state (RG_WINDOW (window));
  return GTK_WINDOW_CLASS (rg_window_parent_class)->close_request (window);
}

static void
on_stay (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RG_WINDOW (widget)->leaving = NULL;
}

static void
rg_window_dispose (GObject *object)
{
  RgWindow *self = RG_WINDOW (object);

  g_clear_handle_id (&self->appear_source, g_source_remove);
  g_clear_weak_pointer (&self->last_toast);
  g_clear_weak_pointer (&self->focus_before);
  if (self->places_list != NULL)
    gtk_list_box_bind_model (self->places_list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_WINDOW);
  g_clear_object (&self->places);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_window_parent_class)->dispose (object);
}

static void
rg_window_finalize (GObject *object)
{
  g_free (RG_WINDOW (object)->path);
  g_free (RG_WINDOW (object)->undo_words);
  g_free (RG_WINDOW (object)->redo_words);
  g_free (RG_WINDOW (object)->undo_why_not);
  g_free (RG_WINDOW (object)->redo_why_not);
  g_free (RG_WINDOW (object)->wish);
  g_free (RG_WINDOW (object)->place);
  g_free (RG_WINDOW (object)->list);
  g_free (RG_WINDOW (object)->warning);

  G_OBJECT_CLASS (rg_window_parent_class)->finalize (object);
}

static void
rg_window_init (RgWindow *self)
{
  GSettings *settings = rg_preferences_get ();
  int width, height;

  gtk_widget_init_template (GTK_WIDGET (self));
  rg_menu_button_set_late_menu (self->main_button, self->main_menu);
  rg_menu_button_set_late_menu (self->staff_button, self->staff_menu);
  rg_dialog_focus_keep (ADW_APPLICATION_WINDOW (self));
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (on_visible_dialog_changed), NULL);
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
rg_window_class_init (RgWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rg_window_dispose;
  object_class->finalize = rg_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rg_window_close_request;

  g_type_ensure (RG_TYPE_CUSTOMER_LIST_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/window/rg-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RgWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, screens);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, welcome_buttons);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, welcome_progress);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, trouble_again);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, trouble_restore);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, trouble_read_only);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, main_button);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, staff_button);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, staff_menu);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, lock_section);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, sign_in);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, business_title);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, places_list);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, staff_avatar);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, staff_name);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, staff_role);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, customers);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, list_pane);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, customer_stack);
  gtk_widget_class_bind_template_child (widget_class, RgWindow, tabs);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_place_activated",
                                                G_CALLBACK (rg_window_on_place_activated));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_list_cleared",
                                                G_CALLBACK (rg_window_on_list_cleared));
  gtk_widget_class_bind_template_callback (widget_class, on_close_page);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_page_changed);
  rg_window_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.stay", NULL, on_stay);
  rg_window_install_dialog_actions (widget_class);
  rg_window_install_file_actions (widget_class);
  rg_window_install_lock_action (widget_class);
  rg_window_install_exchange_actions (widget_class);
}

/**
 * rg_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window on the welcome page
 */
RgWindow *
rg_window_new (GtkApplication *application)
{
  return g_object_new (RG_TYPE_WINDOW, "application", application, NULL);
}

static gboolean
on_leave_again (gpointer self_pointer)
{
  RgWindow *self = self_pointer;
  RgWindowFunc then = g_steal_pointer (&self->leaving);

  if (then != NULL)
    then (self);
  return G_SOURCE_REMOVE;
}

/* A dialog that had something to save or to stop is gone. */
static void
on_guarding_closed (RgWindow *self)
{
  if (self->leaving != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_leave_again, g_object_ref (self), g_object_unref);
}

/**
 * rg_window_leave_dialogs:
 * @self: a window
 * @then: (scope async): called once more when they are gone, if not all are now
 *
 * Closes the dialogs of the window. What was typed there is kept, and comes back with them. A dialog that does not let
 * itself be closed at once closes first: an order saves what was typed, an import asks whether to stop. Either may want
 * the window to stay, with the action "win.stay"; then @then is not called.
 *
 * Returns: whether all are gone
 */
gboolean
rg_window_leave_dialogs (RgWindow *self, RgWindowFunc then)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    g_ptr_array_add (open, g_list_model_get_item (dialogs, i));
  for (guint i = open->len; i > 0; i--)
    {
      AdwDialog *dialog = open->pdata[i - 1];

      if (self->leaving != NULL && ADW_IS_ALERT_DIALOG (dialog))
        return FALSE;
      if (!adw_dialog_get_can_close (dialog))
        {
          self->leaving = then;
          g_signal_handlers_disconnect_by_func (dialog, on_guarding_closed, self);
          g_signal_connect_object (dialog, "closed", G_CALLBACK (on_guarding_closed), self, G_CONNECT_SWAPPED);
          adw_dialog_close (dialog);
          return FALSE;
        }
      adw_dialog_force_close (dialog);
    }
  self->leaving = NULL;
  return TRUE;
}

static void
quit_again (RgWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  else
    rg_window_quit (self);
}

/**
 * rg_window_quit:
 * @self: a window
 *
 * Closes the window with the dialogs in it, as soon as these let it.
 */
void
rg_window_quit (RgWindow *self)
{
  if (!rg_window_leave_dialogs (self, quit_again))
    return;
  keep_size (GTK_WINDOW (self));
  rg_window_keep_state (self);
  gtk_window_destroy (GTK_WINDOW (self));
}
