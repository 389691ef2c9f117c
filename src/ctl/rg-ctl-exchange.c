/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "rg-backup.h"
#include "rg-ctl-import.h"
#include "rg-ctl-print.h"
#include "rg-export.h"
#include "rg-future.h"

/* In and out: imports, exports and backups. */

static void
print_file (RgCtl *ctl, const char *words, const char *path, const char *aside)
{
  JsonObject *object;

  if (!ctl->json)
    {
      rg_ctl_print ("%s", words);
      if (aside != NULL)
        rg_ctl_print (_ ("What was there before is “%s” now."), aside);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "file", path);
  if (aside != NULL)
    json_object_set_string_member (object, "replaced", aside);
  rg_ctl_print_object (object);
}

static gboolean
run_backup (RgCtl *ctl, GError **error)
{
  g_autofree char *path = g_canonicalize_filename (ctl->args[0], NULL);
  g_autofree char *words = g_strdup_printf (_ ("“%s” is a complete copy."), path);

  if (!rg_future_wait (rg_backup_write (ctl->desk, path, NULL), error))
    return FALSE;
  print_file (ctl, words, path, NULL);
  return TRUE;
}

static gboolean
run_restore (RgCtl *ctl, GError **error)
{
  g_autofree char *backup = g_canonicalize_filename (ctl->args[0], NULL);
  g_autofree char *path = ctl->n_args > 1 ? g_canonicalize_filename (ctl->args[1], NULL) : g_strdup (ctl->path);
  /* Translators: two names of files */
  g_autofree char *words = g_strdup_printf (_ ("“%s” is as it was in “%s”."), path, backup);
  g_auto (GValue) value = G_VALUE_INIT;

  if (!rg_future_wait_value (rg_backup_restore (backup, path), &value, error))
    return FALSE;
  print_file (ctl, words, path, g_value_get_string (&value));
  return TRUE;
}

static const RgCtlOption export_options[] = {
  { "format", "FORMAT", N_ ("csv (else), spreadsheet (CSV that spreadsheets show as it is) or json") },
  { "tag", "NAME", N_ ("Only what belongs to customers with this tag") },
  { NULL },
};

static gboolean
read_format (RgCtl *ctl, RgExportFormat *format, GError **error)
{
  static const char *const names[] = { "csv", "spreadsheet", "json" };
  const char *text = rg_ctl_get (ctl, "format");

  *format = ctl->json || g_str_has_suffix (ctl->args[1], ".json") ? RG_EXPORT_JSON : RG_EXPORT_CSV;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (text, names[i]))
      {
        *format = i;
        return TRUE;
      }
  if (text != NULL)
    rg_ctl_set_usage_error (error, "%s", _ ("--format is csv, spreadsheet or json."));
  return text == NULL;
}

static gboolean
on_tick (gpointer data)
{
  rg_ctl_print_progress (rg_export_get_progress (data), _ ("Writing rows"));
  return G_SOURCE_CONTINUE;
}

/* The count goes where it is not mistaken for a row: with a file to the standard output, else to the standard error. */
static gboolean
run_export (RgCtl *ctl, GError **error)
{
  gboolean to_output = g_str_equal (ctl->args[1], "-");
  g_autoptr (GFile) file = to_output ? NULL : g_file_new_for_commandline_arg (ctl->args[1]);
  g_autoptr (GOutputStream) stream = to_output ? g_unix_output_stream_new (STDOUT_FILENO, FALSE) : NULL;
  g_autoptr (RgExport) export = NULL;
  g_auto (GValue) count = G_VALUE_INIT;
  RgExportKind kind;
  RgExportFormat format;
  guint source;
  gboolean ok;

  if (!rg_export_kind_parse (ctl->args[0], &kind))
    {
      rg_ctl_set_usage_error (error, "%s", _ ("What to export is customers, products, orders, order-lines or notes."));
      return FALSE;
    }
  if (!read_format (ctl, &format, error))
    return FALSE;
  export = to_output ? rg_export_new (kind, format, stream) : rg_export_new_for_file (kind, format, file);
  rg_export_set_tag (export, rg_ctl_get (ctl, "tag"));
  source = g_timeout_add (200, on_tick, export);
  ok = rg_future_wait_value (rg_export_run (export, ctl->desk), &count, error);
  g_source_remove (source);
  if (!ok)
    return FALSE;
  rg_ctl_print_progress (1, _ ("Writing rows"));
  fprintf (to_output ? stderr : stdout,
           ngettext ("%" PRId64 " row, all there is.\n", "%" PRId64 " rows, all there are.\n",
                     (gulong) g_value_get_int64 (&count)),
           g_value_get_int64 (&count));
  return TRUE;
}

static const RgCtlCommand commands[] = {
  { "import",
    "KIND FILE",
    N_ ("Import customers, products, orders or order-lines from CSV, or from “-”"),
    2,
    2,
    RG_CTL_WRITES,
    { RG_AREA_EXCHANGE, RG_SCOPE_VIEW },
    rg_ctl_import_options,
    rg_ctl_run_import },
  { "export",
    "KIND FILE",
    N_ ("Write customers, products, orders, order-lines or notes to a file, or to “-”"),
    2,
    2,
    RG_CTL_READS,
    { RG_AREA_EXCHANGE, RG_SCOPE_VIEW },
    export_options,
    run_export },
  { "backup",
    "FILE",
    N_ ("Write a complete copy; others may go on working meanwhile"),
    1,
    1,
    RG_CTL_READS,
    { RG_AREA_EXCHANGE, RG_SCOPE_VIEW },
    NULL,
    run_backup },
  { "restore", "BACKUP [FILE]", N_ ("Put a backup in the place of the file, which is kept beside it"), 1, 2,
    RG_CTL_NO_DESK, .run = run_restore },
};

const RgCtlGroup rg_ctl_exchange_group = { N_ ("In and out:"), commands, G_N_ELEMENTS (commands) };
