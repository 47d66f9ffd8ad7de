#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names exactly the files that have words to translate, in order."""
import pathlib
import re
import sys

CALL = re.compile(r'(?<![A-Za-z0-9_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(')
MARK = re.compile(r'translatable="(yes|true)"')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)


def has_words(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix == '.c':
        return CALL.search(COMMENT.sub('', text)) is not None
    if path.suffix == '.ui':
        return MARK.search(text) is not None
    return True


def main():
    root = pathlib.Path(sys.argv[1])
    want = {str(p.relative_to(root)) for pattern in ('app/**/*.c', 'ui/**/*.c', 'ui/**/*.ui',
                                                     'data/*.desktop.in*', 'data/*.metainfo.xml.in*',
                                                     'data/*.gschema.xml')
            for p in root.glob(pattern) if has_words(p)}
    lines = (root / 'po' / 'POTFILES.in').read_text(encoding='utf-8').split('\n')
    have = [line for line in lines if line and not line.startswith('#')]
    if '--write' in sys.argv:
        (root / 'po' / 'POTFILES.in').write_text('\n'.join(sorted(want)) + '\n', encoding='utf-8')
        return 0
    found = [f'po/POTFILES.in: {name} has words to translate and is not listed'
             for name in sorted(want - set(have))]
    found += [f'po/POTFILES.in: {name} is listed and has no words to translate'
              for name in sorted(set(have) - want)]
    if not found and have != sorted(have):
        found.append('po/POTFILES.in: the lines are not in order')
    print('\n'.join(found))
    return bool(found)


if __name__ == '__main__':
    sys.exit(main())
