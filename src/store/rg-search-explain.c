/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-phone.h"
#include "rg-text.h"

/* Why a search found somebody. */

/* What was typed, as names and telephone numbers are compared with it. */
typedef struct
{
  char **words;
  char **phone; /* NULL when it is no telephone number */
} Typed;

static void
typed_init (Typed *typed, const char *text)
{
  g_autofree char *folded = rg_text_fold (text);

  typed->words = rg_text_words (folded);
  typed->phone = rg_phone_query_tokens (text);
}

static void
typed_clear (Typed *typed)
{
  g_strfreev (typed->words);
  g_strfreev (typed->phone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

/* Whether a word begins at @at, a place in @text that is of letters or digits. */
static gboolean
begins_word (const char *text, const char *at)
{
  gunichar before;

  if (at == text)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  return !g_unichar_isalnum (before) && !g_unichar_ismark (before);
}

/* Whether every word that was typed begins a word of @text. */
static gboolean
has_words (const char *text, const Typed *typed)
{
  g_autofree char *folded = text != NULL ? rg_text_fold (text) : g_strdup ("");

  for (guint i = 0; typed->words[i] != NULL; i++)
    {
      const char *at = strstr (folded, typed->words[i]);

      while (at != NULL && !begins_word (folded, at))
        at = strstr (at + 1, typed->words[i]);
      if (at == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_phone (const char *phone, const Typed *typed)
{
  g_auto (GStrv) tokens = phone != NULL && typed->phone != NULL ? rg_phone_index_tokens (phone) : NULL;

  for (guint i = 0; tokens != NULL && tokens[i] != NULL; i++)
    for (guint j = 0; typed->phone[j] != NULL; j++)
      if (g_str_has_prefix (tokens[i], typed->phone[j]))
        return TRUE;
  return FALSE;
}

/* Which of the customer's tags it is; NULL for none of them. */
static char *
explain_by_tag (RgDb *db, gint64 customer_id, const Typed *typed)
{
  g_autoptr (RgQuery) tags = rg_db_query (db, NULL,
                                          "SELECT name FROM tag JOIN customer_tag ON tag.id = tag_id "
                                          "WHERE customer_id = ? ORDER BY folded",
                                          "i", customer_id);

  while (tags != NULL && rg_query_next (tags, NULL))
    if (has_words (rg_query_text (tags, 0), typed))
      return g_strdup_printf (_ ("Tag: %s"), rg_query_text (tags, 0));
  return NULL;
}

/* Which of the customer's contacts it is; NULL for none of them. */
static char *
explain_by_contact (RgDb *db, gint64 customer_id, const Typed *typed)
{
  g_autoptr (RgQuery) contacts = rg_db_query (
    db, NULL, "SELECT name, email, phone FROM contact WHERE customer_id = ? ORDER BY id", "i", customer_id);

  while (contacts != NULL && rg_query_next (contacts, NULL))
    if (has_words (rg_query_text (contacts, 0), typed) || has_words (rg_query_text (contacts, 1), typed)
        || has_phone (rg_query_text (contacts, 2), typed))
      return g_strdup_printf (_ ("Contact: %s"), rg_query_text (contacts, 0));
  return NULL;
}

static char *
explain_by_others (RgDb *db, RgCustomer *customer, const Typed *typed)
{
  gint64 id = rg_record_get_id (RG_RECORD (customer));
  char *reason = explain_by_tag (db, id, typed);

  if (reason == NULL)
    reason = explain_by_contact (db, id, typed);
  return reason != NULL ? reason : g_strdup (_ ("Several fields"));
}

static char *
explain (RgDb *db, RgCustomer *customer, const Typed *typed)
{
  g_autofree char *name = rg_customer_dup_display_name (customer);
  char number[24];

  if (has_words (name, typed))
    return NULL;
  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, customer->number);
  if (has_words (number, typed))
    return g_strdup_printf (_ ("Number: %s"), number);
  if (has_phone (customer->phone, typed))
    return g_strdup_printf (_ ("Phone: %s"), customer->phone);
  if (has_phone (customer->work_phone, typed))
    return g_strdup_printf (_ ("Work phone: %s"), customer->work_phone);
  if (has_phone (customer->fax, typed))
    return g_strdup_printf (_ ("Fax: %s"), customer->fax);
  if (has_words (customer->business_name, typed))
    return g_strdup_printf (_ ("Business: %s"), customer->business_name);
  if (has_words (customer->legal_name, typed))
    return g_strdup_printf (_ ("Legal name: %s"), customer->legal_name);
  if (has_words (customer->email, typed))
    return g_strdup_printf (_ ("Email: %s"), customer->email);
  if (has_words (customer->external_id, typed))
    return g_strdup_printf (_ ("Imported as: %s"), customer->external_id);
  return explain_by_others (db, customer, typed);
}

/**
 * rg_search_explain:
 * @db: a connection
 * @customers: (element-type RgCustomer): customers that a search found
 * @text: what was typed
 *
 * Returns: (transfer full) (element-type utf8): for each of them why, when it is not the name: "Email: mai@…"; %NULL
 *     when it is
 */
GPtrArray *
rg_search_explain (RgDb *db, GPtrArray *customers, const char *text)
{
  g_auto (Typed) typed = { NULL };
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);

  typed_init (&typed, text);
  for (guint i = 0; i < customers->len; i++)
    g_ptr_array_add (reasons, explain (db, customers->pdata[i], &typed));
  return reasons;
}
