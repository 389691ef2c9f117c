#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through the accessibility bus alone: not a key, not a pointer, as with switches or by voice."""

import re
import sys

from journey import NAME, TYPED, Atspi, at_desk, has, journey, main, wait_for, walk


def write(desk, name, text):
    """Sets the text of an entry."""
    def put():
        for node in walk(desk.find(name)):
            entry = node.get_editable_text_iface()
            if entry is not None:
                return Atspi.EditableText.set_text_contents(entry, text)
        return False
    wait_for(put, f'“{name}” to take a text')


def activate(desk, name, role=None):
    """The action of a control."""
    desk.click(desk.find(name, role, state='sensitive'))


def act(node, name):
    """A named action of something or of what is in it."""
    for part in walk(node):
        actions = part.get_action_iface()
        names = [Atspi.Action.get_action_name(actions, i) for i in range(Atspi.Action.get_n_actions(actions))] if actions else []
        if name in names:
            return Atspi.Action.do_action(actions, names.index(name))
    return False


def choose(desk, name, child):
    """Selects a child of a list or a row of tabs."""
    wait_for(lambda: Atspi.Selection.select_child(desk.find(name, 'list').get_selection_iface(), child), f'{name} to take a choice')


@journey
def main_job():
    """A caller is found and opened, a note added, a delivery option changed, and both undone, by the bus alone"""
    with at_desk() as desk:
        write(desk, 'Search customers', TYPED)
        desk.first(NAME)
        choose(desk, 'Customers', 0)
        row = wait_for(lambda: next(part for part in walk(desk.find('Customers', 'list')) if part.get_role_name() == 'list item'), 'a row')
        wait_for(lambda: has(row, 'selected'), 'the row to be selected')
        assert act(row, 'row.open'), 'the row can’t be opened'
        desk.heading(NAME)

        write(desk, 'What happened?', 'Rang to move the delivery to the back door.')
        activate(desk, 'Add Note', 'button')
        desk.find('Rang to move the delivery to the back door.', 'label')

        activate(desk, re.compile('^Account'), 'page tab')
        switch = 'Extra Dry Ice'

        def on():
            return any(has(part, 'checked') for part in walk(desk.find(switch, 'check box')))

        was = on()
        assert act(desk.find(switch, 'check box'), 'toggle'), 'the switch has no action'
        wait_for(lambda: on() != was, 'the delivery option to change')
        if (save := desk.look(re.compile('^Save'), 'button')) is not None and has(save, 'sensitive'):
            desk.click(save)
        desk.find(re.compile('^Undo: .*'), 'button', state='sensitive')

        words = desk.find(re.compile('^Undo: '), 'button').get_name()
        activate(desk, words, 'button')
        wait_for(lambda: on() == was, 'the delivery option to be back')
        activate(desk, re.compile('^Undo: .*[Nn]ote'), 'button')
        activate(desk, re.compile('^Notes'), 'page tab')
        desk.gone('Rang to move the delivery to the back door.', 'label')


if __name__ == '__main__':
    sys.exit(main())
