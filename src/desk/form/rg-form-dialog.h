/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-form.h"

G_BEGIN_DECLS

#define RG_TYPE_FORM_DIALOG (rg_form_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (RgFormDialog, rg_form_dialog, RG, FORM_DIALOG, AdwDialog)

/**
 * RgFormDialogClass:
 * @make_act: returns (transfer full) what saving does, or %NULL when a second look at the fields is needed
 * @saved: (nullable): called when it is on file, before the dialog closes
 * @refused: (nullable): called when it was refused and the form has no row for what is wrong; returns whether it was
 * said
 *
 * A dialog with one form: Cancel, a title, and one button that saves. It closes when all is on file; a refusal keeps
 * everything and says what is wrong at its field.
 */
struct _RgFormDialogClass
{
  AdwDialogClass parent_class;

  RgAct *(*make_act) (RgFormDialog *self);
  void (*saved) (RgFormDialog *self, RgAct *act);
  gboolean (*refused) (RgFormDialog *self, const GError *error);
};

void rg_form_dialog_set_form (RgFormDialog *self, RgForm *form, RgDesk *desk, const RgOperation *operation);
void rg_form_dialog_begin (
  RgFormDialog *self, RgForm *form, RgDesk *desk, RgRecord *record, const RgOperation *add, const RgOperation *edit);
GtkWidget *rg_form_dialog_get_content (RgFormDialog *self);
RgForm *rg_form_dialog_get_form (RgFormDialog *self);
RgDesk *rg_form_dialog_get_desk (RgFormDialog *self);
void rg_form_dialog_save (RgFormDialog *self);
void rg_form_dialog_say (RgFormDialog *self, const char *problem);

G_END_DECLS
