/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address.h"

#include <glib/gi18n-lib.h>

#include "rg-country.h"

RG_DEFINE_WORDS (RgAddressKind,
                 rg_address_kind,
                 RG_WORD (RG_ADDRESS_KIND_SHIPPING, "shipping", N_ ("Shipping")),
                 RG_WORD (RG_ADDRESS_KIND_BILLING, "billing", N_ ("Billing")),
                 RG_WORD (RG_ADDRESS_KIND_SERVICE, "service", N_ ("Service")))

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

/* How the line with the city is written, by country: c city, s state, z ZIP code; a vertical bar begins a new line. */
static const struct
{
  const char *countries;
  const char *format;
} layouts[] = {
  { "US CA AU PR IN BR MX AR CL CO PE ID TH KR JP CN TW HK SG NZ ZA", "c, s z" },
  { "GB IE", "c|s|z" },
};

static void
add_piece (GString *lines, const char *piece, const char *between)
{
  if (piece == NULL || *piece == '\0')
    return;
  if (lines->len > 0 && lines->str[lines->len - 1] != '\n')
    g_string_append (lines, between);
  g_string_append (lines, piece);
}

static void
add_city (RgAddress *self, GString *lines)
{
  const char *format = "z c, s";

  for (guint i = 0; self->country != NULL && i < G_N_ELEMENTS (layouts); i++)
    if (strstr (layouts[i].countries, self->country) != NULL)
      format = layouts[i].format;
  g_string_append_c (lines, '\n');
  for (const char *between = ""; *format != '\0'; format++)
    switch (*format)
      {
      case 'c':
        add_piece (lines, self->city, between);
        between = "";
        break;
      case 's':
        add_piece (lines, self->state, between);
        between = "";
        break;
      case 'z':
        add_piece (lines, self->postcode, between);
        between = "";
        break;
      case '|':
        between = "\n";
        break;
      case ',':
        between = ", ";
        break;
      default:
        between = between[0] == ',' ? between : " ";
      }
}

/**
 * rg_address_dup_lines: (skip)
 * @self: an address
 * @home: (nullable): the country of the business, which is not written
 *
 * Returns: (transfer full): the address as on an envelope, without the customer's name, in the way of its country
 */
char *
rg_address_dup_lines (RgAddress *self, const char *home)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  add_piece (lines, self->recipient, "\n");
  add_piece (lines, self->street, "\n");
  add_piece (lines, self->street2, "\n");
  add_city (self, lines);
  if (self->country != NULL && g_strcmp0 (self->country, home) != 0)
    {
      g_autofree char *name = rg_country_dup_name (self->country);

      g_string_append_c (lines, '\n');
      g_string_append (lines, name);
    }
  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&lines)));
}

/**
 * rg_address_dup_line: (skip)
 * @self: an address
 * @home: (nullable): the country of the business, which is not written
 *
 * Returns: (transfer full): the address on one line
 */
char *
rg_address_dup_line (RgAddress *self, const char *home)
{
  g_autofree char *lines = rg_address_dup_lines (self, home);
  g_auto (GStrv) pieces = g_strsplit (lines, "\n", -1);

  return g_strjoinv (", ", pieces);
}
