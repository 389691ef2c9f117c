#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access to the places beside the customers, to the list of customers in each of its states, and to the pages without a file."""

import contextlib
import re
import sys
import tempfile

from access import audited
from journey import at_desk, journey, main, wait_for


@contextlib.contextmanager
def with_customers():
    with at_desk() as desk:
        wait_for(lambda: len(desk.customers()) > 2, 'the customers')
        yield desk


def place(audit, name):
    audit.desk.click_place(name)
    audit.look(name)


@journey
def customers():
    """The list of customers: whole, empty, and before anybody is open; the menus of the window."""
    with audited(with_customers()) as audit:
        audit.look('customers')
        audit.opens('main menu', re.compile('^Main menu'))
        audit.opens('menu of who is signed in', re.compile('Switch'), role='toggle button')
        audit.desk.search('qqqqzz')
        audit.desk.gone('Customers', 'list')
        audit.look('nobody found')


@journey
def reminders():
    """Reminders, due and all."""
    with audited(with_customers()) as audit:
        place(audit, 'Reminders')
        audit.reach('Completed')
        audit.desk.key('space')
        audit.look('Reminders, completed too', keys=False)


@journey
def orders():
    """Orders of all customers, and one of them with its lines."""
    with audited(with_customers()) as audit:
        place(audit, 'Orders')
        audit.opens('status of orders', re.compile('^All|^Any'), role='toggle button')
        audit.opens('menu of an order', 'Actions for this order')
        audit.reach('Actions for this order')
        audit.keyboard.press('Down')
        audit.shows('order', 'Return')


@journey
def products():
    """Products, one of them, and adding one."""
    with audited(with_customers()) as audit:
        place(audit, 'Products')
        audit.opens('add a product', re.compile('^Add'), role='button')
        audit.opens('product', re.compile('.'), key='Return', role='list item')


@journey
def without_a_file():
    """The welcome page, the first questions, and a file that can't be opened."""
    with tempfile.TemporaryDirectory() as folder, audited(at_desk(None, XDG_DATA_HOME=folder)) as audit:
        audit.desk.see('Welcome to Regulars')
        audit.look('welcome')
        audit.reach('Start Empty')
        audit.desk.key('space')
        audit.desk.find('Your Business', 'dialog')
        audit.look('your business')
        audit.desk.key('Escape')
        audit.desk.gone(role='dialog')
        audit.look('a new desk')
    with tempfile.NamedTemporaryFile(suffix='.regulars') as foreign, tempfile.TemporaryDirectory() as folder:
        foreign.write(b'This is no file of this program.' * 100)
        foreign.flush()
        with audited(at_desk(foreign.name, XDG_DATA_HOME=folder)) as audit:
            audit.desk.see('The File Cannot Be Opened')
            audit.look('trouble')


if __name__ == '__main__':
    sys.exit(main())
