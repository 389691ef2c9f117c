/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_PLACE_VIEW (rg_place_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (RgPlaceView, rg_place_view, RG, PLACE_VIEW, AdwBin)

/**
 * RgPlaceViewClass:
 * @refresh: reads what it shows anew: called once the desk is set, and after every change to the file
 *
 * A top-level page besides the customers: Reminders, Orders, Products. It stands in the table of rg-window.c and is
 * made when it is first shown. Its header bar has a button for the places, visible while show-places-button is set.
 */
struct _RgPlaceViewClass
{
  AdwBinClass parent_class;

  void (*refresh) (RgPlaceView *self);
};

RgDesk *rg_place_view_get_desk (RgPlaceView *self);

G_END_DECLS
