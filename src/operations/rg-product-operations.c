/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-product-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-currency.h"
#include "rg-error.h"
#include "rg-picture-data.h"
#include "rg-picture-operations.h"
#include "rg-product-data.h"
#include "rg-settings.h"
#include "rg-text.h"

#define MAX_PRICE G_GINT64_CONSTANT (1000000000000)

/* Whether no other product has the same product ID, or barcode. */
static gboolean
check_unique (RgDb *db, RgProduct *product, const char *column, const char *value, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgProduct) other
    = value != NULL ? rg_product_find_other (db, column, value, rg_record_get_id (RG_RECORD (product)), &local) : NULL;

  if (rg_error_propagate (error, &local))
    return FALSE;
  if (other == NULL)
    return TRUE;
  if (g_str_equal (column, "barcode"))
    /* Translators: a barcode and the name of a product */
    rg_error_set_invalid (error, column, _ ("The barcode %s belongs to %s already."), value, other->name);
  else
    /* Translators: the ID and the name of a product */
    rg_error_set_invalid (error, column, _ ("The product ID %s belongs to %s already."), value, other->name);
  return FALSE;
}

static gboolean
check_product (RgDb *db, RgProduct *product, GError **error)
{
  rg_text_clean_in_place (&product->number);
  rg_text_clean_in_place (&product->barcode);
  rg_text_clean_in_place (&product->name);
  rg_text_clean_in_place (&product->category);
  rg_text_clean_in_place (&product->unit);
  if (product->name == NULL)
    rg_error_set_invalid (error, "name", _ ("Give the product a name."));
  else if (product->number == NULL)
    rg_error_set_invalid (error, "number", _ ("Give the product an ID."));
  else if (product->price < 0)
    rg_error_set_invalid (error, "price", _ ("The price can’t be negative."));
  else if (product->price > MAX_PRICE)
    rg_error_set_invalid (error, "price", _ ("The price is too large."));
  else if (!rg_currency_is_known (product->currency))
    rg_error_set_invalid (error, "currency", _ ("“%s” is not a currency; use a code such as EUR."),
                          product->currency != NULL ? product->currency : "");
  else
    return check_unique (db, product, "number", product->number, error)
           && check_unique (db, product, "barcode", product->barcode, error);
  return FALSE;
}

/* The image that goes with the product, if any was given. */
static gboolean
write_picture (RgAct *act, RgTxn *txn, GError **error)
{
  RgPicture *given = act->records != NULL && act->records->len > 0 ? act->records->pdata[0] : NULL;
  gint64 owner_id = rg_record_get_id (act->record);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgPicture) old = NULL;

  if (given == NULL)
    return TRUE;
  if (given->data != NULL && !rg_picture_check (given, error))
    return FALSE;
  old = rg_picture_of (rg_txn_get_db (txn), owner_id, &local);
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (given->data == NULL)
    return old == NULL || rg_txn_delete (txn, RG_RECORD (old), error);
  if (old == NULL)
    {
      given->owner_id = owner_id;
      return rg_txn_insert (txn, RG_RECORD (given), error);
    }
  g_clear_pointer (&old->data, g_bytes_unref);
  old->data = g_bytes_ref (given->data);
  return rg_txn_update (txn, RG_RECORD (old), error);
}

static gboolean
add_product (RgAct *act, RgTxn *txn, GError **error)
{
  RgProduct *product = RG_PRODUCT (act->record);
  RgDb *db = rg_txn_get_db (txn);

  if (product->currency == NULL)
    {
      g_autoptr (RgSettings) settings = rg_settings_read (db, error);

      if (settings == NULL)
        return FALSE;
      g_set_str (&product->currency, rg_settings_get (settings, RG_SETTING_CURRENCY));
    }
  if (!check_product (db, product, error))
    return FALSE;
  rg_txn_set_words (txn, product->name);
  return rg_txn_insert (txn, act->record, error) && write_picture (act, txn, error);
}

static gboolean
edit_product (RgAct *act, RgTxn *txn, GError **error)
{
  RgProduct *product = RG_PRODUCT (act->record);
  g_autoptr (RgRecord) file = rg_act_merge (act, rg_txn_get_db (txn), error);

  if (file == NULL || !check_product (rg_txn_get_db (txn), product, error))
    return FALSE;
  rg_txn_set_words (txn, product->name);
  return rg_txn_update (txn, act->record, error) && write_picture (act, txn, error);
}

static gboolean
retire_product (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgProduct) product
    = (RgProduct *) rg_db_load (rg_txn_get_db (txn), &rg_product_type, rg_record_get_id (act->record), error);

  if (product == NULL)
    return FALSE;
  product->retired = act->flag;
  rg_txn_set_words (txn, product->name);
  g_set_object (&act->record, RG_RECORD (product));
  return rg_txn_update (txn, act->record, error);
}

const RgOperation rg_product_add = {
  .name = "product.add",
  .label = N_ ("Add Product"),
  .past = N_ ("Product added"),
  .right = { RG_AREA_PRODUCTS, RG_SCOPE_CREATE },
  .run = add_product,
};

const RgOperation rg_product_edit = {
  .name = "product.edit",
  .label = N_ ("Edit Product"),
  .past = N_ ("Product changed"),
  .right = { RG_AREA_PRODUCTS, RG_SCOPE_EDIT },
  .run = edit_product,
};

const RgOperation rg_product_retire = {
  .name = "product.retire",
  .label = N_ ("Retire Product"),
  .past = N_ ("Product changed"),
  .right = { RG_AREA_PRODUCTS, RG_SCOPE_EDIT },
  .run = retire_product,
};
