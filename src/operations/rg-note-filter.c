/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note-filter.h"

#include "rg-text.h"

static gboolean
is_within (RgNote *note, RgNoteDates dates, RgDay today)
{
  RgDay day = rg_day_of_time (note->created_at, NULL);
  int year, month, day_of_month;

  switch (dates)
    {
    case RG_NOTE_DATES_TODAY:
      return day >= today;
    case RG_NOTE_DATES_WEEK:
      return day + 7 > today;
    case RG_NOTE_DATES_MONTH:
      return day + 30 > today;
    case RG_NOTE_DATES_YEAR:
      rg_day_split (today, &year, &month, &day_of_month);
      return day >= rg_day_from_ymd (year, 1, 1);
    case RG_NOTE_DATES_ANY:
    default:
      return TRUE;
    }
}

/**
 * rg_note_passes:
 * @note: a note
 * @text: (nullable): words that have to be in it, in any order, case and accents aside
 * @kind: a #RgNoteKind; -1 for any
 * @dates: when it was written
 * @deleted: whether notes in the trash show too
 * @today: the business's day
 *
 * Returns: whether @note passes all of them
 */
gboolean
rg_note_passes (RgNote *note, const char *text, int kind, RgNoteDates dates, gboolean deleted, RgDay today)
{
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;
  g_auto (GStrv) words = NULL;

  if ((note->deleted_at != 0 && !deleted) || (kind >= 0 && (int) note->kind != kind) || !is_within (note, dates, today))
    return FALSE;
  if (text == NULL || rg_text_is_blank (text))
    return TRUE;
  folded = rg_text_fold (note->text);
  wanted = rg_text_fold (text);
  words = rg_text_words (wanted);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
