/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-order.h"
#include "rg-sample-people.h"
#include "rg-sample.h"

G_BEGIN_DECLS

/* What happened in the sample business, customer by customer, before it is written in the order of time. */

typedef enum
{
  RG_SAMPLE_ADD,     /* the records are new */
  RG_SAMPLE_PAY,     /* the first record is an order that is paid ahead */
  RG_SAMPLE_DELIVER, /* the first record is an order that is delivered and maybe paid */
  RG_SAMPLE_CHANGE,  /* the first record has new values; what follows is new */
} RgSampleStep;

typedef struct
{
  gint64 time;
  RgSampleStep step;
  RgCustomer *customer; /* NULL for what is nobody's */
  gint64 staff_id;
  const char *operation;
  char *words;
  char *reason;
  GPtrArray *records; /* those that are one customer's get the customer, lines their order */
  gboolean paid;
  void (*change) (RgRecord *record, gint64 time, gint64 staff_id);
} RgSampleEvent;

/* The business: whose ids are known from the start. */
typedef struct
{
  RgSampleRandom random;
  RgDay today;
  gint64 now;
  GPtrArray *products; /* of RgProduct */
  GPtrArray *tags;     /* of RgTag */
  GPtrArray *staff;    /* of RgStaff */
  GPtrArray *events;   /* of RgSampleEvent */
} RgSamplePlan;

RgSamplePlan *rg_sample_plan_new (guint n_customers);
void rg_sample_plan_free (RgSamplePlan *plan);
RgSampleEvent *
rg_sample_plan_add (RgSamplePlan *plan, gint64 time, RgCustomer *customer, const char *operation, gpointer record);
gint64 rg_sample_plan_time (RgSamplePlan *plan, RgDay day, guint minute);
void
rg_sample_plan_customer (RgSamplePlan *plan, RgCustomer *customer, RgAddress *address, guint serial, gboolean rich);

gboolean rg_sample_write_large (RgDb *db, guint n_customers, RgSampleProgress progress, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgSamplePlan, rg_sample_plan_free)

G_END_DECLS
