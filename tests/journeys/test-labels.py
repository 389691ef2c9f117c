#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shipping label on paper, or in a file."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

from driver import PICTURES, Atspi
from journey import Person, journey, main, sample, wait_for
from pdf import text_of as text_of_pdf


def is_whole(path):
    if not os.path.exists(path):
        return False
    with open(path, 'rb') as file:
        return file.read().rstrip().endswith(b'%%EOF')


def choose_printer(desk, row):
    """Clicks the row of a printer, which is in a window of its own."""
    def place():
        box = row.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box if box.width > 0 and box.height > 0 else None
    box = wait_for(place, 'the printer to have a place')
    xid = desk._run('search', '--onlyvisible', '--name', '^Print$').split()[-1]
    shadow = subprocess.run(['xprop', '-id', xid, '_GTK_FRAME_EXTENTS'], capture_output=True, text=True).stdout
    left, _right, top, _bottom = [int(x) for x in shadow.split('=')[1].split(',')] if '=' in shadow else [0] * 4
    desk._run('mousemove', '--window', xid, str(left + box.x + box.width // 2), str(top + box.y + box.height // 2), 'click', '1')


@journey
def label_to_file():
    """The label of an order is printed to a file, and says who gets it and where."""
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    with Person(sample()) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        desk.view(3, re.compile('^Orders'))
        desk.point(desk.find('Actions for this order'))
        desk.rest()
        desk.key('l')
        choose_printer(desk, desk.find(re.compile('Print to File')))
        desk.find('Print', 'button', state='sensitive')
        desk.picture('print-dialog')
        desk.click(desk.find('Print', 'button'))
        path = wait_for(lambda: next((os.path.join(folder, name) for name in os.listdir(folder)
                                      if name.endswith('.pdf') and is_whole(os.path.join(folder, name))), None), 'the PDF')
        shutil.copyfile(path, os.path.join(PICTURES, 'label.pdf'))
        said = text_of_pdf(path)
        for words in ('Jordan Reyes', 'Reyes Catering', '2140 SE Division Street', 'Portland, OR 97202'):
            assert words in said, f'“{words}” is not on the label: {said}'
        assert re.search(r'#\d+', said), f'there is no order number on the label: {said}'
        desk.close()


if __name__ == '__main__':
    sys.exit(main())
