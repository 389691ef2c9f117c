/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-picture.h"

#include <glib/gi18n-lib.h>

static const RgField rg_picture_fields[] = {
  RG_REF (RgPicture, owner_id, N_ ("Owner"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_BYTES (RgPicture, data, N_ ("Data"), .flags = RG_FIELD_REQUIRED),
};

RG_DEFINE_RECORD (RgPicture, rg_picture, "picture", "picture", N_ ("Picture"))

static void
rg_picture_init (RgPicture *self)
{
}
