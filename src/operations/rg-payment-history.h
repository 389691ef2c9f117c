/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *rg_payment_history_make (GListModel *ledger, GPtrArray *orders, const char *currency);

G_END_DECLS
