/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-help-page.h"

/* Reads the pages of the help, which are written in Mallard for the help viewer, for who has none. Knows what the pages
 * of Regulars use: paragraphs, steps, lists, keys, names of controls and links. */

G_DEFINE_FINAL_TYPE (RgHelpPage, rg_help_page, G_TYPE_OBJECT)

/* In the order in which they are listed. */
static const char *const ids[]
  = { "find",    "customer", "note",   "reminder", "order", "recurring", "cart",   "credit",  "address",
      "payment", "tag",      "cancel", "undo",     "staff", "import",    "backup", "desktop", "trouble" };

typedef struct
{
  GString *markup;
  GString *title;
  GString *summary;
  guint step;   /* of the steps one is in; 0 for none */
  guint n_keys; /* of the sequence one is in */
  gboolean in_sequence;
} Reading;

static void
begin_block (Reading *reading)
{
  if (reading->markup->len > 0 && !g_str_has_suffix (reading->markup->str, "  "))
    g_string_append (reading->markup, "\n\n");
}

/* What is about the page is no part of its text. */
static gboolean
is_about (GMarkupParseContext *context)
{
  return g_slist_find_custom ((GSList *) g_markup_parse_context_get_element_stack (context), "info",
                              (GCompareFunc) g_strcmp0)
         != NULL;
}

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reading *reading = data;
  GString *markup = reading->markup;

  if (g_str_equal (element, "steps") || g_str_equal (element, "list"))
    reading->step = g_str_equal (element, "steps") ? 1 : 0;
  else if (g_str_equal (element, "item"))
    {
      begin_block (reading);
      if (reading->step > 0)
        g_string_append_printf (markup, "<b>%u.</b>  ", reading->step++);
      else
        g_string_append (markup, "•  ");
    }
  else if (g_str_equal (element, "p"))
    begin_block (reading);
  else if (g_str_equal (element, "keyseq"))
    {
      reading->in_sequence = TRUE;
      reading->n_keys = 0;
    }
  else if (g_str_equal (element, "key"))
    g_string_append (markup, reading->in_sequence && reading->n_keys++ > 0 ? "+<b>" : "<b>");
  else if (g_str_equal (element, "gui") || g_str_equal (element, "em"))
    g_string_append (markup, "<b>");
  else if (g_str_equal (element, "cmd"))
    g_string_append (markup, "<tt>");
  else if (g_str_equal (element, "link") && !is_about (context))
    for (guint i = 0; names[i] != NULL; i++)
      if (g_str_equal (names[i], "xref"))
        g_string_append_printf (markup, "<a href=\"%s\">", values[i]);
}

static void
on_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;
  GString *markup = reading->markup;

  if (g_str_equal (element, "steps") || g_str_equal (element, "list"))
    reading->step = 0;
  else if (g_str_equal (element, "keyseq"))
    reading->in_sequence = FALSE;
  else if (g_str_equal (element, "key") || g_str_equal (element, "gui") || g_str_equal (element, "em"))
    g_string_append (markup, "</b>");
  else if (g_str_equal (element, "cmd"))
    g_string_append (markup, "</tt>");
  else if (g_str_equal (element, "link") && !is_about (context))
    g_string_append (markup, "</a>");
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *reading = data;
  const char *element = g_markup_parse_context_get_element (context);
  static const char *const inside[] = { "p", "key", "gui", "em", "cmd", "link", NULL };
  g_autofree char *escaped = NULL;

  if (g_str_equal (element, "title"))
    g_string_append_len (reading->title, text, length);
  else if (g_str_equal (element, "desc"))
    g_string_append_len (reading->summary, text, length);
  else if (g_strv_contains (inside, element))
    {
      escaped = g_markup_escape_text (text, length);
      g_string_append (reading->markup, escaped);
    }
}

static void
rg_help_page_finalize (GObject *object)
{
  RgHelpPage *self = RG_HELP_PAGE (object);

  g_free (self->title);
  g_free (self->summary);
  g_free (self->markup);

  G_OBJECT_CLASS (rg_help_page_parent_class)->finalize (object);
}

static void
rg_help_page_init (RgHelpPage *self)
{
}

static void
rg_help_page_class_init (RgHelpPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rg_help_page_finalize;
}

static RgHelpPage *
parse (const char *mallard, gssize length)
{
  static const GMarkupParser parser = { on_start, on_end, on_text };
  Reading reading = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  gboolean ok
    = g_markup_parse_context_parse (context, mallard, length, NULL) && g_markup_parse_context_end_parse (context, NULL);
  RgHelpPage *self = ok ? g_object_new (RG_TYPE_HELP_PAGE, NULL) : NULL;

  if (ok)
    {
      self->title = g_string_free_and_steal (reading.title);
      self->summary = g_string_free_and_steal (reading.summary);
      self->markup = g_string_free_and_steal (reading.markup);
      return self;
    }
  g_string_free (reading.title, TRUE);
  g_string_free (reading.summary, TRUE);
  g_string_free (reading.markup, TRUE);
  return NULL;
}

/**
 * rg_help_page_load:
 * @id: the name of a page
 *
 * Returns: (transfer full) (nullable): the page, in the language of the person if it is translated; %NULL if there is
 *   none of that name
 */
RgHelpPage *
rg_help_page_load (const char *id)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *resource = g_strdup_printf ("/app/regulars/Regulars/help/%s/%s.page", languages[i], id);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, 0, NULL);

      if (bytes != NULL)
        return parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
    }
  return NULL;
}

/**
 * rg_help_pages_list:
 *
 * Returns: (transfer full): all pages, a list of #RgHelpPage
 */
GListModel *
rg_help_pages_list (void)
{
  GListStore *pages = g_list_store_new (RG_TYPE_HELP_PAGE);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (RgHelpPage) page = rg_help_page_load (ids[i]);

      if (page != NULL)
        g_list_store_append (pages, page);
    }
  return G_LIST_MODEL (pages);
}
