/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"

G_BEGIN_DECLS

#define RG_TYPE_PROPOSAL (rg_proposal_get_type ())
G_DECLARE_DERIVABLE_TYPE (RgProposal, rg_proposal, RG, PROPOSAL, GObject)

/**
 * RgProposalClass:
 * @write: writes all of it in one transaction, on the writer's thread
 * @dup_words: what it is about, for the history: "customers.csv, 91 rows"
 *
 * Many changes that were made up elsewhere, from a file for instance, to be accepted or not as a whole.
 */
struct _RgProposalClass
{
  GObjectClass parent_class;

  gboolean (*write) (RgProposal *self, RgTxn *txn, GError **error);
  char *(*dup_words) (RgProposal *self);
};

RgAct *rg_proposal_accept (RgProposal *self);

extern const RgOperation rg_import_run;   /* proposal: what is accepted */
extern const RgOperation rg_mapping_save; /* record: an RgImportMapping; replaces one of the same kind and name */

G_END_DECLS
