/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rg-csv-notation.h"
#include "rg-csv-reader.h"

G_BEGIN_DECLS

/**
 * SECTION:rg-csv-repair
 *
 * What a whole file is like, and what that lets us conclude about its broken rows.
 *
 * Some programs write fields that contain the separator without quoting them:
 *
 *   ALMA,Alma et fils,24, place Kléber,Strasbourg
 *
 * has five fields under four headings. Which two belong together can't be known from the commas. But people
 * write a blank after a comma and programs do not: a field without quotes that begins with a blank is taken
 * for the rest of the field before it. That is done only if all of this holds:
 *
 * - no heading begins with a blank (else blanks after separators are this file's habit);
 * - no well-formed row of the file has a blank at the beginning of the column that the rest would otherwise
 * fill;
 * - neither of the two stood in quotes, and neither is empty or blank;
 * - joining every such pair gives exactly as many fields as there are headings.
 *
 * Everything else stays as it is and says why. A repaired row says what was joined, so that a dry run can
 * show it.
 */

/**
 * RgCsvColumn:
 * @n_filled: rows in which it has something other than blanks
 * @n_leaning: well-formed rows in which it stands without quotes and begins with a blank
 * @numbers: how its numbers are written
 * @dates: how its dates are written
 */
typedef struct
{
  guint64 n_filled;
  guint64 n_leaning;
  RgCsvNumberEvidence numbers;
  RgCsvDateEvidence dates;
} RgCsvColumn;

/**
 * RgCsvSurvey:
 * @headings: (array zero-terminated=1): the headings
 * @n_columns: how many
 * @separator: the character between fields
 * @encoding: in what the file is written: "UTF-8"
 * @columns: (array length=n_columns): what is in each column, of well-formed rows
 * @samples: (element-type RgCsvRow): the first well-formed rows, for showing and for rg_csv_mapping_guess()
 * @n_rows: all rows except those that are empty
 * @n_short: rows with too few fields
 * @n_long: rows with too many
 * @n_bad: rows that can't be read
 */
typedef struct
{
  char **headings;
  guint n_columns;
  char separator;
  char *encoding;
  RgCsvColumn *columns;
  GPtrArray *samples;
  guint64 n_rows;
  guint64 n_short;
  guint64 n_long;
  guint64 n_bad;
  /*< private >*/
  gboolean headings_lean;
} RgCsvSurvey;

/** RG_CSV_N_SAMPLES: how many rows a survey keeps */
#define RG_CSV_N_SAMPLES 50

RgCsvSurvey *rg_csv_survey_new (RgCsvReader *reader, GError **error);
void rg_csv_survey_free (RgCsvSurvey *self);
gboolean rg_csv_repair_row (const RgCsvSurvey *survey, RgCsvRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvSurvey, rg_csv_survey_free)

G_END_DECLS
