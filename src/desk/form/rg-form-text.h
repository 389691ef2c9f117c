/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-record.h"

G_BEGIN_DECLS

/* Fields that are typed as text but are none: days and percentages. */

gboolean rg_form_text_is_parsed (const RgField *field);
char *rg_form_text_dup (RgRecord *record, const RgField *field);
gboolean rg_form_text_parse (GtkEditable *editable, RgRecord *record, const RgField *field, GError **error);

G_END_DECLS
