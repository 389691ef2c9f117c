/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The currencies of ISO 4217. All functions may be called from any thread. */

int rg_currency_exponent (const char *code);
gboolean rg_currency_is_known (const char *code);
const char *const *rg_currency_list (void);
char *rg_currency_dup_name (const char *code);

G_END_DECLS
