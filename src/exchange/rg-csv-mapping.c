/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-mapping.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "rg-csv-notation.h"
#include "rg-csv-row.h"
#include "rg-error.h"
#include "rg-text.h"

#define FORMAT_VERSION 1
#define NONE -1

/* A heading, or a name of a target, ready to be compared. */
typedef struct
{
  char **words;
  char *compact; /* the words without anything between them */
  char *sorted;  /* the words that matter in the order of the alphabet */
  guint target;
  guint level; /* 1 for names and labels, 2 for aliases */
} Name;

struct _RgCsvMapping
{
  GPtrArray *headings; /* Name */
  char **texts;
  int *target_of;
  const RgCsvTarget *targets;
  guint n_targets;
};

static void
name_free (gpointer data)
{
  Name *name = data;

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

      if ((g_unichar_isupper (c) && (g_unichar_islower (before) || (g_unichar_isupper (before) && g_unichar_islower (after))))
          || (g_unichar_isdigit (c) && g_unichar_isalpha (before)))
        g_string_append_c (result, ' ');
      g_string_append_unichar (result, c);
      before = c;
    }
  return g_string_free (result, FALSE);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "number of the customer" is "customer number". */
static char *
sort_words (char **words)
{
  static const char *const small[] = { "a",   "an",  "da",  "das", "de", "del", "der", "des", "di",
                                       "die", "do",  "du",  "la",  "le", "of",  "the", NULL };
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (; *words != NULL; words++)
    if (!g_strv_contains (small, *words))
      g_ptr_array_add (sorted, *words);
  g_ptr_array_sort (sorted, compare_words);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (" ", (char **) sorted->pdata);
}

static Name *
name_new (const char *text,
          guint target,
          guint level)
{
  Name *name = g_new0 (Name, 1);
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
names_of (const RgCsvTarget *targets,
          guint n_targets)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (name_free);

  for (guint i = 0; i < n_targets; i++)
    {
      g_auto (GStrv) aliases = g_strsplit (targets[i].aliases != NULL ? targets[i].aliases : "", "|", -1);

      g_ptr_array_add (names, name_new (targets[i].name, i, 1));
      if (targets[i].label != NULL)
        g_ptr_array_add (names, name_new (targets[i].label, i, 1));
      for (char **alias = aliases; *alias != NULL; alias++)
        g_ptr_array_add (names, name_new (*alias, i, 2));
    }
  return names;
}

RgCsvMapping *
rg_csv_mapping_new (const char *const *headings,
                    const RgCsvTarget *targets,
                    guint n_targets)
{
  RgCsvMapping *self = g_new0 (RgCsvMapping, 1);
  guint n = g_strv_length ((char **) headings);

  self->texts = g_strdupv ((char **) headings);
  self->headings = g_ptr_array_new_with_free_func (name_free);
  self->target_of = g_new (int, n);
  self->targets = targets;
  self->n_targets = n_targets;
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->headings, name_new (headings[i], 0, 0));
      self->target_of[i] = NONE;
    }
  return self;
}

void
rg_csv_mapping_free (RgCsvMapping *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->headings);
  g_strfreev (self->texts);
  g_free (self->target_of);
  g_free (self);
}

/* ---- guessing ---- */

static gboolean
looks_like_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && strchr (at + 1, '@') == NULL && strchr (at, '.') != NULL;
}

static gboolean
looks_like (RgCsvKind kind,
            const char *text)
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
count_samples (const GPtrArray *samples,
               guint column,
               RgCsvKind kind,
               guint *n_filled)
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
may_be (const RgCsvMapping *self,
        const GPtrArray *samples,
        guint heading,
        guint target)
{
  guint n_filled;

  return count_samples (samples, heading, self->targets[target].kind, &n_filled) > 0 || n_filled == 0;
}

static gboolean
is_free (const RgCsvMapping *self,
         guint target)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (self->target_of[i] == (int) target)
      return FALSE;
  return TRUE;
}

static gboolean
matches (const Name *heading,
         const Name *name,
         guint level)
{
  if (name->compact[0] == '\0')
    return FALSE;
  if (level <= 2)
    return name->level == level && strcmp (heading->compact, name->compact) == 0;
  return name->sorted[0] != '\0' && strcmp (heading->sorted, name->sorted) == 0;
}

/* The first of several headings or targets that fit gets it. */
static void
guess_equal (RgCsvMapping *self,
             const GPtrArray *samples,
             const GPtrArray *names,
             guint level)
{
  for (guint i = 0; i < self->headings->len; i++)
    for (guint j = 0; j < names->len && self->target_of[i] == NONE; j++)
      {
        const Name *name = names->pdata[j];

        if (matches (self->headings->pdata[i], name, level) && is_free (self, name->target)
            && may_be (self, samples, i, name->target))
          self->target_of[i] = name->target;
      }
}

/* Is the heading one of the names, though the target has gone to another column? */
static gboolean
is_name (const Name *heading,
         const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    for (guint level = 1; level <= 3; level++)
      if (matches (heading, names->pdata[i], level))
        return TRUE;
  return FALSE;
}

/* "Mail address" is no postal address when there are e-mail addresses under it. */
static gboolean
are_emails (const GPtrArray *samples,
            guint heading)
{
  guint n_filled;

  return count_samples (samples, heading, RG_CSV_KIND_EMAIL, &n_filled) == n_filled && n_filled > 0;
}

/* The free target that the heading has the longest ending of, NONE if there is none or more than one. */
static int
find_ending (const RgCsvMapping *self,
             const GPtrArray *samples,
             const GPtrArray *names,
             guint heading)
{
  const Name *name = self->headings->pdata[heading];
  gsize length = strlen (name->compact);
  gsize begin = 0;

  if (is_name (name, names) || are_emails (samples, heading))
    return NONE;
  for (char **word = name->words; *word != NULL; word++)
    {
      int found = NONE;

      begin += strlen (*word);
      if (begin == length)
        break;
      for (guint j = 0; j < names->len; j++)
        {
          const Name *other = names->pdata[j];

          if (strcmp (other->compact, name->compact + begin) != 0 || found == (int) other->target
              || !is_free (self, other->target) || !may_be (self, samples, heading, other->target))
            continue;
          if (found != NONE)
            return NONE;
          found = other->target;
        }
      if (found != NONE)
        return found;
    }
  return NONE;
}

static void
guess_endings (RgCsvMapping *self,
               const GPtrArray *samples,
               const GPtrArray *names)
{
  g_autofree int *claims = g_new (int, self->headings->len);

  for (guint i = 0; i < self->headings->len; i++)
    claims[i] = self->target_of[i] == NONE ? find_ending (self, samples, names, i) : NONE;
  for (guint i = 0; i < self->headings->len; i++)
    {
      guint n = 0;

      for (guint j = 0; j < self->headings->len; j++)
        n += claims[j] == claims[i];
      if (claims[i] != NONE && n == 1)
        self->target_of[i] = claims[i];
    }
}

static void
guess_emails (RgCsvMapping *self,
              const GPtrArray *samples)
{
  int heading = NONE, target = NONE;

  for (guint i = 0; i < self->n_targets; i++)
    if (self->targets[i].kind == RG_CSV_KIND_EMAIL && is_free (self, i))
      {
        if (target != NONE)
          return;
        target = i;
      }
  for (guint i = 0; i < self->headings->len; i++)
    {
      if (self->target_of[i] != NONE || !are_emails (samples, i))
        continue;
      if (heading != NONE)
        return;
      heading = i;
    }
  if (heading != NONE && target != NONE)
    self->target_of[heading] = target;
}

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

/* ---- reading and changing ---- */

int
rg_csv_mapping_get (const RgCsvMapping *self,
                    guint heading)
{
  g_return_val_if_fail (heading < self->headings->len, NONE);

  return self->target_of[heading];
}

static int
find_target (const RgCsvMapping *self,
             const char *name)
{
  for (guint i = 0; i < self->n_targets; i++)
    if (strcmp (self->targets[i].name, name) == 0)
      return i;
  return NONE;
}

int
rg_csv_mapping_find (const RgCsvMapping *self,
                     const char *target)
{
  int index = find_target (self, target);

  for (guint i = 0; index != NONE && i < self->headings->len; i++)
    if (self->target_of[i] == index)
      return i;
  return NONE;
}

int
rg_csv_mapping_set (RgCsvMapping *self,
                    guint heading,
                    int target)
{
  int loser = NONE;

  g_return_val_if_fail (heading < self->headings->len, NONE);
  g_return_val_if_fail (target >= NONE && target < (int) self->n_targets, NONE);

  for (guint i = 0; target != NONE && i < self->headings->len; i++)
    if (i != heading && self->target_of[i] == target)
      {
        self->target_of[i] = NONE;
        loser = i;
      }
  self->target_of[heading] = target;
  return loser;
}

guint
rg_csv_mapping_get_n_mapped (const RgCsvMapping *self)
{
  guint n = 0;

  for (guint i = 0; i < self->headings->len; i++)
    n += self->target_of[i] != NONE;
  return n;
}

/* ---- keeping ---- */

char *
rg_csv_mapping_to_json (const RgCsvMapping *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, FORMAT_VERSION);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->headings->len; i++)
    {
      g_autofree char *heading = g_utf8_make_valid (self->texts[i], -1);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "heading");
      json_builder_add_string_value (builder, heading);
      json_builder_set_member_name (builder, "field");
      if (self->target_of[i] == NONE)
        json_builder_add_null_value (builder);
      else
        json_builder_add_string_value (builder, self->targets[self->target_of[i]].name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* The columns of a stored mapping, once it is known to be one. */
static JsonArray *
check_json (JsonNode *root,
            GError **error)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;
  JsonNode *columns = object != NULL ? json_object_get_member (object, "columns") : NULL;
  JsonArray *array;

  if (version != NULL && json_node_get_value_type (version) == G_TYPE_INT64
      && json_node_get_int (version) > FORMAT_VERSION)
    {
      g_set_error_literal (error, RG_ERROR, RG_ERROR_NEWER,
                           _ ("These saved columns were written by a newer version of Regulars."));
      return NULL;
    }
  if (version == NULL || json_node_get_value_type (version) != G_TYPE_INT64 || columns == NULL
      || !JSON_NODE_HOLDS_ARRAY (columns))
    goto invalid;

  array = json_node_get_array (columns);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonNode *field;

      if (!JSON_NODE_HOLDS_OBJECT (element) || get_string (json_node_get_object (element), "heading") == NULL)
        goto invalid;
      field = json_object_get_member (json_node_get_object (element), "field");
      if (field != NULL && !JSON_NODE_HOLDS_NULL (field) && json_node_get_value_type (field) != G_TYPE_STRING)
        goto invalid;
    }
  return array;

invalid:
  g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("These are no saved columns of an import."));
  return NULL;
}

/* Gives the stored columns to headings in order, so that the second "Name" is the second "Name". */
static guint
apply_json (RgCsvMapping *self,
            JsonArray *columns)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->headings->len);
  guint n_lost = 0;

  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);
      const char *field = get_string (column, "field");
      Name *name = name_new (get_string (column, "heading"), 0, 0);
      int target = field != NULL ? find_target (self, field) : NONE;
      guint heading = 0;

      while (heading < self->headings->len
             && (taken[heading] || strcmp (((Name *) self->headings->pdata[heading])->compact, name->compact) != 0))
        heading++;
      if (heading < self->headings->len)
        taken[heading] = TRUE;
      if (target != NONE && heading < self->headings->len && is_free (self, target))
        self->target_of[heading] = target;
      else
        n_lost += field != NULL;
      name_free (name);
    }
  return n_lost;
}

RgCsvMapping *
rg_csv_mapping_from_json (const char *json,
                          const char *const *headings,
                          const RgCsvTarget *targets,
                          guint n_targets,
                          guint *n_lost,
                          GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (RgCsvMapping) self = NULL;
  JsonArray *columns;
  guint lost;

  g_return_val_if_fail (json != NULL, NULL);

  if (!json_parser_load_from_data (parser, json, -1, NULL))
    {
      g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("These are no saved columns of an import."));
      return NULL;
    }
  columns = check_json (json_parser_get_root (parser), error);
  if (columns == NULL)
    return NULL;

  self = rg_csv_mapping_new (headings, targets, n_targets);
  lost = apply_json (self, columns);
  if (n_lost != NULL)
    *n_lost = lost;
  return g_steal_pointer (&self);
}
