/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-import-private.h"

/* Rows of products. */

static const RgCsvTarget targets[] = {
  { "number", N_ ("Product ID"), RG_CSV_KIND_TEXT,
    "number|id|sku|product number|product no|product code|article number|item "
    "number|item|artikelnummer|artikelnr|produktnummer|produktnr|code" },
  { "name", N_ ("Name"), RG_CSV_KIND_TEXT, "product name|product|title|item name|bezeichnung|artikel|nom|nombre" },
  { "barcode", N_ ("Barcode"), RG_CSV_KIND_TEXT, "ean|gtin|upc|bar code" },
  { "description", N_ ("Description"), RG_CSV_KIND_TEXT, "details|beschreibung" },
  { "category", N_ ("Category"), RG_CSV_KIND_TEXT, "category name|group|product group|kategorie|categorie" },
  { "unit", N_ ("Unit"), RG_CSV_KIND_TEXT, "quantity per unit|packaging|package|size|einheit|units" },
  { "price", N_ ("Price"), RG_CSV_KIND_NUMBER, "unit price|list price|retail price|preis|prix|precio|prezzo" },
  { "currency", N_ ("Currency"), RG_CSV_KIND_TEXT, "currency code|wahrung" },
  { "retired", N_ ("Retired"), RG_CSV_KIND_TEXT, "discontinued|inactive|archived" },
  { "external_id", N_ ("Imported as"), RG_CSV_KIND_TEXT, "external id" },
};

static gboolean
set_cells (RgImportRun *run, RgProduct *product)
{
  static const char *const fields[]
    = { "name", "barcode", "description", "category", "unit", "price", "retired", "external_id", NULL };

  if (!rg_import_read_currency (run, rg_import_find_target (run, "currency"), &product->currency))
    return FALSE;
  for (guint i = 0; fields[i] != NULL; i++)
    if (!rg_import_set_field (run, RG_RECORD (product), fields[i], rg_import_find_target (run, fields[i])))
      return FALSE;
  if (product->name == NULL)
    {
      rg_import_set_reason (run, "%s", _ ("There is no name in this row."));
      return FALSE;
    }
  if (product->price < 0)
    {
      rg_import_set_reason (run, "%s", _ ("The price is below zero."));
      return FALSE;
    }
  return TRUE;
}

static int
import_row (RgImportRun *run, GError **error)
{
  const char *number = rg_import_get_named (run, "number");
  const char *name = rg_import_get_named (run, "name");
  g_autofree char *key = g_strconcat (*number != '\0' ? number : name, NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgProduct) product = NULL;

  if (*key == '\0')
    {
      rg_import_set_reason (run, "%s", _ ("There is neither a product ID nor a name in this row."));
      return RG_IMPORT_BAD;
    }
  if (!rg_import_seen_add (run->seen, key))
    {
      rg_import_set_reason (run, _ ("This product is in the file twice: %s"), key);
      return RG_IMPORT_DUPLICATE;
    }
  product = rg_import_find_product (run->db, key, &local);
  if (rg_error_propagate (error, &local))
    return -1;
  run->on_file = product != NULL;
  if (product == NULL)
    product = g_object_new (RG_TYPE_PRODUCT, "number", key, NULL);
  if (!set_cells (run, product))
    return RG_IMPORT_BAD;
  if (run->txn != NULL && !run->on_file && !rg_txn_insert (run->txn, RG_RECORD (product), error))
    return -1;
  if (run->txn != NULL && run->on_file && run->changed && !rg_txn_update (run->txn, RG_RECORD (product), error))
    return -1;
  return !run->on_file ? RG_IMPORT_NEW : run->changed ? RG_IMPORT_CHANGED : RG_IMPORT_SAME;
}

const RgImportType rg_import_products = {
  .name = "products",
  .label = N_ ("Products"),
  .targets = targets,
  .n_targets = G_N_ELEMENTS (targets),
  .needed = "name|number",
  .needed_words = N_ ("Say which column has the name of the product."),
  .row = import_row,
};
