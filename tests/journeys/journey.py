# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys as tests: each is a function that walks through the program as a person does, told as one test case (TAP)."""

import contextlib
import fcntl
import json
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
import tap  # noqa: E402
from driver import BUILD, SANDBOX, Atspi, Desk, children, ctl, has, role_of, say, says, text_of, wait_for, walk

journey = tap.test  # marks a function as a journey
home = tempfile.TemporaryDirectory(prefix='regulars-journey-')
NUMBER, TYPED, NAME = '100234', 'jordan reyes', 'Jordan Reyes'  # the customer whom the sample business knows best
OTHER = '100871', 'Mai Linh Tran'  # another who is in every sample, by her number: others are called like her


def sample():
    """A fresh copy of the sample business. It is made once a day for all journeys: its dates are told from today."""
    folder = tempfile.gettempdir() if SANDBOX else os.path.join(BUILD, 'tests', 'journeys')
    kept = os.path.join(folder, f'sample-{time.strftime("%Y-%m-%d")}.regulars')
    program = os.path.join(BUILD, 'src', 'ctl', 'regularsctl')
    os.makedirs(os.path.dirname(kept), exist_ok=True)
    with open(kept + '.lock', 'w', encoding='utf-8') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.exists(kept) or os.path.exists(program) and os.path.getmtime(kept) < os.path.getmtime(program):
            part = kept + '.part'
            for suffix in ('', '-wal', '-shm'):
                if os.path.exists(part + suffix):
                    os.remove(part + suffix)
            ctl(part, 'sample', part)
            os.replace(part, kept)
    path = os.path.join(tempfile.mkdtemp(dir=home.name), 'desk.regulars')
    shutil.copyfile(kept, path)
    return path


def keep_settings():
    """Settings that outlive the program, in a home of their own."""
    folder = tempfile.mkdtemp(dir=home.name)
    return {'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': folder}


def ask(path, *question):
    """What regularsctl says of a file, for whoever does not want to know its people and orders by heart."""
    return json.loads(ctl(path, *question, '--json'))


def full_name(customer):
    return ' '.join(customer[part] for part in ('first_name', 'last_name') if customer.get(part))


def people(path, *words):
    """The names of the customers that a search finds, in its order."""
    return [full_name(customer) for customer in ask(path, 'search', *words)['customers']]


class Person(Desk):
    """Somebody at the desk, who knows what a Desk can and looks for whole things."""

    def see(self, *texts):
        """Waits until each of the texts is shown somewhere."""
        for text in texts:
            self.find(text, last_first=True)

    def customers(self):
        return self.rows('Customers')

    def found(self, *names):
        """Waits until exactly these customers are listed, in this order."""
        def look():
            rows = self.customers()
            return len(rows) == len(names) and all(name in row for name, row in zip(names, rows))
        try:
            wait_for(look, ', '.join(names) + ' in the list')
        except AssertionError as error:
            raise AssertionError(f'{error}; listed were {self.customers()}') from error

    def first(self, name):
        wait_for(lambda: name in ''.join(self.customers()[:1]), f'{name} on top of the list')

    def all(self, name=None, role=None, within=None):
        """Everything shown of that name and role."""
        return [node for node in walk(within or self.root)
                if (role is None or role_of(node) == role) and (name is None or says(name, node.get_name()))]

    def click_place(self, name):
        """Goes to a place, a list or a tag of the sidebar."""
        places = self.find('Places', 'list')
        row = self.find(re.compile('^' + re.escape(name) + r'(,|$)'), 'list item', within=places)
        self.point(row)
        wait_for(lambda: has(row, 'selected'), f'{name} to be chosen')

    def choose(self, row, choice):
        """Picks from a row with a choice of words, with the keyboard."""
        self.tab_to(row)
        self.key('Return')
        for _ in range(20):
            item = wait_for(lambda: next((node for node in self.all(role='list item') if has(node, 'focused')), None), 'the choices')
            if item.get_name() == choice:
                self.key('Return')
                wait_for(lambda: role_of(self.focused() or item) != 'list item', f'{choice} to be chosen')
                return
            self.key('Down')
            wait_for(lambda: not has(item, 'focused'), 'the next choice')
        raise AssertionError(f'there is no {choice} to choose')

    def point(self, node, xid=None):
        """Clicks with the mouse in the middle of something in the window, or in another one of the program."""
        def place():
            box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            return box if box.width > 0 and box.height > 0 else None
        box = wait_for(place, f'{node.get_name()} to have a place')
        left, _right, top, _bottom = self._margins(xid)
        self._run('mousemove', '--window', xid or self.xid, str(left + box.x + box.width // 2), str(top + box.y + box.height // 2),
                  'click', '1')

    def kept(self, text):
        """Waits until what was typed has reached the file."""
        def look():
            with sqlite3.connect(f'file:{self.path}?mode=ro', uri=True) as file:
                return file.execute('SELECT count (*) FROM scratch WHERE instr (value, ?) > 0', (text,)).fetchone()[0] > 0
        wait_for(look, f'“{text}” to be kept')

    def inside(self, width):
        """The window is still as wide as it was made: nothing in it needed more room."""
        wait_for(lambda: self.laid_out()[0] == width, f'the window to be {width} wide and no wider')

    def view(self, number, name):
        self.key(f'alt+{number}')
        self.find(name, state='checked')

    def carry_out(self, words):
        """Ctrl+K, the words of a command, and Enter once that comes first."""
        words = say(words)
        self.key('ctrl+k')
        self.find('Command, place or customer', state='focused')
        self.type_text(words)
        wait_for(lambda: words in ''.join(self.rows('What was found')[:1]), f'{words} as the first command')
        self.key('Return')
        self.gone('Command, place or customer')

    def open_known(self):
        """Opens the customer whom the sample business knows best."""
        self.open_customer(TYPED, NAME)

    def to_page(self, name):
        """Goes to a page of the preferences with the keyboard: Tab comes to the tab of the page that is shown, the arrows to others."""
        for _ in range(60):
            now = self.focused()
            if now is not None and role_of(now) == 'page tab':
                break
            self.key('Tab')
            wait_for(lambda: self.focused() != now, 'the keyboard to move on')
        tabs = list(children(now.get_parent()))
        here, there = tabs.index(now), [tab.get_name() for tab in tabs].index(name)
        self.key(*['Right' if there > here else 'Left'] * abs(there - here), 'space')
        wait_for(lambda: self.focused() == tabs[there] and has(tabs[there], 'selected'), f'{name} to be shown')

    def pick_file(self, path):
        """Writes a path into the file chooser of the toolkit, whose completion would get in the way of typing."""
        chooser = wait_for(lambda: next((node for node in children(self.root) if node != self.window and has(node, 'active')), None),
                           'the file chooser')
        self.key('ctrl+l')
        entry = self.find(role='text', state='focused', within=chooser)
        Atspi.EditableText.set_text_contents(entry.get_editable_text_iface(), path)
        wait_for(lambda: text_of(entry) == path, 'the path in the file chooser')
        self.key('Return')
        wait_for(lambda: has(self.window, 'active'), 'the file chooser to close')

    def write(self, entry, text):
        """Moves the keyboard into an entry by its name and types over what is there."""
        node = self.find(entry)
        wait_for(lambda: node.get_component_iface() is not None, f'{entry} to be shown')
        self.point(node)
        self.key('ctrl+a', 'BackSpace')
        self.type_text(text)
        wait_for(lambda: any(text_of(part) == text for part in walk(node)), f'“{text}” in {entry}')

    def tab_to(self, name, most=40, back=False):
        """Presses Tab until the thing of that name has the keyboard: so it can be reached without a mouse."""
        for _ in range(most):
            now = self.focused()
            if now is not None and says(name, now.get_name()):
                return now
            before = now
            self.key('shift+Tab' if back else 'Tab')
            wait_for(lambda: self.focused() != before, 'the keyboard to move on')
        raise AssertionError(f'“{name}” is not reached with {most} times Tab')


@contextlib.contextmanager
def at_desk(path=sample, **env):
    """Somebody at the desk, with the sample business or another file or none, who leaves in order at the end."""
    with Person(path() if callable(path) else path, **env) as desk:
        yield desk
        desk.close()


@contextlib.contextmanager
def at_customer(path=sample, **env):
    """The same, with a customer open, about whom the sample knows most."""
    with at_desk(path, **env) as desk:
        desk.open_known()
        yield desk


def main():
    """Runs the journeys of the program, or those named on the command line."""
    if not os.environ.get('DISPLAY'):
        print('1..0 # SKIP there is no display')
        return 0
    return tap.main()
