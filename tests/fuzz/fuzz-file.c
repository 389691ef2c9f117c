/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-sample.h"

#include <glib/gstdio.h>

#include "rg-check.h"
#include "rg-customer-question.h"
#include "rg-history.h"
#include "test-desk.h"

/* A file with some of its bytes changed: it is opened and worked with, or it is said what is wrong with it. */

#define MAX_CHANGES 64

static GBytes *sample;
static char *path;

/* Either it was done, or it is told in words why not. */
static gboolean
await (DexFuture *future, GValue *value)
{
  g_autoptr (GError) error = NULL;
  gboolean done = value != NULL ? rg_future_wait_value (future, value, &error) : rg_future_wait (future, &error);

  fuzz_check_error (done, error);
  return done;
}

static GObject *
read_customers (RgDb *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  return rg_check_file (db, findings, error) ? rg_customer_question_read (db, data, error) : NULL;
}

static void
work (RgDesk *desk)
{
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", "a", "any-status", TRUE, NULL);
  RgCustomerQuestion *question = rg_customer_question_new (filter);
  gint64 customer_id = 0;

  question->first = TRUE;
  if (await (rg_desk_read (desk, read_customers, question, NULL), NULL) && question->customers != NULL
      && question->customers->len > 0)
    customer_id = rg_record_get_id (question->customers->pdata[0]);
  rg_customer_question_unref (question);
  await (rg_history_of_customer (desk, customer_id, 0, 50), NULL);
  await (rg_desk_undo_last (desk), NULL);
  await (rg_desk_redo_last (desk), NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  FuzzInput input = { data, size };
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean read_only;
  gsize length;

  if (sample == NULL)
    {
      g_autofree char *dir = test_dir_new ();

      path = fuzz_sample_make (dir);
      if (!g_file_get_contents (path, &contents, &length, &error))
        g_error ("%s", error->message);
      sample = g_bytes_new_take (g_steal_pointer (&contents), length);
    }
  length = g_bytes_get_size (sample);
  contents = g_memdup2 (g_bytes_get_data (sample, NULL), length);
  read_only = fuzz_take_below (&input, 2) == 1;
  if (fuzz_take_below (&input, 8) == 1)
    length = (guint64) fuzz_take_int (&input) % length;
  for (guint i = 0; i < MAX_CHANGES && input.size > 0; i++)
    {
      gsize at = (guint64) fuzz_take_int (&input) % g_bytes_get_size (sample);

      contents[at] = (char) fuzz_take_below (&input, 256);
    }
  if (!g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_error ("%s", error->message);

  if (await (rg_desk_open (path, read_only), &value))
    {
      g_autoptr (RgDesk) desk = g_value_dup_object (&value);

      work (desk);
      await (rg_desk_close (desk), NULL);
    }
  {
    g_autofree char *dir = g_path_get_dirname (path);

    test_dir_remove (dir); /* what it left beside the file too */
    g_mkdir (dir, 0700);
  }
  return 0;
}
