/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-filter.h"
#include "rg-store.h"

G_BEGIN_DECLS

/* What a list of customers asks the reader; for rg-customer-list.c alone. */

#define RG_CUSTOMER_PAGE_SIZE 64
#define RG_CUSTOMER_COUNT_FIRST 1001

/* One question to the reader and its answer. */
typedef struct
{
  RgCustomerFilter *filter;
  gint64 after; /* a place */
  guint offset;
  gboolean first;
  GPtrArray *customers;
  GPtrArray *reasons; /* why each was found; NULL when nothing was typed */
  guint count;
  guint n_hidden;
  char **near_words;
} RgCustomerQuestion;

RgCustomerQuestion *rg_customer_question_new (RgCustomerFilter *filter);
void rg_customer_question_unref (gpointer data);
GObject *rg_customer_question_read (RgDb *db, gpointer data, GError **error);
GObject *rg_customer_question_count (RgDb *db, gpointer data, GError **error);

G_END_DECLS
