/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-setting.h"

#include <glib/gi18n-lib.h>

static const RgField rg_setting_fields[] = {
  RG_TEXT (RgSetting, name, N_ ("Name"), .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_TEXT (RgSetting, value, N_ ("Value")),
};

RG_DEFINE_RECORD (RgSetting, rg_setting, "setting", "setting", N_ ("Setting"))

static void
rg_setting_init (RgSetting *self)
{
}
