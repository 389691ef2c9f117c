/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-page-actions.h"

#include "rg-account-details.h"
#include "rg-customer-contact.h"
#include "rg-customer-page.h"
#include "rg-customer-photo.h"
#include "rg-history-dialog.h"
#include "rg-report.h"
#include "rg-tag-operations.h"

/* What an open customer can be asked for by name, whichever view is looked at: from menus, shortcuts and the palette.
 */

/* What a view does: it is shown first. */
static const struct
{
  const char *action;
  const char *view;
  const char *does; /* the action of the view, detailed */
} in_views[] = {
  { "page.add-note", "notes", "notes.start" },
  { "page.add-tag", "tags", "tags.start" },
  { "page.save-account", "account", "account.save" },
  { "page.add-address", "account", "account.add-address" },
  { "page.add-contact", "account", "account.add-contact" },
  { "page.create-order", "orders", "orders.create::manual" },
  { "page.create-pickup-order", "orders", "orders.create-pickup" },
  { "page.show-all-orders", "orders", "orders.show-all" },
  { "page.add-to-cart", "cart", "cart.add" },
  { "page.add-credit", "stats", "stats.enter::ledger.add-credit" },
  { "page.change-balance", "stats", "stats.enter::ledger.change-balance" },
  { "page.enter-payment", "stats", "stats.enter::ledger.payment" },
  { "page.charge", "stats", "stats.enter::ledger.charge" },
  { "page.refund", "stats", "stats.enter::ledger.refund" },
  { "page.payment-info", "stats", "stats.explain::method" },
};

static void
on_in_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (in_views); i++)
    if (g_str_equal (in_views[i].action, action))
      {
        GtkWidget *view = rg_customer_page_show_view (RG_CUSTOMER_PAGE (widget), in_views[i].view);
        g_autofree char *name = NULL;
        g_autoptr (GVariant) target = NULL;

        g_action_parse_detailed_name (in_views[i].does, &name, &target, NULL);
        gtk_widget_activate_action_variant (view, name, target);
      }
}

static RgCustomerProfile *
get_profile (GtkWidget *page)
{
  return rg_customer_page_get_profile (RG_CUSTOMER_PAGE (page));
}

static void
on_copy_number (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomer *customer = rg_customer_profile_get_customer (get_profile (widget));

  if (customer != NULL)
    rg_widget_copy_number (widget, customer->number);
}

static void
on_show_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rg_customer_page_show_view (RG_CUSTOMER_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
on_remove_tag (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgAct *act = rg_act_new (&rg_tag_remove, rg_customer_page_get_customer_id (RG_CUSTOMER_PAGE (widget)));

  rg_act_add_id (act, g_variant_get_int64 (parameter));
  rg_widget_perform (widget, rg_customer_profile_get_desk (get_profile (widget)), act);
}

/* The same of the window, with this customer. */
static void
on_in_window (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, g_str_equal (action, "page.edit") ? "win.edit-customer" : "win.open-customer-tab",
                              "x", rg_customer_page_get_customer_id (RG_CUSTOMER_PAGE (widget)));
}

static void
on_show_log (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 customer_id = rg_customer_page_get_customer_id (RG_CUSTOMER_PAGE (widget));
  g_autofree char *name = NULL;

  if (customer_id == 0)
    return;
  g_object_get (widget, "display-name", &name, NULL);
  adw_dialog_present (rg_history_dialog_new (rg_customer_profile_get_desk (get_profile (widget)), customer_id, name),
                      widget);
}

static void
on_fold_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rg_customer_page_fold_all (RG_CUSTOMER_PAGE (widget), g_str_equal (action, "page.fold-all"));
}

static void
on_photo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomerProfile *profile = get_profile (widget);

  if (rg_customer_profile_get_customer (profile) == NULL)
    return;
  if (g_str_equal (action, "page.set-photo"))
    rg_customer_photo_choose (widget, profile);
  else
    rg_customer_photo_remove (widget, profile);
}

/**
 * rg_customer_page_install_actions:
 * @klass: the class of the page of a customer
 */
void
rg_customer_page_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (in_views); i++)
    gtk_widget_class_install_action (klass, in_views[i].action, NULL, on_in_view);
  rg_customer_contact_install (klass);
  gtk_widget_class_install_action (klass, "page.copy-number", NULL, on_copy_number);
  gtk_widget_class_install_action (klass, "page.show-view", "s", on_show_view);
  gtk_widget_class_install_action (klass, "page.remove-tag", "x", on_remove_tag);
  gtk_widget_class_install_action (klass, "page.set-photo", NULL, on_photo);
  gtk_widget_class_install_action (klass, "page.remove-photo", NULL, on_photo);
  gtk_widget_class_install_action (klass, "page.edit", NULL, on_in_window);
  gtk_widget_class_install_action (klass, "page.open-in-tab", NULL, on_in_window);
  gtk_widget_class_install_action (klass, "page.show-log", NULL, on_show_log);
  gtk_widget_class_install_action (klass, "page.fold-all", NULL, on_fold_all);
  gtk_widget_class_install_action (klass, "page.unfold-all", NULL, on_fold_all);
  rg_account_details_install_on_page (klass);
}
