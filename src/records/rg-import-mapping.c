/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-import-mapping.h"

#include <glib/gi18n-lib.h>

static const RgField rg_import_mapping_fields[] = {
  RG_TEXT (RgImportMapping, name, N_ ("Name"), .flags = RG_FIELD_REQUIRED),
  RG_TEXT (RgImportMapping, kind, N_ ("Kind"), .flags = RG_FIELD_REQUIRED),
  RG_TEXT (RgImportMapping, mapping, N_ ("Mapping"), .flags = RG_FIELD_REQUIRED),
};

RG_DEFINE_RECORD (RgImportMapping, rg_import_mapping, "import_mapping", "import_mapping", N_ ("Import mapping"))

static void
rg_import_mapping_init (RgImportMapping *self)
{
}
