/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-export-row.h"

#include "rg-address-data.h"
#include "rg-customer.h"
#include "rg-export-data.h"

/* What of a customer's primary address goes with the customer. */
static const char *const address_columns[]
  = { "street", "street2", "city", "state", "postcode", "country", "route", "stop", NULL };

/* Inner ids that stand for something people have a word for, and the heading it gets. */
static const char *const references[][2] = {
  { "customer_id", "customer_number" }, { "order_id", "order_number" }, { "product_id", "product" },
  { "sales_rep_id", "sales_rep" },      { "staff_id", "staff" },        { "done_by_id", "done_by" },
};

static const char *
get_heading (const RgField *field)
{
  if ((field->flags & (RG_FIELD_SECRET | RG_FIELD_DERIVED)) != 0 || field->kind == RG_KIND_BYTES)
    return NULL;
  if (field->kind != RG_KIND_REF)
    return field->column;
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_str_equal (references[i][0], field->column))
      return references[i][1];
  return NULL;
}

static gboolean
read_value (RgDb *db, RgRecord *record, const RgField *field, char **text, GError **error)
{
  if (field->kind == RG_KIND_REF)
    return rg_export_read_name (db, field->refers, RG_RECORD_MEMBER (record, field, gint64), text, error);
  *text = rg_record_dup_field_text (record, field);
  return TRUE;
}

/**
 * rg_export_write_headings:
 * @type: what is exported
 * @csv: where to write
 * @error: where to put what went wrong
 *
 * Returns: whether the headings were written
 */
gboolean
rg_export_write_headings (const RgRecordType *type, RgCsvWriter *csv, GError **error)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  for (guint i = 0; i < type->n_fields; i++)
    if (get_heading (&type->fields[i]) != NULL)
      g_ptr_array_add (headings, (gpointer) get_heading (&type->fields[i]));
  if (type == &rg_customer_type)
    {
      for (guint i = 0; address_columns[i] != NULL; i++)
        g_ptr_array_add (headings, (gpointer) address_columns[i]);
      g_ptr_array_add (headings, (gpointer) "tags");
    }
  g_ptr_array_add (headings, NULL);
  return rg_csv_writer_write_headings (csv, (const char *const *) headings->pdata, error);
}

/* The address and the tags of a customer. */
static gboolean
read_company (RgDb *db, RgRecord *customer, RgAddress **address, char **tags, GError **error)
{
  g_autoptr (GError) local = NULL;

  *address = rg_address_primary (db, rg_record_get_id (customer), 0, &local);
  return !rg_error_propagate (error, &local) && rg_export_read_tags (db, rg_record_get_id (customer), tags, error);
}

static gboolean
add_company (RgDb *db, RgRecord *customer, RgCsvWriter *csv, GError **error)
{
  g_autoptr (RgAddress) address = NULL;
  g_autofree char *tags = NULL;

  if (!read_company (db, customer, &address, &tags, error))
    return FALSE;
  for (guint i = 0; address_columns[i] != NULL; i++)
    {
      const RgField *field = rg_record_type_find_field (&rg_address_type, address_columns[i]);
      g_autofree char *text = address != NULL ? rg_record_dup_field_text (RG_RECORD (address), field) : NULL;

      rg_csv_writer_add_text (csv, text);
    }
  rg_csv_writer_add_text (csv, tags);
  return TRUE;
}

/**
 * rg_export_write_csv_row:
 * @db: a connection, for what stands in the place of inner ids
 * @record: a record
 * @csv: where to write, under rg_export_write_headings()
 * @error: where to put what went wrong
 *
 * Returns: whether the row was written
 */
gboolean
rg_export_write_csv_row (RgDb *db, RgRecord *record, RgCsvWriter *csv, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *text = NULL;

      if (get_heading (field) == NULL)
        continue;
      if (!read_value (db, record, field, &text, error))
        return FALSE;
      if (field->kind == RG_KIND_TEXT || field->kind == RG_KIND_REF)
        rg_csv_writer_add_text (csv, text);
      else
        rg_csv_writer_add_plain (csv, text);
    }
  return (type != &rg_customer_type || add_company (db, record, csv, error)) && rg_csv_writer_end_row (csv, error);
}

/**
 * rg_export_dup_json_row:
 * @db: a connection, for what goes with inner ids
 * @record: a record
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the record as a JSON object on one line
 */
char *
rg_export_dup_json_row (RgDb *db, RgRecord *record, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  g_autoptr (JsonNode) node = rg_record_to_json (record);
  JsonObject *object = json_node_get_object (node);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *name = NULL;

      if (field->kind != RG_KIND_REF || get_heading (field) == NULL)
        continue;
      if (!read_value (db, record, field, &name, error))
        return NULL;
      if (name != NULL)
        json_object_set_string_member (object, get_heading (field), name);
    }
  if (type == &rg_customer_type)
    {
      g_autoptr (RgAddress) address = NULL;
      g_autofree char *tags = NULL;

      if (!read_company (db, record, &address, &tags, error))
        return NULL;
      if (address != NULL)
        json_object_set_member (object, "address", rg_record_to_json (RG_RECORD (address)));
      json_object_set_string_member (object, "tags", tags);
    }
  return json_to_string (node, FALSE);
}
