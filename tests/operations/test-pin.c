/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-pin.h"

#include <string.h>

#include "rg-error.h"

/* The least that libsodium takes, so that the tests need no time. */
#define PASSES 1
#define MEMORY 8192

typedef struct
{
  const char *pin;
  const char *words; /* NULL: acceptable */
} Case;

#define TOO_SHORT "A PIN has at least 4 digits."
#define TOO_LONG "A PIN has at most 12 digits."
#define NO_DIGITS "A PIN is made of the digits 0 to 9 only."
#define ALL_SAME "All digits are the same, which is the first thing anybody would try."
#define IN_ORDER "The digits are in order, which is the first thing anybody would try."

static const Case cases[] = {
  { "4071", NULL },
  { "0000000001", NULL },
  { "1212", NULL },
  { "1235", NULL },
  { "1243", NULL },
  { "407140714071", NULL },
  { NULL, TOO_SHORT },
  { "", TOO_SHORT },
  { "407", TOO_SHORT },
  { "4071407140714", TOO_LONG },
  { "40a1", NO_DIGITS },
  { "40 71", NO_DIGITS },
  { "-4071", NO_DIGITS },
  { "٤٠٧١", NO_DIGITS },
  { "4071\n", NO_DIGITS },
  { "0000", ALL_SAME },
  { "777777777777", ALL_SAME },
  { "1234", IN_ORDER },
  { "012345678901", IN_ORDER },
  { "7890", IN_ORDER },
  { "8901", IN_ORDER },
  { "4321", IN_ORDER },
  { "2109", IN_ORDER },
  { "9876543210", IN_ORDER },
};

static void
test_acceptable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (rg_pin_is_acceptable (cases[i].pin, &error), ==, cases[i].words == NULL);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].words);
      if (error != NULL)
        {
          g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
          g_assert_cmpstr (rg_error_get_field (error), ==, "pin");
        }
      g_assert_cmpint (rg_pin_is_acceptable (cases[i].pin, NULL), ==, cases[i].words == NULL);
    }
}

static void
test_verify (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = rg_pin_hash_with_cost ("4071", PASSES, MEMORY, &error);
  g_autofree char *again = rg_pin_hash_with_cost ("4071", PASSES, MEMORY, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (hash, "$argon2id$v=19$m=8,t=1,p=1$"));
  g_assert_null (strstr (hash, "4071"));
  g_assert_cmpstr (hash, !=, again);
  g_assert_true (rg_pin_verify (hash, "4071"));
  g_assert_true (rg_pin_verify (again, "4071"));

  g_assert_false (rg_pin_verify (hash, "4072"));
  g_assert_false (rg_pin_verify (hash, "407"));
  g_assert_false (rg_pin_verify (hash, "40710"));
  g_assert_false (rg_pin_verify (hash, ""));
  g_assert_false (rg_pin_verify (hash, NULL));
}

static void
test_damaged_hash (void)
{
  g_autofree char *hash = rg_pin_hash_with_cost ("4071", PASSES, MEMORY, NULL);
  g_autofree char *cut = g_strndup (hash, strlen (hash) - 3);
  g_autofree char *other = g_strdup (hash);
  g_autofree char *endless = g_strnfill (100000, '$');

  other[strlen (other) - 2] ^= 1;
  g_assert_false (rg_pin_verify (cut, "4071"));
  g_assert_false (rg_pin_verify (other, "4071"));
  g_assert_false (rg_pin_verify (endless, "4071"));
  g_assert_false (rg_pin_verify ("4071", "4071"));
  g_assert_false (rg_pin_verify ("", "4071"));
  g_assert_false (rg_pin_verify (NULL, "4071"));
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rg_pin_hash ("1234", &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
}

/* More memory than there is. */
static void
test_no_memory (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rg_pin_hash_with_cost ("4071", 1, G_MAXSIZE / 2, &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE);
}

/* Once with the real costs. */
static void
test_real_costs (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = rg_pin_hash ("4071", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (hash, "$argon2id$v=19$m=65536,t=2,p=1$"));
  g_assert_cmpuint (strlen (hash), <, 128);
  g_test_timer_start ();
  g_assert_true (rg_pin_verify (hash, "4071"));
  g_test_message ("one verification takes %.0f ms", g_test_timer_elapsed () * 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pin/acceptable", test_acceptable);
  g_test_add_func ("/pin/verify", test_verify);
  g_test_add_func ("/pin/damaged-hash", test_damaged_hash);
  g_test_add_func ("/pin/refused", test_refused);
  g_test_add_func ("/pin/no-memory", test_no_memory);
  g_test_add_func ("/pin/real-costs", test_real_costs);
  return g_test_run ();
}
