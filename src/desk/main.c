/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <libdex.h>
#include <locale.h>

#include "rg-application.h"
#include "rg-future.h"
#include "rg-locale.h"

/* How long the program stays, without a window, for what is still to be saved. */
#define END_MSEC 5000

int
main (int argc, char **argv)
{
  g_autoptr (RgApplication) application = NULL;
  int status;

  setlocale (LC_ALL, "");
  rg_locale_init ();
  dex_init ();

  g_set_application_name (_ ("Regulars"));
  application = rg_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  rg_future_end (END_MSEC);
  return status;
}
