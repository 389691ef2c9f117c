/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-address.h"
#include "rg-customer.h"

G_BEGIN_DECLS

/* A sequence of numbers that is the same on every machine (splitmix64). */
typedef struct
{
  guint64 state;
} RgSampleRandom;

guint64 rg_sample_next (RgSampleRandom *random);
guint rg_sample_below (RgSampleRandom *random, guint n);
guint rg_sample_rank (RgSampleRandom *random, guint n);

/**
 * RgSampleCountry:
 *
 * What makes people of one country look right. In patterns every "#" is a digit. Lists end with %NULL and
 * begin with what is most frequent.
 */
typedef struct
{
  const char *code;     /* ISO 3166 alpha-2 */
  guint share;          /* of a thousand customers */
  const char *language; /* ISO 639 */
  const char *currency; /* ISO 4217; NULL for that of the business */
  const char *const *first_names;
  const char *const *last_names;
  const char *const *last_starts; /* further last names are made of a start and an end */
  const char *const *last_ends;
  const char *const *places; /* "Portland|OR|972##|4": city, state, postcode, route */
  const char *const *streets;
  const char *street_format;     /* "N S" or "S N": where the house number goes */
  const char *phone;             /* numbers set aside for fiction, where the country has some */
  const char *wide_phone;        /* the same, for very many customers */
  const char *const *businesses; /* "Café %s": %s is the last name */
  const char *legal_form;
} RgSampleCountry;

extern const RgSampleCountry rg_sample_countries[];
extern const guint rg_sample_n_countries;

void
rg_sample_make_person (RgSampleRandom *random, guint serial, gboolean wide, RgCustomer *customer, RgAddress *address);

G_END_DECLS
