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

/**
 * rg_phone_digits:
 * @phone: (nullable): a number in any notation
 * @international: (out) (optional): whether it begins with "+" or "00"
 *
 * Returns: (transfer full): the ASCII digits alone, without the "00" of an international number and without
 * an extension
 */
char *rg_phone_digits (const char *phone, gboolean *international);

/**
 * rg_phone_index_tokens:
 * @phone: (nullable): a number in any notation
 *
 * With D the digits without international prefix and leading zeros: D; for an international number also D
 * without its country code (zeros that then lead are dropped, and so is a "(0)" that is not dialled from abroad); and
 * U+F8F0, which nobody types, with D backwards. An extension is not indexed.
 *
 * Returns: (transfer full): words for a prefix index, %NULL-terminated, each once; empty if there are no
 * digits
 */
char **rg_phone_index_tokens (const char *phone);

/**
 * rg_phone_query_tokens:
 * @typed: (nullable): what was typed into the search
 *
 * With Q the digits without international prefix and leading zeros, at least two: Q; U+F8F0 with Q backwards if
 * there are three; and for an international number both also without the first 1, 2 and 3 digits, as long as
 * six are left, so that numbers which were kept without a country code are found.
 *
 * Returns: (nullable) (transfer full): beginnings of words of rg_phone_index_tokens(), any of which makes a
 * hit, %NULL-terminated; %NULL if @typed is not part of a telephone number (other characters than digits,
 * blanks and
 *   + - ( ) . /, or fewer than two digits)
 */
char **rg_phone_query_tokens (const char *typed);

/**
 * rg_phone_is_valid:
 * @phone: a number in any notation, maybe with an extension ("ext. 12", "x12", "#12", ";ext=12")
 * @error: return location; %RG_ERROR_INVALID with words for the person
 *
 * 3 to 15 digits (E.164), written with digits, blanks and + - ( ) . / alone; "+" only at the start. An
 * extension has up to 7 digits of its own.
 *
 * Returns: whether @phone could be called
 */
gboolean rg_phone_is_valid (const char *phone, GError **error);

G_END_DECLS
