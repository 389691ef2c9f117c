/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-help-dialog.h"

#include <glib/gi18n-lib.h>

#include "rg-help-page.h"

/* The help: in the viewer of the desktop where there is one, else the same pages in a dialog of our own. */

#define RG_TYPE_HELP_DIALOG (rg_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgHelpDialog, rg_help_dialog, RG, HELP_DIALOG, AdwDialog)

struct _RgHelpDialog
{
  AdwDialog parent_instance;

  GListModel *pages;

  AdwNavigationView *navigation;
  AdwNavigationPage *page;
  GtkListBox *topics;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (RgHelpDialog, rg_help_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  RgHelpPage *page = item;

  return g_object_new (ADW_TYPE_ACTION_ROW, "title", page->title, "subtitle", page->summary, "activatable", TRUE,
                       "use-markup", FALSE, NULL);
}

static void
show_page (RgHelpDialog *self, RgHelpPage *page)
{
  adw_navigation_page_set_title (self->page, page->title);
  gtk_label_set_markup (self->text, page->markup);
  if (adw_navigation_view_get_visible_page (self->navigation) != self->page)
    adw_navigation_view_push_by_tag (self->navigation, "page");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_label_select_region (self->text, 0, 0);
}

static void
on_topic_activated (RgHelpDialog *self, GtkListBoxRow *row)
{
  g_autoptr (RgHelpPage) page = g_list_model_get_item (self->pages, (guint) gtk_list_box_row_get_index (row));

  show_page (self, page);
}

static gboolean
on_link (RgHelpDialog *self, const char *id)
{
  g_autoptr (RgHelpPage) page = rg_help_page_load (id);

  if (page != NULL)
    show_page (self, page);
  return GDK_EVENT_STOP;
}

static void
rg_help_dialog_dispose (GObject *object)
{
  RgHelpDialog *self = RG_HELP_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_HELP_DIALOG);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (rg_help_dialog_parent_class)->dispose (object);
}

static void
rg_help_dialog_init (RgHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pages = rg_help_pages_list ();
  gtk_list_box_bind_model (self->topics, self->pages, create_row, NULL, NULL);
}

static void
rg_help_dialog_class_init (RgHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_help_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/help/rg-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgHelpDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, RgHelpDialog, page);
  gtk_widget_class_bind_template_child (widget_class, RgHelpDialog, topics);
  gtk_widget_class_bind_template_child (widget_class, RgHelpDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, on_topic_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_link);
}

/* Whether the desktop shows pages of help, and ours are where it looks for them. */
static gboolean
has_viewer (void)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  g_autofree char *index = g_build_filename (RG_HELPDIR, "C", "regulars", "index.page", NULL);

  return viewer != NULL && g_file_test (index, G_FILE_TEST_EXISTS)
         && !g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static void
on_launched (GObject *launcher, GAsyncResult *result, gpointer widget_pointer)
{
  g_autoptr (GtkWidget) widget = widget_pointer;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, NULL)
      && gtk_widget_get_root (widget) != NULL)
    adw_dialog_present (g_object_new (RG_TYPE_HELP_DIALOG, NULL), widget);
}

/**
 * rg_help_show:
 * @widget: a widget of a window
 *
 * Shows the help.
 */
void
rg_help_show (GtkWidget *widget)
{
  if (has_viewer ())
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("help:regulars");

      gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_launched,
                               g_object_ref (widget));
    }
  else
    adw_dialog_present (g_object_new (RG_TYPE_HELP_DIALOG, NULL), widget);
}
