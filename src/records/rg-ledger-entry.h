/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/**
 * RgLedgerKind:
 * @RG_LEDGER_KIND_CHARGE: Charge
 * @RG_LEDGER_KIND_PAYMENT: Payment
 * @RG_LEDGER_KIND_REFUND: Refund
 * @RG_LEDGER_KIND_CREDIT: Credit
 * @RG_LEDGER_KIND_ADJUSTMENT: Balance change
 *
 * The kinds of transaction.
 */
typedef enum
{
  RG_LEDGER_KIND_CHARGE,
  RG_LEDGER_KIND_PAYMENT,
  RG_LEDGER_KIND_REFUND,
  RG_LEDGER_KIND_CREDIT,
  RG_LEDGER_KIND_ADJUSTMENT,
} RgLedgerKind;

GType rg_ledger_kind_get_type (void);
#define RG_TYPE_LEDGER_KIND (rg_ledger_kind_get_type ())
extern const RgWords rg_ledger_kind_words;

#define RG_TYPE_LEDGER_ENTRY (rg_ledger_entry_get_type ())
G_DECLARE_FINAL_TYPE (RgLedgerEntry, rg_ledger_entry, RG, LEDGER_ENTRY, RgRecord)

/* One entry of the append-only ledger of a customer. */
struct _RgLedgerEntry
{
  RgRecord parent_instance;

  gint64 customer_id;
  RgLedgerKind kind;
  gint64 amount; /* what it adds to the balance; negative takes from it */
  char *currency;
  char *reason;
  gint64 order_id;
  gint64 staff_id;
  gint64 approved_by_id;
  gint64 counters_id; /* the entry it takes back */
  gint64 created_at;
};

extern const RgRecordType rg_ledger_entry_type;

gboolean rg_ledger_entry_is_payment (RgLedgerEntry *self);

G_END_DECLS
