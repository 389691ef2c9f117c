#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak, at the places where a sandbox can break what works outside: permissions, files that only the file portal
hands over, the keyring, being killed, being updated. `before` and `after` an update (flatpak/run does both)."""

import os
import re
import subprocess
import sys

import journey as journeys
from journey import Person, ctl, main, text_of, wait_for
from driver import SANDBOX, command
from gi.repository import Gio, GLib

HOME = os.path.expanduser('~')
OWN = os.path.join(HOME, '.var', 'app', SANDBOX, 'data', 'regulars', 'desk.regulars')
OUTSIDE = os.path.join(HOME, 'Documents')
SAVED, TYPED = 'Saved before the power went.', 'Typed and not saved.'
before, after = [], []


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

    def command_named(self, words, title):
        self.key('ctrl+k')
        self.find('Command, place or customer')
        self.type_text(words)
        wait_for(lambda: self.rows('What was found')[:1] == [title], f'{title} as the first command')
        self.key('Return')
        self.gone('Command, place or customer')

    def choose_file(self, path, new=False):
        """Answers the file chooser of the desktop, which is another program's window."""
        def look():
            done = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'xdg-desktop-portal-gtk'], capture_output=True, text=True)
            return done.stdout.split()[:1]
        chooser = wait_for(look, 'the file chooser of the desktop')[0]
        self._run('windowactivate', '--sync', chooser)
        self.key('ctrl+a' if new else 'ctrl+l')
        if not new:
            self.key('ctrl+a')
        self.type_text(path)
        self.key('Return')
        wait_for(lambda: not look(), 'the file chooser to go away')

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
        desk.open_customer('jordan reyes', 'Jordan Reyes')
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
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        desk.see(SAVED)
        wait_for(lambda: text_of(desk.find('What happened?')) == TYPED, 'what was typed')
        desk.close()
    ctl(path, 'check')


def credential(desk, state):
    desk.key('ctrl+comma')
    dialog = desk.find('Preferences', 'dialog')
    desk.click(desk.find('Integrations', within=dialog))
    return desk.find(state, within=dialog)


@part(before)
def stored():
    """A credential goes into the keyring through the secret portal, and is found again by the next run."""
    own_file()
    with Guest(None) as desk:
        credential(desk, 'Not stored')
        desk.picture('sandbox-credentials')
        desk.tab_to('Enter to store')
        desk.type_text('wren-4711')
        desk.key('Return')
        desk.see('Stored in the keyring')
        desk.key('Escape')
        desk.close()
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
    count = ctl(path, 'export', 'customers').count('\n')
    with Guest(None) as desk:
        desk.command_named('export', 'Export')
        desk.find('Export', 'dialog')
        desk.press('Export…')
        desk.choose_file(target, new=True)
        desk.see('Exported')
        desk.picture('sandbox-exported')
        desk.kill()
    with open(target, encoding='utf-8') as file:
        assert file.read().count('\n') == count
    assert os.listdir(OUTSIDE) == ['customers.csv'], os.listdir(OUTSIDE)


@part(before)
def imported():
    """An import reads a file outside through the file chooser of the desktop."""
    path = own_file()
    source = os.path.join(OUTSIDE, 'more.csv')
    with open(source, 'w', encoding='utf-8') as file:
        file.write('First name,Last name,Email\nAda,Portalis,ada.portalis@example.com\n')
    with Guest(None) as desk:
        desk.command_named('import', 'Import')
        desk.find('Import', 'dialog')
        desk.press('Choose File…')
        desk.choose_file(source)
        desk.see('What Each Column Means')
        desk.click(desk.find(re.compile('^See What Would Happen'), 'button', 'sensitive'))
        desk.click(desk.find(re.compile('^Import 1 Row'), 'button', 'sensitive'))
        desk.find(re.compile('^Undo Import'), 'button')
        desk.picture('sandbox-imported')
        desk.key('Escape')
        desk.search('portalis')
        desk.found('Ada Portalis')
        desk.close()
    assert 'Portalis' in ctl(path, 'export', 'customers')


@part(before)
def backed_up():
    """A backup written outside through the file chooser is whole, and opens as a file from there."""
    own_file()
    target = os.path.join(OUTSIDE, 'backup.regulars')
    with Guest(None) as desk:
        desk.command_named('back up', 'Back Up')
        desk.choose_file(target, new=True)
        desk.see('“backup.regulars” is a complete copy')
        desk.kill()
    copy = os.path.join(journeys.home.name, 'backup.regulars')
    subprocess.run(['cp', target, copy], check=True)
    ctl(copy, 'check')


class Notifications:
    """Stands for the desktop's notification server: keeps the titles of what it is asked to show."""

    def __init__(self):
        self.titles = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        node = Gio.DBusNodeInfo.new_for_xml("""<node><interface name='org.freedesktop.Notifications'>
          <method name='Notify'><arg type='s'/><arg type='u'/><arg type='s'/><arg type='s'/><arg type='s'/><arg type='as'/>
            <arg type='a{sv}'/><arg type='i'/><arg type='u' direction='out'/></method>
          <method name='CloseNotification'><arg type='u'/></method>
          <method name='GetCapabilities'><arg type='as' direction='out'/></method>
          <method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/>
            <arg type='s' direction='out'/><arg type='s' direction='out'/></method></interface></node>""")
        self.bus.register_object('/org/freedesktop/Notifications', node.interfaces[0], self.called, None, None)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                           GLib.Variant('(su)', ('org.freedesktop.Notifications', 4)), None, Gio.DBusCallFlags.NONE, -1, None)

    def called(self, _bus, _sender, _path, _interface, method, words, call):
        if method == 'Notify':
            self.titles.append(words.unpack()[3])
        call.return_value({'Notify': GLib.Variant('(u)', (len(self.titles),)), 'GetCapabilities': GLib.Variant('(as)', (['actions', 'body'],)),
                           'GetServerInformation': GLib.Variant('(ssss)', ('test', '', '', '1.2'))}.get(method))

    def come(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return self.titles


@part(before)
def reminded():
    """A due reminder comes as a notification of the desktop."""
    own_file()
    server = Notifications()
    settings = os.path.join(HOME, '.var', 'app', SANDBOX, 'config', 'glib-2.0', 'settings', 'keyfile')
    os.makedirs(os.path.dirname(settings), exist_ok=True)
    with open(settings, 'a', encoding='utf-8') as file:
        file.write('\n[app/regulars/Regulars]\nremind-from=0\n')
    with Guest(None) as desk:
        wait_for(lambda: any('due' in title for title in server.come()), 'a notification')
        desk.close()


@part(after)
def updated():
    """After an update everything is as it was: the notes, what was typed, the credential."""
    assert '999.0' in inside('regularsctl', '--version').stdout, 'this is not the newer version'
    with Guest(None) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        desk.see(SAVED)
        wait_for(lambda: text_of(desk.find('What happened?')) == TYPED, 'what was typed')
        desk.picture('sandbox-updated')
        credential(desk, 'Stored in the keyring')
        desk.kill()


if __name__ == '__main__':
    journeys.journeys[:] = {'before': before, 'after': after}[sys.argv.pop(1)]
    sys.exit(main())
