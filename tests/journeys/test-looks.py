#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The looks that somebody chooses for the desktop are followed at once: dark, high contrast, large text, less motion."""

import os
import re
import subprocess
import sys
import tempfile
import threading

from gi.repository import Gio, GLib
from journey import NAME, Atspi, at_customer, has, home, journey, main, wait_for

PORTAL = '''<node><interface name="org.freedesktop.portal.Settings">
<method name="ReadAll"><arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method>
<method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
<method name="ReadOne"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
<property name="version" type="u" access="read"/></interface></node>'''
PATH, SERVICE = '/org/freedesktop/portal/desktop', 'org.freedesktop.portal.Settings'
APPEARANCE = 'org.freedesktop.appearance'


class Portal:
    """The desktop's settings, as a stand-in on the session bus with a thread of its own."""

    def __init__(self):
        self.values = {'color-scheme': 0, 'contrast': 0}
        self.context = GLib.MainContext()
        self.ready = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()
        assert self.ready.wait(10)

    def _run(self):
        self.context.push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ['DBUS_SESSION_BUS_ADDRESS'],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(PORTAL).interfaces[0], self._on_call,
                                 lambda *_: GLib.Variant('u', 2), None)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                           GLib.Variant('(su)', ('org.freedesktop.portal.Desktop', 0)), None, 0, -1, None)
        self.ready.set()
        GLib.MainLoop(self.context).run()

    def _on_call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        values = {key: GLib.Variant('u', value) for key, value in self.values.items()}
        if method == 'ReadAll':
            invocation.return_value(GLib.Variant('(a{sa{sv}})', ({APPEARANCE: values},)))
            return
        namespace, key = arguments.unpack()
        if namespace != APPEARANCE or key not in values:
            invocation.return_dbus_error('org.freedesktop.portal.Error.NotFound', 'Requested setting not found')
        elif method == 'Read':
            invocation.return_value(GLib.Variant('(v)', (GLib.Variant('v', values[key]),)))
        else:
            invocation.return_value(GLib.Variant('(v)', (values[key],)))

    def choose(self, key, value):
        self.values[key] = value
        self.bus.emit_signal(None, PATH, SERVICE, 'SettingChanged', GLib.Variant('(ssv)', (APPEARANCE, key, GLib.Variant('u', value))))


class Settings:
    """The settings of the display: the font's size."""

    def __init__(self):
        here = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(here, '..', 'headless', 'xsettingsd.conf'), encoding='utf-8') as file:
            self.usual = file.read()
        self.path = os.path.join(tempfile.mkdtemp(dir=home.name), 'xsettingsd.conf')
        self.write(self.usual)
        self.daemon = subprocess.Popen(['xsettingsd', '-c', self.path], stderr=subprocess.DEVNULL)

    def write(self, text):
        with open(self.path, 'w', encoding='utf-8') as file:
            file.write(text)

    def choose(self, **values):
        lines = [line for line in self.usual.splitlines() if line.split()[0].split('/')[1] not in values]
        names = {line.split('/')[1].split()[0]: line.split()[0] for line in self.usual.splitlines()}
        self.write('\n'.join(lines + [f'{names[name]} {value}' for name, value in values.items()]) + '\n')
        self.daemon.send_signal(1)

    def close(self):
        self.daemon.kill()
        self.daemon.wait()


portal = Portal()


def brightness(desk):
    """Of the middle of the window, 0 to 255."""
    pixels = desk.rest()[-3 * 1000 * 400:-3 * 1000 * 300]
    return sum(pixels) / len(pixels)


@journey
def dark():
    """Dark is followed at once, and light again."""
    with at_customer(GDK_DEBUG='') as desk:
        assert brightness(desk) > 200, brightness(desk)
        desk.picture('looks-light')
        portal.choose('color-scheme', 1)
        wait_for(lambda: brightness(desk) < 80, 'the dark')
        desk.picture('looks-dark')
        portal.choose('color-scheme', 0)
        wait_for(lambda: brightness(desk) > 200, 'the light')


@journey
def contrast():
    """High contrast is followed at once."""
    with at_customer(GDK_DEBUG='') as desk:
        before = desk.rest()
        portal.choose('contrast', 1)

        def changed():
            now = desk.rest()
            return sum(a != b for a, b in zip(now[::50], before[::50])) > len(now[::50]) / 100
        wait_for(changed, 'the contrast')
        desk.picture('looks-contrast')
        portal.choose('contrast', 0)


@journey
def large_text():
    """Larger text is followed at once."""
    settings = Settings()
    try:
        with at_customer() as desk:

            def height():
                return desk.heading(NAME).get_component_iface().get_extents(0).height
            before = height()
            settings.choose(DPI=int(98304 * 1.5))
            wait_for(lambda: height() > before * 1.3, 'the larger text')
            desk.picture('looks-large')
            settings.choose(DPI=98304 * 2)
            desk.resize(800, 600)
            desk.view(2, re.compile('^Account'))

            def is_inside():
                box = desk.find('Update Customer Info', 'button').get_component_iface().get_extents(Atspi.CoordType.WINDOW)
                return box.height > 0 and box.y + box.height <= 600
            wait_for(is_inside, 'what saves the account to be inside the window')
            desk.picture('looks-larger')
            desk.resize(1360, 860)
            settings.choose(DPI=98304)
            wait_for(lambda: height() == before, 'the usual text')
    finally:
        settings.close()



def fold(desk):
    """Folds the first card of the view; where the card below it was seen meanwhile, from the first place to the last."""
    first, second = wait_for(lambda: [node for node in desk.all(role='button') if has(node, 'expandable')][:2], 'the cards')

    def place():
        return second.get_component_iface().get_extents(Atspi.CoordType.WINDOW).y

    before = place()
    seen = [before]
    desk.click(first)

    def still():
        seen.extend(place() for _ in range(50))
        return seen[-1] != before and len(set(seen[-50:])) == 1

    wait_for(still, 'the cards to come to rest')
    return list(dict.fromkeys(seen))


@journey
def reduced_motion():
    """Who wants less motion gets it at once: a card folds in one step, and by and by again as soon as they don't."""
    settings = Settings()
    try:
        with at_customer() as desk:
            desk.view(6, re.compile('^Stats'))
            wait_for(lambda: len(fold(desk)) > 2, 'the cards to move')
            settings.choose(EnableAnimations=0)
            wait_for(lambda: len(fold(desk)) == 2, 'the cards to fold in one step', 10)
            assert len(fold(desk)) == 2
            settings.choose(EnableAnimations=1)
            wait_for(lambda: len(fold(desk)) > 2, 'the cards to move again', 10)
    finally:
        settings.close()


sys.exit(main())
