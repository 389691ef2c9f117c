/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "rg-note.h"
#include "rg-product.h"
#include "rg-staff.h"

G_BEGIN_DECLS

/* The sample business itself: what it sells, who works there, what they write down. */

typedef struct
{
  const char *number;
  const char *name;
  const char *category;
  const char *unit;
  gint64 price; /* US cents */
} RgSampleProduct;

typedef struct
{
  const char *name;
  RgRole role;
} RgSampleStaff;

typedef struct
{
  RgNoteKind kind;
  const char *text;
} RgSampleNote;

extern const RgSampleProduct rg_sample_products[];
extern const guint rg_sample_n_products;
extern const RgSampleStaff rg_sample_staff[];
extern const guint rg_sample_n_staff;
extern const char *const rg_sample_tags[];
extern const guint rg_sample_n_tags;
extern const RgSampleNote rg_sample_notes[];
extern const guint rg_sample_n_notes;
extern const char *const rg_sample_reminders[];
extern const guint rg_sample_n_reminders;

#define RG_SAMPLE_BUSINESS_NAME "Harvest & Hearth"

RgProduct *rg_sample_make_product (guint i);

G_END_DECLS
