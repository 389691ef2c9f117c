#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down what was said, and being reminded of it."""

import re
import sys

from driver import SLOW, Atspi
from journey import NAME, NUMBER, OTHER, Person, ask, at_customer, at_desk, ctl, journey, main, sample, text_of, wait_for, walk

NOTE = 'Please ring at the side door.'


def compose(desk, text):
    desk.key('ctrl+shift+n')
    desk.find('What happened?', state='focused')
    desk.type_text(text)


def row(desk, text):
    """The row of the note of that text."""
    def look():
        for item in desk.all(role='list item', within=desk.look('Notes', 'list')):
            if any(text_of(node) == text or node.get_name() == text for node in walk(item)):
                return item
        return None
    return wait_for(look, f'a note “{text}”')


@journey
def life_of_a_note():
    """A note is added, edited, deleted, found in the trash and undeleted."""
    with at_customer() as desk:
        compose(desk, NOTE)
        desk.key('ctrl+Return')
        desk.see('Note added')
        desk.click(desk.find('Edit note', 'button', within=row(desk, NOTE)))
        desk.find('Save Note', 'button')
        desk.find('What happened?', state='focused')
        desk.key('ctrl+End')
        desk.type_text(' Not the front.')
        desk.key('ctrl+Return')
        edited = NOTE + ' Not the front.'
        row(desk, edited)
        desk.find('Add Note', 'button')
        desk.click(desk.find('Delete note', 'button', within=row(desk, edited)))
        desk.gone(edited, 'label')
        desk.click(desk.find('Show Deleted Notes', 'toggle button'))
        desk.click(desk.find('Undelete', 'button', within=row(desk, edited)))
        desk.find('Delete note', 'button', within=row(desk, edited))


@journey
def empty_note():
    """A note without a word is refused with the reason, and the keyboard stays where it is written."""
    with at_customer() as desk:
        compose(desk, '   ')
        desk.key('ctrl+Return')
        desk.see('Write what happened before saving the note.')
        desk.find('What happened?', state='focused')


@journey
def undone():
    """Ctrl+Z takes a note back, Ctrl+Shift+Z brings it again, and so does the button of the toast."""
    with at_customer() as desk:
        compose(desk, NOTE)
        desk.key('ctrl+Return')
        row(desk, NOTE)
        wait_for(lambda: text_of(desk.find('What happened?')) == '', 'room for the next note')
        desk.find(re.compile('^Undo: '), 'button', 'sensitive')
        desk.key('ctrl+z')
        desk.gone(NOTE, 'label')
        desk.key('ctrl+shift+z')
        row(desk, NOTE)
        desk.click(desk.find('Delete note', 'button', within=row(desk, NOTE)))
        if SLOW:                # the toast would be gone before it is found
            desk.gone(NOTE, 'label')
            desk.key('ctrl+z')
        else:
            desk.click(desk.find('Undo', 'button', last_first=True))
        row(desk, NOTE)
        desk.click(desk.find('Delete note', 'button', within=row(desk, NOTE)))
        desk.gone(NOTE, 'label')


@journey
def draft():
    """What was typed is there again after the program was killed."""
    path = sample()
    with Person(path) as desk:
        desk.open_known()
        compose(desk, NOTE)
        wait_for(lambda: text_of(desk.find('What happened?')) == NOTE, 'what was typed')
        desk.kept(NOTE)
        desk.kill()
    with at_desk(path) as desk:
        desk.heading(NAME)
        wait_for(lambda: text_of(desk.find('What happened?')) == NOTE, 'what was typed before')
        desk.key('ctrl+shift+n', 'ctrl+Return')
        row(desk, NOTE)


@journey
def draft_of_everything():
    """The reminder of a note comes back with its text, and so does what was changed in a note on file."""
    path = sample()
    old = next(note['text'] for note in ask(path, 'notes', NUMBER) if 'reminder_day' not in note)
    changed = old + ' Called.'
    with Person(path) as desk:
        desk.open_known()
        compose(desk, NOTE)
        desk.click(desk.find('Set a reminder', 'toggle button'))
        desk.tab_to('Date of the reminder')
        desk.type_text('tomorrow')
        desk.tab_to('Recur weekly')
        desk.key('space', 'Escape')
        desk.see('Reminder: Tomorrow, then every week')
        desk.kept('recur_weekly')
        desk.click(desk.find('Edit note', 'button', within=row(desk, old)))
        desk.find('Save Note', 'button')
        desk.find('What happened?', state='focused')
        desk.key('ctrl+End')
        desk.type_text(' Called.')
        desk.kept(changed[-20:])
        desk.kill()
    with at_desk(path) as desk:
        desk.heading(NAME)
        wait_for(lambda: text_of(desk.find('What happened?')) == changed, 'the change that was not saved')
        desk.key('ctrl+shift+n', 'ctrl+Return')
        row(desk, changed)
        wait_for(lambda: text_of(desk.find('What happened?')) == NOTE, 'the new note that was not saved')
        desk.see('Reminder: Tomorrow, then every week')
        desk.key('ctrl+shift+n', 'ctrl+Return')
        desk.see(re.compile('^Every week · Tomorrow'))


@journey
def long_note():
    """A text of many pages leaves room for the notes below, ends where it is written, and is saved as a whole."""
    path = sample()
    with at_customer(path) as desk:
        def height():
            return desk.find('What happened?').get_component_iface().get_extents(Atspi.CoordType.WINDOW).height

        compose(desk, 'All of it. ' * 8)
        few = height()
        for _ in range(8):
            before = len(text_of(desk.find('What happened?')))
            desk.key('ctrl+a', 'ctrl+c', 'ctrl+End', 'ctrl+v')
            wait_for(lambda: len(text_of(desk.find('What happened?'))) == 2 * before, 'twice the text')
        wait_for(lambda: few < height() <= 240, 'a text that scrolls')
        desk.key('ctrl+Return')
        wait_for(lambda: height() <= few, 'room for a short note')
        assert max(len(note['text']) for note in ask(path, 'notes', NUMBER)) > 20000


@journey
def weekly():
    """A weekly reminder stands among the reminders; completed, it stays and shows the one of next week."""
    with at_desk() as desk:
        desk.open_customer(*OTHER)
        compose(desk, NOTE)
        desk.click(desk.find('Set a reminder', 'toggle button'))
        desk.find('Date of the reminder')
        desk.tab_to('Date of the reminder')
        desk.type_text('today')
        desk.tab_to('Recur weekly')
        desk.key('space')
        desk.find('Recur weekly', 'check box', 'checked')
        desk.key('Escape')
        desk.see(re.compile('^Reminder: .*then every week'))
        desk.key('ctrl+shift+n', 'ctrl+Return')
        row(desk, NOTE)

        desk.click_place('Reminders')
        def due():
            return next((item for item in desk.all(role='list item', within=desk.look('Reminders', 'list'))
                         if any(node.get_name() == NOTE for node in walk(item))), None)
        item = wait_for(due, 'the reminder')
        desk.point(desk.find(role='check box', within=item))
        desk.find('Complete: ' + NOTE, 'check box', 'checked')
        assert due() is not None, 'a completed reminder is off the list'
        desk.see(re.compile(' · Completed · Every week$'))
        desk.click_place('Customers')
        desk.see(re.compile('^Every week · Done: Today by .* · Next: '))


@journey
def from_outside():
    """What another program writes into the file is shown in the window by itself."""
    path = sample()
    with at_customer(path) as desk:
        ctl(path, 'note', NUMBER, 'Written elsewhere.')
        row(desk, 'Written elsewhere.')
        ctl(path, 'tag', NUMBER, 'Night Shift')
        desk.find('Night Shift', 'button')


sys.exit(main())
