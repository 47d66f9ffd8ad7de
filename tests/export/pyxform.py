#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questionnaires written back to XLSForm are accepted by pyxform.

HOMEWARD_PYXFORM names a checkout of it. Without one the test is left out, and says so: pyxform is a
tool of this test and no part of Homeward."""
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
PYTHONS = [sys.executable, '/usr/bin/python3']


def find_python(checkout):
    for python in PYTHONS:
        found = subprocess.run([python, '-c', 'import pyxform.xls2xform'], cwd=checkout,
                               capture_output=True)
        if found.returncode == 0:
            return python
    return None


def main():
    cli, root = sys.argv[1], pathlib.Path(sys.argv[2])
    checkout = os.environ.get('HOMEWARD_PYXFORM')
    if not checkout:
        print('skipped: there is no copy of pyxform at hand (HOMEWARD_PYXFORM)')
        return SKIPPED
    python = find_python(checkout)
    if python is None:
        print(f'skipped: no Python here can run pyxform of {checkout}')
        return SKIPPED
    forms = [path.parent for path in sorted(root.glob('data/questionnaires/*/survey.csv'))]
    forms += [path.parent for path in sorted(root.glob('tests/fixtures/**/survey.csv'))]
    forms += [pathlib.Path(name) for name in os.environ.get('HOMEWARD_PYXFORM_FORMS', '').split()]
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, form in enumerate(forms):
            for ending in ('xlsx', 'csv'):
                written = pathlib.Path(folder, f'form{number}.{ending}')
                made = subprocess.run([cli, 'export', form, '--what', 'questionnaire', '--as', ending,
                                       '--to', written], capture_output=True, text=True)
                if made.returncode != 0:
                    print(f'{form}: not written as {ending}: {made.stderr}')
                    faults += 1
                    continue
                taken = subprocess.run([python, '-m', 'pyxform.xls2xform', '--skip_validate', written,
                                        written.with_suffix('.xml')], cwd=checkout,
                                       capture_output=True, text=True)
                if taken.returncode != 0 or not written.with_suffix('.xml').exists():
                    print(f'{form}: refused as {ending}: {(taken.stderr or taken.stdout)[-300:]}')
                    faults += 1
    print(f'{len(forms)} questionnaires, {faults} faults')
    return 1 if faults or not forms else 0


if __name__ == '__main__':
    sys.exit(main())
