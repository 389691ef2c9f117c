/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GError *rg_write_error (GError *error);
gboolean rg_write_check_target (GFile *file, GError **error);

G_END_DECLS
