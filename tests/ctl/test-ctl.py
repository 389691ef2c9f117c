#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""regularsctl as a person at a terminal or a script meets it: what it prints, what it ends with, what is on file then."""

import contextlib
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from tap import Skip, main, test  # noqa: E402

PROGRAM, MAN, COMPLETION = sys.argv[1:4]
OK, REFUSED, USAGE, NOT_FOUND, FILE = range(5)
folder = tempfile.TemporaryDirectory(prefix='regularsctl-')
env = dict(os.environ, REGULARS_FILE=os.path.join(folder.name, 'desk.regulars'), LC_ALL='C.UTF-8', TZ='UTC')


def path(name):
    return os.path.join(folder.name, name)


def ctl(*args, code=OK, given='', **more):
    done = subprocess.run([PROGRAM, *args], env=dict(env, **more), input=given, capture_output=True, text=True, timeout=120)
    # What a sanitizer says of itself, and how far something is that takes long on a slow machine.
    done.stderr = ''.join(line for line in done.stderr.splitlines(True)
                          if not line.startswith('==') and not line.endswith(' %\n'))
    assert done.returncode == code, f'{args}: {done.returncode}, not {code}: {done.stdout}{done.stderr}'
    assert (done.stderr != '') == (code != OK) or 'all there' in done.stderr, f'{args}: {done.stderr!r}'
    if code not in (OK, FILE):
        assert done.stdout == '', done.stdout
    return done.stdout if code == OK else done.stderr


def from_json(*args):
    return json.loads(ctl(*args, '--json'))


def write(name, text):
    with open(path(name), 'w', encoding='utf-8') as file:
        file.write(text)
    return path(name)


def change_file(sql):
    """What no command does to the file."""
    with contextlib.closing(sqlite3.connect(env['REGULARS_FILE'])) as file, file:
        file.execute(sql)


@test
def new_file_is_made_once():
    assert 'There is no file' in ctl('search', code=FILE)
    assert 'System Administrator' in ctl('new')
    assert 'already' in ctl('new', code=REFUSED)
    assert 'in order' in ctl('check')


@test
def customer_is_added_shown_and_changed():
    done = from_json('add', 'first_name=Jordan', 'last_name=Reyes', 'email=jordan@example.com', 'phone=+1 415 555 0100',
                     'address.street=1 Main St', 'address.city=Springfield', 'address.state=IL', 'address.postcode=62701',
                     'address.country=US')
    assert done['operation'] == 'customer.add' and done['customer']['number'] == 100001
    whole = from_json('show', '100001')
    assert whole['email'] == 'jordan@example.com' and whole['addresses'][0]['city'] == 'Springfield'
    ctl('edit', '#100001', 'segment=vip')
    assert from_json('show', '100001')['segment'] == 'vip'
    ctl('edit', '100001', 'wholesale_discount=12.5%')
    assert from_json('show', '100001')['wholesale_discount'] == 1250
    assert '12.5 %' in ctl('show', '100001')
    assert 'not a percentage' in ctl('edit', '100001', 'wholesale_discount=half', code=REFUSED)
    ctl('edit', '100001', 'wholesale_discount=0')
    assert 'Jordan' in ctl('show', '100001')


@test
def refusals_have_their_codes_and_sentences():
    assert 'required' in ctl('add', 'first_name=Ana', code=REFUSED)
    assert 'no field' in ctl('edit', '100001', 'nonsense=1', code=USAGE)
    assert 'FIELD=VALUE' in ctl('edit', '100001', 'nonsense', code=USAGE)
    assert 'no customer' in ctl('show', '5', code=NOT_FOUND)
    assert 'not a number' in ctl('show', 'five', code=USAGE)
    ctl('frobnicate', code=USAGE)
    ctl('show', code=USAGE)
    ctl('search', '--colour', code=USAGE)
    ctl('search', '--status', 'asleep', code=USAGE)
    assert 'Nobody' in ctl('search', '--staff', 'Nobody Such', code=NOT_FOUND)
    write('text.regulars', 'This is a letter, not a desk.\n' * 100)
    assert 'not a Regulars file' in ctl('search', '--file', path('text.regulars'), code=FILE)


@test
def search_finds_and_filters():
    ctl('add', '--quick', 'first_name=Zoë', 'last_name=Çelik', 'phone=0151 2345678')
    for text in ('zoe', 'celik zo', '015123', '2345678', '100002'):
        assert [c['number'] for c in from_json('search', text)['customers']] == [100002], text
    assert from_json('search', '--incomplete')['count'] == 1
    assert from_json('search', '--segment', 'vip', 'jor')['count'] == 1
    assert from_json('search', '--status', 'inactive')['count'] == 0
    found = from_json('search', '--limit', '1')
    assert found['count'] == 2 and len(found['customers']) == 1


@test
def notes_and_tags():
    ctl('note', '100001', 'Called about the box', '--reminder', '2030-01-31', '--weekly')
    note, = from_json('notes', '100001')
    assert note['text'] == 'Called about the box' and note['recur_weekly'] is True and note['reminder_day'] == '2030-01-31'
    ctl('note', '100001', 'x', '--reminder', 'someday', code=USAGE)
    ctl('note', '100001', 'Thrown away')
    ctl('delete-note', str(from_json('notes', '100001')[0]['id']))
    ctl('note', '100001', 'The newest')
    assert [note['text'] for note in from_json('notes', '100001', '--deleted', '--limit', '1')] == ['Thrown away']
    assert [note['text'] for note in from_json('notes', '100001', '--limit', '1')] == ['The newest']
    ctl('tag', '100001', 'Blue box')
    assert from_json('search', '--tag', 'blue BOX')['count'] == 1
    assert from_json('tags') == [{'name': 'Blue box', 'customers': 1}]
    ctl('untag', '100001', 'Blue box')
    assert 'no tag' in ctl('untag', '100001', 'Red box', code=NOT_FOUND)


@test
def cancellations_are_kept_and_put_right():
    assert 'Never cancelled' in ctl('cancellations', '100001')
    assert 'too-expensive' in ctl('cancel', '100001', 'bored', code=USAGE)
    assert 'which other reason' in ctl('cancel', '100001', 'other', code=REFUSED)
    ctl('cancel', '100001', 'other', 'Was', 'friendly', '--other', 'Grows vegetables')
    assert from_json('search', '--status', 'cancelled', '--reason', 'other')['count'] == 1
    first, = from_json('cancellations', '100001')
    assert first['other_reason'] == 'Grows vegetables' and first['notes'] == 'Was friendly' and first['staff_id']
    assert re.fullmatch(r'\d{4}-\d\d-\d\d', first['day'])

    ctl('edit-cancellation', str(first['id']), 'day=2026-01-31', 'reason=moving', 'notes=To Denver')
    changed, = from_json('cancellations', '100001')
    assert (changed['day'], changed['reason'], changed['notes']) == ('2026-01-31', 'moving', 'To Denver')
    assert 'other_reason' not in changed and changed['staff_id'] == first['staff_id']
    assert from_json('search', '--status', 'cancelled', '--reason', 'moving')['count'] == 1
    ctl('edit-cancellation', str(first['id']), 'day=', code=REFUSED)
    ctl('edit-cancellation', '5', 'reason=moving', code=NOT_FOUND)

    ctl('edit', '100001', 'status=active')
    ctl('cancel', '100001', 'Too Expensive', '--date', '2026-02-28')
    table = ctl('cancellations', '100001')
    for words in ('Too Expensive', '2026-02-28', 'Moving', '2026-01-31', 'To Denver'):
        assert words in table, words
    ctl('undo')
    assert from_json('show', '100001')['status'] == 'active'
    assert len(from_json('cancellations', '100001')) == 1


@test
def money_is_exact_and_confirmed():
    ctl('credit', '100001', '20.05', 'damaged', 'tomatoes')
    assert from_json('balance', '100001') == [{'currency': 'USD', 'balance': 2005}]
    for typed in ('1.234,50', '20,50', '20.-', 'twenty'):
        assert 'Write it like “20.50”.' in ctl('credit', '100001', typed, 'guess', code=REFUSED), typed
    ctl('credit', '100001', '0.001', 'too small', code=REFUSED)
    assert '--yes' in ctl('balance', '100001', '-5', 'wrong', code=REFUSED)
    ctl('balance', '100001', '-5', 'counted again', '--yes')
    assert from_json('balance', '100001')[0]['balance'] == -500
    ctl('balance', '100001', '7', code=USAGE)


@test
def undo_and_redo():
    entry = from_json('log', '--limit', '1')[0]['id']
    ctl('undo')
    assert from_json('balance', '100001')[0]['balance'] == 2005
    ctl('redo')
    assert from_json('balance', '100001')[0]['balance'] == -500
    assert from_json('log', '100001')[0]['operation'] == 'undo'
    ctl('undo', '99999', code=NOT_FOUND)


@test
def import_tells_first_and_writes_when_accepted():
    file = write('people.csv', 'Customer ID;Name;E-Mail;Phone\nA1;Ada Lovelace;ada@example.org;020 7946 0000\n'
                               'A1;Ada Again;;\nB2;;broken@;\n')
    before = from_json('search', '--status', 'any')['count']
    report = from_json('import', 'customers', file)
    assert (report['new'], report['duplicate'], report['bad'], report['written']) == (1, 1, 1, False)
    assert [f['line'] for f in report['flaws']] == [3, 4] and all(f['reason'] for f in report['flaws'])
    assert report['mapping'] == {'Customer ID': 'external_id', 'Name': 'contact_name', 'E-Mail': 'email', 'Phone': 'phone'}
    assert from_json('search', '--status', 'any')['count'] == before
    report = from_json('import', 'customers', file, '--accept', '--save-mapping', 'Old shop')
    assert report['written'] and from_json('search', 'lovelace')['count'] == 1
    assert from_json('import', 'customers', file, '--mapping', 'Old shop')['same'] == 1
    ctl('undo', str(report['entry']))
    assert from_json('search', 'lovelace')['count'] == 0
    ctl('import', 'customers', path('none.csv'), code=NOT_FOUND)
    ctl('import', 'weather', file, code=USAGE)
    ctl('import', 'customers', file, '--mapping', 'Name=nonsense', code=USAGE)
    assert '“Phone” is not' in ctl('import', 'customers', file, '--mapping', 'Name=contact_name,Phone', code=USAGE)

    with open(path('latin.csv'), 'wb') as file:
        file.write('First name,Last name,Email\nJürgen,Müller,jm@example.com\n'.encode('windows-1252'))
    assert from_json('import', 'customers', path('latin.csv'))['encoding'] == 'WINDOWS-1252'
    assert 'Read as WINDOWS-1252.' in ctl('import', 'customers', path('latin.csv'))


@test
def export_states_and_proves_its_count():
    n = from_json('search', '--status', 'any')['count']
    whole = json.loads(ctl('export', 'customers', '-', '--format', 'json'))
    assert whole['count'] == n == len(whole['rows'])
    ctl('export', 'customers', path('out.csv'))
    with open(path('out.csv'), encoding='utf-8') as file:
        assert len(file.readlines()) == n + 1
    # What was exported comes in again without changing anything.
    report = from_json('import', 'customers', path('out.csv'))
    assert report['same'] == n, report
    for kind in ('products', 'orders', 'order-lines', 'notes'):
        assert 'rows' in json.loads(ctl('export', kind, '-', '--json'))


@test
def backup_and_restore():
    ctl('backup', path('copy.regulars'))
    assert 'already' in ctl('backup', path('copy.regulars'), code=REFUSED)
    ctl('add', '--quick', 'first_name=After', 'phone=555 0177')
    assert from_json('search', 'after')['count'] == 1
    done = from_json('restore', path('copy.regulars'))
    assert os.path.exists(done['replaced'])
    assert from_json('search', 'after')['count'] == 0
    assert from_json('search', 'after', '--file', done['replaced'])['count'] == 1
    before = os.listdir(folder.name)
    ctl('restore', write('bad.regulars', 'no desk'), code=FILE)
    assert sorted(before + ['bad.regulars']) == sorted(os.listdir(folder.name))
    assert 'in order' in ctl('check')


@test
def index_is_made_anew():
    found = from_json('search', '--status', 'any')['count']
    change_file("INSERT INTO customer_search (customer_search) VALUES ('delete-all')")
    assert from_json('search', 'zoe')['count'] == 0
    assert 'flaws' in ctl('check', code=FILE)
    entries = len(from_json('log'))
    assert from_json('reindex') == {'reindexed': True}
    assert 'in order' in ctl('check')
    assert from_json('search', 'zoe')['count'] == 1 and from_json('search', '--status', 'any')['count'] == found
    assert len(from_json('log')) == entries

@test
def sample_business():
    ctl('sample', path('sample.regulars'), '--customers', '20')
    found = from_json('search', '--file', path('sample.regulars'), '--status', 'any')
    assert found['count'] == 20


@test
def every_command_is_in_the_help_and_the_manual():
    words = ctl('--list-words').split()
    commands = [w for w in words if not w.startswith('-')]
    assert len(commands) > 20
    with open(MAN, encoding='utf-8') as file:
        manual = file.read()
    listed = re.findall(r'^\.It Cm (\S+)(.*)$', manual, re.M)
    assert sorted(name for name, _ in listed) == sorted(commands), set(commands) ^ {name for name, _ in listed}
    help_text = ctl('--help')
    common = {w for w in words if w.startswith('--')}
    for name, rest in listed:
        assert re.search(rf'^  {name} ', help_text, re.M), name
        own = {w.rstrip('=') for w in ctl('--list-words', name).split()} - {w.rstrip('=') for w in common}
        told = {'--' + o for o in re.findall(r'Fl Fl (\S+)', rest)}
        assert own == told, (name, own ^ told)
        assert ctl(name, '--help').startswith(f'Usage: regularsctl {name}')


@test
def completion_knows_commands():
    script = f'PATH={os.path.dirname(PROGRAM)}:$PATH; . {COMPLETION}; COMP_WORDS=(regularsctl sea); COMP_CWORD=1; _regularsctl; ' \
             'echo ${COMPREPLY[@]}; COMP_WORDS=(regularsctl search --ow); COMP_CWORD=2; _regularsctl; echo ${COMPREPLY[@]}'
    done = subprocess.run(['bash', '-c', script], env=env, capture_output=True, text=True)
    assert done.stdout.split() == ['search', '--owing'], done.stdout + done.stderr


@test
def fields_are_listed_with_their_words():
    lines = {line.split()[0]: line for line in ctl('fields').splitlines()}
    assert lines['type'].endswith(' individual, business'), lines['type']
    assert lines['payment_terms'].endswith(' none, receipt, net-15, net-30, net-60, net-90'), lines['payment_terms']
    refused = ctl('add', 'first_name=A', 'last_name=B', 'email=a@example.com', 'type=shop', code=REFUSED)
    assert refused.strip().endswith('“shop” is not one of: individual, business.'), refused


@test
def orders_are_created_for_what_they_are():
    number = from_json('add', 'first_name=Olga', 'last_name=Order', 'email=olga@example.com')['customer']['number']
    early = from_json('create-order', str(number), '--for=early', '--yes')['order']
    assert (early['origin'], early['status']) == ('early', 'open'), early
    refused = ctl('create-order', str(number), '--for', 'import', code=USAGE)
    assert '“import” is not one of: manual, early, test.' in refused, refused
    assert 'not cancelled' in ctl('create-order', str(number), f'--again={early["number"]}', '--yes', code=REFUSED)
    ctl('cancel-order', str(early['number']))
    again = from_json('create-order', str(number), f'--again={early["number"]}', '--yes')['order']
    assert again['origin'] == 'recreated', again


@test
def notes_and_reminders_are_changed():
    ctl('note', '100002', 'Ring about the lanb', '--reminder', '2020-01-31')
    note = from_json('notes', '100002')[0]
    at = str(note['id'])
    ctl('edit-note', at, 'text=Ring about the lamb', 'reminder_day=2020-02-01')
    assert at in ctl('notes', '100002')
    due = [r for r in from_json('reminders') if r['id'] == note['id']]
    assert [(r['text'], r['reminder_day'], r['customer_number']) for r in due] == [('Ring about the lamb', '2020-02-01', 100002)]
    assert 'Ring about the lamb' in ctl('reminders', '--until', '2030-01-01')
    ctl('complete-note', at)
    assert note['id'] not in [r['id'] for r in from_json('reminders')]
    assert note['id'] in [r['id'] for r in from_json('reminders', '--done')]
    ctl('complete-note', at, '--reopen')
    assert note['id'] in [r['id'] for r in from_json('reminders')]
    ctl('delete-note', at)
    assert [n['id'] for n in from_json('notes', '100002', '--deleted')] == [note['id']]
    ctl('undelete-note', at)
    assert from_json('notes', '100002')[0]['id'] == note['id']
    assert 'Write what happened' in ctl('edit-note', at, 'text=', code=REFUSED)
    ctl('edit-note', '5', 'text=x', code=NOT_FOUND)
    ctl('edit-note', at, 'nonsense=1', code=USAGE)
    ctl('tag', '100002', 'Lamb')
    ctl('rename-tag', 'Lamb', 'Spring', 'lamb')
    assert 'Spring lamb' in [t['name'] for t in from_json('tags')]


@test
def cart_recurring_items_and_orders_are_worked_with():
    write('products.csv', 'Product ID,Name,Price\nBOX,Winter box,38.00\nEGG,Eggs,7.50\n')
    ctl('import', 'products', path('products.csv'), '--accept')
    number = str(from_json('add', 'first_name=Cara', 'last_name=Cart', 'email=cara@example.com')['customer']['number'])
    ctl('add-to-cart', number, 'BOX=2')
    ctl('add-to-cart', number, 'EGG')
    assert 'no product' in ctl('add-to-cart', number, 'HAM', code=NOT_FOUND).lower()
    items = {item['product']: item for item in from_json('cart', number)}
    assert items['Winter box']['quantity'] == 2 and items['Eggs']['price_added'] == 750
    assert 'Winter box' in ctl('cart', number)
    box, eggs = str(items['Winter box']['id']), str(items['Eggs']['id'])
    ctl('set-quantity', box, '5')
    assert [item['quantity'] for item in from_json('cart', number) if item['product'] == 'Winter box'] == [5]
    assert 'between 1' in ctl('set-quantity', box, '0', code=REFUSED)
    ctl('mark-recurring', 'monthly', eggs)
    recurring, = from_json('recurring', number)
    assert (recurring['product'], recurring['frequency']) == ('Eggs', 'monthly')
    assert 'weekly' in ctl('mark-recurring', 'daily', eggs, code=REFUSED)
    ctl('edit-recurring', str(recurring['id']), 'quantity=3', 'frequency=weekly')
    assert 'Eggs' in ctl('recurring', number)
    ctl('remove-recurring', str(recurring['id']))
    ctl('add-recurring', number, 'BOX=1', '--frequency', 'biweekly')
    assert [(r['product'], r['frequency']) for r in from_json('recurring', number)] == [('Winter box', 'biweekly')]

    assert 'no open order' in ctl('cart-to-order', box, code=REFUSED)
    order = from_json('create-order', number, '--day', '2030-03-01', '--yes')['order']
    at = str(order['number'])
    ctl('cart-to-order', box, eggs, '--order', at)
    lines = {line['name']: line['quantity'] for line in from_json('order', at)['lines']}
    assert lines['Eggs'] == 1, lines
    ctl('set-pending', eggs)
    ctl('remove-from-cart', eggs)
    assert [item['product'] for item in from_json('cart', number)] == ['Winter box']

    ctl('add-line', at, 'EGG=2')
    position = [line['name'] for line in from_json('order', at)['lines']].index('Eggs') + 1
    ctl('edit-line', at, str(position), 'quantity=4', 'unit_price=7.00', 'discount=10%')
    line = from_json('order', at)['lines'][position - 1]
    assert (line['quantity'], line['unit_price'], line['discount']) == (4, 700, 1000), line
    assert 'only' in ctl('edit-line', at, '99', 'quantity=4', code=NOT_FOUND)
    ctl('remove-line', at, str(position))
    assert 'Eggs' not in [line['name'] for line in from_json('order', at)['lines']]

    ctl('edit-order', at, 'note=No onions', 'delivery_fee=6.00', 'delivery_day=2030-03-02', 'status=pending')
    now = from_json('order', at)
    assert (now['note'], now['delivery_fee'], now['delivery_day'], now['status']) == ('No onions', 600, '2030-03-02', 'pending')
    assert 'Confirm the delivery date' in ctl('edit-order', at, 'status=complete', code=REFUSED)
    ctl('confirm-order', at, '--day', '2030-03-03')
    assert from_json('order', at)['delivery_confirmed'] is True
    ctl('payment', number, '10.00', 'cash', '--order', at)
    assert 'Cancel the order instead' in ctl('edit-order', at, 'status=cancelled', code=REFUSED)
    refused = ctl('cancel-order', at, 'moved', code=REFUSED)
    assert 'was paid for this order' in refused and '--yes' in refused, refused
    ctl('cancel-order', at, 'moved', '--yes')
    assert from_json('order', at)['status'] == 'cancelled'
    ctl('edit-order', '5', 'note=x', code=NOT_FOUND)
    ctl('charge', number, '3.50', 'broken', 'crate')
    assert 'broken crate' in ctl('ledger', number)
    assert from_json('ledger', number)[0]['amount'] == -350
    assert 'never changed' in ctl('delete', number, '--yes', code=REFUSED)


@test
def products_are_worked_with():
    assert 'Give the product an ID' in ctl('add-product', 'name=Honey', code=REFUSED)
    assert from_json('add-product', 'number=HNY', 'name=Honey', 'price=9.50', 'category=Pantry')['product']['price'] == 950
    assert 'already' in ctl('add-product', 'number=hny', 'name=Other honey', code=REFUSED)
    assert from_json('product', 'HNY')['currency'] == 'USD' and 'Pantry' in ctl('product', 'HNY')
    assert [p['number'] for p in from_json('products', 'hon')] == ['HNY'] and 'Honey' in ctl('products', 'pantry')
    ctl('edit-product', 'HNY', 'barcode=4006381333931', 'unit=jar')
    assert from_json('product', '4006381333931')['unit'] == 'jar'
    # An amount is read in the currency it is to have, wherever that stands, and never changes by the way.
    ctl('edit-product', 'HNY', 'price=500', 'currency=JPY')
    assert (from_json('product', 'HNY')['price'], from_json('product', 'HNY')['currency']) == (500, 'JPY')
    ctl('edit-product', 'HNY', 'currency=USD')
    assert from_json('product', 'HNY')['price'] == 50000
    ctl('edit-product', 'HNY', 'price=9.50')
    ctl('edit-product', 'HNY', 'currency=JPY', code=REFUSED)
    assert from_json('product', 'HNY')['price'] == 950
    ctl('retire-product', 'HNY', '--yes')
    assert from_json('products', 'honey') == [] and from_json('products', 'honey', '--retired')[0]['retired'] is True
    ctl('retire-product', 'HNY', '--back', '--yes')
    assert [p['retired'] for p in from_json('products', 'honey')] == [False]
    assert 'not a picture' in ctl('edit-product', 'HNY', '--image', write('honey.png', 'no picture'), code=REFUSED)
    ctl('edit-product', 'HNY', '--image', path('nothing.png'), code=NOT_FOUND)
    with open(path('honey.png'), 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + b'x' * 20)
    ctl('edit-product', 'HNY', '--image', path('honey.png'))
    ctl('undo')
    assert 'FIELD=VALUE' in ctl('edit-product', 'HNY', code=USAGE)
    assert 'no product' in ctl('product', 'NOPE', code=NOT_FOUND)


@test
def staff_are_worked_with():
    file = {'REGULARS_FILE': path('staff.regulars')}
    here = lambda *args: json.loads(ctl(*args, '--json', **file))  # noqa: E731
    ctl('new', **file)
    first, = here('staff')
    assert first['role'] == 'system-administrator' and first['has_pin'] is False
    assert here('staff-member')['name'] == first['name']
    assert 'required' in ctl('add-staff', 'role=manager', code=REFUSED, **file)
    ctl('add-staff', 'name=Ada Lovelace', 'role=manager', '--pin', given='4821\n', **file)
    assert 'customer-service' in ctl('add-staff', 'name=Bo', 'role=boss', code=REFUSED, **file)
    ctl('add-staff', 'name=Bo', **file)
    ada, bo = here('staff-member', 'ada lovelace'), here('staff-member', 'Bo')
    assert (ada['role'], ada['has_pin'], bo['role'], bo['has_pin']) == ('manager', True, 'customer-service', False)
    assert 'pin_hash' not in ada and 'Manager' in ctl('staff', **file)

    # Signing in, and what may be done then
    assert 'not the PIN' in ctl('staff-member', '--staff', 'Ada Lovelace', code=REFUSED, REGULARS_PIN='1111', **file)
    assert here('staff-member', '--staff', 'Bo')['name'] == 'Bo'
    assert 'Administrator' in ctl('edit-staff', 'Bo', 'role=manager', '--staff', 'Bo', code=REFUSED, **file)
    assert 'Administrator' in ctl('set-pin', 'Ada Lovelace', '--none', '--staff', 'Bo', code=REFUSED, **file)
    ctl('set-pin', 'Bo', '--staff', 'Bo', given='9074\n', **file)
    assert here('staff-member', 'Bo')['has_pin'] is True
    ctl('search', '--staff', 'Bo', code=REFUSED, REGULARS_PIN='', **file)
    ctl('search', '--staff', 'Bo', REGULARS_PIN='9074', **file)

    # A PIN is a line of the standard input and a good one
    assert 'no PIN' in ctl('set-pin', 'Bo', code=USAGE, **file)
    assert 'in order' in ctl('set-pin', 'Bo', code=REFUSED, given='1234\n', **file)
    assert 'digits' in ctl('set-pin', 'Bo', code=REFUSED, given='abcd\n', **file)
    ctl('set-pin', 'Bo', '9074', code=USAGE, **file)
    ctl('set-pin', 'Bo', '--none', **file)

    ctl('edit-staff', 'Bo', 'name=Bo Diddley', 'role=administrator', **file)
    assert here('staff-member', str(bo['id']))['role'] == 'administrator'
    ctl('deactivate-staff', 'Bo Diddley', **file)
    assert here('staff-member', 'Bo Diddley')['left'] is True
    assert 'Nobody' in ctl('search', '--staff', 'Bo Diddley', code=NOT_FOUND, **file)
    ctl('deactivate-staff', 'Bo Diddley', '--back', **file)
    assert 'System Administrator' in ctl('deactivate-staff', first['name'], code=REFUSED, **file)
    ctl('add-staff', 'name=bo diddley', **file)
    assert 'ID' in ctl('staff-member', 'Bo Diddley', code=NOT_FOUND, **file)
    assert 'Nobody' in ctl('edit-staff', 'Zoe', 'role=manager', code=NOT_FOUND, **file)
    ctl('edit-staff', 'Ada Lovelace', 'name= ', code=REFUSED, **file)
    ctl('edit-staff', 'Ada Lovelace', 'pin_hash=x', code=USAGE, **file)


@test
def yes_means_yes_to_warnings_only():
    ctl('note', '100002', 'To be reopened', '--reminder', '2020-02-02')
    note = from_json('notes', '100002')[0]
    ctl('complete-note', str(note['id']))
    ctl('complete-note', str(note['id']), '--reopen', '--yes')
    assert not from_json('notes', '100002')[0].get('done_at')


@test
def streams_are_treated_with_care():
    def shell(script, **more):
        return subprocess.run(['sh', '-c', script, PROGRAM], env=dict(env, **more), capture_output=True, text=True, timeout=60)

    done = shell('"$0" search > /dev/full')
    assert done.returncode == FILE and 'can’t be written' in done.stderr, done
    # What was closed is no file of ours.
    done = shell(f'"$0" export customers {path("closed.csv")} >&-')
    assert done.returncode == OK, done
    with open(path('closed.csv'), encoding='utf-8') as file:
        assert 'all there' not in file.read()
    done = shell('"$0" note 100002 "Nobody listens" <&- >&- 2>&-; echo $?')
    assert done.stdout == '0\n', done
    assert from_json('notes', '100002')[0]['text'] == 'Nobody listens'
    done = shell('"$0" log --limit 1000 | head -n 1; "$0" check')
    assert 'in order' in done.stdout and 'regularsctl:' not in done.stderr, done

    people = 'First name,Last name,Email\nPia,Pipe,pia@example.com\n'
    assert json.loads(ctl('import', 'customers', '-', '--json', given=people))['new'] == 1
    done = shell(f'printf "{people}" | "$0" import customers /dev/stdin --accept --json', TMPDIR=folder.name)
    assert json.loads(done.stdout)['new'] == 1, done
    assert from_json('search', 'pia pipe')['count'] == 1
    assert not [name for name in os.listdir(folder.name) if name.startswith('regularsctl-')]


@test
def odd_files_are_named_for_what_they_are():
    assert 'JSON' in ctl('import', 'customers', write('people.json', '\ufeff {\n "rows": [] }'), code=REFUSED)
    file = write('headless.csv', 'Ann,Bee,ann@example.com\nCara,Dee,cara@example.com\n')
    assert 'ann@example.com' in ctl('import', 'customers', file, code=REFUSED)
    assert 'empty' in ctl('search', '--file', write('nothing.regulars', ''), code=FILE)
    assert 'empty' in ctl('note', '1', 'x', '--file', path('nothing.regulars'), code=FILE)
    assert os.path.getsize(path('nothing.regulars')) == 0
    assert '--file wants a value' in ctl('search', '--file=', code=USAGE)
    ctl('sample', path('locked.regulars'), '--customers', '3')
    os.chmod(path('locked.regulars'), 0o444)
    if not os.access(path('locked.regulars'), os.W_OK):
        refused = ctl('note', '100234', 'x', '--file', path('locked.regulars'), code=FILE)
        assert 'read-only' in refused and '--yes' not in refused, refused
    assert {'field': 'type', 'label': 'Type', 'values': ['individual', 'business']} in from_json('fields')


@test
def check_finds_what_was_changed_from_outside():
    file = {'REGULARS_FILE': path('flipped.regulars')}
    ctl('sample', path('flipped.regulars'), '--customers', '5')
    ctl('edit', '100234', 'industry=Catering', **file)
    ctl('undo', **file)
    ctl('check', **file)
    with contextlib.closing(sqlite3.connect(path('flipped.regulars'))) as db, db:
        line, name = db.execute('SELECT id, name FROM order_line LIMIT 1').fetchone()
        db.execute('UPDATE order_line SET name = ? WHERE id = ?', (name + 'u', line))
        db.execute("UPDATE customer SET industry = 'Bakery' WHERE number = 100234")
    done = subprocess.run([PROGRAM, 'check', '--json'], env=dict(env, **file), capture_output=True, text=True, timeout=60)
    findings = json.loads(done.stdout)['findings']
    assert done.returncode == FILE and len(findings) == 2, findings
    assert str(line) in findings[1] and f'“{name}u”' in findings[1] and f'“{name}”' in findings[1], findings
    assert 'industry' in findings[0] and 'Bakery' in findings[0], findings


@test
def exports_and_backups_replace_no_desk():
    for name in (env['REGULARS_FILE'], path('copy.regulars')):
        assert 'Choose another name' in ctl('export', 'customers', name, code=REFUSED), name
    ctl('check')
    os.mkdir(path('closed'), 0o555)
    if not os.access(path('closed'), os.W_OK):
        refused = ctl('backup', path('closed/there.regulars'), code=FILE)
        assert 'there.regulars' in refused and 'desk' not in refused, refused


@test
def log_of_a_file_that_is_gone_is_not_taken_for_that_of_its_backup():
    file = {'REGULARS_FILE': path('lost.regulars')}
    ctl('new', **file)
    ctl('backup', path('kept.regulars'), **file)
    with contextlib.closing(sqlite3.connect(path('lost.regulars'))) as db:
        db.execute('SELECT count(*) FROM customer').fetchone()
        ctl('add', '--quick', 'first_name=Later', 'phone=555 0100', **file)
        os.unlink(path('lost.regulars'))
        assert os.path.getsize(path('lost.regulars-wal')) > 0
        ctl('restore', path('kept.regulars'), path('lost.regulars'))
    assert json.loads(ctl('search', '--status', 'any', '--json', **file))['count'] == 0
    ctl('check', **file)


@test
def headings_are_known_by_what_is_under_them():
    file = write('kunden.csv', 'Kundennummer;Vorname;Nachname;E-Mail;E-Mail\nK-1;Änne;Groß;a@example.com;b@example.com\n')
    mapping = from_json('import', 'customers', file)['mapping']
    assert mapping['Kundennummer'] == 'external_id' and mapping['E-Mail'] == 'email', mapping
    file = write('kunden.csv', 'Kundennummer;Vorname;Nachname;E-Mail\n17;Änne;Groß;a@example.com\n')
    assert from_json('import', 'customers', file)['mapping']['Kundennummer'] == 'number'


@test
def what_was_exported_makes_the_same_business():
    one, two = {'REGULARS_FILE': path('one.regulars')}, {'REGULARS_FILE': path('two.regulars')}
    ctl('sample', path('one.regulars'), '--customers', '30')
    ctl('new', **two)
    own = {'id', 'customer_id', 'order_id', 'product_id', 'address_id', 'registered_at', 'created_at', 'last_login_at',
           'address', 'external_id', 'sales_rep_id', 'sales_rep', 'password_reset_at', 'tags'}
    for kind in ('products', 'customers', 'orders', 'order-lines'):
        ctl('export', kind, path('round.csv'), **one)
        report = json.loads(ctl('import', kind, path('round.csv'), '--accept', '--json', **two))
        assert report['new'] == report['rows'] and not report['flaws'], (kind, report['flaws'][:3])
        before, after = (json.loads(ctl('export', kind, '-', '--format', 'json', **file))['rows'] for file in (one, two))
        assert len(before) == len(after)
        key = (lambda row: (row['order_number'], row['position'])) if kind == 'order-lines' else lambda row: str(row['number'])
        for old, new in zip(sorted(before, key=key), sorted(after, key=key)):
            for field in (old.keys() | new.keys()) - own:
                assert old.get(field) == new.get(field), (kind, key(old), field, old.get(field), new.get(field))
        report = json.loads(ctl('import', kind, path('round.csv'), '--json', **two))
        assert report['same'] == report['rows'], (kind, report)
    assert 'in order' in ctl('check', **two)


@test
def details_and_status_of_a_customer():
    number = str(from_json('add', 'first_name=Dora', 'last_name=Detail', 'email=dora@example.com')['customer']['number'])
    ctl('add-address', number, 'street=1 Main St', 'city=Springfield', 'state=IL', 'postcode=62701', 'country=US')
    address, = from_json('addresses', number)
    ctl('edit-address', str(address['id']), 'label=Office')
    assert from_json('addresses', number)[0]['label'] == 'Office' and 'Office' in ctl('addresses', number)
    ctl('add-contact', number, 'name=Kim')
    contact, = from_json('contacts', number)
    ctl('edit-contact', str(contact['id']), 'role=Kitchen')
    ctl('remove-contact', str(contact['id']))
    assert from_json('contacts', number) == []
    ctl('add-payment-method', number, 'label=Visa 4242', 'profile_id=cus_1234')
    method, = from_json('payment-methods', number)
    ctl('edit-payment-method', str(method['id']), 'label=Visa 1881')
    assert 'card number' in ctl('edit-payment-method', str(method['id']), 'profile_id=4242424242424242', code=REFUSED)
    ctl('remove-payment-method', str(method['id']))
    ctl('deactivate', number, 'moved')
    assert from_json('show', number)['status'] == 'inactive'
    ctl('reactivate', number)
    ctl('cancel', number, 'moving')
    ctl('remove-cancellation', str(from_json('cancellations', number)[0]['id']))
    assert from_json('show', number)['status'] == 'active'
    ctl('remove-address', str(address['id']))
    assert 'Say --yes' in ctl('delete', number, code=REFUSED)
    ctl('delete', number, 'asked', 'to', 'be', 'forgotten', '--yes')
    ctl('show', number, code=NOT_FOUND)
    ctl('undo')
    assert from_json('show', number)['last_name'] == 'Detail'


@test
def technical_tools_are_for_a_system_administrator():
    change_file("INSERT INTO staff (id, name, role, left) VALUES (77, 'Ada Admin', 'administrator', 0)")
    for command in ('check', 'reindex'):
        assert 'System Administrator' in ctl(command, '--staff', 'Ada Admin', code=REFUSED), command
    change_file('DELETE FROM staff WHERE id = 77')
    ctl('check')


@test
def german():
    german = {'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de', 'REGULARS_LOCALEDIR': os.path.join(os.path.dirname(PROGRAM), '../../po')}
    if 'de_DE.utf8' not in subprocess.run(['locale', '-a'], capture_output=True, text=True).stdout:
        raise Skip('there is no German locale')
    assert ctl('--help', **german).startswith('Aufruf: regularsctl')
    file = {'REGULARS_FILE': path('german.regulars'), **german}
    assert 'Systemadministrator' in ctl('new', **file)
    assert 'Kunde ' in ctl('add', 'first_name=Jürgen', 'last_name=Groß', 'email=j@example.com', 'phone=030 555 0100', **file)
    heading = ctl('search', 'groß', **file).splitlines()[0].split()
    assert heading == ['Nummer', 'Name', 'Unternehmen', 'E-Mail', 'Telefon'], heading
    number = from_json('search', 'groß', '--file', file['REGULARS_FILE'])['customers'][0]['number']
    assert 'Es gibt keinen Kunden 999.' in ctl('show', '999', code=NOT_FOUND, **file)
    ctl('credit', str(number), '1234.50', 'Kulanz', **file)
    assert re.match(r'1\.234,50\W', ctl('balance', str(number), **file))


code = main()
folder.cleanup()
sys.exit(code)
