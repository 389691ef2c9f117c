/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* For the scanner alone: the names of types that the introspected headers use, without what can be done with them. */

typedef guint32 RgDay;
typedef struct _RgDb RgDb;
typedef struct _RgDesk RgDesk;
