/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-switch-user-dialog.h"

#include "rg-colleague-row.h"
#include "rg-future.h"
#include "rg-style.h"

/* Who works at the desk from now on: choose a colleague, type their PIN if they have one. */

struct _RgSwitchUserDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  RgStaff *chosen;

  AdwNavigationView *navigation;
  AdwNavigationPage *pin_page;
  GtkListBox *colleagues;
  GtkLabel *problem;
  AdwAvatar *avatar;
  GtkEditable *pin;
  GtkLabel *pin_problem;
  GtkWidget *sign_in;
};

G_DEFINE_FINAL_TYPE (RgSwitchUserDialog, rg_switch_user_dialog, ADW_TYPE_DIALOG)

static gboolean
is_asking_pin (RgSwitchUserDialog *self)
{
  return adw_navigation_view_get_visible_page (self->navigation) == self->pin_page;
}

static void
show_problem (RgSwitchUserDialog *self, const char *text)
{
  GtkLabel *label = is_asking_pin (self) ? self->pin_problem : self->problem;

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  rg_widget_set_wrong (self->pin, text != NULL && is_asking_pin (self));
}

static DexFuture *
sign_in_fiber (gpointer data, gpointer unused)
{
  RgSwitchUserDialog *self = data;
  const char *pin = self->chosen->pin_hash != NULL ? gtk_editable_get_text (self->pin) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  gtk_widget_set_sensitive (self->sign_in, FALSE);
  ok = dex_await (rg_desk_sign_in (self->desk, rg_record_get_id (RG_RECORD (self->chosen)), pin), &error);
  gtk_widget_set_sensitive (self->sign_in, TRUE);
  if (ok)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return NULL;
    }
  show_problem (self, error->message);
  gtk_editable_select_region (self->pin, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->pin));
  return NULL;
}

static void
on_sign_in_clicked (RgSwitchUserDialog *self)
{
  if (gtk_widget_get_sensitive (self->sign_in))
    rg_future_enter (self, sign_in_fiber, NULL, NULL);
}

static void
on_pin_changed (RgSwitchUserDialog *self)
{
  show_problem (self, NULL);
}

static void
on_colleague_activated (RgSwitchUserDialog *self, GtkListBoxRow *row)
{
  RgStaff *staff = rg_colleague_row_get_staff (RG_COLLEAGUE_ROW (row));

  g_set_object (&self->chosen, staff);
  if (staff->pin_hash == NULL)
    {
      rg_future_enter (self, sign_in_fiber, NULL, NULL);
      return;
    }
  adw_avatar_set_text (self->avatar, staff->name);
  adw_navigation_page_set_title (self->pin_page, staff->name);
  gtk_editable_set_text (self->pin, "");
  adw_navigation_view_push_by_tag (self->navigation, "pin");
  gtk_widget_grab_focus (GTK_WIDGET (self->pin));
}

static GtkWidget *
create_row (gpointer item, gpointer desk)
{
  return rg_colleague_row_new (desk, item);
}

static void
rg_switch_user_dialog_dispose (GObject *object)
{
  RgSwitchUserDialog *self = RG_SWITCH_USER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_SWITCH_USER_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (rg_switch_user_dialog_parent_class)->dispose (object);
}

static void
rg_switch_user_dialog_init (RgSwitchUserDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_switch_user_dialog_class_init (RgSwitchUserDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_switch_user_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/staff/rg-switch-user-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgSwitchUserDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, RgSwitchUserDialog, pin_page);
  gtk_widget_class_bind_template_child (widget_class, RgSwitchUserDialog, colleagues);
  gtk_widget_class_bind_template_child (widget_class, RgSwitchUserDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RgSwitchUserDialog, avatar);
  gtk_widget_class_bind_template_child (widget_class, RgSwitchUserDialog, pin);
  gtk_widget_class_bind_template_child (widget_class, RgSwitchUserDialog, pin_problem);
  gtk_widget_class_bind_template_child (widget_class, RgSwitchUserDialog, sign_in);
  gtk_widget_class_bind_template_callback (widget_class, on_colleague_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_pin_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_in_clicked);
}

/**
 * rg_switch_user_dialog_new:
 * @desk: a desk
 *
 * Returns: (transfer floating): a dialog that signs somebody in
 */
AdwDialog *
rg_switch_user_dialog_new (RgDesk *desk)
{
  RgSwitchUserDialog *self = g_object_new (RG_TYPE_SWITCH_USER_DIALOG, NULL);
  g_autoptr (GListModel) colleagues = rg_colleagues_new (desk, FALSE);

  self->desk = g_object_ref (desk);
  gtk_list_box_bind_model (self->colleagues, colleagues, create_row, desk, NULL);
  return ADW_DIALOG (self);
}
