/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-word-list.h"

/**
 * rg_word_list_new:
 * @words: the words of an enumeration
 * @from: the first value that is offered
 * @...: choices before them, translated, and %NULL
 *
 * What a choice of an enumeration offers.
 *
 * Returns: (transfer full): the labels
 */
GListModel *
rg_word_list_new (const RgWords *words, guint from, ...)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  const char *before;
  va_list args;

  va_start (args, from);
  while ((before = va_arg (args, const char *)) != NULL)
    gtk_string_list_append (list, before);
  va_end (args);
  for (guint i = from; i < words->n_words; i++)
    gtk_string_list_append (list, rg_words_get_label (words, i));
  return G_LIST_MODEL (list);
}
