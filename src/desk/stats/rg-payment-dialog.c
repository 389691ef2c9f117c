/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-payment-dialog.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-error.h"
#include "rg-form-mark.h"
#include "rg-future.h"
#include "rg-kept-text.h"
#include "rg-ledger-choices.h"
#include "rg-ledger-dialog.h"
#include "rg-ledger-operations.h"
#include "rg-money.h"
#include "rg-payment-method-operations.h"
#include "rg-payment-method.h"
#include "rg-report.h"
#include "rg-word-list.h"

/* How a customer pays: the ways on file, one of them primary, each with what its gateway calls it. */

#define RG_TYPE_PAYMENT_METHOD_ROW (rg_payment_method_row_get_type ())
G_DECLARE_FINAL_TYPE (RgPaymentMethodRow, rg_payment_method_row, RG, PAYMENT_METHOD_ROW, AdwActionRow)

struct _RgPaymentMethodRow
{
  AdwActionRow parent_instance;

  RgPaymentMethod *method;
  GtkWidget *primary;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (RgPaymentMethodRow, rg_payment_method_row, ADW_TYPE_ACTION_ROW)

static void
rg_payment_method_row_dispose (GObject *object)
{
  RgPaymentMethodRow *self = RG_PAYMENT_METHOD_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_PAYMENT_METHOD_ROW);
  g_clear_object (&self->method);

  G_OBJECT_CLASS (rg_payment_method_row_parent_class)->dispose (object);
}

static void
rg_payment_method_row_init (RgPaymentMethodRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_payment_method_row_class_init (RgPaymentMethodRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_payment_method_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/stats/rg-payment-method-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgPaymentMethodRow, primary);
  gtk_widget_class_bind_template_child (widget_class, RgPaymentMethodRow, remove);
}

static void
show_method (RgPaymentMethodRow *self)
{
  RgPaymentMethod *method = self->method;
  const char *type = rg_words_get_label (&rg_payment_type_words, method->type);
  g_autofree char *subtitle = NULL;

  if (method->profile_id != NULL)
    subtitle
      = method->label != NULL ? g_strdup_printf ("%s · %s", type, method->profile_id) : g_strdup (method->profile_id);
  else if (method->label != NULL)
    subtitle = g_strdup (type);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), method->label != NULL ? method->label : type);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->primary, method->is_primary);
}

struct _RgPaymentDialog
{
  AdwDialog parent_instance;

  RgCustomerProfile *profile;
  RgPaymentMethod *editing; /* what the form is about; without an id, a new one */
  RgKeptText *kept;         /* what is typed into the form */
  GtkEditable *wrong;       /* the field to be mended */
  GtkWidget *why;           /* the row below it that says so */

  GtkWidget *add;
  GtkListBox *methods;
  GtkWidget *form;
  AdwPreferencesGroup *form_group;
  AdwComboRow *type;
  GtkEditable *label;
  GtkEditable *profile_id;
  AdwSwitchRow *primary;
  GtkLabel *problem;
  GtkWidget *save;
  GtkWidget *credit;
  GtkWidget *change;
  AdwActionRow *balance;
};

G_DEFINE_FINAL_TYPE (RgPaymentDialog, rg_payment_dialog, ADW_TYPE_DIALOG)

/* Says what is wrong: below the field that is to be mended, if it is one's. */
static void
show_problem (RgPaymentDialog *self, const GError *error)
{
  const char *name = error != NULL ? rg_error_get_field (error) : NULL;
  GtkEditable *field = g_strcmp0 (name, "profile_id") == 0 ? self->profile_id
                       : g_strcmp0 (name, "label") == 0    ? self->label
                                                           : NULL;

  if (self->wrong != NULL)
    rg_form_mark_problem (GTK_WIDGET (self->wrong), self->why, NULL, NULL);
  self->wrong = field;
  self->why = field != NULL ? rg_form_mark_problem (GTK_WIDGET (field), NULL, error->message, NULL) : NULL;
  gtk_label_set_label (self->problem, error != NULL && field == NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL && field == NULL);
  if (field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (field));
}

static void
begin_keeping (RgPaymentDialog *self)
{
  g_autofree char *key = g_strdup_printf ("payment-method/%" PRId64 "/%" PRId64, self->editing->customer_id,
                                          rg_record_get_id (RG_RECORD (self->editing)));

  self->kept = rg_kept_text_new (rg_customer_profile_get_desk (self->profile), key);
  rg_kept_text_add (self->kept, "type", GTK_WIDGET (self->type));
  rg_kept_text_add (self->kept, "label", GTK_WIDGET (self->label));
  rg_kept_text_add (self->kept, "profile-id", GTK_WIDGET (self->profile_id));
  rg_kept_text_begin (self->kept);
}

static void
show_method_fields (RgPaymentDialog *self, RgPaymentMethod *method)
{
  adw_combo_row_set_selected (self->type, method->type);
  gtk_editable_set_text (self->label, method->label != NULL ? method->label : "");
  gtk_editable_set_text (self->profile_id, method->profile_id != NULL ? method->profile_id : "");
  adw_switch_row_set_active (self->primary, method->is_primary);
}

static void
show_form (RgPaymentDialog *self, RgPaymentMethod *method)
{
  g_clear_object (&self->kept);
  g_clear_object (&self->editing);
  self->editing = method != NULL ? (RgPaymentMethod *) rg_record_copy (RG_RECORD (method)) : NULL;
  if (method == NULL && gtk_widget_get_focus_child (self->form) != NULL)
    gtk_widget_grab_focus (self->add);
  gtk_widget_set_visible (self->form, method != NULL);
  show_problem (self, NULL);
  if (method == NULL)
    return;
  adw_preferences_group_set_title (self->form_group, rg_record_get_id (RG_RECORD (method)) != 0
                                                       ? _ ("Edit Payment Method")
                                                       : _ ("New Payment Method"));
  show_method_fields (self, method);
  begin_keeping (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->type));
}

static void
on_changed (RgPaymentDialog *self)
{
  show_problem (self, NULL);
}

static void
on_add_clicked (RgPaymentDialog *self)
{
  g_autoptr (RgPaymentMethod) method = (RgPaymentMethod *) rg_record_new (&rg_payment_method_type);

  method->customer_id = rg_record_get_id (RG_RECORD (rg_customer_profile_get_customer (self->profile)));
  method->type = RG_PAYMENT_TYPE_CARD;
  show_form (self, method);
}

static void
on_row_activated (RgPaymentDialog *self, GtkListBoxRow *row)
{
  if (gtk_widget_get_sensitive (self->save))
    show_form (self, RG_PAYMENT_METHOD_ROW (row)->method);
}

static void
on_cancel_clicked (RgPaymentDialog *self)
{
  if (self->kept != NULL)
    rg_kept_text_forget (self->kept);
  show_form (self, NULL);
}

static DexFuture *
save_fiber (gpointer self_pointer, gpointer data)
{
  RgPaymentDialog *self = self_pointer;
  g_autoptr (RgPaymentMethod) method = (RgPaymentMethod *) rg_record_copy (RG_RECORD (self->editing));
  g_autoptr (RgKeptText) kept = g_object_ref (self->kept);
  g_autoptr (RgAct) act = NULL;
  g_autoptr (GError) error = NULL;

  method->type = adw_combo_row_get_selected (self->type);
  g_set_str (&method->label, gtk_editable_get_text (self->label));
  g_set_str (&method->profile_id, gtk_editable_get_text (self->profile_id));
  method->is_primary = adw_switch_row_get_active (self->primary);
  act = rg_act_new_edit (&rg_payment_method_set, RG_RECORD (method), RG_RECORD (self->editing));
  dex_await (rg_desk_perform (rg_customer_profile_get_desk (self->profile), act), &error);
  if (error == NULL)
    rg_kept_text_forget (kept);
  if (self->problem == NULL || self->kept != kept)
    return NULL;
  if (error == NULL)
    show_form (self, NULL);
  else
    {
      if (g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT))
        {
          show_method_fields (self, RG_PAYMENT_METHOD (act->record));
          rg_record_assign (RG_RECORD (self->editing), act->base);
        }
      show_problem (self, error);
    }
  return NULL;
}

static void
on_save_clicked (RgPaymentDialog *self)
{
  if (self->editing != NULL)
    rg_future_enter (self, save_fiber, NULL, NULL);
}

static void
on_remove_clicked (RgPaymentMethodRow *row)
{
  RgPaymentDialog *self = RG_PAYMENT_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (row), RG_TYPE_PAYMENT_DIALOG));

  show_form (self, NULL);
  gtk_widget_grab_focus (self->add); /* the row will be gone */
  rg_widget_perform (GTK_WIDGET (self), rg_customer_profile_get_desk (self->profile),
                     rg_act_new_record (&rg_payment_method_remove, RG_RECORD (row->method)));
}

static void
on_credit_clicked (RgPaymentDialog *self)
{
  rg_ledger_dialog_present (GTK_WIDGET (self), self->profile, &rg_ledger_add_credit, 0);
}

static void
on_change_clicked (RgPaymentDialog *self)
{
  rg_ledger_dialog_present (GTK_WIDGET (self), self->profile, &rg_ledger_change_balance, 0);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  RgPaymentMethodRow *row = g_object_new (RG_TYPE_PAYMENT_METHOD_ROW, NULL);
  RgPaymentDialog *self = data;
  g_autofree char *why_not
    = rg_desk_dup_why_not (rg_customer_profile_get_desk (self->profile), &rg_payment_method_remove);

  row->method = g_object_ref (item);
  show_method (row);
  g_signal_connect_object (item, "notify", G_CALLBACK (show_method), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (row->remove, "clicked", G_CALLBACK (on_remove_clicked), row, G_CONNECT_SWAPPED);
  rg_widget_set_why_not (row->remove, _ ("Remove this payment method"), why_not);
  return GTK_WIDGET (row);
}

static void
update (RgPaymentDialog *self)
{
  RgDesk *desk = rg_customer_profile_get_desk (self->profile);
  RgFigures *figures = rg_customer_profile_get_figures (self->profile);
  g_autofree char *balance = rg_money_format_signed (figures->balance, figures->currency);
  g_autofree char *why_not = rg_desk_dup_why_not (desk, &rg_payment_method_set);

  adw_action_row_set_subtitle (self->balance, balance);
  rg_widget_set_why_not (self->add, _ ("Add a payment method"), why_not);
  rg_widget_set_why_not (self->save, NULL, why_not);
  rg_ledger_prepare_button (self->credit, desk, &rg_ledger_add_credit);
  rg_ledger_prepare_button (self->change, desk, &rg_ledger_change_balance);
}

static void
rg_payment_dialog_dispose (GObject *object)
{
  RgPaymentDialog *self = RG_PAYMENT_DIALOG (object);

  if (self->methods != NULL)
    gtk_list_box_bind_model (self->methods, NULL, NULL, NULL, NULL);
  g_clear_object (&self->kept);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_PAYMENT_DIALOG);
  g_clear_object (&self->profile);
  g_clear_object (&self->editing);

  G_OBJECT_CLASS (rg_payment_dialog_parent_class)->dispose (object);
}

static void
rg_payment_dialog_init (RgPaymentDialog *self)
{
  g_autoptr (GListModel) types = rg_word_list_new (&rg_payment_type_words, 0, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->type, types);
}

static void
rg_payment_dialog_class_init (RgPaymentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_payment_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/stats/rg-payment-dialog.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, RgPaymentDialog, name)
  CHILD (add);
  CHILD (methods);
  CHILD (form);
  CHILD (form_group);
  CHILD (type);
  CHILD (label);
  CHILD (profile_id);
  CHILD (primary);
  CHILD (problem);
  CHILD (save);
  CHILD (credit);
  CHILD (change);
  CHILD (balance);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_credit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_change_clicked);
}

/**
 * rg_payment_dialog_present:
 * @parent: a widget of the window
 * @profile: whose payment methods
 *
 * Shows how the customer pays, and lets the person change it.
 */
void
rg_payment_dialog_present (GtkWidget *parent, RgCustomerProfile *profile)
{
  RgPaymentDialog *self = g_object_new (RG_TYPE_PAYMENT_DIALOG, NULL);

  self->profile = g_object_ref (profile);
  gtk_list_box_bind_model (self->methods, rg_customer_profile_get_list (profile, "payment-methods"), create_row, self,
                           NULL);
  g_signal_connect_object (profile, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
