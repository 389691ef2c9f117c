/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-delete-dialog.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-customer-operations.h"
#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-report.h"

/* Asks before a customer is deleted: what goes along is said, a backup is offered, and the number has to be typed. */

/* "#100234" and blanks around it are as good. */
static void
on_number_changed (GtkEditable *number, AdwAlertDialog *dialog)
{
  const char *wanted = g_object_get_data (G_OBJECT (dialog), "number");
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (number)));

  adw_alert_dialog_set_response_enabled (dialog, "delete", g_str_equal (typed[0] == '#' ? typed + 1 : typed, wanted));
}

static DexFuture *
delete_fiber (gpointer widget, gpointer act_pointer)
{
  RgAct *act = act_pointer;
  RgDesk *desk = g_object_get_data (G_OBJECT (act), "desk");
  g_autoptr (GtkBuilder) builder = NULL;
  g_autofree char *reasons = rg_widget_await_reasons (widget, desk, act);
  g_autofree char *name = rg_customer_dup_display_name (RG_CUSTOMER (act->record));
  g_autofree char *heading = NULL;
  g_autofree char *answer = NULL;
  AdwAlertDialog *dialog;
  GtkEditable *number;

  if (reasons == NULL)
    return NULL;
  builder = gtk_builder_new_from_resource ("/app/regulars/Regulars/account/rg-customer-delete.ui");
  dialog = ADW_ALERT_DIALOG (gtk_builder_get_object (builder, "dialog"));
  /* Translators: the name of a customer */
  heading = g_strdup_printf (_ ("Delete %s?"), name);
  adw_alert_dialog_set_heading (dialog, heading);
  adw_alert_dialog_set_body (dialog, reasons);
  number = GTK_EDITABLE (gtk_builder_get_object (builder, "number"));
  g_object_set_data_full (G_OBJECT (dialog), "number", g_strdup_printf ("%" PRId64, RG_CUSTOMER (act->record)->number),
                          g_free);
  g_signal_connect (number, "changed", G_CALLBACK (on_number_changed), dialog);
  answer = dex_await_string (rg_alert_dialog_choose (dialog, widget), NULL);
  if (g_strcmp0 (answer, "backup") == 0)
    gtk_widget_activate_action (widget, "win.backup", NULL);
  if (g_strcmp0 (answer, "delete") != 0)
    return NULL;
  act->flag = TRUE;
  act->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (gtk_builder_get_object (builder, "reason"))));
  if (*act->text == '\0')
    g_clear_pointer (&act->text, g_free);
  rg_widget_perform (widget, desk, g_object_ref (act));
  return NULL;
}

/**
 * rg_customer_delete_begin:
 * @widget: the widget that asked for it
 * @profile: a customer
 *
 * Asks, and deletes the customer when the answer is yes.
 */
void
rg_customer_delete_begin (GtkWidget *widget, RgCustomerProfile *profile)
{
  RgCustomer *customer = rg_customer_profile_get_customer (profile);
  RgAct *act = rg_act_new_record (&rg_customer_delete, RG_RECORD (customer));

  act->customer_id = rg_record_get_id (RG_RECORD (customer));
  g_object_set_data_full (G_OBJECT (act), "desk", g_object_ref (rg_customer_profile_get_desk (profile)),
                          g_object_unref);
  rg_future_enter (widget, delete_fiber, act, g_object_unref);
}
