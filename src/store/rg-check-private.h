/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"

G_BEGIN_DECLS

/* For rg-check.c alone. */

gboolean rg_check_against_journal (RgDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
