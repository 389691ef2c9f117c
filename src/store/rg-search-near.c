/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search.h"

#include <string.h>

#include "rg-error.h"
#include "rg-text.h"

/* What may have been meant when a search found nobody. */

typedef struct
{
  char *word;
  int distance;
} NearWord;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  return ((const NearWord *) a)->distance - ((const NearWord *) b)->distance;
}

static void
near_clear (gpointer data)
{
  g_free (((NearWord *) data)->word);
}

/* The word of @text that is @folded when it is folded; NULL when there is none. */
static char *
find_word (const char *text, const char *folded)
{
  for (const char *at = text; at != NULL && *at != '\0';)
    {
      const char *end = at;
      g_autofree char *word = NULL;
      g_autofree char *plain = NULL;

      while (*end != '\0' && (g_unichar_isalnum (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end))))
        end = g_utf8_next_char (end);
      word = g_strndup (at, end - at);
      plain = rg_text_fold (word);
      if (g_str_equal (plain, folded))
        return g_steal_pointer (&word);
      at = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return NULL;
}

/* A word of the names as somebody who is called so writes it: "Schröder" for "schroder". */
static char *
dup_as_written (RgDb *db, const char *folded)
{
  g_autoptr (RgCustomerFilter) filter
    = g_object_new (RG_TYPE_CUSTOMER_FILTER, "any-status", TRUE, "text", folded, NULL);
  g_autoptr (GPtrArray) found = rg_search_page (db, filter, 0, 0, 1, NULL);
  RgCustomer *customer = found != NULL && found->len > 0 ? found->pdata[0] : NULL;
  const char *const names[]
    = { customer != NULL ? customer->first_name : NULL, customer != NULL ? customer->last_name : NULL,
        customer != NULL ? customer->business_name : NULL };
  char *word = NULL;

  for (guint i = 0; word == NULL && i < G_N_ELEMENTS (names); i++)
    word = find_word (names[i], folded);
  return word != NULL ? word : g_strdup (folded);
}

/**
 * rg_search_near_words:
 * @db: a connection
 * @text: what was typed and found nothing
 * @error: where to put what went wrong
 *
 * Words of names on file that are spelt nearly like one in @text, or contain it, as they are written there.
 *
 * Returns: (transfer full) (nullable): up to six, nearest first
 */
char **
rg_search_near_words (RgDb *db, const char *text, GError **error)
{
  g_autofree char *folded = rg_text_fold (text);
  g_auto (GStrv) typed = rg_text_words (folded);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (NearWord));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (db, error, "SELECT word FROM name_word", "");

  g_array_set_clear_func (near, near_clear);
  if (query == NULL)
    return NULL;
  while (rg_query_next (query, &local))
    {
      const char *word = rg_query_text (query, 0);
      int nearest = G_MAXINT;

      for (guint i = 0; typed[i] != NULL; i++)
        {
          int most = strlen (typed[i]) < 5 ? 1 : 2;
          int distance = rg_text_distance (typed[i], word, most);

          if (distance > most && strlen (typed[i]) >= 3 && strstr (word, typed[i]) != NULL)
            distance = most;
          if (distance > 0 && distance <= most)
            nearest = MIN (nearest, distance);
        }
      if (nearest != G_MAXINT)
        {
          NearWord found = { g_strdup (word), nearest };

          g_array_append_val (near, found);
        }
    }
  if (rg_error_propagate (error, &local))
    return NULL;
  g_array_sort (near, compare_near);
  for (guint i = 0; i < MIN (near->len, 6); i++)
    g_strv_builder_take (builder, dup_as_written (db, g_array_index (near, NearWord, i).word));
  return g_strv_builder_end (builder);
}
