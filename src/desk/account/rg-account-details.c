/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-account-details.h"

#include <glib/gi18n-lib.h>

#include "rg-address-dialog.h"
#include "rg-address-operations.h"
#include "rg-cancellation-dialog.h"
#include "rg-cancellation-operations.h"
#include "rg-contact-dialog.h"
#include "rg-contact-operations.h"
#include "rg-customer-delete-dialog.h"
#include "rg-customer-operations.h"
#include "rg-detail-row.h"
#include "rg-report.h"

static GtkWidget *
create_row (gpointer item, gpointer desk)
{
  return rg_detail_row_new (desk, item);
}

static int
compare_addresses (gconstpointer a, gconstpointer b, gpointer unused)
{
  return (RG_ADDRESS ((gpointer) b)->is_primary != FALSE) - (RG_ADDRESS ((gpointer) a)->is_primary != FALSE);
}

static int
compare_cancellations (gconstpointer a, gconstpointer b, gpointer unused)
{
  RgDay first = RG_CANCELLATION ((gpointer) a)->day, second = RG_CANCELLATION ((gpointer) b)->day;

  return (first < second) - (first > second);
}

static void
sort_again (GtkSorter *sorter)
{
  gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/* Also when what decides the order changes. Takes the list. */
static GListModel *
sort (GListModel *list, RgCustomerProfile *profile, GCompareDataFunc compare)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));

  g_signal_connect_object (profile, "loaded", G_CALLBACK (sort_again), sorter, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (gtk_sort_list_model_new (list, sorter));
}

/**
 * rg_account_details_bind:
 * @list: a list box
 * @profile: a profile
 * @name: the list it shows: "addresses" …
 */
void
rg_account_details_bind (GtkListBox *list, RgCustomerProfile *profile, const char *name)
{
  GListModel *model = rg_customer_profile_get_list (profile, name);
  g_autoptr (GListModel) shown = g_object_ref (model);

  /* The primary address comes first, and the last cancellation; all else stays as it is, newest first. */
  if (g_str_equal (name, "addresses"))
    shown = sort (shown, profile, compare_addresses);
  else if (g_str_equal (name, "cancellations"))
    shown = sort (shown, profile, compare_cancellations);
  gtk_list_box_bind_model (list, shown, create_row, g_object_ref (rg_customer_profile_get_desk (profile)),
                           g_object_unref);
  /* A list without rows is a line; there is nothing to look at. */
  g_object_bind_property (model, "n-items", list, "visible", G_BINDING_SYNC_CREATE);
}

static RgCustomerProfile *
get_profile (GtkWidget *widget)
{
  RgCustomerProfile *profile = NULL;

  g_object_get (widget, "profile", &profile, NULL);
  /* The widget keeps it. */
  if (profile != NULL)
    g_object_unref (profile);
  return profile;
}

static gint64
get_customer_id (GtkWidget *widget)
{
  RgCustomer *customer = rg_customer_profile_get_customer (get_profile (widget));

  return customer != NULL ? rg_record_get_id (RG_RECORD (customer)) : 0;
}

static RgDesk *
get_desk (GtkWidget *widget)
{
  return rg_customer_profile_get_desk (get_profile (widget));
}

/* The record of that id, whatever it is. */
static RgRecord *
find_record (GtkWidget *widget, GVariant *parameter)
{
  static const char *const names[] = { "addresses", "contacts", "cancellations" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GListModel *list = rg_customer_profile_get_list (get_profile (widget), names[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (RgRecord) record = g_list_model_get_item (list, j);

          if (rg_record_get_id (record) == g_variant_get_int64 (parameter))
            return g_steal_pointer (&record);
        }
    }
  return NULL;
}

static void
show_dialog (GtkWidget *widget, RgRecord *record)
{
  RgDesk *desk = get_desk (widget);

  if (RG_IS_ADDRESS (record))
    adw_dialog_present (rg_address_dialog_new (desk, RG_ADDRESS (record)), widget);
  else if (RG_IS_CONTACT (record))
    adw_dialog_present (rg_contact_dialog_new (desk, RG_CONTACT (record)), widget);
  else if (RG_IS_CANCELLATION (record))
    adw_dialog_present (rg_cancellation_dialog_new (desk, RG_CANCELLATION (record)), widget);
}

static void
on_add_address (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *home = rg_settings_get (rg_desk_get_settings (get_desk (widget)), RG_SETTING_COUNTRY);
  GListModel *addresses = rg_customer_profile_get_list (get_profile (widget), "addresses");
  g_autoptr (RgAddress) address = g_object_new (RG_TYPE_ADDRESS, "customer-id", get_customer_id (widget), "country",
                                                home, "is-primary", g_list_model_get_n_items (addresses) == 0, NULL);

  show_dialog (widget, RG_RECORD (address));
}

static void
on_add_contact (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (RgContact) contact = g_object_new (RG_TYPE_CONTACT, "customer-id", get_customer_id (widget), NULL);

  show_dialog (widget, RG_RECORD (contact));
}

static void
on_add_cancellation (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (RgCancellation) cancellation
    = g_object_new (RG_TYPE_CANCELLATION, "customer-id", get_customer_id (widget), NULL);

  show_dialog (widget, RG_RECORD (cancellation));
}

static void
on_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (RgRecord) record = find_record (widget, parameter);

  if (record != NULL)
    show_dialog (widget, record);
}

static void
on_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (RgRecord) record = find_record (widget, parameter);
  const RgOperation *operation = RG_IS_ADDRESS (record)   ? &rg_address_remove
                                 : RG_IS_CONTACT (record) ? &rg_contact_remove
                                                          : &rg_cancellation_remove;

  if (record != NULL)
    rg_widget_perform (widget, get_desk (widget), rg_act_new_record (operation, record));
}

static void
on_address (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (RgRecord) record = find_record (widget, parameter);
  const RgOperation *operation
    = g_str_equal (action, "account.make-primary") ? &rg_address_set_primary : &rg_address_verify;

  if (RG_IS_ADDRESS (record))
    rg_widget_perform (widget, get_desk (widget), rg_act_new_record (operation, record));
}

/**
 * rg_account_details_install:
 * @klass: the class of the Account view
 */
void
rg_account_details_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "account.add-address", NULL, on_add_address);
  gtk_widget_class_install_action (klass, "account.add-contact", NULL, on_add_contact);
  gtk_widget_class_install_action (klass, "account.add-cancellation", NULL, on_add_cancellation);
  gtk_widget_class_install_action (klass, "account.edit", "x", on_edit);
  gtk_widget_class_install_action (klass, "account.remove", "x", on_remove);
  gtk_widget_class_install_action (klass, "account.make-primary", "x", on_address);
  gtk_widget_class_install_action (klass, "account.verify", "x", on_address);
}

static void
on_status (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const RgOperation *operation
    = g_str_equal (action, "page.deactivate") ? &rg_customer_deactivate : &rg_customer_reactivate;

  rg_widget_perform (widget, get_desk (widget), rg_act_new (operation, get_customer_id (widget)));
}

static void
on_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (RgCustomerProfile) profile = NULL;

  g_object_get (widget, "profile", &profile, NULL);
  if (profile != NULL && rg_customer_profile_get_customer (profile) != NULL)
    rg_customer_delete_begin (widget, profile);
}

/**
 * rg_account_details_install_on_page:
 * @klass: the class of the page of a customer
 */
void
rg_account_details_install_on_page (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.deactivate", NULL, on_status);
  gtk_widget_class_install_action (klass, "page.reactivate", NULL, on_status);
  gtk_widget_class_install_action (klass, "page.cancel-account", NULL, on_add_cancellation);
  gtk_widget_class_install_action (klass, "page.delete", NULL, on_delete);
}

/**
 * rg_account_details_update_page:
 * @page: the page of a customer
 * @profile: its profile
 *
 * Offers what the status of the customer, and the rights of who looks, let be done.
 */
void
rg_account_details_update_page (GtkWidget *page, RgCustomerProfile *profile)
{
  RgCustomer *customer = rg_customer_profile_get_customer (profile);

  gtk_widget_action_set_enabled (page, "page.deactivate", customer->status == RG_CUSTOMER_STATUS_ACTIVE);
  gtk_widget_action_set_enabled (page, "page.reactivate", customer->status != RG_CUSTOMER_STATUS_ACTIVE);
  gtk_widget_action_set_enabled (page, "page.delete",
                                 rg_desk_has_right (rg_customer_profile_get_desk (profile), rg_customer_delete.right));
}
