/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-input.h"

#include <stdio.h>
#include <string.h>

/* fuzz-… [--seconds=N] [--seed=N] FILE|FOLDER…
 *
 * A main for the fuzz entries where there is no libFuzzer: gives each file to the entry, then for some
 * seconds files with random damage. An input that ends the program is left behind as crash-input in the
 * current folder. */

#define MAX_SIZE (256 * 1024)
#define CRASH_INPUT "crash-input"

static int seconds = 0;
static int seed = 0;

static const GOptionEntry entries[] = {
  { "seconds", 0, 0, G_OPTION_ARG_INT, &seconds, "How long to make up inputs", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Where chance begins", "N" },
  { NULL },
};

static void
add_files (GPtrArray *inputs, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL)
    {
      char *contents;
      gsize length;

      if (g_file_get_contents (path, &contents, &length, NULL))
        g_ptr_array_add (inputs, g_bytes_new_take (contents, length));
      else
        g_printerr ("can't read %s\n", path);
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      add_files (inputs, child);
    }
}

/* One change: a byte, a bit, a piece left out, doubled, taken from another input, or a byte that means
 * something. */
static void
damage (GByteArray *input, GPtrArray *inputs, GRand *chance)
{
  static const char special[] = "\",;\t|\n\r \0\xff\xfe'=-0.";
  guint at = input->len > 0 ? g_rand_int_range (chance, 0, input->len) : 0;
  guint wanted = g_rand_int_range (chance, 1, 64);
  guint length = MIN (wanted, input->len - at);
  guint8 byte;

  switch (g_rand_int_range (chance, 0, 6))
    {
    case 0:
      byte = special[g_rand_int_range (chance, 0, sizeof special)];
      if (input->len > 0)
        input->data[at] = byte;
      else
        g_byte_array_append (input, &byte, 1);
      break;
    case 1:
      if (input->len > 0)
        input->data[at] ^= 1 << g_rand_int_range (chance, 0, 8);
      break;
    case 2:
      if (length > 0)
        g_byte_array_remove_range (input, at, length);
      break;
    case 3:
      {
        g_autofree guint8 *piece = g_memdup2 (input->data + at, length);

        g_byte_array_append (input, piece, length);
        break;
      }
    case 4:
      {
        GBytes *other = inputs->pdata[g_rand_int_range (chance, 0, inputs->len)];

        if (input->len + g_bytes_get_size (other) < MAX_SIZE)
          g_byte_array_append (input, g_bytes_get_data (other, NULL), g_bytes_get_size (other));
        break;
      }
    default:
      {
        guint times = g_rand_int_range (chance, 1, 8);

        byte = special[g_rand_int_range (chance, 0, sizeof special)];
        while (times-- > 0)
          g_byte_array_append (input, &byte, 1);
        if (length > 0)
          memmove (input->data + at + 1, input->data + at, input->len - at - 1);
        break;
      }
    }
}

static guint
make_up (GPtrArray *inputs)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  gint64 end = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  guint n = 0;

  for (; g_get_monotonic_time () < end; n++)
    {
      GBytes *from = inputs->pdata[g_rand_int_range (chance, 0, inputs->len)];
      g_autoptr (GByteArray) input = g_byte_array_new ();

      g_byte_array_append (input, g_bytes_get_data (from, NULL), g_bytes_get_size (from));
      for (guint times = g_rand_int_range (chance, 1, 12); times > 0; times--)
        damage (input, inputs, chance);
      g_file_set_contents_full (CRASH_INPUT, (const char *) input->data, input->len, G_FILE_SET_CONTENTS_NONE, 0666,
                                NULL);
      LLVMFuzzerTestOneInput (input->data, input->len);
    }
  remove (CRASH_INPUT);
  return n;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE|FOLDER…");
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  for (int i = 1; i < argc; i++)
    add_files (inputs, argv[i]);
  if (inputs->len == 0)
    g_ptr_array_add (inputs, g_bytes_new (NULL, 0));

  LLVMFuzzerInitialize (&argc, &argv);
  for (guint i = 0; i < inputs->len; i++)
    {
      gsize size;
      const uint8_t *data = g_bytes_get_data (inputs->pdata[i], &size);

      LLVMFuzzerTestOneInput (data != NULL ? data : (const uint8_t *) "", size);
    }
  if (seconds > 0)
    n = make_up (inputs);
  g_print ("%s: %u files and %u made up\n", g_get_prgname (), inputs->len, n);
  return 0;
}
