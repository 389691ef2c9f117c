/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note-filter.h"

#include "rg-text.h"

/**
 * rg_note_dates_get_first:
 * @dates: when notes were written
 * @today: the business's day
 *
 * Returns: the first day of @dates, or 0 for no beginning
 */
RgDay
rg_note_dates_get_first (RgNoteDates dates, RgDay today)
{
  int year;

  switch (dates)
    {
    case RG_NOTE_DATES_TODAY:
      return today;
    case RG_NOTE_DATES_WEEK:
      return today - 6;
    case RG_NOTE_DATES_MONTH:
      return today - 29;
    case RG_NOTE_DATES_YEAR:
      return rg_day_split (today, &year, NULL, NULL) ? rg_day_from_ymd (year, 1, 1) : 0;
    case RG_NOTE_DATES_ANY:
    case RG_NOTE_DATES_RANGE:
    default:
      return 0;
    }
}

/**
 * rg_note_passes:
 * @note: a note
 * @text: (nullable): words that have to be in it, in any order, case and accents aside
 * @kind: a #RgNoteKind; -1 for any
 * @first: the first day on which it may have been written; 0 for no beginning
 * @last: the last one; 0 for no end
 * @deleted: whether notes in the trash show too
 *
 * Returns: whether @note passes all of them
 */
gboolean
rg_note_passes (RgNote *note, const char *text, int kind, RgDay first, RgDay last, gboolean deleted)
{
  RgDay day = rg_day_of_time (note->created_at, NULL);
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;
  g_auto (GStrv) words = NULL;

  if ((note->deleted_at != 0 && !deleted) || (kind >= 0 && (int) note->kind != kind) || day < first
      || (last != 0 && day > last))
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
