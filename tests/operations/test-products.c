/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-product-data.h"
#include "test-desk.h"

/* What is sold: adding, editing, finding. */

static RgDesk *desk;

static RgProduct *
add (const char *number, const char *barcode, const char *name)
{
  g_autoptr (RgProduct) product
    = g_object_new (RG_TYPE_PRODUCT, "number", number, "barcode", barcode, "name", name, "price", (gint64) 100, NULL);
  g_autoptr (RgAct) act = test_perform_ok (desk, rg_act_new_record (&rg_product_add, RG_RECORD (product)));

  return (RgProduct *) g_object_ref (act->record);
}

static void
test_add (void)
{
  g_autoptr (RgProduct) box = add (" BOX-1 ", "4006381333931", "Winter  box, large");
  g_autoptr (RgProduct) other = (RgProduct *) rg_record_copy (RG_RECORD (box));
  g_autofree char *number = NULL;
  g_autofree char *barcode = NULL;

  g_assert_cmpstr (box->number, ==, "BOX-1");
  g_assert_cmpstr (box->name, ==, "Winter box, large");
  g_assert_cmpstr (box->currency, ==, "USD");

  rg_record_set_id (RG_RECORD (other), 0);
  g_set_str (&other->number, "box-1");
  number = test_perform_fails_with (desk, rg_act_new_record (&rg_product_add, RG_RECORD (other)), RG_ERROR_INVALID);
  g_assert_nonnull (strstr (number, "belongs to Winter box, large"));
  g_set_str (&other->number, "BOX-2");
  barcode = test_perform_fails_with (desk, rg_act_new_record (&rg_product_add, RG_RECORD (other)), RG_ERROR_INVALID);
  g_assert_nonnull (strstr (barcode, "barcode 4006381333931 belongs"));
  g_set_str (&other->barcode, NULL);
  other->price = -1;
  test_perform_fails (desk, rg_act_new_record (&rg_product_add, RG_RECORD (other)), RG_ERROR_INVALID);
  other->price = 0;
  g_set_str (&other->name, " ");
  test_perform_fails (desk, rg_act_new_record (&rg_product_add, RG_RECORD (other)), RG_ERROR_INVALID);
}

static void
test_picture (void)
{
  g_autoptr (RgProduct) box = add ("BOX", NULL, "Box");
  static const guint8 png[] = "\x89PNG and so on";
  g_autoptr (GBytes) bytes = g_bytes_new_static (png, sizeof png);
  g_autoptr (GBytes) text = g_bytes_new_static ("This is a letter.", 17);
  g_autofree guint8 *many = g_malloc0 (RG_PICTURE_MAX_BYTES + 1);
  g_autoptr (GBytes) large = NULL;
  RgAct *act = rg_act_new_record (&rg_product_edit, RG_RECORD (box));

  act->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (act->records, g_object_new (RG_TYPE_PICTURE, "data", bytes, NULL));
  test_perform (desk, act);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM picture"), ==, 1);

  /* The rule is that of photos. */
  memcpy (many, png, sizeof png);
  large = g_bytes_new (many, RG_PICTURE_MAX_BYTES + 1);
  act = rg_act_new_record (&rg_product_edit, RG_RECORD (box));
  rg_act_add_record (act, g_object_new (RG_TYPE_PICTURE, "data", text, NULL));
  test_perform_fails (desk, act, RG_ERROR_INVALID);
  act = rg_act_new_record (&rg_product_edit, RG_RECORD (box));
  rg_act_add_record (act, g_object_new (RG_TYPE_PICTURE, "data", large, NULL));
  test_perform_fails (desk, act, RG_ERROR_INVALID);

  act = rg_act_new_record (&rg_product_edit, RG_RECORD (box));
  act->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (act->records, g_object_new (RG_TYPE_PICTURE, NULL));
  test_perform (desk, act);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM picture"), ==, 0);
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM picture"), ==, 1);
}

typedef struct
{
  const char *text;
  gboolean retired;
  const char *found;
} Case;

static GObject *
search (RgDb *db, gpointer data, GError **error)
{
  Case *wanted = data;
  g_autoptr (GPtrArray) products = rg_products_search (db, wanted->text, wanted->retired, 0, 50, error);
  g_autoptr (GString) found = g_string_new (NULL);

  if (products == NULL)
    return NULL;
  for (guint i = 0; i < products->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", RG_PRODUCT (products->pdata[i])->number);
  g_assert_cmpstr (found->str, ==, wanted->found);
  return NULL;
}

static void
test_search (void)
{
  static Case cases[] = {
    { "", FALSE, "CHS EGG 12 BOX" },  { "box", FALSE, "BOX" },     { "wint large", FALSE, "BOX" },
    { "LARGE Wínter", FALSE, "BOX" }, { "inter", FALSE, "" },      { "4006381333931", FALSE, "BOX" },
    { "12", FALSE, "12 EGG" },        { "egg", FALSE, "EGG CHS" }, { "parsnip", FALSE, "" },
    { "parsnip", TRUE, "OLD" },       { "100%", FALSE, "" },
  };
  g_autoptr (RgProduct) box = add ("BOX", "4006381333931", "Winter box, large");
  g_autoptr (RgProduct) eggs = add ("EGG", NULL, "Eggs, 12 pieces");
  g_autoptr (RgProduct) honey = add ("12", NULL, "Honey");
  g_autoptr (RgProduct) old = add ("OLD", NULL, "Parsnips");
  g_autoptr (RgProduct) cheese = g_object_new (RG_TYPE_PRODUCT, "number", "CHS", "name", "Aged cheddar", "category",
                                               "Dairy and eggs", "currency", "USD", NULL);
  RgAct *act = rg_act_new_record (&rg_product_retire, RG_RECORD (old));

  act->flag = TRUE;
  test_perform (desk, act);
  test_perform (desk, rg_act_new_record (&rg_product_add, RG_RECORD (cheese)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    test_await (rg_desk_read (desk, search, &cases[i], NULL));
}

static void
test_rights (void)
{
  g_autoptr (RgProduct) box = add ("BOX", NULL, "Box");

  test_sign_in_as (desk, RG_ROLE_CUSTOMER_SERVICE);
  test_perform_fails (desk, rg_act_new_record (&rg_product_edit, RG_RECORD (box)), RG_ERROR_DENIED);
}

static void
run (gconstpointer func)
{
  desk = test_desk_new ();
  ((void (*) (void)) func) ();
  test_check_file (desk);
  test_desk_free (desk);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_data_func ("/products/add", test_add, run);
  g_test_add_data_func ("/products/picture", test_picture, run);
  g_test_add_data_func ("/products/search", test_search, run);
  g_test_add_data_func ("/products/rights", test_rights, run);

  return g_test_run ();
}
