/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-sample.h"

#include "rg-check.h"
#include "rg-journal.h"
#include "rg-profile-load.h"
#include "rg-search.h"
#include "rg-settings.h"
#include "rg-undo.h"

/* Values in a file that the program would never have written, its journal's too: they are read, or it is said what is
 * wrong with them; nothing is undone half. */

#define MAX_CHANGES 8

static void
read_rows (RgDb *db)
{
  guint n_types;
  const RgRecordType *const *types = rg_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = rg_db_select (db, types[i], &error, "LIMIT 20", "");

      if (rows == NULL)
        fuzz_check_error (FALSE, error);
      for (guint j = 0; rows != NULL && j < rows->len; j++)
        for (guint k = 0; k < types[i]->n_fields; k++)
          {
            g_autofree char *shown = rg_record_dup_field_display (rows->pdata[j], &types[i]->fields[k]);
            g_autofree char *text = rg_record_dup_field_text (rows->pdata[j], &types[i]->fields[k]);

            g_assert (g_utf8_validate (shown, -1, NULL) && g_utf8_validate (text, -1, NULL));
          }
    }
}

static void
read_lists (RgDb *db, gint64 customer_id)
{
  RgProfileLoad *load = g_new0 (RgProfileLoad, 1);
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "any-status", TRUE, NULL);
  g_autoptr (GError) search_error = NULL;
  g_autoptr (GError) load_error = NULL;
  g_autoptr (GError) settings_error = NULL;
  g_autoptr (GPtrArray) found = rg_search_page (db, filter, 0, 0, 20, &search_error);
  g_autoptr (RgSettings) settings = rg_settings_read (db, &settings_error);
  g_autoptr (GObject) nothing = NULL;

  if (found == NULL)
    fuzz_check_error (FALSE, search_error);
  if (settings == NULL)
    fuzz_check_error (FALSE, settings_error);
  else
    for (guint i = 0; i < RG_N_SETTINGS; i++)
      g_assert (rg_settings_get (settings, i) != NULL && rg_settings_get_zone (settings) != NULL);
  load->customer_id = customer_id;
  load->n_orders = 20;
  nothing = rg_profile_load_read (db, load, &load_error);
  if (load_error != NULL)
    fuzz_check_error (FALSE, load_error);
  rg_profile_load_free (load);
}

static void
read_journal (RgDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 entry_id;

  if (!rg_journal_last_undoable (db, 1, FALSE, rg_undo_can_ever, &entry_id, &error))
    fuzz_check_error (FALSE, error);
  g_clear_error (&error);
  if (!rg_journal_last_undoable (db, 1, TRUE, NULL, &entry_id, &error))
    fuzz_check_error (FALSE, error);
}

static void
check (RgDb *db)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!rg_check_file (db, findings, &error))
    fuzz_check_error (FALSE, error);
}

/* Everything since @entry_id, as somebody who may do anything would take it back. */
static void
undo (RgDb *db, gint64 entry_id)
{
  g_autoptr (RgAct) act = rg_act_new (&rg_undo, 0);
  g_autoptr (GPtrArray) reasons = rg_reasons_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RgTxn) txn = NULL;

  act->staff_id = 1;
  act->role = RG_ROLE_SYSTEM_ADMINISTRATOR;
  rg_act_add_id (act, entry_id);
  if (!rg_undo.why_not (act, db, reasons, &error))
    fuzz_check_error (FALSE, error);
  else if (reasons->len == 0
           && ((txn = rg_txn_begin (db, "undo", 1, &error)) == NULL || !rg_undo.run (act, txn, &error)))
    fuzz_check_error (FALSE, error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  FuzzInput input = { data, size };
  RgDb *db = fuzz_sample_open ();
  gboolean checked = fuzz_take_below (&input, 16) == 1; /* it takes longer than all the rest */
  gint64 back = fuzz_take_below (&input, 16);
  gint64 customer_id, entry_id;

  for (guint i = 0; i < MAX_CHANGES && input.size > 0; i++)
    fuzz_sample_change (db, &input);
  customer_id = fuzz_sample_newest (db, "customer");
  entry_id = fuzz_sample_newest (db, "journal_entry");
  read_rows (db);
  read_lists (db, customer_id);
  read_journal (db);
  if (checked)
    check (db);
  undo (db, entry_id - back);
  fuzz_sample_reset (db);
  return 0;
}
