# SPDX-License-Identifier: GPL-3.0-or-later
"""A session bus of one's own for a test, with what the desktop would have on it."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from tap import Skip, main, test  # noqa: E402, F401  for the tests

BUILD = os.path.abspath(os.environ.get('REGULARS_BUILDDIR', '_build'))
PROGRAM = os.path.join(BUILD, 'src', 'desk', 'regulars')
PROVIDER = os.path.join(BUILD, 'src', 'search-provider', 'regulars-search-provider')
CTL = os.path.join(BUILD, 'src', 'ctl', 'regularsctl')
PATIENCE = 20


def iterate(seconds):
    """Lets what is on the bus here answer for a while."""
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while time.monotonic() < end:
        if not context.iteration(False):
            time.sleep(0.005)


def wait_for(look, what, patience=PATIENCE):
    end = time.monotonic() + patience
    while not (found := look()):
        assert time.monotonic() < end, f'waited {patience} s for {what}'
        iterate(0.02)
    return found


class Bus:
    """A session: a bus that starts what is listed (name → command), a home of its own, settings in a file there."""

    def __init__(self, services=None, **env):
        self.folder = tempfile.mkdtemp(prefix='regulars-bus-')
        for name in ('config', 'data', 'cache', 'run', 'services'):
            os.mkdir(os.path.join(self.folder, name), 0o700)
        self.env = {key: value for key, value in os.environ.items() if not key.startswith(('DBUS_', 'XDG_', 'REGULARS_FILE'))}
        self.env |= {'HOME': self.folder, 'XDG_CONFIG_HOME': self.path('config'), 'XDG_DATA_HOME': self.path('data'),
                     'XDG_CACHE_HOME': self.path('cache'), 'XDG_RUNTIME_DIR': self.path('run'), 'GSETTINGS_BACKEND': 'keyfile',
                     'GSETTINGS_SCHEMA_DIR': os.path.join(BUILD, 'data'), 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC',
                     'G_DEBUG': 'fatal-criticals', 'XDG_CURRENT_DESKTOP': 'GNOME'} | env
        for name, command in (services or {}).items():
            with open(self.path('services', f'{name}.service'), 'w', encoding='utf-8') as file:
                file.write(f'[D-BUS Service]\nName={name}\nExec={command}\n')
        config = self.path('bus.conf')
        with open(config, 'w', encoding='utf-8') as file:
            file.write(f'<busconfig><type>session</type><listen>unix:dir={self.path("run")}</listen>'
                       f'<servicedir>{self.path("services")}</servicedir><policy context="default">'
                       '<allow send_destination="*"/><allow own="*"/><allow eavesdrop="false"/></policy></busconfig>')
        self.log = open(self.path('log'), 'w+', encoding='utf-8')
        self.daemon = subprocess.Popen(['dbus-daemon', f'--config-file={config}', '--nofork', '--print-address=1'],
                                       stdout=subprocess.PIPE, stderr=self.log, text=True, env=self.env)
        self.address = self.daemon.stdout.readline().strip()
        self.env['DBUS_SESSION_BUS_ADDRESS'] = self.address
        self.connection = self.connect()
        self.programs = []

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def connect(self):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        return Gio.DBusConnection.new_for_address_sync(self.address, flags, None, None)

    def set(self, key, value):
        """Sets one of the program's settings, as somebody does in Preferences."""
        subprocess.run(['gsettings', 'set', 'app.regulars.Regulars', key, value], env=self.env, check=True)

    def get(self, key):
        return subprocess.run(['gsettings', 'get', 'app.regulars.Regulars', key], env=self.env, check=True, capture_output=True,
                              text=True).stdout.strip()

    def start(self, *command, **env):
        program = subprocess.Popen(command, env=self.env | env, stderr=self.log)
        self.programs.append(program)
        return program

    def owner(self, name):
        """The process that has a name on the bus; 0 for none."""
        try:
            return self.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                             GLib.Variant('(s)', (name,)))[0]
        except GLib.Error:
            return 0

    def call(self, name, path, interface, method, arguments=None, patience=PATIENCE):
        """Calls a method while what is on the bus here goes on; returns what it gave."""
        answer = []
        self.connection.call(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, patience * 1000, None,
                             lambda connection, result: answer.append(result))
        context = GLib.MainContext.default()
        while not answer:
            context.iteration(True)
        return self.connection.call_finish(answer[0]).unpack()

    def close(self):
        for program in self.programs:
            program.kill()
            program.wait()
        self.daemon.kill()
        self.daemon.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.log.flush()
            with open(self.path('log'), encoding='utf-8') as file:
                for line in file.readlines()[-20:]:
                    print('# log: ' + line.rstrip())
        self.close()


class Fake:
    """Something on the bus that notes how it is called: `calls` are (method, arguments)."""

    def __init__(self, bus, name, path, xml, answers=None):
        self.calls = []
        self.answers = answers or {}
        self.bus = bus.connect()
        self.path = path
        self.interface = Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0]
        self.bus.register_object(path, self.interface, self._on_call, self._on_get, None)
        self.owned = Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE, None, None)
        wait_for(lambda: bus.owner(name), f'{name} on the bus')

    def _on_call(self, _connection, _sender, _path, _interface, method, arguments, invocation):
        self.calls.append((method, arguments.unpack()))
        answer = self.answers.get(method)
        invocation.return_value(answer(self, arguments.unpack()) if answer else None)

    def _on_get(self, _connection, _sender, _path, _interface, name):
        return self.answers[name]

    def emit(self, path, interface, signal, arguments):
        self.bus.emit_signal(None, path, interface, signal, arguments)

    def of(self, method):
        return [arguments for name, arguments in self.calls if name == method]


def make_sample(path):
    subprocess.run([CTL, 'sample', path], check=True, capture_output=True)
