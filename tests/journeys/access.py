# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader and the keyboard make of a screen: what is on it by the accessibility bus, and where Tab leads.

A screen is what Tab can reach from where the keyboard is: the window, or the dialog, popover or menu above it. seen() reads
it once; the functions after it say what is wrong with what was read. Keyboard follows the focus by the events a screen reader
gets. Each problem is a sentence."""

import contextlib
import re
import time

from driver import PATIENCE, Atspi, GLib, NotSeen, children, has, keys_for, says, wait_for

BUTTONS = {'button', 'toggle button', 'check box', 'radio button', 'switch', 'link', 'combo box', 'push button', 'split button'}
ENTRIES = {'entry', 'text', 'password text', 'spin button', 'slider', 'date editor'}
ITEMS = {'list item', 'page tab', 'menu item', 'check menu item', 'radio menu item', 'table cell', 'tree item', 'table row'}
CONTROLS = BUTTONS | ENTRIES | ITEMS
NAMED = CONTROLS | {'image', 'dialog', 'alert', 'heading', 'table column header'}
LAYERS = {'dialog', 'alert', 'menu', 'popup menu', 'frame', 'window', 'popover'}

# What the arrow keys go through, once Tab has come to one of them.
BY_KEYS = ITEMS | {'radio button', 'toggle button'}

# Where the arrow keys lead from one to the next, and Tab need not.
BY_ARROWS = {'list', 'list box', 'page tab list', 'menu', 'radio group', 'tree table', 'table', 'tree', 'menu bar', 'panel',
             'grouping', 'popup menu'}

# Names that say what a thing is made of instead of what it is for.
NO_NAME = re.compile(r'^(button|toggle button|entry|image|icon|text|list item|label|row|switch|check ?box|none|null|\(null\)|'
                     r'[\w.]+-symbolic|gtk[A-Z_-]\w*|rg[A-Z_-]\w*|adw[A-Z_-]\w*|(list|document|edit|view|go|open|window|'
                     r'user|system|dialog)-[a-z-]+)$', re.IGNORECASE)
MARKUP = re.compile(r'</?(b|i|u|span|small|big|tt|a)\b[^>]*>')

WINDOW_BUTTONS = {'Minimize', 'Maximize', 'Restore', 'Close'}  # the window manager has keys for them


class Node:
    """One thing on the screen as it was when it was read."""

    def __init__(self, node, parent, bar=None):
        self.node, self.parent, self.children = node, parent, []
        self.role, self.name = node.get_role_name(), node.get_name() or ''
        self.description = node.get_description() or ''
        states = node.get_state_set()
        self.showing, self.focusable, self.sensitive = (states.contains(getattr(Atspi.StateType, state))
                                                        for state in ('SHOWING', 'FOCUSABLE', 'SENSITIVE'))
        if parent is not None and not parent.sensitive:
            self.sensitive = False                      # the state is told of the outermost alone
        self.scroller = bar
        self.choice = self.role == 'combo box' or (parent is not None and parent.choice)
        self.box = None
        if self.focusable or self.role in ('scroll pane', 'image'):
            extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            self.box = (extents.x, extents.y, extents.x + extents.width, extents.y + extents.height)

    def up(self):
        """All it is in, from the inside."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def below(self):
        for child in self.children:
            yield child
            yield from child.below()

    def path(self):
        """The names of what it is in, as a screen reader tells them on the way."""
        return tuple(above.name for above in self.up() if above.name and above.role not in ('frame', 'window'))

    def words(self):
        """How it is spoken of in a problem."""
        names = self.path()
        return f'{self.role} “{self.name}”' + (f' in “{names[0]}”' if names else '')

    def seen_box(self, beside=None):
        """Where it is; where it is scrolled out of sight, the edge it would come from. What it and something beside it are
        both scrolled in makes no difference."""
        left, top, right, bottom = self.box
        pane = self.scroller
        shared = set(beside.panes()) if beside is not None else ()
        while pane is not None and pane not in shared:
            left, right = (min(max(x, pane.box[0]), pane.box[2]) for x in (left, right))
            top, bottom = (min(max(y, pane.box[1]), pane.box[3]) for y in (top, bottom))
            pane = pane.scroller
        return left, top, right, bottom

    def panes(self):
        """All it is scrolled in."""
        pane = self.scroller
        while pane is not None:
            yield pane
            pane = pane.scroller


def seen(layer):
    """All that is shown in a layer, in the order of the bus. (What was hidden and shown again may be told of twice.)"""
    read_before = set()

    def read(node, parent, pane):
        if node in read_before:
            return None
        read_before.add(node)
        try:
            here = Node(node, parent, pane)
            parts = list(children(node)) if here.showing or parent is None else []
        except GLib.Error:
            return None
        if not here.showing and parent is not None:
            return None
        inner = here if here.role == 'scroll pane' else pane
        here.children = [part for part in (read(child, here, inner) for child in parts) if part is not None]
        return here
    top = read(layer, None, None)
    assert top is not None, 'the screen went away'
    things, above = [top, *top.below()], layer.get_parent()
    while above is not None and above.get_role_name() not in ('combo box', 'application'):
        above = above.get_parent()
    for thing in things:
        thing.choice |= above is not None and above.get_role_name() == 'combo box'
    return things


# ---- what is wrong with what was read

def is_control(thing):
    return thing.role in CONTROLS and thing.sensitive and thing.focusable


def unnamed(things):
    """Controls a screen reader can only call by their kind, and pictures it can't tell about."""
    for thing in things:
        if thing.role not in NAMED or thing.name.strip():
            continue
        if thing.role in CONTROLS and not thing.focusable and thing.sensitive:
            continue                                    # a row or cell that is only there for what is in it
        if thing.role == 'list item' and thing.choice and any(part.role == 'label' and part.name for part in thing.below()):
            continue                                    # the toolkit's own rows of a combo row
        if thing.role == 'image' and thing.parent is not None and thing.parent.role in ENTRIES:
            continue
        if thing.role == 'table row' and any(cell.role == 'table cell' and cell.name for cell in thing.children):
            continue
        if thing.role == 'alert' and any(child.role == 'label' for child in thing.below()):
            continue                                    # a toast: its words are a label
        yield f'unnamed: {thing.words()}'


def meaningless(things):
    """Names that say nothing."""
    for thing in things:
        name = thing.name.strip()
        if thing.role not in NAMED or not name:
            continue
        if (NO_NAME.match(name) and (thing.role not in ITEMS or '-' in name)) or name.lower() == thing.role:
            yield f'a name that says nothing: {thing.words()}'
        elif MARKUP.search(name):
            yield f'markup in a name: {thing.words()}'
        elif not any(letter.isalnum() for letter in name) and thing.role != 'table cell':
            yield f'a name without a word: {thing.words()}'


def alike(things):
    """Controls of one kind that can't be told apart by name, description and what they are in."""
    told = {}
    for thing in things:
        if not is_control(thing) or not thing.name or thing.role in ('table cell', 'table row'):
            continue
        told.setdefault((thing.role, thing.name, thing.description, thing.path()), []).append(thing)
    for (role, name, _description, _path), several in told.items():
        if len(several) > 1:
            yield f'{len(several)} alike: {several[0].words()}'


def silent(things):
    """Buttons that can't be used and don't say why."""
    for thing in things:
        if thing.role in BUTTONS and not thing.sensitive and not thing.description and thing.name not in WINDOW_BUTTONS:
            if not any(above.role in BUTTONS and above.name == thing.name for above in thing.up()):
                yield f'can’t be used and doesn’t say why: {thing.words()}'


def of_what(things):
    """Drop-downs that tell their choice and not what it is a choice of."""
    for thing in things:
        if thing.role == 'combo box' and not thing.description and any(part.role == 'toggle button' for part in thing.children):
            yield f'says its choice, not of what: {thing.words()}'


def nameless_stops(stops, things):
    """What Tab comes to without saying where that is."""
    known = {thing.node: thing for thing in things}
    for stop in stops:
        thing = known.get(stop)
        if thing is not None and thing.role not in NAMED and not thing.name and thing.role not in ('scroll pane', 'viewport'):
            yield f'Tab comes to something without a name: {thing.words()}'


def overlap(a, b, low, high):
    return min(a[high], b[high]) - max(a[low], b[low])


def goes_back(one, two):
    """Whether going from one to the other goes against the way of reading: up, or left in a line."""
    a, b = one.seen_box(two), two.seen_box(one)
    if b[3] <= a[1] + 1:                                # above it: right only as the head of the next column
        return b[0] < a[2] - 1
    lower = overlap(a, b, 1, 3)
    return lower > 0.5 * min(a[3] - a[1], b[3] - b[1]) > 0 and b[2] <= a[0] + 1


def disorder(stops, things):
    """Steps of Tab against the way of reading; one of them leads from the end to the beginning."""
    known = {thing.node: thing for thing in things if thing.box is not None}
    places = [known[stop] for stop in stops if stop in known]
    back = [(one, two) for one, two in zip(places, places[1:] + places[:1]) if goes_back(one, two)]
    if len(back) > 1:
        back.sort(key=lambda pair: pair[0].seen_box()[1] - pair[1].seen_box()[1])
        for one, two in back[:-1]:                      # the longest way back is the one to the beginning
            yield f'Tab goes back from {one.words()} to {two.words()}'


# ---- the keyboard

class Keyboard:
    """Presses keys and sees where the focus goes, by the events of the bus."""

    def __init__(self, desk):
        self.desk, self.events, self.last, self.changed, self.visited = desk, [], None, 0.0, set()
        self.listeners = [(Atspi.EventListener.new(self._on_focus), 'object:state-changed:focused'),
                          (Atspi.EventListener.new(self._on_change), 'object:children-changed'),
                          (Atspi.EventListener.new(self._on_change), 'object:state-changed:showing')]
        for listener, event in self.listeners:
            listener.register(event)

    def _on_focus(self, event):
        if event.detail1 and event.source is not None:
            self.events.append(event.source)
            self.visited.add(event.source)
            self.last = event.source

    def _on_change(self, event):
        self.changed = time.monotonic()

    def close(self):
        for listener, event in self.listeners:
            listener.deregister(event)

    def listen(self, count, patience):
        """What got the focus, as soon as it is that many, or when nothing came for a while."""
        context, end, before = GLib.MainContext.default(), time.monotonic() + patience, 0
        while time.monotonic() < end and len(self.events) < count:
            while context.iteration(False):
                pass
            if len(self.events) > before:
                before, end = len(self.events), time.monotonic() + patience
            time.sleep(0.004)
        got, self.events = self.events, []
        return got

    def focus(self):
        """What has the focus now."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        try:
            if self.last is not None and has(self.last, 'focused') and has(self.last, 'showing'):
                return self.last
        except GLib.Error:
            pass
        self.last = focus_in(self.desk)
        return self.last

    def quiet(self):
        """Waits until focus and screen have come to rest."""
        end = time.monotonic() + 4
        while (self.listen(1, 0.15) or time.monotonic() - self.changed < 0.15) and time.monotonic() < end:
            pass

    def press(self, *keys, patience=0.8):
        """Presses keys; returns what had the focus after them, one after the other."""
        self.desk._run('key', '--clearmodifiers', '--delay', '1', *keys_for(keys))
        return self.listen(len(keys), patience)

    def tour(self, back=False):
        """Presses Tab until the focus comes round: the stops, and what went wrong. What goes wrong in haste is tried again."""
        stops, trouble = self._tour(back, 6)
        return self._tour(back, 1) if trouble else (stops, None)

    def _tour(self, back, batch, most=400):
        key, stops, wide = 'shift+Tab' if back else 'Tab', [], batch
        self.quiet()
        while len(stops) < most:
            got = self.press(*[key] * batch, patience=0.8 if wide > 1 else 2)
            for stop in got:
                if stop in stops:
                    if stop is stops[0] or stop == stops[0]:
                        return stops, None
                    # The place it began at may be one that only the program gives the focus to.
                    if stops.index(stop) == 1:
                        return stops[1:], None
                    kept = stops[stops.index(stop):]
                    return stops, f'{key} keeps to {len(kept)} from {told(stop)} on and never comes back to {told(stops[0])}'
                stops.append(stop)
            if len(got) < batch:
                if batch > 1:
                    batch = 1
                elif not got:
                    if not stops:
                        return [self.focus()], None      # there may be nothing else to go to
                    return stops, f'{key} goes no further than {told(stops[-1])}'
            else:
                batch = wide
        return stops, f'{key} has not come round after {most} stops'

    def go_to(self, wanted, most=300):
        """Presses Tab until something has the focus that `wanted` says is the right one."""
        self.quiet()
        now, stuck = self.focus(), 0
        for _ in range(most):
            if now is not None and wanted(now):
                later = self.listen(1, 0.08)
                if not later:
                    return now
                now = later[-1]
                continue
            got = self.press('Tab', patience=1.5)
            stuck = 0 if got else stuck + 1
            if stuck > 2:
                break
            now = got[-1] if got else self.focus()
        raise NotSeen(f'Tab does not get there; it is at {told(now)}')

    def go_among(self, nodes, stops):
        """The shortest way with Tab to one of some nodes, along stops that are known; None when it does not get there."""
        now, goals = self.focus(), [i for i, stop in enumerate(stops) if stop in nodes]
        if now in nodes:
            return now
        if now in stops and goals:
            here, count = stops.index(now), len(stops)
            ahead, behind = min((i - here) % count for i in goals), min((here - i) % count for i in goals)
            got = self.press(*['Tab'] * ahead) if ahead <= behind else self.press(*['shift+Tab'] * behind)
            if got and got[-1] in nodes:
                return got[-1]
        try:
            return self.go_to(lambda node: node in nodes)
        except NotSeen:
            return None


def told(node):
    if node is None:
        return 'nothing'
    try:
        return f'{node.get_role_name()} “{node.get_name()}”'
    except GLib.Error:
        return 'something that is gone'


def focus_in(desk):
    """What has the focus: the innermost one."""
    def look(node):
        try:
            if has(node, 'focused'):
                return node
            for child in children(node):
                if has(child, 'showing'):
                    found = look(child)
                    if found is not None:
                        return found
        except GLib.Error:
            pass
        return None
    for window in children(desk.root):
        if has(window, 'active') or has(window, 'showing'):
            found = look(window)
            if found is not None:
                return found
    return None


def layer_of(node):
    """The dialog, menu, popover or window something is in."""
    while node.get_role_name() not in LAYERS:
        parent = node.get_parent()
        if parent is None or parent.get_role_name() in ('application', 'desktop frame'):
            return node
        # What hangs below a button or a choice is a popover, unless it is the button of it that has the focus
        if parent.get_role_name() in ('button', 'combo box') and node.get_role_name() in ('panel', 'menu', 'grouping', 'list box'):
            return node
        node = parent
    return node


def group_of(row, stopped):
    """The list or the like a row is in, of which Tab reaches something."""
    return next((above for above in row.up() if above.role in BY_ARROWS
                 and any(part.node in stopped for part in above.below())), None)


def unreached(stops, things, keyboard, tried):
    """Controls that neither Tab nor, within a list or the like, the arrow keys come to."""
    stopped = set(stops)
    groups = {}
    for thing in things:
        if not is_control(thing) or thing.node in stopped or thing.name in WINDOW_BUTTONS:
            continue
        # The inside of a control that is reached is reached with it, and a row with what is in it.
        if any(above.node in stopped and above.role in BUTTONS | ENTRIES for above in thing.up()):
            continue
        if thing.role in ITEMS and any(part.node in stopped for part in thing.below()):
            continue
        row = next((above for above in [thing, *thing.up()] if above.role in ITEMS), None)
        group = group_of(row, stopped) if row is not None else None
        if group is None and thing.role in BY_KEYS:
            row, group = thing, group_of(thing, stopped)
        if group is None or (row is thing and thing.role in ('toggle button', 'radio button')
                             and not any(part.role == thing.role and part.node in stopped for part in group.children)):
            yield f'the keyboard does not reach {thing.words()}'
        else:
            groups.setdefault(group, []).append(row)
    for group, rows in groups.items():
        if group.node not in tried:
            tried.add(group.node)
            yield from not_by_arrows(group, rows, stops, keyboard)


def not_by_arrows(group, rows, stops, keyboard):
    """The rows of a list that the arrow keys don't come to from the one that Tab comes to; of a long list the first ones."""
    inside = {part.node for part in group.below()}
    starts = inside & set(stops)
    wanted, came, now = {row.node: row for row in rows}, set(starts), None
    keyboard.visited.clear()
    for key in ('Down', 'Right', 'Up', 'Left'):
        if now not in inside:
            now = keyboard.go_among(inside, stops)
            if now is None:
                yield f'Tab does not come back to {group.words()}'
                return
            came.add(now)
        for _ in range(12):
            if all(node in came for node in wanted) or len(came) > len(starts) + 8:
                return
            got = keyboard.press(key) or keyboard.press(key, patience=0.3)    # the first may only choose
            if not got:
                break
            now = got[-1]
            came.update(got)
            if now not in inside:
                break
    keyboard.listen(1, 0.3)
    came |= set(keyboard.visited)
    for node, row in wanted.items():
        if node not in came and not any(part.node in came for part in row.below()):     # Shift+Tab comes to what is in the last
            yield f'neither Tab nor arrows reach {row.words()}'


def beyond(stop, things):
    """The controls that Tab should come to after its only stop: not those of the window, nor the other rows of a list."""
    row = stop.get_role_name() == 'list item'
    return [thing for thing in things if is_control(thing) and thing.name not in WINDOW_BUTTONS
            and thing.node != stop and not (row and thing.role == 'list item')]


# ---- a whole screen

class Audit:
    """Looks at one screen after the other and keeps what is wrong."""

    def __init__(self, desk):
        self.desk, self.keyboard = desk, Keyboard(desk)
        self.problems, self.screens, self.controls, self.known, self.tried, self.stops = [], 0, 0, set(), set(), {}

    def add(self, screen, problems):
        """Keeps what is new: what the window shows beside each screen is told once."""
        for problem in problems:
            if problem not in self.known:
                self.known.add(problem)
                self.problems.append(f'{screen}: {problem}')

    def look(self, screen, keys=True):
        """Looks at what is shown now, in the layer that has the focus."""
        self.keyboard.quiet()
        layer = layer_of(wait_for(lambda: self.keyboard.focus(), f'the focus in {screen}'))
        things = seen(layer)
        self.screens += 1
        self.controls += sum(is_control(thing) for thing in things)
        for check in (unnamed, meaningless, alike, silent, of_what):
            self.add(screen, check(things))
        # A list of choices is the toolkit's: the arrow keys are for it, and what it opens from shows the choice
        if keys and not things[0].choice:
            stops, trouble = self.keyboard.tour()
            self.stops[layer] = stops
            if len(stops) == 1 and beyond(stops[0], things):
                trouble = f'Tab goes no further than {told(stops[0])}'
            self.add(screen, [trouble] if trouble else [])
            self.add(screen, nameless_stops(stops, things))
            self.add(screen, disorder(stops, things))
            around, trouble = self.keyboard.tour(back=True)
            self.add(screen, [trouble] if trouble else [])
            self.add(screen, unreached(stops, things, self.keyboard, self.tried))
        return things

    def reach(self, name, role=None):
        """Gives the keyboard to a control, with Tab."""
        def wanted(node):
            return says(name, node.get_name()) and (role is None or node.get_role_name() == role)
        now = self.keyboard.focus()
        stops = self.stops.get(layer_of(now), []) if now is not None else []
        found = self.keyboard.go_among({stop for stop in stops if wanted(stop)}, stops) if stops else None
        return found if found is not None and wanted(found) else self.keyboard.go_to(wanted)

    def opens(self, screen, name, key='space', role=None, within=None, keys=True):
        """A control opens a screen of its own when its key is pressed; looks at it, at what `within` does in it, and closes
        it again. The focus is to come back to the control, and that to be called as before."""
        try:
            opener = self.reach(name, role)
        except NotSeen as trouble:
            self.add(screen, [f'{name}: {trouble}'])
            return
        self.shows(screen, key, opener, within, keys)

    def command(self, screen, words, within=None, keys=True):
        """As opens(), for a command of the palette."""
        self.shows(screen, lambda: self.desk.carry_out(words), within=within, keys=keys)

    def shows(self, screen, key, opener=None, within=None, keys=True):
        """As opens(), for a key (or something to do) where the focus is."""
        if opener is None:
            self.keyboard.quiet()
            opener = self.keyboard.focus()
        before, called, role = layer_of(opener), opener.get_name(), opener.get_role_name()
        if callable(key):
            key()
        else:
            self.keyboard.press(key)

        def open_now():
            now = self.keyboard.focus()
            return now is not None and layer_of(now) != before
        try:
            wait_for(open_now, 'it', PATIENCE / 4)
        except NotSeen:
            self.add(screen, [f'it does not open, or has no focus: it is on {role} “{called}”'])
            return
        self.look(screen, keys)
        if within is not None:
            within()
        if self.leave(screen, before):
            try:
                wait_for(lambda: (now := self.keyboard.focus()) is not None and now.get_role_name() == role
                         and (now == opener or now.get_name() == called), 'the focus', PATIENCE / 10)
            except NotSeen:
                now = self.keyboard.focus()
                self.add(screen, [f'closed, the focus goes to {told(now)}'
                                  f' instead of {role} “{called}”'])
            else:
                if opener.get_name() != called:
                    self.add(screen, [f'closed, “{called}” is called “{opener.get_name()}”'])

    def leave(self, screen, before):
        """Escape: the screen closes, and the one before has the focus."""
        for _ in range(2):                              # the first may only end what is typed or chosen in it
            self.keyboard.press('Escape', patience=0.1)
            try:
                wait_for(lambda: (now := self.keyboard.focus()) is not None and layer_of(now) == before, 'it to close', PATIENCE / 10)
            except NotSeen:
                continue
            self.keyboard.quiet()
            return True
        self.add(screen, [f'Escape does not close it, or the focus is lost: it is on {told(self.keyboard.focus())}'])
        for _ in range(6):                              # for the sake of what comes next
            self.keyboard.press('Tab', 'Escape', patience=0.3)
            if layer_of(self.keyboard.focus()) == before:
                break
        return False

    def report(self):
        """The end: fails with all that was found."""
        self.keyboard.close()
        print(f'# {self.screens} screens, {self.controls} controls, {len(self.problems)} problems')
        assert not self.problems, f'{len(self.problems)} problems:\n' + '\n'.join(self.problems)


@contextlib.contextmanager
def audited(session):
    """Looks at what somebody comes to in a session, and says at its end what is wrong."""
    with session as desk:
        audit = Audit(desk)
        yield audit
        audit.report()
