/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-form-text.h"

#include "rg-error.h"
#include "rg-percent.h"
#include "rg-text.h"

/**
 * rg_form_text_is_parsed:
 * @field: a field
 *
 * Returns: whether what is typed for it is not the value itself
 */
gboolean
rg_form_text_is_parsed (const RgField *field)
{
  return field->kind == RG_KIND_DAY || field->kind == RG_KIND_PERCENT;
}

/**
 * rg_form_text_dup:
 * @record: a record
 * @field: a field that is typed as text
 *
 * Returns: (transfer full): the text for it, "" for none
 */
char *
rg_form_text_dup (RgRecord *record, const RgField *field)
{
  if (field->kind == RG_KIND_DAY)
    return rg_day_format (RG_RECORD_MEMBER (record, field, RgDay));
  return rg_percent_format (RG_RECORD_MEMBER (record, field, gint64));
}

/**
 * rg_form_text_parse:
 * @editable: where it was typed
 * @record: the record to put it into
 * @field: a field that is typed as text
 * @error: where to put why not
 *
 * Returns: whether it is a value for @field
 */
gboolean
rg_form_text_parse (GtkEditable *editable, RgRecord *record, const RgField *field, GError **error)
{
  const char *text = gtk_editable_get_text (editable);
  const char *property = rg_field_get_property (field);
  g_autoptr (GError) local = NULL;
  gint64 hundredths = 0;
  RgDay day = 0;

  if (field->kind == RG_KIND_DAY)
    {
      if (!rg_text_is_blank (text) && (day = rg_day_parse (text, &local)) == 0)
        {
          rg_error_set_invalid (error, field->column, "%s", local->message);
          return FALSE;
        }
      g_object_set (record, property, day, NULL);
      return TRUE;
    }
  if (!rg_percent_parse (text, &hundredths, &local))
    {
      rg_error_set_invalid (error, field->column, "%s", local->message);
      return FALSE;
    }
  g_object_set (record, property, hundredths, NULL);
  return TRUE;
}
