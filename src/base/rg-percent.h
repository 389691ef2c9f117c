/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rg_percent_format:
 * @hundredths: hundredths of a percent
 *
 * Returns: (transfer full): the percentage as it is written in the current locale, without the sign: "12.5" or "12,5"
 */
char *rg_percent_format (gint64 hundredths);

/**
 * rg_percent_parse:
 * @text: what was typed, with the sign or without; nothing is 0
 * @hundredths: (out): hundredths of a percent
 * @error: where to put that it is none: %RG_ERROR_INVALID
 *
 * Returns: whether @text is a percentage
 */
gboolean rg_percent_parse (const char *text, gint64 *hundredths, GError **error);

G_END_DECLS
