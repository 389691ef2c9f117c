/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libdex.h>
#include <locale.h>

#include "rg-locale.h"
#include "rg-search-provider.h"

int
main (int argc, char **argv)
{
  g_autoptr (RgSearchProvider) provider = NULL;

  setlocale (LC_ALL, "");
  rg_locale_init ();
  dex_init ();

  provider = rg_search_provider_new ();
  return g_application_run (G_APPLICATION (provider), argc, argv);
}
