/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-order-line.h"
#include "rg-order.h"
#include "rg-settings.h"

G_BEGIN_DECLS

/* order.create: customer_id; day, 0 for the next in the customer's rhythm; record, an RgOrder whose kind, origin, note
 * and tracking count, or none; records, RgOrderLines to put in besides what recurs; ids, a cancelled order to create
 * anew, with its lines instead of what recurs; flag, the warnings were read. Then record is the new order, and day when
 * it is delivered. */
extern const RgOperation rg_order_create;
/* order.edit: record, an RgOrder: its status, kind, origin, delivery day and its confirmation, route, stop, address,
 * delivery fee, payment type, tracking, alert and note count; flag, the warnings were read. */
extern const RgOperation rg_order_edit;
extern const RgOperation rg_order_confirm_delivery; /* record, an RgOrder; day, another delivery day or 0 */
extern const RgOperation rg_order_cancel;           /* record, an RgOrder; text, why; flag, the warnings were read */
/* order.add-line: record, an RgOrderLine: order_id and product_id are enough, then name and price are those of the
 * product for this customer, and a product that is in the order already becomes one more. */
extern const RgOperation rg_order_add_line;
extern const RgOperation rg_order_edit_line;   /* record, an RgOrderLine: quantity, price, discount and name count */
extern const RgOperation rg_order_remove_line; /* record, an RgOrderLine */

/* The rest is shared by the files of this subject and those that put lines into orders. */

char *rg_order_dup_words (RgOrder *order);
void rg_order_add_pickup_reason (RgSettings *settings, GPtrArray *reasons);
gboolean rg_order_add_week_reasons (
  RgDb *db, RgSettings *settings, gint64 customer_id, gint64 except, RgDay day, GPtrArray *reasons, GError **error);
gboolean rg_order_line_fill_in (RgOrderLine *line, RgDb *db, RgOrder *order, GError **error);
gboolean rg_order_line_check (RgOrderLine *line, GError **error);
gboolean rg_order_insert_line (RgTxn *txn, RgOrder *order, RgOrderLine *line, GError **error);
gboolean rg_order_update_totals (RgTxn *txn, RgOrder *order, GError **error);
gboolean rg_order_update_recurring (RgTxn *txn, RgOrder *order, GPtrArray *lines, GError **error);

G_END_DECLS
