/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag.h"

#include <glib/gi18n-lib.h>

static const RgField rg_tag_fields[] = {
  RG_TEXT (RgTag, name, N_ ("Name"), .flags = RG_FIELD_REQUIRED),
  RG_TEXT (RgTag, folded, N_ ("Folded name"), .flags = RG_FIELD_DERIVED),
};

RG_DEFINE_RECORD (RgTag, rg_tag, "tag", "tag", N_ ("Tag"))

static void
rg_tag_init (RgTag *self)
{
}
