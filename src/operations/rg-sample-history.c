/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-sample-life.h"

#include "rg-cancellation.h"
#include "rg-cart-item.h"
#include "rg-contact.h"
#include "rg-customer-tag.h"
#include "rg-ledger-entry.h"
#include "rg-money.h"
#include "rg-note-operations.h"
#include "rg-payment-method.h"
#include "rg-recurring-item.h"
#include "rg-sample-shop.h"

static RgProduct *
any_product (RgSampleLife *life)
{
  return life->plan->products->pdata[rg_life_below (life, life->plan->products->len)];
}

static void
change_note_done (RgRecord *record, gint64 time, gint64 staff_id)
{
  RG_NOTE (record)->done_at = time;
  RG_NOTE (record)->done_by_id = staff_id;
}

static RgNote *
plan_note (RgSampleLife *life, gint64 time, RgNoteKind kind, const char *text)
{
  RgNote *note = g_object_new (RG_TYPE_NOTE, NULL);
  RgSampleEvent *event = rg_sample_plan_add (life->plan, time, life->customer, "note.add", note);

  note->kind = kind;
  note->text = g_strdup (text);
  note->created_at = time;
  note->staff_id = event->staff_id;
  event->words = rg_note_dup_words (note);
  return note;
}

static void
plan_reminder (RgSampleLife *life, RgDay due, gboolean weekly, gboolean done)
{
  RgDay written = MAX (life->registered, MIN (due, life->plan->today) - 2 - rg_life_below (life, 9));
  gint64 time = rg_life_later (rg_sample_plan_time (life->plan, written, 500 + rg_life_below (life, 500)),
                               life->customer->registered_at + 1);
  RgNote *note
    = plan_note (life, time, RG_NOTE_KIND_REMINDER, rg_sample_reminders[rg_life_below (life, rg_sample_n_reminders)]);
  RgSampleEvent *event;

  note->reminder_day = due;
  note->recur_weekly = weekly;
  if (!done)
    return;
  time = rg_life_later (rg_sample_plan_time (life->plan, due, 540 + rg_life_below (life, 400)), note->created_at + 1);
  event = rg_sample_plan_add (life->plan, time, life->customer, "note.complete", g_object_ref (note));
  event->step = RG_SAMPLE_CHANGE;
  event->change = change_note_done;
}

/* The customer of the pictures has a story to tell. */
static void
plan_rich_notes (RgSampleLife *life)
{
  RgDay today = life->plan->today;
  RgNote *note;

  plan_note (life, rg_sample_plan_time (life->plan, life->registered + 1, 620), RG_NOTE_KIND_STICKY,
             "Prefers Jordan, never “Mr. Reyes”. Kitchen closes at 14:00.");
  for (guint i = 0; i < 17; i++)
    {
      const RgSampleNote *sample = &rg_sample_notes[rg_life_below (life, 22)];

      plan_note (life, rg_sample_plan_time (life->plan, today - 20 - i * 67, 500 + rg_life_below (life, 500)),
                 sample->kind, sample->text);
    }
  plan_reminder (life, today - 40, FALSE, TRUE);
  plan_reminder (life, today - 15, FALSE, TRUE);
  note = plan_note (life, rg_sample_plan_time (life->plan, today - 10, 510), RG_NOTE_KIND_REMINDER,
                    "Check that the new gate code works for the driver.");
  note->reminder_day = today + 4;
  note->recur_weekly = TRUE;
  plan_note (life, rg_sample_plan_time (life->plan, today - 4, 965), RG_NOTE_KIND_EMAIL,
             "Sent the allergen sheet for the winter box, twice, since the first went to the old address.");
  note
    = plan_note (life, rg_sample_plan_time (life->plan, today, 581), RG_NOTE_KIND_PHONE,
                 "Asked to move the November box one week; the freezer is full after Thanksgiving. Confirmed the pork "
                 "shoulder stays in.");
  note->reminder_day = today + 1;
}

static void
plan_notes (RgSampleLife *life, guint serial)
{
  guint n = rg_life_below (life, 6);
  guint span = MAX (1, life->end - life->registered);

  if (life->rich)
    {
      plan_rich_notes (life);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      const RgSampleNote *sample = &rg_sample_notes[rg_sample_rank (&life->plan->random, rg_sample_n_notes)];
      gint64 time = rg_sample_plan_time (life->plan, life->registered + rg_life_below (life, span),
                                         490 + rg_life_below (life, 560));

      plan_note (life, rg_life_later (time, life->customer->registered_at + 1), sample->kind, sample->text);
    }
  if (life->customer->status != RG_CUSTOMER_STATUS_ACTIVE)
    return;
  switch (serial % 40)
    {
    case 3:
      plan_reminder (life, life->plan->today - (serial % 3 == 0 ? 1 + rg_life_below (life, 9) : 0), FALSE, FALSE);
      break;
    case 11:
      plan_reminder (life, life->plan->today + rg_life_below (life, 7), TRUE, FALSE);
      break;
    case 17:
    case 29:
      plan_reminder (life, life->plan->today + 1 + rg_life_below (life, 20), FALSE, FALSE);
      break;
    case 23:
    case 31:
      plan_reminder (life, life->plan->today - 1 - rg_life_below (life, 60), FALSE, TRUE);
      break;
    }
}

static void
plan_tags (RgSampleLife *life)
{
  guint n = life->rich ? 2 : rg_life_below (life, 5) / 2;
  guint used = 0;

  for (guint i = 0; i < n; i++)
    {
      guint which = life->rich ? (i == 0 ? 4 : 0) : rg_sample_rank (&life->plan->random, life->plan->tags->len);
      RgCustomerTag *tag;
      gint64 time;

      if (used & 1u << which)
        continue;
      used |= 1u << which;
      time = rg_sample_plan_time (life->plan,
                                  life->end - rg_life_below (life, MIN (150, life->end - life->registered + 1)), 700);
      tag = g_object_new (RG_TYPE_CUSTOMER_TAG, NULL);
      tag->tag_id = rg_record_get_id (life->plan->tags->pdata[which]);
      tag->added_at = rg_life_later (time, life->customer->registered_at + 1);
      rg_sample_plan_add (life->plan, tag->added_at, life->customer, "tag.add", tag)->words
        = g_strdup (rg_sample_tags[which]);
    }
}

static void
plan_money (
  RgSampleLife *life, RgLedgerKind kind, const char *operation, gint64 amount, const char *currency, const char *reason)
{
  RgLedgerEntry *entry = g_object_new (RG_TYPE_LEDGER_ENTRY, NULL);
  gint64 time = rg_sample_plan_time (life->plan,
                                     life->end - rg_life_below (life, MIN (90, life->end - life->registered + 1)), 800);
  RgSampleEvent *event;

  entry->kind = kind;
  entry->amount = amount;
  entry->currency = g_strdup (currency);
  entry->reason = g_strdup (reason);
  entry->created_at = rg_life_later (time, life->customer->registered_at + 1);
  event = rg_sample_plan_add (life->plan, entry->created_at, life->customer, operation, entry);
  entry->staff_id = event->staff_id;
  event->words = rg_money_format (ABS (amount), currency);
  event->reason = g_strdup (reason);
}

static void
plan_ledger (RgSampleLife *life, guint serial)
{
  static const char *const reasons[]
    = { "Damaged tomatoes", "Two broken eggs", "Late delivery", "Missing loaf", "Referred a friend" };
  const char *currency = life->customer->currency != NULL ? life->customer->currency : "USD";

  if (life->rich || serial % 13 == 5)
    plan_money (life, RG_LEDGER_KIND_CREDIT, "ledger.add-credit",
                life->rich ? 2000 : 500 * (1 + rg_life_below (life, 8)), currency,
                reasons[life->rich ? 0 : rg_life_below (life, G_N_ELEMENTS (reasons))]);
  if (!life->rich && serial % 29 == 7)
    plan_money (life, RG_LEDGER_KIND_CHARGE, "ledger.charge", -1200 - 100 * (gint64) rg_life_below (life, 40), currency,
                "Crates not returned");
  if (serial % 37 == 9)
    plan_money (life, RG_LEDGER_KIND_ADJUSTMENT, "ledger.change-balance", 350, currency,
                "Rounding from the old system");
  if (serial % 41 == 12 && g_str_equal (currency, "USD"))
    plan_money (life, RG_LEDGER_KIND_CREDIT, "ledger.add-credit", 1500, "EUR", "Paid the deposit in euros");
}

static void
plan_wishes (RgSampleLife *life)
{
  guint n_cart = life->rich ? 3 : rg_life_one_in (life, 6) ? 1 + rg_life_below (life, 4) : 0;
  guint n_recurring = life->rich ? 3 : rg_life_one_in (life, 3) ? 1 + rg_life_below (life, 3) : 0;

  for (guint i = 0; i < n_cart; i++)
    {
      RgCartItem *item = g_object_new (RG_TYPE_CART_ITEM, NULL);
      RgProduct *product = any_product (life);
      RgDay day = life->plan->today - MIN (rg_life_below (life, 240), life->plan->today - life->registered);

      item->product_id = rg_record_get_id (RG_RECORD (product));
      item->quantity = 1 + rg_life_below (life, 3);
      item->price_added = rg_sample_life_price (life, product, day);
      item->currency = g_strdup (product->currency);
      item->status = RG_CART_STATUS_PENDING;
      item->frequency = rg_life_one_in (life, 3) ? RG_FREQUENCY_BIWEEKLY : RG_FREQUENCY_ONCE;
      item->added_at = rg_life_later (rg_sample_plan_time (life->plan, day, 700 + rg_life_below (life, 400)),
                                      life->customer->registered_at + 1);
      rg_sample_plan_add (life->plan, item->added_at, life->customer, "cart.add", item)->words
        = g_strdup (product->name);
    }
  for (guint i = 0; i < n_recurring; i++)
    {
      RgRecurringItem *item = g_object_new (RG_TYPE_RECURRING_ITEM, NULL);
      RgProduct *product
        = life->plan->products->pdata[life->rich ? (i == 0 ? 3 : 8 + i) : 9 + rg_life_below (life, 30)];

      item->product_id = rg_record_get_id (RG_RECORD (product));
      item->quantity = life->rich && i == 0 ? 2 : 1;
      item->frequency = RG_FREQUENCY_WEEKLY + rg_life_below (life, 3);
      item->last_day = life->last_delivered;
      item->created_at
        = rg_life_later (rg_sample_plan_time (life->plan, life->end - MIN (100, life->end - life->registered), 650 + i),
                         life->customer->registered_at + 1);
      rg_sample_plan_add (life->plan, item->created_at, life->customer, "recurring.add", item)->words
        = g_strdup (product->name);
    }
}

static void
change_cancelled (RgRecord *record, gint64 time, gint64 staff_id)
{
  RG_CUSTOMER (record)->status = RG_CUSTOMER_STATUS_CANCELLED;
}

static void
plan_cancellation (RgSampleLife *life)
{
  static const char *const notes[] = { "Was friendly, may come back in spring.", "Offered the small box; no.",
                                       "Moves at the end of the month.", "Asked to delete the card on file.", NULL };
  RgCancellation *cancellation = g_object_new (RG_TYPE_CANCELLATION, NULL);
  gint64 time = rg_sample_plan_time (life->plan, life->end, 1080);
  RgSampleEvent *event
    = rg_sample_plan_add (life->plan, time, life->customer, "cancellation.add", g_object_ref (life->customer));

  event->step = RG_SAMPLE_CHANGE;
  event->change = change_cancelled;
  cancellation->day = life->end;
  cancellation->reason = rg_life_below (life, 8);
  if (cancellation->reason == RG_CANCELLATION_REASON_OTHER)
    cancellation->other_reason = g_strdup ("Grows vegetables at home now");
  cancellation->notes = g_strdup (notes[rg_life_below (life, G_N_ELEMENTS (notes))]);
  cancellation->staff_id = event->staff_id;
  cancellation->created_at = time;
  g_ptr_array_add (event->records, cancellation);
}

static void
fill_customer (RgSampleLife *life, guint serial)
{
  static const RgPaymentType payments[]
    = { RG_PAYMENT_TYPE_CARD, RG_PAYMENT_TYPE_CARD,   RG_PAYMENT_TYPE_CARD,  RG_PAYMENT_TYPE_CARD,
        RG_PAYMENT_TYPE_CARD, RG_PAYMENT_TYPE_PAYPAL, RG_PAYMENT_TYPE_CHECK, RG_PAYMENT_TYPE_EBT };
  RgCustomer *customer = life->customer;

  life->payment = customer->type == RG_CUSTOMER_TYPE_BUSINESS && !life->rich
                    ? RG_PAYMENT_TYPE_INVOICE
                    : payments[life->rich ? 0 : rg_life_below (life, G_N_ELEMENTS (payments))];
  if (serial % 23 == 6 && g_strcmp0 (life->address->country, "US") != 0)
    customer->currency = g_strdup ("EUR");
  if (!rg_life_one_in (life, 3))
    customer->date_of_birth
      = rg_day_from_ymd (1948 + rg_life_below (life, 58), 1 + rg_life_below (life, 12), 1 + rg_life_below (life, 28));
  if (!rg_life_one_in (life, 3))
    {
      customer->last_login_at = rg_life_later (
        rg_sample_plan_time (life->plan, life->end - rg_life_below (life, 60), rg_life_below (life, 1400)),
        customer->registered_at);
      customer->last_login_from = g_strdup_printf ("192.0.2.%u", 1 + rg_life_below (life, 250));
    }
  customer->cardboard_only = rg_life_one_in (life, 12);
  customer->no_plastic = rg_life_one_in (life, 10);
  customer->extra_dry_ice = rg_life_one_in (life, 25);
  customer->force_ground = life->address->route == NULL && rg_life_one_in (life, 5);
  customer->contact_by_sms = rg_life_one_in (life, 2);
  if (rg_life_one_in (life, 5))
    customer->private_instructions = g_strdup ("Side door, past the blue shed. Dog is friendly.");
  if (rg_life_one_in (life, 6))
    customer->special_instructions = g_strdup ("No beets, please.");
  if (life->rich)
    {
      customer->segment = RG_SEGMENT_VIP;
      customer->vip_label = TRUE;
      customer->legal_name = g_strdup ("Reyes Catering LLC");
      customer->work_phone = g_strdup ("(503) 555-0143");
      customer->work_phone_extension = g_strdup ("12");
      g_set_str (&customer->private_instructions, "Ring at the kitchen door, gate code 4410#.");
      customer->date_of_birth = rg_day_from_ymd (1984, 5, 17);
    }
  else if (rg_life_one_in (life, 30))
    {
      customer->segment = RG_SEGMENT_VIP;
      customer->vip_label = TRUE;
    }
  else if (rg_life_one_in (life, 60))
    customer->incomplete = TRUE;
  if (!life->rich && rg_life_one_in (life, 70))
    customer->user_type = RG_USER_TYPE_EMPLOYEE;
}

static void
plan_registration (RgSampleLife *life)
{
  RgCustomer *customer = life->customer;
  RgSampleEvent *event
    = rg_sample_plan_add (life->plan, customer->registered_at, customer, "customer.add", g_object_ref (customer));

  event->words = rg_customer_dup_display_name (customer);
  g_ptr_array_add (event->records, g_object_ref (life->address));
  if (customer->type == RG_CUSTOMER_TYPE_BUSINESS)
    {
      RgContact *contact = g_object_new (RG_TYPE_CONTACT, NULL);

      contact->name = g_strdup (life->rich ? "Camila Reyes" : "Front desk");
      contact->role = g_strdup (life->rich ? "Head chef" : "Receives deliveries");
      contact->phone = g_strdup (customer->phone);
      g_ptr_array_add (event->records, contact);
    }
  if (life->payment != RG_PAYMENT_TYPE_EBT || rg_life_one_in (life, 2))
    {
      RgPaymentMethod *method = g_object_new (RG_TYPE_PAYMENT_METHOD, NULL);

      method->type = life->payment;
      method->is_primary = TRUE;
      if (life->payment == RG_PAYMENT_TYPE_CARD)
        {
          method->label = g_strdup_printf ("%s •%04u", life->rich || rg_life_one_in (life, 2) ? "Visa" : "Mastercard",
                                           life->rich ? 4242 : rg_life_below (life, 10000));
          method->profile_id = g_strdup_printf ("cus_%08x", (guint) rg_sample_next (&life->plan->random));
        }
      g_ptr_array_add (event->records, method);
    }
}

/**
 * rg_sample_plan_customer: (skip)
 * @plan: a plan
 * @customer: who they are; gets settings and a state
 * @address: where they live
 * @serial: how many came before
 * @rich: whether much happened
 *
 * Plans all that happened with one customer.
 */
void
rg_sample_plan_customer (RgSamplePlan *plan, RgCustomer *customer, RgAddress *address, guint serial, gboolean rich)
{
  RgSampleLife life = { plan, customer, address, rich };
  guint days;

  life.registered = rg_day_of_time (customer->registered_at, NULL);
  life.end = plan->today;
  life.favourite = rich ? 3 : rg_sample_rank (&plan->random, 9);
  life.owes = !rich && serial % 14 == 4;
  days = plan->today - life.registered;
  fill_customer (&life, serial);
  plan_registration (&life);
  if (!rich && days > 60 && serial % 13 == 8)
    {
      life.end -= 1 + rg_life_below (&life, days - 30);
      customer->status = RG_CUSTOMER_STATUS_CANCELLED;
    }
  else if (!rich && days > 200 && serial % 31 == 2)
    {
      life.end -= 150;
      customer->status = RG_CUSTOMER_STATUS_INACTIVE;
    }
  rg_sample_life_plan_orders (&life);
  plan_notes (&life, serial);
  plan_tags (&life);
  plan_ledger (&life, serial);
  if (customer->status == RG_CUSTOMER_STATUS_ACTIVE)
    plan_wishes (&life);
  if (customer->status == RG_CUSTOMER_STATUS_CANCELLED)
    {
      customer->status = RG_CUSTOMER_STATUS_ACTIVE;
      plan_cancellation (&life);
    }
}
