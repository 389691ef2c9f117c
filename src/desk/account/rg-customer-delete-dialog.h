/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"

G_BEGIN_DECLS

void rg_customer_delete_begin (GtkWidget *widget, RgCustomerProfile *profile);

G_END_DECLS
