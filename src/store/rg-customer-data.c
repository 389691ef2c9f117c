/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-data.h"

#include "rg-customer.h"
#include "rg-phone.h"
#include "rg-search-words.h"
#include "rg-text.h"

/* Shorter numbers are extensions, which many share. */
#define MIN_SAME_PHONE 6

/* Of those who share a postcode so many are looked at. */
#define MAX_NEIGHBOURS 500

/**
 * rg_customer_rows:
 * @db: a connection
 * @type: a record type that has a customer_id
 * @customer_id: a customer
 * @limit: how many at most; 0 for all
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgRecord): the customer's records of @type, newest first
 */
GPtrArray *
rg_customer_rows (RgDb *db, const RgRecordType *type, gint64 customer_id, guint limit, GError **error)
{
  return rg_db_select (db, type, error, "WHERE customer_id = ? ORDER BY id DESC LIMIT ?", "ii", customer_id,
                       limit > 0 ? (gint64) limit : (gint64) -1);
}

/**
 * rg_customer_count:
 * @db: a connection
 * @type: a record type that has a customer_id
 * @customer_id: a customer
 * @count: (out): how many records of @type the customer has
 * @error: where to put what went wrong
 *
 * Returns: whether they could be counted
 */
gboolean
rg_customer_count (RgDb *db, const RgRecordType *type, gint64 customer_id, gint64 *count, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE customer_id = ?", type->table);

  return rg_db_get_int (db, count, error, sql, "i", customer_id);
}

/* The question for a telephone number from its first digit to its last, in whatever notation; %NULL when it is too
 * short to tell anybody apart. */
static char *
make_phone_match (const char *phone)
{
  g_auto (GStrv) tokens = rg_phone_index_tokens (phone);
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (strlen (tokens[i]) >= MIN_SAME_PHONE && g_ascii_isdigit (tokens[i][0]))
      g_string_append_printf (match, "%s\"%s\" OR \"" RG_SEARCH_INACTIVE "%s\"", match->len > 0 ? " OR " : "",
                              tokens[i], tokens[i]);
  return match->len > 0 ? g_string_free_and_steal (g_steal_pointer (&match)) : NULL;
}

static gboolean
add_same_phone (RgDb *db, const char *phone, GPtrArray *found, GError **error)
{
  g_autofree char *match = make_phone_match (phone);
  g_autoptr (GPtrArray) rows = NULL;

  if (match == NULL)
    return TRUE;
  rows = rg_db_select (db, &rg_customer_type, error,
                       "WHERE place IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ? "
                       "ORDER BY rowid LIMIT ?) ORDER BY place",
                       "ti", match, (gint64) RG_MAX_SAME);
  if (rows == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (found, g_steal_pointer (&rows));
  return TRUE;
}

static gboolean
has_phone (RgDb *db, const char *phone, gint64 *found, GError **error)
{
  g_autofree char *match = phone != NULL ? make_phone_match (phone) : NULL;

  *found = 0;
  return match == NULL
         || rg_db_get_int (db, found, error, "SELECT 1 FROM customer_search WHERE customer_search MATCH ? LIMIT 1", "t",
                           match);
}

/* Whether somebody of the name of @customer lives where @postcode is. */
static gboolean
has_neighbour (RgDb *db, RgCustomer *customer, const char *postcode, gint64 *found, GError **error)
{
  g_autofree char *name = rg_customer_dup_display_name (customer);
  g_autofree char *folded = rg_text_fold (name);
  g_autoptr (GPtrArray) rows = NULL;

  *found = 0;
  if (postcode == NULL || *folded == '\0')
    return TRUE;
  rows = rg_db_select (db, &rg_customer_type, error,
                       "WHERE id IN (SELECT customer_id FROM address WHERE postcode = ?) LIMIT ?", "ti", postcode,
                       (gint64) MAX_NEIGHBOURS);
  for (guint i = 0; rows != NULL && i < rows->len && *found == 0; i++)
    {
      g_autofree char *other = rg_customer_dup_display_name (rows->pdata[i]);
      g_autofree char *other_folded = rg_text_fold (other);

      *found = g_str_equal (folded, other_folded);
    }
  return rows != NULL;
}

/**
 * rg_customer_has_similar:
 * @db: a connection
 * @customer: somebody who is not on file
 * @postcode: (nullable): of their address
 * @similar: (out): whether somebody is on file who may be the same
 * @error: where to put what went wrong
 *
 * Similar are those with the same e-mail address, the same telephone number, or the same name and postcode.
 *
 * Returns: whether that could be found out
 */
gboolean
rg_customer_has_similar (RgDb *db, RgCustomer *customer, const char *postcode, gboolean *similar, GError **error)
{
  gint64 found = 0;

  if ((customer->email != NULL
       && !rg_db_get_int (db, &found, error,
                          "SELECT 1 FROM customer WHERE lower (email) = lower (?) AND email IS NOT NULL LIMIT 1", "t",
                          customer->email))
      || (found == 0 && !has_phone (db, customer->phone, &found, error))
      || (found == 0 && !has_phone (db, customer->work_phone, &found, error))
      || (found == 0 && !has_neighbour (db, customer, postcode, &found, error)))
    return FALSE;
  *similar = found != 0;
  return TRUE;
}

/**
 * rg_customer_find_same:
 * @db: a connection
 * @email: (nullable): an e-mail address
 * @phone: (nullable): a telephone number in any notation
 * @except: the customer who is being edited; 0 for none
 * @error: where to put what went wrong
 *
 * Who is on file already with this e-mail address or telephone number, whatever their status.
 *
 * Returns: (transfer full) (nullable) (element-type RgCustomer): at most %RG_MAX_SAME customers
 */
GPtrArray *
rg_customer_find_same (RgDb *db, const char *email, const char *phone, gint64 except, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *address = g_strstrip (g_strdup (email != NULL ? email : ""));

  if (*address != '\0')
    found = rg_db_select (db, &rg_customer_type, error,
                          "WHERE lower (email) = lower (?) AND email IS NOT NULL ORDER BY place LIMIT ?", "ti", address,
                          (gint64) RG_MAX_SAME);
  else
    found = g_ptr_array_new_with_free_func (g_object_unref);
  if (found == NULL || (phone != NULL && !add_same_phone (db, phone, found, error)))
    return NULL;
  for (guint i = 0; i < found->len;)
    {
      gint64 id = rg_record_get_id (found->pdata[i]);

      if (id == except || g_hash_table_contains (seen, &id) || i >= RG_MAX_SAME)
        {
          g_ptr_array_remove_index (found, i);
          continue;
        }
      g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
      i++;
    }
  return g_steal_pointer (&found);
}

/**
 * rg_customer_next_number:
 * @db: a connection in a transaction
 * @number: (out): the number of the next customer, as people see it
 * @error: where to put what went wrong
 *
 * Returns: whether there is one
 */
gboolean
rg_customer_next_number (RgDb *db, gint64 *number, GError **error)
{
  return rg_db_get_int (db, number, error, "SELECT coalesce (max (number), 100000) + 1 FROM customer", "");
}
