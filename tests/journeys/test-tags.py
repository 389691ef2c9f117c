#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting customers into groups: tags are added, found, taken off and brought back, with the keyboard alone."""

import sys

from journey import at_customer, journey, main, role_of, text_of, wait_for

ENTRY = 'Name of the tag'


def typed(desk, text):
    """Waits until the entry has this text and the keyboard."""
    wait_for(lambda: (now := desk.focused()) is not None and text_of(now) == text and role_of(now) == 'text',
             f'“{text}” in the entry, with the keyboard')


def at_suggestions(desk):
    """The arrow key down leads from the entry to what was found."""
    desk.key('Down')
    wait_for(lambda: (now := desk.focused()) is not None and role_of(now) == 'list item', 'the keyboard on a suggestion')


def start(desk):
    desk.key('alt+5')
    desk.find('Add Tag', 'toggle button')
    desk.tab_to('Add Tag')
    desk.key('space')
    typed(desk, '')


def suggested(desk, first, others=True):
    wait_for(lambda: (rows := desk.rows('Tags to add')) and rows[0] == first and (len(rows) > 1) == others, f'{first} to choose from')


def own(desk, *names):
    """Waits until the customer has exactly these tags, in this order."""
    wait_for(lambda: desk.rows('Customer Tags') == list(names), ', '.join(names) + f', not {desk.rows("Customer Tags")}')


@journey
def part_of_a_name():
    """Enter on part of a name says how to go on; what is typed at the suggestions goes on in the entry; Escape leaves."""
    with at_customer() as desk:
        start(desk)
        before = desk.rows('Customer Tags')
        desk.type_text('v')
        suggested(desk, 'VIP Customer')
        desk.key('Return')
        desk.see('Choose one of these tags with the arrow key down, or go on typing.')
        typed(desk, 'v')
        at_suggestions(desk)
        desk.type_text('e')
        typed(desk, 've')
        suggested(desk, 'Vegetarian')
        at_suggestions(desk)
        desk.key('BackSpace')
        typed(desk, 'v')
        at_suggestions(desk)
        desk.key('Up')
        typed(desk, 'v')
        at_suggestions(desk)
        desk.key('Escape')
        desk.gone(ENTRY)
        desk.find('Add Tag', state='focused')
        own(desk, *before)


@journey
def added():
    """A tag is added by its name or chosen, goes on with the next, and is undone and removed."""
    with at_customer() as desk:
        start(desk)
        before = desk.rows('Customer Tags')
        desk.type_text('nut')
        suggested(desk, 'Nut Allergy')
        at_suggestions(desk)
        desk.key('Return')
        own(desk, *sorted(before + ['Nut Allergy']))
        typed(desk, '')
        desk.type_text('CHURN risk')
        suggested(desk, 'Churn Risk', others=False)
        desk.key('Return')
        own(desk, *sorted(before + ['Churn Risk', 'Nut Allergy']))
        typed(desk, '')
        desk.type_text('Club: 50 % & <more>')
        suggested(desk, 'Create New Tag', others=False)
        desk.key('Return')
        own(desk, *sorted(before + ['Churn Risk', 'Club: 50 % & <more>', 'Nut Allergy']))
        desk.key('Escape')
        desk.find('Add Tag', state='focused')
        desk.key('ctrl+z')
        own(desk, *sorted(before + ['Churn Risk', 'Nut Allergy']))
        desk.tab_to('Remove tag Churn Risk from this customer')
        desk.key('Return')
        own(desk, *sorted(before + ['Nut Allergy']))


if __name__ == '__main__':
    sys.exit(main())
