/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In which locale the other functions of this floor write and read. */

void rg_locale_init (void);
void rg_locale_set (const char *icu_locale);

G_END_DECLS
