/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-export.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-csv-writer.h"
#include "rg-customer.h"
#include "rg-export-data.h"
#include "rg-export-row.h"
#include "rg-note.h"
#include "rg-order-line.h"
#include "rg-order.h"
#include "rg-product.h"
#include "rg-tag-data.h"
#include "rg-write-error.h"

struct _RgExport
{
  GObject parent_instance;

  RgExportKind kind;
  RgExportFormat format;
  GFile *file;
  GOutputStream *stream;
  GCancellable *cancellable;
  gboolean is_new; /* there was no @file before */
  char *path;      /* of the desk */
  char *tag;       /* only what belongs to the customers who have it; NULL for everybody */
  gint64 tag_id;
  gint64 count;
  gint n_done; /* rows; atomic */
  gint n_rows; /* the same for count */
  DexPromise *promise;
};

G_DEFINE_FINAL_TYPE (RgExport, rg_export, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *label;
  const RgRecordType *type;
} kinds[RG_N_EXPORT_KINDS] = {
  [RG_EXPORT_CUSTOMERS] = { "customers", N_ ("Customers"), &rg_customer_type },
  [RG_EXPORT_PRODUCTS] = { "products", N_ ("Products"), &rg_product_type },
  [RG_EXPORT_ORDERS] = { "orders", N_ ("Orders"), &rg_order_type },
  [RG_EXPORT_ORDER_LINES] = { "order-lines", N_ ("Order lines"), &rg_order_line_type },
  [RG_EXPORT_NOTES] = { "notes", N_ ("Notes"), &rg_note_type },
};

static void
rg_export_finalize (GObject *object)
{
  RgExport *self = RG_EXPORT (object);

  g_clear_object (&self->file);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self->tag);
  dex_clear (&self->promise);

  G_OBJECT_CLASS (rg_export_parent_class)->finalize (object);
}

static void
rg_export_init (RgExport *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
rg_export_class_init (RgExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rg_export_finalize;
}

typedef struct
{
  RgExport *self;
  RgDb *db;
  const RgRecordType *type;
  RgCsvWriter *csv;
  GOutputStream *stream; /* for JSON */
  gint64 n_written;
} Run;

static gboolean
put (Run *run, const char *text, GError **error)
{
  return g_output_stream_write_all (run->stream, text, strlen (text), NULL, run->self->cancellable, error);
}

static gboolean
write_json_row (Run *run, RgRecord *record, GError **error)
{
  g_autofree char *text = rg_export_dup_json_row (run->db, record, error);

  return text != NULL && put (run, run->n_written > 0 ? ",\n  " : "\n  ", error) && put (run, text, error);
}

static gboolean
write_rows (Run *run, GError **error)
{
  gint64 last = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) page = rg_export_page (run->db, run->type, run->self->tag_id, last, error);

      if (page == NULL)
        return FALSE;
      if (page->len == 0)
        return TRUE;
      for (guint i = 0; i < page->len; i++)
        {
          last = rg_record_get_id (page->pdata[i]);
          if (run->csv != NULL ? !rg_export_write_csv_row (run->db, page->pdata[i], run->csv, error)
                               : !write_json_row (run, page->pdata[i], error))
            return FALSE;
          run->n_written++;
          g_atomic_int_inc (&run->self->n_done);
        }
      if (g_cancellable_is_cancelled (run->self->cancellable))
        {
          g_set_error (error, RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled."));
          return FALSE;
        }
    }
}

/* What tells that it is not everything: "tag":"VIP Customer", */
static char *
dup_json_tag (RgExport *self)
{
  g_autoptr (JsonNode) name = NULL;
  g_autofree char *text = NULL;

  if (self->tag == NULL)
    return g_strdup ("");
  name = json_node_init_string (json_node_alloc (), self->tag);
  text = json_to_string (name, FALSE);
  return g_strdup_printf ("\"tag\":%s,", text);
}

static gboolean
write_json (Run *run, GError **error)
{
  g_autofree char *tag = dup_json_tag (run->self);
  g_autofree char *begin = g_strdup_printf (
    "{\"format\":\"regulars\",\"version\":1,\"kind\":\"%s\",%s\"count\":%" G_GINT64_FORMAT ",\"rows\":[",
    kinds[run->self->kind].name, tag, run->self->count);

  return put (run, begin, error) && write_rows (run, error) && put (run, "\n]}\n", error);
}

static gboolean
write_csv (Run *run, GError **error)
{
  RgCsvWriterFlags flags = run->self->format == RG_EXPORT_CSV_SPREADSHEET
                             ? RG_CSV_WRITER_BOM | RG_CSV_WRITER_CRLF | RG_CSV_WRITER_GUARD
                             : RG_CSV_WRITER_NONE;

  run->csv = rg_csv_writer_new (run->stream, flags, ',', run->self->cancellable);
  return rg_export_write_headings (run->type, run->csv, error) && write_rows (run, error)
         && rg_csv_writer_finish (run->csv, error);
}

static gboolean
find_tag (Run *run, GError **error)
{
  RgExport *self = run->self;
  g_autoptr (GError) local = NULL;
  g_autoptr (RgTag) tag = NULL;

  if (self->tag == NULL)
    return TRUE;
  if (!rg_export_kind_has_tags (self->kind))
    {
      rg_error_set_invalid (error, "tag", _ ("Products belong to no customer: a tag can’t choose among them."));
      return FALSE;
    }
  tag = rg_tag_find (run->db, self->tag, &local);
  if (tag != NULL)
    self->tag_id = rg_record_get_id (RG_RECORD (tag));
  else if (!rg_error_propagate (error, &local))
    rg_error_set_invalid (error, "tag", _ ("There is no tag “%s”."), self->tag);
  return tag != NULL;
}

static gboolean
write_all (Run *run, GError **error)
{
  RgExport *self = run->self;
  gboolean ok;

  if (!find_tag (run, error) || !rg_export_begin (run->db, run->type, self->tag_id, &self->count, error))
    return FALSE;
  g_atomic_int_set (&self->n_rows, (gint) MIN (self->count, G_MAXINT));
  ok = self->format == RG_EXPORT_JSON ? write_json (run, error) : write_csv (run, error);
  g_clear_pointer (&run->csv, rg_csv_writer_free);
  if (!ok || !rg_export_end (run->db, error))
    return FALSE;
  if (run->n_written == self->count)
    {
      /* Nothing written of nothing is all of it. */
      g_atomic_int_set (&self->n_rows, 1);
      g_atomic_int_set (&self->n_done, 1);
      return TRUE;
    }
  g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT, _ ("Only %" PRId64 " of %" PRId64 " rows could be written."),
               run->n_written, self->count);
  return FALSE;
}

/* A file that was begun is given up by closing it with a cancelled cancellable: what was there before stays, be it
 * nothing. */
static gboolean
close_file (RgExport *self, gboolean complete, GError **error)
{
  g_autoptr (GCancellable) cancelled = NULL;

  if (self->file == NULL)
    return g_output_stream_flush (self->stream, NULL, error);
  if (complete)
    return g_output_stream_close (self->stream, NULL, error);
  cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (self->stream, cancelled, NULL);
  if (self->is_new)
    g_file_delete (self->file, NULL, NULL);
  return TRUE;
}

static gboolean
open_file (RgExport *self, GError **error)
{
  g_autoptr (GFileOutputStream) file = NULL;

  if (self->file == NULL)
    return TRUE;
  if (!rg_write_check_target (self->file, error))
    return FALSE;
  self->is_new = !g_file_query_exists (self->file, NULL);
  file = g_file_replace (self->file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, self->cancellable, error);
  if (file == NULL)
    return FALSE;
  self->stream = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (file), 65536);
  return TRUE;
}

static gboolean
run_export (RgExport *self, GError **error)
{
  g_autoptr (RgDb) db = rg_db_open (self->path, RG_DB_READ_ONLY, error);
  Run run = { self, db, kinds[self->kind].type };
  gboolean complete;

  if (db == NULL || !open_file (self, error))
    return FALSE;
  run.stream = self->stream;
  complete = write_all (&run, error);
  return close_file (self, complete, complete ? error : NULL) && complete;
}

static gpointer
export_thread (gpointer data)
{
  RgExport *self = data;
  GError *error = NULL;

  if (run_export (self, &error))
    dex_promise_resolve_int64 (self->promise, self->count);
  else
    dex_promise_reject (self->promise, rg_write_error (error));
  g_object_unref (self);
  return NULL;
}

/** rg_export_kind_get_name: Returns: its name on the command line and in JSON: "customers" */
const char *
rg_export_kind_get_name (RgExportKind kind)
{
  return kinds[kind].name;
}

/** rg_export_kind_get_label: Returns: what to call it, translated */
const char *
rg_export_kind_get_label (RgExportKind kind)
{
  return _ (kinds[kind].label);
}

/** rg_export_kind_has_tags: Returns: whether it belongs to customers, so that their tags can choose */
gboolean
rg_export_kind_has_tags (RgExportKind kind)
{
  return kind != RG_EXPORT_PRODUCTS;
}

/** rg_export_kind_parse: @kind: (out): which it is. Returns: whether @name is one */
gboolean
rg_export_kind_parse (const char *name, RgExportKind *kind)
{
  for (guint i = 0; i < RG_N_EXPORT_KINDS; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/** rg_export_new: @stream: where to write; it is not closed. Returns: (transfer full): an export that was not run yet
 */
RgExport *
rg_export_new (RgExportKind kind, RgExportFormat format, GOutputStream *stream)
{
  RgExport *self = g_object_new (RG_TYPE_EXPORT, NULL);

  self->kind = kind;
  self->format = format;
  g_set_object (&self->stream, stream);
  return self;
}

/** rg_export_new_for_file: @file: replaced when the export is complete. Returns: (transfer full): as rg_export_new() */
RgExport *
rg_export_new_for_file (RgExportKind kind, RgExportFormat format, GFile *file)
{
  RgExport *self = rg_export_new (kind, format, NULL);

  g_set_object (&self->file, file);
  return self;
}

/**
 * rg_export_set_tag:
 * @self: an export that was not run yet
 * @name: (nullable): only what belongs to customers with this tag; %NULL for everybody
 */
void
rg_export_set_tag (RgExport *self, const char *name)
{
  g_set_str (&self->tag, name);
}

/**
 * rg_export_run:
 * @self: an export that was not run yet
 * @desk: what to export from; others may go on working meanwhile
 *
 * Returns: (transfer full): a future for the number of rows, all of which are written then
 */
DexFuture *
rg_export_run (RgExport *self, RgDesk *desk)
{
  DexFuture *future;

  g_return_val_if_fail (self->promise == NULL, NULL);
  if (!rg_desk_has_right (desk, RG_EXPORT_RIGHT))
    {
      g_autofree char *reason = rg_right_dup_reason (RG_EXPORT_RIGHT);

      return dex_future_new_for_error (g_error_new_literal (RG_ERROR, RG_ERROR_DENIED, reason));
    }
  self->path = g_strdup (rg_store_get_path (rg_desk_get_store (desk)));
  self->promise = dex_promise_new ();
  future = dex_ref (DEX_FUTURE (self->promise));
  g_thread_unref (g_thread_new ("regulars-export", export_thread, g_object_ref (self)));
  return future;
}

/** rg_export_cancel: @self: an export that is running: it ends with %RG_ERROR_CANCELLED, and nothing is left of it */
void
rg_export_cancel (RgExport *self)
{
  g_cancellable_cancel (self->cancellable);
}

/** rg_export_get_progress: Returns: how far the run is, 0 to 1; may be asked at any time */
double
rg_export_get_progress (RgExport *self)
{
  gint n = g_atomic_int_get (&self->n_rows);

  return n > 0 ? g_atomic_int_get (&self->n_done) / (double) n : 0;
}
