/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/**
 * RgAddressKind:
 * @RG_ADDRESS_KIND_SHIPPING: Shipping
 * @RG_ADDRESS_KIND_BILLING: Billing
 * @RG_ADDRESS_KIND_SERVICE: Service
 *
 * What an address is used for.
 */
typedef enum
{
  RG_ADDRESS_KIND_SHIPPING,
  RG_ADDRESS_KIND_BILLING,
  RG_ADDRESS_KIND_SERVICE,
} RgAddressKind;

GType rg_address_kind_get_type (void);
#define RG_TYPE_ADDRESS_KIND (rg_address_kind_get_type ())
extern const RgWords rg_address_kind_words;

#define RG_TYPE_ADDRESS (rg_address_get_type ())
G_DECLARE_FINAL_TYPE (RgAddress, rg_address, RG, ADDRESS, RgRecord)

/* One of the addresses of a customer. */
struct _RgAddress
{
  RgRecord parent_instance;

  gint64 customer_id;
  RgAddressKind kind;
  char *label;     /* "Main residence", "Chalet" */
  char *recipient; /* when it is not the customer */
  char *street;
  char *street2;
  char *city;
  char *state;
  char *postcode;
  char *country; /* ISO 3166 alpha-2 */
  char *route;
  gint64 stop;
  gboolean is_primary;
  gint64 verified_at;
};

extern const RgRecordType rg_address_type;

char *rg_address_dup_lines (RgAddress *self, const char *home);
char *rg_address_dup_line (RgAddress *self, const char *home);

G_END_DECLS
