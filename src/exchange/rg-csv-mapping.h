/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-csv-mapping
 *
 * Which column of a file means which field of ours. A first mapping is found from the headings (and a look at
 * the cells), a person changes it, and it is kept as JSON for the next file of the same making.
 */

/**
 * RgCsvKind:
 * @RG_CSV_KIND_TEXT: anything
 * @RG_CSV_KIND_NUMBER: numbers and amounts of money
 * @RG_CSV_KIND_DATE: dates, with or without time
 * @RG_CSV_KIND_EMAIL: e-mail addresses
 * @RG_CSV_KIND_PHONE: telephone numbers
 *
 * What the cells of a field look like. A column whose samples are plainly something else is not given to it.
 */
typedef enum
{
  RG_CSV_KIND_TEXT,
  RG_CSV_KIND_NUMBER,
  RG_CSV_KIND_DATE,
  RG_CSV_KIND_EMAIL,
  RG_CSV_KIND_PHONE,
} RgCsvKind;

/**
 * RgCsvTarget:
 * @name: the field's name, unique among the targets: "postal_code"
 * @label: what people call it, translated: "Postcode"
 * @kind: what its cells look like
 * @aliases: (nullable): other headings for it, in any language, '|' between them: "zip|zip code|plz|cap"
 *
 * A field that a column may be mapped to. Static data of the caller, or at least living as long as the
 * mapping.
 */
typedef struct
{
  const char *name;
  const char *label;
  RgCsvKind kind;
  const char *aliases;
} RgCsvTarget;

typedef struct _RgCsvMapping RgCsvMapping;

RgCsvMapping *rg_csv_mapping_new (const char *const *headings, const RgCsvTarget *targets, guint n_targets);
RgCsvMapping *rg_csv_mapping_guess (const char *const *headings,
                                    const GPtrArray *samples,
                                    const RgCsvTarget *targets,
                                    guint n_targets);
void rg_csv_mapping_free (RgCsvMapping *self);
int rg_csv_mapping_get (const RgCsvMapping *self, guint heading);
int rg_csv_mapping_find (const RgCsvMapping *self, const char *target);
int rg_csv_mapping_set (RgCsvMapping *self, guint heading, int target);
gboolean rg_csv_headings_check (const char *const *headings, GError **error);
char *rg_csv_mapping_to_json (const RgCsvMapping *self);
RgCsvMapping *rg_csv_mapping_from_json (const char *json,
                                        const char *const *headings,
                                        const RgCsvTarget *targets,
                                        guint n_targets,
                                        guint *n_lost,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvMapping, rg_csv_mapping_free)

G_END_DECLS
