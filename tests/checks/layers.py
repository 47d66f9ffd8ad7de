#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each room may include only the rooms on its left, and each outside library has one home."""
import pathlib
import re
import sys

KNOWS = {
    'base': '',
    'expression': 'base',
    'questionnaire': 'base expression',
    'interview': 'base expression questionnaire',
    'store': 'base questionnaire interview',
    'review': 'base expression questionnaire interview store',
    'tabulate': 'base expression questionnaire interview store',
    'export': 'base expression questionnaire interview store review tabulate',
    'exchange': 'base expression questionnaire interview store review tabulate export',
    'cli': 'base expression questionnaire interview store review tabulate export exchange',
    'ui': 'base expression questionnaire interview store review tabulate export exchange',
}
HOMES = {
    'csv.h': ['base'],
    'sqlite3.h': ['store', 'tabulate'],
    'libxml': ['base', 'expression', 'interview', 'export'],
    'zip.h': ['base'],
    'xlsxwriter.h': ['export'],
    'unicode': ['base'],
    'gtk': ['ui'],
    'gdk': ['ui'],
    'adwaita.h': ['ui'],
}
INCLUDE = re.compile(r'\s*#\s*include\s*["<]([^/">]+)')


def faults(root):
    for path in sorted(root.glob('app/*/*.[ch]')) + sorted(root.glob('ui/**/*.[ch]')):
        parts = path.relative_to(root).parts
        room = 'ui' if parts[0] == 'ui' else parts[1]
        for n, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            found = INCLUDE.match(line)
            if found is None:
                continue
            name = found[1]
            if name in KNOWS and name != room and name not in KNOWS[room].split():
                yield f'{path.relative_to(root)}:{n}: {room} must not know {name}'
            if room not in HOMES.get(name, [room]):
                yield f'{path.relative_to(root)}:{n}: {name} does not live in {room}'


def main():
    root = pathlib.Path(sys.argv[1])
    found = list(faults(root))
    if not list(root.glob('app/base/*.c')):
        found.append(f'{root}: no sources here, so nothing was checked')
    print('\n'.join(found))
    return bool(found)


if __name__ == '__main__':
    sys.exit(main())
