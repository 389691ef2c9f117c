/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-journal-entry.h"

#include <glib/gi18n-lib.h>

static const RgField rg_journal_entry_fields[] = {
  RG_TIME (RgJournalEntry, at, N_ ("Time"), .flags = RG_FIELD_FIXED),
  RG_REF (RgJournalEntry, staff_id, N_ ("By"), "staff", .flags = RG_FIELD_FIXED),
  RG_INT (RgJournalEntry, desk, N_ ("Desk"), .flags = RG_FIELD_FIXED),
  RG_TEXT (RgJournalEntry, operation, N_ ("Operation"), .flags = RG_FIELD_FIXED),
  RG_TEXT (RgJournalEntry, words, N_ ("About"), .flags = RG_FIELD_FIXED),
  RG_REF (RgJournalEntry, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_FIXED),
  RG_TEXT (RgJournalEntry, reason, N_ ("Reason"), .flags = RG_FIELD_FIXED),
  RG_REF (RgJournalEntry, undoes_id, N_ ("Undoes"), "journal_entry", .flags = RG_FIELD_FIXED),
  RG_BYTES (RgJournalEntry, hash, N_ ("Hash"), .flags = RG_FIELD_FIXED),
};

RG_DEFINE_RECORD (RgJournalEntry, rg_journal_entry, "journal_entry", "journal_entry", N_ ("History entry"))

static void
rg_journal_entry_init (RgJournalEntry *self)
{
}
