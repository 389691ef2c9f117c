/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows of one address and of one contact, of which the wizard has as many as the customer. */

#define RG_TYPE_ADDRESS_ROWS (rg_address_rows_get_type ())
G_DECLARE_FINAL_TYPE (RgAddressRows, rg_address_rows, RG, ADDRESS_ROWS, AdwPreferencesGroup)

#define RG_TYPE_CONTACT_ROWS (rg_contact_rows_get_type ())
G_DECLARE_FINAL_TYPE (RgContactRows, rg_contact_rows, RG, CONTACT_ROWS, AdwPreferencesGroup)

G_END_DECLS
