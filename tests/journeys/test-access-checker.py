#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker of access finds what it is there to find, in a window with one fault at a time, and nothing in a good one."""

import os
import sys

from access import Audit
from driver import Desk
from journey import journey, main

WINDOW = [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'bad_window.py')]


class Window(Desk):
    """A window instead of the program."""

    def __init__(self, *faults):
        self.faults = faults
        super().__init__(None)

    def command(self, path):
        return [*WINDOW, *self.faults]


def problems(*faults):
    """What is found in a window with these faults."""
    with Window(*faults) as desk:
        audit = Audit(desk)
        audit.look('window')
        audit.opens('popover', 'More', role='toggle button')
        audit.keyboard.close()
        return audit.problems


def finds(fault, words):
    """A test case: a fault, and what is said of it."""
    def case():
        found = problems(fault)
        assert any(words in problem for problem in found), f'found: {found}'
    case.__doc__ = f'finds: {fault}'
    case.__name__ = fault
    journey(case)


@journey
def good():
    """nothing is found in a good window"""
    found = problems()
    assert not found, found


finds('unnamed', 'unnamed: button')
finds('meaningless', 'a name that says nothing: button “list-add-symbolic”')
finds('alike', '2 alike: button “Twice”')
finds('silent', 'can’t be used and doesn’t say why: button “Delete”')
finds('disorder', 'Tab goes back from button')
finds('trap', 'Tab goes no further than button “Trap”')
finds('unreached', 'the keyboard does not reach button “Skipped”')
finds('stays', 'Escape does not close it')
finds('lost', 'the focus goes to button “One” instead of toggle button “More”')

if __name__ == '__main__':
    sys.exit(main())
