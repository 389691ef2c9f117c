/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-sample-people.h"

#include <math.h>

#include "rg-text.h"

/* Area codes of the United States, for very many customers. */
static const char *const area_codes[]
  = { "503", "971", "541", "360", "206", "253", "415", "510", "916", "208", "512", "303", "312", "718", "802", "617",
      "215", "404", "305", "713", "602", "702", "801", "612", "314", "504", "615", "704", "919", "412", "216", "313" };

static const char *const domains[] = { "example.com", "example.org", "example.net", "mail.example", "post.example" };

/**
 * rg_sample_next:
 * @random: a sequence
 *
 * Returns: its next 64 bits
 */
guint64
rg_sample_next (RgSampleRandom *random)
{
  guint64 z = random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/**
 * rg_sample_below:
 * @random: a sequence
 * @n: more than 0
 *
 * Returns: a number below @n, each as likely
 */
guint
rg_sample_below (RgSampleRandom *random, guint n)
{
  return ((rg_sample_next (random) >> 32) * n) >> 32;
}

/**
 * rg_sample_rank:
 * @random: a sequence
 * @n: more than 0
 *
 * Returns: a number below @n, as likely as one is in a list of names: the first twice as often as the second,
 * and so on (Zipf)
 */
guint
rg_sample_rank (RgSampleRandom *random, guint n)
{
  double u = (rg_sample_next (random) >> 11) * 0x1p-53;

  return MIN ((guint) exp (u * log (n + 1.0)) - 1, n - 1);
}

static guint
length (const char *const *list)
{
  return g_strv_length ((char **) list);
}

static const char *
choose (RgSampleRandom *random, const char *const *list)
{
  return list[rg_sample_rank (random, length (list))];
}

static char *
fill_digits (RgSampleRandom *random, const char *pattern)
{
  GString *text = g_string_new (NULL);

  for (; *pattern != '\0'; pattern++)
    if (*pattern == '#')
      g_string_append_c (text, '0' + rg_sample_below (random, 10));
    else if (*pattern == '%')
      g_string_append (text, area_codes[rg_sample_below (random, G_N_ELEMENTS (area_codes))]);
    else
      g_string_append_c (text, *pattern);
  return g_string_free_and_steal (text);
}

static char *
make_last_name (RgSampleRandom *random, const RgSampleCountry *country)
{
  /* Half of the people have one of the frequent names. */
  if (country->last_starts == NULL || rg_sample_below (random, 2) == 0)
    return g_strdup (choose (random, country->last_names));
  return g_strconcat (country->last_starts[rg_sample_below (random, length (country->last_starts))],
                      country->last_ends[rg_sample_below (random, length (country->last_ends))], NULL);
}

static char *
make_email (RgSampleRandom *random, RgCustomer *customer, guint serial, gboolean wide)
{
  g_autofree char *first = rg_text_fold (customer->first_name);
  g_autofree char *last = rg_text_fold (customer->last_name);
  g_auto (GStrv) first_words = rg_text_words (first);
  g_auto (GStrv) last_words = rg_text_words (last);
  g_autofree char *first_part = g_strjoinv (".", first_words);
  g_autofree char *last_part = g_strjoinv ("", last_words);
  const char *domain = domains[rg_sample_rank (random, G_N_ELEMENTS (domains))];

  if (wide)
    return g_strdup_printf ("%s.%s%u@%s", first_part, last_part, serial % 10000, domain);
  switch (rg_sample_below (random, 4))
    {
    case 0:
      return g_strdup_printf ("%s@%s.example", first_part, last_part);
    case 1:
      return g_strdup_printf ("%c%s%02u@%s", first_part[0], last_part, 50 + rg_sample_below (random, 50), domain);
    default:
      return g_strdup_printf ("%s.%s@%s", first_part, last_part, domain);
    }
}

static void
make_place (RgSampleRandom *random, const RgSampleCountry *country, RgAddress *address)
{
  g_auto (GStrv) parts = g_strsplit (choose (random, country->places), "|", 4);
  const char *street = country->streets[rg_sample_below (random, length (country->streets))];
  guint number = 1 + rg_sample_below (random, 60) * (g_str_equal (country->code, "US") ? 87 : 3);
  g_autofree char *postcode = fill_digits (random, parts[2]);

  address->kind = RG_ADDRESS_KIND_SHIPPING;
  address->is_primary = TRUE;
  g_set_str (&address->city, parts[0]);
  g_set_str (&address->state, *parts[1] != '\0' ? parts[1] : NULL);
  g_set_str (&address->postcode, postcode);
  g_set_str (&address->country, country->code);
  g_set_str (&address->route, *parts[3] != '\0' ? parts[3] : NULL);
  address->stop = *parts[3] != '\0' ? 1 + rg_sample_below (random, 40) : 0;
  g_free (address->street);
  address->street = country->street_format[0] == 'N' ? g_strdup_printf ("%u %s", number, street)
                                                     : g_strdup_printf ("%s %u", street, number);
}

static void
make_business (RgSampleRandom *random, const RgSampleCountry *country, RgCustomer *customer)
{
  const char *pattern = country->businesses[rg_sample_below (random, length (country->businesses))];
  g_auto (GStrv) around = g_strsplit (pattern, "%s", 2);

  customer->type = RG_CUSTOMER_TYPE_BUSINESS;
  g_free (customer->business_name);
  customer->business_name = g_strconcat (around[0], customer->last_name, around[1], NULL);
  g_free (customer->legal_name);
  customer->legal_name = g_strconcat (customer->business_name, " ", country->legal_form, NULL);
  g_set_str (&customer->industry, "Food service");
  customer->payment_terms = rg_sample_below (random, 3) == 0 ? RG_PAYMENT_TERMS_NET_15 : RG_PAYMENT_TERMS_NET_30;
  if (rg_sample_below (random, 3) == 0)
    {
      customer->account_type = RG_ACCOUNT_TYPE_WHOLESALE;
      customer->segment = RG_SEGMENT_WHOLESALE;
      customer->wholesale_discount = 500 * (1 + rg_sample_below (random, 4));
    }
}

/**
 * rg_sample_make_person: (skip)
 * @random: a sequence
 * @serial: a number that makes addresses unique
 * @wide: whether there are very many customers, who need more telephone numbers than are set aside for
 * fiction
 * @customer: gets a name, telephone number, e-mail address and, one in eight, a business; all else stays
 * @address: gets a place
 */
void
rg_sample_make_person (RgSampleRandom *random, guint serial, gboolean wide, RgCustomer *customer, RgAddress *address)
{
  guint share = rg_sample_below (random, 1000);
  const RgSampleCountry *country = rg_sample_countries;

  while (share >= country->share)
    share -= (country++)->share;

  g_set_str (&customer->first_name, choose (random, country->first_names));
  g_free (customer->last_name);
  customer->last_name = make_last_name (random, country);
  g_free (customer->email);
  customer->email = make_email (random, customer, serial, wide);
  g_free (customer->phone);
  customer->phone = fill_digits (random, wide ? country->wide_phone : country->phone);
  g_set_str (&customer->language, country->language);
  customer->contact_by_email = TRUE;
  customer->contact_by_phone = rg_sample_below (random, 3) > 0;
  customer->type = RG_CUSTOMER_TYPE_INDIVIDUAL;
  customer->account_type = RG_ACCOUNT_TYPE_CUSTOMER;
  customer->segment = RG_SEGMENT_REGULAR;
  customer->wholesale_discount = 0;
  customer->payment_terms = RG_PAYMENT_TERMS_NONE;
  g_clear_pointer (&customer->business_name, g_free);
  g_clear_pointer (&customer->legal_name, g_free);
  g_clear_pointer (&customer->industry, g_free);
  if (rg_sample_below (random, 8) == 0)
    make_business (random, country, customer);
  make_place (random, country, address);
}
