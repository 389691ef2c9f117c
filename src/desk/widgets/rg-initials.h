/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RG_TYPE_INITIALS (rg_initials_get_type ())
G_DECLARE_FINAL_TYPE (RgInitials, rg_initials, RG, INITIALS, GtkWidget)

G_END_DECLS
