/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-contact.h"

#include <glib/gi18n-lib.h>

#include "rg-customer-page.h"
#include "rg-report.h"
#include "rg-uri.h"

typedef struct
{
  GWeakRef widget;
  gboolean call;
} Launch;

static void
launch_free (Launch *launch)
{
  g_weak_ref_clear (&launch->widget);
  g_free (launch);
}

static void
on_launched (GObject *launcher, GAsyncResult *result, gpointer data)
{
  Launch *launch = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&launch->widget);
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && widget != NULL)
    rg_widget_tell (widget, launch->call ? _ ("No program on this computer makes phone calls.")
                                         : _ ("No program on this computer writes emails."));
  launch_free (launch);
}

/* Nothing but calls and letters leaves by this way, whatever is on file. */
static void
launch (GtkWidget *widget, const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  gboolean call = g_str_has_prefix (uri, "tel:");
  Launch *data;

  if (!call && !g_str_has_prefix (uri, "mailto:"))
    return;
  data = g_new0 (Launch, 1);
  g_weak_ref_init (&data->widget, widget);
  data->call = call;
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_launched, data);
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
