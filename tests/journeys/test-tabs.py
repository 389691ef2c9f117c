#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several customers at once, and what the window remembers."""

import re
import sys

from journey import NAME, OTHER, TYPED, at_customer, at_desk, has, journey, keep_settings, main, sample, wait_for


@journey
def in_tabs():
    """Ctrl+Enter opens in a tab, Ctrl+Tab changes between them, and all are open again after a restart."""
    path = sample()
    with at_customer(path) as desk:
        desk.search(OTHER[0])
        desk.first(OTHER[1])
        desk.key('Down', 'ctrl+Return')
        desk.heading(OTHER[1])
        desk.key('ctrl+Tab')
        desk.heading(NAME)
        desk.key('ctrl+Tab')
        desk.heading(OTHER[1])
    with at_desk(path) as desk:
        desk.heading(OTHER[1])
        desk.key('ctrl+Tab')
        desk.heading(NAME)
        desk.key('ctrl+w')
        desk.heading(OTHER[1])


@journey
def left_off():
    """The next start goes on where the last one ended: the view, the list and its filters, who was chosen there, and undo."""
    path = sample()

    def chosen(desk):
        return [row.get_name() for row in desk.all(role='list item', within=desk.look('Customers', 'list')) if has(row, 'selected')]

    with at_desk(path) as desk:
        desk.click(desk.find('Clear', 'button'))
        desk.click(desk.find('Filters and order', 'toggle button'))
        desk.choose('Type', 'Business')
        desk.key('Escape')
        desk.gone('Type', 'combo box')
        desk.open_known()
        desk.key('ctrl+shift+n')
        desk.type_text('Said on Monday')
        desk.key('ctrl+Return')
        desk.see('Note added')
        desk.view(6, re.compile('^Stats'))
        desk.key('ctrl+f', 'Escape')
        filters = desk.find(re.compile('Type: Business'), 'label').get_name()
        names = wait_for(lambda: len(desk.customers()) > 5 and desk.customers(), 'the businesses')
    with at_desk(path) as desk:
        desk.find(re.compile('^Stats'), state='checked')
        desk.see(filters)
        wait_for(lambda: desk.customers() == names, 'the same customers')
        wait_for(lambda: [name for name in chosen(desk) if NAME in name], f'{NAME} to be chosen in the list')
        desk.find(re.compile('^Undo: Note added .Said on Monday'), 'button')
        desk.key('ctrl+z')
        desk.gone(re.compile('Said on Monday'))


@journey
def viewed_last():
    """Ctrl+L brings back the customer who was viewed last: from another place, with the tab closed, after a restart."""
    path = sample()
    with at_desk(path) as desk:
        desk.open_customer(*OTHER)
        desk.open_known()
        desk.click_place('Orders')
        desk.gone(NAME, 'heading')
        desk.key('ctrl+l')
        desk.heading(NAME)
        desk.key('ctrl+w')
        desk.see('No Customer Open')
    with at_desk(path) as desk:
        desk.see('No Customer Open')
        desk.key('ctrl+l')
        desk.heading(NAME)


@journey
def places_keep_tabs():
    """Going to another place and back leaves the open customers open."""
    with at_customer() as desk:
        desk.click_place('Orders')
        desk.gone(NAME, 'heading')
        desk.click_place('Customers')
        desk.heading(NAME)


@journey
def folded():
    """A folded card stays folded after a restart."""
    path, settings = sample(), keep_settings()
    with at_customer(path, **settings) as desk:
        wait_for(lambda: desk.look('Notes', 'list'), 'the notes')
        desk.click(desk.find('Notes & Interactions', 'button'))
        desk.gone('Notes', 'list')
    with at_desk(path, **settings) as desk:
        desk.heading(NAME)
        fold = desk.find('Notes & Interactions', 'button')
        assert not has(fold, 'expanded')
        assert desk.look('Notes', 'list') is None
        desk.click(fold)
        desk.find('Notes', 'list')


@journey
def tag():
    """The customers of a tag are what is listed after a restart, too."""
    path, settings = sample(), keep_settings()

    def chosen(desk):
        row = desk.look(re.compile('^High Value, '), 'list item', within=desk.look('Places', 'list'))
        return row if row and has(row, 'selected') else None

    with at_desk(path, **settings) as desk:
        desk.click_place('High Value')
        wait_for(lambda: chosen(desk), 'the tag to be chosen')
        names = wait_for(desk.customers, 'the customers of the tag')
    with at_desk(path, **settings) as desk:
        wait_for(lambda: chosen(desk), 'the tag to be chosen again')
        wait_for(lambda: desk.customers() == names, 'its customers')


@journey
def narrow():
    """At 360 pixels a customer is found, opened, read and left again."""
    with at_desk() as desk:
        desk.resize(360, 640)
        desk.search(TYPED)
        desk.first(NAME)
        desk.key('Return')
        desk.heading(NAME)
        desk.gone('Customers', 'list')
        for number, name in enumerate(('Notes', 'Account', 'Orders', 'Future Cart', 'Tags', 'Stats'), 1):
            desk.view(number, re.compile('^' + name))
            desk.inside(360)
        desk.click(desk.find('Back', 'button'))
        desk.first(NAME)
        desk.key('F9')
        desk.find('Places', 'list')


sys.exit(main())
