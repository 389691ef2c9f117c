#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several customers at once, and what the window remembers."""

import re
import sys

from journey import Person, has, journey, keep_settings, main, sample, wait_for


def tabs(desk):
    return [node.get_name() for node in desk.all(role='page tab') if node.get_name() in ('Jordan Reyes', 'Thu Hà Phạm')]


@journey
def in_tabs():
    """Ctrl+Enter opens in a tab, Ctrl+Tab changes between them, and all are open again after a restart."""
    path = sample()
    with Person(path) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        desk.search('thu pham')
        desk.found('Thu Hà Phạm')
        desk.key('Down', 'ctrl+Return')
        desk.heading('Thu Hà Phạm')
        desk.key('ctrl+Tab')
        desk.heading('Jordan Reyes')
        desk.key('ctrl+Tab')
        desk.heading('Thu Hà Phạm')
        desk.close()
    with Person(path) as desk:
        desk.heading('Thu Hà Phạm')
        desk.key('ctrl+Tab')
        desk.heading('Jordan Reyes')
        desk.key('ctrl+w')
        desk.heading('Thu Hà Phạm')
        desk.close()


@journey
def viewed_last():
    """Ctrl+L brings back the customer who was viewed last: from another place, with the tab closed, after a restart."""
    path = sample()
    with Person(path) as desk:
        desk.open_customer('thu pham', 'Thu Hà Phạm')
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        desk.click_place('Orders')
        desk.gone('Jordan Reyes', 'heading')
        desk.key('ctrl+l')
        desk.heading('Jordan Reyes')
        desk.key('ctrl+w')
        desk.see('No Customer Open')
        desk.close()
    with Person(path) as desk:
        desk.see('No Customer Open')
        desk.key('ctrl+l')
        desk.heading('Jordan Reyes')
        desk.close()


@journey
def places_keep_tabs():
    """Going to another place and back leaves the open customers open."""
    with Person(sample()) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        desk.click_place('Orders')
        desk.gone('Jordan Reyes', 'heading')
        desk.click_place('Customers')
        desk.heading('Jordan Reyes')
        desk.close()


@journey
def folded():
    """A folded card stays folded after a restart."""
    path, settings = sample(), keep_settings()
    with Person(path, **settings) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        wait_for(lambda: desk.look('Notes', 'list'), 'the notes')
        desk.click(desk.find('Notes & Interactions', 'button'))
        desk.gone('Notes', 'list')
        desk.close()
    with Person(path, **settings) as desk:
        desk.heading('Jordan Reyes')
        fold = desk.find('Notes & Interactions', 'button')
        assert not has(fold, 'expanded')
        assert desk.look('Notes', 'list') is None
        desk.click(fold)
        desk.find('Notes', 'list')
        desk.close()


@journey
def narrow():
    """At 360 pixels a customer is found, opened, read and left again."""
    with Person(sample()) as desk:
        desk.resize(360, 640)
        desk.search('jordan reyes')
        desk.first('Jordan Reyes')
        desk.key('Return')
        desk.heading('Jordan Reyes')
        desk.gone('Customers', 'list')
        for number, name in enumerate(('Notes', 'Account', 'Orders', 'Future Cart', 'Tags', 'Stats'), 1):
            desk.view(number, re.compile('^' + name))
            desk.inside(360)
        desk.click(desk.find('Back', 'button'))
        desk.first('Jordan Reyes')
        desk.key('F9')
        desk.find('Places', 'list')
        desk.close()


sys.exit(main())
