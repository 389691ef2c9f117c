#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding whoever calls."""

import re
import sys
import unicodedata

from journey import NAME, NUMBER, TYPED, ask, at_customer, at_desk, full_name, has, journey, main, people, sample, text_of, wait_for


def bare(name):
    """A name as somebody types it who has no accents and no typographic apostrophes on the keyboard."""
    letters = unicodedata.normalize('NFKD', name.translate(str.maketrans('đĐ’', "dD'")))
    return ''.join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def only_one(path, names, *status):
    """The first of the names that nobody else has."""
    return next(name for name in names if ask(path, 'search', name, *status)['count'] == 1)


@journey
def by_any_word():
    """A caller is found by part of a name, the last digits, the email, the number and a tag."""
    path = sample()
    known = ask(path, 'show', NUMBER)
    digits = ''.join(filter(str.isdigit, known['phone']))
    tag = max((tag for tag in ask(path, 'tags') if tag['name'] in known['tags']), key=lambda tag: tag['customers'])['name']
    foreign = only_one(path, (name for name in people(path, '--limit', '1000') if not name.isascii()))
    with at_desk(path) as desk:
        desk.search('reye jor')
        desk.found(NAME)
        for text in (digits[-7:], digits[-4:], NUMBER):
            desk.search(text)
            desk.first(NAME)
        desk.search(known['email'][:len('jordan@reyes')])
        desk.found(NAME)
        desk.search(tag)
        wait_for(lambda: len(desk.customers()) > 5, 'those with the tag')
        desk.search(bare(foreign))
        desk.found(foreign)
        desk.key('Return')
        desk.heading(foreign)


@journey
def nobody():
    """Who is not found is looked for elsewhere: nearly the same spelling, and customers a filter hides."""
    path = sample()
    gone = only_one(path, people(path, '--status', 'cancelled'), '--status', 'any')
    with at_desk(path) as desk:
        desk.search('Reyez')
        desk.see('No Customer Found', re.compile('^Try the phone number or the email instead of the name, or a name on file'))
        near = desk.find(re.compile('^reyes$', re.IGNORECASE), 'button')
        desk.click(near)
        desk.first('Reyes')

        desk.search(gone)
        desk.see('No Active Customer Found', 'The status filter hides 1 customer who matches.')
        desk.click(desk.find('Search All Customers', 'button'))
        desk.found(gone)

        desk.search('xqxqxq')
        desk.see('No Customer Found', 'Try the phone number or the email instead of the name, or another spelling.')
        desk.key('Escape')
        wait_for(lambda: len(desk.customers()) > 5, 'everybody again')


@journey
def filters():
    """Filters and the search narrow the list together, say so in words and are cleared at once."""
    path = sample()
    individuals = people(path, 'reyes', '--type', 'individual')
    with at_desk(path) as desk:
        desk.see('Status: Active')
        wait_for(lambda: len(desk.customers()) > 5, 'the customers')
        desk.search('reyes')
        desk.found(*people(path, 'reyes'))
        desk.click(desk.find('Filters and order', 'toggle button'))
        desk.choose('Type', 'Individual')
        desk.key('Escape')
        desk.see('Status: Active · Type: Individual')
        desk.found(*individuals)
        desk.search(TYPED)
        desk.see('No Customer Found')
        desk.click(desk.find('Clear', 'button'))
        desk.found(NAME)
        desk.gone(re.compile('Type: Individual'), 'label')


@journey
def one_after_another():
    """Alt+Down and Alt+Up go through what was found; the search and its place stay."""
    path = sample()
    found = people(path, 'reyes')
    with at_desk(path) as desk:
        desk.search('reyes')
        desk.found(*found)
        desk.key('Return')
        desk.heading(found[0])
        desk.key('alt+Down')
        desk.heading(found[1])
        desk.key('alt+Up')
        desk.heading(found[0])
        desk.found(*found)


@journey
def row_menu():
    """The Menu key opens the menu of a row, and Edit in it the customer's form."""
    with at_desk() as desk:
        desk.search(TYPED)
        desk.found(NAME)
        desk.key('Down', 'Tab')
        wait_for(lambda: (desk.focused() or desk.window).get_role_name() != 'text', 'the keyboard to leave the search')
        desk.tab_to(re.compile(f'^{NAME}, .*{NUMBER}'))
        desk.key('Menu')
        desk.find(role='menu item', state='focused')
        desk.key('e')
        desk.find(role='dialog')
        desk.key('Escape')
        desk.gone(role='dialog')
        assert has(desk.window, 'active')


@journey
def menu_of_an_order():
    """In the orders of a customer, and among all orders, as a table or as a list, each row has a name and its menu."""
    with at_customer() as desk:
        for width in (1360, 360):
            desk.resize(width, 760)
            for command in ('Show Orders', 'Orders'):
                desk.carry_out(command)
                desk.tab_to(re.compile(r'^#\d+'))
                desk.key('Menu')
                desk.find('Open', 'menu item', state='focused')
                desk.key('Escape')
                desk.gone('Open', 'menu item')


@journey
def orders_by_customer():
    """The orders of a customer are found by the name, an order by its number."""
    path = sample()
    newest = f"#{ask(path, 'orders', NUMBER)[0]['number']}"
    other = ask(path, 'search', '--limit', '5')['customers'][-1]
    others = f"#{ask(path, 'orders', str(other['number']))[0]['number']}"
    with at_desk(path) as desk:
        desk.click_place('Orders')

        def orders():
            return ''.join(node.get_name() or text_of(node) for node in desk.all(role='label'))

        desk.write('Search orders', 'jordan rey')
        wait_for(lambda: newest in orders() and full_name(other) not in orders(), 'the orders of one customer')
        desk.write('Search orders', others[1:])
        wait_for(lambda: others in orders() and newest not in orders(), 'that order alone')
        desk.write('Search orders', 'nobody of this name')
        desk.see('No Order Matches the Filters')


sys.exit(main())
