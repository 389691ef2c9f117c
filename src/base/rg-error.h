/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgError:
 * @RG_ERROR_DENIED: the person signed in has not the right.
 * @RG_ERROR_INVALID: a value breaks a rule; rg_error_get_field() tells which field.
 * @RG_ERROR_CONFLICT: somebody else changed the same thing meanwhile.
 * @RG_ERROR_NOT_FOUND: what was asked for is not there.
 * @RG_ERROR_BUSY: another program holds the file.
 * @RG_ERROR_FULL: no room left on the disk.
 * @RG_ERROR_CORRUPT: the file is damaged, or not a Regulars file.
 * @RG_ERROR_NEWER: the file was written by a newer version.
 * @RG_ERROR_CANCELLED: the person, or a newer request, cancelled it.
 * @RG_ERROR_UNAVAILABLE: something outside (keyring, folder, device) does not answer.
 *
 * Every way in which this program's libraries fail. Messages are sentences for the person who will read them.
 */
typedef enum
{
  RG_ERROR_DENIED,
  RG_ERROR_INVALID,
  RG_ERROR_CONFLICT,
  RG_ERROR_NOT_FOUND,
  RG_ERROR_BUSY,
  RG_ERROR_FULL,
  RG_ERROR_CORRUPT,
  RG_ERROR_NEWER,
  RG_ERROR_CANCELLED,
  RG_ERROR_UNAVAILABLE,
} RgError;

#define RG_ERROR (rg_error_quark ())
GQuark rg_error_quark (void);

void rg_error_set_invalid (GError **error, const char *field, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *rg_error_get_field (const GError *error);
gboolean rg_error_propagate (GError **error, GError **local);
RgError rg_error_code_of (const GError *error);

G_END_DECLS
