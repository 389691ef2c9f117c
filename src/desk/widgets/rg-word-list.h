/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-record.h"

G_BEGIN_DECLS

GListModel *rg_word_list_new (const RgWords *words, guint from, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
