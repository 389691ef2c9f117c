/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-cart-operations.h"
#include "rg-ledger-operations.h"
#include "rg-address-operations.h"
#include "rg-cancellation-operations.h"
#include "rg-contact-operations.h"
#include "rg-customer-operations.h"
#include "rg-note-operations.h"
#include "rg-payment-method-operations.h"
#include "rg-order-operations.h"
#include "rg-product-operations.h"
#include "rg-recurring-operations.h"
#include "rg-picture-operations.h"
#include "rg-proposal.h"
#include "rg-setting-operations.h"
#include "rg-staff-operations.h"
#include "rg-tag-operations.h"
#include "rg-undo.h"

/* All that the business does, a header a subject. */
