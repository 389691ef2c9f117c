/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-picture.h"

G_BEGIN_DECLS

/* Larger pictures are made smaller before they get here. */
#define RG_PICTURE_MAX_BYTES (512 * 1024)

extern const RgOperation rg_picture_set;    /* record: a picture with its owner and data; replaces the one there is */
extern const RgOperation rg_picture_remove; /* record: the picture */

gboolean rg_picture_check (RgPicture *picture, GError **error);

G_END_DECLS
