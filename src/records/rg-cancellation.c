/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cancellation.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (RgCancellationReason,
                    rg_cancellation_reason,
                    G_DEFINE_ENUM_VALUE (RG_CANCELLATION_REASON_TOO_EXPENSIVE, "too-expensive"),
                    G_DEFINE_ENUM_VALUE (RG_CANCELLATION_REASON_MOVING, "moving"),
                    G_DEFINE_ENUM_VALUE (RG_CANCELLATION_REASON_QUALITY, "quality"),
                    G_DEFINE_ENUM_VALUE (RG_CANCELLATION_REASON_TOO_MUCH, "too-much"),
                    G_DEFINE_ENUM_VALUE (RG_CANCELLATION_REASON_VARIETY, "variety"),
                    G_DEFINE_ENUM_VALUE (RG_CANCELLATION_REASON_LIFESTYLE, "lifestyle"),
                    G_DEFINE_ENUM_VALUE (RG_CANCELLATION_REASON_COMPETITOR, "competitor"),
                    G_DEFINE_ENUM_VALUE (RG_CANCELLATION_REASON_OTHER, "other"))

static const char *const cancellation_reason_words[]
  = { "too-expensive", "moving", "quality", "too-much", "variety", "lifestyle", "competitor", "other" };
static const char *const cancellation_reason_labels[]
  = { N_ ("Too Expensive"),      N_ ("Moving"),           N_ ("Quality Issues"),   N_ ("Too Much Food"),
      N_ ("Not Enough Variety"), N_ ("Lifestyle Change"), N_ ("Found Competitor"), N_ ("Other") };

const RgWords rg_cancellation_reason_words = { rg_cancellation_reason_get_type, cancellation_reason_words,
                                               cancellation_reason_labels, G_N_ELEMENTS (cancellation_reason_words) };

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
