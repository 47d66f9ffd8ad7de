#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""SQL is constant text with bound values: no SQL is made with printf formats."""
import pathlib
import re
import sys

LITERALS = re.compile(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*')
SQL = re.compile(r'\b(SELECT\b.+\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\b.+\bSET|DELETE\s+FROM|'
                 r'CREATE\s+(TEMP\s+)?(TABLE|VIEW|INDEX|TRIGGER)|DROP\s+(TABLE|VIEW)|'
                 r'ALTER\s+TABLE|ATTACH|PRAGMA)\b', re.DOTALL)
FORMAT = re.compile(r'%[-+ #0-9.*]*(?:l|ll|z|h)?[sdiuxfgcqQwp]')
COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)


def faults(root):
    for path in sorted(root.glob('app/**/*.c')) + sorted(root.glob('ui/**/*.c')):
        text = COMMENT.sub(lambda m: re.sub(r'[^\n]', ' ', m[0]), path.read_text(encoding='utf-8'))
        for found in LITERALS.finditer(text):
            if SQL.search(found[0]) and FORMAT.search(found[0]):
                line = text.count('\n', 0, found.start()) + 1
                yield f'{path.relative_to(root)}:{line}: SQL made with a format; bind the value'


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    print('\n'.join(found))
    return bool(found)


if __name__ == '__main__':
    sys.exit(main())
