/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libdex.h>
#include <locale.h>

#include "rg-future.h"
#include "rg-sample.h"

/* bench-make-file FILE CUSTOMERS: a file of the sample business. */

static void
on_progress (double done, gpointer data)
{
  g_printerr ("\r%3.0f %%", done * 100);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  RgDesk *desk;
  gint64 start = g_get_monotonic_time ();

  setlocale (LC_ALL, "");
  dex_init ();
  if (argc != 3)
    return 2;
  if (!rg_future_wait_value (rg_desk_open (argv[1], FALSE), &value, &error))
    g_error ("%s", error->message);
  desk = g_value_get_object (&value);
  if (!rg_future_wait (rg_sample_fill (desk, g_ascii_strtoull (argv[2], NULL, 10), on_progress, NULL), &error)
      || !rg_future_wait (rg_desk_close (desk), &error))
    g_error ("%s", error->message);
  g_printerr ("\r%s customers in %.1f s\n", argv[2], (g_get_monotonic_time () - start) / 1e6);
  return 0;
}
