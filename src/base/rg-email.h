/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rg_email_is_valid (const char *email, GError **error);

G_END_DECLS
