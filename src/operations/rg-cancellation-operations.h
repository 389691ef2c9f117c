/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-cancellation-data.h"
#include "rg-cancellation.h"

G_BEGIN_DECLS

extern const RgOperation rg_cancellation_add;    /* record: the cancellation; its day is today when none is given */
extern const RgOperation rg_cancellation_edit;   /* record: the cancellation with its new day, reason and notes */
extern const RgOperation rg_cancellation_remove; /* record: the cancellation, made by mistake */

/* Since when a customer has been cancelled. */
typedef struct
{
  gint64 customer_id; /* 0 when the customer is not cancelled */
  gint64 since;
  RgCustomerStatus before;
} RgCancelled;

gboolean rg_cancelled_read (RgDb *db, gint64 customer_id, RgCancelled *cancelled, GError **error);
gboolean rg_cancelled_settle (RgTxn *txn, const RgCancelled *cancelled, GError **error);

gboolean rg_cancellation_check (RgCancellation *cancellation, GError **error);

G_END_DECLS
