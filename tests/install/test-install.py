#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-install SOURCE BUILD: installs into an empty root, checks what the desktop's own tools say about it, runs it there.

The tools (desktop-file-validate, appstreamcli, gtk-update-icon-cache …) are skipped, visibly, where they are missing."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from tap import Skip, main, test  # noqa: E402

SOURCE, BUILD = map(os.path.abspath, sys.argv[1:3])
APP = 'app.regulars.Regulars'
MALLARD = '{http://projectmallard.org/1.0/}'

holder = tempfile.TemporaryDirectory(prefix='regulars-install-')
ROOT = os.path.join(holder.name, 'root')
subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', ROOT], check=True, stdout=subprocess.DEVNULL)
PREFIX = next(path for path, folders, _ in os.walk(ROOT) if 'bin' in folders and 'share' in folders)
BIN, SHARE = os.path.join(PREFIX, 'bin'), os.path.join(PREFIX, 'share')


def share(*names):
    path = os.path.join(SHARE, *names)
    assert os.path.exists(path), f'{os.path.relpath(path, PREFIX)} is not installed'
    return path


def run(*command, **options):
    if shutil.which(command[0]) is None:
        raise Skip(f'there is no {command[0]}')
    done = subprocess.run(command, capture_output=True, text=True, **options)
    assert done.returncode == 0, f'{" ".join(command[:2])}: {done.stdout}{done.stderr}'
    return done.stdout + done.stderr


@test
def complete():
    """Programs, manual page, completion, schema, icons, desktop entry, metainfo, services and help are there."""
    for program in ('regulars', 'regularsctl'):
        assert os.access(os.path.join(BIN, program), os.X_OK), program
    for names in (('man', 'man1', 'regularsctl.1'), ('bash-completion', 'completions', 'regularsctl'),
                  ('glib-2.0', 'schemas', f'{APP}.gschema.xml'), ('applications', f'{APP}.desktop'),
                  ('metainfo', f'{APP}.metainfo.xml'), ('dbus-1', 'services', f'{APP}.service'),
                  ('dbus-1', 'services', f'{APP}.SearchProvider.service'), ('mime', 'packages', f'{APP}.xml'),
                  ('gnome-shell', 'search-providers', f'{APP}.search-provider.ini'),
                  ('icons', 'hicolor', 'scalable', 'apps', f'{APP}.svg'),
                  ('icons', 'hicolor', 'symbolic', 'apps', f'{APP}-symbolic.svg'), ('help', 'C', 'regulars', 'index.page')):
        share(*names)


@test
def desktop_entry():
    """The desktop entry is valid, and its actions are ones the program knows."""
    path = share('applications', f'{APP}.desktop')
    run('desktop-file-validate', path)
    entry = configparser.RawConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(path, encoding='utf-8')
    with open(os.path.join(SOURCE, 'src', 'desk', 'rg-application-actions.c'), encoding='utf-8') as file:
        code = file.read()
    actions = entry['Desktop Entry']['Actions'].strip(';').split(';')
    assert len(actions) == 4
    for action in actions:
        assert f'{{ "{action}",' in code, f'{action} is no action of the program'
        assert entry[f'Desktop Action {action}']['Exec'].split()[1] == f'--{action}'


@test
def metainfo():
    """The metainfo is valid, and each of its pictures is in the project in the size it says."""
    path = share('metainfo', f'{APP}.metainfo.xml')
    run('appstreamcli', 'validate', '--no-net', '--explain', path)
    images = ElementTree.parse(path).findall('.//screenshot/image')
    assert len(images) >= 2
    for image in images:
        picture = os.path.join(SOURCE, 'data', 'pictures', os.path.basename(image.text.strip()))
        with open(picture, 'rb') as file:
            header = file.read(24)
        size = int.from_bytes(header[16:20], 'big'), int.from_bytes(header[20:24], 'big')
        assert size == (int(image.get('width')), int(image.get('height'))), f'{picture} is {size}'
        assert os.path.getsize(picture) < 300_000, picture


@test
def caches():
    """The caches of icons, schemas, types and entries are made without a complaint."""
    theme = os.path.join(SHARE, 'icons', 'hicolor')
    with open(os.path.join(theme, 'index.theme'), 'w', encoding='utf-8') as file:
        file.write('[Icon Theme]\nName=Hicolor\nComment=x\nDirectories=scalable/apps,symbolic/apps\n[scalable/apps]\nSize=128\n'
                   'Type=Scalable\n[symbolic/apps]\nSize=16\nType=Scalable\n')
    run('gtk-update-icon-cache', '--force', '--quiet', theme)
    run('gtk-update-icon-cache', '--validate', theme)
    assert run('glib-compile-schemas', '--strict', share('glib-2.0', 'schemas')) == ''
    run('update-desktop-database', share('applications'))
    with open(share('applications', 'mimeinfo.cache'), encoding='utf-8') as file:
        assert f'x-scheme-handler/regulars={APP}.desktop' in file.read()
    run('update-mime-database', share('mime'))


@test
def services():
    """What the bus starts is installed, and the search provider names what exists."""
    for name in (APP, f'{APP}.SearchProvider'):
        service = configparser.RawConfigParser()
        service.read(share('dbus-1', 'services', f'{name}.service'))
        assert service['D-BUS Service']['Name'] == name
        program = service['D-BUS Service']['Exec'].split()[0]
        assert os.access(ROOT + program, os.X_OK), program
    provider = configparser.RawConfigParser()
    provider.read(share('gnome-shell', 'search-providers', f'{APP}.search-provider.ini'))
    assert provider['Shell Search Provider']['BusName'] == f'{APP}.SearchProvider'
    share('applications', provider['Shell Search Provider']['DesktopId'])


def words_of_controls(language):
    """What the program writes on its controls in a language."""
    words = set()
    with open(os.path.join(SOURCE, 'po', 'de.po'), encoding='utf-8') as file:
        for entry in file.read().split('\n\n'):
            text = re.search(r'^msg%s(.*?)(?=^msg|\Z)' % ('id' if language == 'C' else 'str'), entry, re.MULTILINE | re.DOTALL)
            if text:
                words.add(''.join(re.findall(r'"(.*)"', text[1])).replace('_', '').rstrip('… '))
    return words


def check_help(language, pages):
    folder = share('help', language, 'regulars')
    assert sorted(os.listdir(folder)) == [f'{name}.page' for name in pages]
    with open(os.path.join(SOURCE, 'data', 'help', 'help.gresource.xml'), encoding='utf-8') as file:
        resources = file.read()
    words = words_of_controls(language)
    for name in pages:
        root = ElementTree.parse(os.path.join(folder, f'{name}.page')).getroot()
        assert root.get('id') == name
        assert root.findtext(f'{MALLARD}title') and root.findtext(f'{MALLARD}info/{MALLARD}desc')
        assert f'<file>{language}/{name}.page</file>' in resources
        for link in root.iter(f'{MALLARD}link'):
            assert link.get('xref') in pages, f'{name} links to {link.get("xref")}'
        for gui in root.iter(f'{MALLARD}gui'):
            assert gui.text in words, f'{language}/{name}: nothing in the program says “{gui.text}”'


@test
def help_pages():
    """Every page of the help, in each language, is well-formed and in the program; its links and the controls it names are there."""
    pages = sorted(name.removesuffix('.page') for name in os.listdir(share('help', 'C', 'regulars')))
    assert len(pages) > 15
    with open(os.path.join(SOURCE, 'src', 'desk', 'help', 'rg-help-page.c'), encoding='utf-8') as file:
        code = file.read()
    for name in pages:
        assert name == 'index' or f'"{name}"' in code, f'{name} is not listed in the window'
    for language in sorted(os.listdir(share('help'))):
        check_help(language, pages)


@test
def runs():
    """The command line works from there, in German too."""
    env = os.environ | {'LC_ALL': 'C.UTF-8'}
    ctl = os.path.join(BIN, 'regularsctl')
    path = os.path.join(holder.name, 'desk.regulars')
    run(ctl, 'new', path, env=env)
    assert 'regularsctl' in run(ctl, '--version', env=env)
    run(ctl, '--file', path, 'check', env=env)
    if 'de_DE.utf8' not in run('locale', '-a'):
        raise Skip('there is no German locale')
    german = {'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de', 'REGULARS_LOCALEDIR': share('locale')}
    assert run(ctl, '--help', env=env | german).startswith('Aufruf: regularsctl')


@test
def window():
    """The window comes up from there, with the schema and the icons that were installed, and ends when told to."""
    if not os.environ.get('DISPLAY'):
        raise Skip('there is no display')
    env = {key: value for key, value in os.environ.items() if key not in ('GSETTINGS_SCHEMA_DIR', 'REGULARS_BUILDDIR')} | {
        'XDG_DATA_DIRS': f'{SHARE}:/usr/share', 'GSETTINGS_BACKEND': 'memory', 'G_DEBUG': 'fatal-criticals', 'GTK_A11Y': 'none',
        'LC_ALL': 'C.UTF-8'}
    program = subprocess.Popen([os.path.join(BIN, 'regulars'), os.path.join(holder.name, 'desk.regulars')], env=env)
    try:
        subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(program.pid)], check=True, timeout=60,
                       stdout=subprocess.DEVNULL)
        for _ in range(40):
            subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.pid), 'windowactivate'], capture_output=True)
            subprocess.run(['xdotool', 'key', '--clearmodifiers', 'ctrl+q'], capture_output=True)
            try:
                program.wait(1)
                break
            except subprocess.TimeoutExpired:
                continue
        assert program.poll() == 0, f'it ended with {program.poll()}'
    finally:
        program.kill()
        program.wait()


sys.exit(main())
