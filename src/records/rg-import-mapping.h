/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_IMPORT_MAPPING (rg_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (RgImportMapping, rg_import_mapping, RG, IMPORT_MAPPING, RgRecord)

/* Which column of a file means which field, kept for the next import. */
struct _RgImportMapping
{
  RgRecord parent_instance;

  char *name;
  char *kind;    /* "customers", "products", "orders", "order-lines" */
  char *mapping; /* JSON */
};

extern const RgRecordType rg_import_mapping_type;

G_END_DECLS
