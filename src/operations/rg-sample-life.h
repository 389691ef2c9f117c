/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-sample-history.h"

G_BEGIN_DECLS

/* For the files of the history of the sample customers alone. */

/* What one customer is like; everything else follows from it. */
typedef struct
{
  RgSamplePlan *plan;
  RgCustomer *customer;
  RgAddress *address;
  gboolean rich;   /* the customer whom pictures show */
  guint favourite; /* the box they take */
  RgPaymentType payment;
  RgDay registered, end; /* the day they cancelled, or today */
  RgDay last_delivered;
  gboolean owes;
} RgSampleLife;

/** rg_life_below: Returns: a number below @n, each as likely */
static inline guint
rg_life_below (RgSampleLife *life, guint n)
{
  return rg_sample_below (&life->plan->random, n);
}

/** rg_life_one_in: Returns: %TRUE once in @n times */
static inline gboolean
rg_life_one_in (RgSampleLife *life, guint n)
{
  return rg_life_below (life, n) == 0;
}

/** rg_life_later: Returns: the later of two instants; unlike MAX() it looks at each once, for they may be of chance */
static inline gint64
rg_life_later (gint64 a, gint64 b)
{
  return MAX (a, b);
}

gint64 rg_sample_life_price (RgSampleLife *life, RgProduct *product, RgDay day);
void rg_sample_life_plan_orders (RgSampleLife *life);

G_END_DECLS
