#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a part of the desktop: one of it runs, links and the actions of its icon come to it, windows and places
come back."""

import os
import re
import subprocess
import sys

from driver import children
from gi.repository import Gio, GLib
from journey import BUILD, NAME, NUMBER, OTHER, ask, at_desk, journey, keep_settings, main, sample, wait_for

PROGRAM = os.path.join(BUILD, 'src', 'desk', 'regulars')


def ask_program(*args):
    """Starts the program once more, as the desktop does; it hands over to the one that runs and ends."""
    env = os.environ | {'GSETTINGS_SCHEMA_DIR': os.path.join(BUILD, 'data'), 'LC_ALL': 'C.UTF-8', 'GTK_A11Y': 'none'}
    done = subprocess.run([PROGRAM, *args], env=env, timeout=30, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def call(method, arguments):
    """Calls the program over the bus, as the desktop does for what it may start by the bus."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync('app.regulars.Regulars', '/app/regulars/Regulars', 'org.freedesktop.Application', method, arguments, None,
                  Gio.DBusCallFlags.NO_AUTO_START, 10000)


def windows(desk):
    return [child for child in children(desk.root) if child.get_role_name() in ('frame', 'window')]


@journey
def one_instance():
    """Started again it comes to the front; a link shows the right customer and the right order."""
    path = sample()
    with at_desk(path) as desk:
        ask_program()
        assert len(windows(desk)) == 1
        ask_program(f'regulars:customer/{NUMBER}')
        desk.heading(NAME)
        order = ask(path, 'orders', OTHER[0])[0]['number']
        ask_program(f'regulars:order/{order}')
        desk.heading(OTHER[1])
        wait_for(lambda: (dialog := desk.look(role='dialog')) and desk.look(re.compile(str(order)), within=dialog), f'order {order}')
        wait_for(lambda: desk.key('Escape') or desk.look(role='dialog') is None, 'the order to be closed')
        assert len(windows(desk)) == 1


@journey
def wrong_links():
    """A link to nobody says so; a hostile link is refused in our words, and nothing else happens."""
    with at_desk() as desk:
        ask_program('regulars:customer/999999999')
        desk.see(re.compile('There is no customer 999999999'))
        ask_program('regulars:order/999999999')
        desk.see(re.compile('There is no order 999999999'))
        for link in ('regulars:customer/1;rm -rf', 'regulars:customer/../../etc/passwd', 'regulars://customer/1'):
            ask_program(link)
            desk.see(re.compile('That link does not lead to a customer or an order'))
            assert desk.look(re.compile('passwd|rm -rf')) is None


@journey
def over_the_bus():
    """Links and the actions of the icon over the bus: find a customer, reminders, a note, a second window."""
    path = sample()
    with at_desk(path) as desk:
        call('Open', GLib.Variant('(asa{sv})', ([f'regulars:customer/{NUMBER}'], {})))
        desk.heading(NAME)
        for action in ('reminders', 'new-note', 'find-customer'):
            call('ActivateAction', GLib.Variant('(sava{sv})', (action, [], {})))
            if action == 'reminders':
                desk.find(re.compile('^Reminders'), 'list item', 'selected')
            elif action == 'new-note':
                wait_for(lambda: desk.focused() is not None and desk.focused().get_name() == 'What happened?', 'the new note')
            else:
                wait_for(lambda: desk.focused() is not None and desk.focused().get_name() == 'Search customers', 'the search')
        call('ActivateAction', GLib.Variant('(sava{sv})', ('search', [GLib.Variant('s', 'reyes jordan')], {})))
        desk.first(NAME)
        call('ActivateAction', GLib.Variant('(sava{sv})', ('new-window', [], {})))
        wait_for(lambda: len(windows(desk)) == 2, 'a second window')
        ask_program('--new-window')
        wait_for(lambda: len(windows(desk)) == 3, 'a third window')


@journey
def come_back():
    """The size of the window and the place come back after a restart."""
    path, settings = sample(), keep_settings()
    with at_desk(path, **settings) as desk:
        desk.resize(1111, 777)
        desk.click_place('Orders')
        desk.gone('Customers', 'list')
    with at_desk(path, **settings) as desk:
        desk.find(re.compile('^Orders'), 'list item', 'selected')
        wait_for(lambda: desk._geometry()[2:] == (1111, 777), 'the size it had')


sys.exit(main())
