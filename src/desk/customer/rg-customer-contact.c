/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-contact.h"

#include <glib/gi18n-lib.h>

#include "rg-customer-page.h"
#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-report.h"
#include "rg-uri.h"

static DexFuture *
launch_fiber (gpointer widget, gpointer uri)
{
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_uri_launch (uri, widget), &error) && !g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED))
    rg_widget_tell (widget, g_str_has_prefix (uri, "tel:") ? _ ("No program on this computer makes phone calls.")
                                                           : _ ("No program on this computer writes emails."));
  return NULL;
}

/* Nothing but calls and letters leaves by this way, whatever is on file. */
static void
launch (GtkWidget *widget, const char *uri)
{
  if (g_str_has_prefix (uri, "tel:") || g_str_has_prefix (uri, "mailto:"))
    rg_future_enter (widget, launch_fiber, g_strdup (uri), g_free);
}

static void
on_contact (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomer *customer = rg_customer_profile_get_customer (rg_customer_page_get_profile (RG_CUSTOMER_PAGE (widget)));
  gboolean writes = g_str_equal (action, "page.write");
  g_autofree char *uri = NULL;

  if (customer == NULL)
    return;
  if (writes)
    uri = rg_uri_for_email (customer->email);
  else if (g_str_equal (action, "page.call-work"))
    uri = rg_uri_for_phone (customer->work_phone, customer->work_phone_extension);
  else
    uri = rg_uri_for_phone (customer->phone, customer->phone_extension);
  if (uri != NULL)
    launch (widget, uri);
  else
    rg_widget_tell (widget, writes ? _ ("There is no email on file for this customer.")
                                   : _ ("There is no phone number on file for this customer."));
}

static void
on_launch (GtkWidget *widget, const char *action, GVariant *parameter)
{
  launch (widget, g_variant_get_string (parameter, NULL));
}

/**
 * rg_customer_contact_install:
 * @klass: the class of the page of a customer
 */
void
rg_customer_contact_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.call", NULL, on_contact);
  gtk_widget_class_install_action (klass, "page.call-work", NULL, on_contact);
  gtk_widget_class_install_action (klass, "page.write", NULL, on_contact);
  gtk_widget_class_install_action (klass, "page.launch", "s", on_launch);
}
