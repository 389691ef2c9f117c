/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Countries and languages. All functions may be called from any thread. */

char *rg_country_dup_name (const char *alpha2);
char *rg_country_from_text (const char *text);
const char *const *rg_country_list (void);
const char *const *rg_language_list (void);
char *rg_language_dup_name (const char *code);

G_END_DECLS
