/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_JOURNAL_ENTRY (rg_journal_entry_get_type ())
G_DECLARE_FINAL_TYPE (RgJournalEntry, rg_journal_entry, RG, JOURNAL_ENTRY, RgRecord)

/* What was done, by whom: one entry of the append-only journal. */
struct _RgJournalEntry
{
  RgRecord parent_instance;

  gint64 at;
  gint64 staff_id;
  gint64 desk;
  char *operation; /* its name: "note.add" */
  char *words;     /* beyond the operation's own words */
  gint64 customer_id;
  char *reason;
  gint64 undoes_id;
  GBytes *hash; /* SHA-256 over this entry and the hash before it */
};

extern const RgRecordType rg_journal_entry_type;

G_END_DECLS
