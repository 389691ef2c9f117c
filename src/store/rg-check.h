/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db.h"

G_BEGIN_DECLS

/* Proves that a file is in order, or says what is not. Changes nothing. */

gboolean rg_check_file (RgDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
