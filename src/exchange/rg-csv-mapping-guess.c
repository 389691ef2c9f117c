/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-mapping-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-csv-notation.h"
#include "rg-csv-row.h"
#include "rg-error.h"
#include "rg-text.h"

/**
 * rg_csv_name_free:
 * @name: (transfer full): a name
 */
void
rg_csv_name_free (RgCsvName *name)
{
  g_strfreev (name->words);
  g_free (name->compact);
  g_free (name->sorted);
  g_free (name);
}

/* "companyName" → "company Name", "customerIDNumber" → "customer ID Number", "line2" → "line 2". */
static char *
split_humps (const char *text)
{
  GString *result = g_string_new (NULL);
  gunichar before = ' ';

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gunichar after = g_utf8_get_char (g_utf8_next_char (at));

      if ((g_unichar_isupper (c)
           && (g_unichar_islower (before) || (g_unichar_isupper (before) && g_unichar_islower (after))))
          || (g_unichar_isdigit (c) && g_unichar_isalpha (before)))
        g_string_append_c (result, ' ');
      g_string_append_unichar (result, c);
      before = c;
    }
  return g_string_free (result, FALSE);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "number of the customer" is "customer number". */
static char *
sort_words (char **words)
{
  static const char *const small[]
    = { "a", "an", "da", "das", "de", "del", "der", "des", "di", "die", "do", "du", "la", "le", "of", "the", NULL };
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (; *words != NULL; words++)
    if (!g_strv_contains (small, *words))
      g_ptr_array_add (sorted, *words);
  g_ptr_array_sort (sorted, compare_words);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (" ", (char **) sorted->pdata);
}

/**
 * rg_csv_name_new:
 *
 * Returns: (transfer full): @text, which need not be valid UTF-8, as a name
 */
RgCsvName *
rg_csv_name_new (const char *text, guint target, guint level)
{
  RgCsvName *name = g_new0 (RgCsvName, 1);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *split = split_humps (valid);
  g_autofree char *folded = rg_text_fold (split);

  name->words = rg_text_words (folded);
  name->compact = g_strjoinv ("", name->words);
  name->sorted = sort_words (name->words);
  name->target = target;
  name->level = level;
  return name;
}

/* All names of all targets, those with the least level first within a target. */
static GPtrArray *
names_of (const RgCsvTarget *targets, guint n_targets)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) rg_csv_name_free);

  for (guint i = 0; i < n_targets; i++)
    {
      g_auto (GStrv) aliases = g_strsplit (targets[i].aliases != NULL ? targets[i].aliases : "", "|", -1);

      g_ptr_array_add (names, rg_csv_name_new (targets[i].name, i, 1));
      if (targets[i].label != NULL)
        g_ptr_array_add (names, rg_csv_name_new (targets[i].label, i, 1));
      for (char **alias = aliases; *alias != NULL; alias++)
        g_ptr_array_add (names, rg_csv_name_new (*alias, i, 2));
    }
  return names;
}

static gboolean
looks_like_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && strchr (at + 1, '@') == NULL && strchr (at, '.') != NULL;
}

static gboolean
looks_like (RgCsvKind kind, const char *text)
{
  RgCsvNumberEvidence evidence = { 0 };

  switch (kind)
    {
    case RG_CSV_KIND_EMAIL:
      return looks_like_email (text);
    case RG_CSV_KIND_NUMBER:
      return rg_csv_number_evidence_add (&evidence, text);
    case RG_CSV_KIND_DATE:
    case RG_CSV_KIND_PHONE:
      return strpbrk (text, "0123456789") != NULL;
    case RG_CSV_KIND_TEXT:
    default:
      return TRUE;
    }
}

/* How many samples of a column are filled, and how many of these are of a kind. */
static guint
count_samples (const GPtrArray *samples, guint column, RgCsvKind kind, guint *n_filled)
{
  guint n = 0;

  *n_filled = 0;
  for (guint i = 0; samples != NULL && i < samples->len; i++)
    {
      const char *text = rg_csv_row_get (samples->pdata[i], column);

      if (text[strspn (text, " \t")] == '\0')
        continue;
      (*n_filled)++;
      n += looks_like (kind, text);
    }
  return n;
}

static gboolean
may_be (const RgCsvMapping *self, const GPtrArray *samples, guint heading, guint target)
{
  guint n_filled;

  return count_samples (samples, heading, self->targets[target].kind, &n_filled) > 0 || n_filled == 0;
}

static gboolean
matches (const RgCsvName *heading, const RgCsvName *name, guint level)
{
  if (name->compact[0] == '\0')
    return FALSE;
  if (level <= 2)
    return name->level == level && strcmp (heading->compact, name->compact) == 0;
  return name->sorted[0] != '\0' && strcmp (heading->sorted, name->sorted) == 0;
}

/* The first of several headings or targets that fit gets it. */
static void
guess_equal (RgCsvMapping *self, const GPtrArray *samples, const GPtrArray *names, guint level)
{
  for (guint i = 0; i < self->headings->len; i++)
    for (guint j = 0; j < names->len && self->target_of[i] == RG_CSV_NO_TARGET; j++)
      {
        const RgCsvName *name = names->pdata[j];

        if (matches (self->headings->pdata[i], name, level) && rg_csv_mapping_is_free (self, name->target)
            && may_be (self, samples, i, name->target))
          self->target_of[i] = name->target;
      }
}

/* Is the heading one of the names, though the target has gone to another column? */
static gboolean
is_name (const RgCsvName *heading, const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    for (guint level = 1; level <= 3; level++)
      if (matches (heading, names->pdata[i], level))
        return TRUE;
  return FALSE;
}

/* "Mail address" is no postal address when there are e-mail addresses under it. */
static gboolean
are_emails (const GPtrArray *samples, guint heading)
{
  guint n_filled;

  return count_samples (samples, heading, RG_CSV_KIND_EMAIL, &n_filled) == n_filled && n_filled > 0;
}

/* The free target that the heading has the longest ending of, RG_CSV_NO_TARGET if there is none or more than
 * one. */
static int
find_ending (const RgCsvMapping *self, const GPtrArray *samples, const GPtrArray *names, guint heading)
{
  const RgCsvName *name = self->headings->pdata[heading];
  gsize length = strlen (name->compact);
  gsize begin = 0;

  if (is_name (name, names) || are_emails (samples, heading))
    return RG_CSV_NO_TARGET;
  for (char **word = name->words; *word != NULL; word++)
    {
      int found = RG_CSV_NO_TARGET;

      begin += strlen (*word);
      if (begin == length)
        break;
      for (guint j = 0; j < names->len; j++)
        {
          const RgCsvName *other = names->pdata[j];

          if (strcmp (other->compact, name->compact + begin) != 0 || found == (int) other->target
              || !rg_csv_mapping_is_free (self, other->target) || !may_be (self, samples, heading, other->target))
            continue;
          if (found != RG_CSV_NO_TARGET)
            return RG_CSV_NO_TARGET;
          found = other->target;
        }
      if (found != RG_CSV_NO_TARGET)
        return found;
    }
  return RG_CSV_NO_TARGET;
}

static void
guess_endings (RgCsvMapping *self, const GPtrArray *samples, const GPtrArray *names)
{
  g_autofree int *claims = g_new (int, self->headings->len);

  for (guint i = 0; i < self->headings->len; i++)
    claims[i] = self->target_of[i] == RG_CSV_NO_TARGET ? find_ending (self, samples, names, i) : RG_CSV_NO_TARGET;
  for (guint i = 0; i < self->headings->len; i++)
    {
      guint n = 0;

      for (guint j = 0; j < self->headings->len; j++)
        n += claims[j] == claims[i];
      if (claims[i] != RG_CSV_NO_TARGET && n == 1)
        self->target_of[i] = claims[i];
    }
}

static void
guess_emails (RgCsvMapping *self, const GPtrArray *samples)
{
  int heading = RG_CSV_NO_TARGET, target = RG_CSV_NO_TARGET;

  for (guint i = 0; i < self->n_targets; i++)
    if (self->targets[i].kind == RG_CSV_KIND_EMAIL && rg_csv_mapping_is_free (self, i))
      {
        if (target != RG_CSV_NO_TARGET)
          return;
        target = i;
      }
  for (guint i = 0; i < self->headings->len; i++)
    {
      if (self->target_of[i] != RG_CSV_NO_TARGET || !are_emails (samples, i))
        continue;
      if (heading != RG_CSV_NO_TARGET)
        return;
      heading = i;
    }
  if (heading != RG_CSV_NO_TARGET && target != RG_CSV_NO_TARGET)
    self->target_of[heading] = target;
}

/**
 * rg_csv_mapping_guess:
 * @headings: as for rg_csv_mapping_new()
 * @samples: (nullable) (element-type RgCsvRow): some rows of the file
 * @targets: as for rg_csv_mapping_new()
 * @n_targets: how many
 *
 * Headings are compared without regard to case, accents, punctuation and the ways of writing words together:
 * "companyName", "Company Name" and "company_name" are the same. In this order, each field going to one
 * column only:
 *
 * 1. the heading is a field's name or label;
 * 2. it is one of its aliases;
 * 3. it has the words of one of these in another order ("number of customer");
 * 4. it ends in one of these ("ship postal code"), if one field has the longest such ending and no other
 * heading lays claim to that field, and its samples are not all e-mail addresses;
 * 5. whatever the heading, all samples are e-mail addresses, and there is one such column and one such field.
 *
 * At 1 to 3 the first of several equal headings gets the field. What does not fit stays unmapped.
 *
 * Returns: (transfer full): a mapping
 */
RgCsvMapping *
rg_csv_mapping_guess (const char *const *headings,
                      const GPtrArray *samples,
                      const RgCsvTarget *targets,
                      guint n_targets)
{
  RgCsvMapping *self = rg_csv_mapping_new (headings, targets, n_targets);
  g_autoptr (GPtrArray) names = names_of (targets, n_targets);

  for (guint level = 1; level <= 3; level++)
    guess_equal (self, samples, names, level);
  guess_endings (self, samples, names);
  guess_emails (self, samples);
  return self;
}

/**
 * rg_csv_headings_check:
 * @headings: a file's headings, %NULL-terminated
 * @error: where to put what is wrong: %RG_ERROR_INVALID
 *
 * No column is called like an email address: a file that begins so has no headings, and its first row would be lost.
 *
 * Returns: whether they may be headings
 */
gboolean
rg_csv_headings_check (const char *const *headings, GError **error)
{
  for (guint i = 0; headings[i] != NULL; i++)
    if (looks_like_email (headings[i]) && strpbrk (headings[i], " \t") == NULL)
      {
        g_set_error (error, RG_ERROR, RG_ERROR_INVALID,
                     _ ("The first line has to name the columns, but “%s” is no name. Add a line with names above it."),
                     headings[i]);
        return FALSE;
      }
  return TRUE;
}
