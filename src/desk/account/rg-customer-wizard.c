/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-wizard.h"

#include <glib/gi18n-lib.h>

#include "rg-address-operations.h"
#include "rg-contact-operations.h"
#include "rg-customer-check.h"
#include "rg-customer-operations.h"
#include "rg-customer-profile.h"
#include "rg-future.h"
#include "rg-note.h"
#include "rg-report.h"
#include "rg-same-hint.h"
#include "rg-text.h"

/* A whole customer in five steps, new or on file. Any step can be gone to at any time; all is saved at once. */

struct _RgCustomerWizard
{
  RgFormDialog parent_instance;

  RgForm *address;
  RgForm *contact;
  RgForm *note_form;

  AdwViewStack *stack;
  GtkWidget *status;
  GtkWidget *company;
  GtkWidget *address_rows;
  GtkWidget *contact_rows;
  GtkWidget *note_rows;
  RgSameHint *same;
  GtkWidget *back;
  GtkWidget *next;
  GtkLabel *step;
};

G_DEFINE_FINAL_TYPE (RgCustomerWizard, rg_customer_wizard, RG_TYPE_FORM_DIALOG)

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

/* An address that was begun must be complete; one that was not may stay empty. */
static gboolean
is_begun (RgRecord *record)
{
  if (RG_IS_ADDRESS (record))
    {
      RgAddress *address = RG_ADDRESS (record);

      return address->street != NULL || address->street2 != NULL || address->city != NULL || address->postcode != NULL;
    }
  if (RG_IS_NOTE (record))
    return !rg_text_is_blank (RG_NOTE (record)->text);
  return RG_CONTACT (record)->name != NULL || RG_CONTACT (record)->phone != NULL || RG_CONTACT (record)->email != NULL;
}

static gboolean
check_address (RgRecord *draft, const char *column, RgDesk *desk, GError **error)
{
  return !is_begun (draft) || rg_address_check_field (RG_ADDRESS (draft), column, error);
}

static gboolean
check_contact (RgRecord *draft, const char *column, RgDesk *desk, GError **error)
{
  return !is_begun (draft) || rg_contact_check_field (RG_CONTACT (draft), column, error);
}

static guint
get_step (RgCustomerWizard *self, guint *n_steps)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (self->stack));
  guint step = 0;

  *n_steps = g_list_model_get_n_items (pages);
  for (guint i = 0; i < *n_steps; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      if (adw_view_stack_page_get_child (page) == adw_view_stack_get_visible_child (self->stack))
        step = i;
    }
  return step;
}

static void
on_step_changed (RgCustomerWizard *self)
{
  guint n_steps;
  guint step = get_step (self, &n_steps);
  /* Translators: the number of a step, and how many there are */
  g_autofree char *text = g_strdup_printf (_ ("Step %u of %u"), step + 1, n_steps);

  if (self->step == NULL || self->next == NULL)
    return;
  gtk_label_set_label (self->step, text);
  gtk_widget_set_visible (self->back, step > 0);
  gtk_widget_set_visible (self->next, step + 1 < n_steps);
}

static void
go (RgCustomerWizard *self, int by)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (self->stack));
  guint n_steps;
  guint step = get_step (self, &n_steps);
  g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, (guint) ((int) step + by));

  if (page == NULL)
    return;
  adw_view_stack_set_visible_child (self->stack, adw_view_stack_page_get_child (page));
  gtk_widget_child_focus (adw_view_stack_page_get_child (page), GTK_DIR_TAB_FORWARD);
}

static void
on_back_clicked (RgCustomerWizard *self)
{
  go (self, -1);
}

static void
on_next_clicked (RgCustomerWizard *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->stack);

  if (rg_form_check_in (rg_form_dialog_get_form (RG_FORM_DIALOG (self)), page) && rg_form_check_in (self->address, page)
      && rg_form_check_in (self->contact, page))
    go (self, 1);
}

/* What is wrong in another step is gone to. */
static void
on_problem (RgForm *form, GtkWidget *widget, RgCustomerWizard *self)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    if (gtk_widget_get_parent (w) == GTK_WIDGET (self->stack))
      adw_view_stack_set_visible_child (self->stack, w);
}

static void
show_dependent (RgCustomerWizard *self)
{
  RgCustomer *draft = RG_CUSTOMER (rg_form_get_draft (rg_form_dialog_get_form (RG_FORM_DIALOG (self))));

  gtk_widget_set_visible (self->company, draft->type == RG_CUSTOMER_TYPE_BUSINESS);
}

static RgAct *
make_act (RgFormDialog *dialog)
{
  RgCustomerWizard *self = RG_CUSTOMER_WIZARD (dialog);
  RgForm *form = rg_form_dialog_get_form (dialog);
  RgRecord *draft = rg_form_get_draft (form);
  gboolean on_file = rg_record_get_id (draft) != 0;
  RgForm *others[] = { self->address, self->contact, self->note_form };
  RgAct *act;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (!rg_form_check (others[i]))
      return NULL;
  act = on_file ? rg_act_new_edit (&rg_customer_edit, draft, rg_form_get_base (form))
                : rg_act_new_record (&rg_customer_add, draft);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (is_begun (rg_form_get_draft (others[i])) && rg_form_is_changed (others[i]))
      rg_act_add_record (act, rg_record_copy (rg_form_get_draft (others[i])));
  return act;
}

static void
saved (RgFormDialog *dialog, RgAct *act)
{
  rg_form_forget (RG_CUSTOMER_WIZARD (dialog)->address);
  rg_form_forget (RG_CUSTOMER_WIZARD (dialog)->contact);
  rg_form_forget (RG_CUSTOMER_WIZARD (dialog)->note_form);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "win.open-customer", "x", act->customer_id);
}

static gboolean
refused (RgFormDialog *dialog, const GError *error)
{
  return rg_form_show_error (RG_CUSTOMER_WIZARD (dialog)->address, error)
         || rg_form_show_error (RG_CUSTOMER_WIZARD (dialog)->contact, error);
}

static void
rg_customer_wizard_dispose (GObject *object)
{
  RgCustomerWizard *self = RG_CUSTOMER_WIZARD (object);

  g_clear_object (&self->address);
  g_clear_object (&self->contact);
  g_clear_object (&self->note_form);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CUSTOMER_WIZARD);

  G_OBJECT_CLASS (rg_customer_wizard_parent_class)->dispose (object);
}

static void
rg_customer_wizard_init (RgCustomerWizard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_step_changed (self);
}

static void
rg_customer_wizard_class_init (RgCustomerWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_customer_wizard_dispose;
  RG_FORM_DIALOG_CLASS (klass)->make_act = make_act;
  RG_FORM_DIALOG_CLASS (klass)->saved = saved;
  RG_FORM_DIALOG_CLASS (klass)->refused = refused;

  g_type_ensure (RG_TYPE_SAME_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/account/rg-customer-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, stack);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, status);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, company);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, address_rows);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, contact_rows);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, note_rows);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, same);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, back);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, next);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, step);
  gtk_widget_class_bind_template_callback (widget_class, on_step_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
}

static RgForm *
make_part (RgCustomerWizard *self,
           GtkWidget *rows,
           RgDesk *desk,
           RgRecord *record,
           RgFormCheck part_check,
           const char *name,
           gint64 customer_id)
{
  RgForm *form = rg_form_new (rows, rg_record_get_record_type (record), desk, part_check, NULL);
  g_autofree char *key = g_strdup_printf ("wizard-%s/%" G_GINT64_FORMAT, name, customer_id);

  rg_form_begin (form, record);
  rg_form_keep (form, key);
  g_signal_connect_object (form, "problem", G_CALLBACK (on_problem), self, 0);
  return form;
}

static AdwDialog *
make_wizard (RgDesk *desk, RgCustomer *customer, RgAddress *address, RgContact *contact)
{
  RgCustomerWizard *self = g_object_new (RG_TYPE_CUSTOMER_WIZARD, NULL);
  RgForm *form
    = rg_form_new (rg_form_dialog_get_content (RG_FORM_DIALOG (self)), &rg_customer_type, desk, check, is_required);
  gint64 id = rg_record_get_id (RG_RECORD (customer));
  g_autofree char *key = g_strdup_printf ("wizard/%" G_GINT64_FORMAT, id);
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "kind", RG_NOTE_KIND_STICKY, NULL);

  rg_form_dialog_set_form (RG_FORM_DIALOG (self), form, desk, id != 0 ? &rg_customer_edit : &rg_customer_add);
  adw_dialog_set_title (ADW_DIALOG (self), id != 0 ? _ ("Edit Customer") : _ ("New Customer"));
  g_signal_connect_object (form, "problem", G_CALLBACK (on_problem), self, 0);
  g_signal_connect_object (rg_form_get_draft (form), "notify::type", G_CALLBACK (show_dependent), self,
                           G_CONNECT_SWAPPED);
  rg_form_begin (form, RG_RECORD (customer));
  rg_same_hint_watch (self->same, form, desk);
  gtk_widget_set_visible (self->status, id != 0);
  show_dependent (self);
  if (id != 0)
    rg_form_lock (form, "email", rg_customer_get_email_lock (customer, rg_desk_get_settings (desk)));
  self->address = make_part (self, self->address_rows, desk, RG_RECORD (address), check_address, "address", id);
  self->contact = make_part (self, self->contact_rows, desk, RG_RECORD (contact), check_contact, "contact", id);
  self->note_form = make_part (self, self->note_rows, desk, RG_RECORD (note), NULL, "note", id);
  rg_form_keep (form, key);
  return ADW_DIALOG (self);
}

/**
 * rg_customer_wizard_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): a dialog that adds a customer and opens them
 */
AdwDialog *
rg_customer_wizard_new (RgDesk *desk)
{
  RgSettings *settings = rg_desk_get_settings (desk);
  g_autoptr (RgCustomer) customer
    = g_object_new (RG_TYPE_CUSTOMER, "currency", rg_settings_get (settings, RG_SETTING_CURRENCY), "language",
                    rg_settings_get (settings, RG_SETTING_LANGUAGE), NULL);
  g_autoptr (RgAddress) address = g_object_new (
    RG_TYPE_ADDRESS, "country", rg_settings_get (settings, RG_SETTING_COUNTRY), "is-primary", TRUE, NULL);
  g_autoptr (RgContact) contact = g_object_new (RG_TYPE_CONTACT, NULL);

  return make_wizard (desk, customer, address, contact);
}

typedef struct
{
  RgDesk *desk;
  gint64 customer_id;
} Edit;

static void
edit_free (gpointer data)
{
  g_object_unref (((Edit *) data)->desk);
  g_free (data);
}

static DexFuture *
edit_fiber (gpointer parent, gpointer data)
{
  Edit *edit = data;
  g_autoptr (RgCustomerProfile) profile = rg_customer_profile_new (edit->desk);
  GListModel *addresses = rg_customer_profile_get_list (profile, "addresses");
  g_autoptr (RgAddress) address = NULL;
  g_autoptr (RgContact) contact = NULL;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_customer_profile_load (profile, edit->customer_id), &error))
    {
      rg_widget_report (parent, error);
      return NULL;
    }
  for (guint i = 0; i < g_list_model_get_n_items (addresses); i++)
    {
      g_autoptr (RgAddress) other = g_list_model_get_item (addresses, i);

      if (other->is_primary)
        g_set_object (&address, other);
    }
  if (address == NULL)
    address = g_object_new (RG_TYPE_ADDRESS, "country",
                            rg_settings_get (rg_desk_get_settings (edit->desk), RG_SETTING_COUNTRY), "is-primary", TRUE,
                            NULL);
  contact = g_list_model_get_item (rg_customer_profile_get_list (profile, "contacts"), 0);
  if (contact == NULL)
    contact = g_object_new (RG_TYPE_CONTACT, NULL);
  adw_dialog_present (make_wizard (edit->desk, rg_customer_profile_get_customer (profile), address, contact), parent);
  return NULL;
}

/**
 * rg_customer_wizard_edit:
 * @parent: a widget of the window
 * @desk: the desk
 * @customer_id: a customer on file
 *
 * Opens the same dialog for somebody who is on file.
 */
void
rg_customer_wizard_edit (GtkWidget *parent, RgDesk *desk, gint64 customer_id)
{
  Edit *edit = g_new (Edit, 1);

  edit->desk = g_object_ref (desk);
  edit->customer_id = customer_id;
  rg_future_enter (parent, edit_fiber, edit, edit_free);
}
