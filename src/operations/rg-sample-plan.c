/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-sample-history.h"

#include "rg-id.h"
#include "rg-sample-shop.h"
#include "rg-setting.h"
#include "rg-tag.h"
#include "rg-text.h"

/* Days since the business opened, and how many customers registered in that time if all had stayed. */
#define DAYS_OPEN 1340
#define NUMBERS 5000
#define SEED 20260307

/* Some who are always there, so that pictures, tests and tutorials can speak of them. */
static const struct
{
  guint number;
  const char *first_name, *last_name, *business, *email, *phone;
  const char *street, *city, *state, *postcode, *country, *route;
} known[] = {
  { 100234, "Jordan", "Reyes", "Reyes Catering", "jordan@reyescatering.example", "(503) 555-0142",
    "2140 SE Division Street", "Portland", "OR", "97202", "US", "4" },
  { 100871, "Mai Linh", "Tran", NULL, "mai.linh@tranfamily.example", "(503) 555-0187", "118 NW Lovejoy Street",
    "Portland", "OR", "97209", "US", "2" },
  { 102233, "Oskar", "Lindqvist", NULL, "oskar@lindqvist.example", "+46 70 174 06 05", "Skolvägen 14", "Göteborg", NULL,
    "411 18", "SE", NULL },
  { 103310, "Amélie", "Fournier", "Épicerie Fournier", "amelie@fournier.example", "+33 6 39 98 12 40",
    "12 rue des Lilas", "Lyon", NULL, "69003", "FR", NULL },
  { 100052, "Tomás", "Herrera", NULL, "tomas@herrera.example", "(503) 555-0119", "77 Orchard Lane", "Gresham", "OR",
    "97030", "US", "6" },
  { 104412, "Grace", "Adeyemi", NULL, "grace.adeyemi@example.com", "(512) 555-0163", "901 Pine Court", "Austin", "TX",
    "78704", "US", NULL },
  { 101120, "Hanna", "Schmidt-Vogel", NULL, "hanna@schmidtvogel.example", "+49 30 23125 114", "Lindenweg 7", "Berlin",
    NULL, "10969", "DE", NULL },
  { 100777, "Daniel", "O’Connor", "O’Connor & Sons", "daniel@oconnorandsons.example", "+353 20 912 4417",
    "3 Patrick Street", "Cork", NULL, "T12 W8N1", "IE", NULL },
  { 104981, "Yuki", "Nakamura", NULL, "yuki.nakamura@example.org", "+81 3-5550-0120", "Jingūmae 4", "Tokyo", "Shibuya",
    "150-0001", "JP", NULL },
  { 103007, "Priya", "Raghunathan", NULL, "priya.r@example.org", "(503) 555-0176", "3310 Hawthorne Boulevard",
    "Portland", "OR", "97214", "US", "5" },
  { 101904, "Luca", "Bianchi", "Trattoria Bianchi", "luca@trattoriabianchi.example", "(503) 555-0131",
    "640 Burnside Road", "Portland", "OR", "97205", "US", "2" },
  { 100318, "Sofia", "Kowalczyk", NULL, "sofia.k@example.org", "+48 22 555 01 18", "ul. Długa 31", "Warszawa", NULL,
    "00-238", "PL", NULL },
  { 102118, "Noah", "Williams", NULL, "noah@williams.example", "(360) 555-0102", "455 Mill Road", "Vancouver", "WA",
    "98661", "US", "7" },
};

static void
event_free (gpointer data)
{
  RgSampleEvent *event = data;

  g_clear_object (&event->customer);
  g_ptr_array_unref (event->records);
  g_free (event->words);
  g_free (event->reason);
  g_free (event);
}

/**
 * rg_sample_plan_free: (skip)
 * @plan: (transfer full): a plan
 */
void
rg_sample_plan_free (RgSamplePlan *plan)
{
  g_ptr_array_unref (plan->products);
  g_ptr_array_unref (plan->tags);
  g_ptr_array_unref (plan->staff);
  g_ptr_array_unref (plan->events);
  g_free (plan);
}

/**
 * rg_sample_plan_time: (skip)
 * @plan: a plan
 * @day: a day
 * @minute: minutes after midnight
 *
 * Returns: an instant then, not the same as another one; what would be in the future was in the last two
 * hours
 */
gint64
rg_sample_plan_time (RgSamplePlan *plan, RgDay day, guint minute)
{
  gint64 time = rg_day_start (day, NULL) + minute * G_TIME_SPAN_MINUTE + rg_sample_below (&plan->random, 60000000);

  /* Without another number of chance: what else is planned is the same at any hour. */
  if (time >= plan->now)
    time = plan->now - 1 - (time - plan->now) % (2 * G_TIME_SPAN_HOUR);
  return time;
}

/**
 * rg_sample_plan_add: (skip)
 * @plan: a plan
 * @time: when it happened
 * @customer: (nullable): whose it is
 * @operation: the name of the operation that does it
 * @record: (transfer full): what is new
 *
 * Returns: (transfer none): an event, done by one of the staff
 */
RgSampleEvent *
rg_sample_plan_add (RgSamplePlan *plan, gint64 time, RgCustomer *customer, const char *operation, gpointer record)
{
  RgSampleEvent *event = g_new0 (RgSampleEvent, 1);
  guint who = rg_sample_rank (&plan->random, plan->staff->len);

  event->time = time;
  event->customer = customer != NULL ? g_object_ref (customer) : NULL;
  event->operation = operation;
  event->staff_id = rg_record_get_id (plan->staff->pdata[who]);
  event->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (event->records, record);
  g_ptr_array_add (plan->events, event);
  return event;
}

/* A new record that others refer to, so its id is known from the start. */
static gpointer
keep (GPtrArray *all, gpointer record)
{
  rg_record_set_id (record, rg_id_new ());
  g_ptr_array_add (all, record);
  return g_object_ref (record);
}

static void
plan_setting (RgSamplePlan *plan, gint64 time, const char *name, const char *value)
{
  RgSetting *setting = g_object_new (RG_TYPE_SETTING, NULL);

  setting->name = g_strdup (name);
  setting->value = g_strdup (value);
  rg_sample_plan_add (plan, time, NULL, "setting.change", setting)->words = g_strdup (name);
}

static void
plan_business (RgSamplePlan *plan)
{
  gint64 time = rg_sample_plan_time (plan, plan->today - DAYS_OPEN - 14, 480);

  for (guint i = 0; i < rg_sample_n_staff; i++)
    {
      RgStaff *staff = g_object_new (RG_TYPE_STAFF, NULL);
      RgSampleEvent *event;

      staff->name = g_strdup (rg_sample_staff[i].name);
      staff->role = rg_sample_staff[i].role;
      event = rg_sample_plan_add (plan, time + i, NULL, "staff.add", keep (plan->staff, staff));
      event->words = g_strdup (staff->name);
      event->staff_id = 0;
    }
  plan_setting (plan, time + 10, "business-name", RG_SAMPLE_BUSINESS_NAME);
  plan_setting (plan, time + 11, "sample", "yes");
  for (guint i = 0; i < rg_sample_n_products; i++)
    {
      RgProduct *product = rg_sample_make_product (i);

      rg_sample_plan_add (plan, time + 20 + i, NULL, "product.add", keep (plan->products, product))->words
        = g_strdup (product->name);
    }
  for (guint i = 0; i < rg_sample_n_tags; i++)
    {
      RgTag *tag = g_object_new (RG_TYPE_TAG, NULL);

      tag->name = g_strdup (rg_sample_tags[i]);
      rg_sample_plan_add (plan, time + 200 + i, NULL, "tag.add", keep (plan->tags, tag))->words = g_strdup (tag->name);
    }
}

static void
use_known (guint i, RgCustomer *customer, RgAddress *address)
{
  g_set_str (&customer->first_name, known[i].first_name);
  g_set_str (&customer->last_name, known[i].last_name);
  g_set_str (&customer->business_name, known[i].business);
  g_set_str (&customer->email, known[i].email);
  g_set_str (&customer->phone, known[i].phone);
  g_clear_pointer (&customer->legal_name, g_free);
  customer->type = known[i].business != NULL ? RG_CUSTOMER_TYPE_BUSINESS : RG_CUSTOMER_TYPE_INDIVIDUAL;
  customer->account_type = RG_ACCOUNT_TYPE_CUSTOMER;
  customer->segment = RG_SEGMENT_REGULAR;
  customer->wholesale_discount = 0;
  for (guint j = 0; j < rg_sample_n_countries; j++)
    if (g_str_equal (rg_sample_countries[j].code, known[i].country))
      g_set_str (&customer->language, rg_sample_countries[j].language);
  g_set_str (&address->street, known[i].street);
  g_set_str (&address->city, known[i].city);
  g_set_str (&address->state, known[i].state);
  g_set_str (&address->postcode, known[i].postcode);
  g_set_str (&address->country, known[i].country);
  g_set_str (&address->route, known[i].route);
  address->stop = known[i].route != NULL ? 1 + i * 3 : 0;
}

/* Which of the known customers has the number; -1 when none. */
static int
find_known (guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].number == number)
      return i;
  return -1;
}

/* Whether they would be mistaken for one of the known customers by their name or telephone number. */
static gboolean
resembles_known (RgCustomer *customer)
{
  g_autofree char *first = rg_text_fold (customer->first_name);
  g_autofree char *last = rg_text_fold (customer->last_name);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *known_first = rg_text_fold (known[i].first_name);
      g_autofree char *known_last = rg_text_fold (known[i].last_name);

      if (g_strcmp0 (known[i].phone, customer->phone) == 0
          || (g_str_equal (known_first, first) && g_str_equal (known_last, last)))
        return TRUE;
    }
  return FALSE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const RgSampleEvent *x = *(const RgSampleEvent *const *) a, *y = *(const RgSampleEvent *const *) b;

  return x->time < y->time ? -1 : x->time > y->time;
}

/* The numbers of the customers, ascending: those of the known ones, and others all over the time since it opened. */
static GArray *
make_numbers (guint n_customers)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < MIN (n_customers, G_N_ELEMENTS (known)); i++)
    g_array_append_val (numbers, known[i].number);
  for (guint i = numbers->len; i < n_customers; i++)
    {
      guint number = 100001 + (guint64) i * NUMBERS / n_customers;

      while (find_known (number) >= 0)
        number++;
      if (number == g_array_index (numbers, guint, numbers->len - 1))
        number++;
      g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

/**
 * rg_sample_plan_new: (skip)
 * @n_customers: how many
 *
 * Returns: (transfer full): what happened, in the order of time
 */
RgSamplePlan *
rg_sample_plan_new (guint n_customers)
{
  RgSamplePlan *plan = g_new0 (RgSamplePlan, 1);
  g_autoptr (GArray) numbers = make_numbers (n_customers);

  plan->random.state = SEED;
  plan->now = rg_time_now ();
  plan->today = rg_day_of_time (plan->now, NULL);
  plan->products = g_ptr_array_new_with_free_func (g_object_unref);
  plan->tags = g_ptr_array_new_with_free_func (g_object_unref);
  plan->staff = g_ptr_array_new_with_free_func (g_object_unref);
  plan->events = g_ptr_array_new_with_free_func (event_free);
  g_ptr_array_add (plan->staff, g_object_new (RG_TYPE_STAFF, NULL)); /* for the time before there are any */
  plan_business (plan);
  g_ptr_array_remove_index (plan->staff, 0);

  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (RgCustomer) customer = g_object_new (RG_TYPE_CUSTOMER, NULL);
      g_autoptr (RgAddress) address = g_object_new (RG_TYPE_ADDRESS, NULL);
      guint number = g_array_index (numbers, guint, i);
      RgSampleRandom who = { SEED + number }; /* one's own: the same people on any day */
      int which = find_known (number);
      RgDay day = plan->today - DAYS_OPEN + (number - 100000) * (DAYS_OPEN - 6) / NUMBERS;

      rg_record_set_id (RG_RECORD (customer), rg_id_new ());
      rg_record_set_id (RG_RECORD (address), rg_id_new ());
      customer->number = number;
      do
        rg_sample_make_person (&who, i, FALSE, customer, address);
      while (resembles_known (customer));
      if (which >= 0)
        use_known (which, customer, address);
      customer->registered_at = rg_sample_plan_time (plan, day, 420 + rg_sample_below (&plan->random, 840));
      rg_sample_plan_customer (plan, customer, address, i, number == known[0].number);
    }
  g_ptr_array_sort (plan->events, compare_events);
  return plan;
}
