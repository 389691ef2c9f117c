/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-sample-shop.h"

const RgSampleProduct rg_sample_products[] = {
  { "BOX-S", "Vegetable box, small", "Boxes", "box", 2800 },
  { "BOX-M", "Vegetable box, medium", "Boxes", "box", 3800 },
  { "BOX-L", "Vegetable box, large", "Boxes", "box", 4900 },
  { "BOX-W", "Winter vegetable box, large", "Boxes", "box", 4400 },
  { "BOX-F", "Fruit box", "Boxes", "box", 3400 },
  { "BOX-E", "Breakfast box", "Boxes", "box", 3950 },
  { "BOX-G", "Grill box for four", "Boxes", "box", 6400 },
  { "BOX-T", "Thanksgiving box", "Boxes", "box", 11800 },
  { "BOX-O", "Office fruit crate", "Boxes", "crate", 5600 },
  { "EGG-12", "Pasture-raised eggs, dozen", "Dairy and eggs", "dozen", 750 },
  { "EGG-06", "Pasture-raised eggs, half dozen", "Dairy and eggs", "6", 420 },
  { "MLK-1", "Whole milk, glass bottle", "Dairy and eggs", "1 qt", 525 },
  { "MLK-0", "Oat milk", "Dairy and eggs", "1 qt", 475 },
  { "BTR-1", "Cultured butter", "Dairy and eggs", "8 oz", 690 },
  { "YOG-1", "Plain yoghurt", "Dairy and eggs", "1 qt", 680 },
  { "CHS-1", "Aged cheddar", "Dairy and eggs", "8 oz", 980 },
  { "CHS-2", "Fresh goat cheese", "Dairy and eggs", "5 oz", 840 },
  { "CRM-1", "Heavy cream", "Dairy and eggs", "1 pt", 560 },
  { "BRD-S", "Sourdough loaf", "Bread", "loaf", 850 },
  { "BRD-R", "Rye with caraway", "Bread", "loaf", 825 },
  { "BRD-W", "Whole wheat sandwich loaf", "Bread", "loaf", 720 },
  { "BRD-B", "Brioche buns", "Bread", "4", 640 },
  { "BRD-F", "Rosemary focaccia", "Bread", "slab", 780 },
  { "BRD-C", "Cinnamon rolls", "Bread", "6", 1150 },
  { "VEG-TO", "Heirloom tomatoes", "Vegetables", "2 lb", 790 },
  { "VEG-PO", "Yellow Finn potatoes", "Vegetables", "5 lb", 650 },
  { "VEG-CA", "Rainbow carrots", "Vegetables", "bunch", 395 },
  { "VEG-KA", "Lacinato kale", "Vegetables", "bunch", 350 },
  { "VEG-SQ", "Delicata squash", "Vegetables", "2", 560 },
  { "VEG-ON", "Walla Walla onions", "Vegetables", "3 lb", 480 },
  { "VEG-GA", "Hardneck garlic", "Vegetables", "4 heads", 520 },
  { "VEG-SA", "Salad mix", "Vegetables", "6 oz", 540 },
  { "VEG-BE", "Golden beets", "Vegetables", "bunch", 430 },
  { "VEG-MU", "Oyster mushrooms", "Vegetables", "8 oz", 760 },
  { "VEG-PE", "Padrón peppers", "Vegetables", "8 oz", 590 },
  { "VEG-CO", "Sweet corn", "Vegetables", "6 ears", 600 },
  { "VEG-LE", "Leeks", "Vegetables", "3", 450 },
  { "VEG-BR", "Brussels sprouts", "Vegetables", "1 lb", 520 },
  { "FRU-AP", "Honeycrisp apples", "Fruit", "3 lb", 870 },
  { "FRU-PE", "Bartlett pears", "Fruit", "3 lb", 820 },
  { "FRU-BE", "Blueberries", "Fruit", "1 pt", 690 },
  { "FRU-ST", "Hood strawberries", "Fruit", "1 qt", 950 },
  { "FRU-PC", "Yellow peaches", "Fruit", "2 lb", 880 },
  { "FRU-CI", "Meyer lemons", "Fruit", "1 lb", 560 },
  { "MEA-CH", "Whole chicken, pasture-raised", "Meat and fish", "about 4 lb", 2650 },
  { "MEA-BE", "Ground beef, grass-fed", "Meat and fish", "1 lb", 1090 },
  { "MEA-PO", "Pork shoulder", "Meat and fish", "3 lb", 2490 },
  { "MEA-BA", "Applewood bacon", "Meat and fish", "12 oz", 1180 },
  { "MEA-SA", "Fennel sausage", "Meat and fish", "1 lb", 1150 },
  { "FIS-SA", "Coho salmon fillet", "Meat and fish", "1 lb", 2290 },
  { "FIS-TR", "Smoked trout", "Meat and fish", "6 oz", 1390 },
  { "PAN-HO", "Wildflower honey", "Pantry", "12 oz", 1190 },
  { "PAN-JA", "Marionberry jam", "Pantry", "9 oz", 890 },
  { "PAN-GR", "Maple granola", "Pantry", "1 lb", 1050 },
  { "PAN-OI", "Olive oil, early harvest", "Pantry", "500 ml", 2400 },
  { "PAN-BE", "Dry beans, Jacob’s Cattle", "Pantry", "1 lb", 680 },
  { "PAN-FL", "Stone-ground flour", "Pantry", "5 lb", 920 },
  { "PAN-SA", "Smoky tomato salsa", "Pantry", "16 oz", 790 },
  { "PAN-KI", "Sauerkraut with juniper", "Pantry", "16 oz", 860 },
  { "DRI-CI", "Apple cider, unfiltered", "Drinks", "half gallon", 990 },
  { "DRI-KO", "Ginger kombucha", "Drinks", "4 bottles", 1480 },
  { "DRI-CO", "Coffee, medium roast", "Drinks", "12 oz", 1650 },
};
const guint rg_sample_n_products = G_N_ELEMENTS (rg_sample_products);

const RgSampleStaff rg_sample_staff[] = {
  { "Nadia Okafor", RG_ROLE_MANAGER },
  { "Ben Achterberg", RG_ROLE_CUSTOMER_SERVICE },
  { "Ingrid Halvorsen", RG_ROLE_CUSTOMER_SERVICE },
  { "Rosa Delgado", RG_ROLE_ADMINISTRATOR },
};
const guint rg_sample_n_staff = G_N_ELEMENTS (rg_sample_staff);

/* The most frequent first. */
const char *const rg_sample_tags[] = {
  "Promo: Summer2026", "High Value", "VIP Customer", "Churn Risk",  "Requires Follow-up", "Gluten Free",
  "Holiday Box",       "Referral",   "Vegetarian",   "Nut Allergy", "Wholesale Lead",     "Gift Giver",
};
const guint rg_sample_n_tags = G_N_ELEMENTS (rg_sample_tags);

const RgSampleNote rg_sample_notes[] = {
  { RG_NOTE_KIND_PHONE, "Asked to move the next box one week; the freezer is full. Moved it." },
  { RG_NOTE_KIND_PHONE, "Two of the eggs were broken. Apologized, offered a credit, happy with that." },
  { RG_NOTE_KIND_PHONE, "Wants no beets, ever. Put it into the instructions." },
  { RG_NOTE_KIND_PHONE, "Asked whether we deliver on the day after Thanksgiving. Told them Saturday instead." },
  { RG_NOTE_KIND_PHONE, "Box was left at the neighbour’s. Driver will ring next time." },
  { RG_NOTE_KIND_PHONE, "Going away for three weeks; will call when back." },
  { RG_NOTE_KIND_PHONE, "Praised the sourdough. Would like a second loaf every other week." },
  { RG_NOTE_KIND_PHONE, "Card was declined, gave a new one over the gateway link." },
  { RG_NOTE_KIND_PHONE, "Tomatoes were soft. Sent a photo, credited in full." },
  { RG_NOTE_KIND_PHONE, "Asked for a larger box from next month, five people in the house now." },
  { RG_NOTE_KIND_PHONE, "Reached voicemail, left a message about the unpaid order." },
  { RG_NOTE_KIND_EMAIL, "Sent the allergen sheet for the winter box." },
  { RG_NOTE_KIND_EMAIL, "Forwarded the invoice again; it had gone to the old address." },
  { RG_NOTE_KIND_EMAIL, "Thanked us for the birthday jam." },
  { RG_NOTE_KIND_EMAIL, "Asked about nuts in the granola. It is made in a room with walnuts." },
  { RG_NOTE_KIND_EMAIL, "Wants to know where the salmon comes from. Sent the page about the boat." },
  { RG_NOTE_KIND_EMAIL, "Confirmed the new delivery day, Thursday mornings." },
  { RG_NOTE_KIND_EMAIL, "Sent the price list for caterers." },
  { RG_NOTE_KIND_ACTIVITY, "Dropped off a sample of the new rye." },
  { RG_NOTE_KIND_ACTIVITY, "Replaced the insulated bag, the zip was gone." },
  { RG_NOTE_KIND_ACTIVITY, "Picked up six empty crates." },
  { RG_NOTE_KIND_ACTIVITY, "Met at the farmers’ market; interested in the office crate." },
  { RG_NOTE_KIND_STICKY, "Gate code 4410#. Dog is friendly." },
  { RG_NOTE_KIND_STICKY, "Leave with the porter after 10." },
  { RG_NOTE_KIND_STICKY, "Speaks little English; a text message works best." },
  { RG_NOTE_KIND_STICKY, "Kitchen closes at 14:00." },
  { RG_NOTE_KIND_STICKY, "Never ring before nine, there is a baby." },
  { RG_NOTE_KIND_FORM, "Website form: how do I pause my box over the summer?" },
  { RG_NOTE_KIND_FORM, "Website form: do you deliver to the coast?" },
  { RG_NOTE_KIND_FORM, "Website form: please take me off the paper catalogue." },
};
const guint rg_sample_n_notes = G_N_ELEMENTS (rg_sample_notes);

const char *const rg_sample_reminders[] = {
  "Call back about the December menu.",
  "Check that the new gate code works for the driver.",
  "Ask whether the smaller box is enough.",
  "Confirm the holiday order before the cut-off.",
  "Ask for the missing crate.",
  "Remind about the unpaid invoice.",
  "Offer the winter box again.",
  "Find out how the rye was.",
};
const guint rg_sample_n_reminders = G_N_ELEMENTS (rg_sample_reminders);

/**
 * rg_sample_make_product: (skip)
 * @i: which
 *
 * Returns: (transfer full): a product of the sample business
 */
RgProduct *
rg_sample_make_product (guint i)
{
  const RgSampleProduct *sample = &rg_sample_products[i];
  RgProduct *product = g_object_new (RG_TYPE_PRODUCT, NULL);

  product->number = g_strdup (sample->number);
  product->name = g_strdup (sample->name);
  product->category = g_strdup (sample->category);
  product->unit = g_strdup (sample->unit);
  product->price = sample->price;
  product->currency = g_strdup ("USD");
  product->barcode = g_strdup_printf ("20%010u", 4711000 + i * 13);
  return product;
}
