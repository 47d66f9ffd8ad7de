# SPDX-License-Identifier: GPL-3.0-or-later
"""Every code of a finding that is used stands in the registry, and every one there is used."""

import pathlib
import re
import sys

REGISTERED = re.compile(r'^  \{ "([a-z-]+)", (?:FAULT|ADVICE)', re.M)
USED = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')


def main():
    root = pathlib.Path(sys.argv[1])
    registry = (root / 'app/base/problem-codes.c').read_text(encoding='utf-8')
    codes = REGISTERED.findall(registry)
    used = set()
    for path in [*root.glob('app/questionnaire/*.c'), *root.glob('app/base/[ce]*.c')]:
        used.update(USED.findall(path.read_text(encoding='utf-8')))
    found = [f'{code} is in the registry and nothing reports it' for code in codes
             if code not in used]
    found += [f'{code} is in the registry twice' for code in codes if codes.count(code) > 1]
    if not codes:
        found.append('the registry was not found')
    print('\n'.join(found))
    return bool(found)


if __name__ == '__main__':
    sys.exit(main())
