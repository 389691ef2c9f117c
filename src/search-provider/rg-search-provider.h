/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RG_TYPE_SEARCH_PROVIDER (rg_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (RgSearchProvider, rg_search_provider, RG, SEARCH_PROVIDER, GApplication)

RgSearchProvider *rg_search_provider_new (void);

G_END_DECLS
