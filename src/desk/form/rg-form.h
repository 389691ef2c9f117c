/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_FORM (rg_form_get_type ())
G_DECLARE_FINAL_TYPE (RgForm, rg_form, RG, FORM, GObject)

/**
 * RgForm:
 *
 * Ties the rows below a widget to a record that is being edited. A row belongs to the field whose property name is its
 * widget name ("first-name"); its title, when it has none, is the field's label. Entries, switches, combos, spins and
 * text views each get what suits the field's kind.
 *
 * The form keeps two records: the base, as on file, and the draft, as typed. What is typed is kept in the file's
 * scratch, checked when a field is left, and never thrown away by a refusal.
 */

/* The style class of a widget below the root whose rows belong to another form. */
#define RG_FORM_OTHER "other-form"

/**
 * RgFormCheck:
 * @draft: as typed
 * @column: the column that is looked at
 * @desk: the desk
 * @error: where to put what is wrong
 *
 * Returns: whether that field may be as it is
 */
typedef gboolean (*RgFormCheck) (RgRecord *draft, const char *column, RgDesk *desk, GError **error);

/* Whether a field of the draft must be filled in: its title gets a mark. */
typedef gboolean (*RgFormRequired) (RgRecord *draft, const char *column);

RgForm *
rg_form_new (GtkWidget *root, const RgRecordType *type, RgDesk *desk, RgFormCheck check, RgFormRequired required);
void rg_form_load (RgForm *self, RgRecord *record);
void rg_form_begin (RgForm *self, RgRecord *record);
void rg_form_rebase (RgForm *self, RgRecord *file);
RgRecord *rg_form_get_draft (RgForm *self);
RgRecord *rg_form_get_base (RgForm *self);
gboolean rg_form_is_changed (RgForm *self);
gboolean rg_form_is_field_changed (RgForm *self, const char *column);
char *rg_form_dup_changes (RgForm *self);
void rg_form_discard (RgForm *self);
gboolean rg_form_check (RgForm *self);
gboolean rg_form_check_in (RgForm *self, GtkWidget *within);
gboolean rg_form_show_error (RgForm *self, const GError *error);
GtkWidget *rg_form_get_first_widget (RgForm *self);
GtkWidget *rg_form_get_widget (RgForm *self, const char *column);
void rg_form_lock (RgForm *self, const char *column, const char *reason);
void rg_form_keep (RgForm *self, const char *key);
DexFuture *rg_form_recall (RgDesk *desk, const char *key);
void rg_form_forget (RgForm *self);

G_END_DECLS
