/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-list-row.h"

#include <glib/gi18n-lib.h>

#include "rg-initials.h"
#include "rg-future.h"
#include "rg-report.h"
#include "rg-style.h"

/* How a customer looks in the list. Its menu acts on this customer, whichever is selected.
 *
 * The row draws its texts itself: a search shows other rows at every key, and labels, with the styles and the sizes
 * that each of them has, would take most of the time. */

#define INITIALS_SIZE 34
#define MENU_WIDTH 34
#define MARGIN 6      /* above and below */
#define SPACING 10    /* between the columns */
#define BADGE_GAP 2   /* between the number and what is below it */
#define LEAST_CHARS 8 /* of the name */
#define WANTED_CHARS 24
#define DOT 2          /* of the button of the menu */
#define DOT_DISTANCE 5 /* from one to the next */

/* Adwaita's style classes "caption" and "dim-label", and the latter in high contrast. */
#define CAPTION_SCALE 0.82
#define DIM_OPACITY 0.55f
#define DIM_OPACITY_HIGH_CONTRAST 0.9f

struct _RgCustomerListRow
{
  GtkWidget parent_instance;

  RgCustomerRow *row;
  PangoLayout *title;
  PangoLayout *subtitle;
  PangoLayout *number;
  GtkWidget *initials;
  GtkWidget *badge;    /* NULL until something is out of the ordinary */
  GtkMenuButton *menu; /* NULL until it is asked for */
  GMenuModel *row_menu;
  int text_x, text_y, number_x, number_y;
};

G_DEFINE_FINAL_TYPE (RgCustomerListRow, rg_customer_list_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
on_menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomerListRow *self = RG_CUSTOMER_LIST_ROW (widget);
  gint64 id = rg_customer_row_get_customer_id (self->row);

  if (id == 0)
    return;
  if (g_str_equal (action, "row.open"))
    gtk_widget_activate_action (widget, "win.open-customer", "x", id);
  else if (g_str_equal (action, "row.open-in-tab"))
    gtk_widget_activate_action (widget, "win.open-customer-tab", "x", id);
  else
    gtk_widget_activate_action (widget, "win.edit-customer", "x", id);
}

static void
on_copy_number (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomer *customer = rg_customer_row_get_customer (RG_CUSTOMER_LIST_ROW (widget)->row);

  if (customer != NULL)
    rg_widget_copy_number (widget, customer->number);
}

static void
on_secondary_pressed (RgCustomerListRow *self)
{
  rg_customer_list_row_popup_menu (self);
}

/* The toolkit leaves the keyboard on the button of the menu, which is no stop of it: it goes back to the row. */
static DexFuture *
focus_fiber (gpointer data, gpointer unused)
{
  RgCustomerListRow *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  while (item != NULL && !gtk_widget_get_focusable (item))
    item = gtk_widget_get_parent (item);
  if (item != NULL)
    gtk_widget_grab_focus (item);
  return NULL;
}

static void
on_menu_closed (RgCustomerListRow *self)
{
  rg_future_enter (self, focus_fiber, NULL, NULL);
}

/* The button of the menu, and the menu, are made when the pointer or the keyboard comes to the row: there are many
 * rows. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, RG_CUSTOMER_LIST_ROW (data)->row_menu);
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (on_menu_closed), data,
                           G_CONNECT_SWAPPED);
}

static void
ensure_menu (RgCustomerListRow *self)
{
  if (self->menu != NULL)
    return;
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _ ("More"));
  gtk_widget_set_valign (GTK_WIDGET (self->menu), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "quiet");
  gtk_menu_button_set_create_popup_func (self->menu, make_menu, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}

static PangoLayout *
create_layout (RgCustomerListRow *self, double scale, const char *features)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (features != NULL)
    pango_attr_list_insert (attributes, pango_attr_font_features_new (features));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static void
show_badge (RgCustomerListRow *self, const char *text, gboolean bad)
{
  if (text == NULL || *text == '\0')
    {
      g_clear_pointer (&self->badge, gtk_widget_unparent);
      return;
    }
  if (self->badge == NULL)
    {
      self->badge = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->badge, "chip");
      gtk_widget_set_parent (self->badge, GTK_WIDGET (self));
    }
  gtk_label_set_label (GTK_LABEL (self->badge), text);
  rg_widget_set_class (self->badge, "bad", bad);
}

static void
show_row (RgCustomerListRow *self)
{
  g_autofree char *title = NULL, *subtitle = NULL, *number = NULL, *badge = NULL;
  gboolean bad = FALSE;

  if (self->row != NULL)
    g_object_get (self->row, "title", &title, "subtitle", &subtitle, "number", &number, "badge", &badge, "is-bad", &bad,
                  NULL);
  pango_layout_set_text (self->title, title != NULL ? title : "", -1);
  pango_layout_set_text (self->subtitle, subtitle != NULL ? subtitle : "", -1);
  pango_layout_set_text (self->number, number != NULL ? number : "", -1);
  g_object_set (self->initials, "text", title, NULL);
  show_badge (self, badge, bad);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_row (RgCustomerListRow *self, RgCustomerRow *row)
{
  if (self->row == row)
    return;
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    g_signal_connect_object (row, "notify::spoken", G_CALLBACK (show_row), self, G_CONNECT_SWAPPED);
  show_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW]);
}

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
get_chars_width (RgCustomerListRow *self, int chars)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width * chars);
}

static void
rg_customer_list_row_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  RgCustomerListRow *self = RG_CUSTOMER_LIST_ROW (widget);
  int badge = 0, initials = 0, menu = 0;

  /* Children are to be measured before they get their place. */
  gtk_widget_measure (self->initials, orientation, -1, &initials, NULL, NULL, NULL);
  if (self->badge != NULL)
    gtk_widget_measure (self->badge, orientation, -1, NULL, &badge, NULL, NULL);
  if (self->menu != NULL)
    gtk_widget_measure (GTK_WIDGET (self->menu), orientation, -1, &menu, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int rest = INITIALS_SIZE + SPACING + SPACING + MAX (get_width (self->number), badge) + SPACING + MENU_WIDTH;

      *minimum = rest + get_chars_width (self, LEAST_CHARS);
      *natural = rest + get_chars_width (self, WANTED_CHARS);
    }
  else
    {
      int texts = get_height (self->title) + get_height (self->subtitle);
      int figures = get_height (self->number) + (self->badge != NULL ? BADGE_GAP + badge : 0);

      *minimum = *natural = MAX (MAX (texts, figures), INITIALS_SIZE) + 2 * MARGIN;
    }
}

static void
allocate (RgCustomerListRow *self, GtkWidget *child, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
rg_customer_list_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RgCustomerListRow *self = RG_CUSTOMER_LIST_ROW (widget);
  gboolean reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int badge_width = 0, badge_height = 0;
  int number_width = get_width (self->number), number_height = get_height (self->number);
  int end = width - MENU_WIDTH - SPACING;
  int text_width, figures;

  if (self->badge != NULL)
    {
      gtk_widget_measure (self->badge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &badge_width, NULL, NULL);
      gtk_widget_measure (self->badge, GTK_ORIENTATION_VERTICAL, -1, NULL, &badge_height, NULL, NULL);
    }
  figures = number_height + (self->badge != NULL ? BADGE_GAP + badge_height : 0);
  self->text_x = INITIALS_SIZE + SPACING;
  text_width = MAX (end - MAX (number_width, badge_width) - SPACING - self->text_x, 0);
  self->number_x = end - number_width;
  self->number_y = (height - figures) / 2;
  if (reversed)
    {
      self->text_x = width - self->text_x - text_width;
      self->number_x = width - self->number_x - number_width;
    }
  pango_layout_set_width (self->title, text_width * PANGO_SCALE);
  pango_layout_set_width (self->subtitle, text_width * PANGO_SCALE);
  self->text_y = (height - get_height (self->title) - get_height (self->subtitle)) / 2;

  allocate (self, self->initials, 0, (height - INITIALS_SIZE) / 2, INITIALS_SIZE, INITIALS_SIZE);
  if (self->badge != NULL)
    allocate (self, self->badge, end - badge_width, self->number_y + number_height + BADGE_GAP, badge_width,
              badge_height);
  if (self->menu != NULL)
    allocate (self, GTK_WIDGET (self->menu), width - MENU_WIDTH, 0, MENU_WIDTH, height);
}

static void
append_layout (GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Three dots, where the menu will be once somebody comes near it. */
static void
append_dots (RgCustomerListRow *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float x = (reversed ? MENU_WIDTH : 2 * gtk_widget_get_width (widget) - MENU_WIDTH) / 2 - DOT / 2;
  float y = gtk_widget_get_height (widget) / 2 - DOT / 2;

  for (int i = -1; i <= 1; i++)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y + i * DOT_DISTANCE, DOT, DOT));
}

static void
rg_customer_list_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RgCustomerListRow *self = RG_CUSTOMER_LIST_ROW (widget);
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA color;

  GTK_WIDGET_CLASS (rg_customer_list_row_parent_class)->snapshot (widget, snapshot);
  gtk_widget_get_color (widget, &color);
  append_layout (snapshot, self->title, self->text_x, self->text_y, &color);
  color.alpha *= high_contrast ? DIM_OPACITY_HIGH_CONTRAST : DIM_OPACITY;
  append_layout (snapshot, self->subtitle, self->text_x, self->text_y + get_height (self->title), &color);
  append_layout (snapshot, self->number, self->number_x, self->number_y, &color);
  if (self->menu == NULL)
    append_dots (self, snapshot, &color);
}

/* To a screen reader the grid of one column is a list (see rg-customer-list-pane.c). */
static void
rg_customer_list_row_root (GtkWidget *widget)
{
  g_object_set (gtk_widget_get_parent (widget), "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  GTK_WIDGET_CLASS (rg_customer_list_row_parent_class)->root (widget);
}

static void
rg_customer_list_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, RG_CUSTOMER_LIST_ROW (object)->row);
}

static void
rg_customer_list_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  set_row (RG_CUSTOMER_LIST_ROW (object), g_value_get_object (value));
}

static void
rg_customer_list_row_dispose (GObject *object)
{
  RgCustomerListRow *self = RG_CUSTOMER_LIST_ROW (object);

  g_clear_pointer (&self->badge, gtk_widget_unparent);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CUSTOMER_LIST_ROW);
  g_clear_object (&self->row);
  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  g_clear_object (&self->number);

  G_OBJECT_CLASS (rg_customer_list_row_parent_class)->dispose (object);
}

static void
rg_customer_list_row_init (RgCustomerListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->title = create_layout (self, 1, NULL);
  self->subtitle = create_layout (self, CAPTION_SCALE, NULL);
  self->number = create_layout (self, CAPTION_SCALE, "tnum=1");
}

static void
rg_customer_list_row_class_init (RgCustomerListRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_customer_list_row_get_property;
  object_class->set_property = rg_customer_list_row_set_property;
  object_class->dispose = rg_customer_list_row_dispose;
  widget_class->root = rg_customer_list_row_root;
  widget_class->measure = rg_customer_list_row_measure;
  widget_class->size_allocate = rg_customer_list_row_size_allocate;
  widget_class->snapshot = rg_customer_list_row_snapshot;

  props[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, RG_TYPE_CUSTOMER_ROW,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (RG_TYPE_INITIALS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/regulars/Regulars/customers/rg-customer-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListRow, initials);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListRow, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, ensure_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, on_menu_action);
  gtk_widget_class_install_action (widget_class, "row.open-in-tab", NULL, on_menu_action);
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, on_menu_action);
  gtk_widget_class_install_action (widget_class, "row.copy-number", NULL, on_copy_number);
}

/**
 * rg_customer_list_row_popup_menu:
 * @self: a row
 *
 * Opens its menu.
 */
void
rg_customer_list_row_popup_menu (RgCustomerListRow *self)
{
  ensure_menu (self);
  make_menu (self->menu, self);
  gtk_menu_button_popup (self->menu);
}
