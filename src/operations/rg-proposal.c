/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-proposal.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-import-data.h"
#include "rg-import-mapping.h"
#include "rg-text.h"

G_DEFINE_ABSTRACT_TYPE (RgProposal, rg_proposal, G_TYPE_OBJECT)

static void
rg_proposal_init (RgProposal *self)
{
}

static void
rg_proposal_class_init (RgProposalClass *klass)
{
}

/**
 * rg_proposal_accept:
 * @self: a proposal
 *
 * Returns: (transfer full): the act that writes it
 */
RgAct *
rg_proposal_accept (RgProposal *self)
{
  RgAct *act = rg_act_new (&rg_import_run, 0);

  g_set_object (&act->proposal, G_OBJECT (self));
  return act;
}

static gboolean
run_import (RgAct *act, RgTxn *txn, GError **error)
{
  RgProposal *proposal = RG_PROPOSAL (act->proposal);
  g_autofree char *words = NULL;

  if (!RG_PROPOSAL_GET_CLASS (proposal)->write (proposal, txn, error))
    return FALSE;
  words = RG_PROPOSAL_GET_CLASS (proposal)->dup_words (proposal);
  rg_txn_set_words (txn, words);
  /* It is the file's history, not that of the customer who came first. */
  rg_txn_set_nobody (txn);
  return TRUE;
}

static gboolean
save_mapping (RgAct *act, RgTxn *txn, GError **error)
{
  RgImportMapping *mapping = RG_IMPORT_MAPPING (act->record);
  g_autofree char *name = rg_text_clean (mapping->name != NULL ? mapping->name : "");
  g_autoptr (GError) local = NULL;
  g_autoptr (RgRecord) old = NULL;

  g_set_str (&mapping->name, name);
  rg_txn_set_words (txn, name);
  old = rg_import_find_mapping (rg_txn_get_db (txn), mapping->kind, name, &local);
  if (rg_error_propagate (error, &local))
    return FALSE;
  rg_record_set_id (act->record, old != NULL ? rg_record_get_id (old) : 0);
  return old != NULL ? rg_txn_update (txn, act->record, error) : rg_txn_insert (txn, act->record, error);
}

const RgOperation rg_import_run = {
  .name = "import.run",
  .label = N_ ("Import"),
  .past = N_ ("Imported"),
  .right = { RG_AREA_EXCHANGE, RG_SCOPE_CREATE },
  .run = run_import,
};

const RgOperation rg_mapping_save = {
  .name = "mapping.save",
  .label = N_ ("Save Mapping"),
  .past = N_ ("Mapping saved"),
  .right = { RG_AREA_EXCHANGE, RG_SCOPE_CREATE },
  .run = save_mapping,
};
