/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-recurring-row.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-money.h"
#include "rg-note-log.h"
#include "rg-product-dialog.h"
#include "rg-product-image.h"
#include "rg-recurring-dialog.h"
#include "rg-recurring-operations.h"
#include "rg-report.h"

/* A product that recurs: what it costs this customer, how many, how often. Its name opens the product. */

struct _RgRecurringRow
{
  AdwActionRow parent_instance;

  RgCustomerProfile *profile;
  RgRecurringItem *item;

  RgProductImage *image;
  GtkLabel *price;
  GtkWidget *edit;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (RgRecurringRow, rg_recurring_row, ADW_TYPE_ACTION_ROW)

static RgDesk *
get_desk (RgRecurringRow *self)
{
  return rg_customer_profile_get_desk (self->profile);
}

static RgProduct *
get_product (RgRecurringRow *self)
{
  return rg_customer_profile_get_product (self->profile, self->item->product_id);
}

static void
on_edit_clicked (RgRecurringRow *self)
{
  rg_recurring_dialog_present (GTK_WIDGET (self), get_desk (self), self->item, get_product (self));
}

/* Asks first, and offers to write it into the notes. */
static DexFuture *
remove_fiber (gpointer self_pointer, gpointer unused)
{
  RgRecurringRow *self = self_pointer;
  RgDesk *desk = get_desk (self);
  RgProduct *product = get_product (self);
  g_autofree char *name = g_strdup (product != NULL ? product->name : "");
  g_autoptr (RgAct) act = rg_act_new_record (&rg_recurring_remove, RG_RECORD (self->item));
  g_autoptr (GtkBuilder) builder
    = gtk_builder_new_from_resource ("/app/regulars/Regulars/orders/rg-recurring-remove.ui");
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (gtk_builder_get_object (builder, "dialog"));
  GtkCheckButton *note = GTK_CHECK_BUTTON (gtk_builder_get_object (builder, "note"));
  g_autoptr (GtkWidget) parent = g_object_ref (gtk_widget_get_parent (GTK_WIDGET (self)));
  gint64 customer_id = self->item->customer_id;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;

  adw_alert_dialog_format_body (
    dialog, _ ("%s will not go into future orders any more. Orders there are stay as they are."), name);
  answer = dex_await_string (rg_alert_dialog_choose (dialog, GTK_WIDGET (self)), NULL);
  if (g_strcmp0 (answer, "remove") != 0)
    return NULL;
  if (!dex_await (rg_desk_perform (desk, act), &error))
    rg_widget_report (parent, error);
  else if (gtk_check_button_get_active (note))
    rg_note_log (parent, desk, customer_id, _ (rg_recurring_remove.past), name);
  return NULL;
}

static void
on_remove_clicked (RgRecurringRow *self)
{
  rg_future_enter (self, remove_fiber, NULL, NULL);
}

static void
rg_recurring_row_dispose (GObject *object)
{
  RgRecurringRow *self = RG_RECURRING_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_RECURRING_ROW);
  g_clear_object (&self->item);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (rg_recurring_row_parent_class)->dispose (object);
}

static void
rg_recurring_row_init (RgRecurringRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_recurring_row_class_init (RgRecurringRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_recurring_row_dispose;

  g_type_ensure (RG_TYPE_PRODUCT_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/orders/rg-recurring-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgRecurringRow, image);
  gtk_widget_class_bind_template_child (widget_class, RgRecurringRow, price);
  gtk_widget_class_bind_template_child (widget_class, RgRecurringRow, edit);
  gtk_widget_class_bind_template_child (widget_class, RgRecurringRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

/* "2 per order · weekly · last Thu, 26 Nov" */
static char *
dup_about (RgRecurringRow *self)
{
  RgRecurringItem *item = self->item;
  g_autofree char *count = g_strdup_printf (_ ("%" PRId64 " per order"), item->quantity);
  const char *often = rg_words_get_label (&rg_frequency_words, item->frequency);
  g_autofree char *day = NULL;
  g_autofree char *last = NULL;

  if (item->last_day != 0)
    {
      day = rg_day_format_short (item->last_day, rg_desk_get_today (get_desk (self)));
      last = g_strdup_printf (_ ("last %s"), day);
    }
  return g_strjoin (" · ", count, often, last, NULL);
}

/**
 * rg_recurring_row_update:
 * @self: a row
 *
 * Shows the item and its product as they are on file.
 */
void
rg_recurring_row_update (RgRecurringRow *self)
{
  RgProduct *product = get_product (self);
  RgCustomer *customer = rg_customer_profile_get_customer (self->profile);
  g_autofree char *about = dup_about (self);
  g_autofree char *price = product != NULL
                             ? rg_money_format (rg_customer_price (customer, product->price), product->currency)
                             : g_strdup ("");
  g_autofree char *why_not_edit = rg_desk_dup_why_not (get_desk (self), &rg_recurring_edit);
  g_autofree char *why_not_remove = rg_desk_dup_why_not (get_desk (self), &rg_recurring_remove);
  const char *name = product != NULL ? product->name : "";
  g_autofree char *edit = g_strdup_printf (_ ("Edit quantity or frequency of %s"), name);
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), about);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Open the product"));
  gtk_label_set_label (self->price, price);
  rg_widget_set_why_not (self->edit, edit, why_not_edit);
  rg_widget_set_why_not (self->remove, remove, why_not_remove);
}

/**
 * rg_recurring_row_open_product:
 * @self: a row
 *
 * Opens the product to be edited.
 */
void
rg_recurring_row_open_product (RgRecurringRow *self)
{
  RgProduct *product = get_product (self);

  if (product != NULL)
    rg_product_dialog_present (GTK_WIDGET (self), get_desk (self), product);
}

/**
 * rg_recurring_row_new:
 * @profile: the customer
 * @item: a recurring item of theirs
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
rg_recurring_row_new (RgCustomerProfile *profile, RgRecurringItem *item)
{
  RgRecurringRow *self = g_object_new (RG_TYPE_RECURRING_ROW, NULL);

  self->profile = g_object_ref (profile);
  self->item = g_object_ref (item);
  rg_recurring_row_update (self);
  rg_product_image_load (self->image, get_desk (self), item->product_id);
  return GTK_WIDGET (self);
}
