/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_SECRET_GROUP (rg_secret_group_get_type ())
G_DECLARE_FINAL_TYPE (RgSecretGroup, rg_secret_group, RG, SECRET_GROUP, AdwPreferencesGroup)

RgSecretGroup *rg_secret_group_new (RgDesk *desk, const char *purpose, const char *title, const char *description);

G_END_DECLS
