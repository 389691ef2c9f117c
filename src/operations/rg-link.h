/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgLinkKind:
 * @RG_LINK_CUSTOMER: a customer
 * @RG_LINK_ORDER: an order
 *
 * What a link leads to.
 */
typedef enum
{
  RG_LINK_CUSTOMER,
  RG_LINK_ORDER,
} RgLinkKind;

gboolean rg_link_is_link (const char *text);
gboolean rg_link_parse (const char *text, RgLinkKind *kind, gint64 *number, GError **error);
char *rg_link_new (RgLinkKind kind, gint64 number);

G_END_DECLS
