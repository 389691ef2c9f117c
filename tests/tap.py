# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests in Python, told as TAP: each is a function. The first line of its documentation, or else its name, is the name of the test
case. What a function prints stands before its line."""

import sys
import time
import traceback

tests = []


class Skip(Exception):
    """A test case can't be run here; says why."""


def test(function):
    """Marks a function as a test."""
    tests.append(function)
    return function


def main():
    """Runs the tests of the program, or those that the command line names; returns what to exit with."""
    chosen = [run for run in tests if run.__name__ in sys.argv[1:]] or tests
    print(f'TAP version 14\n1..{len(chosen)}', flush=True)
    failed = 0
    for number, run in enumerate(chosen, 1):
        name = (run.__doc__ or run.__name__).strip().splitlines()[0].rstrip('.')
        began = time.monotonic()
        try:
            run()
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}')
        except Exception:  # noqa: BLE001  every failure is told, the tests after it run
            failed += 1
            print(f'not ok {number} {name}')
            traceback.print_exc()  # to the error output: meson shows that of a test that failed
        else:
            print(f'ok {number} {name}')
        print(f'# {time.monotonic() - began:.1f} s', flush=True)
    return 1 if failed else 0
