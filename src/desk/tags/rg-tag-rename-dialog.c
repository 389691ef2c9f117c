/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-rename-dialog.h"

#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-tag.h"
#include "rg-tag-operations.h"

/* Asks for the new name of a tag. */

struct _RgTagRenameDialog
{
  AdwAlertDialog parent_instance;

  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (RgTagRenameDialog, rg_tag_rename_dialog, ADW_TYPE_ALERT_DIALOG)

static void
rg_tag_rename_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_TAG_RENAME_DIALOG);

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

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/tags/rg-tag-rename-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgTagRenameDialog, entry);
}

typedef struct
{
  RgDesk *desk;
  gint64 tag_id;
  RgTag *base; /* as it was shown */
  char *name;
} Renaming;

static void
renaming_free (gpointer data)
{
  Renaming *renaming = data;

  g_object_unref (renaming->desk);
  g_object_unref (renaming->base);
  g_free (renaming->name);
  g_free (renaming);
}

/* A name that is refused is asked for again, with what was typed and why it can't be. */
static DexFuture *
rename_fiber (gpointer parent, gpointer data)
{
  Renaming *renaming = data;
  g_autofree char *problem = NULL;

  for (;;)
    {
      g_autoptr (RgTagRenameDialog) dialog = g_object_ref_sink (g_object_new (RG_TYPE_TAG_RENAME_DIALOG, NULL));
      g_autofree char *answer = NULL;
      g_autoptr (RgAct) act = rg_act_new (&rg_tag_rename, 0);
      g_autoptr (GError) error = NULL;

      gtk_editable_set_text (dialog->entry, renaming->name);
      adw_dialog_set_focus (ADW_DIALOG (dialog), GTK_WIDGET (dialog->entry));
      if (problem != NULL)
        {
          gtk_widget_add_css_class (GTK_WIDGET (dialog->entry), "error");
          adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), problem);
        }
      answer = dex_await_string (rg_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), parent), NULL);
      if (g_strcmp0 (answer, "rename") != 0)
        return NULL;
      g_set_str (&renaming->name, gtk_editable_get_text (dialog->entry));
      rg_act_add_id (act, renaming->tag_id);
      act->text = g_strdup (renaming->name);
      act->base = g_object_ref (RG_RECORD (renaming->base));
      if (dex_await (rg_desk_perform (renaming->desk, act), &error))
        return NULL;
      g_set_object (&renaming->base, RG_TAG (act->base));
      g_set_str (&problem, error->message);
    }
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
rg_tag_rename_dialog_present (GtkWidget *parent, RgDesk *desk, gint64 tag_id, const char *name)
{
  Renaming *renaming = g_new0 (Renaming, 1);

  renaming->desk = g_object_ref (desk);
  renaming->tag_id = tag_id;
  renaming->base = g_object_new (RG_TYPE_TAG, "id", tag_id, "name", name, NULL);
  renaming->name = g_strdup (name);
  rg_future_enter (parent, rename_fiber, renaming, renaming_free);
}
