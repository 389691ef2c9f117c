/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-recurring-dialog.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-closures.h"
#include "rg-error.h"
#include "rg-future.h"
#include "rg-note-log.h"
#include "rg-recurring-operations.h"
#include "rg-word-list.h"

/* How many of a recurring item, and how often. */

struct _RgRecurringDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  RgRecurringItem *item; /* as it was */

  GtkLabel *problem;
  AdwPreferencesGroup *group;
  AdwSpinRow *quantity;
  AdwComboRow *frequency;
  AdwSwitchRow *note;
};

G_DEFINE_FINAL_TYPE (RgRecurringDialog, rg_recurring_dialog, ADW_TYPE_DIALOG)

static void
log_note (RgRecurringDialog *self, RgRecurringItem *item)
{
  const char *product = adw_preferences_group_get_title (self->group);
  const char *frequency = rg_words_get_label (&rg_frequency_words, item->frequency);
  g_autofree char *about = NULL;

  /* Translators: a product, how many of it per order, and how often: "Sourdough bread, 2 per order, Weekly" */
  about = g_strdup_printf (_ ("%s, %" PRId64 " per order, %s"), product, item->quantity, frequency);
  rg_note_log (GTK_WIDGET (self), self->desk, item->customer_id, _ (rg_recurring_edit.past), about);
}

/* @item: as typed; @base: as on file */
static void
show (RgRecurringDialog *self, RgRecord *item, RgRecord *base)
{
  g_clear_object (&self->item);
  self->item = (RgRecurringItem *) rg_record_copy (base);
  adw_spin_row_set_value (self->quantity, (double) RG_RECURRING_ITEM (item)->quantity);
  adw_combo_row_set_selected (self->frequency, RG_RECURRING_ITEM (item)->frequency - RG_FREQUENCY_WEEKLY);
}

static DexFuture *
save_fiber (gpointer self_pointer, gpointer unused)
{
  RgRecurringDialog *self = self_pointer;
  g_autoptr (RgRecurringItem) item = (RgRecurringItem *) rg_record_copy (RG_RECORD (self->item));
  g_autoptr (RgAct) act = NULL;
  g_autoptr (GError) error = NULL;

  item->quantity = (gint64) adw_spin_row_get_value (self->quantity);
  item->frequency = RG_FREQUENCY_WEEKLY + adw_combo_row_get_selected (self->frequency);
  act = rg_act_new_edit (&rg_recurring_edit, RG_RECORD (item), RG_RECORD (self->item));
  dex_await (rg_desk_perform (self->desk, act), &error);
  if (self->problem == NULL)
    return NULL;
  if (error == NULL)
    {
      if (adw_switch_row_get_active (self->note))
        log_note (self, item);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else
    gtk_label_set_label (self->problem, error->message);
  if (g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT))
    show (self, act->record, act->base);
  return NULL;
}

static void
on_save_clicked (RgRecurringDialog *self)
{
  rg_future_enter (self, save_fiber, NULL, NULL);
}

static void
on_cancel_clicked (RgRecurringDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
rg_recurring_dialog_dispose (GObject *object)
{
  RgRecurringDialog *self = RG_RECURRING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_RECURRING_DIALOG);
  g_clear_object (&self->item);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_recurring_dialog_parent_class)->dispose (object);
}

static void
rg_recurring_dialog_init (RgRecurringDialog *self)
{
  g_autoptr (GListModel) list = rg_word_list_new (&rg_frequency_words, RG_FREQUENCY_WEEKLY, NULL);
  GtkEditable *text;

  gtk_widget_init_template (GTK_WIDGET (self));
  text = GTK_EDITABLE (self->quantity);
  while (text != NULL && !GTK_IS_TEXT (text))
    text = gtk_editable_get_delegate (text);
  if (text != NULL)
    gtk_text_set_activates_default (GTK_TEXT (text), TRUE);
  adw_combo_row_set_model (self->frequency, list);
}

static void
rg_recurring_dialog_class_init (RgRecurringDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_recurring_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/orders/rg-recurring-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgRecurringDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RgRecurringDialog, group);
  gtk_widget_class_bind_template_child (widget_class, RgRecurringDialog, quantity);
  gtk_widget_class_bind_template_child (widget_class, RgRecurringDialog, frequency);
  gtk_widget_class_bind_template_child (widget_class, RgRecurringDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  rg_closures_bind (widget_class);
}

/**
 * rg_recurring_dialog_present:
 * @parent: a widget of the window
 * @desk: a desk
 * @item: a recurring item
 * @product: (nullable): its product
 */
void
rg_recurring_dialog_present (GtkWidget *parent, RgDesk *desk, RgRecurringItem *item, RgProduct *product)
{
  RgRecurringDialog *self = g_object_new (RG_TYPE_RECURRING_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  adw_preferences_group_set_title (self->group, product != NULL ? product->name : "");
  show (self, RG_RECORD (item), RG_RECORD (item));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
