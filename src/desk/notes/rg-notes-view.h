/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-view.h"

G_BEGIN_DECLS

#define RG_TYPE_NOTES_VIEW (rg_notes_view_get_type ())
G_DECLARE_FINAL_TYPE (RgNotesView, rg_notes_view, RG, NOTES_VIEW, RgCustomerView)

G_END_DECLS
