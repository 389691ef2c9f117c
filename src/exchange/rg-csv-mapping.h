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

/**
 * rg_csv_mapping_new:
 * @headings: the file's headings, %NULL-terminated
 * @targets: (array length=n_targets): the fields, kept by reference
 * @n_targets: how many
 *
 * Returns: (transfer full): a mapping in which no column means anything
 */
RgCsvMapping *rg_csv_mapping_new (const char *const *headings, const RgCsvTarget *targets, guint n_targets);

/**
 * rg_csv_mapping_guess:
 * @headings: as for rg_csv_mapping_new()
 * @samples: (nullable) (element-type RgCsvRow): some rows of the file
 * @targets: as for rg_csv_mapping_new()
 * @n_targets: how many
 *
 * Headings are compared without regard to case, accents, punctuation and the ways of writing words together:
 * "companyName", "Company Name" and "company_name" are the same. In this order, each field going to one
 * column only:
 *
 * 1. the heading is a field's name or label;
 * 2. it is one of its aliases;
 * 3. it has the words of one of these in another order ("number of customer");
 * 4. it ends in one of these ("ship postal code"), if one field has the longest such ending and no other
 * heading lays claim to that field, and its samples are not all e-mail addresses;
 * 5. whatever the heading, all samples are e-mail addresses, and there is one such column and one such field.
 *
 * At 1 to 3 the first of several equal headings gets the field. What does not fit stays unmapped.
 *
 * Returns: (transfer full): a mapping
 */
RgCsvMapping *rg_csv_mapping_guess (const char *const *headings,
                                    const GPtrArray *samples,
                                    const RgCsvTarget *targets,
                                    guint n_targets);

/** rg_csv_mapping_free: @self: (nullable) (transfer full): a mapping */
void rg_csv_mapping_free (RgCsvMapping *self);

/** rg_csv_mapping_get: @heading: a column, from 0. Returns: the index of its target, -1 for none */
int rg_csv_mapping_get (const RgCsvMapping *self, guint heading);

/** rg_csv_mapping_find: @target: a target's name. Returns: the column that means it, -1 for none */
int rg_csv_mapping_find (const RgCsvMapping *self, const char *target);

/**
 * rg_csv_mapping_set:
 * @self: a mapping
 * @heading: a column, from 0
 * @target: the index of a target, -1 for none
 *
 * No target is used twice: a column that had @target until now loses it.
 *
 * Returns: the column that lost it, -1 if none did
 */
int rg_csv_mapping_set (RgCsvMapping *self, guint heading, int target);

/**
 * rg_csv_headings_check:
 * @headings: a file's headings, %NULL-terminated
 * @error: where to put what is wrong: %RG_ERROR_INVALID
 *
 * No column is called like an email address: a file that begins so has no headings, and its first row would be lost.
 *
 * Returns: whether they may be headings
 */
gboolean rg_csv_headings_check (const char *const *headings, GError **error);

/**
 * rg_csv_mapping_to_json:
 * @self: a mapping
 *
 * {"version":1,"columns":[{"heading":"companyName","field":"business"},{"heading":"fax","field":null}]}
 *
 * Returns: (transfer full): JSON on one line
 */
char *rg_csv_mapping_to_json (const RgCsvMapping *self);

/**
 * rg_csv_mapping_from_json:
 * @json: what rg_csv_mapping_to_json() made, perhaps for a file with other columns in another order
 * @headings: as for rg_csv_mapping_new()
 * @targets: as for rg_csv_mapping_new()
 * @n_targets: how many
 * @n_lost: (out) (optional): how many of the stored columns with a field have no place here: the file has no
 * such heading (compared as by rg_csv_mapping_guess(); the second "Name" is the second "Name"), or there is
 * no such field
 * @error: %RG_ERROR_INVALID when @json is none of ours, %RG_ERROR_NEWER when it is of a newer version
 *
 * Returns: (transfer full): a mapping for @headings, or %NULL with @error set
 */
RgCsvMapping *rg_csv_mapping_from_json (const char *json,
                                        const char *const *headings,
                                        const RgCsvTarget *targets,
                                        guint n_targets,
                                        guint *n_lost,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvMapping, rg_csv_mapping_free)

G_END_DECLS
