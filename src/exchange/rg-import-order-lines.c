/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-error.h"
#include "rg-import-private.h"
#include "rg-order-data.h"
#include "rg-order-operations.h"

/* Rows of order lines. The totals of an order are made anew when the last of its lines, as they stand together,
 * was read. */

static const RgCsvTarget targets[] = {
  { "order_id", N_ ("Order, as imported"), RG_CSV_KIND_TEXT, "order id|order|external id" },
  { "order_number", N_ ("Order number"), RG_CSV_KIND_NUMBER, "number|order no|bestellnummer" },
  { "product", N_ ("Product ID"), RG_CSV_KIND_TEXT, "product number|sku|item|item number|article number|product code" },
  { "name", N_ ("Product name"), RG_CSV_KIND_TEXT, "name|product|description|title|item name" },
  { "quantity", N_ ("Quantity"), RG_CSV_KIND_NUMBER, "qty|amount|count|menge|quantite|pieces" },
  { "unit_price", N_ ("Price"), RG_CSV_KIND_NUMBER, "unit price|price each|preis|prix|precio" },
  { "discount", N_ ("Discount"), RG_CSV_KIND_NUMBER, "rabatt|discount percent|remise" },
  { "position", N_ ("Position"), RG_CSV_KIND_NUMBER, "line number|line no|pos" },
  { "recurring", N_ ("Recurring"), RG_CSV_KIND_TEXT, NULL },
};

/* The order whose lines are being read. */
typedef struct
{
  RgOrder *order;
  char *key;
  gboolean touched;
} Current;

static void
clear (RgImportRun *run)
{
  Current *current = run->data;

  if (current == NULL)
    return;
  g_clear_object (&current->order);
  g_free (current->key);
  g_free (current);
  run->data = NULL;
}

/* An imported order that was paid stays paid, whatever its lines come to. */
static gboolean
finish (RgImportRun *run, GError **error)
{
  Current *current = run->data;
  gboolean paid;

  if (current == NULL || !current->touched || run->txn == NULL)
    return TRUE;
  current->touched = FALSE;
  paid = current->order->payment_status == RG_PAYMENT_STATUS_PAID && current->order->paid == current->order->total;
  if (paid)
    {
      g_autoptr (GPtrArray) lines = rg_order_read_lines (run->db, rg_record_get_id (RG_RECORD (current->order)), error);

      if (lines == NULL || !rg_order_lines_sum (lines, &current->order->paid, error))
        return FALSE;
      current->order->paid += current->order->delivery_fee;
    }
  return rg_order_update_totals (run->txn, current->order, error);
}

/* Makes the order of this row the current one. */
static int
find_order (RgImportRun *run, GError **error)
{
  const char *external = rg_import_get_named (run, "order_id");
  g_autofree char *key = NULL;
  g_autoptr (GError) local = NULL;
  Current *current = run->data;
  gint64 number = 0;

  if (!rg_import_read_int (run, rg_import_find_target (run, "order_number"), &number))
    return RG_IMPORT_BAD;
  if (*external == '\0' && number <= 0)
    {
      rg_import_set_reason (run, "%s", _ ("There is no order number in this row."));
      return RG_IMPORT_BAD;
    }
  key = *external != '\0' ? g_strconcat ("x", external, NULL) : g_strdup_printf ("n%" G_GINT64_FORMAT, number);
  if (current != NULL && g_str_equal (current->key, key))
    return current->order != NULL ? RG_IMPORT_NEW : RG_IMPORT_BAD;
  if (!finish (run, error))
    return -1;
  clear (run);
  run->data = current = g_new0 (Current, 1);
  current->key = g_steal_pointer (&key);
  current->order = rg_import_find_order (run->db, *external != '\0' ? external : NULL, number, &local);
  if (current->order == NULL && local == NULL && *external != '\0'
      && g_ascii_string_to_signed (external, 10, 1, G_MAXINT64, &number, NULL))
    current->order = rg_import_find_order (run->db, NULL, number, &local);
  if (rg_error_propagate (error, &local))
    return -1;
  return current->order != NULL ? RG_IMPORT_NEW : RG_IMPORT_BAD;
}

static gboolean
set_product (RgImportRun *run, RgOrderLine *line, GError **error)
{
  const char *number = rg_import_get_named (run, "product");
  const char *name = rg_import_get_named (run, "name");
  g_autoptr (RgProduct) product = *number != '\0' ? rg_import_find_product (run->db, number, error) : NULL;

  if (product != NULL)
    {
      line->product_id = rg_record_get_id (RG_RECORD (product));
      g_set_str (&line->name, product->name);
      if (g_strcmp0 (product->currency, line->currency) == 0)
        line->unit_price = product->price;
    }
  if (*name != '\0')
    g_set_str (&line->name, name);
  if (line->name != NULL)
    return TRUE;
  if (*number != '\0')
    rg_import_set_reason (run, _ ("There is no product “%s”. Import the products first."), number);
  else
    rg_import_set_reason (run, "%s", _ ("There is no product in this row."));
  return FALSE;
}

static gboolean
set_cells (RgImportRun *run, RgOrderLine *line)
{
  line->quantity = 1;
  if (!rg_import_read_int (run, rg_import_find_target (run, "quantity"), &line->quantity)
      || !rg_import_read_money (run, rg_import_find_target (run, "unit_price"), line->currency, &line->unit_price)
      || !rg_import_set_field (run, RG_RECORD (line), "discount", rg_import_find_target (run, "discount"))
      || !rg_import_read_int (run, rg_import_find_target (run, "position"), &line->position)
      || !rg_import_set_field (run, RG_RECORD (line), "recurring", rg_import_find_target (run, "recurring")))
    return FALSE;
  line->position = MAX (line->position, 0);
  return TRUE;
}

static int
write_line (RgImportRun *run, RgOrderLine *line, GError **error)
{
  Current *current = run->data;
  g_autoptr (GError) local = NULL;
  g_autoptr (RgOrderLine) old = rg_import_find_line (run->db, line, &local);

  if (rg_error_propagate (error, &local))
    return -1;
  if (old != NULL && old->quantity == line->quantity)
    return RG_IMPORT_SAME;
  if (old != NULL)
    run->conflicts[rg_import_find_target (run, "quantity")]++;
  if (run->txn == NULL)
    return old != NULL ? RG_IMPORT_CHANGED : RG_IMPORT_NEW;
  current->touched = TRUE;
  if (old != NULL)
    {
      old->quantity = line->quantity;
      return rg_txn_update (run->txn, RG_RECORD (old), error) ? RG_IMPORT_CHANGED : -1;
    }
  if ((line->position == 0 && !rg_order_next_position (run->db, line->order_id, &line->position, error))
      || !rg_txn_insert (run->txn, RG_RECORD (line), error))
    return -1;
  return RG_IMPORT_NEW;
}

static int
import_row (RgImportRun *run, GError **error)
{
  int found = find_order (run, error);
  Current *current = run->data;
  g_autoptr (RgOrderLine) line = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *key = NULL;

  if (found == RG_IMPORT_BAD && run->reason == NULL)
    rg_import_set_reason (run, _ ("There is no order “%s”. Import the orders first."), current->key + 1);
  if (found != RG_IMPORT_NEW)
    return found;
  line = g_object_new (RG_TYPE_ORDER_LINE, "currency", current->order->currency, NULL);
  line->order_id = rg_record_get_id (RG_RECORD (current->order));
  if (!set_product (run, line, &local))
    return rg_error_propagate (error, &local) ? -1 : RG_IMPORT_BAD;
  if (!set_cells (run, line))
    return RG_IMPORT_BAD;
  if (!rg_order_line_check (line, &local))
    {
      rg_import_set_reason (run, "%s", local->message);
      return RG_IMPORT_BAD;
    }
  key = g_strdup_printf ("%s\x1f%" PRId64 "\x1f%s\x1f%" PRId64 "\x1f%" PRId64 "\x1f%" PRId64, current->key,
                         line->product_id, line->name, line->unit_price, line->discount, line->position);
  if (!rg_import_seen_add (run->seen, key))
    {
      /* Translators: the number of an order and a product */
      rg_import_set_reason (run, _ ("This line is in the file twice: order %s, %s"), current->key + 1, line->name);
      return RG_IMPORT_DUPLICATE;
    }
  return write_line (run, line, error);
}

const RgImportType rg_import_order_lines = {
  .name = "order-lines",
  .label = N_ ("Order lines"),
  .targets = targets,
  .n_targets = G_N_ELEMENTS (targets),
  .needed = "order_id|order_number",
  .needed_words = N_ ("Say which column tells the order."),
  .row = import_row,
  .finish = finish,
  .clear = clear,
};
