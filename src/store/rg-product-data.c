/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-product-data.h"

#include "rg-text.h"

/* So many words of what was typed count. */
#define MAX_WORDS 4

/**
 * rg_product_find_exact:
 * @db: a connection
 * @text: a barcode or a product ID, as typed or scanned
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the product that has exactly this barcode or product ID, one that is still sold
 *   before a retired one; %NULL, without an error, when there is none
 */
RgProduct *
rg_product_find_exact (RgDb *db, const char *text, GError **error)
{
  g_autofree char *clean = rg_text_clean (text);

  return (RgProduct *) rg_db_select_one (db, &rg_product_type, error,
                                         "WHERE barcode = ?1 OR number = ?1 COLLATE NOCASE "
                                         "ORDER BY retired, barcode IS ?1 DESC LIMIT 1",
                                         "t", clean);
}

/**
 * rg_product_find_other:
 * @db: a connection
 * @column: "number" or "barcode"
 * @value: (nullable): its value
 * @not_id: a product that does not count
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): another product with the same value; %NULL, without an error, when there is none
 */
RgProduct *
rg_product_find_other (RgDb *db, const char *column, const char *value, gint64 not_id, GError **error)
{
  return (RgProduct *) rg_db_select_one (db, &rg_product_type, error,
                                         g_str_equal (column, "barcode")
                                           ? "WHERE barcode = ? AND id <> ? LIMIT 1"
                                           : "WHERE number = ? COLLATE NOCASE AND id <> ? LIMIT 1",
                                         "ti", value, not_id);
}

/**
 * rg_products_search:
 * @db: a connection
 * @text: (nullable): beginnings of words of the name, the category or the product ID; or a whole barcode or product ID
 * @retired: whether products that are no longer sold are wanted too
 * @offset: how many to leave out, for the next page
 * @limit: how many at most
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgProduct): the products that have all the words, one with exactly
 *   this barcode or product ID first, then those with the first word in their name, then by name
 */
GPtrArray *
rg_products_search (RgDb *db, const char *text, gboolean retired, guint offset, guint limit, GError **error)
{
  g_autofree char *clean = rg_text_clean (text);
  g_autofree char *folded = rg_text_fold (clean);
  g_auto (GStrv) words = rg_text_words (folded);
  const char *wanted[MAX_WORDS] = { NULL };

  for (guint i = 0; i < MAX_WORDS && words[i] != NULL; i++)
    wanted[i] = words[i];
  return rg_db_select (
    db, &rg_product_type, error,
    "WHERE (retired = 0 OR ?1) AND (barcode = ?2 OR ("
    "(?3 IS NULL OR instr (' ' || folded, ' ' || ?3)) AND (?4 IS NULL OR instr (' ' || folded, ' ' || ?4)) "
    "AND (?5 IS NULL OR instr (' ' || folded, ' ' || ?5)) AND (?6 IS NULL OR instr (' ' || folded, ' ' || ?6)))) "
    "ORDER BY ?2 <> '' AND (barcode IS ?2 OR number = ?2 COLLATE NOCASE) DESC, "
    "instr (' ' || lower (name), ' ' || ?3) = 0, folded, id LIMIT ?7 OFFSET ?8",
    "itttttii", (gint64) retired, clean, wanted[0], wanted[1], wanted[2], wanted[3], (gint64) limit, (gint64) offset);
}
