/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ZIP codes and postcodes: how they look in a country, and in which state of the United States one lies. */

gboolean rg_postcode_is_used (const char *country);
char *rg_postcode_normalize (const char *country, const char *postcode);
char *rg_postcode_dup_example (const char *country);
const char *rg_postcode_get_us_state (const char *postcode);
const char *rg_us_state_from_text (const char *text);

G_END_DECLS
