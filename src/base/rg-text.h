/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-text
 *
 * Text as people write it. Text is UTF-8; where bytes may come from outside
 * and be broken, functions say what they do with them. All functions may be called from any thread.
 */

char *rg_text_fold (const char *text);
char *rg_text_fold_version (void);
char **rg_text_words (const char *folded);
GBytes *rg_text_sort_key (const char *text);
char *rg_text_sort_version (void);
int rg_text_distance (const char *a, const char *b, int max);
char *rg_text_initials (const char *name);
char *rg_text_clean (const char *text);
void rg_text_clean_in_place (char **text);
gboolean rg_text_is_blank (const char *text);

G_END_DECLS
