#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each shortcut of the table in the program does what it says there."""

import re
import sys

from access import focus_in
from journey import at_customer, at_desk, has, journey, main, wait_for

VIEWS = ('Notes', 'Account', 'Orders', 'Future Cart', 'Tags', 'Stats')


def focus_on(desk, name):
    wait_for(lambda: (now := focus_in(desk)) is not None and now.get_name() == name, f'the keyboard on {name}')


def dialog(desk, key, name):
    """A shortcut opens a dialog, and Escape closes it."""
    desk.key(key)
    desk.find(name, 'dialog')
    desk.key('Escape')
    desk.gone(role='dialog')


@journey
def everywhere():
    """The shortcuts that work everywhere"""
    with at_desk() as desk:
        wait_for(lambda: len(desk.customers()) > 2, 'the customers')
        desk.tab_to('Clear')
        desk.key('ctrl+f')
        focus_on(desk, 'Search customers')
        dialog(desk, 'ctrl+k', 'Command Palette')
        dialog(desk, 'ctrl+n', 'New Customer')
        dialog(desk, 'ctrl+comma', 'Preferences')
        dialog(desk, 'ctrl+question', 'Keyboard Shortcuts')
        desk.key('F10')
        desk.find('Preferences', 'menu item')
        desk.key('Escape')
        desk.gone('Preferences', 'menu item')
        desk.resize(800, 700)
        desk.find('Customers', 'list')
        desk.gone('Places', 'list')
        desk.key('F9')
        desk.find('Places', 'list')
        desk.key('F9')
        desk.gone('Places', 'list')


@journey
def customer():
    """The shortcuts of the open customer: views, note, undo and redo, stepping, tabs"""
    with at_desk() as desk:
        desk.search('reyes')
        wait_for(lambda: len(desk.customers()) > 1, 'several customers')
        first, second = desk.customers()[:2]
        first, second = first.split(',')[0], second.split(',')[0]
        desk.key('Return')
        desk.heading(first)
        for number, name in enumerate(VIEWS, 1):
            desk.view(number, re.compile('^' + name))
        desk.key('ctrl+shift+n')
        focus_on(desk, 'What happened?')
        desk.type_text('By keyboard alone.')
        desk.key('ctrl+Return')
        desk.find('By keyboard alone.', 'label')
        desk.key('ctrl+f', 'ctrl+z')
        desk.gone('By keyboard alone.', 'label')
        desk.key('ctrl+shift+z')
        desk.find('By keyboard alone.', 'label')
        desk.key('ctrl+z')
        desk.gone('By keyboard alone.', 'label')
        desk.key('ctrl+y')
        desk.find('By keyboard alone.', 'label')
        desk.key('alt+Down')
        desk.heading(second)
        desk.key('alt+Up')
        desk.heading(first)
        desk.key('ctrl+f', 'Down', 'ctrl+Return')       # the next one, in a tab of its own
        desk.heading(second)
        desk.key('ctrl+Tab')
        desk.heading(first)
        desk.key('ctrl+shift+Tab')
        desk.heading(second)
        desk.key('ctrl+w')
        desk.heading(first)
        desk.gone(re.compile(re.escape(second)), 'heading')


@journey
def from_a_dialog():
    """A call is noted down from a dialog, and Ctrl+Q leaves from there."""
    with at_customer() as desk:
        desk.key('alt+6')
        desk.click(desk.find('Add Credit', 'button'))
        desk.find('Add Credit', 'dialog')
        desk.key('ctrl+shift+n')
        desk.find('Add Note', 'dialog')
        desk.type_text('Asks about the credit')


@journey
def rows():
    """The shortcuts of the list of customers"""
    with at_desk() as desk:
        desk.search('reyes')
        wait_for(lambda: len(desk.customers()) > 1, 'several customers')
        desk.key('Down', 'Tab', 'Tab')
        row = wait_for(lambda: (now := focus_in(desk)) is not None and now.get_role_name() == 'list item' and now, 'a row')
        name = row.get_name().split(',')[0]
        desk.key('shift+F10')
        desk.find(re.compile('^Open'), 'menu item')
        desk.key('Escape')
        desk.gone(role='menu item')
        focus_on(desk, row.get_name())                  # and the keyboard is back on the row
        desk.key('F2')
        desk.find(role='dialog')
        desk.key('Escape')
        desk.gone(role='dialog')
        desk.key('Return')
        desk.heading(name)
        desk.key('ctrl+f', 'Escape')
        wait_for(lambda: len(desk.customers()) > 8 and has(desk.find('Search customers'), 'showing'), 'everybody again')
        desk.key('Down', 'Tab', 'Tab')
        wait_for(lambda: (now := focus_in(desk)) is not None and now.get_role_name() == 'list item', 'a row')
        desk.key('j')
        focus_on(desk, 'Search customers')


if __name__ == '__main__':
    sys.exit(main())
