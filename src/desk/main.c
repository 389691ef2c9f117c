/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <libdex.h>
#include <locale.h>

#include "rg-application.h"
#include "rg-text.h"

int
main (int argc, char **argv)
{
  g_autoptr (RgApplication) application = NULL;

  setlocale (LC_ALL, "");
  rg_locale_init ();
  dex_init ();

  g_set_application_name (_ ("Regulars"));
  application = rg_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
