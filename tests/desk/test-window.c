/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-window.h"

#include <glib/gstdio.h>

#include "rg-application.h"

/* The longest that anything may take before the test fails; under the sanitizer all is slower. */
#ifdef __SANITIZE_ADDRESS__
#define PATIENCE_MSEC 90000
#else
#define PATIENCE_MSEC 20000
#endif

static RgApplication *application;

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * test_settle:
 * @msec: how long
 *
 * Runs the main context for that long: for what has no condition of its own, such as an animation.
 */
void
test_settle (guint msec)
{
  gint64 end = g_get_monotonic_time () + (gint64) msec * 1000;
  guint source = g_timeout_add (5, on_tick, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

/**
 * test_wait_until:
 * @condition: what must come true
 * @data: for @condition
 */
void
test_wait_until (TestCondition condition, gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_MSEC * 1000;
  guint source = g_timeout_add (5, on_tick, NULL);

  while (!condition (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_true (condition (data));
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  static const char *const properties[] = { "label", "title", "text", "tooltip-text" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), properties[i]);
      g_autofree char *value = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING || (pspec->flags & G_PARAM_READABLE) == 0)
        continue;
      g_object_get (widget, properties[i], &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * test_find:
 * @root: a widget
 * @type: of what type
 * @text: (nullable): what it says; %NULL for anything
 *
 * Returns: (transfer none) (nullable): the first such widget that is shown
 */
gpointer
test_find (gpointer root, GType type, const char *text)
{
  GtkWidget *widget = root;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (text == NULL || has_text (widget, text)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = test_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * test_find_named:
 * @root: a widget
 * @name: the name, or the name in its template, of a widget below it that is shown
 *
 * Returns: (transfer none) (nullable): the widget
 */
gpointer
test_find_named (gpointer root, const char *name)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (g_strcmp0 (gtk_widget_get_name (root), name) == 0
      || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = test_find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  gpointer root;
  GType type;
  const char *text;
  gpointer found;
} Search;

static gboolean
is_found (gpointer data)
{
  Search *search = data;

  search->found = test_find (search->root, search->type, search->text);
  return search->found != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return !is_found (data);
}

/**
 * test_wait_for:
 * @root: a widget
 * @type: of what type
 * @text: (nullable): what it says
 *
 * Returns: (transfer none): the first such widget, once it is shown
 */
gpointer
test_wait_for (gpointer root, GType type, const char *text)
{
  Search search = { root, type, text, NULL };

  g_test_message ("waiting for %s “%s”", g_type_name (type), text != NULL ? text : "");
  test_wait_until (is_found, &search);
  return search.found;
}

typedef struct
{
  gpointer root;
  const char *name;
  GtkWidget *found;
} NameSearch;

static gboolean
is_named_mapped (gpointer data)
{
  NameSearch *search = data;

  search->found = test_find_named (search->root, search->name);
  return search->found != NULL && gtk_widget_get_mapped (search->found);
}

/**
 * test_wait_named:
 * @root: a widget
 * @name: as in test_find_named()
 *
 * Returns: (transfer none): the widget, once it is on the screen
 */
gpointer
test_wait_named (gpointer root, const char *name)
{
  NameSearch search = { root, name, NULL };

  g_test_message ("waiting for the widget “%s”", name);
  test_wait_until (is_named_mapped, &search);
  return search.found;
}

/**
 * test_wait_gone:
 * @root: a widget
 * @type: of what type
 * @text: (nullable): what it says
 *
 * Waits until there is no such widget any more.
 */
void
test_wait_gone (gpointer root, GType type, const char *text)
{
  Search search = { root, type, text, NULL };

  g_test_message ("waiting for %s “%s” to go", g_type_name (type), text != NULL ? text : "");
  test_wait_until (is_gone, &search);
}

typedef struct
{
  RgWindow *window;
  GType type;
} DialogSearch;

static gboolean
has_dialog (gpointer data)
{
  DialogSearch *search = data;
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (search->window));

  return search->type == G_TYPE_NONE ? dialog == NULL
                                     : dialog != NULL && g_type_is_a (G_OBJECT_TYPE (dialog), search->type);
}

/**
 * test_wait_dialog:
 * @window: a window
 * @type: a type of dialog
 *
 * Returns: (transfer none): the dialog, once it is in front
 */
AdwDialog *
test_wait_dialog (RgWindow *window, GType type)
{
  DialogSearch search = { window, type };

  g_test_message ("waiting for the dialog %s", g_type_name (type));
  test_wait_until (has_dialog, &search);
  test_settle (300);
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

/**
 * test_wait_no_dialog:
 * @window: a window
 *
 * Waits until no dialog is open.
 */
void
test_wait_no_dialog (RgWindow *window)
{
  DialogSearch search = { window, G_TYPE_NONE };

  test_wait_until (has_dialog, &search);
}

static gboolean
is_usable (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget);
}

/**
 * test_click:
 * @widget: a button or a row, which must be usable, or become so
 */
void
test_click (gpointer widget)
{
  g_assert_nonnull (widget);
  test_wait_until (is_usable, widget);
  if (GTK_IS_LIST_BOX_ROW (widget))
    g_signal_emit_by_name (widget, "activate");
  else if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/**
 * test_type:
 * @editable: a field, which must be usable once it is shown
 * @text: what is in it afterwards
 */
void
test_type (gpointer editable, const char *text)
{
  g_assert_nonnull (editable);
  test_wait_until (is_mapped, editable);
  g_assert_true (gtk_widget_is_sensitive (editable));
  gtk_widget_grab_focus (editable);
  gtk_editable_set_text (GTK_EDITABLE (editable), text);
}

/**
 * test_act:
 * @window: a window
 * @detailed_action: an action of it, or of what has the focus, with its parameter if it has one
 */
void
test_act (RgWindow *window, const char *detailed_action)
{
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_action_parse_detailed_name (detailed_action, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target));
}

static void
save_picture (RgWindow *window, const char *name)
{
  const char *build = g_getenv ("REGULARS_BUILDDIR");
  g_autofree char *folder = NULL;
  g_autofree char *file_name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (build == NULL)
    return;
  folder = g_build_filename (build, "pictures", NULL);
  file_name = g_strconcat (name, ".png", NULL);
  path = g_build_filename (folder, file_name, NULL);
  g_mkdir_with_parents (folder, 0755);
  test_settle (400);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)));
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}

/**
 * test_picture:
 * @window: a window
 * @name: the name of the file, without its end
 *
 * Keeps a picture of the window, as it is, among those of the build.
 */
void
test_picture (RgWindow *window, const char *name)
{
  save_picture (window, name);
}

/**
 * test_pictures:
 * @window: a window
 * @name: the beginning of the names of the files
 *
 * Keeps three pictures: wide, 360 wide, and wide in the dark. When the tests are not asked for pictures,
 * nothing happens.
 */
void
test_pictures (RgWindow *window, const char *name)
{
  g_autofree char *narrow = g_strconcat (name, "-360", NULL);
  g_autofree char *dark = g_strconcat (name, "-dark", NULL);

  if (g_getenv ("REGULARS_PICTURES") == NULL)
    return;
  save_picture (window, name);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  save_picture (window, dark);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  test_settle (300);
  save_picture (window, narrow);
  gtk_window_set_default_size (GTK_WINDOW (window), 1360, 860);
  test_settle (300);
}

/**
 * test_window_new_welcome:
 *
 * Returns: (transfer none): a window on the welcome page; free with test_window_free()
 */
RgWindow *
test_window_new_welcome (void)
{
  RgWindow *window = rg_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1360, 860);
  gtk_window_present (GTK_WINDOW (window));
  test_settle (50);
  return window;
}

/**
 * test_window_open:
 * @path: a file; made when it is not there
 *
 * Returns: (transfer none): a window on it; free with test_window_free()
 */
RgWindow *
test_window_open (const char *path)
{
  RgWindow *window = test_window_new_welcome ();

  test_await (rg_window_open_file (window, path, FALSE));
  test_settle (100);
  return window;
}

/**
 * test_window_new:
 *
 * Returns: (transfer none): a window on a new file in a folder of its own; free with test_window_free()
 */
RgWindow *
test_window_new (void)
{
  g_autofree char *dir = test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "test.regulars", NULL);

  return test_window_open (path);
}

static gboolean
is_finalized (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/**
 * test_window_free:
 * @window: a window; its file's folder is removed when it is one of test_dir_new()
 *
 * Nothing may hold the window once it is closed.
 */
void
test_window_free (RgWindow *window)
{
  g_autoptr (RgDesk) desk = rg_window_get_desk (window) != NULL ? g_object_ref (rg_window_get_desk (window)) : NULL;
  g_autofree char *dir = desk != NULL ? g_path_get_dirname (test_desk_get_path (desk)) : NULL;

  test_settle (50);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  test_wait_until (is_finalized, &window);
  if (desk != NULL)
    {
      test_await (rg_desk_close (desk));
      if (strstr (dir, "regulars-test-") != NULL)
        test_dir_remove (dir);
    }
}

/**
 * test_display_init:
 * @argc: of main()
 * @argv: of main()
 *
 * What every main() of a display test begins with.
 */
void
test_display_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  test_init (argc, argv);
  application = rg_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_hold (G_APPLICATION (application));
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
}
