# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a person does: looks at what the accessibility bus shows, types on the keyboard, takes pictures.

It needs a display session (tests/headless/session) and REGULARS_BUILDDIR, the build folder; or, for the program of an installed
Flatpak, its id in REGULARS_SANDBOX. Nothing here sleeps for a fixed time to let something happen: each step waits for what it is
about to see. REGULARS_PATIENCE is how many times as long that may take (under a sanitizer, say). REGULARS_LANGUAGE (de_DE) shows
the program in another language; what is looked for is translated."""

import gettext
import os
import re
import subprocess
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

BUILD = os.path.abspath(os.environ.get('REGULARS_BUILDDIR', '_build'))
SANDBOX = os.environ.get('REGULARS_SANDBOX')
PICTURES = os.path.join(BUILD, 'pictures')
SLOW = int(os.environ.get('REGULARS_PATIENCE', 1)) > 1
PATIENCE = 20 * int(os.environ.get('REGULARS_PATIENCE', 1))  # seconds until something that does not come is a failure

if SANDBOX:  # files where the program sees them
    tempfile.tempdir = os.path.expanduser(f'~/.var/app/{SANDBOX}/cache/journeys')
    os.makedirs(tempfile.tempdir, exist_ok=True)

LANGUAGE = os.environ.get('REGULARS_LANGUAGE', '')
LOCALE = {'LC_ALL': f'{LANGUAGE}.UTF-8', 'LANGUAGE': LANGUAGE, 'REGULARS_LOCALEDIR': os.path.join(BUILD, 'po')} if LANGUAGE else \
    {'LC_ALL': 'C.UTF-8'}

Atspi.init()
Atspi.set_timeout(4000, 15000)


class NotSeen(AssertionError):
    """Something a person should see did not come."""


def wait_for(look, what, patience=PATIENCE):
    """What `look` returns as soon as that is true. Widgets come and go meanwhile: an error of the bus means looking again."""
    end = time.monotonic() + patience
    pause, last = 0.02, ''
    while True:
        try:
            found = look()
            if found:
                return found
        except GLib.Error as error:
            last = f' ({error.message})'
        if time.monotonic() > end:
            raise NotSeen(f'waited {patience} s for {what}{last}')
        time.sleep(pause)
        pause = min(pause * 1.5, 0.25)


def has(node, state):
    return node.get_state_set().contains(getattr(Atspi.StateType, state.upper()))


def children(node, last_first=False):
    places = range(node.get_child_count())
    for i in reversed(places) if last_first else places:
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def walk(node, last_first=False):
    """The node and what is shown below it; what lies on top of the window, dialogs and toasts, comes first with last_first."""
    yield node
    for child in children(node, last_first):
        try:
            shown = has(child, 'showing')
        except GLib.Error:
            continue
        if shown:
            yield from walk(child, last_first)


# Names of roles that are others in other versions of the toolkit or the bindings
ROLES = {'push button': 'button', 'switch': 'check box'}

# By their codes, which are the same on every keyboard: where a keyboard has something else behind Alt on them, as that of
# Debian testing, xdotool holds Alt for their names.
FUNCTION_KEYS = {f'F{number}': str(66 + number) for number in range(1, 11)}


def role_of(node):
    """The role by one name, whatever the age of the toolkit and the bindings."""
    name = node.get_role_name()
    return ROLES.get(name, name)


def keys_for(keys):
    """Keys as xdotool takes them: 'shift+F10' is 'shift+76'."""
    return ['+'.join(FUNCTION_KEYS.get(part, part) for part in key.split('+')) for key in keys]


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text is not None else ''


def read_words():
    """The texts of the program in LANGUAGE, without the marks of their keys."""
    if not LANGUAGE:
        return {}
    with open(gettext.find('regulars', LOCALE['REGULARS_LOCALEDIR'], [LANGUAGE]), 'rb') as file:
        catalog = gettext.GNUTranslations(file)._catalog
    return {key.split('\4')[-1].replace('_', ''): text.replace('_', '') for key, text in catalog.items() if isinstance(key, str)}


WORDS = read_words()


def say(words):
    """A text of the program, or a pattern of one, in the language it is shown in."""
    if isinstance(words, re.Pattern):
        return re.compile(re.sub(r"[A-Z][a-z]+(?: [A-Za-z][a-z]*)*", lambda run: say(run[0]), words.pattern), words.flags)
    return WORDS.get(words, words)


def says(words, text):
    return words.search(text or '') is not None if isinstance(words, re.Pattern) else words == text


def command(program, *args):
    """How one of our programs is started."""
    if SANDBOX:
        return ['flatpak', 'run', f'--command={program}', SANDBOX, *args]
    return [os.path.join(BUILD, 'src', 'ctl' if program == 'regularsctl' else 'desk', program), *args]


def ctl(path, *args):
    """Runs regularsctl on a file; returns what it printed."""
    done = subprocess.run(command('regularsctl', *args), text=True, capture_output=True, timeout=240,
                          env=dict(os.environ, REGULARS_FILE=path, G_DEBUG='fatal-criticals', LC_ALL='C.UTF-8'))
    assert done.returncode == 0, f'regularsctl {args}: {done.stderr}'
    return done.stdout


class Desk:
    """One run of the program."""

    def __init__(self, path, **env):
        env = os.environ | {'GTK_A11Y': 'atspi', 'GSETTINGS_SCHEMA_DIR': os.path.join(BUILD, 'data'), 'GSETTINGS_BACKEND': 'memory',
                            'G_DEBUG': 'fatal-criticals', 'GDK_DEBUG': 'no-portals'} | LOCALE | env
        self.path = path
        if SANDBOX:  # it has its own
            for name in ('GSETTINGS_SCHEMA_DIR', 'GSETTINGS_BACKEND', 'GDK_DEBUG'):
                env.pop(name, None)
        self.process = subprocess.Popen(self.command(path), env=env)
        try:
            self.root = wait_for(self._on_bus, 'the program on the accessibility bus', 2 * PATIENCE)
            self.window = wait_for(lambda: next(iter(children(self.root)), None), 'its window')
            self.xid = wait_for(self._xid, 'its window on the display')
            self._run('windowactivate', self.xid)
            wait_for(lambda: has(self.window, 'active'), 'the window to be active')
        except BaseException:
            self.kill()
            raise

    def command(self, path):
        """How the program is started."""
        return command('regulars', *([path] if path else []))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None and self.process.poll() is None:
            self.picture(f'failed-{os.getpid()}-{int(time.time())}')
        self.kill()

    def _on_bus(self):
        assert self.process.poll() is None, f'the program ended with {self.process.returncode}'
        for application in children(Atspi.get_desktop(0)):
            if SANDBOX:  # where its number is another
                ours = application.get_name() in ('regulars', SANDBOX)
            else:
                ours = application.get_process_id() == self.process.pid
            if ours and application.get_child_count() > 0:
                return application
        return None

    def _xid(self):
        which = ['--class', '^regulars$'] if SANDBOX else ['--pid', str(self.process.pid)]
        done = subprocess.run(['xdotool', 'search', '--onlyvisible', *which], capture_output=True, text=True)
        return done.stdout.split()[0] if done.stdout.split() else None

    def _run(self, *args):
        assert self.process.poll() is None, f'the program ended with {self.process.returncode}'
        return subprocess.run(['xdotool', *args], check=True, capture_output=True, text=True).stdout

    # ---- seeing

    def look(self, name=None, role=None, state=None, within=None, last_first=False):
        """The first thing shown of that name (or text, or a pattern of one) and role; None if there is none now. With last_first
        the last, which is how a toast is found before it is gone."""
        name = say(name) if WORDS and name is not None else name
        for node in walk(within or self.root, last_first):
            try:
                if role is not None and role_of(node) != role:
                    continue
                if name is not None and not says(name, node.get_name()) and not says(name, text_of(node)):
                    continue
                if state is None or has(node, state):
                    return node
            except GLib.Error:
                continue
        return None

    def find(self, name=None, role=None, state=None, within=None, patience=PATIENCE, last_first=False):
        what = ' '.join(str(getattr(x, 'pattern', x)) for x in (role, name, state) if x is not None)
        return wait_for(lambda: self.look(name, role, state, within, last_first), f'“{what}”', patience)

    def gone(self, name=None, role=None, within=None):
        wait_for(lambda: self.look(name, role, None, within) is None, f'“{name or role}” to go away')

    def rows(self, list_name):
        """The names of the rows shown in a list; [] when the list is not shown."""
        node = self.look(list_name, 'list')
        return [row.get_name() for row in children(node) if has(row, 'showing')] if node is not None else []

    # ---- doing

    def key(self, *keys):
        self._run('key', '--clearmodifiers', *keys_for(keys))

    def type_text(self, text):
        self._run('type', '--clearmodifiers', '--delay', '8', text)

    def click(self, node):
        """Presses a button, tab or the like."""
        def press():
            action = node.get_action_iface()
            names = [Atspi.Action.get_action_name(action, i) for i in range(Atspi.Action.get_n_actions(action))]
            wanted = [i for i, name in enumerate(names) if name in ('click', 'activate', 'toggle', 'press')]
            return Atspi.Action.do_action(action, wanted[0] if wanted else 0)
        wait_for(press, f'“{node.get_name()}” to be pressed')

    def search(self, text):
        """Ctrl+F, away with what was there, and the new text."""
        self.key('ctrl+f')
        entry = self.find('Search customers', state='showing')
        wait_for(lambda: any(has(node, 'focused') for node in walk(entry)), 'the search box to have the keyboard')
        self.key('ctrl+a', 'BackSpace')
        if text:
            self.type_text(text)
        wait_for(lambda: any(text_of(node) == text for node in walk(entry)), f'“{text}” in the search box')

    def open_customer(self, text, name):
        """Searches, waits for the one meant to come first, and opens it."""
        self.search(text)
        wait_for(lambda: name in ''.join(self.rows('Customers')[:1]), f'{name} on top of the list')
        self.key('Return')
        self.heading(name)

    def heading(self, name):
        return self.find(re.compile(re.escape(name)), 'heading')

    def focused(self):
        return next((node for node in walk(self.window) if has(node, 'focused')), None)

    # ---- the window itself

    def _margins(self, xid=None):
        out = subprocess.run(['xprop', '-id', xid or self.xid, '_GTK_FRAME_EXTENTS'], capture_output=True, text=True).stdout
        return [int(x) for x in out.split('=')[1].split(',')] if '=' in out else [0, 0, 0, 0]

    def _geometry(self):
        out = self._run('getwindowgeometry', '--shell', self.xid)
        values = dict(line.split('=') for line in out.split())
        left, right, top, bottom = self._margins()
        return (int(values['X']) + left, int(values['Y']) + top, int(values['WIDTH']) - left - right,
                int(values['HEIGHT']) - top - bottom)

    def resize(self, width, height):
        """The size of the visible window, without its shadow."""
        left, right, top, bottom = self._margins()
        self._run('windowsize', self.xid, str(width + left + right), str(height + top + bottom))
        self._run('windowmove', self.xid, str(20 - left), str(20 - top))
        wait_for(lambda: self._geometry()[2:] == (width, height), f'a window of {width} by {height}')
        wait_for(lambda: self.laid_out() == (width, height), f'the program to lay its window out for {width} by {height}')

    def laid_out(self):
        """The size the program has laid its window out for: that on the display, a moment later, or what it needs at least."""
        box = self.window.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box.width, box.height

    def _pixels(self):
        x, y, width, height = self._geometry()
        return subprocess.run(['import', '-silent', '-window', 'root', '-crop', f'{width}x{height}+{max(x, 0)}+{max(y, 0)}', '+repage',
                               'ppm:-'], check=True, capture_output=True).stdout

    def rest(self):
        """Waits until nothing moves any more (or at least a while: a bar may pulse); returns what is to be seen."""
        last, same, end = b'', 0, time.monotonic() + 3
        while same < 3 and time.monotonic() < end:
            now = self._pixels()
            same, last = (same + 1 if now == last else 0), now
        return last

    def picture(self, name):
        """A picture of the window once it has come to rest."""
        now = self.rest()
        os.makedirs(PICTURES, exist_ok=True)
        path = os.path.join(PICTURES, f'{name}.png')
        subprocess.run(['convert', 'ppm:-', path], input=now, check=True)
        return path

    def close(self):
        """Ctrl+Q, as a person leaves; the program must end by itself, without complaint."""
        self.key('ctrl+q')
        assert self.process.wait(PATIENCE) == 0, f'the program ended with {self.process.returncode}'

    def kill(self):
        """As when the power goes."""
        if SANDBOX:
            subprocess.run(['flatpak', 'kill', SANDBOX], capture_output=True)
        self.process.kill()
        self.process.wait()
