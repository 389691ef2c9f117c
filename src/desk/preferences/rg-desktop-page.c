/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-desktop-page.h"

#include <glib/gi18n-lib.h>

#include "rg-background.h"
#include "rg-future.h"
#include "rg-preferences.h"

/* What Regulars may do on the desktop around it. These are settings of the person at this computer, not of the
 * business. What shows names to others is off until it is switched on; being there without a window takes the desktop's
 * consent. */

struct _RgDesktopPage
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *search;
  AdwSwitchRow *closed;
  GtkWidget *hour;
  GtkWidget *names;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (RgDesktopPage, rg_desktop_page, ADW_TYPE_PREFERENCES_PAGE)

#define CLOSED "remind-when-closed"

static void
show_problem (RgDesktopPage *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
show_closed (RgDesktopPage *self)
{
  adw_switch_row_set_active (self->closed, g_settings_get_boolean (rg_preferences_get (), CLOSED));
}

/* The switch goes on only with consent; taking it back needs none. */
static DexFuture *
closed_fiber (gpointer data, gpointer wanted)
{
  RgDesktopPage *self = data;
  gboolean on = GPOINTER_TO_INT (wanted);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (!on)
    g_settings_set_boolean (rg_preferences_get (), CLOSED, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->closed), FALSE);
  ok = dex_await (rg_background_request (on, _ ("Regulars reminds you of what you noted, also without a window.")),
                  &error);
  if (on && ok)
    g_settings_set_boolean (rg_preferences_get (), CLOSED, TRUE);
  if (self->closed != NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->closed), TRUE);
      show_problem (self, on && !ok ? error->message : NULL);
      show_closed (self);
    }
  return NULL;
}

static void
on_closed_changed (RgDesktopPage *self)
{
  gboolean on = adw_switch_row_get_active (self->closed);

  /* Kept to its end, so that an answer counts that comes after the dialog was closed. */
  if (on != g_settings_get_boolean (rg_preferences_get (), CLOSED))
    rg_future_disown (rg_future_spawn (self, closed_fiber, GINT_TO_POINTER (on), NULL), "background");
}

static void
rg_desktop_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_DESKTOP_PAGE);

  G_OBJECT_CLASS (rg_desktop_page_parent_class)->dispose (object);
}

static void
rg_desktop_page_init (RgDesktopPage *self)
{
  GSettings *settings = rg_preferences_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, "search-provider", self->search, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind-from", self->hour, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "notify-names", self->names, "active", G_SETTINGS_BIND_DEFAULT);
  show_closed (self);
  /* The desktop switches off the search of what is in a sandbox until it is told otherwise. */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    adw_action_row_set_subtitle (
      self->search, _ ("Names then show on the screen when you search there. Nobody is found while everybody "
                       "at this desk has a PIN. Switch Regulars on in the desktop’s settings, under Search, "
                       "as well."));
}

static void
rg_desktop_page_class_init (RgDesktopPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_desktop_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/preferences/rg-desktop-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgDesktopPage, search);
  gtk_widget_class_bind_template_child (widget_class, RgDesktopPage, closed);
  gtk_widget_class_bind_template_child (widget_class, RgDesktopPage, hour);
  gtk_widget_class_bind_template_child (widget_class, RgDesktopPage, names);
  gtk_widget_class_bind_template_child (widget_class, RgDesktopPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_changed);
}
