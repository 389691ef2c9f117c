/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-form.h"

G_BEGIN_DECLS

/* What the files of the form share. */

typedef struct
{
  RgForm *form;
  const RgField *field;
  GtkWidget *widget;
  GtkWidget *problem; /* the row below that says what is wrong */
  char *locked;
  gboolean wrong;    /* and marked so */
  gboolean bad;      /* what stands in the row is no value for the field */
  gboolean updating; /* the row and the draft are being made equal */
  gboolean left;     /* looked at since the last change */
  GtkEventController *focus;
} FormField;

struct _RgForm
{
  GObject parent_instance;

  RgDesk *desk;
  RgRecord *base;
  RgRecord *draft;
  GPtrArray *fields; /* of FormField */
  RgFormCheck check;
  RgFormRequired required;
  char *key;
  guint keep_source;
  gboolean loading;
};

void rg_form_field_free (gpointer data);
void rg_form_field_show_problem (FormField *field, const char *text);
gboolean rg_form_field_check (FormField *field);

FormField *rg_form_find_field (RgForm *self, const char *column);
void rg_form_update_titles (RgForm *self);
void rg_form_on_draft_notify (RgForm *self, GParamSpec *pspec);
void rg_form_add_widgets (RgForm *self, GtkWidget *widget, const RgRecordType *type);

void rg_form_keep_soon (RgForm *self);
void rg_form_keep_now (RgForm *self);

G_END_DECLS
