/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rg_percent_format (gint64 hundredths);
gboolean rg_percent_parse (const char *text, gint64 *hundredths, GError **error);
char *rg_percent_format_plain (gint64 hundredths);
gboolean rg_percent_parse_plain (const char *text, gint64 *hundredths, GError **error);

G_END_DECLS
