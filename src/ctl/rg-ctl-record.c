/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "rg-ctl-print.h"
#include "rg-future.h"
#include "rg-lookup.h"

/* What commands share that add, change or remove one record. */

/**
 * rg_ctl_finish:
 * @ctl: a run
 * @act: what is to be done
 * @error: where to put why it was not
 *
 * Does it and says so.
 *
 * Returns: whether it was done
 */
gboolean
rg_ctl_finish (RgCtl *ctl, RgAct *act, GError **error)
{
  if (!rg_ctl_perform (ctl, act, error))
    return FALSE;
  rg_ctl_print_done (ctl, act);
  return TRUE;
}

typedef struct
{
  const RgRecordType *type;
  gint64 id;
  const char *text;
} Wanted;

static RgRecord *
await_found (RgCtl *ctl, RgJobFunc func, Wanted *wanted, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  return rg_future_wait_value (rg_desk_read (ctl->desk, func, wanted, NULL), &value, error)
           ? g_value_dup_object (&value)
           : NULL;
}

static GObject *
load_record (RgDb *db, gpointer data, GError **error)
{
  Wanted *wanted = data;

  return (GObject *) rg_db_load (db, wanted->type, wanted->id, error);
}

/**
 * rg_ctl_load:
 * @ctl: a run
 * @type: a kind of record
 * @id: its id as typed
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the record
 */
RgRecord *
rg_ctl_load (RgCtl *ctl, const RgRecordType *type, const char *id, GError **error)
{
  Wanted wanted = { .type = type };

  return rg_ctl_parse_number (id, &wanted.id, error) ? await_found (ctl, load_record, &wanted, error) : NULL;
}

static GObject *
find_order (RgDb *db, gpointer data, GError **error)
{
  return (GObject *) rg_lookup_order (db, ((Wanted *) data)->id, error);
}

/**
 * rg_ctl_find_order:
 * @ctl: a run
 * @number: the number of an order as typed
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the order
 */
RgRecord *
rg_ctl_find_order (RgCtl *ctl, const char *number, GError **error)
{
  Wanted wanted = { 0 };

  return rg_ctl_parse_number (number, &wanted.id, error) ? await_found (ctl, find_order, &wanted, error) : NULL;
}

static GObject *
find_product (RgDb *db, gpointer data, GError **error)
{
  return (GObject *) rg_lookup_product (db, ((Wanted *) data)->text, error);
}

/**
 * rg_ctl_find_product:
 * @ctl: a run
 * @text: "PRODUCT" or "PRODUCT=QUANTITY", the product by its product ID
 * @product_id: (out): the product
 * @quantity: (out): how many; 1 when that is not said
 * @error: where to put what went wrong
 *
 * Returns: whether there is such a product
 */
gboolean
rg_ctl_find_product (RgCtl *ctl, const char *text, gint64 *product_id, gint64 *quantity, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *number = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);
  Wanted wanted = { .text = number };
  g_autoptr (RgRecord) product = NULL;

  *quantity = 1;
  if (equals != NULL && !rg_ctl_parse_number (equals + 1, quantity, error))
    return FALSE;
  product = await_found (ctl, find_product, &wanted, error);
  if (product == NULL)
    return FALSE;
  *product_id = rg_record_get_id (product);
  return TRUE;
}

static gboolean
is_field (const char *pair, const RgField *field)
{
  gsize length = strcspn (pair, "=");
  g_autofree char *column = g_strdelimit (g_strndup (pair, length), "-", '_');

  return g_str_equal (column, field->column);
}

/* Amounts are written in the currency of their record, so that comes first. Those that are not typed stay the amounts
 * they are, if the new currency can have them. */
static gboolean
set_currency (RgRecord *record, const char *pair, const char *const *pairs, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  g_autoptr (RgRecord) old = rg_record_copy (record);

  if (!rg_ctl_set_fields (record, pair, error))
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *text = rg_record_dup_field_text (old, field);
      gboolean typed = field->kind != RG_KIND_MONEY;

      for (guint j = 0; !typed && pairs[j] != NULL; j++)
        typed = is_field (pairs[j], field);
      if (!typed && !rg_record_set_field_text (record, field, text, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * rg_ctl_set_all:
 * @ctl: a run
 * @record: what gets the values
 * @from: the first of the arguments that are FIELD=VALUE
 * @error: where to put what is wrong with one
 *
 * Returns: whether all were set
 */
gboolean
rg_ctl_set_all (RgCtl *ctl, RgRecord *record, guint from, GError **error)
{
  const RgField *currency = rg_record_type_find_field (rg_record_get_record_type (record), "currency");
  const char *const *pairs = (const char *const *) ctl->args + MIN (from, ctl->n_args);

  for (guint i = 0; currency != NULL && pairs[i] != NULL; i++)
    if (is_field (pairs[i], currency) && !set_currency (record, pairs[i], pairs, error))
      return FALSE;
  for (guint i = 0; pairs[i] != NULL; i++)
    if ((currency == NULL || !is_field (pairs[i], currency)) && !rg_ctl_set_fields (record, pairs[i], error))
      return FALSE;
  return TRUE;
}

/**
 * rg_ctl_add_record:
 * @ctl: a run whose arguments are a customer and FIELD=VALUE…
 * @type: a kind of record that customers have
 * @operation: what adds one
 * @error: where to put why it was not
 *
 * Returns: whether it was added
 */
gboolean
rg_ctl_add_record (RgCtl *ctl, const RgRecordType *type, const RgOperation *operation, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (RgRecord) record = rg_record_new (type);
  g_autoptr (RgAct) act = NULL;

  if (customer == NULL)
    return FALSE;
  g_object_set (record, "customer-id", rg_record_get_id (RG_RECORD (customer)), NULL);
  act = rg_act_new_record (operation, record);
  return rg_ctl_set_all (ctl, act->record, 1, error) && rg_ctl_finish (ctl, act, error);
}

/**
 * rg_ctl_edit_record:
 * @ctl: a run whose arguments are an id and FIELD=VALUE…
 * @type: a kind of record
 * @operation: what changes one
 * @error: where to put why it was not
 *
 * Returns: whether it was changed
 */
gboolean
rg_ctl_edit_record (RgCtl *ctl, const RgRecordType *type, const RgOperation *operation, GError **error)
{
  g_autoptr (RgRecord) record = rg_ctl_load (ctl, type, ctl->args[0], error);
  g_autoptr (RgAct) act = record != NULL ? rg_act_new_edit (operation, record, record) : NULL;

  return act != NULL && rg_ctl_set_all (ctl, act->record, 1, error) && rg_ctl_finish (ctl, act, error);
}

/**
 * rg_ctl_do_to_record:
 * @ctl: a run whose argument is an id
 * @type: a kind of record
 * @operation: what is done to one
 * @flag: what the operation takes as its flag
 * @error: where to put why it was not
 *
 * Returns: whether it was done
 */
gboolean
rg_ctl_do_to_record (RgCtl *ctl, const RgRecordType *type, const RgOperation *operation, gboolean flag, GError **error)
{
  g_autoptr (RgRecord) record = rg_ctl_load (ctl, type, ctl->args[0], error);
  g_autoptr (RgAct) act = record != NULL ? rg_act_new_record (operation, record) : NULL;

  if (act == NULL)
    return FALSE;
  act->flag = flag;
  return rg_ctl_finish (ctl, act, error);
}
