/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_HISTORY_ITEM (rg_history_item_get_type ())
G_DECLARE_FINAL_TYPE (RgHistoryItem, rg_history_item, RG, HISTORY_ITEM, GObject)

/* One entry of the history as a person reads it. */
struct _RgHistoryItem
{
  GObject parent_instance;

  gint64 entry_id;
  gint64 at;
  gint64 staff_id;
  char *title;       /* "Note added: called about the tomatoes" */
  char *reason;      /* or NULL */
  char *why_not;     /* why it can't be undone; NULL when it can */
  GPtrArray *labels; /* of what was changed: "Note: Text" */
  GPtrArray *values; /* as many: "old → new" */
};

DexFuture *rg_history_of_customer (RgDesk *desk, gint64 customer_id, gint64 before, guint limit);

G_END_DECLS
