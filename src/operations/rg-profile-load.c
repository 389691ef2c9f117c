/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-profile-load.h"

#include "rg-customer-data.h"
#include "rg-ledger-data.h"
#include "rg-picture-data.h"
#include "rg-records.h"
#include "rg-settings.h"

const RgProfileList rg_profile_lists[RG_N_PROFILE_LISTS] = {
  { "addresses", &rg_address_type },
  { "contacts", &rg_contact_type },
  { "notes", &rg_note_type },
  { "orders", &rg_order_type },
  { "cart", &rg_cart_item_type },
  { "recurring", &rg_recurring_item_type },
  { "tags", &rg_customer_tag_type },
  { "ledger", &rg_ledger_entry_type },
  { "payment-methods", &rg_payment_method_type },
  { "cancellations", &rg_cancellation_type },
};

/**
 * rg_profile_load_free: (skip)
 * @data: a load
 */
void
rg_profile_load_free (gpointer data)
{
  RgProfileLoad *load = data;

  g_clear_object (&load->customer);
  g_clear_object (&load->figures);
  g_clear_object (&load->picture);
  g_clear_pointer (&load->all_figures, g_ptr_array_unref);
  for (guint i = 0; i < RG_N_PROFILE_LISTS; i++)
    g_clear_pointer (&load->rows[i], g_ptr_array_unref);
  g_clear_pointer (&load->products, g_hash_table_unref);
  g_clear_pointer (&load->tag_names, g_hash_table_unref);
  g_clear_pointer (&load->order_numbers, g_hash_table_unref);
  g_free (load);
}

static gboolean
read_product (RgDb *db, GHashTable *products, gint64 product_id, GError **error)
{
  RgRecord *product;

  if (g_hash_table_contains (products, &product_id))
    return TRUE;
  product = rg_db_load (db, &rg_product_type, product_id, error);
  if (product == NULL)
    return FALSE;
  g_hash_table_insert (products, g_memdup2 (&product_id, sizeof product_id), product);
  return TRUE;
}

static gboolean
read_related (RgDb *db, RgProfileLoad *load, GError **error)
{
  load->products = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  load->tag_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < RG_N_PROFILE_LISTS; i++)
    for (guint j = 0; j < load->rows[i]->len; j++)
      {
        RgRecord *record = load->rows[i]->pdata[j];

        if (RG_IS_CART_ITEM (record) && !read_product (db, load->products, RG_CART_ITEM (record)->product_id, error))
          return FALSE;
        if (RG_IS_RECURRING_ITEM (record)
            && !read_product (db, load->products, RG_RECURRING_ITEM (record)->product_id, error))
          return FALSE;
        if (RG_IS_CUSTOMER_TAG (record))
          {
            gint64 id = RG_CUSTOMER_TAG (record)->tag_id;
            g_autoptr (RgTag) tag = (RgTag *) rg_db_load (db, &rg_tag_type, id, error);

            if (tag == NULL)
              return FALSE;
            g_hash_table_insert (load->tag_names, g_memdup2 (&id, sizeof id), g_strdup (tag->name));
          }
      }
  return TRUE;
}

/* The figures in every currency, and those in the customer's own, which are most often among them. */
static gboolean
read_figures (RgDb *db, RgProfileLoad *load, const char *currency, GError **error)
{
  load->all_figures = rg_figures_read_balances (db, load->customer_id, error);
  for (guint i = 0; load->all_figures != NULL && i < load->all_figures->len; i++)
    if (g_str_equal (RG_FIGURES (load->all_figures->pdata[i])->currency, currency))
      g_set_object (&load->figures, RG_FIGURES (load->all_figures->pdata[i]));
  if (load->all_figures != NULL && load->figures == NULL)
    load->figures = rg_figures_read (db, load->customer_id, currency, error);
  return load->figures != NULL;
}

/**
 * rg_profile_load_read: (skip)
 * @db: the reader's connection
 * @data: (inout): a load, whose @customer_id and @n_orders are set
 * @error: where to put why not
 *
 * Reads everything the first screen of a customer shows. An #RgJobFunc.
 *
 * Returns: %NULL
 */
GObject *
rg_profile_load_read (RgDb *db, gpointer data, GError **error)
{
  RgProfileLoad *load = data;
  g_autoptr (RgSettings) settings = rg_settings_read (db, error);
  const char *currency;

  if (settings == NULL)
    return NULL;
  load->customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, load->customer_id, error);
  if (load->customer == NULL)
    return NULL;
  currency
    = load->customer->currency != NULL ? load->customer->currency : rg_settings_get (settings, RG_SETTING_CURRENCY);
  if (!read_figures (db, load, currency, error)
      || !rg_customer_count (db, &rg_order_type, load->customer_id, &load->total_orders, error))
    return NULL;
  for (guint i = 0; i < RG_N_PROFILE_LISTS; i++)
    {
      load->rows[i] = rg_customer_rows (db, rg_profile_lists[i].type, load->customer_id,
                                        i == RG_PROFILE_ORDERS ? load->n_orders : 0, error);
      if (load->rows[i] == NULL)
        return NULL;
    }
  load->picture = rg_picture_of (db, load->customer_id, error);
  load->order_numbers = rg_ledger_read_order_numbers (db, load->customer_id, error);
  if (load->order_numbers != NULL)
    read_related (db, load, error);
  return NULL;
}
