/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cancellation.h"

#include <glib/gi18n-lib.h>

RG_DEFINE_WORDS (RgCancellationReason,
                 rg_cancellation_reason,
                 RG_WORD (RG_CANCELLATION_REASON_TOO_EXPENSIVE, "too-expensive", N_ ("Too Expensive")),
                 RG_WORD (RG_CANCELLATION_REASON_MOVING, "moving", N_ ("Moving")),
                 RG_WORD (RG_CANCELLATION_REASON_QUALITY, "quality", N_ ("Quality Issues")),
                 RG_WORD (RG_CANCELLATION_REASON_TOO_MUCH, "too-much", N_ ("Too Much Food")),
                 RG_WORD (RG_CANCELLATION_REASON_VARIETY, "variety", N_ ("Not Enough Variety")),
                 RG_WORD (RG_CANCELLATION_REASON_LIFESTYLE, "lifestyle", N_ ("Lifestyle Change")),
                 RG_WORD (RG_CANCELLATION_REASON_COMPETITOR, "competitor", N_ ("Found Competitor")),
                 RG_WORD (RG_CANCELLATION_REASON_OTHER, "other", N_ ("Other")))

static const RgField rg_cancellation_fields[] = {
  RG_REF (RgCancellation, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_DAY (RgCancellation, day, N_ ("Date"), .flags = RG_FIELD_REQUIRED),
  RG_ENUM (RgCancellation, reason, RgCancellationReason, &rg_cancellation_reason_words, N_ ("Reason")),
  RG_TEXT (RgCancellation, other_reason, N_ ("Other reason")),
  RG_TEXT (RgCancellation, notes, N_ ("Notes"), .flags = RG_FIELD_STAFF_ONLY),
  RG_REF (RgCancellation, staff_id, N_ ("Processed by"), "staff", .flags = RG_FIELD_FIXED),
  RG_TIME (RgCancellation, created_at, N_ ("Created"), .flags = RG_FIELD_FIXED),
};

RG_DEFINE_RECORD (RgCancellation, rg_cancellation, "cancellation", "cancellation", N_ ("Cancellation"))

static void
rg_cancellation_init (RgCancellation *self)
{
}
