"""What an import of customers takes, beside what bare SQLite takes to get the same rows into the same table, with the
same indexes and the same search index of the same words."""
import os
import re
import subprocess
import time

# As the program's writer has it, with more memory than that gives itself, and one transaction as there.
FLOOR = """PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -65536;
{tables}
BEGIN;
.import --csv --schema temp "{ready}" ready
INSERT INTO customer (id, number, first_name, last_name, business_name, email, phone, status, type, user_type,
  account_type, segment, wholesale_discount, language, contact_by_email, contact_by_phone, contact_by_sms,
  contact_by_post, payment_terms, cardboard_only, no_plastic, force_ground, force_third_party, alert_next_order,
  vip_label, extra_dry_ice, incomplete, registered_at, active_at, place, sort_key, owes)
SELECT id, number, nullif (first_name, ''), nullif (last_name, ''), nullif (business_name, ''), nullif (email, ''),
  nullif (phone, ''), 'active', type, 'customer', 'customer', 'regular', 0, 'en', 0, 0, 0, 0, 'none', 0, 0, 0, 0, 0, 0,
  0, 1, id, id, place, unhex (sort_key), 0 FROM ready;
{indexes}
INSERT INTO customer_search (rowid, words) SELECT place, words FROM ready;
COMMIT;
"""


def spend(command, text=None):
    """Seconds by the clock, seconds of the processor, most memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    if text:
        process.stdin.write(text)
    process.stdin.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f'{command[0]} failed')
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def remove(path):
    for name in path.parent.glob(f'{path.name}*'):
        name.unlink()


def import_bare(schema, ready, path):
    sql = schema.read_text(encoding='utf-8')
    table = re.search(r'^CREATE TABLE customer \(.*?^\) STRICT;', sql, re.M | re.S)[0].replace(' REFERENCES staff', '')
    search = re.search(r'^CREATE VIRTUAL TABLE customer_search .*?;', sql, re.M | re.S)[0]
    indexes = re.findall(r'^CREATE (?:UNIQUE )?INDEX \w+ ON customer .*?;', sql, re.M)
    remove(path)
    spent = spend(['sqlite3', '-bail', str(path)],
                  FLOOR.format(tables=f'{table}\n{search}', ready=ready, indexes='\n'.join(indexes)))
    remove(path)
    return spent


def import_ours(ctl, rows, path):
    remove(path)
    subprocess.run([ctl, 'new', path], check=True, stdout=subprocess.DEVNULL)
    command = os.environ.get('RG_BENCH_IMPORT')
    spent = spend([*command.split(), str(rows), str(path)] if command else
                  [str(ctl), '--file', str(path), 'import', 'customers', str(rows), '--accept'])
    count = subprocess.run(['sqlite3', path, 'SELECT count (*), (SELECT count (*) FROM customer_search) FROM customer'],
                           check=True, capture_output=True, text=True).stdout
    remove(path)
    return spent, count.strip()


def measure(build, folder, program, row, n):
    """Prints the figures for n customers, and for 10,000 where memory is compared."""
    ctl, schema = build / 'src' / 'ctl' / 'regularsctl', build.parent / 'src' / 'store' / 'migrations' / '001.sql'
    print('import of customers from CSV, beside `sqlite3 .import`, INSERT … SELECT into the same table, its indexes made'
          '\n  after that, and its search index of words made beforehand; the floor has no journal and looks for no duplicates')
    memory = {}
    for size in (10000, n):
        rows, ready = folder / f'rows-{size}.csv', folder / f'ready-{size}.csv'
        subprocess.run(program('rows', size, rows, ready), check=True)
        bare = import_bare(schema, ready, folder / 'bare.db')
        ours, count = import_ours(ctl, rows, folder / 'import.regulars')
        if count != f'{size}|{size}':
            raise SystemExit(f'imported {count} of {size}')
        memory[size] = ours[2]
        goal = 2.5 if size == n else None
        row(f'import of {size:,}, by the clock, s', ours[0], bare[0], (goal, None), by_clock=True)
        row(f'import of {size:,}, processor, s', ours[1], bare[1], (goal, None))
        rows.unlink()
        ready.unlink()
    row(f'import, most memory, {n:,} against 10,000, MB', memory[n], memory[10000], (2, None))
