/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note-draft.h"

#include "rg-future.h"

static char *
dup_key (const char *what, gint64 id)
{
  return g_strdup_printf ("draft/%s/%" G_GINT64_FORMAT, what, id);
}

static char *
dup_draft_key (RgNote *editing, gint64 customer_id)
{
  return editing != NULL ? dup_key ("note-edit", rg_record_get_id (RG_RECORD (editing)))
                         : dup_key ("note", customer_id);
}

static void
keep (RgDesk *desk, const char *key, const char *value)
{
  RgStore *store = rg_desk_get_store (desk);

  if (!rg_store_is_read_only (store))
    rg_future_disown (rg_store_keep (store, key, value), "note draft");
}

/**
 * rg_note_draft_keep:
 * @desk: the desk
 * @editing: (nullable): the note that is being changed; %NULL for a new one
 * @customer_id: whose note it is
 * @draft: (nullable): what was typed; %NULL for nothing
 */
void
rg_note_draft_keep (RgDesk *desk, RgNote *editing, gint64 customer_id, const char *draft)
{
  g_autofree char *key = dup_draft_key (editing, customer_id);

  keep (desk, key, draft);
}

/**
 * rg_note_draft_keep_edited:
 * @desk: the desk
 * @customer_id: a customer
 * @editing: the note of the customer that is being changed now
 */
void
rg_note_draft_keep_edited (RgDesk *desk, gint64 customer_id, RgNote *editing)
{
  g_autofree char *key = dup_key ("note-edited", customer_id);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, rg_record_get_id (RG_RECORD (editing)));

  keep (desk, key, id);
}

/**
 * rg_note_draft_forget:
 * @desk: the desk
 * @editing: (nullable): the note that was being changed; %NULL for a new one
 * @customer_id: whose note it is
 *
 * It is saved or given up: nothing is kept of it any more.
 */
void
rg_note_draft_forget (RgDesk *desk, RgNote *editing, gint64 customer_id)
{
  g_autofree char *edited_key = dup_key ("note-edited", customer_id);

  rg_note_draft_keep (desk, editing, customer_id, NULL);
  if (editing != NULL)
    keep (desk, edited_key, NULL);
}

/**
 * rg_note_draft_recall:
 * @desk: the desk
 * @editing: (nullable): a note on file; %NULL for a new one
 * @customer_id: whose note it is
 *
 * Returns: (transfer full): a future for what was typed, a string; %NULL for nothing
 */
DexFuture *
rg_note_draft_recall (RgDesk *desk, RgNote *editing, gint64 customer_id)
{
  g_autofree char *key = dup_draft_key (editing, customer_id);

  return rg_store_recall (rg_desk_get_store (desk), key);
}

/**
 * rg_note_draft_recall_edited:
 * @desk: the desk
 * @customer_id: a customer
 *
 * Returns: (transfer full): a future for the id of the note that was being changed last, a string; %NULL for none
 */
DexFuture *
rg_note_draft_recall_edited (RgDesk *desk, gint64 customer_id)
{
  g_autofree char *key = dup_key ("note-edited", customer_id);

  return rg_store_recall (rg_desk_get_store (desk), key);
}
