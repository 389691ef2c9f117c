/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (RgAddressKind, rg_address_kind,
                    G_DEFINE_ENUM_VALUE (RG_ADDRESS_KIND_SHIPPING, "shipping"),
                    G_DEFINE_ENUM_VALUE (RG_ADDRESS_KIND_BILLING, "billing"),
                    G_DEFINE_ENUM_VALUE (RG_ADDRESS_KIND_SERVICE, "service"))

static const char *const address_kind_words[] = { "shipping", "billing", "service" };
static const char *const address_kind_labels[] = { N_ ("Shipping"), N_ ("Billing"), N_ ("Service") };

const RgWords rg_address_kind_words
  = { rg_address_kind_get_type, address_kind_words, address_kind_labels, G_N_ELEMENTS (address_kind_words) };

static const RgField rg_address_fields[] = {
  RG_REF (RgAddress, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_ENUM (RgAddress, kind, RgAddressKind, &rg_address_kind_words, N_ ("Kind")),
  RG_TEXT (RgAddress, label, N_ ("Label")),
  RG_TEXT (RgAddress, recipient, N_ ("Recipient")),
  RG_TEXT (RgAddress, street, N_ ("Street")),
  RG_TEXT (RgAddress, street2, N_ ("Street, second line")),
  RG_TEXT (RgAddress, city, N_ ("City")),
  RG_TEXT (RgAddress, state, N_ ("State")),
  RG_TEXT (RgAddress, postcode, N_ ("ZIP code")),
  RG_TEXT (RgAddress, country, N_ ("Country")),
  RG_TEXT (RgAddress, route, N_ ("Route")),
  RG_INT (RgAddress, stop, N_ ("Stop")),
  RG_BOOL (RgAddress, is_primary, N_ ("Primary address")),
  RG_TIME (RgAddress, verified_at, N_ ("Verified")),
};

RG_DEFINE_RECORD (RgAddress, rg_address, "address", "address", N_ ("Address"))

static void
rg_address_init (RgAddress *self)
{
}
