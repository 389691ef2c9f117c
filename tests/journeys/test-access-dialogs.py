#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access to the dialogs that are opened by a shortcut or a command of the palette."""

import os
import re
import sys
import tempfile

from access import Audit
from journey import Person, journey, main, sample, wait_for


def opened():
    desk = Person(sample())
    desk.open_customer('jordan reyes', 'Jordan Reyes')
    return desk, Audit(desk)


@journey
def forms():
    """The palette, the five steps of a customer, Quick Add, a cancellation, the history."""
    desk, audit = opened()

    def steps():
        for name in ('Business Profile', 'Addresses & Contacts', 'Preferences', 'Loyalty & Notes'):
            audit.reach('Next')
            desk.key('space')
            desk.find(name, state='showing')
            audit.look(f'editing a customer, {name}')

    with desk:
        audit.shows('palette', 'ctrl+k')
        audit.shows('new customer', 'ctrl+n')
        desk.key('ctrl+f', 'Down')
        audit.shows('editing a customer', 'F2', within=steps)
        audit.command('quick add', 'Quick Add')
        audit.command('cancellation', 'Create Cancellation')
        audit.command('history', 'Show History')
        audit.report()
        desk.close()


@journey
def desk_wide():
    """Preferences with all their pages, the shortcuts, About, staff, switching the user."""
    desk, audit = opened()

    def pages():
        audit.reach('Business', 'page tab')
        audit.keyboard.press('Right')
        audit.look('preferences, integrations')

    def pages_of_staff():
        audit.reach(re.compile('^What Each Role'))
        audit.keyboard.press('Return')
        audit.look('what each role may do')
        audit.keyboard.press('alt+Left')
        audit.reach('Add colleague')
        audit.keyboard.press('space')
        audit.look('a colleague')
        audit.keyboard.press('alt+Left')

    with desk:
        audit.shows('preferences', 'ctrl+comma', within=pages)
        audit.shows('shortcuts', 'ctrl+question')
        audit.command('about', 'About Regulars')
        audit.command('staff', 'Manage Staff', within=pages_of_staff)
        audit.command('switch user', 'Switch User')
        audit.report()
        desk.close()


@journey
def exchange():
    """Export, and an import with its mapping and what would happen."""
    desk, audit = opened()
    with tempfile.TemporaryDirectory() as folder, desk:
        path = os.path.join(folder, 'customers.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('First name,Last name,Email\nAda,Byron,ada@example.com\n,Nobody,\n')

        def import_steps():
            audit.reach(re.compile('^Choose.*File'))
            desk.key('Return')
            audit.report()

        audit.command('export', 'Export')
        audit.command('import', 'Import')
        audit.report()
        desk.close()


if __name__ == '__main__':
    sys.exit(main())
