-- The first schema. Days are ISO text, times microseconds UTC, money minor units, enumerations words.

CREATE TABLE staff (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, pin_hash TEXT, left INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT) STRICT;

CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  first_name TEXT, last_name TEXT, business_name TEXT, email TEXT,
  phone TEXT, phone_extension TEXT, work_phone TEXT, work_phone_extension TEXT, fax TEXT, fax_extension TEXT,
  status TEXT NOT NULL, type TEXT NOT NULL, user_type TEXT NOT NULL, account_type TEXT NOT NULL, segment TEXT NOT NULL,
  wholesale_discount INTEGER NOT NULL CHECK (wholesale_discount BETWEEN 0 AND 10000),
  sales_rep_id INTEGER REFERENCES staff,
  language TEXT, currency TEXT,
  contact_by_email INTEGER NOT NULL, contact_by_phone INTEGER NOT NULL,
  contact_by_sms INTEGER NOT NULL, contact_by_post INTEGER NOT NULL,
  date_of_birth TEXT,
  legal_name TEXT, tax_id TEXT, registration_number TEXT, business_type TEXT, industry TEXT,
  payment_terms TEXT NOT NULL,
  cardboard_only INTEGER NOT NULL, no_plastic INTEGER NOT NULL, force_ground INTEGER NOT NULL,
  force_third_party INTEGER NOT NULL, alert_next_order INTEGER NOT NULL, vip_label INTEGER NOT NULL,
  extra_dry_ice INTEGER NOT NULL,
  private_instructions TEXT, special_instructions TEXT,
  incomplete INTEGER NOT NULL,
  external_id TEXT,
  registered_at INTEGER, last_login_at INTEGER, last_login_from TEXT, password_reset_at INTEGER,
  -- derived, kept in the same transaction
  active_at INTEGER, place INTEGER NOT NULL, sort_key BLOB, owes INTEGER NOT NULL, due_day TEXT
) STRICT;
CREATE INDEX customer_place ON customer (place);
CREATE INDEX customer_status_place ON customer (status, place);
CREATE INDEX customer_status_sort ON customer (status, sort_key);
CREATE INDEX customer_sort ON customer (sort_key);
CREATE INDEX customer_email ON customer (lower (email)) WHERE email IS NOT NULL;
CREATE INDEX customer_due ON customer (due_day) WHERE due_day IS NOT NULL;
CREATE INDEX customer_birthday ON customer (substr (date_of_birth, 6)) WHERE date_of_birth IS NOT NULL;
CREATE INDEX customer_external ON customer (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX customer_rep ON customer (sales_rep_id) WHERE sales_rep_id IS NOT NULL;

-- The search index: one row a customer, its rowid the customer's place, so that newest activity comes first.
-- Its words are folded and parted by blanks, which is all that the tokenizer needs to know; words of private-use
-- characters are facets (see rg-search-words.c).
CREATE VIRTUAL TABLE customer_search USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4 5 6 7', tokenize = 'ascii'
);
-- Every word that occurs in a name, to offer near matches. Words no longer in use do no harm.
CREATE TABLE name_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE address (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  kind TEXT NOT NULL, label TEXT, recipient TEXT, street TEXT, street2 TEXT, city TEXT, state TEXT, postcode TEXT,
  country TEXT, route TEXT, stop INTEGER NOT NULL, is_primary INTEGER NOT NULL, verified_at INTEGER
) STRICT;
CREATE INDEX address_customer ON address (customer_id);
CREATE INDEX address_postcode ON address (postcode) WHERE postcode IS NOT NULL;
CREATE UNIQUE INDEX address_primary ON address (customer_id) WHERE is_primary = 1;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  name TEXT NOT NULL, role TEXT, phone TEXT, email TEXT
) STRICT;
CREATE INDEX contact_customer ON contact (customer_id);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  kind TEXT NOT NULL, text TEXT NOT NULL, created_at INTEGER NOT NULL, staff_id INTEGER REFERENCES staff,
  reminder_day TEXT, recur_weekly INTEGER NOT NULL, done_at INTEGER, done_by_id INTEGER REFERENCES staff,
  deleted_at INTEGER, deleted_by_id INTEGER REFERENCES staff
) STRICT;
CREATE INDEX note_customer ON note (customer_id);
CREATE INDEX note_reminder ON note (reminder_day) WHERE reminder_day IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE, barcode TEXT, name TEXT NOT NULL, description TEXT, category TEXT, unit TEXT,
  price INTEGER NOT NULL, currency TEXT NOT NULL, retired INTEGER NOT NULL, external_id TEXT,
  folded TEXT -- derived
) STRICT;
CREATE INDEX product_folded ON product (folded);
CREATE INDEX product_barcode ON product (barcode) WHERE barcode IS NOT NULL;
CREATE INDEX product_external ON product (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customer,
  status TEXT NOT NULL, kind TEXT NOT NULL, origin TEXT NOT NULL,
  created_at INTEGER NOT NULL, delivery_day TEXT, delivery_confirmed INTEGER NOT NULL,
  route TEXT, stop INTEGER NOT NULL, address_id INTEGER REFERENCES address, ship_to TEXT,
  currency TEXT NOT NULL, subtotal INTEGER NOT NULL, delivery_fee INTEGER NOT NULL, total INTEGER NOT NULL,
  paid INTEGER NOT NULL, payment_status TEXT NOT NULL, payment_type TEXT NOT NULL,
  tracking TEXT, note TEXT, alert INTEGER NOT NULL, external_id TEXT
) STRICT;
CREATE INDEX orders_customer ON orders (customer_id, delivery_day);
CREATE INDEX orders_status ON orders (status);
CREATE INDEX orders_day ON orders (delivery_day);
CREATE INDEX orders_open ON orders (delivery_day) WHERE status IN ('new', 'open', 'pending');
CREATE INDEX orders_external ON orders (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX orders_address ON orders (address_id) WHERE address_id IS NOT NULL;

CREATE TABLE order_line (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  product_id INTEGER REFERENCES product,
  position INTEGER NOT NULL, name TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 0 AND 2147483647),
  unit_price INTEGER NOT NULL CHECK (unit_price BETWEEN -1000000000000 AND 1000000000000),
  discount INTEGER NOT NULL CHECK (discount BETWEEN 0 AND 10000),
  currency TEXT NOT NULL, recurring INTEGER NOT NULL
) STRICT;
CREATE INDEX order_line_order ON order_line (order_id);
CREATE INDEX order_line_product ON order_line (product_id) WHERE product_id IS NOT NULL;

CREATE TABLE cart_item (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  product_id INTEGER NOT NULL REFERENCES product,
  quantity INTEGER NOT NULL, price_added INTEGER NOT NULL, currency TEXT NOT NULL,
  status TEXT NOT NULL, frequency TEXT NOT NULL, order_id INTEGER REFERENCES orders, added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX cart_item_customer ON cart_item (customer_id);
CREATE INDEX cart_item_product ON cart_item (product_id);
CREATE INDEX cart_item_order ON cart_item (order_id) WHERE order_id IS NOT NULL;

CREATE TABLE recurring_item (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  product_id INTEGER NOT NULL REFERENCES product,
  quantity INTEGER NOT NULL, frequency TEXT NOT NULL, last_day TEXT, created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX recurring_item_customer ON recurring_item (customer_id);
CREATE INDEX recurring_item_product ON recurring_item (product_id);

CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE customer_tag (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  tag_id INTEGER NOT NULL REFERENCES tag,
  added_at INTEGER NOT NULL,
  UNIQUE (customer_id, tag_id)
) STRICT;
CREATE INDEX customer_tag_tag ON customer_tag (tag_id);

CREATE TABLE ledger_entry (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  kind TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL, reason TEXT,
  order_id INTEGER REFERENCES orders, staff_id INTEGER REFERENCES staff, approved_by_id INTEGER REFERENCES staff,
  counters_id INTEGER UNIQUE REFERENCES ledger_entry, created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_entry_customer ON ledger_entry (customer_id, currency);
CREATE INDEX ledger_entry_order ON ledger_entry (order_id) WHERE order_id IS NOT NULL;

-- The ledger is append-only: not even this program can change it.
CREATE TRIGGER ledger_entry_update BEFORE UPDATE ON ledger_entry
BEGIN SELECT raise (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_entry_delete BEFORE DELETE ON ledger_entry
BEGIN SELECT raise (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_entry_replace BEFORE INSERT ON ledger_entry
WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE id = new.id) OR EXISTS (SELECT 1 FROM ledger_entry WHERE counters_id = new.counters_id)
BEGIN SELECT raise (ABORT, 'the ledger is append-only'); END;

-- The sum of the ledger by customer and currency, kept by the ledger itself.
CREATE TABLE balance (
  customer_id INTEGER NOT NULL REFERENCES customer, currency TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (customer_id, currency)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_entry_insert AFTER INSERT ON ledger_entry
BEGIN
  INSERT INTO balance (customer_id, currency, amount) VALUES (new.customer_id, new.currency, new.amount)
  ON CONFLICT (customer_id, currency) DO UPDATE SET amount = amount + excluded.amount;
END;

CREATE TABLE payment_method (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  type TEXT NOT NULL, label TEXT, profile_id TEXT, is_primary INTEGER NOT NULL
) STRICT;
CREATE INDEX payment_method_customer ON payment_method (customer_id);
CREATE UNIQUE INDEX payment_method_primary ON payment_method (customer_id) WHERE is_primary = 1;

CREATE TABLE cancellation (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  day TEXT NOT NULL, reason TEXT NOT NULL, other_reason TEXT, notes TEXT,
  staff_id INTEGER REFERENCES staff, created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX cancellation_customer ON cancellation (customer_id);

CREATE TABLE picture (id INTEGER PRIMARY KEY, owner_id INTEGER NOT NULL UNIQUE, data BLOB NOT NULL) STRICT;

CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, mapping TEXT NOT NULL
) STRICT;

-- The journal: what was done, by whom, with what changed; each entry carries the hash of the one before.
CREATE TABLE journal_entry (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL, staff_id INTEGER, desk INTEGER NOT NULL,
  operation TEXT NOT NULL, words TEXT, customer_id INTEGER, reason TEXT,
  undoes_id INTEGER UNIQUE REFERENCES journal_entry,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX journal_entry_staff ON journal_entry (staff_id, undoes_id);
CREATE INDEX journal_entry_customer ON journal_entry (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE journal_change (
  entry_id INTEGER NOT NULL REFERENCES journal_entry DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,
  record TEXT NOT NULL, record_id INTEGER NOT NULL, action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  data TEXT, -- JSON: {column: value} of an insert or delete, {column: [old, new]} of an update
  PRIMARY KEY (entry_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_change_record ON journal_change (record_id);

CREATE TRIGGER journal_entry_update BEFORE UPDATE ON journal_entry
BEGIN SELECT raise (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_entry_delete BEFORE DELETE ON journal_entry
BEGIN SELECT raise (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_entry_replace BEFORE INSERT ON journal_entry
WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = new.id) OR EXISTS (SELECT 1 FROM journal_entry WHERE undoes_id = new.undoes_id)
BEGIN SELECT raise (ABORT, 'the journal is append-only'); END;
-- FAIL, since ABORT takes a savepoint for each insert, which costs several times what the insert does.
CREATE TRIGGER journal_change_replace BEFORE INSERT ON journal_change
WHEN EXISTS (SELECT 1 FROM journal_change WHERE entry_id = new.entry_id AND seq = new.seq)
BEGIN SELECT raise (FAIL, 'the journal is append-only'); END;
CREATE TRIGGER journal_change_update BEFORE UPDATE ON journal_change
BEGIN SELECT raise (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_change_delete BEFORE DELETE ON journal_change
BEGIN SELECT raise (ABORT, 'the journal is append-only'); END;

-- What a window keeps for itself: drafts of what is being typed, open tabs, what was viewed last. No business facts.
CREATE TABLE scratch (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
