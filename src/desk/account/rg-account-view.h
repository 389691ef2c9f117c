/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-view.h"
#include "rg-form.h"

G_BEGIN_DECLS

#define RG_TYPE_ACCOUNT_VIEW (rg_account_view_get_type ())
G_DECLARE_FINAL_TYPE (RgAccountView, rg_account_view, RG, ACCOUNT_VIEW, RgCustomerView)

RgForm *rg_account_view_get_form (RgAccountView *self);

G_END_DECLS
