/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-commands.h"

#include <glib/gi18n-lib.h>

#include "rg-palette-item.h"
#include "rg-text.h"
#include "rg-window-private.h"

/* What a command needs besides a right. */
typedef enum
{
  NEEDS_FILE,
  NEEDS_CUSTOMER,
  NEEDS_LAST,
  NEEDS_UNDO,
  NEEDS_REDO,
  NEEDS_NOTHING,
} Need;

typedef struct
{
  const char *title;
  const char *keywords;
  const char *action; /* detailed */
  const char *icon_name;
  Need need;
  const RgOperation *operation; /* whose right and preconditions count */
} Command;

static const Command commands[] = {
  { N_ ("Add Note"), N_ ("write comment call reminder"), "page.add-note", "document-edit-symbolic", NEEDS_CUSTOMER,
    &rg_note_add },
  { N_ ("Add Customer"), N_ ("new person create account"), "win.add-customer", "list-add-symbolic", NEEDS_FILE,
    &rg_customer_add },
  { N_ ("Quick Add"), N_ ("new customer caller short"), "win.quick-add", "list-add-symbolic", NEEDS_FILE,
    &rg_customer_quick_add },
  { N_ ("Find Customer"), N_ ("search look up"), "win.search", "system-search-symbolic", NEEDS_FILE, NULL },
  { N_ ("Current Customer"), N_ ("last viewed go back again"), "win.current-customer", "document-open-recent-symbolic",
    NEEDS_LAST, NULL },
  { N_ ("Edit Customer"), N_ ("change account name email phone"), "page.edit", "document-edit-symbolic", NEEDS_CUSTOMER,
    &rg_customer_edit },
  { N_ ("Add Tag"), N_ ("label mark"), "page.add-tag", "user-bookmarks-symbolic", NEEDS_CUSTOMER, &rg_tag_add },
  { N_ ("Show Notes"), N_ ("view history"), "page.show-view::notes", "view-list-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Show Account"), N_ ("view address contact instructions"), "page.show-view::account", "view-list-symbolic",
    NEEDS_CUSTOMER, NULL },
  { N_ ("Show Orders"), N_ ("view purchases deliveries"), "page.show-view::orders", "view-list-symbolic",
    NEEDS_CUSTOMER, NULL },
  { N_ ("Show Future Cart"), N_ ("view wishes"), "page.show-view::cart", "view-list-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Show Tags"), N_ ("view labels"), "page.show-view::tags", "view-list-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Show Stats"), N_ ("view figures credit payment balance"), "page.show-view::stats", "view-list-symbolic",
    NEEDS_CUSTOMER, NULL },
  { N_ ("Show History"), N_ ("log audit changes who when"), "page.show-log", "document-open-recent-symbolic",
    NEEDS_CUSTOMER, NULL },
  { N_ ("Copy Customer Number"), N_ ("clipboard id"), "page.copy-number", "edit-copy-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Call Customer"), N_ ("phone dial ring telephone"), "page.call", "call-start-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Write Email"), N_ ("mail message send letter"), "page.write", "mail-send-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Open in New Tab"), N_ ("customer"), "page.open-in-tab", "tab-new-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Set Photo"), N_ ("picture avatar"), "page.set-photo", "camera-photo-symbolic", NEEDS_CUSTOMER,
    &rg_customer_edit },
  { N_ ("Create Cancellation"), N_ ("cancel account end leave"), "page.cancel-account", "action-unavailable-symbolic",
    NEEDS_CUSTOMER, &rg_cancellation_add },
  { N_ ("Deactivate Customer"), N_ ("inactive stop account"), "page.deactivate", "action-unavailable-symbolic",
    NEEDS_CUSTOMER, &rg_customer_deactivate },
  { N_ ("Reactivate Customer"), N_ ("active again account"), "page.reactivate", "object-select-symbolic",
    NEEDS_CUSTOMER, &rg_customer_reactivate },
  { N_ ("Fold All Cards"), N_ ("collapse hide"), "page.fold-all", "go-up-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Unfold All Cards"), N_ ("expand show"), "page.unfold-all", "go-down-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Close Tab"), N_ ("customer"), "win.close-tab", "window-close-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Next Customer"), N_ ("list down"), "win.next-customer", "go-next-symbolic", NEEDS_FILE, NULL },
  { N_ ("Previous Customer"), N_ ("list up"), "win.previous-customer", "go-previous-symbolic", NEEDS_FILE, NULL },
  { N_ ("Undo"), N_ ("take back revert"), "win.undo", "edit-undo-symbolic", NEEDS_UNDO, NULL },
  { N_ ("Redo"), N_ ("again"), "win.redo", "edit-redo-symbolic", NEEDS_REDO, NULL },
  { N_ ("Import"), N_ ("csv spreadsheet"), "win.import", "document-open-symbolic", NEEDS_FILE, &rg_import_run },
  { N_ ("Export"), N_ ("csv spreadsheet save"), "win.export", "document-save-as-symbolic", NEEDS_FILE, NULL },
  { N_ ("Back Up"), N_ ("backup copy save"), "win.backup", "drive-harddisk-symbolic", NEEDS_FILE, NULL },
  { N_ ("Restore a Backup"), N_ ("get back"), "win.restore", "drive-harddisk-symbolic", NEEDS_NOTHING, NULL },
  { N_ ("Open File"), N_ ("another business"), "win.open-file", "document-open-symbolic", NEEDS_NOTHING, NULL },
  { N_ ("Open Sample Data"), N_ ("explore example try"), "win.open-sample", "applications-science-symbolic",
    NEEDS_NOTHING, NULL },
  { N_ ("Switch User"), N_ ("sign in lock pin colleague"), "win.switch-user", "system-switch-user-symbolic", NEEDS_FILE,
    NULL },
  { N_ ("Manage Staff"), N_ ("colleagues roles rights pin permission"), "win.manage-staff", "system-users-symbolic",
    NEEDS_FILE, NULL },
  { N_ ("Preferences"), N_ ("settings options currency gateway keyring mail"), "win.preferences",
    "preferences-system-symbolic", NEEDS_FILE, NULL },
  { N_ ("Keyboard Shortcuts"), N_ ("help keys"), "win.show-help-overlay", "input-keyboard-symbolic", NEEDS_NOTHING,
    NULL },
  { N_ ("Help"), N_ ("manual how to support topics"), "win.help", "help-browser-symbolic", NEEDS_NOTHING, NULL },
  { N_ ("About Regulars"), N_ ("version licence"), "win.about", "help-about-symbolic", NEEDS_NOTHING, NULL },
  { N_ ("Quit"), N_ ("exit close program"), "app.quit", "application-exit-symbolic", NEEDS_NOTHING, NULL },
};

/**
 * rg_widget_has_action:
 * @widget: the window, or the open customer
 * @action: the name of an action, without its parameter
 *
 * Returns: whether @widget knows it
 */
gboolean
rg_widget_has_action (GtkWidget *widget, const char *action)
{
  const GVariantType *parameter_type;
  const char *name, *property_name;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, &parameter_type, &property_name);
       i++)
    if (g_str_equal (name, action))
      return TRUE;
  if (g_str_has_prefix (action, "app."))
    return g_action_map_lookup_action (G_ACTION_MAP (g_application_get_default ()), action + 4) != NULL;
  return FALSE;
}

/* 0 when @text does not match, else the better the higher: it is the title, the title begins with it, words of the
 * title do, any words do. */
#define BEST_MATCH 4
#define GOOD_MATCH 3

static int
match (const char *text, const char *title, const char *keywords)
{
  g_autofree char *folded = rg_text_fold (text);
  g_autofree char *folded_title = rg_text_fold (title);
  g_autofree char *folded_keywords = rg_text_fold (keywords != NULL ? keywords : "");
  g_auto (GStrv) wanted = rg_text_words (folded);
  g_auto (GStrv) title_words = rg_text_words (folded_title);
  g_auto (GStrv) words = rg_text_words (folded_keywords);
  int score = 2;

  if (wanted[0] == NULL)
    return 1;
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      gboolean in_title = FALSE, in_words = FALSE;

      for (guint j = 0; title_words[j] != NULL; j++)
        in_title |= g_str_has_prefix (title_words[j], wanted[i]);
      for (guint j = 0; words[j] != NULL; j++)
        in_words |= g_str_has_prefix (words[j], wanted[i]);
      if (!in_title && !in_words)
        return 0;
      if (!in_title)
        score = 1;
    }
  if (g_str_equal (folded_title, folded))
    return BEST_MATCH;
  return g_str_has_prefix (folded_title, folded) ? GOOD_MATCH : score;
}

static char *
dup_why_not (RgWindow *window, const Command *command)
{
  if (command->need == NEEDS_NOTHING)
    return NULL;
  if (window->desk == NULL)
    return g_strdup (_ ("Open a file first."));
  if (command->need == NEEDS_CUSTOMER && rg_window_get_page (window) == NULL)
    return g_strdup (_ ("Open a customer first."));
  if (command->need == NEEDS_UNDO && window->undo_words == NULL)
    return g_strdup (_ ("There is nothing to undo."));
  if (command->need == NEEDS_REDO && window->redo_words == NULL)
    return g_strdup (_ ("There is nothing to redo."));
  if (command->need == NEEDS_LAST && window->last_customer_id == 0)
    return g_strdup (_ ("No customer was looked at yet."));
  return command->operation != NULL ? rg_desk_dup_why_not (window->desk, command->operation) : NULL;
}

static char *
dup_shortcut (RgWindow *window, const char *action)
{
  /* The window's own name for what the open customer does. */
  const char *name = g_str_equal (action, "page.add-note") ? "win.add-note" : action;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_auto (GStrv) keys = application != NULL ? gtk_application_get_accels_for_action (application, name) : NULL;
  GdkModifierType modifiers;
  guint key;

  if (keys == NULL || keys[0] == NULL || !gtk_accelerator_parse (keys[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

static RgPaletteItem *
make_item (RgWindow *window, const Command *command)
{
  RgCustomerPage *page = rg_window_get_page (window);
  gboolean on_page = g_str_has_prefix (command->action, "page.");
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;
  g_autofree char *why_not = dup_why_not (window, command);
  g_autofree char *shortcut = dup_shortcut (window, command->action);
  g_autofree char *undo = NULL;
  const char *title = _ (command->title);
  RgPaletteItem *item;

  g_action_parse_detailed_name (command->action, &action, &target, NULL);
  if (on_page ? page != NULL && !rg_widget_has_action (GTK_WIDGET (page), action)
              : !rg_widget_has_action (GTK_WIDGET (window), action))
    return NULL;
  if (command->need == NEEDS_UNDO && window->undo_words != NULL)
    title = undo = g_strdup_printf (_ ("Undo: %s"), window->undo_words);
  else if (command->need == NEEDS_REDO && window->redo_words != NULL)
    title = undo = g_strdup_printf (_ ("Redo: %s"), window->redo_words);
  item = rg_palette_item_new (title, NULL, command->icon_name, action, g_steal_pointer (&target));
  rg_palette_item_set_shortcut (item, shortcut);
  rg_palette_item_set_why_not (item, why_not);
  return item;
}

/* Of those that match alike, what can be done now comes first. */
static void
find_commands (RgWindow *window, const char *text, int wanted, GListStore *items)
{
  for (int possible = 1; possible >= 0; possible--)
    for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
      if (match (text, _ (commands[i].title), _ (commands[i].keywords)) == wanted)
        {
          g_autoptr (RgPaletteItem) item = make_item (window, &commands[i]);

          if (item != NULL && (rg_palette_item_get_why_not (item) == NULL) == (possible == 1))
            g_list_store_append (items, item);
        }
}

static void
find_places (RgWindow *window, const char *text, int wanted, GListStore *items)
{
  static const char *const kinds[] = {
    [RG_SECTION_PLACES] = N_ ("Go to"), [RG_SECTION_LISTS] = N_ ("List of customers"), [RG_SECTION_TAGS] = N_ ("Tag")
  };
  GListModel *places = window->places != NULL ? rg_places_get_model (window->places) : NULL;

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (RgPlace) place = g_list_model_get_item (places, i);
      g_autoptr (RgPaletteItem) item = NULL;

      if (match (text, place->title, _ (kinds[place->section])) != wanted)
        continue;
      item = rg_palette_item_new (place->title, _ (kinds[place->section]), place->icon_name, "win.show-place",
                                  g_variant_new_string (place->name));
      g_list_store_append (items, item);
    }
}

/**
 * rg_commands_find:
 * @window: a window
 * @text: what was typed
 * @items: where to append the commands, places, lists and tags that match, the best first
 */
void
rg_commands_find (RgWindow *window, const char *text, GListStore *items)
{
  /* A place whose name is typed in full is meant; otherwise commands come before places. */
  find_places (window, text, BEST_MATCH, items);
  for (int wanted = BEST_MATCH; wanted > 0; wanted--)
    find_commands (window, text, wanted, items);
  for (int wanted = GOOD_MATCH; wanted > 0; wanted--)
    find_places (window, text, wanted, items);
}
