/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-list.h"

G_BEGIN_DECLS

#define RG_TYPE_NOBODY_FOUND (rg_nobody_found_get_type ())
G_DECLARE_FINAL_TYPE (RgNobodyFound, rg_nobody_found, RG, NOBODY_FOUND, AdwBin)

void rg_nobody_found_show (RgNobodyFound *self, RgCustomerList *customers);

G_END_DECLS
