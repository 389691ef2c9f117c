#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access to a customer: each view and each dialog, menu and popover that opens from it."""

import re
import sys

from access import audited
from journey import NAME, at_customer, journey, main, wait_for


def view(audit, number, name, looks=True):
    audit.desk.view(number, re.compile('^' + name))
    if looks:
        audit.look(name)
        audit.desk.view(number, re.compile('^' + name))     # the arrow keys led through the others


@journey
def head():
    """The head of a customer and the list beside it, with their menus and popovers."""
    with audited(at_customer()) as audit:
        view(audit, 5, 'Tags')
        audit.reach(re.compile('^' + NAME), 'list item')
        audit.keyboard.press('shift+F10')
        audit.look('menu of a customer in the list')
        audit.desk.key('Escape')                        # the keyboard is back on the row
        wait_for(lambda: audit.keyboard.focus().get_name().startswith(NAME), 'the menu to close')
        audit.opens('filters of the list', 'Filters and order')
        audit.opens('more actions of the customer', re.compile('^More actions'), role='toggle button')
        audit.opens('main menu', re.compile('^Main menu'))
        audit.opens('order of the tags', 'By Name')
        audit.opens('rename a tag', re.compile('^Rename tag'))
        audit.reach('Add Tag')
        audit.desk.key('space')
        wait_for(lambda: audit.keyboard.focus().get_name() == 'Name of the tag', 'the cursor where a tag is typed')
        audit.look('Tags, adding one')


@journey
def notes():
    """Notes, with the kinds of note, the reminder and the filters."""
    with audited(at_customer()) as audit:
        view(audit, 1, 'Notes')
        audit.opens('kind of a note', 'Phone', role='toggle button')
        audit.opens('reminder of a note', 'Set a reminder')
        audit.opens('filters of notes', 'Filter by type and date')


@journey
def account():
    """Account, with its forms."""
    with audited(at_customer()) as audit:
        view(audit, 2, 'Account')
        audit.opens('edit a customer', 'Edit customer')
        audit.opens('choice of a type', 'Type', role='combo box', key='space')
        audit.opens('business types', 'Common business types')
        audit.opens('add an address', 'Add Address')
        audit.opens('edit an address', 'Edit address')
        audit.opens('add a contact', 'Add Contact')
        audit.opens('edit a contact', 'Edit contact')
        audit.opens('cancel an account', re.compile('^Create Cancellation'))


@journey
def orders():
    """Orders, an order and its lines, recurring items."""
    with audited(at_customer()) as audit:
        view(audit, 3, 'Orders')
        audit.opens('columns of the orders', 'Choose the columns')
        audit.opens('other orders to create', 'Other orders')
        audit.opens('menu of an order', 'Actions for this order')
        audit.opens('another order', 'Create Order')
        audit.opens('recurring item', re.compile('^Edit quantity'))
        audit.opens('remove a recurring item', re.compile('^Remove'))


@journey
def cart():
    """Future Cart, and adding a product to it."""
    with audited(at_customer()) as audit:
        view(audit, 4, 'Future Cart')
        audit.opens('add a product', 'Add Product')
        audit.reach('Select All')
        audit.desk.key('space')
        audit.look('Future Cart, all selected')
        audit.opens('mark recurring', 'Mark Recurring')


@journey
def stats():
    """Stats, with what each figure is made of, and the entries of money."""
    with audited(at_customer()) as audit:
        view(audit, 6, 'Stats')
        audit.opens('balance', re.compile('^Balance:.*credit'))
        audit.opens('payment methods', re.compile('^Payment Method'))
        for name in ('Add Credit', 'Change Balance', 'Payment', 'Charge', 'Refund'):
            audit.opens(name, name, role='button')


if __name__ == '__main__':
    sys.exit(main())
