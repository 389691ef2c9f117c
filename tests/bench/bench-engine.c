/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libdex.h>
#include <locale.h>

#include "rg-customer-profile.h"
#include "rg-customer-question.h"
#include "rg-future.h"
#include "rg-phone.h"
#include "rg-sample-people.h"
#include "rg-sample.h"
#include "rg-search.h"
#include "rg-text.h"
#include "times.h"

/* bench-engine FILE [search|open|note]: what the engine takes, beside the same work in bare SQLite on the
 * same file in the same run. Prints a figure a line: name, then milliseconds: p50 and p99 of ours, p50 and
 * p99 of the floor.
 *
 * What only reads is done in three rounds, and of each question the middle time counts: else p99 tells of what the
 * machine did besides. The first round finds the file as the one before left it in memory. */

#define PEOPLE 60 /* whose names, addresses and numbers are typed */
#define OPENED 1000
#define NOTES 400
#define TURN 100 /* notes */
#define ROUNDS 3

static void
print_figure (const char *name, GArray *ours, GArray *bare)
{
  g_print ("%s %.4f %.4f %.4f %.4f\n", name, times_get_percentile (ours, 50), times_get_percentile (ours, 99),
           times_get_percentile (bare, 50), times_get_percentile (bare, 99));
}

static gint64
now_nsec (void)
{
  return times_read_clock (CLOCK_MONOTONIC);
}

/* What this thread has had of the processor. */
static gint64
now_cpu_nsec (void)
{
  return times_read_clock (CLOCK_THREAD_CPUTIME_ID);
}

/* What all threads have had of it. */
static gint64
now_process_nsec (void)
{
  return times_read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

/* The same question for the full-text index alone: a page of rows, and how many there are when they are more. */
static char *
make_bare_match (const char *typed)
{
  g_auto (GStrv) phone = rg_phone_query_tokens (typed);
  g_autofree char *folded = rg_text_fold (typed);
  g_auto (GStrv) words = phone != NULL ? g_strdupv (phone) : rg_text_words (folded);
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      gboolean is_word
        = phone == NULL && (length == 1 || (length > RG_SEARCH_PREFIX && length <= RG_SEARCH_LONG_PREFIX));

      g_string_append_printf (match, "%s\"%s\"%s", i > 0 ? (phone != NULL ? " OR " : " AND ") : "", words[i],
                              is_word ? "" : "*");
    }
  return g_string_free_and_steal (g_steal_pointer (&match));
}

static void
run_bare (RgDb *db, const char *match)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgQuery) rows
    = rg_db_query (db, &error, "SELECT rowid FROM customer_search WHERE customer_search MATCH ? ORDER BY rowid LIMIT ?",
                   "ti", match, (gint64) RG_CUSTOMER_PAGE_SIZE);
  gint64 count = 0;

  while (rg_query_next (rows, &error))
    count++;
  if (count == RG_CUSTOMER_PAGE_SIZE)
    rg_db_get_int (db, &count, &error,
                   "SELECT count (*) FROM (SELECT 1 FROM customer_search WHERE customer_search MATCH ? LIMIT ?)", "ti",
                   match, (gint64) RG_CUSTOMER_COUNT_FIRST);
  g_assert_no_error (error);
}

/* What a keystroke asks of the reader's thread. */
static void
run_ours (RgDb *db, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", typed, NULL);
  RgCustomerQuestion *question = rg_customer_question_new (filter);

  question->first = TRUE;
  rg_customer_question_read (db, question, &error);
  rg_customer_question_unref (question);
  g_assert_no_error (error);
}

typedef struct
{
  char *typed;
  char *match; /* for bare SQLite */
} Question;

static void
question_clear (gpointer data)
{
  Question *question = data;

  g_free (question->typed);
  g_free (question->match);
}

/* Each beginning of @text is a question: one a keystroke. */
static void
type_text (GArray *questions, const char *text)
{
  for (const char *end = text; *end != '\0';)
    {
      Question question;

      end = g_utf8_next_char (end);
      question.typed = g_strndup (text, end - text);
      question.match = make_bare_match (question.typed);
      if (*question.match != '\0')
        g_array_append_val (questions, question);
      else
        question_clear (&question);
    }
}

/* The middle one of each question's times, which stand one round after the other. */
static GArray *
take_middle (GArray *times)
{
  guint n = times->len / ROUNDS;
  GArray *middle = times_new ();

  for (guint i = 0; i < n; i++)
    {
      gint64 of_one[ROUNDS];

      for (guint round = 0; round < ROUNDS; round++)
        of_one[round] = g_array_index (times, gint64, round * n + i);
      qsort (of_one, ROUNDS, sizeof of_one[0], times_compare);
      g_array_append_val (middle, of_one[ROUNDS / 2]);
    }
  return middle;
}

static void
print_rounds (const char *name, GArray *ours, GArray *bare)
{
  g_autoptr (GArray) our_middle = take_middle (ours);
  g_autoptr (GArray) bare_middle = take_middle (bare);

  print_figure (name, our_middle, bare_middle);
}

static void
ask (RgDb *db, GArray *questions, GArray *ours, GArray *bare, gint64 (*now) (void))
{
  for (guint i = 0; i < questions->len; i++)
    {
      Question *question = &g_array_index (questions, Question, i);
      guint first = ours->len % 2;

      /* Whichever comes second finds the pages in memory, so they take turns. */
      for (guint turn = 0; turn < 2; turn++)
        {
          gboolean is_ours = (turn + first) % 2 == 0;
          gint64 start = now ();

          if (is_ours)
            run_ours (db, question->typed);
          else
            run_bare (db, question->match);
          times_add (is_ours ? ours : bare, now () - start);
        }
      if (g_getenv ("RG_BENCH_VERBOSE") != NULL)
        g_printerr ("%-30s %.3f %.3f\n", question->typed, g_array_index (ours, gint64, ours->len - 1) / 1e6,
                    g_array_index (bare, gint64, bare->len - 1) / 1e6);
    }
}

/* Customers from all over the file, the same ones in each run. */
static GPtrArray *
pick_customers (RgDb *db, guint n)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);
  RgSampleRandom random = { 7 };
  gint64 least, most;

  g_assert_true (rg_db_get_int (db, &least, &error, "SELECT min (number) FROM customer", ""));
  g_assert_true (rg_db_get_int (db, &most, &error, "SELECT max (number) FROM customer", ""));
  while (picked->len < n)
    g_ptr_array_add (picked,
                     rg_db_select_one (db, &rg_customer_type, &error, "WHERE number >= ? ORDER BY number LIMIT 1", "i",
                                       least + rg_sample_below (&random, most - least + 1)));
  return picked;
}

static void
bench_search (RgDb *db)
{
  g_autoptr (GPtrArray) people = pick_customers (db, PEOPLE);
  g_autoptr (GArray) ours = times_new (), bare = times_new ();
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (Question));

  g_array_set_clear_func (questions, question_clear);
  for (guint i = 0; i < people->len; i++)
    {
      RgCustomer *customer = people->pdata[i];
      g_autofree char *text = NULL;
      g_autofree char *digits = NULL;

      switch (i % 6)
        {
        case 0:
          text = g_strdup_printf ("%s %s", customer->first_name, customer->last_name);
          break;
        case 1:
          text = g_strdup_printf ("%s %s", customer->last_name, customer->first_name);
          break;
        case 2:
          text = g_strdup (customer->email);
          break;
        case 3:
          text = g_strdup (customer->phone);
          break;
        case 4:
          digits = rg_phone_digits (customer->phone, NULL);
          text = g_strdup (digits + strlen (digits) - 5);
          break;
        default:
          text = i % 12 == 5 ? g_strdup_printf ("%" G_GINT64_FORMAT, customer->number) : g_strdup ("promo summer2026");
        }
      type_text (questions, text);
    }
  for (guint round = 0; round < ROUNDS; round++)
    ask (db, questions, ours, bare, now_nsec);
  print_rounds ("search", ours, bare);

  /* All of it is done on this thread, so that what it had of the processor is what it takes where nothing else runs. */
  g_array_set_size (ours, 0);
  g_array_set_size (bare, 0);
  for (guint round = 0; round < ROUNDS; round++)
    ask (db, questions, ours, bare, now_cpu_nsec);
  print_rounds ("search-cpu", ours, bare);
}

/* Every row of the first screen, read column by column and thrown away. */
static void
open_bare (RgDb *db, gint64 id)
{
  static const char *const queries[] = {
    "SELECT name, value FROM setting WHERE ?1 > 0",
    "SELECT * FROM customer WHERE id = ?1",
    "SELECT count (*), sum (total), sum (paid), min (delivery_day), max (delivery_day) FROM orders WHERE customer_id = "
    "?1 "
    "GROUP BY currency",
    "SELECT * FROM balance WHERE customer_id = ?1",
    "SELECT * FROM address WHERE customer_id = ?1 ORDER BY id DESC",
    "SELECT * FROM contact WHERE customer_id = ?1 ORDER BY id DESC",
    "SELECT * FROM note WHERE customer_id = ?1 ORDER BY id DESC",
    "SELECT * FROM orders WHERE customer_id = ?1 ORDER BY id DESC LIMIT 10",
    "SELECT * FROM cart_item c JOIN product p ON p.id = c.product_id WHERE c.customer_id = ?1 ORDER BY c.id DESC",
    "SELECT * FROM recurring_item r JOIN product p ON p.id = r.product_id WHERE r.customer_id = ?1 ORDER BY r.id DESC",
    "SELECT * FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE c.customer_id = ?1 ORDER BY c.id DESC",
    "SELECT l.*, o.number FROM ledger_entry l LEFT JOIN orders o ON o.id = l.order_id WHERE l.customer_id = ?1 "
    "ORDER BY l.id DESC",
    "SELECT * FROM payment_method WHERE customer_id = ?1 ORDER BY id DESC",
    "SELECT * FROM cancellation WHERE customer_id = ?1 ORDER BY id DESC",
    "SELECT * FROM picture WHERE owner_id = ?1",
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (RgQuery) query = rg_db_query (db, &error, queries[i], "i", id);

      g_assert_no_error (error);
      while (rg_query_next (query, &error))
        for (int column = 0; column < rg_query_get_n_columns (query); column++)
          rg_query_text (query, column);
      g_assert_no_error (error);
    }
}

static void
open_all (RgDesk *desk, RgDb *db, GPtrArray *people, const char *name, gint64 (*now) (void))
{
  g_autoptr (GArray) ours = times_new (), bare = times_new ();
  g_autoptr (RgCustomerProfile) profile = rg_customer_profile_new (desk);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < people->len * ROUNDS; i++)
    {
      gint64 id = rg_record_get_id (people->pdata[i % people->len]);

      for (guint turn = 0; turn < 2; turn++)
        {
          gboolean is_ours = (turn + i) % 2 == 0;
          gint64 start = now (), taken;

          if (is_ours)
            rg_future_wait (rg_customer_profile_load (profile, id), &error);
          else
            open_bare (db, id);
          taken = now () - start;
          g_assert_no_error (error);
          times_add (is_ours ? ours : bare, taken);
        }
    }
  print_rounds (name, ours, bare);
}

static void
bench_open (RgDesk *desk, RgDb *db)
{
  g_autoptr (GPtrArray) people = pick_customers (db, OPENED);

  open_all (desk, db, people, "open", now_nsec);
  open_all (desk, db, people, "open-cpu", now_process_nsec);
}

static RgNote *
make_note (gint64 customer_id, guint i)
{
  RgNote *note = g_object_new (RG_TYPE_NOTE, NULL);

  note->customer_id = customer_id;
  note->kind = RG_NOTE_KIND_PHONE;
  note->text = g_strdup_printf ("Called about order %u; wants it a day later and the eggs on top.", i);
  note->created_at = rg_time_now ();
  return note;
}

static gint64
add_note (RgDesk *desk, gint64 customer_id, guint i)
{
  g_autoptr (RgNote) note = make_note (customer_id, i);
  g_autoptr (RgAct) act = rg_act_new_record (&rg_note_add, RG_RECORD (note));
  g_autoptr (GError) error = NULL;
  gint64 start = now_nsec (), taken;

  act->customer_id = customer_id;
  rg_future_wait (rg_desk_perform (desk, act), &error);
  taken = now_nsec () - start;
  g_assert_no_error (error);
  return taken;
}

static gint64
add_note_bare (RgDb *db, gint64 customer_id, guint i)
{
  g_autoptr (RgNote) note = make_note (customer_id, i);
  g_autoptr (GError) error = NULL;
  gint64 start = now_nsec (), taken;

  rg_db_run (db, &error,
             "INSERT INTO note (customer_id, kind, text, created_at, recur_weekly) VALUES (?, 'phone', ?, ?, 0)", "iti",
             customer_id, note->text, note->created_at);
  taken = now_nsec () - start;
  g_assert_no_error (error);
  return taken;
}

/* In turns of many, since a connection reads its pages anew after another one has written. */
static void
bench_note (RgDesk *desk, const char *path)
{
  g_autoptr (GArray) ours = times_new (), bare = times_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RgDb) db = rg_db_open (path, RG_DB_READ_WRITE, &error);
  g_autoptr (GPtrArray) people = pick_customers (db, NOTES);

  for (guint begin = 0; begin < people->len; begin += TURN)
    for (guint turn = 0; turn < 2; turn++)
      for (guint i = begin; i < MIN (begin + TURN, people->len); i++)
        {
          gint64 id = rg_record_get_id (people->pdata[i]);

          if (turn == 0)
            times_add (ours, add_note (desk, id, i));
          else
            times_add (bare, add_note_bare (db, id, i));
        }
  print_figure ("note", ours, bare);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  RgDesk *desk;
  RgDb *db;

  setlocale (LC_ALL, "");
  dex_init ();
  if (argc < 2)
    return 2;
  db = rg_db_open (argv[1], RG_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  rg_search_bring_up_to_date (db, &error);
  g_assert_no_error (error);
  rg_db_close (db);
  if (!rg_future_wait_value (rg_desk_open (argv[1], FALSE), &value, &error))
    g_error ("%s", error->message);
  desk = g_value_get_object (&value);
  db = rg_db_open (argv[1], RG_DB_READ_ONLY, &error);
  g_assert_no_error (error);

  if (argc < 3 || g_str_equal (argv[2], "search"))
    bench_search (db);
  if (argc < 3 || g_str_equal (argv[2], "open"))
    bench_open (desk, db);
  rg_db_close (db);
  if (argc < 3 || g_str_equal (argv[2], "note"))
    bench_note (desk, argv[1]);
  return rg_future_wait (rg_desk_close (desk), NULL) ? 0 : 1;
}
