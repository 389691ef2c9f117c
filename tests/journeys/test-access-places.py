#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access to the places beside the customers, to the list of customers in each of its states, and to the pages without a file."""

import re
import sys
import tempfile

from access import Audit
from journey import Person, journey, main, sample, wait_for


def opened():
    desk = Person(sample())
    wait_for(lambda: len(desk.customers()) > 2, 'the customers')
    return desk, Audit(desk)


def place(audit, name):
    audit.desk.click_place(name)
    audit.look(name)


@journey
def customers():
    """The list of customers: whole, empty, and before anybody is open; the menus of the window."""
    desk, audit = opened()
    with desk:
        audit.look('customers')
        audit.opens('main menu', re.compile('^Main menu'))
        audit.opens('menu of who is signed in', re.compile('Switch'), role='toggle button')
        desk.search('qqqqzz')
        desk.gone('Customers', 'list')
        audit.look('nobody found')
        audit.report()
        desk.close()


@journey
def reminders():
    """Reminders, due and all."""
    desk, audit = opened()
    with desk:
        place(audit, 'Reminders')
        audit.reach('Completed')
        desk.key('space')
        audit.look('Reminders, completed too', keys=False)
        audit.report()
        desk.close()


@journey
def orders():
    """Orders of all customers, and one of them with its lines."""
    desk, audit = opened()
    with desk:
        place(audit, 'Orders')
        audit.opens('status of orders', re.compile('^All|^Any'), role='toggle button')
        audit.opens('menu of an order', 'Actions for this order')
        audit.reach('Actions for this order')
        audit.keyboard.press('Down')
        audit.shows('order', 'Return')
        audit.report()
        desk.close()


@journey
def products():
    """Products, one of them, and adding one."""
    desk, audit = opened()
    with desk:
        place(audit, 'Products')
        audit.opens('add a product', re.compile('^Add'), role='button')
        audit.opens('product', re.compile('.'), key='Return', role='list item')
        audit.report()
        desk.close()


@journey
def without_a_file():
    """The welcome page, the first questions, and a file that can't be opened."""
    with tempfile.TemporaryDirectory() as folder, Person(None, XDG_DATA_HOME=folder) as desk:
        audit = Audit(desk)
        desk.see('Welcome to Regulars')
        audit.look('welcome')
        audit.reach('Start Empty')
        desk.key('space')
        desk.find('Your Business', 'dialog')
        audit.look('your business')
        desk.key('Escape')
        desk.gone(role='dialog')
        audit.look('a new desk')
        audit.report()
        desk.close()
    with tempfile.NamedTemporaryFile(suffix='.regulars') as foreign:
        foreign.write(b'This is no file of this program.' * 100)
        foreign.flush()
        with tempfile.TemporaryDirectory() as folder, Person(foreign.name, XDG_DATA_HOME=folder) as desk:
            audit = Audit(desk)
            desk.see('The File Cannot Be Opened')
            audit.look('trouble')
            audit.report()
            desk.close()


if __name__ == '__main__':
    sys.exit(main())
