/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "rg-cancellation.h"
#include "rg-ctl-print.h"
#include "rg-future.h"

/* Cancellations of a customer. */

static const RgCtlOption cancel_options[] = {
  { "date", "DATE", N_ ("When they cancelled (today)") },
  { "other", "TEXT", N_ ("Which other reason it is, where the reason is “other”") },
  { NULL },
};

static gboolean
run_cancel (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (RgCancellation) cancellation = g_object_new (RG_TYPE_CANCELLATION, NULL);
  g_autoptr (RgAct) act = NULL;
  guint reason;

  if (customer == NULL || !rg_ctl_get_day (ctl, "date", &cancellation->day, error))
    return FALSE;
  if (!rg_words_parse (&rg_cancellation_reason_words, ctl->args[1], &reason))
    {
      g_autofree char *all = rg_words_dup_list (&rg_cancellation_reason_words);

      /* Translators: what was typed, and all it may be, with commas between */
      rg_ctl_set_usage_error (error, _ ("“%s” is not one of: %s."), ctl->args[1], all);
      return FALSE;
    }
  cancellation->customer_id = rg_record_get_id (RG_RECORD (customer));
  cancellation->reason = reason;
  cancellation->other_reason = g_strdup (rg_ctl_get (ctl, "other"));
  if (ctl->n_args > 2)
    cancellation->notes = rg_ctl_join (ctl, 2);
  act = rg_act_new_record (&rg_cancellation_add, RG_RECORD (cancellation));
  if (!rg_ctl_perform (ctl, act, error))
    return FALSE;
  rg_ctl_print_done (ctl, act);
  return TRUE;
}

static void
print_cancellations (RgCtl *ctl, GPtrArray *cancellations)
{
  static const char *const headings[]
    = { N_ ("ID"), N_ ("Date"), N_ ("Reason"), N_ ("Processed by"), N_ ("Notes"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  for (guint i = 0; i < cancellations->len; i++)
    {
      RgCancellation *cancellation = cancellations->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" PRId64, rg_record_get_id (RG_RECORD (cancellation)));
      g_autofree char *day = rg_day_to_iso (cancellation->day);
      g_autofree char *who = rg_desk_dup_staff_name (ctl->desk, cancellation->staff_id);

      rg_ctl_table_add (table, id, day,
                        cancellation->other_reason != NULL
                          ? cancellation->other_reason
                          : rg_words_get_label (&rg_cancellation_reason_words, cancellation->reason),
                        who, cancellation->notes, NULL);
    }
  rg_ctl_table_print (table);
  if (cancellations->len == 0)
    rg_ctl_print ("%s", _ ("Never cancelled."));
}

static gboolean
run_cancellations (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (GPtrArray) cancellations = NULL;

  if (customer == NULL
      || (cancellations
          = rg_ctl_read_rows (ctl, &rg_cancellation_type, rg_record_get_id (RG_RECORD (customer)), 0, error))
           == NULL)
    return FALSE;
  if (ctl->json)
    rg_ctl_print_json (rg_ctl_records_to_json (cancellations));
  else
    print_cancellations (ctl, cancellations);
  return TRUE;
}

static gboolean
run_edit_cancellation (RgCtl *ctl, GError **error)
{
  return rg_ctl_edit_record (ctl, &rg_cancellation_type, &rg_cancellation_edit, error);
}

static gboolean
run_remove_cancellation (RgCtl *ctl, GError **error)
{
  return rg_ctl_do_to_record (ctl, &rg_cancellation_type, &rg_cancellation_remove, FALSE, error);
}

#define VIEW { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW }

static const RgCtlCommand commands[] = {
  { "cancel", "NUMBER REASON [NOTES…]", N_ ("Create a cancellation: the customer is cancelled from then on"), 2,
    G_MAXUINT, RG_CTL_WRITES, VIEW, cancel_options, run_cancel },
  { "cancellations", "NUMBER", N_ ("List when and why a customer cancelled"), 1, 1, RG_CTL_READS, VIEW, NULL,
    run_cancellations },
  { "edit-cancellation", "ID FIELD=VALUE…", N_ ("Change the date, reason or notes of a cancellation"), 2, G_MAXUINT,
    RG_CTL_WRITES, VIEW, NULL, run_edit_cancellation },
  { "remove-cancellation", "ID", N_ ("Remove a cancellation that was made by mistake"), 1, 1, RG_CTL_WRITES, VIEW, NULL,
    run_remove_cancellation },
};

const RgCtlGroup rg_ctl_cancellation_group = { N_ ("Cancellations:"), commands, G_N_ELEMENTS (commands) };
