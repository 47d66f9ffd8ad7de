#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms that others have published: whether Homeward takes or refuses each, and which rows it names.

The forms are not ours to pass on. public.csv says where each stands (repository, path, SHA-256), what pyxform says of it and
what Homeward does, with the reason where the two differ. To look, set HOMEWARD_FORMS to a folder with the forms, under any
names, and HOMEWARD_PYXFORM to a checkout of pyxform; what is not there is passed over. With --write the columns of Homeward are
written anew, --add FACTS.csv adds the forms of another table."""
import csv
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

TABLE = pathlib.Path(__file__).resolve().with_name('public.csv')
VERDICTS = {0: 'accepted', 1: 'refused', 2: 'not read'}
COLUMNS = ['repository', 'path', 'sha256', 'pyxform', 'pyxform_rows', 'homeward', 'homeward_rows', 'reason']
CONVERT = '''import pathlib, sys
from pyxform.xls2xform import convert
try:
    convert(xlsform=pathlib.Path(sys.argv[1]), warnings=[], validate=False)
except Exception as error:
    sys.exit(f"refused: {error}")
'''


def find_forms(folder):
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted(folder.rglob('*'))
            if path.suffix.lower() in ('.xlsx', '.xls', '.csv')}


def check(form, name):
    """The verdict, and the rows with a fault as sheet:row, by the name that the form was published under."""
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / name
        copy.symlink_to(form)
        for other in form.parent.glob(form.stem + '-media/*'):
            (pathlib.Path(place) / other.name).symlink_to(other)
        done = subprocess.run([os.environ['HOMEWARD_CLI'], 'check', '--format', 'json', str(copy)], capture_output=True, encoding='utf-8')
    faults = [row for row in json.loads(done.stdout or '[]') if row['severity'] == 'fault'] if done.returncode == 1 else []
    places = {(row.get('sheet') or '', row['line']) for row in faults}
    return VERDICTS.get(done.returncode, f'status {done.returncode}'), ' '.join(f'{sheet}:{line}' for sheet, line in sorted(places))


def ask_pyxform(form, name):
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / name
        copy.symlink_to(form)
        done = subprocess.run(['python3', '-W', 'ignore', '-c', CONVERT, str(copy)], cwd=os.environ['HOMEWARD_PYXFORM'], capture_output=True, encoding='utf-8')
    if done.returncode != 0 and not done.stderr.startswith('refused: '):
        sys.exit(f'pyxform does not run: {done.stderr.strip()}')
    return 'refused' if done.returncode else 'accepted'


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def write(table, forms):
    for row in [row for row in table if row['sha256'] in forms]:
        row['homeward'], row['homeward_rows'] = check(forms[row['sha256']], pathlib.PurePosixPath(row['path']).name)
    with open(TABLE, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator='\n', extrasaction='ignore')
        writer.writeheader()
        writer.writerows(sorted(table, key=lambda row: (row['repository'].lower(), row['path'])))


def add(table, path):
    known = {row['sha256'] for row in table}
    for row in read(path):
        if row['sha256'] not in known:
            table.append({'reason': '', **{name: row[name] for name in ('repository', 'path', 'sha256', 'pyxform')}, 'pyxform_rows': row['rows']})


def compare(table, forms):
    print(f'1..{len(table)}')
    for number, row in enumerate(table, 1):
        form = forms.get(row['sha256'])
        title = f'{number} {row["repository"]} {row["path"]}'
        if form is None:
            print(f'ok {title} # SKIP the form is not in the folder')
            continue
        name = pathlib.PurePosixPath(row['path']).name
        seen = [*check(form, name)]
        wanted = [row['homeward'], row['homeward_rows']]
        if 'HOMEWARD_PYXFORM' in os.environ:
            seen.append('pyxform ' + ask_pyxform(form, name))
            wanted.append('pyxform ' + row['pyxform'])
        # A line of its own for what stands in the table without a word on why.
        if row['homeward'] != row['pyxform'] and row['reason'] == '':
            wanted.append('a reason in the table')
        print(f'{"ok" if seen == wanted else "not ok"} {title.replace("#", " ")}')
        if seen != wanted:
            print(f'# seen {seen}, wanted {wanted}')


def main():
    if 'HOMEWARD_FORMS' not in os.environ:
        print('1..0 # SKIP HOMEWARD_FORMS does not say where the published forms are')
        return
    forms = find_forms(pathlib.Path(os.environ['HOMEWARD_FORMS']))
    table = read(TABLE)
    if '--add' in sys.argv:
        add(table, sys.argv[sys.argv.index('--add') + 1])
    if '--write' in sys.argv:
        write(table, forms)
    else:
        compare(table, forms)


main()
