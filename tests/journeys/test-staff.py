#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several colleagues at one desk: locking it, signing in, and what each may do."""

import os
import subprocess
import sys

from driver import command
from journey import NAME, ask, at_desk, has, journey, main, sample, text_of, wait_for

PIN = '8642'
AGENT, MANAGER = 'Ben Achterberg', 'Nadia Okafor'  # of the sample business
NOTES = 'This needs the permission Notes/Delete. Ask somebody with the role Manager or above.'
CUSTOMERS = 'This needs the permission Customers/Delete. Ask somebody with the role Administrator or above.'
EXCHANGE = 'This needs the permission Import and Export/Create. Ask somebody with the role Administrator or above.'


def with_pins():
    """The sample business where everybody has a PIN; whoever made it has theirs already when those of others are set."""
    path = sample()
    env = dict(os.environ, REGULARS_FILE=path, LC_ALL='C.UTF-8', REGULARS_PIN=PIN)
    staff = sorted(ask(path, 'staff'), key=lambda one: one['role'] != 'system-administrator')
    for one in staff:
        subprocess.run(command('regularsctl', 'set-pin', one['name'], '--staff', staff[0]['name']), input=PIN + '\n', text=True,
                       check=True, capture_output=True, env=env)
    return path


def sign_in(desk, name, *pins):
    """Chooses a colleague with the keyboard and types their PIN, the last of those given being the right one."""
    dialog = desk.find('Switch User', 'dialog')
    desk.find(name, 'list item', within=dialog)
    desk.tab_to(name)
    desk.key('Return')
    for pin in pins or (PIN,):
        desk.find('PIN', state='focused')
        desk.type_text(pin)
        desk.key('Return')
        if pin != PIN:
            desk.see(f'That is not the PIN of {name}.')
    desk.gone('Switch User', 'dialog')


def writing(desk, text):
    wait_for(lambda: (now := desk.focused()) is not None and now.get_name() == 'What happened?' and text_of(now) == text,
             f'the cursor in the note “{text}”')


@journey
def locked():
    """A desk where everybody has a PIN shows nothing before somebody signs in; wrong PINs are said and can be typed again."""
    with at_desk(with_pins) as desk:
        desk.find('Switch User', 'dialog')
        desk.key('Escape')
        desk.find('Sign In', state='focused')
        desk.key('ctrl+k', 'ctrl+n', 'ctrl+f', 'ctrl+l', 'F9')
        assert desk.look(role='dialog') is None and desk.customers() == [] and desk.look('Places', 'list') is None
        desk.key('Return')
        sign_in(desk, AGENT, '1111', '2222', '3333', PIN)
        wait_for(lambda: (now := desk.focused()) is not None and now.get_name() == 'Search customers', 'the keyboard in the search')
        desk.open_known()


@journey
def leaving():
    """Ctrl+Shift+L hides all there is to see; whoever signs in goes on where the other one was, with their own rights."""
    with at_desk(with_pins) as desk:
        sign_in(desk, AGENT)
        desk.open_known()
        button = desk.find('Delete note', 'button')
        assert not has(button, 'sensitive') and button.get_description() == NOTES
        desk.key('ctrl+shift+n')
        desk.type_text('About to')
        writing(desk, 'About to')
        desk.key('ctrl+question')
        desk.find('Keyboard Shortcuts', 'dialog')
        desk.key('ctrl+shift+l')
        desk.find('Switch User', 'dialog')
        assert desk.look('Keyboard Shortcuts') is None and desk.look(NAME) is None and desk.look('About to') is None
        sign_in(desk, MANAGER)
        desk.heading(NAME)
        writing(desk, 'About to')
        assert has(desk.find('Delete note', 'button'), 'sensitive')


@journey
def commands():
    """The palette says of what a role may not do who may, and does nothing; Undo is only for what one has done oneself."""
    with at_desk(with_pins) as desk:
        sign_in(desk, AGENT)
        desk.open_known()
        desk.key('ctrl+k')
        desk.find('Command, place or customer', state='focused')
        for words, why in (('Delete Customer', CUSTOMERS), ('Import', EXCHANGE)):
            desk.key('ctrl+a')
            desk.type_text(words)
            wait_for(lambda: desk.rows('What was found')[:1] == [words], f'{words} as the first command')
            assert desk.look(words, 'list item').get_description() == why
            desk.key('Return')
            desk.find('Command, place or customer', state='focused')


if __name__ == '__main__':
    sys.exit(main())
