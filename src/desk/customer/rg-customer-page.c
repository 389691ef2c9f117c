/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-page.h"

#include <glib/gi18n-lib.h>

#include "rg-account-details.h"
#include "rg-account-view.h"
#include "rg-card.h"
#include "rg-cart-view.h"
#include "rg-closures.h"
#include "rg-customer-closures.h"
#include "rg-customer-page-actions.h"
#include "rg-customer-photo.h"
#include "rg-figure-button.h"
#include "rg-late-menu.h"
#include "rg-notes-view.h"
#include "rg-orders-view.h"
#include "rg-records.h"
#include "rg-stats-view.h"
#include "rg-style.h"
#include "rg-tag-bar.h"
#include "rg-tags-view.h"

/* One open customer: the header that never scrolls away, and the stack of views under it. */

struct _RgCustomerPage
{
  AdwBreakpointBin parent_instance;

  RgCustomerProfile *profile;
  gint64 customer_id;
  char *display_name;
  char *payment;
  gboolean compact;

  AdwViewStack *stack;
  GtkMenuButton *more;
  GMenuModel *customer_menu;
  GtkWidget *identity;
  GtkWidget *avatar;
  GtkWidget *chips;
  GtkWidget *status;
  GtkWidget *user_type;
};

G_DEFINE_FINAL_TYPE (RgCustomerPage, rg_customer_page, ADW_TYPE_BREAKPOINT_BIN)

enum
{
  PROP_0,
  PROP_PROFILE,
  PROP_DISPLAY_NAME,
  PROP_PAYMENT,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static guint
count_due (RgCustomerProfile *profile)
{
  GListModel *notes = rg_customer_profile_get_list (profile, "notes");
  RgDay today = rg_desk_get_today (rg_customer_profile_get_desk (profile));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (RgNote) note = g_list_model_get_item (notes, i);

      n += rg_note_is_due (note, today) ? 1 : 0;
    }
  return n;
}

/* The views, in their order. A view is made when it is looked at. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
  guint (*count_badge) (RgCustomerProfile *profile);
} views[] = {
  { "notes", N_ ("Notes"), "rg-note-symbolic", rg_notes_view_get_type, count_due },
  { "account", N_ ("Account"), "avatar-default-symbolic", rg_account_view_get_type, NULL },
  { "orders", N_ ("Orders"), "rg-orders-symbolic", rg_orders_view_get_type, NULL },
  { "cart", N_ ("Future Cart"), "rg-cart-symbolic", rg_cart_view_get_type, rg_cart_view_count_pending },
  { "tags", N_ ("Tags"), "rg-tag-symbolic", rg_tags_view_get_type, NULL },
  { "stats", N_ ("Stats"), "rg-stats-symbolic", rg_stats_view_get_type, NULL },
};

static char *
pending_state (RgCustomerPage *self, gint64 pending)
{
  gint64 high;

  if (self->profile == NULL || pending <= 0)
    return g_strdup ("good");
  high = rg_settings_get_money (rg_desk_get_settings (rg_customer_profile_get_desk (self->profile)),
                                RG_SETTING_PENDING_HIGH);
  return g_strdup (pending >= high ? "bad" : "warn");
}

static AdwViewStackPage *
get_stack_page (RgCustomerPage *self, guint i)
{
  return adw_view_stack_get_page (self->stack, adw_view_stack_get_child_by_name (self->stack, views[i].name));
}

static void
make_view (RgCustomerPage *self, guint i)
{
  AdwBin *holder = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, views[i].name));

  if (adw_bin_get_child (holder) == NULL)
    adw_bin_set_child (holder, g_object_new (views[i].get_type (), "profile", self->profile, NULL));
}

static void
ensure_view (RgCustomerPage *self)
{
  const char *name = self->stack != NULL ? adw_view_stack_get_visible_child_name (self->stack) : NULL;

  if (self->profile == NULL || name == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      make_view (self, i);
}

static void
update_payment (RgCustomerPage *self)
{
  GListModel *methods = rg_customer_profile_get_list (self->profile, "payment-methods");
  const char *text = rg_words_get_label (&rg_payment_type_words, RG_PAYMENT_TYPE_NONE);
  g_autoptr (RgPaymentMethod) method = g_list_model_get_item (methods, 0);

  for (guint i = 0; i < g_list_model_get_n_items (methods); i++)
    {
      g_autoptr (RgPaymentMethod) other = g_list_model_get_item (methods, i);

      if (other->is_primary)
        g_set_object (&method, other);
    }
  if (method != NULL)
    text = method->label != NULL ? method->label : rg_words_get_label (&rg_payment_type_words, method->type);
  if (g_set_str (&self->payment, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAYMENT]);
}

static void
on_loaded (RgCustomerProfile *profile, RgCustomerPage *self)
{
  static const char *const states[] = { "good", "", "bad" };
  RgCustomer *customer = rg_customer_profile_get_customer (profile);
  g_autofree char *name = rg_customer_dup_display_name (customer);
  g_autoptr (RgPicture) picture = NULL;

  if (g_set_str (&self->display_name, name))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISPLAY_NAME]);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (*states[i] != '\0')
      gtk_widget_remove_css_class (self->status, states[i]);
  if (*states[customer->status] != '\0')
    gtk_widget_add_css_class (self->status, states[customer->status]);
  rg_widget_set_class (self->user_type, "warn", customer->user_type != RG_USER_TYPE_CUSTOMER);
  update_payment (self);
  g_object_get (profile, "picture", &picture, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.remove-photo", picture != NULL && picture->data != NULL);
  rg_account_details_update_page (GTK_WIDGET (self), profile);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i].count_badge != NULL)
      adw_view_stack_page_set_badge_number (get_stack_page (self, i), views[i].count_badge (profile));
}

/* Where there is little room the chips stand below the picture instead of beside it. */
static void
set_compact (RgCustomerPage *self, gboolean compact)
{
  GtkLayoutManager *layout;
  GtkGridLayoutChild *avatar, *chips;

  self->compact = compact;
  /* A breakpoint is left when the page is taken apart. */
  if (self->identity == NULL)
    return;
  layout = gtk_widget_get_layout_manager (self->identity);
  avatar = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, self->avatar));
  chips = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, self->chips));
  gtk_grid_layout_child_set_row_span (avatar, compact ? 1 : 2);
  gtk_grid_layout_child_set_column (chips, compact ? 0 : 1);
  gtk_grid_layout_child_set_column_span (chips, compact ? 3 : 1);
  rg_widget_set_class (self, "compact-header", compact);
}

static void
rg_customer_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgCustomerPage *self = RG_CUSTOMER_PAGE (object);

  switch (prop_id)
    {
    case PROP_PROFILE:
      g_value_set_object (value, self->profile);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, self->display_name);
      break;
    case PROP_PAYMENT:
      g_value_set_string (value, self->payment);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_customer_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  set_compact (RG_CUSTOMER_PAGE (object), g_value_get_boolean (value));
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_customer_page_dispose (GObject *object)
{
  RgCustomerPage *self = RG_CUSTOMER_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CUSTOMER_PAGE);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (rg_customer_page_parent_class)->dispose (object);
}

static void
rg_customer_page_finalize (GObject *object)
{
  RgCustomerPage *self = RG_CUSTOMER_PAGE (object);

  g_free (self->display_name);
  g_free (self->payment);

  G_OBJECT_CLASS (rg_customer_page_parent_class)->finalize (object);
}

static void
rg_customer_page_init (RgCustomerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rg_menu_button_set_late_menu (self->more, self->customer_menu);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    adw_view_stack_add_titled_with_icon (self->stack, g_object_new (ADW_TYPE_BIN, NULL), views[i].name,
                                         _ (views[i].title), views[i].icon_name);
}

static void
rg_customer_page_class_init (RgCustomerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_customer_page_get_property;
  object_class->set_property = rg_customer_page_set_property;
  object_class->dispose = rg_customer_page_dispose;
  object_class->finalize = rg_customer_page_finalize;

  props[PROP_PROFILE] = g_param_spec_object ("profile", NULL, NULL, RG_TYPE_CUSTOMER_PROFILE, flags);
  props[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL, flags);
  props[PROP_PAYMENT] = g_param_spec_string ("payment", NULL, NULL, NULL, flags);
  /* Whether the page has little room for its header. */
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (RG_TYPE_FIGURE_BUTTON);
  g_type_ensure (RG_TYPE_TAG_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/customer/rg-customer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCustomerPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerPage, more);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerPage, customer_menu);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerPage, identity);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerPage, chips);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerPage, status);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerPage, user_type);
  rg_closures_bind (widget_class);
  rg_customer_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback_full (widget_class, "texture_of", G_CALLBACK (rg_texture_of));
  gtk_widget_class_bind_template_callback (widget_class, pending_state);
  gtk_widget_class_bind_template_callback (widget_class, ensure_view);
  rg_customer_page_install_actions (widget_class);
}

/**
 * rg_customer_page_new:
 * @desk: a desk
 *
 * Returns: (transfer floating): a page that shows nobody
 */
RgCustomerPage *
rg_customer_page_new (RgDesk *desk)
{
  RgCustomerPage *self = g_object_new (RG_TYPE_CUSTOMER_PAGE, NULL);

  self->profile = rg_customer_profile_new (desk);
  g_signal_connect_object (self->profile, "loaded", G_CALLBACK (on_loaded), self, 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROFILE]);
  ensure_view (self);
  return self;
}

/**
 * rg_customer_page_get_profile:
 * @self: a page
 *
 * Returns: (transfer none): its profile
 */
RgCustomerProfile *
rg_customer_page_get_profile (RgCustomerPage *self)
{
  return self->profile;
}

/**
 * rg_customer_page_get_customer_id:
 * @self: a page
 *
 * Returns: whom it shows, or is about to; 0 for nobody
 */
gint64
rg_customer_page_get_customer_id (RgCustomerPage *self)
{
  return self->customer_id;
}

/* A view that is not looked at need not follow from customer to customer: it is made again when it is looked at. */
static void
drop_hidden_views (RgCustomerPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *holder = adw_view_stack_get_child_by_name (self->stack, views[i].name);

      if (holder != adw_view_stack_get_visible_child (self->stack))
        adw_bin_set_child (ADW_BIN (holder), NULL);
    }
}

/**
 * rg_customer_page_load:
 * @self: a page
 * @customer_id: whom to show instead
 *
 * Returns: (transfer full): a future for the customer being shown
 */
DexFuture *
rg_customer_page_load (RgCustomerPage *self, gint64 customer_id)
{
  if (self->customer_id != customer_id)
    drop_hidden_views (self);
  self->customer_id = customer_id;
  return rg_customer_profile_load (self->profile, customer_id);
}

/**
 * rg_customer_page_show_view:
 * @self: a page
 * @name: the name of a view, such as "notes"
 *
 * Shows it and puts the focus into it, unless it has it.
 *
 * Returns: (transfer none) (nullable): the view; %NULL when there is none of that name
 */
GtkWidget *
rg_customer_page_show_view (RgCustomerPage *self, const char *name)
{
  GtkWidget *holder = adw_view_stack_get_child_by_name (self->stack, name);
  GtkWidget *focus;

  if (holder == NULL)
    return NULL;
  adw_view_stack_set_visible_child (self->stack, holder);
  focus = gtk_root_get_focus (gtk_widget_get_root (holder));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, holder))
    gtk_widget_child_focus (holder, GTK_DIR_TAB_FORWARD);
  return adw_bin_get_child (ADW_BIN (holder));
}

/**
 * rg_customer_page_get_view_name:
 * @self: a page
 *
 * Returns: (nullable): the name of the view that is looked at
 */
const char *
rg_customer_page_get_view_name (RgCustomerPage *self)
{
  return adw_view_stack_get_visible_child_name (self->stack);
}

/**
 * rg_customer_page_set_view_name:
 * @self: a page
 * @name: the name of a view; nothing happens when there is none of that name
 *
 * Shows the view and leaves the keyboard where it is.
 */
void
rg_customer_page_set_view_name (RgCustomerPage *self, const char *name)
{
  if (adw_view_stack_get_child_by_name (self->stack, name) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, name);
}

/**
 * rg_customer_page_show_nth_view:
 * @self: a page
 * @n: which view, from 0
 */
void
rg_customer_page_show_nth_view (RgCustomerPage *self, guint n)
{
  if (n < G_N_ELEMENTS (views))
    rg_customer_page_show_view (self, views[n].name);
}

/**
 * rg_customer_page_fold_all:
 * @self: a page
 * @folded: whether to fold or to unfold
 *
 * Folds or unfolds the cards of all views, also of those that were not looked at yet.
 */
void
rg_customer_page_fold_all (RgCustomerPage *self, gboolean folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    make_view (self, i);
  rg_card_fold_all (GTK_WIDGET (self), folded);
}
