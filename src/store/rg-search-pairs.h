/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rg_search_is_pairable (const char *word);
gboolean rg_search_add_pair (GString *words, const char *word, const char *other, gboolean active);
void rg_search_add_pairs (GString *all, char **words, gboolean active);

G_END_DECLS
