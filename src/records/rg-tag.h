/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_TAG (rg_tag_get_type ())
G_DECLARE_FINAL_TYPE (RgTag, rg_tag, RG, TAG, RgRecord)

/* A word customers can be marked with. */
struct _RgTag
{
  RgRecord parent_instance;

  char *name;
  char *folded; /* unique: case and accents do not make a second tag */
};

extern const RgRecordType rg_tag_type;

G_END_DECLS
