/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-wizard.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

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
#include "rg-wizard-rows.h"

/* A whole customer in five steps, new or on file. Any step can be gone to at any time; all is saved at once. */

struct _RgCustomerWizard
{
  RgFormDialog parent_instance;

  gint64 customer_id;
  GPtrArray *parts; /* of RgForm: the addresses, the contacts and the note */

  AdwViewStack *stack;
  GtkWidget *status;
  GtkWidget *company;
  GtkBox *addresses;
  GtkBox *contacts;
  GtkWidget *note_rows;
  RgSameHint *same;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *save; /* of the form dialog */
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

/* An address that was begun must be complete; one that was not may stay empty, and is removed if it is on file. */
static gboolean
is_begun (RgRecord *record)
{
  if (RG_IS_ADDRESS (record))
    return !rg_address_is_blank (RG_ADDRESS (record));
  if (RG_IS_NOTE (record))
    return !rg_text_is_blank (RG_NOTE (record)->text);
  return !rg_contact_is_blank (RG_CONTACT (record));
}

static gboolean
check_part (RgRecord *draft, const char *column, RgDesk *desk, GError **error)
{
  if (!is_begun (draft) || RG_IS_NOTE (draft))
    return TRUE;
  return RG_IS_ADDRESS (draft) ? rg_address_check_field (RG_ADDRESS (draft), column, error)
                               : rg_contact_check_field (RG_CONTACT (draft), column, error);
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
  guint n_steps, step = get_step (self, &n_steps);
  /* Translators: the number of a step, and how many there are */
  g_autofree char *text = g_strdup_printf (_ ("Step %u of %u"), step + 1, n_steps);

  if (self->step == NULL || self->next == NULL)
    return;
  gtk_label_set_label (self->step, text);
  gtk_widget_set_visible (self->back, step > 0);
  gtk_widget_set_visible (self->next, step + 1 < n_steps);
  /* Enter goes through the steps of somebody new. */
  adw_dialog_set_default_widget (ADW_DIALOG (self),
                                 self->customer_id == 0 && step + 1 < n_steps ? self->next : self->save);
}

static void
go (RgCustomerWizard *self, int by)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (self->stack));
  guint n_steps, step = get_step (self, &n_steps);
  g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, (guint) ((int) step + by));

  if (page == NULL)
    return;
  adw_view_stack_set_visible_child (self->stack, adw_view_stack_page_get_child (page));
  if (gtk_widget_get_focus_child (adw_view_stack_page_get_child (page)) == NULL)
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
  gboolean fine = rg_form_check_in (rg_form_dialog_get_form (RG_FORM_DIALOG (self)), page);

  for (guint i = 0; fine && i < self->parts->len; i++)
    fine = rg_form_check_in (self->parts->pdata[i], page);
  if (fine)
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
  RgAct *act;

  for (guint i = 0; i < self->parts->len; i++)
    if (!rg_form_check (self->parts->pdata[i]))
      return NULL;
  act = on_file ? rg_act_new_edit (&rg_customer_edit, draft, rg_form_get_base (form))
                : rg_act_new_record (&rg_customer_add, draft);
  for (guint i = 0; i < self->parts->len; i++)
    {
      RgRecord *part = rg_form_get_draft (self->parts->pdata[i]);

      if ((is_begun (part) || rg_record_get_id (part) != 0) && rg_form_is_changed (self->parts->pdata[i]))
        rg_act_add_record (act, rg_record_copy (part));
    }
  return act;
}

static void
saved (RgFormDialog *dialog, RgAct *act)
{
  GPtrArray *parts = RG_CUSTOMER_WIZARD (dialog)->parts;

  for (guint i = 0; i < parts->len; i++)
    rg_form_forget (parts->pdata[i]);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "win.open-customer", "x", act->customer_id);
}

static gboolean
refused (RgFormDialog *dialog, const GError *error)
{
  GPtrArray *parts = RG_CUSTOMER_WIZARD (dialog)->parts;

  for (guint i = 0; i < parts->len; i++)
    if (rg_form_is_changed (parts->pdata[i]) && rg_form_show_error (parts->pdata[i], error))
      return TRUE;
  return FALSE;
}

/* What an emptied address or contact on file comes to is said before it is saved. */
static void
tell_removal (RgRecord *draft, GParamSpec *pspec, AdwPreferencesGroup *rows)
{
  adw_preferences_group_set_description (
    rows, is_begun (draft) ? NULL : _ ("It is empty: saving removes it from the customer."));
}

static void
add_form (RgCustomerWizard *self, GtkWidget *rows, RgRecord *record, const char *key)
{
  RgDesk *desk = rg_form_dialog_get_desk (RG_FORM_DIALOG (self));
  RgForm *form = rg_form_new (rows, rg_record_get_record_type (record), desk, check_part, NULL);

  rg_form_begin (form, record);
  rg_form_keep (form, key);
  g_signal_connect_object (form, "problem", G_CALLBACK (on_problem), self, 0);
  if (rg_record_get_id (record) != 0)
    g_signal_connect_object (rg_form_get_draft (form), "notify", G_CALLBACK (tell_removal), rows, 0);
  g_ptr_array_add (self->parts, form);
}

/* How many addresses or contacts there are by now. */
static guint
count_parts (RgCustomerWizard *self, GType type)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += G_TYPE_CHECK_INSTANCE_TYPE (rg_form_get_draft (self->parts->pdata[i]), type) ? 1 : 0;
  return n;
}

/* Under which name the @n-th of them is kept, or the one that is on file. */
static char *
dup_part_key (RgCustomerWizard *self, const char *name, guint n, gint64 id)
{
  if (n > 1 && id != 0)
    return g_strdup_printf ("wizard-%s/%" PRId64 "/%" PRId64, name, self->customer_id, id);
  if (n > 1)
    return g_strdup_printf ("wizard-%s-%u/%" PRId64, name, n, self->customer_id);
  return g_strdup_printf ("wizard-%s/%" PRId64, name, self->customer_id);
}

/* Adds the rows of one more address. Returns: the rows. */
static GtkWidget *
add_address (RgCustomerWizard *self, RgAddress *address)
{
  guint n = count_parts (self, RG_TYPE_ADDRESS) + 1;
  g_autofree char *key = dup_part_key (self, "address", n, rg_record_get_id (RG_RECORD (address)));
  g_autofree char *further = g_strdup_printf (_ ("Address %u"), n);
  GtkWidget *rows
    = g_object_new (RG_TYPE_ADDRESS_ROWS, "title", address->is_primary ? _ ("Primary address") : further, "description",
                    rg_record_get_id (RG_RECORD (address)) == 0 ? _ ("Leave it empty to add it later.") : "", NULL);

  gtk_box_append (self->addresses, rows);
  add_form (self, rows, RG_RECORD (address), key);
  return rows;
}

static GtkWidget *
add_contact (RgCustomerWizard *self, RgContact *contact)
{
  guint n = count_parts (self, RG_TYPE_CONTACT) + 1;
  g_autofree char *key = dup_part_key (self, "contact", n, rg_record_get_id (RG_RECORD (contact)));
  g_autofree char *further = g_strdup_printf (_ ("Contact %u"), n);
  GtkWidget *rows = g_object_new (RG_TYPE_CONTACT_ROWS, "title", n == 1 ? _ ("Contact") : further, "description",
                                  n == 1 ? _ ("A further person to speak to, if there is one.") : "", NULL);

  gtk_box_append (self->contacts, rows);
  add_form (self, rows, RG_RECORD (contact), key);
  return rows;
}

static GtkWidget *
add_new_address (RgCustomerWizard *self)
{
  RgSettings *settings = rg_desk_get_settings (rg_form_dialog_get_desk (RG_FORM_DIALOG (self)));
  g_autoptr (RgAddress) address
    = g_object_new (RG_TYPE_ADDRESS, "country", rg_settings_get (settings, RG_SETTING_COUNTRY), "is-primary",
                    count_parts (self, RG_TYPE_ADDRESS) == 0, NULL);

  return add_address (self, address);
}

static GtkWidget *
add_new_contact (RgCustomerWizard *self)
{
  g_autoptr (RgContact) contact = g_object_new (RG_TYPE_CONTACT, NULL);

  return add_contact (self, contact);
}

static void
on_add_address_clicked (RgCustomerWizard *self)
{
  gtk_widget_child_focus (add_new_address (self), GTK_DIR_TAB_FORWARD);
}

static void
on_add_contact_clicked (RgCustomerWizard *self)
{
  gtk_widget_child_focus (add_new_contact (self), GTK_DIR_TAB_FORWARD);
}

/* Whether something was typed before into the next one that is not on file. */
static gboolean
await_is_kept (RgCustomerWizard *self, GType type, const char *name)
{
  g_autofree char *key = dup_part_key (self, name, count_parts (self, type) + 1, 0);
  g_autofree char *text
    = dex_await_string (rg_form_recall (rg_form_dialog_get_desk (RG_FORM_DIALOG (self)), key), NULL);

  return text != NULL && *text != '\0' && self->parts != NULL;
}

/* What was typed before into further ones is kept in those: they are shown again. */
static DexFuture *
restore_fiber (gpointer data, gpointer unused)
{
  RgCustomerWizard *self = data;

  while (self->parts != NULL && await_is_kept (self, RG_TYPE_ADDRESS, "address"))
    add_new_address (self);
  while (self->parts != NULL && await_is_kept (self, RG_TYPE_CONTACT, "contact"))
    add_new_contact (self);
  return NULL;
}

static void
rg_customer_wizard_dispose (GObject *object)
{
  RgCustomerWizard *self = RG_CUSTOMER_WIZARD (object);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CUSTOMER_WIZARD);

  G_OBJECT_CLASS (rg_customer_wizard_parent_class)->dispose (object);
}

static void
rg_customer_wizard_init (RgCustomerWizard *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->save = adw_dialog_get_default_widget (ADW_DIALOG (self));
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
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, addresses);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, contacts);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, note_rows);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, same);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, back);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, next);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerWizard, step);
  gtk_widget_class_bind_template_callback (widget_class, on_step_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_address_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_contact_clicked);
}

/* The primary address comes first. */
static void
add_parts (RgCustomerWizard *self, GListModel *addresses, GListModel *contacts)
{
  for (guint pass = 0; addresses != NULL && pass < 2; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (addresses); i++)
      {
        g_autoptr (RgAddress) address = g_list_model_get_item (addresses, i);

        if (address->is_primary == (pass == 0))
          add_address (self, address);
      }
  for (guint i = 0; contacts != NULL && i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr (RgContact) contact = g_list_model_get_item (contacts, i);

      add_contact (self, contact);
    }
  if (count_parts (self, RG_TYPE_ADDRESS) == 0)
    add_new_address (self);
  if (count_parts (self, RG_TYPE_CONTACT) == 0)
    add_new_contact (self);
}

static AdwDialog *
make_wizard (RgDesk *desk, RgCustomer *customer, GListModel *addresses, GListModel *contacts)
{
  RgCustomerWizard *self = g_object_new (RG_TYPE_CUSTOMER_WIZARD, NULL);
  RgForm *form
    = rg_form_new (rg_form_dialog_get_content (RG_FORM_DIALOG (self)), &rg_customer_type, desk, check, is_required);
  gint64 id = rg_record_get_id (RG_RECORD (customer));
  g_autofree char *key = g_strdup_printf ("wizard/%" PRId64, id);
  g_autofree char *note_key = g_strdup_printf ("wizard-note/%" PRId64, id);
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "kind", RG_NOTE_KIND_STICKY, NULL);

  self->customer_id = id;
  on_step_changed (self);
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
  add_parts (self, addresses, contacts);
  add_form (self, self->note_rows, RG_RECORD (note), note_key);
  rg_form_keep (form, key);
  rg_future_enter (self, restore_fiber, NULL, NULL);
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

  return make_wizard (desk, customer, NULL, NULL);
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
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_customer_profile_load (profile, edit->customer_id), &error))
    {
      rg_widget_report (parent, error);
      return NULL;
    }
  adw_dialog_present (make_wizard (edit->desk, rg_customer_profile_get_customer (profile),
                                   rg_customer_profile_get_list (profile, "addresses"),
                                   rg_customer_profile_get_list (profile, "contacts")),
                      parent);
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
