#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad days: what is usually there is not. Each time a sentence says what is wrong, and there is a way on."""

import os
import re
import stat
import subprocess
import sys
import tempfile

import driver
from journey import BUILD, at_customer, at_desk, has, home, journey, main, sample, wait_for

PROGRAM = os.path.join(BUILD, 'src', 'desk', 'regulars')


def comes_up(*args, **env):
    """Starts the program where nothing but its window can be seen; it must come up, stay and end without complaint."""
    env = {key: value for key, value in os.environ.items() if key not in env or env[key] is not None} | {
        key: value for key, value in env.items() if value is not None}
    env |= {'GSETTINGS_SCHEMA_DIR': os.path.join(BUILD, 'data'), 'GSETTINGS_BACKEND': 'memory', 'G_DEBUG': 'fatal-criticals',
            'LC_ALL': 'C.UTF-8'}
    with tempfile.TemporaryFile('w+') as log:
        process = subprocess.Popen([PROGRAM, *args], env=env, stderr=log)
        try:
            def windows():
                assert process.poll() is None, f'it ended with {process.returncode}'
                return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid)], capture_output=True,
                                      text=True).stdout.split()
            window = wait_for(windows, 'its window')[0]

            def painted():
                pixels = subprocess.run(['import', '-silent', '-window', window, '-resize', '200x', 'ppm:-'],
                                        capture_output=True).stdout
                return len(set(pixels[i:i + 3] for i in range(20, len(pixels) - 3, 3))) > 100
            wait_for(painted, 'something in the window')
            subprocess.run(['xdotool', 'windowactivate', window], check=True, capture_output=True)
            wait_for(lambda: subprocess.run(['xdotool', 'key', '--clearmodifiers', 'ctrl+q']) and process.poll() is not None,
                     'the program to end')
            log.seek(0)
            assert process.returncode == 0, f'{process.returncode}: {log.read()}'
        finally:
            process.kill()
            process.wait()


@journey
def no_bus():
    """No session bus: the window comes up with the file, and ends in order."""
    comes_up(sample(), DBUS_SESSION_BUS_ADDRESS='unix:path=/nowhere', GTK_A11Y='none')


@journey
def no_gpu():
    """No GPU and nobody who says how to draw: it draws by itself."""
    comes_up(sample(), GSK_RENDERER=None, GDK_DISABLE='gl,vulkan,dmabuf', GTK_A11Y='none')
    comes_up(sample(), GSK_RENDERER=None, GDK_DISABLE=None, LIBGL_ALWAYS_SOFTWARE='1', GTK_A11Y='none')


@journey
def no_home():
    """No rights in the home folder: a new file can't be made there, that is said, and another file can be opened."""
    folder = tempfile.mkdtemp(dir=home.name)
    os.chmod(folder, stat.S_IRUSR | stat.S_IXUSR)
    env = {name: os.path.join(folder, name) for name in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME')}
    with at_desk(None, HOME=folder, **env) as desk:
        desk.click(desk.find('Start Empty', 'button'))
        desk.find(re.compile('can’t be made: Permission denied'))
        assert has(desk.find('Open File…', 'button'), 'sensitive')
        desk.picture('bad-day-home')
    with at_customer(HOME=folder, **env):
        pass


@journey
def damaged():
    """A damaged file: a backup is got back beside it, from the page that says so."""
    folder = tempfile.mkdtemp(dir=home.name)
    path = os.path.join(folder, 'desk.regulars')
    with open(path, 'wb') as file:
        file.write(b'x' * 8192)
    with at_desk(path) as desk:
        desk.find('The File Cannot Be Opened')
        desk.click(desk.find('Restore a Backup…', 'button'))
        desk.pick_file(sample())
        desk.open_known()
    assert sorted(os.listdir(folder))[:2] == ['desk restored.regulars', 'desk.regulars'], os.listdir(folder)


@journey
def chosen_file():
    """A file is chosen on the welcome page."""
    with at_desk(None, XDG_DATA_HOME=tempfile.mkdtemp(dir=home.name)) as desk:
        desk.click(desk.find('Open File…', 'button'))
        desk.pick_file(sample())
        desk.open_known()


@journey
def full_disk():
    """The disk is full at the start: that is said, and what is there can be read."""
    path = sample()
    build = tempfile.mkdtemp(dir=home.name)
    os.makedirs(os.path.join(build, 'src', 'desk'))
    os.symlink(os.path.join(BUILD, 'data'), os.path.join(build, 'data'))
    wrapper = os.path.join(build, 'src', 'desk', 'regulars')
    with open(wrapper, 'w', encoding='utf-8') as file:
        file.write(f'#!/bin/sh\ntrap "" XFSZ\nulimit -f 0\nexec {PROGRAM} "$@"\n')
    os.chmod(wrapper, 0o755)
    driver.BUILD, kept = build, driver.BUILD
    try:
        with at_desk(path) as desk:
            desk.find('The File Cannot Be Opened')
            desk.find(re.compile('no room left'))
            desk.picture('bad-day-full')
            desk.click(desk.find('Open Read-Only', 'button'))
            desk.find(re.compile('open read-only'))
            desk.open_known()
    finally:
        driver.BUILD = kept


@journey
def on_a_share():
    """A file on a network share: the window warns, offers a backup, and works."""
    with at_desk(RG_DEBUG='share') as desk:
        desk.find(re.compile('This file is on another computer'))
        assert has(desk.find('Back Up…', 'button'), 'sensitive')
        desk.picture('bad-day-share')
        desk.open_known()


sys.exit(main())
