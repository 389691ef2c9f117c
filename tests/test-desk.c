/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include <glib/gstdio.h>

#include "rg-check.h"
#include "rg-customer-data.h"
#include "rg-customer.h"

/**
 * test_dir_new:
 *
 * Returns: (transfer full): a new folder for the files of a test
 */
char *
test_dir_new (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("regulars-test-XXXXXX", &error);

  g_assert_no_error (error);
  return dir;
}

/**
 * test_dir_remove:
 * @dir: a folder that test_dir_new() made; it goes with all that is in it
 */
void
test_dir_remove (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        test_dir_remove (path);
      else
        g_remove (path);
    }
  g_rmdir (dir);
}

/**
 * test_desk_open:
 * @path: a file; made when it is not there
 *
 * Returns: (transfer full): the desk on it
 */
RgDesk *
test_desk_open (const char *path)
{
  return test_await_object (rg_desk_open (path, FALSE));
}

/**
 * test_desk_new:
 *
 * Returns: (transfer full): a desk on a new file in a folder of its own, with its System Administrator signed
 * in; free with test_desk_free()
 */
RgDesk *
test_desk_new (void)
{
  g_autofree char *dir = test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "test.regulars", NULL);

  return test_desk_open (path);
}

/**
 * test_desk_reopen:
 * @desk: (transfer full): a desk
 *
 * Returns: (transfer full): another on the same file, as after a restart of the program
 */
RgDesk *
test_desk_reopen (RgDesk *desk)
{
  g_autofree char *path = g_strdup (test_desk_get_path (desk));

  test_await (rg_desk_close (desk));
  g_object_unref (desk);
  return test_desk_open (path);
}

/**
 * test_desk_free:
 * @desk: (transfer full): a desk; its folder is removed
 */
void
test_desk_free (RgDesk *desk)
{
  g_autofree char *dir = g_path_get_dirname (test_desk_get_path (desk));

  test_await (rg_desk_close (desk));
  g_object_unref (desk);
  test_dir_remove (dir);
}

/**
 * test_desk_get_path:
 * @desk: a desk
 *
 * Returns: its file
 */
const char *
test_desk_get_path (RgDesk *desk)
{
  return rg_store_get_path (rg_desk_get_store (desk));
}

/**
 * test_perform_ok:
 * @desk: a desk
 * @act: (transfer full): what must succeed
 *
 * Returns: (transfer full): the act as it was done
 */
RgAct *
test_perform_ok (RgDesk *desk, RgAct *act)
{
  RgAct *done = test_await_object (rg_desk_perform (desk, act));

  g_object_unref (act);
  return done;
}

/**
 * test_perform:
 * @desk: a desk
 * @act: (transfer full): what must succeed
 */
void
test_perform (RgDesk *desk, RgAct *act)
{
  g_object_unref (test_perform_ok (desk, act));
}

/**
 * test_perform_fails_with:
 * @desk: a desk
 * @act: (transfer full): what must be refused
 * @code: with this #RgError
 *
 * Returns: (transfer full): the sentence it was refused with
 */
char *
test_perform_fails_with (RgDesk *desk, RgAct *act, int code)
{
  char *message = test_await_fails (rg_desk_perform (desk, act), code);

  g_object_unref (act);
  return message;
}

/**
 * test_why_not:
 * @desk: a desk
 * @act: (transfer none): what is asked about
 *
 * Returns: (transfer full) (element-type RgReason): everything that is in its way
 */
GPtrArray *
test_why_not (RgDesk *desk, RgAct *act)
{
  g_autoptr (RgAct) asked = test_await_object (rg_desk_why_not (desk, act));

  return g_ptr_array_ref (asked->reasons);
}

static gboolean
write_record (RgTxn *txn, gpointer data, GError **error)
{
  if (RG_IS_CUSTOMER (data) && RG_CUSTOMER (data)->number == 0
      && !rg_customer_next_number (rg_txn_get_db (txn), &RG_CUSTOMER (data)->number, error))
    return FALSE;
  return rg_txn_insert (txn, data, error);
}

/**
 * test_insert:
 * @desk: a desk
 * @record: what shall be on file, without an operation; gets its id, a customer also a number
 */
void
test_insert (RgDesk *desk, RgRecord *record)
{
  test_await (
    rg_store_write (rg_desk_get_store (desk), "test.insert", 0, write_record, g_object_ref (record), g_object_unref));
}

static gboolean
write_changes (RgTxn *txn, gpointer data, GError **error)
{
  return rg_txn_update (txn, data, error);
}

/**
 * test_update:
 * @desk: a desk
 * @record: what is on file, with other values; written without an operation
 */
void
test_update (RgDesk *desk, RgRecord *record)
{
  test_await (
    rg_store_write (rg_desk_get_store (desk), "test.update", 0, write_changes, g_object_ref (record), g_object_unref));
}

/**
 * test_customer_new:
 * @desk: a desk
 * @first_name: their name
 * @last_name: their name
 *
 * Returns: the id of a customer who is on file
 */
gint64
test_customer_new (RgDesk *desk, const char *first_name, const char *last_name)
{
  g_autoptr (RgCustomer) customer
    = g_object_new (RG_TYPE_CUSTOMER, "first-name", first_name, "last-name", last_name, "currency", "USD", NULL);

  test_insert (desk, RG_RECORD (customer));
  return rg_record_get_id (RG_RECORD (customer));
}

/**
 * test_staff_new:
 * @desk: a desk with an administrator signed in
 * @name: a name
 * @role: a role
 *
 * Returns: the id of a staff member without a PIN
 */
gint64
test_staff_new (RgDesk *desk, const char *name, RgRole role)
{
  g_autoptr (RgStaff) staff = g_object_new (RG_TYPE_STAFF, "name", name, "role", role, NULL);

  test_insert (desk, RG_RECORD (staff));
  return rg_record_get_id (RG_RECORD (staff));
}

/**
 * test_sign_in:
 * @desk: a desk
 * @staff_id: a staff member without a PIN
 */
void
test_sign_in (RgDesk *desk, gint64 staff_id)
{
  test_await (rg_desk_sign_in (desk, staff_id, NULL));
}

/**
 * test_sign_in_as:
 * @desk: a desk
 * @role: a role
 *
 * Signs a new staff member of @role in.
 *
 * Returns: their id
 */
gint64
test_sign_in_as (RgDesk *desk, RgRole role)
{
  gint64 id = test_staff_new (desk, rg_words_get (&rg_role_words, role), role);

  test_sign_in (desk, id);
  return id;
}

typedef struct
{
  const RgRecordType *type;
  gint64 id;
} Load;

static GObject *
read_record (RgDb *db, gpointer data, GError **error)
{
  Load *load = data;

  return (GObject *) rg_db_load (db, load->type, load->id, error);
}

/**
 * test_load:
 * @desk: a desk
 * @type: a record type
 * @id: must be on file
 *
 * Returns: (transfer full): the record as it is on file
 */
RgRecord *
test_load (RgDesk *desk, const RgRecordType *type, gint64 id)
{
  Load load = { type, id };

  return test_await_object (rg_desk_read (desk, read_record, &load, NULL));
}

typedef struct
{
  const char *sql;
  gint64 value;
} Question;

static GObject *
read_int (RgDb *db, gpointer data, GError **error)
{
  Question *question = data;

  rg_db_get_int (db, &question->value, error, question->sql, "");
  return NULL;
}

/**
 * test_query_int:
 * @desk: a desk
 * @sql: a query for one number
 *
 * Returns: the number
 */
gint64
test_query_int (RgDesk *desk, const char *sql)
{
  Question question = { sql, 0 };

  test_await (rg_desk_read (desk, read_int, &question, NULL));
  return question.value;
}

static GObject *
read_findings (RgDb *db, gpointer data, GError **error)
{
  rg_check_file (db, data, error);
  return NULL;
}

/**
 * test_check_file:
 * @desk: a desk whose file must be in order
 */
void
test_check_file (RgDesk *desk)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  test_await (rg_desk_read (desk, read_findings, findings, NULL));
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}
