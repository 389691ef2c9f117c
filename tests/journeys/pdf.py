# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a PDF as cairo writes it: enough to see what stands on a page."""

import re
import zlib


def streams(data):
    for match in re.finditer(rb'<<(.*?)>>\s*stream\r?\n', data, re.S):
        length = re.search(rb'/Length (\d+)\b(?! \d+ R)', match.group(1))
        end = match.end() + int(length.group(1)) if length else data.index(b'endstream', match.end())
        body = data[match.end():end]
        try:
            yield zlib.decompressobj().decompress(body)
        except zlib.error:
            yield body


def code_map(stream):
    """What each code of a font stands for, from its ToUnicode table."""
    found = {}
    for block in re.findall(rb'beginbfchar(.*?)endbfchar', stream, re.S):
        for code, text in re.findall(rb'<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>', block):
            found[code.lower()] = bytes.fromhex(text.decode()).decode('utf-16-be')
    for block in re.findall(rb'beginbfrange(.*?)endbfrange', stream, re.S):
        for first, last, text in re.findall(rb'<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>', block):
            for i in range(int(first, 16), int(last, 16) + 1):
                found[b'%0*x' % (len(first), i)] = chr(int(text, 16) + i - int(first, 16))
    return found


def objects(data):
    return {int(number): body for number, body in re.findall(rb'(\d+) 0 obj\s*(.*?)endobj', data, re.S)}


def fonts(data):
    """The code map of each font, by the name that the pages use for it."""
    known = objects(data)
    # Small objects may lie in compressed object streams
    for body in list(known.values()):
        if b'/ObjStm' in body:
            inner = next(streams(body))
            first = int(re.search(rb'/First (\d+)', body).group(1))
            numbers = [int(x) for x in inner[:first].split()]
            starts = list(zip(numbers[::2], numbers[1::2]))
            for (number, start), (_next, end) in zip(starts, starts[1:] + [(0, len(inner) - first)]):
                known[number] = inner[first + start:first + end]
    found = {}
    for body in list(known.values()):
        for name, number in re.findall(rb'/(f-\d+-\d+) (\d+) 0 R', body):
            table = re.search(rb'/ToUnicode (\d+) 0 R', known.get(int(number), b''))
            if table:
                found[name] = code_map(next(streams(known[int(table.group(1))])))
    return found


def codes_of(string, width):
    """The codes of a string of the page, which is <hexadecimal> or (Latin), as hexadecimal."""
    if string.startswith(b'<'):
        hexadecimal = string[1:-1].lower()
    else:
        plain = re.sub(rb'\\([0-7]{3})', lambda match: bytes([int(match.group(1), 8)]), string[1:-1])
        hexadecimal = re.sub(rb'\\(.)', rb'\1', plain).hex().encode()
    return [hexadecimal[i:i + width] for i in range(0, len(hexadecimal), width)]


def text_of(path):
    """All words of the PDF, in the order in which they are drawn, a space between the pieces."""
    with open(path, 'rb') as file:
        data = file.read()
    maps = fonts(data)
    string = rb'<[0-9a-fA-F]+>|\((?:\\.|[^\\)])*\)'
    pieces = []
    for page in streams(data):
        current = {}
        for font, array, single in re.findall(rb'/(f-\d+-\d+) \S+ Tf|\[((?:' + string + rb'|[^\]])*)\]TJ|(' + string + rb')Tj', page, re.S):
            if font:
                current = maps.get(font, {})
                continue
            width = max((len(code) for code in current), default=2)
            codes = [code for part in re.findall(string, array or single, re.S) for code in codes_of(part, width)]
            pieces.append(''.join(current.get(code, '?') for code in codes))
    return ' '.join(pieces)
