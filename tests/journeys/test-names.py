#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: everything that can have the keyboard has a name, on every screen."""

import re
import sys

from journey import Person, has, journey, main, sample, walk

VIEWS = ('Notes', 'Account', 'Orders', 'Future Cart', 'Tags', 'Stats')

# Containers that GTK makes focusable by itself, and the rows and items it does not give the text of to the bus.
BY_GTK = {'scroll pane', 'panel', 'filler', 'list', 'menu item', 'table', 'tree table', 'label', 'page tab list', 'separator',
          'scroll bar', 'grouping', 'dialog', 'frame'}


def words(node):
    """The name of something, or for a row the texts in it."""
    name = node.get_name() or node.get_description()
    if not name and node.get_role_name() in ('list item', 'table row', 'table cell'):
        name = ' '.join(part.get_name() for part in walk(node) if part is not node and part.get_role_name() == 'label')
    return name.strip()


def nameless(desk, screen):
    """The controls of what is shown that a screen reader would only call by their kind."""
    for node in desk.all():
        if has(node, 'focusable') and node.get_role_name() not in BY_GTK and not words(node):
            up, parent = [], node.get_parent()
            while parent is not None and len(up) < 3:
                if parent.get_name():
                    up.append(parent.get_name())
                parent = parent.get_parent()
            yield f'{screen}: {node.get_role_name()} in {" in ".join(up)}'


def assert_named(offenders):
    assert not offenders, 'nameless: ' + '; '.join(offenders)


@journey
def customer():
    """Every control of the list and of each view of a customer has a name."""
    offenders = []
    with Person(sample()) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        for number, name in enumerate(VIEWS, 1):
            desk.view(number, re.compile('^' + name))
            offenders += nameless(desk, name)
        desk.close()
    assert_named(offenders)


@journey
def places():
    """Every control of Reminders, Orders and Products has a name."""
    offenders = []
    with Person(sample()) as desk:
        for name in ('Reminders', 'Orders', 'Products'):
            desk.click_place(name)
            desk.gone('Search customers', 'entry')
            offenders += nameless(desk, name)
        desk.close()
    assert_named(offenders)


@journey
def dialogs():
    """Every control of the palette, of the preferences and of the form of a new customer has a name."""
    offenders = []
    with Person(sample()) as desk:
        for key, name in (('ctrl+k', 'palette'), ('ctrl+comma', 'preferences'), ('ctrl+n', 'new customer')):
            desk.key(key)
            dialog = desk.find(role='dialog')
            offenders += nameless(desk, name)
            desk.key('Escape')
            desk.gone(role='dialog')
            del dialog
        desk.close()
    assert_named(offenders)


sys.exit(main())
