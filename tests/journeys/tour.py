#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, once through, by keyboard: find the caller, see everything about them, write down what was said, tag,
credit, order, and take back. Leaves a numbered picture of each step."""

import re
import time

from journey import NAME, Person, sample, text_of, wait_for

NOTE = 'Called about Thursday: please ring at the side door.'
started = time.monotonic()
count = 0


def step(desk, name, words):
    global count
    count += 1
    desk.picture(f'{count:02d}-{name}')
    print(f'{time.monotonic() - started:5.1f} s  {count:2d}  {words}', flush=True)


print('Making the sample business', flush=True)
path = sample()
with Person(path) as desk:
    desk.resize(1360, 860)
    wait_for(lambda: len(desk.customers()) > 5, 'customers in the list')
    step(desk, 'list', 'The customers, those last active first')

    desk.search('reyes')
    desk.first(NAME)
    step(desk, 'search', 'Typing “reyes” finds ' + desk.customers()[0])

    desk.key('Return')
    desk.heading(NAME)
    desk.see('Notes & Interactions')
    step(desk, 'customer', 'Enter opens the customer')

    desk.key('ctrl+shift+n')
    desk.find('What happened?', state='focused')
    desk.type_text(NOTE)
    desk.click(desk.find('Set a reminder', 'toggle button'))
    desk.tab_to('Date of the reminder')
    desk.type_text('tomorrow')
    desk.key('Escape')
    desk.see('Reminder: Tomorrow')
    step(desk, 'note-typed', 'Ctrl+Shift+N; the note is typed and gets a reminder for tomorrow')
    desk.key('ctrl+shift+n', 'ctrl+Return')
    desk.see('Note added', NOTE)
    wait_for(lambda: text_of(desk.find('What happened?')) == '', 'room for the next note')
    step(desk, 'note-added', 'Ctrl+Enter saves it')

    desk.view(5, re.compile('^Tags'))
    step(desk, 'tags', 'Alt+5: the tags')
    desk.click(desk.find('Add Tag', 'toggle button'))
    desk.tab_to('Name of the tag')
    desk.type_text('Side Door')
    desk.key('Return')
    desk.find('Side Door', 'button')
    desk.key('Escape')
    step(desk, 'tagged', 'A new tag is added by its name')

    desk.view(6, re.compile('^Stats'))
    desk.see('Transactions')
    step(desk, 'stats', 'Alt+6: the figures and the money')
    desk.click(desk.find('Add Credit', 'button'))
    dialog = desk.find('Add Credit', 'dialog')
    desk.type_text('20')
    desk.click(desk.find('Damaged product', 'button', within=dialog))
    step(desk, 'credit', 'A credit of 20, and why')
    desk.click(desk.find('Add Credit', 'button', within=dialog))
    desk.gone('Add Credit', 'dialog')
    step(desk, 'credited', 'The balance has it')

    desk.view(3, re.compile('^Orders'))
    step(desk, 'orders', 'Alt+3: the orders')
    desk.click(desk.find(re.compile('^Create Order'), 'button'))
    desk.see('Create Another Order?')
    step(desk, 'another-order', 'Another order? There is an open one, and three products wait in the Future Cart')
    desk.key('Return')
    desk.gone('Create Another Order?')
    desk.find(role='dialog')
    step(desk, 'order', 'The new order, with what recurs already in it')
    desk.key('Escape')
    desk.gone(role='dialog')

    desk.key('ctrl+k')
    desk.find('Command, place or customer')
    desk.type_text('reminders')
    wait_for(lambda: desk.rows('What was found')[:1] == ['Reminders'], 'Reminders as the first command')
    step(desk, 'palette', 'Ctrl+K: the command palette finds Reminders')
    desk.key('Return')
    desk.gone('Command, place or customer')
    desk.gone('Search customers')
    step(desk, 'reminders', 'Enter goes there')

    desk.key('ctrl+f')
    desk.find('Search customers')
    desk.view(1, re.compile('^Notes'))
    desk.see(NOTE)
    undone = 0
    while desk.look(NOTE, 'label') is not None and undone < 6:
        button = desk.find(re.compile('^Undo: '), 'button', 'sensitive')
        words = button.get_name()
        desk.key('ctrl+z')
        wait_for(lambda: desk.look(words, 'button') is None, f'“{words}” to be undone')
        undone += 1
    desk.gone(NOTE, 'label')
    step(desk, 'undone', f'Ctrl+Z, {undone} times, takes it all back')
    desk.close()
print('Done')
