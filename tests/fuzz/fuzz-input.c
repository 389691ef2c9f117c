/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-input.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "rg-error.h"

/* GLib ends a program by a trap, of which libFuzzer knows nothing: the input would be lost. */
static void
on_trap (int number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  signal (SIGTRAP, on_trap);
  return 0;
}

static gsize
take (FuzzInput *input, gsize wanted, const uint8_t **data)
{
  gsize size = MIN (wanted, input->size);

  *data = input->data;
  input->data += size;
  input->size -= size;
  return size;
}

/**
 * fuzz_take_below:
 * @input: an input
 * @n: how many choices there are, 1 to 65536
 *
 * Returns: one of them: one byte of @input, or two where there are more than 256 choices
 */
guint
fuzz_take_below (FuzzInput *input, guint n)
{
  const uint8_t *data;
  gsize size = take (input, n > 256 ? 2 : 1, &data);
  guint value = 0;

  for (gsize i = 0; i < size; i++)
    value = value << 8 | data[i];
  return value % n;
}

/** fuzz_take_int: @input: an input. Returns: a number of up to eight bytes; the first byte says how many */
gint64
fuzz_take_int (FuzzInput *input)
{
  const uint8_t *data;
  gsize size = take (input, fuzz_take_below (input, 9), &data);
  guint64 value = 0;

  for (gsize i = 0; i < size; i++)
    value = value << 8 | data[i];
  return (gint64) value;
}

/** fuzz_take_bytes: @input: an input. Returns: (transfer full): up to 255 bytes; the first says how many */
GBytes *
fuzz_take_bytes (FuzzInput *input)
{
  const uint8_t *data;
  gsize size = take (input, fuzz_take_below (input, 256), &data);

  return g_bytes_new (data, size);
}

/** fuzz_take_text: @input: an input. Returns: (transfer full): as fuzz_take_bytes (), up to a zero byte */
char *
fuzz_take_text (FuzzInput *input)
{
  const uint8_t *data;
  gsize size = take (input, fuzz_take_below (input, 256), &data);

  return g_strndup ((const char *) data, size);
}

/** fuzz_take_rest: @input: an input. Returns: (transfer full): all that is left, up to a zero byte */
char *
fuzz_take_rest (FuzzInput *input)
{
  const uint8_t *data;
  gsize size = take (input, input->size, &data);

  return g_strndup ((const char *) data, size);
}

/**
 * fuzz_check_error:
 * @understood: what a parser returned
 * @error: (nullable): why not
 *
 * Either it was understood, or it was refused in words of the program.
 */
void
fuzz_check_error (gboolean understood, const GError *error)
{
  g_assert (understood == (error == NULL));
  if (error == NULL)
    return;
  if (error->domain != RG_ERROR)
    g_error ("not in words of the program: %s", error->message);
  g_assert (g_utf8_validate (error->message, -1, NULL));
  g_assert (*error->message != '\0');
}
