/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-shortcut-row.h"
#include "test-window.h"

static void
collect_accelerators (GtkWidget *widget, GString *all)
{
  if (RG_IS_SHORTCUT_ROW (widget))
    {
      g_autofree char *keys = NULL;

      g_object_get (widget, "keys", &keys, NULL);
      g_string_append_printf (all, " %s ", keys != NULL ? keys : "");
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_accelerators (child, all);
}

static void
test_shortcuts (void)
{
  RgWindow *window = test_window_new ();
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr (GString) all = g_string_new (NULL);
  AdwDialog *dialog;

  test_act (window, "win.show-help-overlay");
  dialog = test_wait_dialog (window, ADW_TYPE_DIALOG);
  test_pictures (window, "shortcuts");
  collect_accelerators (GTK_WIDGET (dialog), all);
  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_autofree char *wanted = g_strdup_printf (" %s ", keys[j]);
          gboolean is_view = g_str_has_prefix (actions[i], "win.show-view") && strstr (all->str, "<Alt>1...9") != NULL;

          g_test_message ("%s: %s", actions[i], keys[j]);
          g_assert_true (is_view || strstr (all->str, wanted) != NULL);
        }
    }
  adw_dialog_force_close (dialog);
  test_window_free (window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/shortcuts/complete", test_shortcuts);
  return g_test_run ();
}
