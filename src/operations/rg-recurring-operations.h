/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-recurring-item.h"

G_BEGIN_DECLS

extern const RgOperation rg_recurring_add;    /* record, an RgRecurringItem: customer, product, quantity, frequency */
extern const RgOperation rg_recurring_edit;   /* record, an RgRecurringItem: quantity and frequency count */
extern const RgOperation rg_recurring_remove; /* record, an RgRecurringItem */

/* Shared with those that make an item recurring on the way. */
gboolean rg_recurring_insert (RgTxn *txn, RgRecurringItem *item, GError **error);

G_END_DECLS
