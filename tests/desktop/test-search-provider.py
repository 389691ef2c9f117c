#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The search of the desktop, asked as GNOME Shell asks it: over the bus, which starts the provider; no window is open."""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from bus import CTL, PROVIDER, Bus, Fake, make_sample, main, test, wait_for
from gi.repository import GLib

NAME, PATH = 'app.regulars.Regulars.SearchProvider', '/app/regulars/Regulars/SearchProvider'
INTERFACE = 'org.gnome.Shell.SearchProvider2'
APPLICATION = '''<node><interface name="org.freedesktop.Application">
<method name="Activate"><arg type="a{sv}" direction="in"/></method>
<method name="Open"><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/></method>
<method name="ActivateAction"><arg type="s" direction="in"/><arg type="av" direction="in"/><arg type="a{sv}" direction="in"/></method>
</interface></node>'''

home = tempfile.TemporaryDirectory(prefix='regulars-provider-')
SAMPLE = os.path.join(home.name, 'sample.regulars')


def session(path=SAMPLE, switched_on=True):
    if not os.path.exists(SAMPLE):
        make_sample(SAMPLE)
    bus = Bus({NAME: PROVIDER})
    bus.set('last-file', GLib.Variant('s', path).print_(False))
    if switched_on:
        bus.set('search-provider', 'true')
    return bus


def ask(bus, method, signature='(as)', *arguments):
    return bus.call(NAME, PATH, INTERFACE, method, GLib.Variant(signature, arguments))


def initial(bus, *terms):
    return ask(bus, 'GetInitialResultSet', '(as)', terms)[0]


def number_of(name, path=SAMPLE):
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as file:
        return str(file.execute("SELECT number FROM customer WHERE first_name || ' ' || last_name = ?", (name,)).fetchone()[0])


@test
def finds():
    """A name finds the customer, one more letter narrows, and what is shown is the name, the number and the business."""
    with session() as bus:
        jordan = number_of('Jordan Reyes')
        many = initial(bus, 'jo')
        assert jordan in initial(bus, 'jordan'), initial(bus, 'jordan')
        assert ask(bus, 'GetSubsearchResultSet', '(asas)', many, ['jordan', 'rey'])[0] == [jordan]
        assert initial(bus, jordan)[0] == jordan
        assert initial(bus, 'nobodyofthatname') == []
        metas = ask(bus, 'GetResultMetas', '(as)', [jordan])[0]
        assert len(metas) == 1
        assert metas[0]['id'] == jordan and metas[0]['name'] == 'Jordan Reyes'
        assert metas[0]['description'] == f'#{jordan} · Reyes Catering', metas[0]
        assert 'icon' in metas[0]
        # No phone, no email, no note: others see the screen.
        assert '@' not in str(metas) and '+1' not in str(metas)


@test
def nonsense():
    """Nonsense is answered with nothing, and the provider goes on."""
    with session() as bus:
        for terms in ([], [''], ['"'], ["' OR 1=1 --"], ['*', '(', 'NEAR'], ['x' * 100000], ['\u202e', 'é' * 500]):
            assert isinstance(initial(bus, *terms), list)
        assert ask(bus, 'GetResultMetas', '(as)', ['999999999', '-1', 'x', ''])[0] == []
        assert initial(bus, 'jordan', 'reyes') == [number_of('Jordan Reyes')]


@test
def off_until_switched_on():
    """It knows nobody until it is switched on in Preferences, and nobody again when it is switched off."""
    with session(switched_on=False) as bus:
        assert initial(bus, 'jordan') == []
        assert ask(bus, 'GetResultMetas', '(as)', [number_of('Jordan Reyes')])[0] == []
        bus.set('search-provider', 'true')
        wait_for(lambda: initial(bus, 'jordan', 'reyes') != [], 'the switch to be noticed')
        bus.set('search-provider', 'false')
        wait_for(lambda: initial(bus, 'jordan', 'reyes') == [], 'the switch to be noticed')


@test
def locked():
    """Nobody is shown when everybody has a PIN, since then the desk is locked; nor when there is no file."""
    with session() as bus:
        path = bus.path('locked.regulars')
        make_sample(path)
        assert initial(bus, 'jordan') != []
        with sqlite3.connect(path) as file:
            file.execute("UPDATE staff SET pin_hash = 'x'")
        bus.set('last-file', GLib.Variant('s', path).print_(False))
        wait_for(lambda: initial(bus, 'jordan') == [], 'the locked file')
        bus.set('last-file', "'/nowhere/desk.regulars'")
        assert wait_for(lambda: initial(bus, 'jordan') == [], 'the missing file')


@test
def newest():
    """A customer who was added a moment ago is found, and the file is never written to by the search."""
    with session() as bus:
        path = bus.path('desk.regulars')
        make_sample(path)
        bus.set('last-file', GLib.Variant('s', path).print_(False))
        wait_for(lambda: initial(bus, 'jordan') != [], 'the file')
        before = os.stat(path).st_mtime_ns
        assert initial(bus, 'zyxwvut') == []
        assert os.stat(path).st_mtime_ns == before
        subprocess.run([CTL, '--file', path, 'add', 'first-name=Zyxwvut', 'last-name=Newman', 'email=z@example.org'], env=bus.env,
                       check=True, capture_output=True)
        assert len(initial(bus, 'zyxwvut')) == 1


@test
def activate():
    """Choosing a result opens that customer, choosing the program opens its search; with the time of the click."""
    with session() as bus:
        program = Fake(bus, 'app.regulars.Regulars', '/app/regulars/Regulars', APPLICATION)
        jordan = number_of('Jordan Reyes')
        ask(bus, 'ActivateResult', '(sasu)', jordan, ['jordan'], 4711)
        wait_for(lambda: program.calls, 'the program to be asked')
        links, platform = program.of('Open')[0]
        assert links == [f'regulars:customer/{jordan}']
        assert platform['desktop-startup-id'] == '_TIME4711'
        ask(bus, 'ActivateResult', '(sasu)', '1; rm -rf /', ['x'], 1)
        ask(bus, 'LaunchSearch', '(asu)', ['jordan', 'rey'], 4712)
        wait_for(lambda: program.of('ActivateAction'), 'the search')
        assert program.of('ActivateAction')[0][:2] == ('search', ['jordan rey'])
        assert len(program.of('Open')) == 1


@test
def quick():
    """Each keystroke is answered while it is typed."""
    # A file of a million customers, as ./dev bench makes it, for the figures.
    with session(os.environ.get('RG_BENCH_FILE', SAMPLE)) as bus:
        begin = time.monotonic()
        initial(bus, 'j')
        first = (time.monotonic() - begin) * 1000
        times = []
        for word in ('jordan reyes', 'anna muller', 'reyes catering'):
            for i in range(1, len(word) + 1):
                begin = time.monotonic()
                initial(bus, *word[:i].split())
                times.append((time.monotonic() - begin) * 1000)
        pid = bus.owner(NAME)
        with open(f'/proc/{pid}/status', encoding='utf-8') as file:
            memory = [int(line.split()[1]) for line in file if line.startswith('VmRSS')][0]
        print(f'# first {first:.1f} ms with the start, then p50 {statistics.median(times):.2f} and most {max(times):.1f} ms; '
              f'{memory / 1024:.0f} MB')
        assert statistics.median(times) < 50 and first < 1000


sys.exit(main())
