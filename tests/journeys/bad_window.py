#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small window with the faults named on the command line, for the test of the checker."""

import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

faults = set(sys.argv[1:])


class Skipping(Gtk.Box):
    """Lets the keyboard pass by what is in it."""

    def do_focus(self, _direction):
        return False


class Backwards(Gtk.Box):
    """Lets Tab go from the end of the line to its beginning."""

    def do_focus(self, direction):
        order, child = [], self.get_first_child()
        while child is not None:
            order.append(child)
            child = child.get_next_sibling()
        if direction == Gtk.DirectionType.TAB_FORWARD:
            order.reverse()
        now = self.get_focus_child()
        inside = now is not None and now.is_focus()
        rest = order[order.index(now) + 1:] if inside else order
        return any(child.child_focus(direction) for child in rest)


def call(widget, name):
    widget.update_property([Gtk.AccessibleProperty.LABEL], [name])
    return widget


def on_key(_controller, key, _code, _state):
    """Swallows Tab, as a text field does that writes a tab."""
    return 'trap' in faults and key in (Gdk.KEY_Tab, Gdk.KEY_ISO_Left_Tab)


def on_popover_key(_controller, key, _code, _state):
    return 'stays' in faults and key == Gdk.KEY_Escape


def on_activate(app):
    window = Gtk.ApplicationWindow(application=app, title='A window', default_width=500, default_height=400)
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    first = Gtk.Button(icon_name='list-add-symbolic')
    if 'unnamed' not in faults:
        call(first, 'list-add-symbolic' if 'meaningless' in faults else 'Add')
    box.append(first)
    box.append(Gtk.Button(label='Twice'))
    box.append(Gtk.Button(label='Twice' if 'alike' in faults else 'Once more'))

    disabled = Gtk.Button(label='Delete', sensitive=False)
    if 'silent' not in faults:
        disabled.update_property([Gtk.AccessibleProperty.DESCRIPTION], ['Nothing is chosen.'])
    box.append(disabled)

    line = Backwards() if 'disorder' in faults else Gtk.Box()
    words = [Gtk.Button(label=word) for word in ('One', 'Two', 'Three')]
    for word in words:
        line.append(word)
    box.append(line)

    opener = Gtk.MenuButton(label='More')
    inner = Gtk.Box()
    inner.append(Gtk.Button(label='Inside'))
    keys = Gtk.EventControllerKey(propagation_phase=Gtk.PropagationPhase.CAPTURE)
    keys.connect('key-pressed', on_popover_key)
    inner.add_controller(keys)
    popover = Gtk.Popover(child=inner)
    if 'lost' in faults:
        popover.connect_after('closed', lambda _popover: GLib.timeout_add(100, words[0].grab_focus) and None)
    opener.set_popover(popover)
    box.append(opener)

    text = Gtk.Button(label='Trap')
    keys = Gtk.EventControllerKey(propagation_phase=Gtk.PropagationPhase.CAPTURE)
    keys.connect('key-pressed', on_key)
    text.add_controller(keys)
    box.append(text)

    skipped = Gtk.Button(label='Skipped')
    holder = Skipping() if 'unreached' in faults else Gtk.Box()
    holder.append(skipped)
    box.append(holder)
    window.set_child(box)
    window.present()


app = Gtk.Application(application_id=None)
app.connect('activate', on_activate)
app.run(None)
