/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-line.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"

static const RgField rg_order_line_fields[] = {
  RG_REF (RgOrderLine, order_id, N_ ("Order"), "order", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_REF (RgOrderLine, product_id, N_ ("Product"), "product"),
  RG_INT (RgOrderLine, position, N_ ("Position")),
  RG_TEXT (RgOrderLine, name, N_ ("Product"), .flags = RG_FIELD_REQUIRED),
  RG_INT (RgOrderLine, quantity, N_ ("Quantity")),
  RG_MONEY (RgOrderLine, unit_price, N_ ("Price")),
  RG_PERCENT (RgOrderLine, discount, N_ ("Discount")),
  RG_TEXT (RgOrderLine, currency, N_ ("Currency"), .flags = RG_FIELD_REQUIRED),
  RG_BOOL (RgOrderLine, recurring, N_ ("Recurring")),
};

RG_DEFINE_RECORD (RgOrderLine, rg_order_line, "order_line", "order_line", N_ ("Order line"))

static void
rg_order_line_init (RgOrderLine *self)
{
}

/**
 * rg_order_line_get_total: (skip)
 * @self: an order line within the limits the store checks (quantity and price at most 2^31)
 *
 * Returns: unit price × quantity × (1 − discount) in minor units, half rounded away from zero
 */
gint64
rg_order_line_get_total (RgOrderLine *self)
{
  gint64 hundredths = self->quantity * (10000 - self->discount);
  __int128 exact = (__int128) self->unit_price * hundredths;

  return (gint64) ((exact + (exact < 0 ? -5000 : 5000)) / 10000);
}

/**
 * rg_order_lines_sum: (skip)
 * @lines: (element-type RgOrderLine): the lines of an order, each within the limits the store checks
 * @sum: (out): unit price × quantity × (1 − discount) over all of them, in minor units
 * @error: where to put that the sum is too large
 *
 * The sum is exact and rounded once, half away from zero. It may so differ by a few minor units from the sum of lines
 * that are rounded each.
 *
 * Returns: whether there is a sum
 */
gboolean
rg_order_lines_sum (GPtrArray *lines, gint64 *sum, GError **error)
{
  __int128 exact = 0, rounded;

  for (guint i = 0; i < lines->len; i++)
    {
      RgOrderLine *line = lines->pdata[i];

      exact += (__int128) line->unit_price * (line->quantity * (10000 - line->discount));
    }
  rounded = (exact + (exact < 0 ? -5000 : 5000)) / 10000;
  if (rounded > RG_ORDER_MAX_TOTAL || rounded < -RG_ORDER_MAX_TOTAL)
    {
      rg_error_set_invalid (error, "quantity", _ ("The total of this order would be too large."));
      return FALSE;
    }
  *sum = (gint64) rounded;
  return TRUE;
}
