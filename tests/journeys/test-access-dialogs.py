#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access to the dialogs that are opened by a shortcut or a command of the palette."""

import os
import re
import sys
import tempfile

from access import audited
from journey import at_customer, journey, main


@journey
def forms():
    """The palette, the five steps of a customer, Quick Add, a cancellation, the history."""
    def steps():
        for name in ('Business Profile', 'Addresses & Contacts', 'Preferences', 'Loyalty & Notes'):
            audit.reach('Next')
            audit.desk.key('space')
            audit.desk.find(name, state='showing')
            audit.look(f'editing a customer, {name}')

    with audited(at_customer()) as audit:
        audit.shows('palette', 'ctrl+k')
        audit.shows('new customer', 'ctrl+n')
        audit.desk.key('ctrl+f', 'Down')
        audit.shows('editing a customer', 'F2', within=steps)
        audit.command('quick add', 'Quick Add')
        audit.command('cancellation', 'Create Cancellation')
        audit.command('history', 'Show History')


@journey
def desk_wide():
    """Preferences with all their pages, the shortcuts, About, staff, switching the user."""
    def pages():
        for name, inside in (('Desktop', 'Not before this hour'), ('Integrations', 'Mail Password')):
            audit.desk.to_page(name)
            audit.desk.find(inside, state='showing')
            audit.look(f'preferences, {name}')

    def pages_of_staff():
        audit.reach(re.compile('^What Each Role'))
        audit.keyboard.press('Return')
        audit.desk.gone('Colleagues', 'list')           # they slide away
        audit.look('what each role may do')
        audit.keyboard.press('alt+Left')
        audit.reach('Add colleague')
        audit.keyboard.press('space')
        audit.desk.gone('Colleagues', 'list')
        audit.look('a colleague')
        audit.keyboard.press('alt+Left')

    with audited(at_customer()) as audit:
        audit.shows('preferences', 'ctrl+comma', within=pages)
        audit.shows('shortcuts', 'ctrl+question')
        audit.command('about', 'About Regulars')
        audit.command('staff', 'Manage Staff', within=pages_of_staff)
        audit.command('switch user', 'Switch User')


@journey
def exchange():
    """Export, and an import with its mapping and what would happen."""
    def steps():
        audit.reach(re.compile('^Choose.*File'))
        audit.desk.key('Return')
        audit.desk.pick_file(path)
        audit.desk.find('What Each Column Means')
        audit.look('what each column means')
        audit.reach(re.compile('^See What Would Happen'))
        audit.desk.key('Return')
        audit.desk.find(re.compile('^Import 1 Row'), 'button', 'sensitive')
        audit.look('what an import would do')

    with tempfile.TemporaryDirectory() as folder, audited(at_customer()) as audit:
        path = os.path.join(folder, 'customers.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('First name,Last name,Email\nAda,Byron,ada@example.com\nNobody,,broken@\n')
        audit.command('export', 'Export')
        audit.command('import', 'Import', within=steps)


if __name__ == '__main__':
    sys.exit(main())
