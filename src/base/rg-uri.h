/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rg_uri_for_phone (const char *phone, const char *extension);
char *rg_uri_for_email (const char *email);

G_END_DECLS
