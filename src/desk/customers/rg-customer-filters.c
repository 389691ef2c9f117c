/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-filters.h"

#include <glib/gi18n-lib.h>

#include "rg-popover-focus.h"
#include "rg-word-list.h"

/* The filters of the list of customers, which combine, and its order. Made when they are first asked for. All go with
 * "customers.clear-filters", an action of the list. */

struct _RgCustomerFilters
{
  GtkPopover parent_instance;

  gboolean updating;

  AdwComboRow *status_row;
  AdwComboRow *type_row;
  AdwComboRow *user_type_row;
  AdwComboRow *account_type_row;
  AdwComboRow *segment_row;
  AdwComboRow *reason_row;
  AdwComboRow *sort_row;
};

G_DEFINE_FINAL_TYPE (RgCustomerFilters, rg_customer_filters, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fill_row (AdwComboRow *row, const RgWords *words, const char *any)
{
  g_autoptr (GListModel) list = rg_word_list_new (words, 0, any, NULL);

  adw_combo_row_set_model (row, list);
}

/* 0 is "any". */
static guint
get_choice (AdwComboRow *row, gboolean *has)
{
  guint selected = adw_combo_row_get_selected (row);

  *has = selected > 0 && selected != GTK_INVALID_LIST_POSITION;
  return *has ? selected - 1 : 0;
}

static void
on_selected (RgCustomerFilters *self, GParamSpec *pspec, GtkWidget *row)
{
  if (self->updating)
    return;
  rg_popover_focus_keep (row);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
rg_customer_filters_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_CUSTOMER_FILTERS);

  G_OBJECT_CLASS (rg_customer_filters_parent_class)->dispose (object);
}

static void
rg_customer_filters_init (RgCustomerFilters *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_row (self->status_row, &rg_customer_status_words, _ ("Any"));
  fill_row (self->type_row, &rg_customer_type_words, _ ("Any"));
  fill_row (self->user_type_row, &rg_user_type_words, _ ("Any"));
  fill_row (self->account_type_row, &rg_account_type_words, _ ("Any"));
  fill_row (self->segment_row, &rg_segment_words, _ ("Any"));
  fill_row (self->reason_row, &rg_cancellation_reason_words, _ ("Any"));
  fill_row (self->sort_row, &rg_customer_sort_words, NULL);
  self->updating = FALSE;
}

static void
rg_customer_filters_class_init (RgCustomerFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_customer_filters_dispose;

  /**
   * RgCustomerFilters::changed:
   * @self: the filters
   *
   * Another choice was made.
   */
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", RG_TYPE_CUSTOMER_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/customers/rg-customer-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCustomerFilters, status_row);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerFilters, type_row);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerFilters, user_type_row);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerFilters, account_type_row);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerFilters, segment_row);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerFilters, reason_row);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerFilters, sort_row);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

/**
 * rg_customer_filters_new:
 *
 * Returns: (transfer floating): the filters, with nothing chosen
 */
GtkWidget *
rg_customer_filters_new (void)
{
  return g_object_new (RG_TYPE_CUSTOMER_FILTERS, NULL);
}

/**
 * rg_customer_filters_show:
 * @self: the filters
 * @filter: what is chosen
 */
void
rg_customer_filters_show (RgCustomerFilters *self, RgCustomerFilter *filter)
{
  self->updating = TRUE;
  adw_combo_row_set_selected (self->status_row, filter->any_status ? 0 : filter->status + 1);
  adw_combo_row_set_selected (self->type_row, filter->has_type ? filter->type + 1 : 0);
  adw_combo_row_set_selected (self->user_type_row, filter->has_user_type ? filter->user_type + 1 : 0);
  adw_combo_row_set_selected (self->account_type_row, filter->has_account_type ? filter->account_type + 1 : 0);
  adw_combo_row_set_selected (self->segment_row, filter->has_segment ? filter->segment + 1 : 0);
  adw_combo_row_set_selected (self->reason_row, filter->has_reason ? filter->reason + 1 : 0);
  adw_combo_row_set_selected (self->sort_row, filter->sort);
  self->updating = FALSE;
}

/**
 * rg_customer_filters_apply:
 * @self: the filters
 * @filter: (inout): gets what is chosen
 */
void
rg_customer_filters_apply (RgCustomerFilters *self, RgCustomerFilter *filter)
{
  gboolean has;

  filter->status = get_choice (self->status_row, &has);
  filter->any_status = !has;
  filter->type = get_choice (self->type_row, &filter->has_type);
  filter->user_type = get_choice (self->user_type_row, &filter->has_user_type);
  filter->account_type = get_choice (self->account_type_row, &filter->has_account_type);
  filter->segment = get_choice (self->segment_row, &filter->has_segment);
  filter->reason = get_choice (self->reason_row, &filter->has_reason);
  filter->sort = adw_combo_row_get_selected (self->sort_row);
  /* A reason is only ever that of a cancelled customer. */
  if (filter->has_reason)
    filter->any_status = TRUE;
}

static void
add_words (GString *text, gboolean has, const char *title, const RgWords *words, guint value)
{
  if (has)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", title, rg_words_get_label (words, value));
}

/**
 * rg_customer_filters_dup_words:
 * @filter: what is chosen
 *
 * Returns: (transfer full): the filters in force, in words: "Status: Active · Type: Business"; "" for none
 */
char *
rg_customer_filters_dup_words (RgCustomerFilter *filter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_words (text, !filter->any_status, _ ("Status"), &rg_customer_status_words, filter->status);
  add_words (text, filter->has_type, _ ("Type"), &rg_customer_type_words, filter->type);
  add_words (text, filter->has_user_type, _ ("User type"), &rg_user_type_words, filter->user_type);
  add_words (text, filter->has_account_type, _ ("Account type"), &rg_account_type_words, filter->account_type);
  add_words (text, filter->has_segment, _ ("Segment"), &rg_segment_words, filter->segment);
  add_words (text, filter->has_reason, _ ("Cancelled because"), &rg_cancellation_reason_words, filter->reason);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
