/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-account-view.h"

#include <glib/gi18n-lib.h>

#include "rg-account-details.h"
#include "rg-card.h"
#include "rg-closures.h"
#include "rg-customer-check.h"
#include "rg-customer-operations.h"
#include "rg-future.h"
#include "rg-report.h"

/* Everything about a customer that does not happen but is: name, business, addresses, delivery, preferences. The form
 * is saved as a whole with "Update Customer Info"; switches, languages and instructions save themselves when they are
 * left. */

struct _RgAccountView
{
  RgCustomerView parent_instance;

  RgForm *form;
  gint64 customer_id;

  GtkWidget *business;
  GtkLabel *factor;
  GtkLabel *state;
  GtkWidget *save;
  AdwBanner *restored;
  GtkListBox *addresses;
  GtkListBox *contacts;
  GtkListBox *cancellations;
  GtkWidget *no_addresses;
  GtkWidget *no_contacts;
  GtkWidget *no_cancellations;
  GtkWidget *addresses_card;
  GtkWidget *contacts_card;
  GtkWidget *cancellations_card;
};

G_DEFINE_FINAL_TYPE (RgAccountView, rg_account_view, RG_TYPE_CUSTOMER_VIEW)

static gboolean
check (RgRecord *draft, const char *column, RgDesk *desk, GError **error)
{
  return rg_customer_check_field (RG_CUSTOMER (draft), column, rg_desk_get_today (desk), error);
}

static gboolean
is_required (RgRecord *draft, const char *column)
{
  return rg_customer_is_required (RG_CUSTOMER (draft), column);
}

static gboolean
saves_itself (const char *column)
{
  const RgField *field = rg_record_type_find_field (&rg_customer_type, column);

  return field->kind == RG_KIND_BOOL || g_str_has_suffix (column, "_instructions") || g_str_equal (column, "language")
         || g_str_equal (column, "currency");
}

static void
say (RgAccountView *self, const char *text, const char *style)
{
  const char *const styles[] = { "caption", style, NULL };

  gtk_label_set_label (self->state, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), (const char **) styles);
}

static void
update_state (RgAccountView *self)
{
  RgDesk *desk = rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self));
  gboolean changed = rg_form_is_changed (self->form);
  g_autofree char *why_not = rg_desk_dup_why_not (desk, &rg_customer_edit);
  g_autofree char *changes = rg_form_dup_changes (self->form);
  g_autofree char *text = NULL;

  if (changed)
    /* Translators: %s are the names of fields: "Phone, Last name" */
    text = g_strdup_printf (_ ("Not saved yet: %s"), changes);
  else
    text = g_strdup (_ ("Everything is saved"));
  say (self, text, changed ? "warning" : "dim-label");
  if (why_not == NULL && !changed)
    why_not = g_strdup (_ ("There is nothing to save: nothing was changed."));
  rg_widget_set_why_not (self->save, _ ("Save (Ctrl+S)"), why_not);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.discard", changed);
  if (!changed)
    adw_banner_set_revealed (self->restored, FALSE);
}

/* After a conflict the person goes on from what is on file now; what was typed stays. */
static DexFuture *
save_fiber (gpointer data, gpointer act_pointer)
{
  RgAccountView *self = data;
  RgCustomerProfile *profile = rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self));
  RgAct *act = act_pointer;
  gint64 customer_id = self->customer_id;
  g_autoptr (GError) error = NULL;

  dex_await (rg_desk_perform (rg_customer_profile_get_desk (profile), act), &error);
  if (self->form == NULL || customer_id != self->customer_id)
    return NULL;
  if (error == NULL && act->operation == &rg_customer_edit)
    {
      rg_form_begin (self->form, act->record);
      rg_form_forget (self->form);
    }
  else if (error == NULL)
    return NULL;
  else if (g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT))
    {
      dex_await (rg_customer_profile_refresh (profile), NULL);
      if (self->form == NULL || customer_id != self->customer_id)
        return NULL;
      rg_form_rebase (self->form, RG_RECORD (rg_customer_profile_get_customer (profile)));
      say (self, error->message, "error");
    }
  else if (rg_form_show_error (self->form, error))
    say (self, error->message, "error");
  else
    rg_widget_report (GTK_WIDGET (self), error);
  return NULL;
}

static void
perform (RgAccountView *self, const RgOperation *operation, const char *column)
{
  RgAct *act = rg_act_new_edit (operation, rg_form_get_draft (self->form), rg_form_get_base (self->form));

  act->text = g_strdup (column);
  rg_future_enter (self, save_fiber, act, g_object_unref);
}

static void
on_save_clicked (RgAccountView *self)
{
  if (rg_form_check (self->form))
    perform (self, &rg_customer_edit, NULL);
  else
    say (self, _ ("Something is not right yet; it is marked in red. Nothing was lost."), "error");
}

static void
on_field_left (RgForm *form, const char *column, RgAccountView *self)
{
  if (saves_itself (column))
    perform (self, &rg_customer_set_field, column);
}

/* What is wrong in a folded card can't be seen. */
static void
on_problem (RgForm *form, GtkWidget *widget, RgAccountView *self)
{
  GtkWidget *card = gtk_widget_get_ancestor (widget, RG_TYPE_CARD);

  if (card != NULL)
    rg_card_set_folded (RG_CARD (card), FALSE);
}

static void
on_restored (RgForm *form, RgAccountView *self)
{
  adw_banner_set_revealed (self->restored, TRUE);
}

/* Cancelling asks for a reason: choosing that status begins a cancellation instead. The row that was chosen in is still
 * busy with it, so the status goes back a moment later. */
static DexFuture *
cancel_fiber (gpointer data, gpointer unused)
{
  RgAccountView *self = data;
  RgCustomer *draft, *base;

  if (self->form == NULL)
    return NULL;
  draft = RG_CUSTOMER (rg_form_get_draft (self->form));
  base = RG_CUSTOMER (rg_form_get_base (self->form));
  if (draft->status != RG_CUSTOMER_STATUS_CANCELLED || base->status == RG_CUSTOMER_STATUS_CANCELLED)
    return NULL;
  g_object_set (draft, "status", base->status, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "account.add-cancellation", NULL);
  return NULL;
}

static void
on_status_chosen (RgAccountView *self)
{
  if (RG_CUSTOMER (rg_form_get_draft (self->form))->status == RG_CUSTOMER_STATUS_CANCELLED && self->customer_id != 0)
    rg_future_enter (self, cancel_fiber, NULL, NULL);
}

static void
show_dependent (RgAccountView *self)
{
  RgCustomer *draft = RG_CUSTOMER (rg_form_get_draft (self->form));
  g_autofree char *factor = g_strdup_printf ("× %.4g", (10000 - draft->wholesale_discount) / 10000.0);

  gtk_widget_set_visible (self->business, draft->type == RG_CUSTOMER_TYPE_BUSINESS);
  gtk_label_set_label (self->factor, factor);
}

static void
lock (RgAccountView *self)
{
  RgDesk *desk = rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self));
  RgCustomer *base = RG_CUSTOMER (rg_form_get_base (self->form));
  g_autofree char *why_not = rg_desk_dup_why_not (desk, &rg_customer_edit);

  rg_form_lock (self->form, NULL, why_not);
  if (why_not == NULL)
    rg_form_lock (self->form, "email", rg_customer_get_email_lock (base, rg_desk_get_settings (desk)));
}

static void
show_count (GtkWidget *card, GtkWidget *empty, GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  g_autofree char *count = n > 0 ? g_strdup_printf ("%'u", n) : NULL;

  g_object_set (card, "count", count, NULL);
  gtk_widget_set_visible (empty, n == 0);
}

static void
show_counts (RgAccountView *self)
{
  RgCustomerProfile *profile = rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self));

  show_count (self->addresses_card, self->no_addresses, rg_customer_profile_get_list (profile, "addresses"));
  show_count (self->contacts_card, self->no_contacts, rg_customer_profile_get_list (profile, "contacts"));
  show_count (self->cancellations_card, self->no_cancellations,
              rg_customer_profile_get_list (profile, "cancellations"));
}

static void
rg_account_view_profile_changed (RgCustomerView *view)
{
  RgAccountView *self = RG_ACCOUNT_VIEW (view);
  RgCustomerProfile *profile = rg_customer_view_get_profile (view);
  RgRecord *draft;

  self->form = rg_form_new (GTK_WIDGET (self), &rg_customer_type, rg_customer_view_get_desk (view), check, is_required);
  draft = rg_form_get_draft (self->form);
  g_signal_connect_object (self->form, "notify::changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "left", G_CALLBACK (on_field_left), self, 0);
  g_signal_connect_object (self->form, "problem", G_CALLBACK (on_problem), self, 0);
  g_signal_connect_object (self->form, "restored", G_CALLBACK (on_restored), self, 0);
  g_signal_connect_object (draft, "notify::type", G_CALLBACK (show_dependent), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::wholesale-discount", G_CALLBACK (show_dependent), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::status", G_CALLBACK (on_status_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rg_customer_view_get_desk (view), "notify::staff", G_CALLBACK (lock), self,
                           G_CONNECT_SWAPPED);
  rg_account_details_bind (self->addresses, profile, "addresses");
  rg_account_details_bind (self->contacts, profile, "contacts");
  rg_account_details_bind (self->cancellations, profile, "cancellations");
}

static void
rg_account_view_loaded (RgCustomerView *view)
{
  RgAccountView *self = RG_ACCOUNT_VIEW (view);
  RgRecord *customer = RG_RECORD (rg_customer_profile_get_customer (rg_customer_view_get_profile (view)));

  if (self->customer_id != rg_record_get_id (customer))
    {
      g_autofree char *key = g_strdup_printf ("customer/%" G_GINT64_FORMAT, rg_record_get_id (customer));

      self->customer_id = 0;
      rg_form_begin (self->form, customer);
      self->customer_id = rg_record_get_id (customer);
      adw_banner_set_revealed (self->restored, FALSE);
      rg_form_keep (self->form, key);
    }
  else
    rg_form_load (self->form, customer);
  show_dependent (self);
  show_counts (self);
  lock (self);
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgAccountView *self = RG_ACCOUNT_VIEW (widget);

  if (gtk_widget_is_sensitive (self->save))
    on_save_clicked (self);
  else
    rg_widget_tell (widget, gtk_widget_get_tooltip_text (self->save));
}

static void
on_discard (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rg_form_discard (RG_ACCOUNT_VIEW (widget)->form);
}

static void
on_business_type (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_object_set (rg_form_get_draft (RG_ACCOUNT_VIEW (widget)->form), "business-type",
                _ (g_variant_get_string (parameter, NULL)), NULL);
}

static void
rg_account_view_dispose (GObject *object)
{
  RgAccountView *self = RG_ACCOUNT_VIEW (object);

  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_ACCOUNT_VIEW);

  G_OBJECT_CLASS (rg_account_view_parent_class)->dispose (object);
}

static void
rg_account_view_init (RgAccountView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_account_view_class_init (RgAccountViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RgCustomerViewClass *view_class = RG_CUSTOMER_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_account_view_dispose;
  view_class->profile_changed = rg_account_view_profile_changed;
  view_class->loaded = rg_account_view_loaded;

  g_type_ensure (RG_TYPE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/account/rg-account-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, business);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, factor);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, state);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, save);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, restored);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, addresses);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, contacts);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, cancellations);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, no_addresses);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, no_contacts);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, no_cancellations);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, addresses_card);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, contacts_card);
  gtk_widget_class_bind_template_child (widget_class, RgAccountView, cancellations_card);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  rg_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "account.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "account.discard", NULL, on_discard);
  gtk_widget_class_install_action (widget_class, "account.business-type", "s", on_business_type);
  rg_account_details_install (widget_class);
}

/**
 * rg_account_view_get_form:
 * @self: the Account view
 *
 * Returns: (transfer none): its form
 */
RgForm *
rg_account_view_get_form (RgAccountView *self)
{
  return self->form;
}
