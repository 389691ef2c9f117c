#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shipping label on paper, or in a file."""

import os
import re
import shutil
import sys
import tempfile

from driver import PICTURES
from journey import NAME, NUMBER, ask, at_customer, journey, main, sample, wait_for
from pdf import text_of as text_of_pdf


def is_whole(path):
    if not os.path.exists(path):
        return False
    with open(path, 'rb') as file:
        return file.read().rstrip().endswith(b'%%EOF')


@journey
def label_to_file():
    """The label of an order is printed to a file, and says who gets it and where."""
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    path = sample()
    customer = ask(path, 'show', NUMBER)
    business, address = customer['business_name'], customer['addresses'][0]
    with at_customer(path) as desk:
        desk.view(3, re.compile('^Orders'))
        desk.point(desk.find('Actions for this order'))
        desk.rest()
        desk.key('l')
        printer = desk.find(re.compile('Print to File'))
        desk.point(printer, desk._run('search', '--onlyvisible', '--name', '^Print$').split()[-1])  # a window of its own
        desk.find('Print', 'button', state='sensitive')
        desk.picture('print-dialog')
        desk.click(desk.find('Print', 'button'))
        path = wait_for(lambda: next((os.path.join(folder, name) for name in os.listdir(folder)
                                      if name.endswith('.pdf') and is_whole(os.path.join(folder, name))), None), 'the PDF')
        shutil.copyfile(path, os.path.join(PICTURES, 'label.pdf'))
        said = text_of_pdf(path)
        for words in (NAME, business, address['street'], f'{address["city"]}, {address["state"]} {address["postcode"]}'):
            assert words in said, f'“{words}” is not on the label: {said}'
        assert re.search(r'#\d+', said), f'there is no order number on the label: {said}'


if __name__ == '__main__':
    sys.exit(main())
