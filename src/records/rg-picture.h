/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_PICTURE (rg_picture_get_type ())
G_DECLARE_FINAL_TYPE (RgPicture, rg_picture, RG, PICTURE, RgRecord)

/* The photo of a customer or the image of a product. */
struct _RgPicture
{
  RgRecord parent_instance;

  gint64 owner_id; /* a customer or a product; ids are unique over all types */
  GBytes *data;    /* PNG, JPEG or WebP */
};

extern const RgRecordType rg_picture_type;

G_END_DECLS
