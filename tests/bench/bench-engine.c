/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libdex.h>
#include <locale.h>

#include "rg-customer-profile.h"
#include "rg-future.h"
#include "rg-phone.h"
#include "rg-sample-people.h"
#include "rg-sample.h"
#include "rg-search.h"
#include "rg-text.h"

/* bench-engine FILE [search|open|note]: what the engine takes, beside the same work in bare SQLite on the
 * same file in the same run. Prints a figure a line: name, then milliseconds: p50 and p99 of ours, p50 and
 * p99 of the floor (0 where there is none). */

#define PEOPLE 60 /* whose names, addresses and numbers are typed */
#define OPENED 1000
#define NOTES 400
#define PAGE 50
#define COUNTED 1000

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static double
get_percentile (GArray *times, guint percent)
{
  if (times->len == 0)
    return 0;
  g_array_sort (times, compare_times);
  return g_array_index (times, gint64, MIN ((times->len * percent + 99) / 100, times->len) - 1) / 1e6;
}

static void
print_figure (const char *name, GArray *ours, GArray *bare)
{
  g_print ("%s %.4f %.4f %.4f %.4f\n", name, get_percentile (ours, 50), get_percentile (ours, 99),
           get_percentile (bare, 50), get_percentile (bare, 99));
}

static gint64
now_nsec (void)
{
  struct timespec time;

  clock_gettime (g_getenv ("RG_BENCH_CPU") != NULL ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static GArray *
times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
add_time (GArray *times, gint64 start)
{
  gint64 taken = now_nsec () - start;

  g_array_append_val (times, taken);
}

/* The same question for the full-text index alone. */
static char *
make_bare_match (const char *typed)
{
  g_auto (GStrv) phone = rg_phone_query_tokens (typed);
  g_autofree char *folded = rg_text_fold (typed);
  g_auto (GStrv) words = phone != NULL ? g_strdupv (phone) : rg_text_words (folded);
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (match, "%s\"%s\"*", i > 0 ? (phone != NULL ? " OR " : " AND ") : "", words[i]);
  return g_string_free_and_steal (g_steal_pointer (&match));
}

static void
run_bare (RgDb *db, const char *match)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgQuery) rows = rg_db_query (
    db, &error, "SELECT rowid FROM customer_search WHERE customer_search MATCH ? ORDER BY rowid DESC LIMIT 50", "t",
    match);
  gint64 count;

  while (rg_query_next (rows, &error))
    ;
  rg_db_get_int (db, &count, &error,
                 "SELECT count (*) FROM (SELECT 1 FROM customer_search WHERE customer_search MATCH ? LIMIT 1000)", "t",
                 match);
  g_assert_no_error (error);
}

static void
run_ours (RgDb *db, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", typed, NULL);
  g_autoptr (GPtrArray) rows = rg_search_page (db, filter, 0, 0, PAGE, &error);
  guint count;

  rg_search_count (db, filter, COUNTED, &count, &error);
  g_assert_no_error (error);
}

typedef struct
{
  RgDb *db;
  GArray *ours;
  GArray *bare;
} Search;

/* Each beginning of @text is a question: one a keystroke. */
static void
type_text (Search *search, const char *text)
{
  for (const char *end = text; *end != '\0';)
    {
      g_autofree char *typed = NULL, *match = NULL;
      guint first = search->ours->len % 2;
      gint64 start;

      end = g_utf8_next_char (end);
      typed = g_strndup (text, end - text);
      match = make_bare_match (typed);
      if (*match == '\0')
        continue;
      /* Whichever comes second finds the pages in memory, so they take turns. */
      for (int turn = 0; turn < 2; turn++)
        if ((turn + first) % 2 == 0)
          {
            start = now_nsec ();
            run_ours (search->db, typed);
            add_time (search->ours, start);
          }
        else
          {
            start = now_nsec ();
            run_bare (search->db, match);
            add_time (search->bare, start);
          }
      if (g_getenv ("RG_BENCH_VERBOSE") != NULL)
        g_printerr ("%-30s %.3f %.3f\n", typed, g_array_index (search->ours, gint64, search->ours->len - 1) / 1e6,
                    g_array_index (search->bare, gint64, search->bare->len - 1) / 1e6);
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
  Search search = { db, ours, bare };

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
      type_text (&search, text);
    }
  print_figure ("search", ours, bare);
}

static void
bench_open (RgDesk *desk, RgDb *db)
{
  g_autoptr (GPtrArray) people = pick_customers (db, OPENED);
  g_autoptr (GArray) ours = times_new (), bare = times_new ();
  g_autoptr (RgCustomerProfile) profile = rg_customer_profile_new (desk);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < people->len; i++)
    {
      gint64 start = now_nsec ();

      rg_future_wait (rg_customer_profile_load (profile, rg_record_get_id (people->pdata[i])), &error);
      g_assert_no_error (error);
      add_time (ours, start);
    }
  print_figure ("open", ours, bare);
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

static void
bench_note (RgDesk *desk, const char *path)
{
  g_autoptr (GArray) ours = times_new (), bare = times_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RgDb) db = rg_db_open (path, RG_DB_READ_WRITE, &error);
  g_autoptr (GPtrArray) people = pick_customers (db, NOTES);

  for (guint i = 0; i < people->len; i++)
    {
      gint64 id = rg_record_get_id (people->pdata[i]);
      g_autoptr (RgNote) mine = make_note (id, i), theirs = make_note (id, i);
      g_autoptr (RgAct) act = rg_act_new_record (&rg_note_add, RG_RECORD (mine));
      gint64 start = now_nsec ();

      act->customer_id = id;
      rg_future_wait (rg_desk_perform (desk, act), &error);
      g_assert_no_error (error);
      add_time (ours, start);

      start = now_nsec ();
      rg_db_run (db, &error,
                 "INSERT INTO note (customer_id, kind, text, created_at, recur_weekly) VALUES (?, 'phone', ?, ?, 0)",
                 "iti", id, theirs->text, theirs->created_at);
      g_assert_no_error (error);
      add_time (bare, start);
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
