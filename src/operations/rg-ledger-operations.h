/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-ledger-entry.h"

G_BEGIN_DECLS

/* Entries of the ledger. All read customer_id, amount (minor units), currency (NULL for the customer's own), text (the
 * reason), and approver_id and pin where whoever is signed in may not do it alone. The balance is the sum of the
 * ledger.
 *
 * An order is not in the ledger until it is paid: what is unpaid counts as Pending Payments. A payment for an order is
 * a pair, the charge and the payment, so that the balance stays as it is; a refund of an order likewise. */

extern const RgOperation rg_ledger_add_credit;     /* adds amount */
extern const RgOperation rg_ledger_change_balance; /* amount is the new balance; flag confirms */
extern const RgOperation rg_ledger_charge;         /* takes amount from the balance */
extern const RgOperation rg_ledger_payment;        /* adds amount; ids: an order that it pays, what is left stays */
extern const RgOperation rg_ledger_refund; /* pays amount out of the balance; ids: the order it is for instead */

gboolean rg_ledger_check_counter (RgAct *act, RgDb *db, RgLedgerEntry *counter, GError **error);

G_END_DECLS
