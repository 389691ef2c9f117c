#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak, at the places where a sandbox can break what works outside: permissions, files that only the file portal
hands over, the keyring, being killed, being updated. `before` and `after` an update (flatpak/run does both)."""

import os
import re
import sqlite3
import subprocess
import sys

import journey as journeys
from journey import Person, ctl, main, tap, text_of, wait_for
from driver import SANDBOX, command
from portal import Desktop

HOME = os.path.expanduser('~')
OWN = os.path.join(HOME, '.var', 'app', SANDBOX, 'data', 'regulars', 'desk.regulars')
OUTSIDE = os.path.join(HOME, 'Documents')
SAVED, TYPED = 'Saved before the power went.', 'Typed and not saved.'
before, after = [], []
desktop = None


def part(list_of):
    def mark(function):
        list_of.append(function)
        return function
    return mark


def inside(*words):
    """What a shell inside the sandbox prints."""
    return subprocess.run(command('sh', '-c', ' '.join(words)), capture_output=True, text=True, check=False)


class Guest(Person):
    """Somebody at the desk in the sandbox."""

    def choose_file(self, path, press, new=False):
        """Picks a file in the file chooser of the desktop, once `press` has asked for it."""
        if not os.access('/dev/fuse', os.R_OK | os.W_OK):
            raise tap.Skip('the file portal needs /dev/fuse, which is not open to this user')
        desktop.path = path
        count = len(desktop.asked)
        press()
        wait_for(lambda: len(desktop.asked) > count, 'the file chooser of the desktop')
        assert desktop.asked[-1][0] == ('SaveFile' if new else 'OpenFile'), desktop.asked

    def press(self, name):
        """A row that is a button: by keyboard, as it has no action of its own."""
        self.tab_to(name)
        self.key('Return')


def own_file():
    """The business of whoever uses this sandbox: the sample, at the place where the program keeps its own."""
    if not os.path.exists(OWN):
        os.makedirs(os.path.dirname(OWN), exist_ok=True)
        ctl(OWN, 'sample', OWN)
    os.makedirs(OUTSIDE, exist_ok=True)
    return OWN


@part(before)
def permissions():
    """No file system, no network, no device but the graphics card."""
    shown = subprocess.run(['flatpak', 'info', '--show-permissions', SANDBOX], capture_output=True, text=True, check=True).stdout
    context = dict(line.split('=', 1) for line in shown.split('[Context]')[1].split('[')[0].split() if '=' in line)
    assert set(context) <= {'shared', 'sockets', 'devices'}, context
    assert context['shared'].strip(';') == 'ipc' and context['devices'].strip(';') == 'dri', context
    assert set(context['sockets'].strip(';').split(';')) <= {'x11', 'wayland', 'fallback-x11'}, context
    with open(os.path.join(HOME, 'outside.txt'), 'w', encoding='utf-8') as file:
        file.write('not for guests')
    assert inside('cat', os.path.join(HOME, 'outside.txt')).returncode != 0, 'a file of the home folder is open to the sandbox'


@part(before)
def killed():
    """What was saved and what was only typed are there after kill -9."""
    path = own_file()
    with Guest(None) as desk:
        desk.path = path
        desk.open_known()
        desk.key('ctrl+shift+n')
        desk.find('What happened?', state='focused')
        desk.type_text(SAVED)
        desk.key('ctrl+Return')
        desk.see('Note added', SAVED)
        wait_for(lambda: text_of(desk.find('What happened?')) == '', 'room for the next note')
        desk.type_text(TYPED)
        desk.kept(TYPED)
        desk.kill()
    with Guest(None) as desk:
        desk.open_known()
        desk.see(SAVED)
        wait_for(lambda: text_of(desk.find('What happened?')) == TYPED, 'what was typed')
        desk.close()
    ctl(path, 'check')


def credential(desk, state):
    desk.key('ctrl+comma')
    dialog = desk.find('Preferences', 'dialog')
    desk.rest()
    desk.to_page('Integrations')
    desk.find('Mail Password', within=dialog)
    return desk.find(state, within=dialog)


@part(before)
def stored():
    """A credential goes into the keyring through the secret portal, and is found again by the next run."""
    own_file()
    with Guest(None) as desk:
        credential(desk, re.compile('^(Not s|S)tored'))
        desk.picture('sandbox-credentials')
        desk.tab_to(re.compile('^(Enter to store|Replace with)'))
        desk.type_text('wren-4711')
        desk.key('Return')
        desk.see('Stored in the keyring')
        desk.kill()
    with Guest(None) as desk:
        credential(desk, 'Stored in the keyring')
        desk.kill()
    found = subprocess.run(['grep', '-rlaF', 'wren-4711', os.path.join(HOME, '.var', 'app', SANDBOX)], capture_output=True, text=True)
    assert found.stdout == '', f'the credential is readable in {found.stdout}'


@part(before)
def exported():
    """An export reaches a folder outside through the file chooser of the desktop, complete."""
    path = own_file()
    target = os.path.join(OUTSIDE, 'customers.csv')
    count = ctl(path, 'export', 'customers', '-').count('\n')
    with Guest(None) as desk:
        desk.carry_out('Export')
        desk.find('Export', 'dialog')
        desk.choose_file(target, lambda: desk.press('Export…'), new=True)
        desk.see('Exported')
        desk.picture('sandbox-exported')
        desk.kill()
    with open(target, encoding='utf-8') as file:
        assert file.read().count('\n') == count
    left = set(os.listdir(OUTSIDE)) - {'customers.csv', 'more.csv', 'backup.regulars'}
    assert not left, left


@part(before)
def imported():
    """An import reads a file outside through the file chooser of the desktop."""
    path = own_file()
    source = os.path.join(OUTSIDE, 'more.csv')
    with open(source, 'w', encoding='utf-8') as file:
        file.write('First name,Last name,Email\nAda,Portalis,ada.portalis@example.com\n')
    with Guest(None) as desk:
        desk.carry_out('Import')
        desk.find('Import', 'dialog')
        desk.choose_file(source, lambda: desk.press('Choose File…'))
        desk.see('What Each Column Means')
        desk.click(desk.find(re.compile('^See What Would Happen'), 'button', 'sensitive'))
        desk.click(desk.find(re.compile('^Import 1 Row'), 'button', 'sensitive'))
        desk.find(re.compile('^Undo Import'), 'button')
        desk.picture('sandbox-imported')
        desk.key('Escape')
        desk.search('portalis')
        desk.found('Ada Portalis')
        desk.close()
    assert 'Portalis' in ctl(path, 'export', 'customers', '-')


@part(before)
def backed_up():
    """A backup written outside through the file chooser is whole, and is taken in again from there."""
    own_file()
    target = os.path.join(OUTSIDE, 'backup.regulars')
    restored = os.path.join(os.path.dirname(OWN), 'desk restored.regulars')
    if os.path.exists(target):
        os.remove(target)
    with Guest(None) as desk:
        desk.choose_file(target, lambda: desk.carry_out('Back Up'), new=True)
        wait_for(lambda: os.path.exists(target), 'the backup')
        size = lambda: (desk.rest(), os.path.getsize(target))[1]
        wait_for(lambda: size() == size(), 'all of the backup')
        desk.kill()
    copy = os.path.join(journeys.home.name, 'copy.regulars')
    subprocess.run(['cp', target, copy], check=True)
    ctl(copy, 'check')
    with Guest(None) as desk:
        desk.choose_file(target, lambda: desk.carry_out('Restore a Backup'))
        wait_for(lambda: os.path.exists(restored), 'the backup to be taken in')
        desk.find('Search customers')
        desk.kill()
    for suffix in ('', '-wal', '-shm'):
        if os.path.exists(restored + suffix):
            os.remove(restored + suffix)


@part(before)
def reminded():
    """A due reminder comes as a notification of the desktop."""
    path = os.path.join(journeys.home.name, 'real.regulars')
    with sqlite3.connect(own_file()) as own, sqlite3.connect(path) as file:
        own.backup(file)
        file.execute("DELETE FROM setting WHERE name = 'sample'")  # whose reminders are told to nobody
    settings = os.path.join(HOME, '.var', 'app', SANDBOX, 'config', 'glib-2.0', 'settings', 'keyfile')
    os.makedirs(os.path.dirname(settings), exist_ok=True)
    with open(settings, 'a', encoding='utf-8') as file:
        file.write('\n[app/regulars/Regulars]\nremind-from=0\n')
    with Guest(path) as desk:
        wait_for(lambda: any(program == SANDBOX and 'due' in title for program, title in desktop.notified), 'a notification')
        desk.kill()
    with open(settings, 'a', encoding='utf-8') as file:
        file.write("\n[app/regulars/Regulars]\nlast-file=''\n")


@part(after)
def updated():
    """After an update everything is as it was: the notes, what was typed, the credential."""
    assert '999.0' in inside('regularsctl', '--version').stdout, 'this is not the newer version'
    with Guest(None) as desk:
        desk.open_known()
        desk.see(SAVED)
        wait_for(lambda: text_of(desk.find('What happened?')) == TYPED, 'what was typed')
        desk.picture('sandbox-updated')
        credential(desk, 'Stored in the keyring')
        desk.kill()


if __name__ == '__main__':
    tap.tests[:] = {'before': before, 'after': after}[sys.argv.pop(1)]
    desktop = Desktop()
    sys.exit(main())
