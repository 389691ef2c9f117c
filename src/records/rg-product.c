/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-product.h"

#include <glib/gi18n-lib.h>

static const RgField rg_product_fields[] = {
  RG_TEXT (RgProduct, number, N_ ("Product ID"), .flags = RG_FIELD_REQUIRED),
  RG_TEXT (RgProduct, barcode, N_ ("Barcode")),
  RG_TEXT (RgProduct, name, N_ ("Name"), .flags = RG_FIELD_REQUIRED),
  RG_TEXT (RgProduct, description, N_ ("Description")),
  RG_TEXT (RgProduct, category, N_ ("Category")),
  RG_TEXT (RgProduct, unit, N_ ("Unit")),
  RG_MONEY (RgProduct, price, N_ ("Price")),
  RG_TEXT (RgProduct, currency, N_ ("Currency"), .flags = RG_FIELD_REQUIRED),
  RG_BOOL (RgProduct, retired, N_ ("Retired")),
  RG_TEXT (RgProduct, external_id, N_ ("Imported as")),
  RG_TEXT (RgProduct, folded, N_ ("Search words"), .flags = RG_FIELD_DERIVED),
};

RG_DEFINE_RECORD (RgProduct, rg_product, "product", "product", N_ ("Product"))

static void
rg_product_init (RgProduct *self)
{
}
