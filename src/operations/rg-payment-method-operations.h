/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"

G_BEGIN_DECLS

/* How a customer pays: a list with one primary. Each reads record, an RgPaymentMethod. */
extern const RgOperation rg_payment_method_set; /* adds one without an id, changes one with */
extern const RgOperation rg_payment_method_remove;

G_END_DECLS
