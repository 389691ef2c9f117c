#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program in German: its texts, dates and money, and room for longer words."""

import os
import re
import subprocess
import sys

os.environ['REGULARS_LANGUAGE'] = 'de_DE'

from journey import Person, journey, main, sample  # noqa: E402


@journey
def everyday():
    """A customer is found, shown and given a note in German, with German dates and money."""
    with Person(sample()) as desk:
        desk.see('Kunden suchen', 'Heute fällig', 'Status: Aktiv')
        desk.search('xqxqxq')
        desk.see('Kein Kunde gefunden')
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        desk.see('Ausstehend', '+1,00\N{NO-BREAK SPACE}$', re.compile(r'^Do\., 3\. Dez\.|Lieferung'))
        desk.view(6, re.compile('^Kennzahlen'))
        desk.see(re.compile(r'^12\. Nov\. 2026$|^Letzter Kauf$'))
        desk.key('ctrl+shift+n')
        desk.type_text('Ruft am Montag wieder an')
        desk.key('ctrl+Return')
        desk.see('Notiz hinzugefügt', 'Rückgängig')
        desk.see(re.compile('^Telefon · Heute, '))
        desk.close()


@journey
def palette():
    """A command is found by its German name, with its umlaut and without."""
    with Person(sample()) as desk:
        for typed in ('Kündigung anlegen', 'kundigung anl', 'gehen'):
            desk.key('ctrl+k')
            desk.find('Befehl, Bereich oder Kunde')
            desk.type_text(typed)
            desk.see('Kündigung anlegen')
            desk.key('Escape')
            desk.gone('Kündigung anlegen')
        desk.close()


@journey
def small():
    """At 360 pixels every view has room for German."""
    with Person(sample()) as desk:
        desk.open_customer('jordan reyes', 'Jordan Reyes')
        desk.resize(360, 640)
        for number, name in enumerate(('Notizen', 'Konto', 'Bestellungen', 'Merkzettel', 'Schlagwörter', 'Kennzahlen'), 1):
            desk.view(number, re.compile('^' + name))
            desk.inside(360)
        desk.close()


if 'de_DE.utf8' not in subprocess.run(['locale', '-a'], capture_output=True, text=True).stdout:
    print('1..0 # SKIP there is no German locale')
    sys.exit(0)
sys.exit(main())
