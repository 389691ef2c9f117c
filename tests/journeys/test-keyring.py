#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials in Preferences, with the keyring of the desktop: stored, found again, replaced, removed; locked, and not there."""

import contextlib
import os
import re
import shutil
import subprocess
import sys

from gi.repository import Gio, GLib
from journey import at_desk, home, journey, main, sample, text_of, wait_for

FIRST, SECOND = 'wren-4711', 'owl-4712'
PASSWORD = 'Mail Password'


def is_there():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner',
                         GLib.Variant('(s)', ('org.freedesktop.secrets',)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]


@contextlib.contextmanager
def keyring(unlocked=True):
    """The keyring of somebody who has logged in with a password, or in another way that leaves it locked."""
    folder = os.path.join(home.name, 'keyring')
    env = os.environ | {'XDG_DATA_HOME': folder, 'XDG_RUNTIME_DIR': folder, 'HOME': folder}
    os.makedirs(folder, mode=0o700, exist_ok=True)
    daemon = subprocess.Popen(['gnome-keyring-daemon', '--foreground', '--components=secrets', *(['--unlock'] if unlocked else [])],
                              env={name: value for name, value in env.items() if name != 'G_DEBUG'}, stdin=subprocess.PIPE,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    daemon.stdin.write(b'pw\n' if unlocked else b'')
    daemon.stdin.close()
    try:
        wait_for(is_there, 'the keyring')
        yield
    finally:
        daemon.terminate()
        daemon.wait()
        wait_for(lambda: not is_there(), 'the keyring to end')


def stored():
    """What another program finds in the keyring."""
    return subprocess.run(['secret-tool', 'lookup', 'purpose', 'mail-password'], capture_output=True, text=True).stdout


def password(desk):
    """The rows of the preferences that are about the password, reached with the keyboard."""
    desk.key('ctrl+comma')
    desk.find('Preferences', 'dialog')
    desk.to_page('Integrations')
    return desk.find(PASSWORD, 'list')


def enter(desk, rows, secret):
    """Types into the field of the password and keeps it."""
    desk.point(desk.find(role='text', within=rows))
    desk.type_text(secret)
    desk.key('Return')


def leave(desk):
    desk.key('Escape')
    desk.gone(role='dialog')


@journey
def life_of_a_credential():
    """A password is stored, still there for the next run, replaced and removed, and is never in the file."""
    path = sample()
    with keyring():
        with at_desk(path) as desk:
            rows = password(desk)
            desk.find('Not stored', within=rows)
            assert desk.look('Remove', 'button', within=rows) is None
            enter(desk, rows, FIRST)
            desk.find('Stored in the keyring', within=rows)
            assert stored() == FIRST
            leave(desk)
        with at_desk(path) as desk:
            rows = password(desk)
            desk.find('Stored in the keyring', within=rows)
            enter(desk, rows, SECOND)
            wait_for(lambda: stored() == SECOND, 'the new password in the keyring')
            desk.find('Stored in the keyring', within=rows)
            desk.picture('keyring')
            desk.click(desk.find('Remove', 'button', within=rows))
            desk.find('Not stored', within=rows)
            assert stored() == ''
            leave(desk)
    for name in os.listdir(os.path.dirname(path)):
        with open(os.path.join(os.path.dirname(path), name), 'rb') as file:
            text = file.read()
        assert FIRST.encode() not in text and SECOND.encode() not in text, f'the password is in {name}'


@journey
def locked():
    """A keyring that is locked is told of where the password was typed, which stays there."""
    path = sample()
    with keyring():
        pass
    with keyring(unlocked=False), at_desk(path) as desk:
        rows = password(desk)
        enter(desk, rows, FIRST)
        desk.find(re.compile('The keyring is locked'))
        assert text_of(desk.find(role='text', within=rows)), 'what was typed is gone'
        leave(desk)


if shutil.which('gnome-keyring-daemon') is None:
    print('1..0 # SKIP there is no GNOME Keyring')
    sys.exit(0)
if __name__ == '__main__':
    sys.exit(main())
