/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "rg-check.h"
#include "rg-ctl-print.h"
#include "rg-default-file.h"
#include "rg-future.h"
#include "rg-sample.h"
#include "rg-search-rebuild.h"

/* The file itself: making one, and proving that it is in order. What search and lists need is made anew, as the window
 * does by itself when idle; it is no change of what is on file, so the history has no entry of it. */

static gboolean
make_file (RgCtl *ctl, const char *named, GError **error)
{
  GStatBuf info;

  if (named != NULL)
    {
      g_free (ctl->path);
      ctl->path = g_canonicalize_filename (named, NULL);
    }
  if (g_file_test (ctl->path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("There is a file “%s” already."), ctl->path);
      return FALSE;
    }
  if (!rg_default_file_make_folder (ctl->path, error))
    return FALSE;
  if (rg_ctl_open (ctl, FALSE, NULL, error))
    return TRUE;
  /* Nothing is left of one that could not be made. */
  if (g_stat (ctl->path, &info) == 0 && info.st_size == 0)
    g_remove (ctl->path);
  return FALSE;
}

static void
print_made (RgCtl *ctl)
{
  if (ctl->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "file", ctl->path);
      json_object_set_string_member (object, "staff", rg_desk_get_staff (ctl->desk)->name);
      rg_ctl_print_object (object);
    }
  else
    /* Translators: the name of a file and of a person */
    rg_ctl_print (_ ("“%s” is ready; its System Administrator is %s."), ctl->path, rg_desk_get_staff (ctl->desk)->name);
}

static gboolean
run_new (RgCtl *ctl, GError **error)
{
  if (!make_file (ctl, ctl->n_args > 0 ? ctl->args[0] : NULL, error))
    return FALSE;
  print_made (ctl);
  return TRUE;
}

static const RgCtlOption sample_options[] = {
  { "customers", "N", N_ ("How many customers (400); a million takes a while") },
  { NULL },
};

static void
on_sample_progress (double done, gpointer data)
{
  rg_ctl_print_progress (done, _ ("Making customers"));
}

static gboolean
run_sample (RgCtl *ctl, GError **error)
{
  guint n;

  if (!rg_ctl_get_count (ctl, "customers", RG_SAMPLE_CUSTOMERS, &n, error) || !make_file (ctl, ctl->args[0], error)
      || !rg_future_wait (rg_sample_fill (ctl->desk, n, on_sample_progress, NULL), error))
    return FALSE;
  print_made (ctl);
  return TRUE;
}

static GObject *
check_job (RgDb *db, gpointer data, GError **error)
{
  rg_check_file (db, data, error);
  return NULL;
}

static void
print_findings (RgCtl *ctl, GPtrArray *findings)
{
  if (ctl->json)
    {
      JsonObject *object = json_object_new ();
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < findings->len; i++)
        json_array_add_string_element (array, findings->pdata[i]);
      json_object_set_boolean_member (object, "in_order", findings->len == 0);
      json_object_set_array_member (object, "findings", array);
      rg_ctl_print_object (object);
      return;
    }
  for (guint i = 0; i < findings->len; i++)
    rg_ctl_print ("%s", (const char *) findings->pdata[i]);
  if (findings->len == 0)
    rg_ctl_print ("%s", _ ("The file is in order."));
}

static gboolean
run_check (RgCtl *ctl, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!rg_future_wait (rg_desk_read (ctl->desk, check_job, findings, NULL), error))
    return FALSE;
  print_findings (ctl, findings);
  if (findings->len == 0)
    return TRUE;
  g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT,
               ngettext ("The file has %u flaw.", "The file has %u flaws.", findings->len), findings->len);
  return FALSE;
}

static void
on_reindex_progress (double done, gpointer data)
{
  rg_ctl_print_progress (done, _ ("Making the search index"));
}

static GObject *
reindex_job (RgDb *db, gpointer data, GError **error)
{
  rg_search_repair (db, on_reindex_progress, NULL, error);
  return NULL;
}

static gboolean
run_reindex (RgCtl *ctl, GError **error)
{
  if (!rg_future_wait (rg_store_run_on_writer (rg_desk_get_store (ctl->desk), reindex_job, NULL, NULL), error))
    return FALSE;
  if (ctl->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_boolean_member (object, "reindexed", TRUE);
      rg_ctl_print_object (object);
    }
  else
    rg_ctl_print ("%s", _ ("The search index is made anew."));
  return TRUE;
}

static const RgCtlCommand commands[] = {
  { "new", "[FILE]", N_ ("Make an empty file"), 0, 1, RG_CTL_NO_DESK, .run = run_new },
  { "sample", "FILE", N_ ("Make a file with a sample business"), 1, 1, RG_CTL_NO_DESK, .options = sample_options,
    .run = run_sample },
  { "check",
    "",
    N_ ("Prove that the file is in order, or tell what is not"),
    0,
    0,
    RG_CTL_READS,
    { RG_AREA_TOOLS, RG_SCOPE_VIEW },
    .run = run_check },
  { "reindex",
    "",
    N_ ("Make the search index anew, as “check” may ask for"),
    0,
    0,
    RG_CTL_WRITES,
    { RG_AREA_TOOLS, RG_SCOPE_EDIT },
    .run = run_reindex },
};

const RgCtlGroup rg_ctl_file_group = { N_ ("The file:"), commands, G_N_ELEMENTS (commands) };
