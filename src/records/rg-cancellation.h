/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/**
 * RgCancellationReason:
 * @RG_CANCELLATION_REASON_TOO_EXPENSIVE: Too Expensive
 * @RG_CANCELLATION_REASON_MOVING: Moving
 * @RG_CANCELLATION_REASON_QUALITY: Quality Issues
 * @RG_CANCELLATION_REASON_TOO_MUCH: Too Much Food
 * @RG_CANCELLATION_REASON_VARIETY: Not Enough Variety
 * @RG_CANCELLATION_REASON_LIFESTYLE: Lifestyle Change
 * @RG_CANCELLATION_REASON_COMPETITOR: Found Competitor
 * @RG_CANCELLATION_REASON_OTHER: Other
 *
 * Why customers cancel.
 */
typedef enum
{
  RG_CANCELLATION_REASON_TOO_EXPENSIVE,
  RG_CANCELLATION_REASON_MOVING,
  RG_CANCELLATION_REASON_QUALITY,
  RG_CANCELLATION_REASON_TOO_MUCH,
  RG_CANCELLATION_REASON_VARIETY,
  RG_CANCELLATION_REASON_LIFESTYLE,
  RG_CANCELLATION_REASON_COMPETITOR,
  RG_CANCELLATION_REASON_OTHER,
} RgCancellationReason;

GType rg_cancellation_reason_get_type (void);
#define RG_TYPE_CANCELLATION_REASON (rg_cancellation_reason_get_type ())
extern const RgWords rg_cancellation_reason_words;

#define RG_TYPE_CANCELLATION (rg_cancellation_get_type ())
G_DECLARE_FINAL_TYPE (RgCancellation, rg_cancellation, RG, CANCELLATION, RgRecord)

/* That a customer ended, when and why. */
struct _RgCancellation
{
  RgRecord parent_instance;

  gint64 customer_id;
  RgDay day;
  RgCancellationReason reason;
  char *other_reason;
  char *notes;
  gint64 staff_id;
  gint64 created_at;
};

extern const RgRecordType rg_cancellation_type;

G_END_DECLS
