/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-preferences.h"

/**
 * rg_preferences_get:
 *
 * Returns: (transfer none): the GSettings of the program
 */
GSettings *
rg_preferences_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new (RG_APP_ID);
  return settings;
}

/**
 * rg_preferences_is_folded:
 * @card_id: (nullable): a card
 *
 * Returns: whether the person folded it
 */
gboolean
rg_preferences_is_folded (const char *card_id)
{
  g_auto (GStrv) folded = g_settings_get_strv (rg_preferences_get (), "folded-cards");

  return card_id != NULL && g_strv_contains ((const char *const *) folded, card_id);
}

/**
 * rg_preferences_set_folded:
 * @card_id: a card
 * @folded: whether the person folded it
 */
void
rg_preferences_set_folded (const char *card_id,
                           gboolean folded)
{
  g_auto (GStrv) before = g_settings_get_strv (rg_preferences_get (), "folded-cards");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], card_id))
      g_strv_builder_add (builder, before[i]);
  if (folded)
    g_strv_builder_add (builder, card_id);
  after = g_strv_builder_end (builder);
  g_settings_set_strv (rg_preferences_get (), "folded-cards", (const char *const *) after);
}
