/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "rg-ctl-print.h"
#include "rg-error.h"
#include "rg-future.h"
#include "rg-lookup.h"
#include "rg-money.h"
#include "rg-picture-operations.h"
#include "rg-product-data.h"
#include "rg-product-operations.h"

/* What the business sells. A product is named by its product ID or its barcode. */

#define DEFAULT_LIMIT 100

static const RgCtlOption products_options[] = {
  { "retired", NULL, N_ ("Also those that are no longer sold") },
  { "limit", "N", N_ ("How many at most (100)") },
  { "offset", "N", N_ ("How many rows to pass over") },
  { NULL },
};

typedef struct
{
  char *text;
  gboolean retired;
  guint offset;
  guint limit;
  GPtrArray *rows;
} Search;

static GObject *
search_job (RgDb *db, gpointer data, GError **error)
{
  Search *search = data;

  search->rows = rg_products_search (db, search->text, search->retired, search->offset, search->limit, error);
  return NULL;
}

static void
print_products (GPtrArray *products)
{
  static const char *const headings[]
    = { N_ ("Product ID"), N_ ("Name"), N_ ("Category"), N_ ("Unit"), N_ ("Price"), N_ ("Status"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  for (guint i = 0; i < products->len; i++)
    {
      RgProduct *product = products->pdata[i];
      g_autofree char *price = rg_money_format (product->price, product->currency);

      rg_ctl_table_add (table, product->number, product->name, product->category != NULL ? product->category : "",
                        product->unit != NULL ? product->unit : "", price, product->retired ? _ ("Retired") : "", NULL);
    }
  rg_ctl_table_print (table);
  if (products->len == 0)
    rg_ctl_print ("%s", _ ("There are no such products."));
}

static gboolean
run_products (RgCtl *ctl, GError **error)
{
  Search search = { .retired = rg_ctl_has (ctl, "retired") };
  gboolean ok;

  if (!rg_ctl_get_count (ctl, "limit", DEFAULT_LIMIT, &search.limit, error)
      || !rg_ctl_get_count (ctl, "offset", 0, &search.offset, error))
    return FALSE;
  search.text = rg_ctl_join (ctl, 0);
  ok = rg_future_wait (rg_desk_read (ctl->desk, search_job, &search, NULL), error);
  if (ok && ctl->json)
    rg_ctl_print_json (rg_ctl_records_to_json (search.rows));
  else if (ok)
    print_products (search.rows);
  g_clear_pointer (&search.rows, g_ptr_array_unref);
  g_free (search.text);
  return ok;
}

static GObject *
find_product (RgDb *db, gpointer data, GError **error)
{
  return (GObject *) rg_lookup_product (db, data, error);
}

static RgRecord *
load_product (RgCtl *ctl, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  return rg_future_wait_value (rg_desk_read (ctl->desk, find_product, ctl->args[0], NULL), &value, error)
           ? g_value_dup_object (&value)
           : NULL;
}

static gboolean
run_product (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) product = load_product (ctl, error);

  if (product == NULL)
    return FALSE;
  if (ctl->json)
    rg_ctl_print_json (rg_record_to_json (product));
  else
    rg_ctl_print_record (product);
  return TRUE;
}

static const RgCtlOption image_options[] = {
  { "image", "FILE", N_ ("A PNG, JPEG or WebP file, or “” for none") },
  { NULL },
};

/* One byte more than a picture may have is enough to see that it is too large. */
static GBytes *
read_image (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *data = g_malloc (RG_PICTURE_MAX_BYTES + 1);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  gsize length;

  if (stream != NULL
      && g_input_stream_read_all (G_INPUT_STREAM (stream), data, RG_PICTURE_MAX_BYTES + 1, &length, NULL, &local))
    return g_bytes_new_take (g_steal_pointer (&data), length);
  g_set_error (error, RG_ERROR, (int) rg_error_code_of (local), _ ("The picture can’t be read: %s."), local->message);
  return NULL;
}

/* What --image names goes with the product. */
static gboolean
add_image (RgCtl *ctl, RgAct *act, GError **error)
{
  const char *path = rg_ctl_get (ctl, "image");
  g_autoptr (RgPicture) picture = NULL;

  if (path == NULL)
    return TRUE;
  picture = g_object_new (RG_TYPE_PICTURE, NULL);
  if (*path != '\0' && (picture->data = read_image (path, error)) == NULL)
    return FALSE;
  rg_act_add_record (act, (RgRecord *) g_steal_pointer (&picture));
  return TRUE;
}

static gboolean
run_add_product (RgCtl *ctl, GError **error)
{
  const char *currency = rg_settings_get (rg_desk_get_settings (ctl->desk), RG_SETTING_CURRENCY);
  g_autoptr (RgRecord) product = rg_record_new (&rg_product_type);
  g_autoptr (RgAct) act = NULL;

  /* A price is read in the currency of the product. */
  g_object_set (product, "currency", currency, NULL);
  act = rg_act_new_record (&rg_product_add, product);
  return rg_ctl_set_all (ctl, act->record, 0, error) && add_image (ctl, act, error) && rg_ctl_finish (ctl, act, error);
}

static gboolean
run_edit_product (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) product = load_product (ctl, error);
  g_autoptr (RgAct) act = product != NULL ? rg_act_new_edit (&rg_product_edit, product, product) : NULL;

  if (act != NULL && ctl->n_args < 2 && !rg_ctl_has (ctl, "image"))
    {
      rg_ctl_set_usage_error (error, "%s", _ ("Say what to change: FIELD=VALUE, or --image."));
      return FALSE;
    }
  return act != NULL && rg_ctl_set_all (ctl, act->record, 1, error) && add_image (ctl, act, error)
         && rg_ctl_finish (ctl, act, error);
}

static const RgCtlOption retire_options[] = {
  { "back", NULL, N_ ("It is sold again") },
  { NULL },
};

static gboolean
run_retire_product (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) product = load_product (ctl, error);
  g_autoptr (RgAct) act = product != NULL ? rg_act_new_record (&rg_product_retire, product) : NULL;

  if (act == NULL)
    return FALSE;
  act->flag = !rg_ctl_has (ctl, "back");
  return rg_ctl_finish (ctl, act, error);
}

#define VIEW { RG_AREA_PRODUCTS, RG_SCOPE_VIEW }

static const RgCtlCommand commands[] = {
  { "products", "[TEXT…]", N_ ("List products, or find them by name, category, product ID or barcode"), 0, G_MAXUINT,
    RG_CTL_READS, VIEW, products_options, run_products },
  { "product", "PRODUCT", N_ ("Show a product"), 1, 1, RG_CTL_READS, VIEW, NULL, run_product },
  { "add-product", "FIELD=VALUE…", N_ ("Add a product"), 1, G_MAXUINT, RG_CTL_WRITES, VIEW, image_options,
    run_add_product },
  { "edit-product", "PRODUCT FIELD=VALUE…", N_ ("Change a product"), 1, G_MAXUINT, RG_CTL_WRITES, VIEW, image_options,
    run_edit_product },
  { "retire-product", "PRODUCT", N_ ("Sell a product no longer, or again"), 1, 1, RG_CTL_WRITES, VIEW, retire_options,
    run_retire_product },
};

const RgCtlGroup rg_ctl_product_group = { N_ ("Products:"), commands, G_N_ELEMENTS (commands) };
