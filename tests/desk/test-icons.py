#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-icons.py SOURCE-ROOT: every icon the window names is one of the project's own or of the Adwaita theme. TAP."""
import os
import re
import sys
from pathlib import Path

root = Path(sys.argv[1])
desk = root / 'src' / 'desk'
app_icon = 'app.regulars.Regulars'
data_dirs = os.environ.get('XDG_DATA_DIRS') or '/usr/local/share:/usr/share'
themes = [Path(d) / 'icons' / 'Adwaita' for d in data_dirs.split(':')]


def names_in(folder):
    return {path.stem for path in folder.rglob('*.svg')}


named = {}
for path in sorted(p for p in desk.rglob('*') if p.suffix in ('.blp', '.c')):
    text = path.read_text(encoding='utf-8')
    for name in re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*-symbolic)"', text) + re.findall(r'icon-name: "([^"]+)"', text):
        named.setdefault(name, path.relative_to(root))

own = names_in(desk / 'icons') | names_in(root / 'data' / 'icons')
theme = set().union(*(names_in(folder) for folder in themes))
resources = (desk / 'desk.gresource.xml').read_text(encoding='utf-8')
cases = []


def case(title, wrong):
    cases.append(title)
    print(f'{"not ok" if wrong else "ok"} {len(cases)} - {title}')
    for line in wrong:
        print(f'# {line}')


print('TAP version 13')
if theme:
    case('every icon named exists', [f'{n} ({p})' for n, p in sorted(named.items()) if n not in own | theme])
else:
    cases.append('theme')
    print('ok 1 - every icon named exists # SKIP there is no Adwaita icon theme here')
case('every icon of the project is in the resources', [n for n in sorted(own) if f'/{n}.svg</file>' not in resources])
case('every icon of the window is used', [n for n in sorted(names_in(desk / 'icons')) if n not in named])
case('the program has an icon and a symbolic one', sorted({app_icon, app_icon + '-symbolic'} - own))
print(f'1..{len(cases)}')
