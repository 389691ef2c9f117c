# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys as tests: each is a function that walks through the program as a person does, told as one test case (TAP)."""

import fcntl
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import time
import traceback

from driver import BUILD, SANDBOX, Atspi, Desk, ctl, has, role_of, says, text_of, wait_for, walk

journeys = []
home = tempfile.TemporaryDirectory(prefix='regulars-journey-')


def journey(function):
    """Marks a function as a journey; its first line of documentation is the name of the test case."""
    journeys.append(function)
    return function


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


class Person(Desk):
    """Somebody at the desk, who knows what a Desk can and looks for whole things."""

    def see(self, *texts):
        """Waits until each of the texts is shown somewhere."""
        for text in texts:
            self.find(text)

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
            if any(part.get_name() == choice for part in walk(item)):
                self.key('Return')
                wait_for(lambda: role_of(self.focused() or item) != 'list item', f'{choice} to be chosen')
                return
            self.key('Down')
            wait_for(lambda: not has(item, 'focused'), 'the next choice')
        raise AssertionError(f'there is no {choice} to choose')

    def point(self, node):
        """Clicks with the mouse in the middle of something."""
        def place():
            box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            return box if box.width > 0 and box.height > 0 else None
        box = wait_for(place, f'{node.get_name()} to have a place')
        left, _right, top, _bottom = self._margins()
        self._run('mousemove', '--window', self.xid, str(left + box.x + box.width // 2), str(top + box.y + box.height // 2),
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


def main():
    """Runs the journeys of the program, or those named on the command line."""
    if not os.environ.get('DISPLAY'):
        print('1..0 # SKIP there is no display')
        return 0
    chosen = [run for run in journeys if run.__name__ in sys.argv[1:]] or journeys
    print(f'TAP version 14\n1..{len(chosen)}', flush=True)
    failed = 0
    for number, run in enumerate(chosen, 1):
        name = (run.__doc__ or run.__name__).strip().splitlines()[0].rstrip('.')
        began = time.monotonic()
        try:
            run()
        except Exception:  # noqa: BLE001
            failed += 1
            print(f'not ok {number} {name}')
            for line in traceback.format_exc().splitlines():
                print('# ' + line)
        else:
            print(f'ok {number} {name}')
        print(f'# {time.monotonic() - began:.1f} s', flush=True)
    return 1 if failed else 0
