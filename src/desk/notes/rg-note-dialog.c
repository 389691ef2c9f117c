/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note-dialog.h"

#include <glib/gi18n-lib.h>

#include "rg-note-operations.h"
#include "rg-text.h"

/* A note about a customer while something else of theirs is worked on, such as an order during a call. */

struct _RgNoteDialog
{
  RgFormDialog parent_instance;

  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (RgNoteDialog, rg_note_dialog, RG_TYPE_FORM_DIALOG)

static RgAct *
make_act (RgFormDialog *dialog)
{
  RgRecord *draft = rg_form_get_draft (rg_form_dialog_get_form (dialog));

  if (!rg_text_is_blank (RG_NOTE (draft)->text))
    return rg_act_new_record (&rg_note_add, draft);
  rg_form_dialog_say (dialog, _ ("Write what happened before saving the note."));
  gtk_widget_grab_focus (RG_NOTE_DIALOG (dialog)->text);
  return NULL;
}

static void
rg_note_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_NOTE_DIALOG);

  G_OBJECT_CLASS (rg_note_dialog_parent_class)->dispose (object);
}

static void
rg_note_dialog_init (RgNoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_note_dialog_class_init (RgNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_note_dialog_dispose;
  RG_FORM_DIALOG_CLASS (klass)->make_act = make_act;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/notes/rg-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgNoteDialog, text);
}

/**
 * rg_note_dialog_new:
 * @desk: the desk
 * @customer_id: whom the note is about
 *
 * Returns: (transfer floating): a dialog that adds a note, of a telephone call unless another type is chosen
 */
AdwDialog *
rg_note_dialog_new (RgDesk *desk, gint64 customer_id)
{
  RgNoteDialog *self = g_object_new (RG_TYPE_NOTE_DIALOG, NULL);
  RgForm *form = rg_form_new (rg_form_dialog_get_content (RG_FORM_DIALOG (self)), &rg_note_type, desk, NULL, NULL);
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "kind", RG_NOTE_KIND_PHONE, NULL);

  rg_form_dialog_begin (RG_FORM_DIALOG (self), form, desk, RG_RECORD (note), &rg_note_add, &rg_note_edit);
  adw_dialog_set_focus (ADW_DIALOG (self), self->text);
  return ADW_DIALOG (self);
}
