/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-pin.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "rg-error.h"

#define FIELD "pin"

static gboolean
sodium_is_ready (void)
{
  /* Safe to call from any thread and more than once. */
  return sodium_init () >= 0;
}

/* Does each digit follow the one before by @step, 9 and 0 being neighbours? */
static gboolean
is_run (const char *pin, int step)
{
  for (; pin[1] != '\0'; pin++)
    if ((pin[0] - '0' + step + 10) % 10 != pin[1] - '0')
      return FALSE;
  return TRUE;
}

/**
 * rg_pin_is_acceptable:
 * @pin: (nullable): what somebody would like as a PIN
 * @error: %RG_ERROR_INVALID of field "pin", with words for the refusal
 *
 * A PIN is 4 to 12 digits (0 to 9), not all the same, and no plain run up or down (1234, 9876, 7890, 3210).
 *
 * Returns: whether @pin may be used
 */
gboolean
rg_pin_is_acceptable (const char *pin, GError **error)
{
  gsize length = pin != NULL ? strlen (pin) : 0;

  if (length < RG_PIN_MIN_LENGTH)
    rg_error_set_invalid (error, FIELD, _ ("A PIN has at least %d digits."), RG_PIN_MIN_LENGTH);
  else if (strspn (pin, "0123456789") != length)
    rg_error_set_invalid (error, FIELD, _ ("A PIN is made of the digits 0 to 9 only."));
  else if (length > RG_PIN_MAX_LENGTH)
    rg_error_set_invalid (error, FIELD, _ ("A PIN has at most %d digits."), RG_PIN_MAX_LENGTH);
  else if (is_run (pin, 0))
    rg_error_set_invalid (error, FIELD, _ ("All digits are the same, which is the first thing anybody would try."));
  else if (is_run (pin, 1) || is_run (pin, -1))
    rg_error_set_invalid (error, FIELD, _ ("The digits are in order, which is the first thing anybody would try."));
  else
    return TRUE;
  return FALSE;
}

/**
 * rg_pin_hash_with_cost:
 * @pin: a PIN
 * @passes: how often to go over the memory, at least 1
 * @memory: how much memory, in bytes, at least 8192
 * @error: as for rg_pin_hash()
 *
 * For tests, which can't wait.
 *
 * Returns: (transfer full): the hash; %NULL on failure
 */
char *
rg_pin_hash_with_cost (const char *pin, guint passes, gsize memory, GError **error)
{
  char hash[crypto_pwhash_STRBYTES];

  if (!rg_pin_is_acceptable (pin, error))
    return NULL;
  if (!sodium_is_ready () || crypto_pwhash_str (hash, pin, strlen (pin), passes, memory) != 0)
    {
      g_set_error_literal (
        error, RG_ERROR, RG_ERROR_UNAVAILABLE,
        _ ("There is not enough memory to keep the PIN safely. Close other programs and try again."));
      return NULL;
    }
  return g_strdup (hash);
}

/**
 * rg_pin_hash:
 * @pin: a PIN
 * @error: as rg_pin_is_acceptable(), or %RG_ERROR_UNAVAILABLE when there is not enough memory for the hash
 *
 * Returns: (transfer full): the hash with a salt of its own, ASCII, at most 127 characters; %NULL on failure
 */
char *
rg_pin_hash (const char *pin, GError **error)
{
  return rg_pin_hash_with_cost (pin, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE, error);
}

/* libsodium reads as far as it needs, but not further than this. */
static gboolean
is_hash (const char *hash)
{
  return hash != NULL && strnlen (hash, crypto_pwhash_STRBYTES) < crypto_pwhash_STRBYTES;
}

/**
 * rg_pin_verify:
 * @hash: (nullable): what rg_pin_hash() made; a damaged one matches nothing
 * @pin: (nullable): what was typed
 *
 * Compares in constant time. Returns: whether @pin is the one that was hashed
 */
gboolean
rg_pin_verify (const char *hash, const char *pin)
{
  if (!is_hash (hash) || pin == NULL || !sodium_is_ready ())
    return FALSE;
  /* Nothing longer was ever hashed. */
  if (strnlen (pin, RG_PIN_MAX_LENGTH + 1) > RG_PIN_MAX_LENGTH)
    return FALSE;
  return crypto_pwhash_str_verify (hash, pin, strlen (pin)) == 0;
}
