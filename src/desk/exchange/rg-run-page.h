/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RG_TYPE_RUN_PAGE (rg_run_page_get_type ())
G_DECLARE_FINAL_TYPE (RgRunPage, rg_run_page, RG, RUN_PAGE, AdwBin)

/**
 * RgRunProgress:
 * @object: what is running
 *
 * Returns: how far it is, 0 to 1
 */
typedef double (*RgRunProgress) (gpointer object);

void rg_run_page_start (RgRunPage *self, const char *what, RgRunProgress progress, gpointer object);
void rg_run_page_stop (RgRunPage *self);

G_END_DECLS
