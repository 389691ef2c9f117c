/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-journal-change.h"

#include <glib/gi18n-lib.h>

static const RgField rg_journal_change_fields[] = {
  RG_REF (RgJournalChange, entry_id, N_ ("Entry"), "journal_entry", .flags = RG_FIELD_FIXED),
  RG_INT (RgJournalChange, seq, N_ ("Number"), .flags = RG_FIELD_FIXED),
  RG_TEXT (RgJournalChange, record, N_ ("Record"), .flags = RG_FIELD_FIXED),
  RG_INT (RgJournalChange, record_id, N_ ("Record id"), .flags = RG_FIELD_FIXED),
  RG_TEXT (RgJournalChange, action, N_ ("Action"), .flags = RG_FIELD_FIXED),
  RG_TEXT (RgJournalChange, data, N_ ("Data"), .flags = RG_FIELD_FIXED),
};

RG_DEFINE_RECORD (RgJournalChange, rg_journal_change, "journal_change", "journal_change", N_ ("Change"))

static void
rg_journal_change_init (RgJournalChange *self)
{
}
