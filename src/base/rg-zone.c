/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-zone.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>

/**
 * rg_zone_list:
 *
 * Returns: (transfer none): the names of the time zones that belong to a place, such as "Europe/Berlin",
 * sorted and closed with %NULL
 */
const char *const *
rg_zone_list (void)
{
  static const char *const *list;

  if (g_once_init_enter (&list))
    {
      GPtrArray *ids = g_ptr_array_new ();
      UErrorCode status = U_ZERO_ERROR;
      UEnumeration *zones = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
      const char *id;

      while (U_SUCCESS (status) && (id = uenum_next (zones, NULL, &status)) != NULL)
        g_ptr_array_add (ids, g_strdup (id));
      uenum_close (zones);
      g_ptr_array_sort_values (ids, (GCompareFunc) strcmp);
      g_ptr_array_add (ids, NULL);
      g_once_init_leave (&list, (const char *const *) g_ptr_array_free (ids, FALSE));
    }
  return list;
}

/**
 * rg_zone_dup_name:
 * @id: a time zone, "America/New_York"
 *
 * Returns: (transfer full): how it is shown, "New York (America)"
 */
char *
rg_zone_dup_name (const char *id)
{
  const char *place = strrchr (id, '/');
  g_autofree char *region = place != NULL ? g_strndup (id, place - id) : NULL;
  char *name = region != NULL ? g_strdup_printf ("%s (%s)", place + 1, region) : g_strdup (id);

  return g_strdelimit (name, "_", ' ');
}
