/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-staff-dialog.h"

#include <glib/gi18n-lib.h>

#include "rg-colleague-row.h"
#include "rg-future.h"
#include "rg-pin.h"
#include "rg-report.h"
#include "rg-style.h"
#include "rg-text.h"

/* Who works at the desk: the list, a page for one person, and what each role may do. */

struct _RgStaffDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  RgStaff *person; /* the one whose page is open; without an id for a new one */

  AdwNavigationView *navigation;
  AdwNavigationPage *person_page;
  GtkWidget *add;
  GtkListBox *colleagues;
  GtkListBox *former;
  GtkWidget *left_group;
  GtkWidget *save;
  GtkWidget *name;
  AdwComboRow *role;
  AdwSwitchRow *left;
  GtkWidget *pin;
  AdwSwitchRow *no_pin;
  GtkWidget *problem_group;
  GtkLabel *problem;
  AdwPreferencesGroup *rights;
};

G_DEFINE_FINAL_TYPE (RgStaffDialog, rg_staff_dialog, ADW_TYPE_DIALOG)

/* At the field concerned where there is one. */
static void
show_problem (RgStaffDialog *self, const GError *error)
{
  const char *field = error != NULL ? rg_error_get_field (error) : NULL;
  const struct
  {
    const char *field;
    GtkWidget *row;
  } rows[] = { { "name", self->name }, { "role", GTK_WIDGET (self->role) }, { "pin", self->pin } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean wrong = g_strcmp0 (rows[i].field, field) == 0;

      rg_widget_set_wrong (rows[i].row, wrong);
      if (wrong)
        gtk_widget_grab_focus (rows[i].row);
    }
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem_group, error != NULL);
}

static gboolean
is_new (RgStaffDialog *self)
{
  return rg_record_get_id (RG_RECORD (self->person)) == 0;
}

static gboolean
is_self (RgStaffDialog *self)
{
  RgStaff *staff = rg_desk_get_staff (self->desk);

  return staff != NULL && rg_record_get_id (RG_RECORD (staff)) == rg_record_get_id (RG_RECORD (self->person));
}

/* What may be changed here, and why not. Everybody may set their own PIN. */
static void
show_rights (RgStaffDialog *self)
{
  g_autofree char *why_not = rg_desk_dup_why_not (self->desk, is_new (self) ? &rg_staff_add : &rg_staff_edit);
  g_autofree char *why_not_pin = rg_desk_dup_why_not (self->desk, &rg_staff_set_pin);
  const char *pin = why_not_pin != NULL ? why_not_pin : is_self (self) ? NULL : why_not;

  rg_widget_set_why_not (self->name, NULL, why_not);
  rg_widget_set_why_not (GTK_WIDGET (self->role), NULL, why_not);
  rg_widget_set_why_not (GTK_WIDGET (self->left), NULL, why_not);
  rg_widget_set_why_not (self->pin, NULL, pin);
  rg_widget_set_why_not (GTK_WIDGET (self->no_pin), NULL, pin);
  rg_widget_set_why_not (self->save, NULL, why_not != NULL ? pin : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->left), !is_new (self));
  gtk_widget_set_visible (GTK_WIDGET (self->no_pin), self->person->pin_hash != NULL);
}

/* @base: as on file */
static void
show_person (RgStaffDialog *self, RgStaff *staff, RgRecord *base)
{
  g_set_object (&self->person, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->name), staff->name != NULL ? staff->name : "");
  adw_combo_row_set_selected (self->role, staff->role);
  adw_switch_row_set_active (self->left, staff->left);
  self->person = (RgStaff *) rg_record_copy (base);
}

static void
open_person (RgStaffDialog *self, RgStaff *staff)
{
  show_person (self, staff, RG_RECORD (staff));
  adw_navigation_page_set_title (self->person_page, is_new (self) ? _ ("Add Colleague") : staff->name);
  gtk_editable_set_text (GTK_EDITABLE (self->pin), "");
  adw_switch_row_set_active (self->no_pin, FALSE);
  show_rights (self);
  show_problem (self, NULL);
  adw_navigation_view_push (self->navigation, self->person_page);
  gtk_widget_grab_focus (gtk_widget_is_sensitive (self->name) ? self->name : self->pin);
}

static void
on_add_clicked (RgStaffDialog *self)
{
  g_autoptr (RgStaff) staff = g_object_new (RG_TYPE_STAFF, NULL);

  open_person (self, staff);
}

static void
on_colleague_activated (RgStaffDialog *self, GtkListBoxRow *row)
{
  open_person (self, rg_colleague_row_get_staff (RG_COLLEAGUE_ROW (row)));
}

static void
on_rights_activated (RgStaffDialog *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "rights");
}

static void
on_field_changed (RgStaffDialog *self)
{
  if (self->person != NULL)
    show_problem (self, NULL);
}

static gboolean
await_save (RgStaffDialog *self, GError **error)
{
  g_autoptr (RgStaff) draft = (RgStaff *) rg_record_copy (RG_RECORD (self->person));
  gboolean has_pin = *gtk_editable_get_text (GTK_EDITABLE (self->pin)) != '\0';
  gboolean no_pin = adw_switch_row_get_active (self->no_pin);
  g_autofree char *name = rg_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_autoptr (RgAct) act = NULL;

  g_set_str (&draft->name, name);
  draft->role = adw_combo_row_get_selected (self->role);
  draft->left = adw_switch_row_get_active (self->left);
  if (!rg_record_check_required (RG_RECORD (draft), error)
      || (has_pin && !rg_pin_is_acceptable (gtk_editable_get_text (GTK_EDITABLE (self->pin)), error)))
    return FALSE;

  if (is_new (self))
    {
      act = rg_act_new_record (&rg_staff_add, RG_RECORD (draft));
      act->pin = has_pin ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->pin))) : NULL;
      return dex_await (rg_desk_perform (self->desk, act), error);
    }
  if (g_strcmp0 (draft->name, self->person->name) != 0 || draft->role != self->person->role
      || draft->left != self->person->left)
    {
      act = rg_act_new_edit (&rg_staff_edit, RG_RECORD (draft), RG_RECORD (self->person));
      if (!dex_await (rg_desk_perform (self->desk, act), error))
        {
          if (error != NULL && g_error_matches (*error, RG_ERROR, RG_ERROR_CONFLICT))
            show_person (self, RG_STAFF (act->record), act->base);
          return FALSE;
        }
      rg_record_assign (RG_RECORD (self->person), act->record);
      g_clear_object (&act);
    }
  if (!has_pin && !no_pin)
    return TRUE;
  act = rg_act_new_record (&rg_staff_set_pin, RG_RECORD (draft));
  act->pin = has_pin ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->pin))) : NULL;
  return dex_await (rg_desk_perform (self->desk, act), error);
}

static DexFuture *
save_fiber (gpointer data, gpointer unused)
{
  RgStaffDialog *self = data;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  gtk_widget_set_sensitive (self->save, FALSE);
  ok = await_save (self, &error);
  gtk_widget_set_sensitive (self->save, TRUE);
  if (!ok)
    show_problem (self, error);
  else if (adw_navigation_view_get_visible_page (self->navigation) == self->person_page)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->pin), "");
      adw_navigation_view_pop (self->navigation);
    }
  return NULL;
}

static void
on_save_clicked (RgStaffDialog *self)
{
  if (gtk_widget_get_sensitive (self->save))
    rg_future_enter (self, save_fiber, NULL, NULL);
}

/* "Customer Service: View, Create, Edit", a line a role that adds something. */
static char *
dup_rights_text (RgArea area)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint role = 0; role < rg_role_words.n_words; role++)
    {
      g_autoptr (GString) scopes = g_string_new (NULL);

      for (guint scope = 0; scope < RG_N_SCOPES; scope++)
        if (rg_right_get_role ((RgRight) { area, scope }) == role)
          g_string_append_printf (scopes, "%s%s", scopes->len > 0 ? ", " : "", rg_scope_get_label (scope));
      if (scopes->len > 0)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", rg_words_get_label (&rg_role_words, role),
                                scopes->str);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
fill_rights (RgStaffDialog *self)
{
  for (guint area = 0; area < RG_N_AREAS; area++)
    {
      g_autofree char *text = dup_rights_text (area);

      adw_preferences_group_add (self->rights, g_object_new (ADW_TYPE_ACTION_ROW, "title", rg_area_get_label (area),
                                                             "subtitle", text, "use-markup", FALSE, NULL));
    }
}

static GtkWidget *
create_row (gpointer item, gpointer desk)
{
  return rg_colleague_row_new (desk, item);
}

static void
on_former_changed (GListModel *former, guint position, guint removed, guint added, RgStaffDialog *self)
{
  gtk_widget_set_visible (self->left_group, g_list_model_get_n_items (former) > 0);
}

static void
show_add (RgStaffDialog *self)
{
  g_autofree char *why_not = rg_desk_dup_why_not (self->desk, &rg_staff_add);

  rg_widget_set_why_not (self->add, _ ("Add colleague"), why_not);
}

static void
rg_staff_dialog_dispose (GObject *object)
{
  RgStaffDialog *self = RG_STAFF_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_STAFF_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (rg_staff_dialog_parent_class)->dispose (object);
}

static void
rg_staff_dialog_init (RgStaffDialog *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < rg_role_words.n_words; i++)
    gtk_string_list_append (roles, rg_words_get_label (&rg_role_words, i));
  adw_combo_row_set_model (self->role, G_LIST_MODEL (roles));
  fill_rights (self);
}

static void
rg_staff_dialog_class_init (RgStaffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_staff_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/staff/rg-staff-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, person_page);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, add);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, colleagues);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, former);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, left_group);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, role);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, left);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, pin);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, no_pin);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, problem_group);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RgStaffDialog, rights);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_colleague_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_rights_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_field_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

/**
 * rg_staff_dialog_new:
 * @desk: a desk
 *
 * Returns: (transfer floating): a dialog about who works at the desk
 */
AdwDialog *
rg_staff_dialog_new (RgDesk *desk)
{
  RgStaffDialog *self = g_object_new (RG_TYPE_STAFF_DIALOG, NULL);
  g_autoptr (GListModel) colleagues = rg_colleagues_new (desk, FALSE);
  g_autoptr (GListModel) former = rg_colleagues_new (desk, TRUE);

  self->desk = g_object_ref (desk);
  gtk_list_box_bind_model (self->colleagues, colleagues, create_row, desk, NULL);
  gtk_list_box_bind_model (self->former, former, create_row, desk, NULL);
  g_signal_connect_object (former, "items-changed", G_CALLBACK (on_former_changed), self, 0);
  on_former_changed (former, 0, 0, 0, self);
  g_signal_connect_object (desk, "notify::staff", G_CALLBACK (show_add), self, G_CONNECT_SWAPPED);
  show_add (self);
  return ADW_DIALOG (self);
}
