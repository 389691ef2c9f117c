/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-import-dialog.h"
#include "rg-run-page.h"

G_BEGIN_DECLS

/* What the files of the dialog share. */

struct _RgImportDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  RgImport *import;
  GCancellable *opening;
  GPtrArray *mappings; /* of RgImportMapping */
  GPtrArray *rows;     /* of RgMappingRow; unowned */
  char *path;
  gint64 entry_id;
  gboolean filling; /* rows are being set, not chosen */

  GtkStack *pages;
  GtkWidget *back;
  AdwComboRow *kind;
  GtkWidget *choose;
  GtkWidget *problem_group;
  GtkLabel *problem;
  GtkLabel *mapping_problem;
  AdwActionRow *summary;
  AdwComboRow *saved;
  AdwComboRow *numbers;
  AdwComboRow *dates;
  AdwPreferencesGroup *columns;
  GtkEditable *save_name;
  AdwActionRow *n_new;
  AdwActionRow *n_changed;
  AdwActionRow *n_same;
  AdwActionRow *n_duplicate;
  AdwActionRow *n_bad;
  AdwActionRow *conflicts;
  GtkWidget *flaws_group;
  GtkListView *flaws;
  RgRunPage *run;
  AdwStatusPage *done;
  GtkWidget *close;
  GtkWidget *undo;
  GtkActionBar *actions;
  GtkButton *next;
};

void rg_import_dialog_show_page (RgImportDialog *self, const char *name);
void rg_import_dialog_show_problem (RgImportDialog *self, const char *text);
void rg_import_dialog_show_mapping (RgImportDialog *self);
gboolean rg_import_dialog_await_mappings (RgImportDialog *self, GError **error);
void rg_import_dialog_bind_mapping (GtkWidgetClass *klass);

G_END_DECLS
