#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start: each of the ways to begin, with the keyboard alone, and what the second start brings."""

import contextlib
import os
import sys
import tempfile

from journey import Person, home, journey, keep_settings, main, wait_for


@contextlib.contextmanager
def at_first(folder=None, settings=None):
    """Somebody on a computer that knows nothing of the program yet."""
    folder = folder or tempfile.mkdtemp(dir=home.name)
    with Person(None, XDG_DATA_HOME=folder, **(settings or keep_settings())) as desk:
        yield desk
        desk.close()


def writing(desk, name):
    wait_for(lambda: (now := desk.focused()) is not None and now.get_name() == name, f'the cursor in {name}')


@journey
def sample():
    """Enter on the welcome page makes the sample data, and the keyboard is in the search."""
    with at_first() as desk:
        desk.find('Explore with Sample Data', state='focused')
        desk.key('Return')
        wait_for(lambda: len(desk.customers()) > 5, 'the sample customers')
        desk.see('This is sample data')
        writing(desk, 'Search customers')


@journey
def empty():
    """Start Empty asks for the business, whose name can be typed at once; the next start opens it."""
    folder, settings = tempfile.mkdtemp(dir=home.name), keep_settings()
    with at_first(folder, settings) as desk:
        desk.tab_to('Start Empty')
        desk.key('Return')
        writing(desk, 'Business name')
        desk.type_text('Corner Shop')
        desk.key('Return')
        desk.gone(role='dialog')
        desk.see('Corner Shop', 'No Customers')
        writing(desk, 'Search customers')
    with at_first(folder, settings) as desk:
        desk.see('Corner Shop')


@journey
def imported():
    """Before something is imported the business is asked for its currency; both can be left for later."""
    folder = tempfile.mkdtemp(dir=home.name)
    file = os.path.join(folder, 'people.csv')
    with open(file, 'w', encoding='utf-8') as out:
        out.write('first_name,last_name,email\nAda,Lovelace,ada@example.com\n')
    with at_first(folder) as desk:
        desk.tab_to('Import…')
        desk.key('Return')
        writing(desk, 'Business name')
        desk.key('Escape')
        desk.find('Import', 'dialog')
        desk.tab_to('Choose File…')
        desk.key('Return')
        desk.pick_file(file)
        desk.tab_to('See What Would Happen')
        desk.key('Return')
        desk.find('Import 1 Row', 'button')
        desk.tab_to('Import 1 Row')
        desk.key('Return')
        desk.find('Close', 'button', 'focused')
        desk.key('Return')
        desk.gone(role='dialog')
        desk.search('ada')
        desk.first('Ada Lovelace')


@journey
def not_opened():
    """A file that is not chosen leaves the welcome page as it was."""
    with at_first() as desk:
        desk.tab_to('Open File…')
        desk.key('Return')
        wait_for(lambda: desk.root.get_child_count() == 2, 'the file chooser')
        desk.key('Escape')
        wait_for(lambda: desk.root.get_child_count() == 1, 'the file chooser to close')
        desk.find('Open File…', state='focused')


if __name__ == '__main__':
    sys.exit(main())
