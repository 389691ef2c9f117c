/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-view.h"

#include "rg-report.h"

/* Runs the main context until nothing has happened for a while. */
static void
run_until_quiet (void)
{
  gint64 now = g_get_monotonic_time (), quiet = now, end = now + 3 * G_TIME_SPAN_SECOND;

  while (now < end && now < quiet + 120 * G_TIME_SPAN_MILLISECOND)
    {
      if (g_main_context_iteration (NULL, FALSE))
        quiet = g_get_monotonic_time ();
      else
        g_usleep (2000);
      now = g_get_monotonic_time ();
    }
}

static GObject *
do_nothing (RgDb *db, gpointer data, GError **error)
{
  return NULL;
}

/**
 * test_view_settle:
 * @self: a view in a window
 *
 * Runs the main context until what was begun is done and drawn, also what both threads of the store have before them.
 */
void
test_view_settle (TestView *self)
{
  run_until_quiet ();
  test_await (rg_store_run_on_writer (rg_desk_get_store (self->desk), do_nothing, NULL, NULL));
  test_await (rg_desk_read (self->desk, do_nothing, NULL, NULL));
  run_until_quiet ();
}

/**
 * test_view_new:
 * @desk: a desk
 * @customer_id: whom to show
 * @type: the class of a view
 *
 * Returns: the view in a window that is on the screen
 */
TestView *
test_view_new (RgDesk *desk, gint64 customer_id, GType type)
{
  TestView *self = g_new0 (TestView, 1);

  self->desk = desk;
  self->profile = rg_customer_profile_new (desk);
  test_await (rg_customer_profile_load (self->profile, customer_id));
  self->view = g_object_new (type, "profile", self->profile, "margin-start", 12, "margin-end", 12, NULL);
  self->window
    = g_object_new (ADW_TYPE_WINDOW, "default-width", 860, "default-height", 640, "content", self->view, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  test_view_settle (self);
  return self;
}

/**
 * test_view_free:
 * @self: (transfer full): a view in a window
 */
void
test_view_free (TestView *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  test_view_settle (self);
  g_assert_finalize_object (self->profile);
  g_free (self);
}

static void
shoot (TestView *self, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (self->window),
                          gtk_widget_get_height (self->window));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/**
 * test_view_shoot:
 * @self: a view in a window
 * @name: of the pictures
 *
 * With TEST_PICTURES in the environment, saves pictures there: wide, 800 and 360 wide, and dark.
 */
void
test_view_shoot (TestView *self, const char *name)
{
  static const struct
  {
    int width;
    AdwColorScheme scheme;
    const char *suffix;
  } looks[] = {
    { 860, ADW_COLOR_SCHEME_FORCE_LIGHT, "" },
    { 860, ADW_COLOR_SCHEME_FORCE_DARK, "-dark" },
    { 360, ADW_COLOR_SCHEME_FORCE_LIGHT, "-360" },
  };
  const char *dir = g_getenv ("TEST_PICTURES");

  for (guint i = 0; dir != NULL && i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s%s.png", name, looks[i].suffix);
      g_autofree char *path = g_build_filename (dir, file, NULL);

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), looks[i].scheme);
      gtk_window_set_default_size (GTK_WINDOW (self->window), looks[i].width, 760);
      test_view_settle (self);
      test_view_settle (self);
      shoot (self, path);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) != NULL)
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  return gtk_widget_get_tooltip_text (widget);
}

/**
 * test_find:
 * @within: where to look
 * @type: what kind of widget
 * @text: (nullable): its text, title or tooltip
 *
 * Returns: (transfer none) (nullable): the first one that can be seen
 */
GtkWidget *
test_find (GtkWidget *within, GType type, const char *text)
{
  if (!gtk_widget_get_mapped (within))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (within), type) && (text == NULL || g_strcmp0 (get_text (within), text) == 0))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = test_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * test_sees:
 * @within: where to look
 * @text: a part of what a label says
 *
 * Returns: whether it can be read there
 */
gboolean
test_sees (GtkWidget *within, const char *text)
{
  if (!gtk_widget_get_mapped (within))
    return FALSE;
  if (GTK_IS_LABEL (within) && strstr (gtk_label_get_text (GTK_LABEL (within)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (test_sees (child, text))
      return TRUE;
  return FALSE;
}

/**
 * test_click:
 * @within: where to look
 * @text: what a button says, or its tooltip
 *
 * Presses the button, which must be there and enabled.
 */
void
test_click (GtkWidget *within, const char *text)
{
  GtkWidget *button = test_find (within, GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/**
 * test_view_init:
 * @argc: as given to main
 * @argv: as given to main
 */
void
test_view_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  test_init (argc, argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/app/regulars/Regulars/icons");
  gtk_css_provider_load_from_resource (style, "/app/regulars/Regulars/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
