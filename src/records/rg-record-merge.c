/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-record-merge.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"

/**
 * rg_record_copy_field: (skip)
 * @self: a record
 * @from: another of the same type
 * @field: a field of that type
 *
 * Gives @self the value that @from has.
 */
void
rg_record_copy_field (RgRecord *self, RgRecord *from, const RgField *field)
{
  const char *name = rg_field_get_property (field);
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (from), name, &value);
  g_object_set_property (G_OBJECT (self), name, &value);
}

static void
set_conflict (RgRecord *file, const RgField *field, GError **error)
{
  g_autofree char *value = rg_record_dup_field_display (file, field);

  if (value == NULL || *value == '\0')
    g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
                 /* Translators: %s is the name of a field, such as “Last name” */
                 _ ("Somebody else emptied “%s” meanwhile. Look at it and save again."), _ (field->label));
  else
    g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
                 /* Translators: the name of a field, and what is in it now */
                 _ ("Somebody else changed “%s” to “%s” meanwhile. Look at it and save again."), _ (field->label),
                 value);
}

/**
 * rg_record_merge: (skip)
 * @self: a record as a person left it
 * @base: (nullable): as it was when that person began; %NULL when that is not known
 * @file: as it is on file now
 * @error: where to put a conflict
 *
 * Fixed and derived fields, and those the person did not change, become what is on file. Without @base the person's
 * word counts for all others. A conflict leaves in @self what the person changed, and what is on file in all else.
 *
 * Returns: whether nobody else changed a field that the person changed, to something else; %RG_ERROR_CONFLICT if so
 */
gboolean
rg_record_merge (RgRecord *self, RgRecord *base, RgRecord *file, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (self);
  const RgField *conflict = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];

      if (rg_record_is_field_equal (self, file, field))
        continue;
      if ((field->flags & (RG_FIELD_FIXED | RG_FIELD_DERIVED)) != 0
          || (base != NULL && rg_record_is_field_equal (self, base, field)))
        rg_record_copy_field (self, file, field);
      else if (base != NULL && conflict == NULL && !rg_record_is_field_equal (base, file, field))
        conflict = field;
    }
  if (conflict != NULL)
    set_conflict (file, conflict, error);
  return conflict == NULL;
}
