#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every screen: wide, 800 and 360 pixels wide, and once dark. Names on the command line choose screens;
REGULARS_LANGUAGE=de_DE shows them in that language."""

import re
import sys
import tempfile
import time

from driver import NotSeen
from journey import Person, has, sample, wait_for

SIZES = (('wide', 1360, 860), ('800', 800, 700), ('360', 360, 640))
wanted = sys.argv[1:]
started = time.monotonic()
screens = []


def screen(name):
    """Marks a generator that walks to a screen, yields while it is shown, and leaves it again."""
    def mark(walk_there):
        screens.append((name, walk_there))
        return walk_there
    return mark


def customer(desk, number, name):
    desk.open_known()
    desk.view(number, re.compile('^' + name))


@screen('customers')
def customers(desk):
    desk.key('ctrl+f', 'Escape')
    wait_for(lambda: len(desk.customers()) > 2, 'the customers')
    yield


def view(name, number):
    @screen(name.lower().replace(' ', '-'))
    def walk_there(desk):
        customer(desk, number, name)
        yield


for number, name in enumerate(('Notes', 'Account', 'Orders', 'Future Cart', 'Tags', 'Stats'), 1):
    view(name, number)


@screen('history')
def history(desk):
    desk.carry_out('Show History')
    desk.find(role='dialog')
    yield
    leave(desk)


def place(name):
    @screen('all-' + name.lower())
    def walk_there(desk):
        desk.carry_out(name)
        wait_for(lambda: has(desk.find(re.compile(f'^{name}(,|$)'), 'list item'), 'selected'), f'{name} to be chosen')
        yield


for name in ('Reminders', 'Orders', 'Products'):
    place(name)


def leave(desk):
    """Closes a dialog; one whose size changed meanwhile may have to be given the keyboard first."""
    def closed():
        if desk.look(role='dialog') is None:
            return True
        desk.key('Escape')
        time.sleep(0.4)
        if desk.look(role='dialog') is not None:
            desk.key('Tab')
        return False
    wait_for(closed, 'the dialog to close')


def dialog(name, key=None, words=None):
    @screen(name)
    def walk_there(desk):
        if key:
            desk.key(key)
        else:
            desk.carry_out(words)
        desk.find(role='dialog')
        yield
        leave(desk)


dialog('palette', key='ctrl+k')
dialog('preferences', key='ctrl+comma')
dialog('new-customer', key='ctrl+n')
dialog('quick-add', words='Quick Add')
dialog('cancellation', words='Create Cancellation')
dialog('staff', words='Manage Staff')
dialog('switch-user', words='Switch User')
dialog('import', words='Import')
dialog('export', words='Export')
dialog('about', words='About Regulars')


@screen('credit')
def credit(desk):
    customer(desk, 6, 'Stats')
    desk.click(desk.find('Add Credit', 'button'))
    desk.find('Add Credit', 'dialog')
    yield
    leave(desk)


@screen('payment-info')
def payment_info(desk):
    customer(desk, 6, 'Stats')
    desk.click(desk.find(re.compile('^Payment Method'), 'button'))
    desk.find(role='dialog')
    yield
    leave(desk)


@screen('order')
def order(desk):
    customer(desk, 3, 'Orders')
    desk.click(desk.find(re.compile('^Create Order'), 'button'))
    desk.see('Create Another Order?')
    desk.key('Return')
    desk.gone('Create Another Order?')
    desk.find(role='dialog')
    yield
    leave(desk)


def widen(desk):
    desk.resize(*SIZES[0][1:])
    desk.rest()


def take(desk, name, sizes):
    for label, width, height in sizes:
        try:
            desk.resize(width, height)
        except NotSeen as trouble:
            print(f'{name}-{label}: {trouble}', flush=True)
        desk.picture(f'{name}-{label}')


def pictures(path, sizes, suffix='', **env):
    with Person(path, **env) as desk:
        wait_for(lambda: len(desk.customers()) > 2, 'the customers')
        for name, walk_there in screens:
            if wanted and name not in wanted:
                continue
            try:
                widen(desk)
                shown = walk_there(desk)
                next(shown)
                take(desk, name + suffix, sizes)
                widen(desk)
                next(shown, None)
            except NotSeen as trouble:
                print(f'{name}: {trouble}', flush=True)
                desk.picture(f'{name}{suffix}-not-reached')
                desk.key('Escape')
        print(f'{time.monotonic() - started:5.1f} s', flush=True)


def lone(name, path, words):
    """A screen without a file behind it."""
    if wanted and name not in wanted:
        return
    with tempfile.TemporaryDirectory() as folder, Person(path, XDG_DATA_HOME=folder) as desk:
        desk.see(words)
        take(desk, name, SIZES)


file = sample()
pictures(file, SIZES)
pictures(sample(), SIZES[:1], '-dark', ADW_DEBUG_COLOR_SCHEME='prefer-dark')
with tempfile.NamedTemporaryFile(suffix='.regulars') as foreign:
    foreign.write(b'This is no file of this program.' * 100)
    foreign.flush()
    lone('trouble', foreign.name, 'The File Cannot Be Opened')
lone('welcome', None, 'Welcome to Regulars')
