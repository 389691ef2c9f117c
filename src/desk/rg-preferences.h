/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What this person at this computer prefers; the settings of the business are in the file (rg-settings.h). */

GSettings *rg_preferences_get (void);
gboolean rg_preferences_is_folded (const char *card_id);
void rg_preferences_set_folded (const char *card_id, gboolean folded);
void rg_preferences_bind_member (const char *key, const char *word, gpointer object, const char *property);

G_END_DECLS
