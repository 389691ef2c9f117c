/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-commands.h"

#include <glib/gi18n-lib.h>

#include "rg-backup.h"
#include "rg-export.h"
#include "rg-palette-item.h"
#include "rg-picture.h"
#include "rg-text.h"
#include "rg-window-private.h"

/* What a command needs besides a right. */
typedef enum
{
  NEEDS_FILE,
  NEEDS_BACKUP_RIGHT,
  NEEDS_EXPORT_RIGHT,
  NEEDS_CUSTOMER,
  NEEDS_ACTIVE_CUSTOMER,
  NEEDS_OTHER_CUSTOMER, /* one who is not active */
  NEEDS_PHOTO,
  NEEDS_LAST,
  NEEDS_UNDO,
  NEEDS_REDO,
  NEEDS_PIN,
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
  { N_ ("Create Order"), N_ ("new delivery purchase"), "page.create-order", "list-add-symbolic", NEEDS_CUSTOMER,
    &rg_order_create },
  { N_ ("Create Pickup Order"), N_ ("new collect purchase"), "page.create-pickup-order", "list-add-symbolic",
    NEEDS_CUSTOMER, &rg_order_create },
  { N_ ("Add to Future Cart"), N_ ("product wish later"), "page.add-to-cart", "list-add-symbolic", NEEDS_CUSTOMER,
    &rg_cart_add },
  { N_ ("Add Credit"), N_ ("money refund goodwill balance"), "page.add-credit", "list-add-symbolic", NEEDS_CUSTOMER,
    &rg_ledger_add_credit },
  { N_ ("Enter Payment"), N_ ("money paid received cash"), "page.enter-payment", "list-add-symbolic", NEEDS_CUSTOMER,
    &rg_ledger_payment },
  { N_ ("Charge"), N_ ("money debit balance"), "page.charge", "list-remove-symbolic", NEEDS_CUSTOMER,
    &rg_ledger_charge },
  { N_ ("Refund"), N_ ("money give back pay out"), "page.refund", "list-remove-symbolic", NEEDS_CUSTOMER,
    &rg_ledger_refund },
  { N_ ("Change Balance"), N_ ("money set correct"), "page.change-balance", "document-edit-symbolic", NEEDS_CUSTOMER,
    &rg_ledger_change_balance },
  { N_ ("Payment Info"), N_ ("card method cash invoice"), "page.payment-info", "view-list-symbolic", NEEDS_CUSTOMER,
    NULL },
  { N_ ("Add Address"), N_ ("street delivery move"), "page.add-address", "list-add-symbolic", NEEDS_CUSTOMER,
    &rg_address_add },
  { N_ ("Add Contact"), N_ ("person phone email"), "page.add-contact", "list-add-symbolic", NEEDS_CUSTOMER,
    &rg_contact_add },
  { N_ ("Update Customer Info"), N_ ("save account"), "page.save-account", "document-save-symbolic", NEEDS_CUSTOMER,
    &rg_customer_edit },
  { N_ ("Show Notes"), N_ ("view history"), "page.show-view::notes", "view-list-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Show Account"), N_ ("view address contact instructions"), "page.show-view::account", "view-list-symbolic",
    NEEDS_CUSTOMER, NULL },
  { N_ ("Show Orders"), N_ ("view purchases deliveries"), "page.show-view::orders", "view-list-symbolic",
    NEEDS_CUSTOMER, NULL },
  { N_ ("Show Future Cart"), N_ ("view wishes"), "page.show-view::cart", "view-list-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Show Tags"), N_ ("view labels"), "page.show-view::tags", "view-list-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Show Stats"), N_ ("view figures credit payment balance"), "page.show-view::stats", "view-list-symbolic",
    NEEDS_CUSTOMER, NULL },
  { N_ ("Show All Orders of the Customer"), N_ ("purchases deliveries"), "page.show-all-orders", "view-list-symbolic",
    NEEDS_CUSTOMER, NULL },
  { N_ ("Show History"), N_ ("log audit changes who when"), "page.show-log", "document-open-recent-symbolic",
    NEEDS_CUSTOMER, NULL },
  { N_ ("Copy Customer Number"), N_ ("clipboard id"), "page.copy-number", "edit-copy-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Call Customer"), N_ ("phone dial ring telephone"), "page.call", "call-start-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Call Work Phone"), N_ ("dial ring telephone"), "page.call-work", "call-start-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Write Email"), N_ ("mail message send letter"), "page.write", "mail-send-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Open in New Tab"), N_ ("customer"), "page.open-in-tab", "tab-new-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Set Photo"), N_ ("picture avatar"), "page.set-photo", "camera-photo-symbolic", NEEDS_CUSTOMER,
    &rg_picture_set },
  { N_ ("Remove Photo"), N_ ("picture avatar delete"), "page.remove-photo", "user-trash-symbolic", NEEDS_PHOTO,
    &rg_picture_remove },
  { N_ ("Create Cancellation"), N_ ("cancel account end leave"), "page.cancel-account", "action-unavailable-symbolic",
    NEEDS_CUSTOMER, &rg_cancellation_add },
  { N_ ("Deactivate Customer"), N_ ("inactive stop account"), "page.deactivate", "action-unavailable-symbolic",
    NEEDS_ACTIVE_CUSTOMER, &rg_customer_deactivate },
  { N_ ("Reactivate Customer"), N_ ("active again account"), "page.reactivate", "object-select-symbolic",
    NEEDS_OTHER_CUSTOMER, &rg_customer_reactivate },
  { N_ ("Delete Customer"), N_ ("remove erase account"), "page.delete", "user-trash-symbolic", NEEDS_CUSTOMER,
    &rg_customer_delete },
  { N_ ("Fold All Cards"), N_ ("collapse hide"), "page.fold-all", "go-up-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Unfold All Cards"), N_ ("expand show"), "page.unfold-all", "go-down-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Close Tab"), N_ ("customer"), "win.close-tab", "window-close-symbolic", NEEDS_CUSTOMER, NULL },
  { N_ ("Next Customer"), N_ ("list down"), "win.next-customer", "go-next-symbolic", NEEDS_FILE, NULL },
  { N_ ("Previous Customer"), N_ ("list up"), "win.previous-customer", "go-previous-symbolic", NEEDS_FILE, NULL },
  { N_ ("Show or Hide Places"), N_ ("sidebar navigation"), "win.show-places", "sidebar-show-symbolic", NEEDS_FILE,
    NULL },
  { N_ ("Undo"), N_ ("take back revert"), "win.undo", "edit-undo-symbolic", NEEDS_UNDO, NULL },
  { N_ ("Redo"), N_ ("again"), "win.redo", "edit-redo-symbolic", NEEDS_REDO, NULL },
  { N_ ("Import"), N_ ("csv spreadsheet"), "win.import", "document-open-symbolic", NEEDS_FILE, &rg_import_run },
  { N_ ("Export"), N_ ("csv spreadsheet save"), "win.export", "document-save-as-symbolic", NEEDS_EXPORT_RIGHT, NULL },
  { N_ ("Back Up"), N_ ("backup copy save"), "win.backup", "drive-harddisk-symbolic", NEEDS_BACKUP_RIGHT, NULL },
  { N_ ("Restore a Backup"), N_ ("get back"), "win.restore", "drive-harddisk-symbolic", NEEDS_NOTHING, NULL },
  { N_ ("Open Your Own File"), N_ ("begin new business empty"), "win.start-empty", "document-open-symbolic",
    NEEDS_NOTHING, NULL },
  { N_ ("Open File"), N_ ("another business"), "win.open-file", "document-open-symbolic", NEEDS_NOTHING, NULL },
  { N_ ("Open Sample Data"), N_ ("explore example try"), "win.open-sample", "applications-science-symbolic",
    NEEDS_NOTHING, NULL },
  { N_ ("Switch User"), N_ ("sign in pin colleague"), "win.switch-user", "system-switch-user-symbolic", NEEDS_FILE,
    NULL },
  { N_ ("Lock"), N_ ("sign out leave away pin screen"), "win.lock", "system-lock-screen-symbolic", NEEDS_PIN, NULL },
  { N_ ("Manage Staff"), N_ ("colleagues roles rights pin permission"), "win.manage-staff", "system-users-symbolic",
    NEEDS_FILE, NULL },
  { N_ ("Preferences"), N_ ("settings options currency gateway keyring mail"), "win.preferences",
    "preferences-system-symbolic", NEEDS_FILE, NULL },
  { N_ ("Keyboard Shortcuts"), N_ ("help keys"), "win.show-help-overlay", "input-keyboard-symbolic", NEEDS_NOTHING,
    NULL },
  { N_ ("Help"), N_ ("manual how to support topics"), "win.help", "help-browser-symbolic", NEEDS_NOTHING, NULL },
  { N_ ("About Regulars"), N_ ("version licence"), "win.about", "help-about-symbolic", NEEDS_NOTHING, NULL },
  { N_ ("New Window"), N_ ("another second"), "app.new-window", "window-new-symbolic", NEEDS_NOTHING, NULL },
  { N_ ("Quit"), N_ ("exit close program"), "app.quit", "application-exit-symbolic", NEEDS_NOTHING, NULL },
};

/* What was typed, ready to be compared. */
typedef struct
{
  char *folded;
  GStrv words;
} Wanted;

/* What may be found: the better it matches, the earlier it stands. */
typedef struct
{
  RgPaletteItem *item;
  int rank;
} Found;

static void
found_clear (gpointer data)
{
  g_object_unref (((Found *) data)->item);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  return ((const Found *) a)->rank - ((const Found *) b)->rank;
}

static gboolean
begins_any (const char *const *words, const char *beginning)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], beginning))
      return TRUE;
  return FALSE;
}

/* 0 when it does not match, else the better the higher: it is the title, the title begins with it, words of the title
 * do, any words do. */
#define BEST_MATCH 4
#define GOOD_MATCH 3

static int
match (const Wanted *wanted, const char *title, const char *keywords)
{
  g_autofree char *folded_title = rg_text_fold (title);
  g_autofree char *folded_keywords = rg_text_fold (keywords);
  g_auto (GStrv) title_words = rg_text_words (folded_title);
  g_auto (GStrv) words = rg_text_words (folded_keywords);
  int score = 2;

  if (wanted->words[0] == NULL)
    return 1;
  for (guint i = 0; wanted->words[i] != NULL; i++)
    {
      if (begins_any ((const char *const *) title_words, wanted->words[i]))
        continue;
      if (!begins_any ((const char *const *) words, wanted->words[i]))
        return 0;
      score = 1;
    }
  if (g_str_equal (folded_title, wanted->folded))
    return BEST_MATCH;
  return g_str_has_prefix (folded_title, wanted->folded) ? GOOD_MATCH : score;
}

static char *
dup_why_not_customer (RgCustomerPage *page, Need need)
{
  RgCustomerProfile *profile = page != NULL ? rg_customer_page_get_profile (page) : NULL;
  RgCustomer *customer = profile != NULL ? rg_customer_profile_get_customer (profile) : NULL;
  g_autoptr (RgPicture) picture = NULL;

  if (customer == NULL)
    return g_strdup (_ ("Open a customer first."));
  if (need == NEEDS_ACTIVE_CUSTOMER && customer->status != RG_CUSTOMER_STATUS_ACTIVE)
    return g_strdup (_ ("The customer is not active."));
  if (need == NEEDS_OTHER_CUSTOMER && customer->status == RG_CUSTOMER_STATUS_ACTIVE)
    return g_strdup (_ ("The customer is active already."));
  g_object_get (profile, "picture", &picture, NULL);
  if (need == NEEDS_PHOTO && (picture == NULL || picture->data == NULL))
    return g_strdup (_ ("There is no photo."));
  return NULL;
}

static char *
dup_why_not (RgWindow *window, const Command *command)
{
  char *why_not = NULL;

  if (command->need == NEEDS_NOTHING)
    return NULL;
  if (window->desk == NULL)
    return g_strdup (_ ("Open a file first."));
  switch (command->need)
    {
    case NEEDS_CUSTOMER:
    case NEEDS_ACTIVE_CUSTOMER:
    case NEEDS_OTHER_CUSTOMER:
    case NEEDS_PHOTO:
      why_not = dup_why_not_customer (rg_window_get_page (window), command->need);
      break;
    case NEEDS_BACKUP_RIGHT:
      return rg_desk_dup_why_not_right (window->desk, RG_BACKUP_RIGHT);
    case NEEDS_EXPORT_RIGHT:
      return rg_desk_dup_why_not_right (window->desk, RG_EXPORT_RIGHT);
    case NEEDS_UNDO:
      return g_strdup (window->undo_words != NULL ? window->undo_why_not : _ ("There is nothing to undo."));
    case NEEDS_REDO:
      return g_strdup (window->redo_words != NULL ? window->redo_why_not : _ ("There is nothing to redo."));
    case NEEDS_PIN:
      return rg_desk_dup_why_not_lock (window->desk);
    case NEEDS_LAST:
      return window->last_customer_id == 0 ? g_strdup (_ ("No customer was looked at yet.")) : NULL;
    case NEEDS_FILE:
    case NEEDS_NOTHING:
      break;
    }
  if (why_not == NULL && command->operation != NULL)
    why_not = rg_desk_dup_why_not (window->desk, command->operation);
  return why_not;
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
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;
  g_autofree char *why_not = dup_why_not (window, command);
  g_autofree char *shortcut = dup_shortcut (window, command->action);
  g_autofree char *undo = NULL;
  const char *title = _ (command->title);

  g_action_parse_detailed_name (command->action, &action, &target, NULL);
  if (command->need == NEEDS_UNDO && window->undo_words != NULL)
    title = undo = g_strdup_printf (_ ("Undo: %s"), window->undo_words);
  else if (command->need == NEEDS_REDO && window->redo_words != NULL)
    title = undo = g_strdup_printf (_ ("Redo: %s"), window->redo_words);
  return rg_palette_item_new (title, NULL, command->icon_name, shortcut, why_not, action, target);
}

/* What the business does not do leaves no trace. */
static gboolean
is_switched_off (RgWindow *window, const Command *command)
{
  return g_str_equal (command->action, "page.create-pickup-order") && window->desk != NULL
         && !rg_settings_get_bool (rg_desk_get_settings (window->desk), RG_SETTING_PICKUP);
}

/* Of those that match alike, what can be done now comes first. */
static void
find_commands (RgWindow *window, const Wanted *wanted, GArray *all)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      int score = match (wanted, _ (commands[i].title), _ (commands[i].keywords));
      Found found;

      if (score == 0 || is_switched_off (window, &commands[i]))
        continue;
      found.item = make_item (window, &commands[i]);
      found.rank = 1 + 2 * (BEST_MATCH - score) + (rg_palette_item_get_why_not (found.item) != NULL ? 1 : 0);
      g_array_append_val (all, found);
    }
}

/* A place whose name is typed in full is meant; otherwise commands come before places. */
static void
find_places (RgWindow *window, const Wanted *wanted, GArray *all)
{
  static const char *const kinds[] = {
    [RG_SECTION_PLACES] = N_ ("Go to"), [RG_SECTION_LISTS] = N_ ("List of customers"), [RG_SECTION_TAGS] = N_ ("Tag")
  };
  GListModel *places = window->places != NULL ? rg_places_get_model (window->places) : NULL;

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (RgPlace) place = g_list_model_get_item (places, i);
      const char *kind = _ (kinds[place->section]);
      int score = match (wanted, place->title, kind);
      Found found;

      if (score == 0)
        continue;
      found.item = rg_palette_item_new (place->title, kind, place->icon_name, NULL, NULL, "win.show-place",
                                        g_variant_new_string (place->name));
      found.rank = score == BEST_MATCH ? 0 : 3 * BEST_MATCH - score;
      g_array_append_val (all, found);
    }
}

/**
 * rg_commands_find:
 * @window: a window
 * @text: what was typed
 *
 * Returns: (transfer full) (element-type RgPaletteItem): the commands, places, lists and tags that match, the best
 * first
 */
GPtrArray *
rg_commands_find (RgWindow *window, const char *text)
{
  g_autofree char *folded = rg_text_fold (text);
  g_auto (GStrv) words = rg_text_words (folded);
  const Wanted wanted = { folded, words };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_set_clear_func (all, found_clear);
  find_commands (window, &wanted, all);
  find_places (window, &wanted, all);
  g_array_sort (all, compare_found);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (items, g_object_ref (g_array_index (all, Found, i).item));
  return items;
}
