/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rg-csv-mapping.h"

G_BEGIN_DECLS

/* What the two halves of a mapping share: rg-csv-mapping.c keeps it, rg-csv-mapping-guess.c finds it. */

#define RG_CSV_NO_TARGET -1

/**
 * RgCsvName:
 * @words: the words
 * @compact: the words without anything between them
 * @sorted: the words that matter in the order of the alphabet
 * @target: the target it is a name of
 * @level: 1 for names and labels, 2 for aliases
 *
 * A heading, or a name of a target, ready to be compared.
 */
typedef struct
{
  char **words;
  char *compact;
  char *sorted;
  guint target;
  guint level;
} RgCsvName;

struct _RgCsvMapping
{
  GPtrArray *headings; /* RgCsvName */
  char **texts;
  int *target_of;
  const RgCsvTarget *targets;
  guint n_targets;
};

RgCsvName *rg_csv_name_new (const char *text, guint target, guint level);
void rg_csv_name_free (RgCsvName *name);
gboolean rg_csv_mapping_is_free (const RgCsvMapping *self, guint target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvName, rg_csv_name_free)

G_END_DECLS
