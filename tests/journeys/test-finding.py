#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding whoever calls."""

import re
import sys

from journey import Person, has, journey, main, sample, text_of, wait_for


@journey
def by_any_word():
    """A caller is found by part of a name, the last digits, the email, the number and a tag."""
    with Person(sample()) as desk:
        desk.search('reye jor')
        desk.found('Jordan Reyes')
        desk.search('5550142')
        desk.first('Jordan Reyes')
        desk.search('0142')
        desk.first('Jordan Reyes')
        desk.search('jordan@reyes')
        desk.found('Jordan Reyes')
        desk.search('100234')
        desk.first('Jordan Reyes')
        desk.search('Gluten Free')
        wait_for(lambda: len(desk.customers()) > 5, 'those with the tag')
        desk.search('thu pham')
        desk.found('Thu Hà Phạm')
        desk.key('Return')
        desk.heading('Thu Hà Phạm')
        desk.close()


@journey
def nobody():
    """Who is not found is looked for elsewhere: nearly the same spelling, and customers a filter hides."""
    with Person(sample()) as desk:
        desk.search('Reyez')
        desk.see('No Customer Found', 'Names on file that are spelt nearly like it:')
        near = desk.find(re.compile('^reyes$', re.IGNORECASE), 'button')
        desk.click(near)
        desk.first('Reyes')

        desk.search('Hannah Allen')
        desk.see('No Active Customer Found', 'The status filter hides 1 customer who matches.')
        desk.click(desk.find('Search All Customers', 'button'))
        desk.found('Hannah Allen')

        desk.search('xqxqxq')
        desk.see('No Customer Found', 'Try the phone number or the email instead of the name, or another spelling.')
        desk.key('Escape')
        wait_for(lambda: len(desk.customers()) > 5, 'everybody again')
        desk.close()


@journey
def filters():
    """Filters and the search narrow the list together, say so in words and are cleared at once."""
    with Person(sample()) as desk:
        desk.see('Status: Active')
        wait_for(lambda: len(desk.customers()) > 5, 'the customers')
        desk.search('reyes')
        desk.found('Jordan Reyes', 'James Reyes')
        desk.click(desk.find('Filters and order', 'toggle button'))
        desk.choose('Type', 'Individual')
        desk.key('Escape')
        desk.see('Status: Active · Type: Individual', 'No Customer Found')
        desk.click(desk.find('Clear', 'button'))
        desk.found('Jordan Reyes', 'James Reyes')
        desk.gone(re.compile('Type: Individual'), 'label')
        desk.close()


@journey
def one_after_another():
    """Alt+Down and Alt+Up go through what was found; the search and its place stay."""
    with Person(sample()) as desk:
        desk.search('reyes')
        desk.found('Jordan Reyes', 'James Reyes')
        desk.key('Return')
        desk.heading('Jordan Reyes')
        desk.key('alt+Down')
        desk.heading('James Reyes')
        desk.key('alt+Up')
        desk.heading('Jordan Reyes')
        desk.found('Jordan Reyes', 'James Reyes')
        desk.close()


@journey
def row_menu():
    """The Menu key opens the menu of a row, and Edit in it the customer's form."""
    with Person(sample()) as desk:
        desk.search('reyes')
        desk.found('Jordan Reyes', 'James Reyes')
        desk.key('Down', 'Tab')
        wait_for(lambda: (desk.focused() or desk.window).get_role_name() != 'text', 'the keyboard to leave the search')
        desk.tab_to('Jordan Reyes, Reyes Catering, 100234')
        desk.key('Menu')
        desk.find(role='menu item', state='focused')
        desk.key('e')
        desk.find(role='dialog')
        desk.key('Escape')
        desk.gone(role='dialog')
        assert has(desk.window, 'active')
        desk.close()


@journey
def orders_by_customer():
    """The orders of a customer are found by the name, an order by its number."""
    with Person(sample()) as desk:
        desk.click_place('Orders')
        def orders():
            return ''.join(node.get_name() or text_of(node) for node in desk.all(role='label'))
        desk.write('Search orders', 'jordan rey')
        wait_for(lambda: '#23107' in orders() and 'Sakura' not in orders(), 'the orders of Jordan')
        desk.write('Search orders', '22799')
        wait_for(lambda: '#22799' in orders() and '#23107' not in orders(), 'that order alone')
        desk.write('Search orders', 'nobody of this name')
        desk.see('No Order Matches the Filters')
        desk.close()


sys.exit(main())
