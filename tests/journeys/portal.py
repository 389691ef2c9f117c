# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands for the part of the desktop that the portals ask: the file chooser, in which somebody picks at once what the test says, and
the notifications. Everything between it and the program (the portals, the documents handed into the sandbox) is real."""

import threading

from gi.repository import Gio, GLib

NAME = 'org.freedesktop.impl.portal.desktop.journeys'
INTERFACES = """<node>
<interface name='org.freedesktop.impl.portal.FileChooser'>
  <method name='OpenFile'><arg type='o'/><arg type='s'/><arg type='s'/><arg type='s'/><arg type='a{sv}'/>
    <arg type='u' direction='out'/><arg type='a{sv}' direction='out'/></method>
  <method name='SaveFile'><arg type='o'/><arg type='s'/><arg type='s'/><arg type='s'/><arg type='a{sv}'/>
    <arg type='u' direction='out'/><arg type='a{sv}' direction='out'/></method>
</interface>
<interface name='org.freedesktop.impl.portal.Notification'>
  <method name='AddNotification'><arg type='s'/><arg type='s'/><arg type='a{sv}'/></method>
  <method name='RemoveNotification'><arg type='s'/><arg type='s'/></method>
</interface>
</node>"""


class Desktop:
    def __init__(self):
        self.path = None  # what will be picked
        self.asked = []  # (OpenFile or SaveFile, title, options)
        self.notified = []  # (program, title)
        ready = threading.Event()
        threading.Thread(target=self._serve, args=(ready,), daemon=True).start()
        assert ready.wait(20), 'the bus does not answer'

    def _serve(self, ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        bus = Gio.DBusConnection.new_for_address_sync(
            Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION), Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
            bus.register_object('/org/freedesktop/portal/desktop', interface, self._called, None, None)
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                      GLib.Variant('(su)', (NAME, 4)), None, Gio.DBusCallFlags.NONE, -1, None)
        ready.set()
        GLib.MainLoop.new(context, False).run()

    def _called(self, _bus, _sender, _path, _interface, method, words, call):
        words = words.unpack()
        if method in ('OpenFile', 'SaveFile'):
            self.asked.append((method, words[3], words[4]))
            chosen = {'uris': GLib.Variant('as', [GLib.filename_to_uri(self.path)])} if self.path else {}
            call.return_value(GLib.Variant('(ua{sv})', (0 if self.path else 1, chosen)))
            return
        if method == 'AddNotification':
            self.notified.append((words[0], words[2].get('title', '')))
        call.return_value(None)
