/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *rg_zone_list (void);
char *rg_zone_dup_name (const char *id);

G_END_DECLS
