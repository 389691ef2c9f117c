/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "rg-ctl-print.h"
#include "rg-future.h"
#include "rg-journal.h"

/* What was done, and taking it back. */

static gboolean
await_act (RgCtl *ctl, DexFuture *future, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (!rg_future_wait_value (future, &value, error))
    return FALSE;
  rg_ctl_print_done (ctl, g_value_get_object (&value));
  return TRUE;
}

static gboolean
run_undo (RgCtl *ctl, GError **error)
{
  gint64 entry_id;

  if (ctl->n_args == 0)
    return await_act (ctl, rg_desk_undo_last (ctl->desk), error);
  return rg_ctl_parse_number (ctl->args[0], &entry_id, error)
         && await_act (ctl, rg_desk_undo (ctl->desk, entry_id), error);
}

static gboolean
run_redo (RgCtl *ctl, GError **error)
{
  return await_act (ctl, rg_desk_redo_last (ctl->desk), error);
}

typedef struct
{
  gint64 customer_id;
  gint64 before;
  guint limit;
  GPtrArray *entries;
} Log;

static GObject *
read_log (RgDb *db, gpointer data, GError **error)
{
  Log *log = data;

  log->entries = log->customer_id != 0 ? rg_journal_of_customer (db, log->customer_id, log->before, log->limit, error)
                                       : rg_journal_newest (db, log->before, log->limit, error);
  return NULL;
}

static void
print_log (RgCtl *ctl, GPtrArray *entries)
{
  static const char *const headings[]
    = { N_ ("Entry"), N_ ("When"), N_ ("Who"), N_ ("What"), N_ ("About"), N_ ("Why"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);
  GTimeZone *zone = rg_settings_get_zone (rg_desk_get_settings (ctl->desk));
  RgDay today = rg_desk_get_today (ctl->desk);

  for (guint i = 0; i < entries->len; i++)
    {
      RgJournalEntry *entry = entries->pdata[i];
      const RgOperation *operation = rg_operation_find (entry->operation);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, rg_record_get_id (RG_RECORD (entry)));
      g_autofree char *when = rg_time_format (entry->at, zone, today);
      g_autofree char *who = rg_desk_dup_staff_name (ctl->desk, entry->staff_id);

      rg_ctl_table_add (table, id, when, who, operation != NULL ? _ (operation->past) : entry->operation,
                        entry->words != NULL ? entry->words : "", entry->reason != NULL ? entry->reason : "", NULL);
    }
  rg_ctl_table_print (table);
}

static const RgCtlOption log_options[] = {
  { "limit", "N", N_ ("How many entries at most (50)") },
  { "before", "ENTRY", N_ ("Only entries before this one") },
  { NULL },
};

static gboolean
run_log (RgCtl *ctl, GError **error)
{
  Log log = { 0 };

  if (!rg_ctl_get_count (ctl, "limit", 50, &log.limit, error)
      || (rg_ctl_has (ctl, "before") && !rg_ctl_parse_number (rg_ctl_get (ctl, "before"), &log.before, error)))
    return FALSE;
  if (ctl->n_args > 0)
    {
      g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);

      if (customer == NULL)
        return FALSE;
      log.customer_id = rg_record_get_id (RG_RECORD (customer));
    }
  if (!rg_future_wait (rg_desk_read (ctl->desk, read_log, &log, NULL), error))
    return FALSE;
  if (ctl->json)
    rg_ctl_print_json (rg_ctl_records_to_json (log.entries));
  else
    print_log (ctl, log.entries);
  g_ptr_array_unref (log.entries);
  return TRUE;
}

static const RgCtlCommand commands[] = {
  { "undo",
    "[ENTRY]",
    N_ ("Take back what you did last, or an entry of the history"),
    0,
    1,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_undo },
  { "redo",
    "",
    N_ ("Take back the last undo"),
    0,
    0,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_redo },
  { "log",
    "[NUMBER]",
    N_ ("Show the history, of all or of a customer"),
    0,
    1,
    RG_CTL_READS,
    { RG_AREA_HISTORY, RG_SCOPE_VIEW },
    log_options,
    run_log },
};

const RgCtlGroup rg_ctl_history_group = { N_ ("History:"), commands, G_N_ELEMENTS (commands) };
