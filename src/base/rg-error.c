/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-error.h"

#include <gio/gio.h>

/* The field of an INVALID error travels with the GError itself. */
typedef struct
{
  const char *field; /* interned */
} RgErrorPrivate;

static void
rg_error_private_init (RgErrorPrivate *priv)
{
}

static void
rg_error_private_copy (const RgErrorPrivate *from, RgErrorPrivate *to)
{
  to->field = from->field;
}

static void
rg_error_private_clear (RgErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (RgError, rg_error)

/**
 * rg_error_set_invalid:
 * @error: where to put it
 * @field: the column name of the field at fault, such as "email"
 * @format: a translated sentence that says what is wrong and what would be right
 *
 * Sets %RG_ERROR_INVALID together with the field it is about.
 */
void
rg_error_set_invalid (GError **error, const char *field, const char *format, ...)
{
  va_list args;

  if (error == NULL)
    return;

  va_start (args, format);
  *error = g_error_new_valist (RG_ERROR, RG_ERROR_INVALID, format, args);
  va_end (args);
  rg_error_get_private (*error)->field = g_intern_string (field);
}

/**
 * rg_error_get_field:
 * @error: any error
 *
 * Returns: (nullable): the column name of the field that @error is about
 */
const char *
rg_error_get_field (const GError *error)
{
  if (error == NULL || error->domain != RG_ERROR)
    return NULL;
  return rg_error_get_private (error)->field;
}

/**
 * rg_error_propagate:
 * @error: (out) (optional): where to put it
 * @local: (inout): an error that may have been set; taken
 *
 * As g_propagate_error(), for functions whose result does not tell whether they failed: a look-up that finds nothing,
 * the last row of a query.
 *
 * Returns: whether there was an error
 */
gboolean
rg_error_propagate (GError **error, GError **local)
{
  if (*local == NULL)
    return FALSE;
  g_propagate_error (error, g_steal_pointer (local));
  return TRUE;
}

/**
 * rg_error_code_of:
 * @error: an error of GIO
 *
 * Returns: what it is in our terms: no room, cancelled, not there, else %RG_ERROR_UNAVAILABLE
 */
RgError
rg_error_code_of (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return RG_ERROR_FULL;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return RG_ERROR_CANCELLED;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return RG_ERROR_NOT_FOUND;
  return RG_ERROR_UNAVAILABLE;
}
