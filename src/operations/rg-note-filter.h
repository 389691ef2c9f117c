/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-note.h"

G_BEGIN_DECLS

typedef enum
{
  RG_NOTE_DATES_ANY,
  RG_NOTE_DATES_TODAY,
  RG_NOTE_DATES_WEEK,  /* the last 7 days */
  RG_NOTE_DATES_MONTH, /* the last 30 days */
  RG_NOTE_DATES_YEAR,  /* this calendar year */
  RG_NOTE_DATES_RANGE, /* a range of one's own */
} RgNoteDates;

RgDay rg_note_dates_get_first (RgNoteDates dates, RgDay today);
gboolean rg_note_passes (RgNote *note, const char *text, int kind, RgDay first, RgDay last, gboolean deleted);

G_END_DECLS
