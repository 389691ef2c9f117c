/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-window-actions.h"

#include <glib/gi18n-lib.h>

#include "rg-address-dialog.h"
#include "rg-cancellation-dialog.h"
#include "rg-cart-add-dialog.h"
#include "rg-contact-dialog.h"
#include "rg-customer-wizard.h"
#include "rg-figure-dialog.h"
#include "rg-future.h"
#include "rg-label-print.h"
#include "rg-ledger-dialog.h"
#include "rg-note-dialog.h"
#include "rg-order-dialog.h"
#include "rg-payment-dialog.h"
#include "rg-product-dialog.h"
#include "rg-quick-add-dialog.h"
#include "rg-recurring-dialog.h"
#include "rg-report.h"
#include "rg-window-private.h"

/* What the window can be asked for by name: from menus, shortcuts, the palette and rows. */

typedef struct
{
  gint64 customer_id;
  gboolean in_tab;
  gboolean from_dialog;
} OpenRequest;

/* A dialog that is closed gives the focus back to where it was before: it goes on to the page after that. */
static void
focus_page (RgWindow *self)
{
  RgCustomerPage *page = rg_window_get_page (self);

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  g_signal_handlers_disconnect_by_func (self, focus_page, NULL);
  if (page != NULL)
    rg_customer_page_show_view (page, rg_customer_page_get_view_name (page));
}

static DexFuture *
open_customer_fiber (gpointer data, gpointer request_pointer)
{
  RgWindow *self = data;
  OpenRequest *request = request_pointer;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_window_open_customer (self, request->customer_id, request->in_tab), &error))
    rg_window_report (self, error);
  else if (request->from_dialog)
    {
      g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (focus_page), NULL);
      focus_page (self);
    }
  return NULL;
}

/* Whoever opens somebody else out of a dialog, as after adding them, goes on with that customer. */
static void
open_customer (RgWindow *self, gint64 customer_id, gboolean in_tab)
{
  RgCustomerPage *page = rg_window_get_page (self);
  OpenRequest *request;

  if (self->desk == NULL || customer_id == 0)
    return;
  request = g_new (OpenRequest, 1);
  request->customer_id = customer_id;
  request->in_tab = in_tab;
  request->from_dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL
                         && (page == NULL || rg_customer_page_get_customer_id (page) != customer_id);
  rg_future_enter (self, open_customer_fiber, request, g_free);
}

static void
on_open_customer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_customer (RG_WINDOW (widget), g_variant_get_int64 (parameter), g_str_equal (action, "win.open-customer-tab"));
}

/* Also one whose tab is closed, and after a restart. */
static void
on_current_customer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL && self->last_customer_id == 0)
    rg_window_tell (self, _ ("No customer was looked at yet"));
  open_customer (self, self->last_customer_id, FALSE);
}

static void
on_print_label (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    rg_label_print (widget, self->desk, g_variant_get_int64 (parameter));
}

static void
on_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    open_customer (
      self, rg_customer_list_pane_step (self->list_pane, g_str_equal (action, "win.next-customer") ? 1 : -1), FALSE);
}

static void
on_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk == NULL)
    return;
  rg_window_show_list (self);
  adw_navigation_split_view_set_show_content (self->customers, FALSE);
  rg_customer_list_pane_focus_search (self->list_pane);
}

static void
on_show_places (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  adw_overlay_split_view_set_show_sidebar (self->outer, !adw_overlay_split_view_get_show_sidebar (self->outer));
}

static void
on_show_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    rg_window_show_place (self, g_variant_get_string (parameter, NULL));
}

static void
on_show_orders (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rg_window_show_orders (RG_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
on_show_tag (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);
  g_autofree char *name = g_strdup_printf ("tag/%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));

  if (self->desk != NULL)
    rg_window_show_place (self, name);
}

typedef struct
{
  gint64 entry_id; /* 0 for the last one */
  gboolean redo;
} UndoRequest;

static DexFuture *
undo_fiber (gpointer data, gpointer request_pointer)
{
  RgWindow *self = data;
  UndoRequest *request = request_pointer;
  g_autoptr (GError) error = NULL;
  DexFuture *future;

  if (request->entry_id != 0)
    future = rg_desk_undo (self->desk, request->entry_id);
  else
    future = request->redo ? rg_desk_redo_last (self->desk) : rg_desk_undo_last (self->desk);
  if (!dex_await (future, &error))
    rg_window_report (self, error);
  return NULL;
}

static void
undo (RgWindow *self, gint64 entry_id, gboolean redo)
{
  UndoRequest *request;

  if (self->desk == NULL)
    return;
  request = g_new (UndoRequest, 1);
  request->entry_id = entry_id;
  request->redo = redo;
  rg_future_enter (self, undo_fiber, request, g_free);
}

/**
 * rg_window_undo_entry:
 * @self: a window
 * @entry_id: a journal entry to take back
 */
void
rg_window_undo_entry (RgWindow *self, gint64 entry_id)
{
  undo (self, entry_id, FALSE);
}

static void
on_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  undo (RG_WINDOW (widget), 0, g_str_equal (action, "win.redo"));
}

static void
on_close_tab (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->tabs);

  if (tab != NULL)
    adw_tab_view_close_page (self->tabs, tab);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_show_nth_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomerPage *page = rg_window_get_page (RG_WINDOW (widget));

  if (page != NULL)
    rg_customer_page_show_nth_view (page, (guint) g_variant_get_int32 (parameter));
}

static void
on_open_order (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    rg_order_dialog_present (widget, self->desk, g_variant_get_int64 (parameter));
}

static void
on_open_product (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    rg_product_dialog_open (widget, self->desk, g_variant_get_int64 (parameter));
}

/* Whether a dialog is about the customer behind it. */
static gboolean
is_of_page (AdwDialog *dialog)
{
  const GType types[] = {
    RG_TYPE_ADDRESS_DIALOG, RG_TYPE_CANCELLATION_DIALOG, RG_TYPE_CART_ADD_DIALOG, RG_TYPE_CONTACT_DIALOG,
    RG_TYPE_FIGURE_DIALOG,  RG_TYPE_LEDGER_DIALOG,       RG_TYPE_PAYMENT_DIALOG,  RG_TYPE_RECURRING_DIALOG,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (dialog, types[i]))
      return TRUE;
  return FALSE;
}

/* A call is noted down in the view of the notes, or above the dialog that the call is about. */
static void
on_add_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);
  RgCustomerPage *page = rg_window_get_page (self);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget));

  /* An order may be that of another customer than the one behind it. */
  if (RG_IS_ORDER_DIALOG (dialog))
    gtk_widget_activate_action (GTK_WIDGET (dialog), "order.add-note", NULL);
  else if (page != NULL && dialog == NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.add-note", NULL);
  else if (page != NULL && is_of_page (dialog))
    adw_dialog_present (rg_note_dialog_new (self->desk, rg_customer_page_get_customer_id (page)), widget);
}

static void
on_add_customer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    adw_dialog_present (rg_customer_wizard_new (self->desk), widget);
}

static void
on_edit_customer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    rg_customer_wizard_edit (widget, self->desk, g_variant_get_int64 (parameter));
}

static void
on_quick_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    adw_dialog_present (rg_quick_add_dialog_new (self->desk), widget);
}

/* The page that asked for it says what goes wrong. */
static DexFuture *
open_again_fiber (gpointer data, gpointer read_only)
{
  RgWindow *self = data;

  if (self->path != NULL)
    dex_await (rg_window_open_file (self, self->path, GPOINTER_TO_INT (read_only)), NULL);
  return NULL;
}

static void
on_open_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rg_future_enter (widget, open_again_fiber, GINT_TO_POINTER (g_str_equal (action, "win.open-read-only")), NULL);
}

/**
 * rg_window_install_actions:
 * @klass: the class of the window
 */
void
rg_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-customer", "x", on_open_customer);
  gtk_widget_class_install_action (klass, "win.open-customer-tab", "x", on_open_customer);
  gtk_widget_class_install_action (klass, "win.current-customer", NULL, on_current_customer);
  gtk_widget_class_install_action (klass, "win.open-order", "x", on_open_order);
  gtk_widget_class_install_action (klass, "win.open-product", "x", on_open_product);
  gtk_widget_class_install_action (klass, "win.print-label", "x", on_print_label);
  gtk_widget_class_install_action (klass, "win.next-customer", NULL, on_step);
  gtk_widget_class_install_action (klass, "win.previous-customer", NULL, on_step);
  gtk_widget_class_install_action (klass, "win.search", NULL, on_search);
  gtk_widget_class_install_action (klass, "win.show-places", NULL, on_show_places);
  gtk_widget_class_install_action (klass, "win.show-place", "s", on_show_place);
  gtk_widget_class_install_action (klass, "win.show-orders", "x", on_show_orders);
  gtk_widget_class_install_action (klass, "win.show-tag", "x", on_show_tag);
  gtk_widget_class_install_action (klass, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, on_undo);
  gtk_widget_class_install_action (klass, "win.close-tab", NULL, on_close_tab);
  gtk_widget_class_install_action (klass, "win.show-view", "i", on_show_nth_view);
  gtk_widget_class_install_action (klass, "win.add-note", NULL, on_add_note);
  gtk_widget_class_install_action (klass, "win.add-customer", NULL, on_add_customer);
  gtk_widget_class_install_action (klass, "win.edit-customer", "x", on_edit_customer);
  gtk_widget_class_install_action (klass, "win.quick-add", NULL, on_quick_add);
  gtk_widget_class_install_action (klass, "win.open-again", NULL, on_open_again);
  gtk_widget_class_install_action (klass, "win.open-read-only", NULL, on_open_again);
}
