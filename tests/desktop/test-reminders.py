#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Due reminders told by the desktop while no window is open, by consent, and what their notifications offer."""

import datetime
import os
import sqlite3
import subprocess
import sys

from bus import CTL, PROGRAM, Bus, Fake, Skip, iterate, main, make_sample, test, wait_for
from gi.repository import GLib

APP, PATH = 'app.regulars.Regulars', '/app/regulars/Regulars'
NOTIFICATIONS = '''<node><interface name="org.gtk.Notifications">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>'''


class Session(Bus):
    """A session with a file in which Ada has a reminder for a day, and the desktop's notifications."""

    def __init__(self, days=0, notes=('Call back about the invoice',), allowed=True, **settings):
        super().__init__(GTK_A11Y='none', GDK_DEBUG='no-portals')
        self.file = self.path('desk.regulars')
        self.ctl('new', self.file)
        self.ctl('add', 'first-name=Ada', 'last-name=Lovelace', 'email=ada@example.org')
        self.number = self.query('SELECT number FROM customer')[0]
        day = (datetime.date.today() + datetime.timedelta(days)).isoformat()
        for note in notes:
            self.ctl('note', '--reminder', day, str(self.number), note)
        for key, value in {'last-file': GLib.Variant('s', self.file).print_(False), 'remind-when-closed': str(allowed).lower(),
                           'remind-from': '0', **settings}.items():
            self.set(key.replace('_', '-'), value)
        self.desktop = Fake(self, 'org.gtk.Notifications', '/org/gtk/Notifications', NOTIFICATIONS)

    def ctl(self, *args):
        subprocess.run([CTL, '--file', self.file, *args], env=self.env, check=True, capture_output=True)

    def query(self, sql, *values):
        with sqlite3.connect(f'file:{self.file}?mode=ro', uri=True) as file:
            return file.execute(sql, values).fetchone()

    def at_login(self):
        return self.start(PROGRAM, '--background')

    def told(self):
        return [(id_, notification) for app, id_, notification in self.desktop.of('AddNotification') if app == APP]

    def taken_back(self):
        return [id_ for app, id_ in self.desktop.of('RemoveNotification') if app == APP]

    def press(self, button):
        """Presses a button of a notification, as the desktop passes it on."""
        target = [button['target']] if 'target' in button else []
        target = [GLib.Variant('x', value) if isinstance(value, int) else GLib.Variant('s', value) for value in target]
        self.call(APP, PATH, 'org.freedesktop.Application', 'ActivateAction',
                  GLib.Variant('(sava{sv})', (button['action'].removeprefix('app.'), target, {})))


@test
def tells():
    """A reminder that is due is told without a window and without a name, with Done and Tomorrow, once."""
    with Session() as session:
        program = session.at_login()
        id_, notification = wait_for(session.told, 'the notification')[0]
        assert notification['title'] == 'A reminder is due', notification
        assert 'Ada' not in str(notification) and 'invoice' not in str(notification)
        assert [button['label'] for button in notification['buttons']] == ['Done', 'Tomorrow']
        assert notification['default-action'] == 'app.open-link'
        assert notification['default-action-target'] == f'regulars:customer/{session.number}'
        program.terminate()
        program.wait()
        # Once a day: a restart does not tell it again
        session.at_login()
        wait_for(lambda: session.owner(APP), 'the program')
        iterate(1.5)
        assert len(session.told()) == 1, session.told()


@test
def done():
    """Done completes the reminder by its operation, and the notification goes."""
    with Session(notify_names='true') as session:
        session.at_login()
        id_, notification = wait_for(session.told, 'the notification')[0]
        assert notification['title'] == 'Ada Lovelace'
        assert notification['body'] == 'Call back about the invoice'
        session.press(notification['buttons'][0])
        wait_for(lambda: session.query('SELECT done_at FROM note')[0], 'the reminder to be done')
        wait_for(lambda: id_ in session.taken_back(), 'the notification to go')
        assert session.query('SELECT operation FROM journal_entry ORDER BY id DESC')[0] == 'note.complete'


@test
def tomorrow():
    """Tomorrow puts it off by a day, and the notification goes."""
    with Session(days=-3) as session:
        session.at_login()
        id_, notification = wait_for(session.told, 'the notification')[0]
        session.press(notification['buttons'][1])
        wait_for(lambda: id_ in session.taken_back(), 'the notification to go')
        day = (datetime.date.today() + datetime.timedelta(1)).isoformat()
        assert session.query('SELECT reminder_day FROM note')[0] == day


@test
def elsewhere():
    """What is done elsewhere meanwhile takes the notification back; what becomes due is told."""
    with Session() as session:
        session.at_login()
        id_ = wait_for(session.told, 'the notification')[0][0]
        session.ctl('undo')
        wait_for(lambda: id_ in session.taken_back(), 'the notification to go')
        session.ctl('note', '--reminder', datetime.date.today().isoformat(), str(session.number), 'Another one')
        wait_for(lambda: len(session.told()) == 2, 'the new one')


@test
def many():
    """Many at once are one notification that says how many; what is not due yet is not counted."""
    with Session(notes=[f'Number {n}' for n in range(7)]) as session:
        session.ctl('note', '--reminder', (datetime.date.today() + datetime.timedelta(2)).isoformat(), str(session.number), 'Later')
        session.at_login()
        wait_for(session.told, 'the notification')
        iterate(0.5)
        assert [(id_, notification['title']) for id_, notification in session.told()] == [('reminders', '7 reminders are due')]


@test
def too_early():
    """Before the hour that Preferences say nothing is told; when the hour is changed it is told at once."""
    hour = datetime.datetime.now(datetime.timezone.utc).hour
    if hour == 23:
        raise Skip('there is no later hour today')
    with Session(remind_from=str(hour + 1)) as session:
        session.at_login()
        wait_for(lambda: session.owner(APP), 'the program')
        iterate(1.5)
        assert not session.told()
        session.set('remind-from', '0')
        wait_for(session.told, 'the notification')


@test
def without_consent():
    """Without consent the program ends at once; when consent is taken back it ends too."""
    with Session(allowed=False) as session:
        assert session.at_login().wait(20) == 0
        assert not session.told()
    with Session() as session:
        program = session.at_login()
        wait_for(session.told, 'the notification')
        session.set('remind-when-closed', 'false')
        wait_for(lambda: program.poll() is not None, 'the program to end')
        assert program.returncode == 0


@test
def nobody():
    """When nobody is signed in a reminder is told without name and without buttons."""
    with Session(notify_names='true') as session:
        with sqlite3.connect(session.file) as file:
            file.execute("UPDATE staff SET pin_hash = 'x'")
        session.at_login()
        notification = wait_for(session.told, 'the notification')[0][1]
        assert 'Ada' not in str(notification) and 'buttons' not in notification


@test
def sample():
    """The reminders of the sample data are nobody's."""
    with Session() as session:
        path = session.path('sample.regulars')
        make_sample(path)
        session.set('last-file', GLib.Variant('s', path).print_(False))
        session.at_login()
        wait_for(lambda: session.owner(APP), 'the program')
        iterate(2)
        assert not session.told()


if not os.environ.get('DISPLAY'):
    print('1..0 # SKIP there is no display')
    sys.exit(0)
sys.exit(main())
