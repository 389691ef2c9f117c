#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program in German: its texts, dates and money, and room for longer words."""

import os
import re
import subprocess
import sys

os.environ['REGULARS_LANGUAGE'] = 'de_DE'

from journey import NUMBER, ask, at_customer, at_desk, journey, main, sample  # noqa: E402


MONTHS = 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'.split()


def day(iso):
    year, month, number = map(int, iso.split('-'))
    return f'{number}. {MONTHS[month - 1]} {year}'


def money(cents):
    return f'{cents / 100:,.2f}'.translate(str.maketrans(',.', '.,')) + '\N{NO-BREAK SPACE}$'


@journey
def everyday():
    """A customer is found, shown and given a note in German, with German dates and money."""
    path = sample()
    figures = ask(path, 'show', NUMBER)['figures'][0]
    bought = next(order['delivery_day'] for order in ask(path, 'orders', NUMBER) if order['status'] == 'complete')
    assert figures['balance'] == 2000  # on any day
    with at_desk(path) as desk:
        desk.see('Kunden suchen', 'Heute fällig', 'Status: Aktiv')
        desk.search('xqxqxq')
        desk.see('Kein Kunde gefunden')
        desk.open_known()
        desk.see('Ausstehend', f"+{money(figures['balance'])}", re.compile('^Lieferung'))
        desk.view(6, re.compile('^Kennzahlen'))
        desk.see(money(figures['lifetime']), 'Letzter Kauf', day(bought))
        desk.key('ctrl+shift+n')
        desk.type_text('Ruft am Montag wieder an')
        desk.key('ctrl+Return')
        desk.see('Notiz hinzugefügt', 'Rückgängig')
        desk.see(re.compile('^Telefon · Heute, '))


@journey
def helped():
    """The help is in German."""
    with at_desk() as desk:
        desk.key('F1')
        desk.see('Einen Kunden finden', 'Eine Notiz schreiben')
        desk.key('Escape')
        desk.gone('Eine Notiz schreiben')


@journey
def palette():
    """A command is found by its German name, also without the dots of its umlaut, and by German words about it."""
    with at_desk() as desk:
        for typed in ('kundigung anl', 'konto beenden'):
            desk.key('ctrl+k')
            desk.find('Befehl, Bereich oder Kunde')
            desk.type_text(typed)
            desk.see('Kündigung anlegen')
            desk.key('Escape')
            desk.gone('Kündigung anlegen')


@journey
def small():
    """At 360 pixels every view has room for German."""
    with at_customer() as desk:
        desk.resize(360, 640)
        for number, name in enumerate(('Notizen', 'Konto', 'Bestellungen', 'Merkzettel', 'Schlagwörter', 'Kennzahlen'), 1):
            desk.view(number, re.compile('^' + name))
            desk.inside(360)


if 'de_DE.utf8' not in subprocess.run(['locale', '-a'], capture_output=True, text=True).stdout:
    print('1..0 # SKIP there is no German locale')
    sys.exit(0)
sys.exit(main())
