/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>

#include "rg-backup.h"
#include "rg-ctl-import.h"
#include "rg-ctl-print.h"
#include "rg-future.h"

/* In and out: backups. */

static void
print_file (RgCtl *ctl,
            const char *format,
            const char *path,
            const char *aside)
{
  JsonObject *object;
  JsonNode *node;

  if (!ctl->json)
    {
      puts (format);
      if (aside != NULL)
        rg_ctl_print (_ ("What was there before is “%s” now."), aside);
      return;
    }
  object = json_object_new ();
  node = json_node_alloc ();
  json_object_set_string_member (object, "file", path);
  if (aside != NULL)
    json_object_set_string_member (object, "replaced", aside);
  json_node_init_object (node, object);
  json_object_unref (object);
  rg_ctl_print_json (node);
}

static gboolean
run_backup (RgCtl *ctl,
            GError **error)
{
  g_autofree char *path = g_canonicalize_filename (ctl->args[0], NULL);
  g_autofree char *words = g_strdup_printf (_ ("“%s” is a complete copy."), path);

  if (!rg_future_wait (rg_backup_write (ctl->desk, path, NULL), error))
    return FALSE;
  print_file (ctl, words, path, NULL);
  return TRUE;
}

static gboolean
run_restore (RgCtl *ctl,
             GError **error)
{
  g_autofree char *backup = g_canonicalize_filename (ctl->args[0], NULL);
  g_autofree char *path = ctl->n_args > 1 ? g_canonicalize_filename (ctl->args[1], NULL) : g_strdup (ctl->path);
  g_autofree char *words = g_strdup_printf (_ ("“%s” is as it was in “%s”."), path, backup);
  g_auto (GValue) value = G_VALUE_INIT;

  if (!rg_future_wait_value (rg_backup_restore (backup, path), &value, error))
    return FALSE;
  print_file (ctl, words, path, g_value_get_string (&value));
  return TRUE;
}

static const RgCtlCommand commands[] = {
  { "import", "KIND FILE", N_ ("Import customers, products, orders or order-lines from CSV"), 2, 2, RG_CTL_WRITES,
    { RG_AREA_EXCHANGE, RG_SCOPE_VIEW }, rg_ctl_import_options, rg_ctl_run_import },
  { "backup", "FILE", N_ ("Write a complete copy; others may go on working meanwhile"), 1, 1, RG_CTL_READS,
    { RG_AREA_EXCHANGE, RG_SCOPE_VIEW }, NULL, run_backup },
  { "restore", "BACKUP [FILE]", N_ ("Put a backup in the place of the file, which is kept beside it"), 1, 2, RG_CTL_NO_DESK,
    .run = run_restore },
};

const RgCtlGroup rg_ctl_exchange_group = { N_ ("In and out:"), commands, G_N_ELEMENTS (commands) };
