/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-ctl.h"

G_BEGIN_DECLS

/**
 * RgCtlTable:
 *
 * Rows that are printed with their columns aligned.
 */
typedef struct _RgCtlTable RgCtlTable;

RgCtlTable *rg_ctl_table_new (const char *const *headings);
void rg_ctl_table_add (RgCtlTable *self, const char *cell, ...) G_GNUC_NULL_TERMINATED;
void rg_ctl_table_print (RgCtlTable *self);
void rg_ctl_table_free (RgCtlTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCtlTable, rg_ctl_table_free)

void rg_ctl_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void rg_ctl_print_pair (const char *left, guint width, const char *right);
void rg_ctl_print_json (JsonNode *node);
void rg_ctl_print_object (JsonObject *object);
void rg_ctl_print_array (JsonArray *array);
void rg_ctl_print_done (RgCtl *ctl, RgAct *act);
void rg_ctl_print_record (RgRecord *record);
void rg_ctl_print_progress (double done, const char *what);
JsonNode *rg_ctl_records_to_json (GPtrArray *records);

G_END_DECLS
