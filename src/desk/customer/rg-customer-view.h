/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_VIEW (rg_customer_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (RgCustomerView, rg_customer_view, RG, CUSTOMER_VIEW, AdwBin)

/**
 * RgCustomerViewClass:
 * @profile_changed: (nullable): called when another profile is set, which happens once
 * @loaded: (nullable): called each time the profile was read
 *
 * A view of one customer: Notes, Account, Orders … It has one property, the profile, which its template binds to. Its
 * title, icon and badge stand in the table of rg-customer-page.c; it is made when it is looked at.
 */
struct _RgCustomerViewClass
{
  AdwBinClass parent_class;

  void (*profile_changed) (RgCustomerView *self);
  void (*loaded) (RgCustomerView *self);
};

RgCustomerProfile *rg_customer_view_get_profile (RgCustomerView *self);
RgDesk *rg_customer_view_get_desk (RgCustomerView *self);
gint64 rg_customer_view_get_customer_id (RgCustomerView *self);

G_END_DECLS
