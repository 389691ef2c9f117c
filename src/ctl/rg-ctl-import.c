/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-ctl-import.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <unistd.h>

#include "rg-ctl-print.h"
#include "rg-error.h"
#include "rg-future.h"
#include "rg-import-data.h"
#include "rg-import-mapping.h"
#include "rg-import.h"

/* Importing CSV: what would happen, and when it is accepted, doing it. */

#define DEFAULT_FLAWS 20

const RgCtlOption rg_ctl_import_options[] = {
  { "accept", NULL, N_ ("Write it; without this, only what would happen is told") },
  { "dry-run", NULL, N_ ("Only tell what would happen") },
  { "mapping", "MAPPING", N_ ("A saved mapping, or HEADING=FIELD,… on top of what is guessed") },
  { "save-mapping", "NAME", N_ ("Keep the mapping under this name") },
  { "decimal", "SIGN", N_ ("How the file writes decimals: . or ,") },
  { "dates", "ORDER", N_ ("How the file writes dates: dmy or mdy") },
  { "limit", "N", N_ ("How many bad rows to tell (20)") },
  { NULL },
};

typedef struct
{
  const char *kind;
  const char *name;
  RgRecord *mapping;
} FindMapping;

static GObject *
find_mapping (RgDb *db, gpointer data, GError **error)
{
  FindMapping *find = data;

  find->mapping = rg_import_find_mapping (db, find->kind, find->name, error);
  return NULL;
}

/* "Heading=field": the field by its name, "" for none. */
static gboolean
set_one (RgImport *import, const char *pair, GError **error)
{
  const char *equals = strrchr (pair, '=');
  g_autofree char *heading = equals != NULL ? g_strndup (pair, (gsize) (equals - pair)) : NULL;
  const RgCsvSurvey *survey = rg_import_get_survey (import);
  guint n_targets;
  const RgCsvTarget *targets = rg_import_kind_get_targets (rg_import_get_kind (import), &n_targets);
  int target = -1;

  if (heading == NULL)
    {
      rg_ctl_set_usage_error (error, _ ("“%s” is not HEADING=FIELD."), pair);
      return FALSE;
    }
  for (guint i = 0; i < n_targets; i++)
    if (g_str_equal (targets[i].name, equals + 1))
      target = (int) i;
  if (target < 0 && equals[1] != '\0')
    {
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint i = 0; i < n_targets; i++)
        g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", targets[i].name);
      /* Translators: what was typed, and all there is, with commas between */
      rg_ctl_set_usage_error (error, _ ("There is no field “%s”. There are: %s."), equals + 1, all->str);
      return FALSE;
    }
  for (guint i = 0; i < survey->n_columns; i++)
    if (g_str_equal (survey->headings[i], heading))
      {
        rg_csv_mapping_set (rg_import_get_mapping (import), i, target);
        return TRUE;
      }
  rg_ctl_set_usage_error (error, _ ("The file has no heading “%s”."), heading);
  return FALSE;
}

static gboolean
choose_mapping (RgCtl *ctl, RgImport *import, GError **error)
{
  const char *text = rg_ctl_get (ctl, "mapping");
  FindMapping find = { rg_import_kind_get_name (rg_import_get_kind (import)), text, NULL };
  g_autoptr (RgRecord) mapping = NULL;
  g_auto (GStrv) pairs = NULL;

  if (text == NULL)
    return TRUE;
  if (strchr (text, '=') != NULL)
    {
      pairs = g_strsplit (text, ",", -1);
      for (guint i = 0; pairs[i] != NULL; i++)
        if (*pairs[i] != '\0' && !set_one (import, pairs[i], error))
          return FALSE;
      return TRUE;
    }
  if (!rg_future_wait (rg_desk_read (ctl->desk, find_mapping, &find, NULL), error))
    return FALSE;
  mapping = find.mapping;
  if (mapping != NULL)
    return rg_import_use_mapping (import, RG_IMPORT_MAPPING (mapping)->mapping, NULL, error);
  g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("There is no saved mapping “%s”."), text);
  return FALSE;
}

static gboolean
choose_notation (RgCtl *ctl, RgImport *import, GError **error)
{
  const char *decimal = rg_ctl_get (ctl, "decimal");
  const char *dates = rg_ctl_get (ctl, "dates");
  RgCsvNumberNotation numbers = RG_CSV_NUMBER_UNKNOWN;
  RgCsvDateOrder order = RG_CSV_DATE_UNKNOWN;

  if (decimal != NULL && !g_str_equal (decimal, ".") && !g_str_equal (decimal, ","))
    {
      rg_ctl_set_usage_error (error, "%s", _ ("--decimal is . or ,"));
      return FALSE;
    }
  if (dates != NULL && !g_str_equal (dates, "dmy") && !g_str_equal (dates, "mdy"))
    {
      rg_ctl_set_usage_error (error, "%s", _ ("--dates is dmy or mdy"));
      return FALSE;
    }
  if (decimal != NULL)
    numbers = *decimal == '.' ? RG_CSV_NUMBER_POINT : RG_CSV_NUMBER_COMMA;
  if (dates != NULL)
    order = *dates == 'd' ? RG_CSV_DATE_DMY : RG_CSV_DATE_MDY;
  rg_import_set_notation (import, numbers, order);
  return TRUE;
}

static gboolean
save_mapping (RgCtl *ctl, RgImport *import, GError **error)
{
  g_autofree char *json = rg_csv_mapping_to_json (rg_import_get_mapping (import));
  g_autoptr (RgImportMapping) mapping
    = g_object_new (RG_TYPE_IMPORT_MAPPING, "name", rg_ctl_get (ctl, "save-mapping"), "kind",
                    rg_import_kind_get_name (rg_import_get_kind (import)), "mapping", json, NULL);
  g_autoptr (RgAct) act = rg_act_new_record (&rg_mapping_save, RG_RECORD (mapping));

  return rg_ctl_perform (ctl, act, error);
}

static JsonObject *
report_to_json (RgImport *import, guint limit, gint64 entry_id)
{
  static const char *const verdicts[RG_N_IMPORT_VERDICTS] = { "new", "changed", "same", "duplicate", "bad" };
  const RgImportReport *report = rg_import_get_report (import);
  const RgCsvSurvey *survey = rg_import_get_survey (import);
  guint n_targets;
  const RgCsvTarget *targets = rg_import_kind_get_targets (rg_import_get_kind (import), &n_targets);
  JsonObject *object = json_object_new ();
  JsonObject *mapping = json_object_new ();
  JsonObject *conflicts = json_object_new ();
  JsonArray *flaws = json_array_new ();

  json_object_set_string_member (object, "encoding", survey->encoding);
  json_object_set_int_member (object, "rows", (gint64) report->n_rows);
  for (guint i = 0; i < RG_N_IMPORT_VERDICTS; i++)
    json_object_set_int_member (object, verdicts[i], (gint64) report->counts[i]);
  json_object_set_int_member (object, "repaired", (gint64) report->n_repaired);
  json_object_set_int_member (object, "similar", (gint64) report->n_similar);
  for (guint i = 0; i < survey->n_columns; i++)
    {
      int target = rg_csv_mapping_get (rg_import_get_mapping (import), i);

      /* Of several with one heading, the one that is read is told. */
      if (target >= 0)
        json_object_set_string_member (mapping, survey->headings[i], targets[target].name);
      else if (!json_object_has_member (mapping, survey->headings[i]))
        json_object_set_null_member (mapping, survey->headings[i]);
    }
  for (guint i = 0; i < report->n_targets; i++)
    if (report->conflicts[i] > 0)
      json_object_set_int_member (conflicts, targets[i].name, (gint64) report->conflicts[i]);
  for (guint i = 0; i < MIN (report->flaws->len, limit); i++)
    {
      RgImportFlaw *flaw = report->flaws->pdata[i];
      JsonObject *one = json_object_new ();

      json_object_set_int_member (one, "line", (gint64) flaw->line);
      json_object_set_string_member (one, "verdict", flaw->repaired ? "repaired" : verdicts[flaw->verdict]);
      json_object_set_string_member (one, "reason", flaw->reason);
      json_array_add_object_element (flaws, one);
    }
  json_object_set_object_member (object, "mapping", mapping);
  json_object_set_object_member (object, "conflicts", conflicts);
  json_object_set_array_member (object, "flaws", flaws);
  json_object_set_boolean_member (object, "written", entry_id >= 0);
  if (entry_id > 0)
    json_object_set_int_member (object, "entry", entry_id);
  return object;
}

static void
print_mapping (RgImport *import)
{
  static const char *const headings[] = { N_ ("Heading"), N_ ("Field"), NULL };
  const RgCsvSurvey *survey = rg_import_get_survey (import);
  guint n_targets;
  const RgCsvTarget *targets = rg_import_kind_get_targets (rg_import_get_kind (import), &n_targets);
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  for (guint i = 0; i < survey->n_columns; i++)
    {
      int target = rg_csv_mapping_get (rg_import_get_mapping (import), i);

      rg_ctl_table_add (table, survey->headings[i], target >= 0 ? targets[target].name : "", NULL);
    }
  rg_ctl_table_print (table);
  /* Translators: the name of an encoding, such as UTF-8 */
  rg_ctl_print (_ ("Read as %s."), survey->encoding);
}

static void
print_report (RgImport *import, guint limit)
{
  static const char *const headings[] = { N_ ("Line"), N_ ("What"), N_ ("Why"), NULL };
  static const char *const verdicts[RG_N_IMPORT_VERDICTS]
    = { N_ ("New"), N_ ("Changed"), N_ ("The same"), N_ ("Duplicate"), N_ ("Bad") };
  const RgImportReport *report = rg_import_get_report (import);
  guint n_targets;
  const RgCsvTarget *targets = rg_import_kind_get_targets (rg_import_get_kind (import), &n_targets);
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);
  g_autofree char *words = rg_import_report_dup_text (report);

  for (guint i = 0; i < MIN (report->flaws->len, limit); i++)
    {
      RgImportFlaw *flaw = report->flaws->pdata[i];
      g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, flaw->line);

      rg_ctl_table_add (table, line, flaw->repaired ? _ ("Put right") : _ (verdicts[flaw->verdict]), flaw->reason,
                        NULL);
    }
  rg_ctl_table_print (table);
  for (guint i = 0; i < report->n_targets; i++)
    if (report->conflicts[i] > 0)
      /* Translators: %s is the name of a field */
      rg_ctl_print (ngettext ("%s: another value than on file in %" PRIu64 " row",
                              "%s: another value than on file in %" PRIu64 " rows", (gulong) report->conflicts[i]),
                    _ (targets[i].label), report->conflicts[i]);
  rg_ctl_print ("%s", words);
}

static gboolean
on_tick (gpointer data)
{
  rg_ctl_print_progress (rg_import_get_progress (data), _ ("Reading rows"));
  return G_SOURCE_CONTINUE;
}

static gboolean
run_with_progress (RgImport *import, DexFuture *future, GValue *value, GError **error)
{
  guint source = g_timeout_add (200, on_tick, import);
  gboolean ok = rg_future_wait_value (future, value, error);

  g_source_remove (source);
  if (ok)
    rg_ctl_print_progress (1, _ ("Reading rows"));
  return ok;
}

/* An import reads its file more than once, which a pipe can't be: what comes from one is kept while it is needed. */
static char *
keep_stream (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileIOStream) kept = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GInputStream) input = g_str_equal (path, "-") ? g_unix_input_stream_new (STDIN_FILENO, FALSE)
                                                           : G_INPUT_STREAM (g_file_read (source, NULL, &local));

  if (input != NULL && (file = g_file_new_tmp ("regularsctl-XXXXXX.csv", &kept, &local)) != NULL)
    {
      if (g_output_stream_splice (g_io_stream_get_output_stream (G_IO_STREAM (kept)), input,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &local)
          >= 0)
        return g_file_get_path (file);
      g_file_delete (file, NULL, NULL);
    }
  g_set_error (error, RG_ERROR, (int) rg_error_code_of (local), _ ("The file can’t be read: %s."), local->message);
  return NULL;
}

static gboolean
is_stream (const char *path)
{
  return g_str_equal (path, "-")
         || (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)
             && !g_file_test (path, G_FILE_TEST_IS_DIR));
}

static gboolean
import_file (RgCtl *ctl, const char *path, RgImportKind kind, GError **error)
{
  gboolean accept = rg_ctl_has (ctl, "accept") && !rg_ctl_has (ctl, "dry-run");
  g_auto (GValue) opened = G_VALUE_INIT;
  g_auto (GValue) done = G_VALUE_INIT;
  RgImport *import;
  guint limit;
  gint64 entry_id = -1;

  if (!rg_ctl_get_count (ctl, "limit", DEFAULT_FLAWS, &limit, error)
      || !rg_future_wait_value (rg_import_open (path, kind, NULL), &opened, error))
    return FALSE;
  import = g_value_get_object (&opened);
  if (!choose_mapping (ctl, import, error) || !choose_notation (ctl, import, error)
      || (rg_ctl_has (ctl, "save-mapping") && !save_mapping (ctl, import, error))
      || !run_with_progress (
        import, accept ? rg_import_accept (import, ctl->desk) : rg_import_check (import, ctl->desk), &done, error))
    return FALSE;
  if (accept)
    entry_id = RG_ACT (g_value_get_object (&done))->entry_id;
  if (ctl->json)
    {
      rg_ctl_print_object (report_to_json (import, limit, entry_id));
      return TRUE;
    }
  if (!accept)
    print_mapping (import);
  print_report (import, limit);
  if (accept && entry_id > 0)
    rg_ctl_print (_ ("Imported (entry %" PRId64 "); “regularsctl undo %" PRId64 "” takes all of it back."), entry_id,
                  entry_id);
  else if (!accept)
    rg_ctl_print ("%s", _ ("Nothing was written. Say --accept to import."));
  return TRUE;
}

/**
 * rg_ctl_run_import:
 * @ctl: a run with the kind and the file
 * @error: where to put what went wrong
 *
 * Returns: whether the file could be read, and written when it was accepted
 */
gboolean
rg_ctl_run_import (RgCtl *ctl, GError **error)
{
  g_autofree char *kept = NULL;
  g_autofree char *path = NULL;
  RgImportKind kind;
  gboolean ok;

  if (!rg_import_kind_parse (ctl->args[0], &kind))
    {
      rg_ctl_set_usage_error (error, "%s", _ ("What to import is customers, products, orders or order-lines."));
      return FALSE;
    }
  if (is_stream (ctl->args[1]) && (kept = keep_stream (ctl->args[1], error)) == NULL)
    return FALSE;
  path = kept != NULL ? g_strdup (kept) : g_canonicalize_filename (ctl->args[1], NULL);
  ok = import_file (ctl, path, kind, error);
  if (kept != NULL)
    g_remove (kept);
  return ok;
}
