#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody new, by keyboard alone."""

import re
import sys

from journey import NAME, NUMBER, ask, at_customer, at_desk, has, journey, main, sample, wait_for


@journey
def quick_add():
    """Whoever has that phone number already is shown in full and opened with Enter; what was typed is there the next time. Then the keyboard is on the new page."""
    path = sample()
    with at_desk(path) as desk:
        desk.carry_out('Quick Add')
        desk.find('First name', state='focused')
        desk.type_text('Wilma')
        desk.tab_to('Phone')
        desk.type_text(ask(path, 'show', NUMBER)['phone'])
        known = desk.find(NAME, 'list item', within=desk.find('Customers with the same phone number or email', 'list'))
        box, frame = (node.get_component_iface().get_extents(0) for node in (known, desk.find('Quick Add', 'dialog')))
        assert box.y + box.height <= frame.y + frame.height, 'who has that number is cut off'
        desk.tab_to(NAME)
        desk.key('Return')
        desk.heading(NAME)

        desk.carry_out('Quick Add')
        desk.see('What you typed before is back', 'Wilma')
        desk.tab_to('Phone')
        desk.type_text('503 555 0198')
        desk.key('Return')
        desk.heading('Wilma')
        desk.find('Phone', 'toggle button', state='focused')


@journey
def five_steps():
    """The wizard is gone through to its end; Escape in the middle keeps what was typed; a language is found by its name."""
    with at_desk() as desk:
        desk.key('ctrl+n')
        desk.find(re.compile('^First name'), state='focused')
        desk.type_text('Greta')
        desk.tab_to(re.compile('^Last name'))
        desk.type_text('Garbo')
        desk.tab_to(re.compile('^Email'))
        desk.type_text('greta@example.com')
        desk.key('Return')
        desk.find('Type', state='focused')
        desk.key('Escape')
        desk.gone(role='dialog')

        desk.key('ctrl+n')
        desk.see('What you typed before is back', 'Greta')
        for step in range(2, 5):
            desk.tab_to('Next')
            desk.key('space')
            desk.see(f'Step {step} of 5')
        language = desk.tab_to('Language')
        desk.key('Return')
        desk.find('Search', state='focused')
        desk.type_text('swed')
        desk.find('Swedish', 'list item')
        desk.gone('Abkhazian', 'list item')
        desk.key('Return')
        wait_for(lambda: has(language, 'focused') and language.get_description() == 'Swedish', 'Swedish to be chosen')
        desk.tab_to('Next')
        desk.key('space')
        desk.tab_to('Sticky note (optional, for staff only)')
        desk.type_text('Likes tulips')
        desk.tab_to('Save Customer')
        desk.key('Return')
        desk.heading('Greta Garbo')
        desk.see('Likes tulips')
        desk.find('Phone', 'toggle button', state='focused')


@journey
def narrow():
    """In a narrow window, too, the keyboard begins in the first field, and goes on to the new page."""
    with at_desk() as desk:
        desk.resize(360, 720)
        desk.carry_out('Quick Add')
        desk.find('First name', state='focused')
        desk.type_text('Wilma')
        desk.tab_to('Phone')
        desk.type_text('503 555 0198')
        desk.key('Return')
        desk.heading('Wilma')
        desk.find('Phone', 'toggle button', state='focused')


@journey
def starting_anew():
    """Escape keeps what was typed of an address; Start Anew takes it away, and the keyboard is in the first field."""
    with at_customer() as desk:
        desk.carry_out('Add Address')
        desk.find('Street *', state='focused')
        desk.type_text('5 Lake Road')
        desk.key('Escape')
        desk.gone(role='dialog')
        desk.carry_out('Add Address')
        desk.see('What you typed before is back', '5 Lake Road')
        desk.tab_to('Start Anew', back=True)
        desk.key('space')
        desk.gone('5 Lake Road')
        desk.find('Kind', state='focused')


sys.exit(main())
