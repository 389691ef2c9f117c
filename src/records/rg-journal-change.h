/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_JOURNAL_CHANGE (rg_journal_change_get_type ())
G_DECLARE_FINAL_TYPE (RgJournalChange, rg_journal_change, RG, JOURNAL_CHANGE, RgRecord)

/* One record that a journal entry changed. */
struct _RgJournalChange
{
  RgRecord parent_instance;

  gint64 entry_id;
  gint64 seq;
  char *record; /* the name of the record type */
  gint64 record_id;
  char *action; /* "insert", "update" or "delete" */
  char *data;   /* JSON; see migrations/001.sql */
};

extern const RgRecordType rg_journal_change_type;

G_END_DECLS
