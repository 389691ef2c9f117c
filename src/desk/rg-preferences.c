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

/* The list of words under @key, with @word or without it. */
static char **
dup_words (const char *key, const char *word, gboolean with)
{
  g_auto (GStrv) before = g_settings_get_strv (rg_preferences_get (), key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], word))
      g_strv_builder_add (builder, before[i]);
  if (with)
    g_strv_builder_add (builder, word);
  return g_strv_builder_end (builder);
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
rg_preferences_set_folded (const char *card_id, gboolean folded)
{
  g_auto (GStrv) after = dup_words ("folded-cards", card_id, folded);

  g_settings_set_strv (rg_preferences_get (), "folded-cards", (const char *const *) after);
}

/* One word of a list of words: whether it is there, as a property. */
typedef struct
{
  const char *key;
  const char *word;
} Member;

static gboolean
get_member (GValue *value, GVariant *variant, gpointer data)
{
  Member *member = data;
  g_autofree const char **words = g_variant_get_strv (variant, NULL);

  g_value_set_boolean (value, g_strv_contains (words, member->word));
  return TRUE;
}

static GVariant *
set_member (const GValue *value, const GVariantType *type, gpointer data)
{
  Member *member = data;
  g_auto (GStrv) after = dup_words (member->key, member->word, g_value_get_boolean (value));

  return g_variant_new_strv ((const char *const *) after, -1);
}

/**
 * rg_preferences_bind_member:
 * @key: a list of words
 * @word: a word that may be in it
 * @object: an object
 * @property: a property of it, yes or no
 *
 * Keeps @property the same as whether @word is in the list.
 */
void
rg_preferences_bind_member (const char *key, const char *word, gpointer object, const char *property)
{
  Member *member = g_new0 (Member, 1);

  member->key = g_intern_string (key);
  member->word = g_intern_string (word);
  g_settings_bind_with_mapping (rg_preferences_get (), key, object, property, G_SETTINGS_BIND_DEFAULT, get_member,
                                set_member, member, g_free);
}
