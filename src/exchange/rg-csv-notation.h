/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-csv-notation
 *
 * How a column writes numbers and dates. Each text either rules a notation out or says nothing; when exactly
 * one is left that some text speaks for, it is proven. "1,234" and "03/04/2024" prove nothing, and nothing is
 * ever guessed: a wrong guess would be wrong by a factor of a thousand, or by months, without anybody
 * noticing.
 */

/**
 * RgCsvNumberNotation:
 * @RG_CSV_NUMBER_UNKNOWN: not proven, or contradictory
 * @RG_CSV_NUMBER_POINT: 1,234.50
 * @RG_CSV_NUMBER_COMMA: 1.234,50
 */
typedef enum
{
  RG_CSV_NUMBER_UNKNOWN,
  RG_CSV_NUMBER_POINT,
  RG_CSV_NUMBER_COMMA,
} RgCsvNumberNotation;

/**
 * RgCsvDateOrder:
 * @RG_CSV_DATE_UNKNOWN: not proven, or contradictory
 * @RG_CSV_DATE_ISO: 2024-12-31, also with / or . and with a time after it; 20241231
 * @RG_CSV_DATE_DMY: 31.12.2024
 * @RG_CSV_DATE_MDY: 12/31/2024
 */
typedef enum
{
  RG_CSV_DATE_UNKNOWN,
  RG_CSV_DATE_ISO,
  RG_CSV_DATE_DMY,
  RG_CSV_DATE_MDY,
} RgCsvDateOrder;

/** RgCsvNumberEvidence: what is known so far; zeroed at the start. @fractions: how many texts were
 * numbers with a decimal or grouping mark */
typedef struct
{
  guint64 fractions;
  guint proven; /*< private >*/
} RgCsvNumberEvidence;

/** RgCsvDateEvidence: what is known so far; zeroed at the start. @dates: how many texts looked like dates */
typedef struct
{
  guint64 dates;
  guint impossible; /*< private >*/
} RgCsvDateEvidence;

gboolean rg_csv_number_evidence_add (RgCsvNumberEvidence *evidence, const char *text);
RgCsvNumberNotation rg_csv_number_evidence_get (const RgCsvNumberEvidence *evidence);
gboolean rg_csv_date_evidence_add (RgCsvDateEvidence *evidence, const char *text);
RgCsvDateOrder rg_csv_date_evidence_get (const RgCsvDateEvidence *evidence);

G_END_DECLS
