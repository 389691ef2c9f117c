#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down what was said, and being reminded of it."""

import re
import sys

from journey import Person, ctl, has, journey, main, sample, text_of, wait_for, walk

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
    with Person(sample()) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
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
        desk.close()


@journey
def empty_note():
    """A note without a word is refused with the reason, and what is typed next is kept."""
    with Person(sample()) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        compose(desk, '   ')
        desk.key('ctrl+Return')
        wait_for(lambda: any(node.get_role_name() in ('alert', 'notification') for node in desk.all()), 'the reason')
        desk.find('What happened?', state='focused')
        desk.close()


@journey
def undone():
    """Ctrl+Z takes a note back, Ctrl+Shift+Z brings it again, and so does the button of the toast."""
    with Person(sample()) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
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
        desk.gone(NOTE, 'label')
        desk.click(desk.find('Undo', 'button'))
        row(desk, NOTE)
        desk.close()


@journey
def draft():
    """What was typed is there again after the program was killed."""
    path = sample()
    with Person(path) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        compose(desk, NOTE)
        wait_for(lambda: text_of(desk.find('What happened?')) == NOTE, 'what was typed')
        desk.kept(NOTE)
        desk.kill()
    with Person(path) as desk:
        desk.heading('Jordan Reyes')
        wait_for(lambda: text_of(desk.find('What happened?')) == NOTE, 'what was typed before')
        desk.key('ctrl+shift+n', 'ctrl+Return')
        row(desk, NOTE)
        desk.close()


@journey
def draft_of_everything():
    """The reminder of a note comes back with its text, and so does what was changed in a note on file."""
    path = sample()
    with Person(path) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        compose(desk, NOTE)
        desk.click(desk.find('Set a reminder', 'toggle button'))
        desk.tab_to('Date of the reminder')
        desk.type_text('tomorrow')
        desk.tab_to('Recur weekly')
        desk.key('space', 'Escape')
        desk.see('Reminder: Tomorrow, then every week')
        desk.kept('recur_weekly')
        desk.click(desk.find('Edit note', 'button', within=row(desk, 'Going away for three weeks; will call when back.')))
        desk.find('Save Note', 'button')
        desk.find('What happened?', state='focused')
        desk.key('ctrl+End')
        desk.type_text(' Called.')
        desk.kept('when back. Called.')
        desk.kill()
    with Person(path) as desk:
        desk.heading('Jordan Reyes')
        changed = 'Going away for three weeks; will call when back. Called.'
        wait_for(lambda: text_of(desk.find('What happened?')) == changed, 'the change that was not saved')
        desk.key('ctrl+shift+n', 'ctrl+Return')
        row(desk, changed)
        wait_for(lambda: text_of(desk.find('What happened?')) == NOTE, 'the new note that was not saved')
        desk.see('Reminder: Tomorrow, then every week')
        desk.key('ctrl+shift+n', 'ctrl+Return')
        desk.see(re.compile('^Every week · Tomorrow'))
        desk.close()


@journey
def weekly():
    """A weekly reminder stands among the reminders; completing it leaves the one of next week."""
    with Person(sample()) as desk:
        desk.open_customer('thu pham', 'Thu Hà Phạm')
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
        wait_for(lambda: due() is None, 'the reminder to be off the list of what is due')
        desk.click_place('Customers')
        desk.see(re.compile('^Every week · done Today .*next'))
        desk.close()


@journey
def from_outside():
    """What another program writes into the file is shown in the window by itself."""
    path = sample()
    with Person(path) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        ctl(path, 'note', '100234', 'Written elsewhere.')
        row(desk, 'Written elsewhere.')
        ctl(path, 'tag', '100234', 'Night Shift')
        desk.find('Night Shift', 'button')
        desk.close()


sys.exit(main())
