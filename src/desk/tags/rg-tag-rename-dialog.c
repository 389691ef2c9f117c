/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-rename-dialog.h"

#include "rg-report.h"
#include "rg-tag-operations.h"

/* Asks for the new name of a tag. */

struct _RgTagRenameDialog
{
  AdwAlertDialog parent_instance;

  RgDesk *desk;
  gint64 tag_id;
  GtkWidget *parent;
  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (RgTagRenameDialog, rg_tag_rename_dialog, ADW_TYPE_ALERT_DIALOG)

static void
rg_tag_rename_dialog_response (AdwAlertDialog *dialog,
                               const char *response)
{
  RgTagRenameDialog *self = RG_TAG_RENAME_DIALOG (dialog);
  RgAct *act;

  if (!g_str_equal (response, "rename") || self->parent == NULL)
    return;
  act = rg_act_new (&rg_tag_rename, 0);
  rg_act_add_id (act, self->tag_id);
  act->text = g_strdup (gtk_editable_get_text (self->entry));
  rg_widget_perform (self->parent, self->desk, act);
}

static void
rg_tag_rename_dialog_dispose (GObject *object)
{
  RgTagRenameDialog *self = RG_TAG_RENAME_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_TAG_RENAME_DIALOG);
  g_clear_object (&self->desk);
  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (rg_tag_rename_dialog_parent_class)->dispose (object);
}

static void
rg_tag_rename_dialog_init (RgTagRenameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_tag_rename_dialog_class_init (RgTagRenameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_tag_rename_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = rg_tag_rename_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/tags/rg-tag-rename-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgTagRenameDialog, entry);
}

/**
 * rg_tag_rename_dialog_present:
 * @parent: the widget it is about
 * @desk: the desk
 * @tag_id: a tag
 * @name: its name
 *
 * Asks for another name for the tag and renames it.
 */
void
rg_tag_rename_dialog_present (GtkWidget *parent,
                              RgDesk *desk,
                              gint64 tag_id,
                              const char *name)
{
  RgTagRenameDialog *self = g_object_new (RG_TYPE_TAG_RENAME_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->tag_id = tag_id;
  g_set_weak_pointer (&self->parent, parent);
  gtk_editable_set_text (self->entry, name);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->entry));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
