/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_SETTING (rg_setting_get_type ())
G_DECLARE_FINAL_TYPE (RgSetting, rg_setting, RG, SETTING, RgRecord)

/* One setting of the business. */
struct _RgSetting
{
  RgRecord parent_instance;

  char *name;
  char *value;
};

extern const RgRecordType rg_setting_type;

G_END_DECLS
