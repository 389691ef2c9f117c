/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

#include "rg-ctl-print.h"
#include "rg-pin.h"
#include "rg-staff-operations.h"
#include "rg-text.h"

/* Who works here. They are named by their name or, where two have the same, by their ID. A PIN is never an argument,
 * since others see those: it is read from the standard input, unseen and twice when that is a terminal. */

/* Also those who left. */
static RgStaff *
find_staff (RgCtl *ctl, const char *text, GError **error)
{
  GListModel *list = rg_desk_get_staff_list (ctl->desk);
  g_autofree char *wanted = rg_text_fold (text);
  g_autoptr (RgStaff) found = NULL;
  gint64 id = 0;

  rg_ctl_parse_number (text, &id, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RgStaff) staff = g_list_model_get_item (list, i);
      g_autofree char *folded = rg_text_fold (staff->name);

      if (id != 0 && rg_record_get_id (RG_RECORD (staff)) == id)
        return g_steal_pointer (&staff);
      if (!g_str_equal (folded, wanted))
        continue;
      if (found != NULL)
        {
          g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND,
                       _ ("More than one person here is called “%s”. Say which by the ID that “staff” lists."), text);
          return NULL;
        }
      found = g_steal_pointer (&staff);
    }
  if (found == NULL)
    g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("Nobody here is called “%s”."), text);
  return g_steal_pointer (&found);
}

static JsonNode *
staff_to_json (RgStaff *staff)
{
  JsonNode *node = rg_record_to_json (RG_RECORD (staff));

  json_object_set_boolean_member (json_node_get_object (node), "has_pin", staff->pin_hash != NULL);
  return node;
}

static const char *
get_pin_word (RgStaff *staff)
{
  return staff->pin_hash != NULL ? _ ("yes") : _ ("no");
}

static gboolean
run_staff (RgCtl *ctl, GError **error)
{
  static const char *const headings[] = { N_ ("ID"), N_ ("Name"), N_ ("Role"), N_ ("PIN"), NULL };
  GListModel *list = rg_desk_get_staff_list (ctl->desk);
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RgStaff) staff = g_list_model_get_item (list, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, rg_record_get_id (RG_RECORD (staff)));

      json_array_add_element (array, staff_to_json (staff));
      rg_ctl_table_add (table, id, staff->name, rg_words_get_label (&rg_role_words, staff->role),
                        staff->left ? _ ("left") : get_pin_word (staff), NULL);
    }
  if (ctl->json)
    rg_ctl_print_array (g_steal_pointer (&array));
  else
    rg_ctl_table_print (table);
  return TRUE;
}

/* Somebody, or whoever is signed in. */
static gboolean
run_staff_member (RgCtl *ctl, GError **error)
{
  g_autoptr (RgStaff) staff
    = ctl->n_args > 0 ? find_staff (ctl, ctl->args[0], error) : g_object_ref (rg_desk_get_staff (ctl->desk));

  if (staff == NULL)
    return FALSE;
  if (ctl->json)
    rg_ctl_print_json (staff_to_json (staff));
  else
    {
      rg_ctl_print_record (RG_RECORD (staff));
      rg_ctl_print ("%s: %s", _ ("PIN"), get_pin_word (staff));
    }
  return TRUE;
}

/* One line; unseen on a terminal. */
static char *
read_line (const char *prompt)
{
  gboolean terminal = isatty (STDIN_FILENO);
  struct termios seen, unseen;
  char line[128];
  char *got = NULL;

  if (terminal && tcgetattr (STDIN_FILENO, &seen) == 0)
    {
      fprintf (stderr, "%s ", prompt);
      unseen = seen;
      unseen.c_lflag &= ~(tcflag_t) ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &unseen);
    }
  else
    terminal = FALSE;
  if (fgets (line, sizeof line, stdin) != NULL)
    got = g_strdup (g_strchomp (line));
  if (terminal)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &seen);
      fputc ('\n', stderr);
    }
  memset (line, 0, sizeof line);
  return got;
}

static char *
read_pin (const char *name, GError **error)
{
  /* Translators: the name of a person */
  g_autofree char *prompt = g_strdup_printf (_ ("New PIN of %s:"), name);
  g_autofree char *pin = read_line (prompt);
  g_autofree char *again = NULL;

  if (pin == NULL || *pin == '\0')
    {
      rg_ctl_set_usage_error (error, "%s", _ ("There is no PIN on the standard input; --none sets none."));
      return NULL;
    }
  if (!rg_pin_is_acceptable (pin, error))
    return NULL;
  if (!isatty (STDIN_FILENO))
    return g_steal_pointer (&pin);
  again = read_line (_ ("Once more:"));
  if (g_strcmp0 (pin, again) == 0)
    return g_steal_pointer (&pin);
  rg_ctl_set_usage_error (error, "%s", _ ("The two PINs differ."));
  return NULL;
}

static const RgCtlOption add_options[] = {
  { "pin", NULL, N_ ("Read a PIN for them from the standard input") },
  { NULL },
};

static gboolean
run_add_staff (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) staff = rg_record_new (&rg_staff_type);
  g_autoptr (RgAct) act = rg_act_new_record (&rg_staff_add, staff);

  if (!rg_ctl_set_all (ctl, act->record, 0, error))
    return FALSE;
  if (rg_ctl_has (ctl, "pin"))
    {
      const char *name = RG_STAFF (act->record)->name;

      act->pin = read_pin (name != NULL ? name : "", error);
      if (act->pin == NULL)
        return FALSE;
    }
  return rg_ctl_finish (ctl, act, error);
}

static gboolean
run_edit_staff (RgCtl *ctl, GError **error)
{
  g_autoptr (RgStaff) staff = find_staff (ctl, ctl->args[0], error);
  g_autoptr (RgAct) act = staff != NULL ? rg_act_new_edit (&rg_staff_edit, RG_RECORD (staff), RG_RECORD (staff)) : NULL;

  return act != NULL && rg_ctl_set_all (ctl, act->record, 1, error) && rg_ctl_finish (ctl, act, error);
}

static const RgCtlOption deactivate_options[] = {
  { "back", NULL, N_ ("They work here again") },
  { NULL },
};

static gboolean
run_deactivate_staff (RgCtl *ctl, GError **error)
{
  g_autoptr (RgStaff) staff = find_staff (ctl, ctl->args[0], error);
  g_autoptr (RgAct) act = staff != NULL ? rg_act_new_edit (&rg_staff_edit, RG_RECORD (staff), RG_RECORD (staff)) : NULL;

  if (act == NULL)
    return FALSE;
  RG_STAFF (act->record)->left = !rg_ctl_has (ctl, "back");
  return rg_ctl_finish (ctl, act, error);
}

static const RgCtlOption pin_options[] = {
  { "none", NULL, N_ ("They need none any more") },
  { NULL },
};

static gboolean
run_set_pin (RgCtl *ctl, GError **error)
{
  g_autoptr (RgStaff) staff = find_staff (ctl, ctl->args[0], error);
  g_autoptr (RgAct) act = staff != NULL ? rg_act_new_record (&rg_staff_set_pin, RG_RECORD (staff)) : NULL;

  if (act == NULL || (!rg_ctl_has (ctl, "none") && (act->pin = read_pin (staff->name, error)) == NULL))
    return FALSE;
  return rg_ctl_finish (ctl, act, error);
}

#define VIEW { RG_AREA_STAFF, RG_SCOPE_VIEW }

static const RgCtlCommand commands[] = {
  { "staff", "", N_ ("List who works here, with their IDs"), 0, 0, RG_CTL_READS, VIEW, NULL, run_staff },
  { "staff-member", "[NAME]", N_ ("Show who somebody is; without a name, who is signed in"), 0, 1, RG_CTL_READS, VIEW,
    NULL, run_staff_member },
  { "add-staff", "FIELD=VALUE…", N_ ("Add somebody who works here, with a name and a role"), 1, G_MAXUINT,
    RG_CTL_WRITES, VIEW, add_options, run_add_staff },
  { "edit-staff", "NAME FIELD=VALUE…", N_ ("Change the name or the role of somebody"), 2, G_MAXUINT, RG_CTL_WRITES,
    VIEW, NULL, run_edit_staff },
  { "deactivate-staff", "NAME", N_ ("Somebody works here no longer, or again"), 1, 1, RG_CTL_WRITES, VIEW,
    deactivate_options, run_deactivate_staff },
  { "set-pin", "NAME", N_ ("Set the PIN of somebody to what the standard input says"), 1, 1, RG_CTL_WRITES, VIEW,
    pin_options, run_set_pin },
};

const RgCtlGroup rg_ctl_staff_group = { N_ ("Staff:"), commands, G_N_ELEMENTS (commands) };
