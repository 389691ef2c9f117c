/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-ledger-entry.h"

#include <glib/gi18n-lib.h>

RG_DEFINE_WORDS (RgLedgerKind,
                 rg_ledger_kind,
                 RG_WORD (RG_LEDGER_KIND_CHARGE, "charge", RG_LABEL_OF ("transaction", "Charge")),
                 RG_WORD (RG_LEDGER_KIND_PAYMENT, "payment", RG_LABEL_OF ("transaction", "Payment")),
                 RG_WORD (RG_LEDGER_KIND_REFUND, "refund", RG_LABEL_OF ("transaction", "Refund")),
                 RG_WORD (RG_LEDGER_KIND_CREDIT, "credit", RG_LABEL_OF ("transaction", "Credit")),
                 RG_WORD (RG_LEDGER_KIND_ADJUSTMENT, "adjustment", N_ ("Balance change")))

static const RgField rg_ledger_entry_fields[] = {
  RG_REF (RgLedgerEntry, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_ENUM (RgLedgerEntry, kind, RgLedgerKind, &rg_ledger_kind_words, N_ ("Kind"), .flags = RG_FIELD_FIXED),
  RG_MONEY (RgLedgerEntry, amount, N_ ("Amount"), .flags = RG_FIELD_FIXED),
  RG_TEXT (RgLedgerEntry, currency, N_ ("Currency"), .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_TEXT (RgLedgerEntry, reason, N_ ("Reason"), .flags = RG_FIELD_FIXED),
  RG_REF (RgLedgerEntry, order_id, N_ ("Order"), "order", .flags = RG_FIELD_FIXED),
  RG_REF (RgLedgerEntry, staff_id, N_ ("Entered by"), "staff", .flags = RG_FIELD_FIXED),
  RG_REF (RgLedgerEntry, approved_by_id, N_ ("Approved by"), "staff", .flags = RG_FIELD_FIXED),
  RG_REF (RgLedgerEntry, counters_id, N_ ("Counters"), "ledger_entry", .flags = RG_FIELD_FIXED),
  RG_TIME (RgLedgerEntry, created_at, N_ ("Time"), .flags = RG_FIELD_FIXED),
};

RG_DEFINE_RECORD (RgLedgerEntry, rg_ledger_entry, "ledger_entry", "ledger_entry", N_ ("Transaction"))

static void
rg_ledger_entry_init (RgLedgerEntry *self)
{
}

/**
 * rg_ledger_entry_is_payment:
 * @self: an entry
 *
 * Returns: whether it belongs to the history of payments: money came in or was given back
 */
gboolean
rg_ledger_entry_is_payment (RgLedgerEntry *self)
{
  return self->kind == RG_LEDGER_KIND_PAYMENT || self->kind == RG_LEDGER_KIND_REFUND;
}
