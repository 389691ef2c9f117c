/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-form-bind.h"

#include "rg-form-choices.h"

static gboolean
text_or_empty (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const char *text = g_value_get_string (from);

  g_value_set_string (to, text != NULL ? text : "");
  return TRUE;
}

static gboolean
int_to_double (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_double (to, (double) g_value_get_int64 (from));
  return TRUE;
}

static gboolean
double_to_int (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_int64 (to, (gint64) g_value_get_double (from));
  return TRUE;
}

/**
 * rg_form_bind:
 * @widget: the widget of a field
 * @draft: the record that is edited
 * @field: the field
 * @desk: the desk
 *
 * Returns: whether the widget is of a kind that suits the field
 */
gboolean
rg_form_bind (GtkWidget *widget, RgRecord *draft, const RgField *field, RgDesk *desk)
{
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;
  const char *property = rg_field_get_property (field);

  if (ADW_IS_COMBO_ROW (widget))
    return rg_form_choices_bind (ADW_COMBO_ROW (widget), draft, field, desk);
  if (field->kind == RG_KIND_BOOL)
    g_object_bind_property (draft, property, widget, "active", flags);
  else if (ADW_IS_SPIN_ROW (widget))
    g_object_bind_property_full (draft, property, widget, "value", flags, int_to_double, double_to_int, NULL, NULL);
  else if (GTK_IS_TEXT_VIEW (widget))
    g_object_bind_property_full (draft, property, gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", flags,
                                 text_or_empty, NULL, NULL, NULL);
  else if (GTK_IS_EDITABLE (widget))
    g_object_bind_property_full (draft, property, widget, "text", flags, text_or_empty, NULL, NULL, NULL);
  else
    return FALSE;
  return TRUE;
}
