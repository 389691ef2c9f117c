/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-shell-results.h"

#include "rg-future.h"
#include "rg-lookup.h"
#include "rg-search.h"

/* The questions of the desktop's search, as jobs of the reader. A result is called by the number of its customer. */

/* The desktop shows five. */
#define MOST 10

/* What it takes of ids and words; nobody types more. */
#define MOST_IDS 50
#define MOST_TEXT 200

typedef struct
{
  RgDesk *desk;
  char *text;
  GStrv ids;
  GVariant *answer;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->desk);
  g_free (question->text);
  g_strfreev (question->ids);
  g_clear_pointer (&question->answer, g_variant_unref);
  g_free (question);
}

/* Those who left come too: who asks for somebody by name wants to find them. */
static GObject *
search (RgDb *db, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);
  g_autoptr (GPtrArray) customers = NULL;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  filter->text = g_strdup (question->text);
  filter->any_status = TRUE;
  customers = rg_search_page (db, filter, 0, 0, MOST, error);
  if (customers == NULL)
    return NULL;
  for (guint i = 0; i < customers->len; i++)
    g_variant_builder_add_value (&builder, g_variant_new_take_string (g_strdup_printf (
                                             "%" G_GINT64_FORMAT, ((RgCustomer *) customers->pdata[i])->number)));
  question->answer = g_variant_ref_sink (g_variant_builder_end (&builder));
  return NULL;
}

static char *
make_description (RgCustomer *customer)
{
  const char *status = customer->status != RG_CUSTOMER_STATUS_ACTIVE
                         ? rg_words_get_label (&rg_customer_status_words, customer->status)
                         : NULL;
  const char *business = customer->first_name != NULL || customer->last_name != NULL ? customer->business_name : NULL;

  return g_strdup_printf ("#%" G_GINT64_FORMAT "%s%s%s%s", customer->number, business != NULL ? " · " : "",
                          business != NULL ? business : "", status != NULL ? " · " : "", status != NULL ? status : "");
}

static GObject *
describe (RgDb *db, gpointer data, GError **error)
{
  Question *question = data;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GIcon) icon = g_themed_icon_new ("avatar-default-symbolic");

  for (guint i = 0; question->ids[i] != NULL && i < MOST_IDS; i++)
    {
      gint64 number = 0;
      g_autoptr (RgCustomer) customer = NULL;
      g_autofree char *name = NULL;

      /* Who is gone since is left out. */
      if (g_ascii_string_to_signed (question->ids[i], 10, 1, G_MAXINT64, &number, NULL))
        customer = rg_lookup_customer (db, number, NULL);
      if (customer == NULL)
        continue;
      name = rg_customer_dup_display_name (customer);
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&builder, "{sv}", "id", g_variant_new_string (question->ids[i]));
      g_variant_builder_add (&builder, "{sv}", "name", g_variant_new_string (name));
      g_variant_builder_add (&builder, "{sv}", "description", g_variant_new_take_string (make_description (customer)));
      g_variant_builder_add (&builder, "{sv}", "icon", g_icon_serialize (icon));
      g_variant_builder_close (&builder);
    }
  question->answer = g_variant_ref_sink (g_variant_builder_end (&builder));
  return NULL;
}

static DexFuture *
make_answer (DexFuture *job, Question *question)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!dex_await (job, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  g_value_init (&value, G_TYPE_VARIANT);
  g_value_set_variant (&value, question->answer);
  return dex_future_new_for_value (&value);
}

static DexFuture *
search_fiber (gpointer unused, gpointer data)
{
  Question *question = data;

  /* What was typed meanwhile makes this one needless. */
  return make_answer (rg_store_read_newest (rg_desk_get_store (question->desk), "shell", search, question, NULL),
                      question);
}

static DexFuture *
describe_fiber (gpointer unused, gpointer data)
{
  Question *question = data;

  return make_answer (rg_desk_read (question->desk, describe, question, NULL), question);
}

/**
 * rg_shell_results_search:
 * @desk: a desk
 * @terms: the words that were typed
 *
 * Returns: (transfer full): a future for the ids of who is found, as a #GVariant of type "as"
 */
DexFuture *
rg_shell_results_search (RgDesk *desk, const char *const *terms)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *text = g_strjoinv (" ", (GStrv) terms);

  question->desk = g_object_ref (desk);
  question->text = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_TEXT));
  return rg_future_spawn (NULL, search_fiber, question, question_free);
}

/**
 * rg_shell_results_describe:
 * @desk: a desk
 * @ids: ids of results
 *
 * Returns: (transfer full): a future for their name, description and icon, as a #GVariant of type "aa{sv}"
 */
DexFuture *
rg_shell_results_describe (RgDesk *desk, const char *const *ids)
{
  Question *question = g_new0 (Question, 1);

  question->desk = g_object_ref (desk);
  question->ids = g_strdupv ((GStrv) ids);
  return rg_future_spawn (NULL, describe_fiber, question, question_free);
}
