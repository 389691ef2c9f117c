/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-phone
 *
 * Telephone numbers are kept as they were typed. They are found again in any notation, without a table of
 * countries: what is indexed are the digits forwards (for who types a number from its start) and backwards
 * (for who knows its end, or types it with another prefix). All functions may be called from any thread.
 */

char *rg_phone_digits (const char *phone, gboolean *international);
char **rg_phone_index_tokens (const char *phone);
char **rg_phone_query_tokens (const char *typed);
gboolean rg_phone_is_valid (const char *phone, GError **error);

G_END_DECLS
