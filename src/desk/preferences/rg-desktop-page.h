/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RG_TYPE_DESKTOP_PAGE (rg_desktop_page_get_type ())
G_DECLARE_FINAL_TYPE (RgDesktopPage, rg_desktop_page, RG, DESKTOP_PAGE, AdwPreferencesPage)

G_END_DECLS
