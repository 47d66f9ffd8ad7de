#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo survey is always the same, holds what a supervisor meets, and has the expected shapes."""
import csv
import filecmp
import io
import math
import os
import shutil
import subprocess
import sys
import tempfile

CLI = os.environ['HOMEWARD_CLI']
DATA = os.environ['HOMEWARD_DATADIR']
PLAN = os.path.join(DATA, 'plans', 'standard.csv')
GENERATOR = os.path.join(DATA, 'demo', 'make-demo.py')
TABLES = ['T02', 'T03', 'T12', 'T18', 'T19', 'T20', 'T24', 'T26', 'T31']
WOMAN = '2'
SPAIN = '724'


def run(*arguments):
    return subprocess.run([CLI, *arguments], capture_output=True, text=True, check=False)


def read(text):
    return list(csv.DictReader(io.StringIO(text)))


class Cases:
    def __init__(self):
        self.n = self.failed = 0

    def check(self, good, name, detail=''):
        self.n += 1
        self.failed += not good
        print(('ok' if good else 'not ok'), self.n, name)
        if not good and detail:
            print('# ' + str(detail).strip().replace('\n', '\n# '))

    def end(self):
        print(f'1..{self.n}')
        sys.exit(self.failed > 0)


def check_generator(cases):
    """Two runs give the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        sheets = []
        for name in ('first', 'second'):
            target = os.path.join(folder, name)
            subprocess.run([sys.executable, '-B', GENERATOR, target], check=True)
            sheets.append({os.path.relpath(os.path.join(where, file), target)
                           for where, _, files in os.walk(target) for file in files})
        same, different, odd = filecmp.cmpfiles(os.path.join(folder, 'first'),
                                                os.path.join(folder, 'second'), sheets[0], shallow=False)
        cases.check(sheets[0] == sheets[1] and len(same) == len(sheets[0]) > 40,
                    'the generator writes the same answers again', different + odd)


def check_list(cases, survey):
    interviews = read(run('list', survey, '--format', 'csv').stdout)
    under_way = [row for row in interviews if row['status'] == 'under-way']
    cases.check(len(interviews) == 300, 'there are 300 interviews', len(interviews))
    cases.check(5 <= len(under_way) <= 20, 'some of them are under way', len(under_way))
    cases.check(len({row['person'] for row in interviews}) == 6, 'six enumerators made them')
    statuses = {row['status'] for row in interviews}
    cases.check(statuses == {'under-way', 'completed', 'returned', 'approved'},
                'the supervisor is half way through', statuses)
    cases.check(all(row['reason'] for row in interviews if row['status'] == 'returned'),
                'what went back has a reason')
    findings = read(run('findings', survey, '--format', 'csv').stdout)
    kinds = {row['kind'] for row in findings}
    cases.check({'missing', 'hard', 'soft'} <= kinds, 'there is something of each kind to find', kinds)
    serious = [row for row in findings if row['kind'] in ('hard', 'missing')
               and row['ref'] not in ('mgany', 'dany', 'eany', 'gany', 'result')]
    cases.check(len(serious) <= 5, 'and not much of it is serious', serious)


def check_review(cases, survey):
    """Supervisors decide on many interviews at once, and only on those that are finished."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(survey, os.path.join(folder, 'copy.homeward'))
        interviews = read(run('list', copy, '--format', 'csv').stdout)
        finished = [row['id'] for row in interviews if row['status'] == 'completed'][:2]
        open_one = next(row['id'] for row in interviews if row['status'] == 'under-way')
        cases.check(run('review', copy, *finished, '--approve').returncode == 0, 'two are approved')
        done = run('review', copy, open_one, '--approve')
        cases.check(done.returncode == 1 and open_one in done.stderr, 'one under way is not', done.stderr)
        done = run('review', copy, finished[0])
        cases.check(done.returncode == 2, 'a decision has to be given', done.stderr)
        done = run('review', copy, finished[0], '--return', ' ')
        cases.check(done.returncode == 1, 'and a blank is no reason', done.stderr)
        done = run('review', copy, finished[0], '--return', 'Ask again about D2.7.')
        row = next(row for row in read(run('list', copy, '--format', 'csv').stdout)
                   if row['id'] == finished[0])
        cases.check(done.returncode == 0 and row['status'] == 'returned'
                    and row['reason'] == 'Ask again about D2.7.', 'one goes back with its reason', row)


class Table:
    def __init__(self, cells):
        self.cells = cells

    def find(self, statistic, row, column, nth=0):
        found = [cell for cell in self.cells if cell['layer'] == '' and cell['statistic'] == statistic
                 and cell['row'] == row and cell['column'] == column]
        return float(found[nth]['estimate']) if len(found) > nth else math.nan


def check_tables(cases, survey):
    tables = {}
    for name in TABLES:
        done = run('tabulate', survey, '--plan', PLAN, '--table', name, '--format', 'csv')
        cells = read(done.stdout)
        tables[name] = Table(cells)
        cases.check(done.returncode == 0 and len(cells) > 10, f'{name} is not empty', done.stderr)
        # Quantiles of a handful have no limits, and are withheld.
        told = [cell for cell in cells if cell['estimate'] != '' and cell['flag'] not in ('x', '*')]
        good = all(math.isfinite(float(cell['estimate'])) and math.isfinite(float(cell['se'] or 'nan'))
                   for cell in told if int(cell['n']) > 1)
        cases.check(bool(told) and good, f'{name} has an estimate and its error in every cell',
                    [cell for cell in told if cell['se'] == ''][:3])
    return tables


def check_shapes(cases, tables):
    t20 = tables['T20']
    sent = t20.find('table%', WOMAN, 'total', 1)
    cases.check(48 <= sent <= 60, 'women send somewhat more than half of the money', sent)
    to_women = t20.find('row%', WOMAN, WOMAN)
    cases.check(70 <= to_women <= 90, 'and mostly to women', to_women)
    business = tables['T26'].find('column%', '6', 'total', 1)
    cases.check(1 <= business <= 9, 'little of it becomes a business', business)
    credit = {cell['row']: cell for cell in tables['T31'].cells if cell['column'] == 'credit'}
    for line in ('personal-transfers', 'personal-remittances', 'total-remittances'):
        cases.check(line in credit and float(credit[line]['estimate'] or 0) > 0,
                    f'{line} can be computed', credit.get(line))


def check_whole_plan(cases, survey):
    """No line of the plan names what is not there."""
    done = run('tabulate', survey, '--plan', PLAN, '--format', 'csv')
    with open(PLAN, encoding='utf-8', newline='') as sheet:
        planned = {row['table'] for row in csv.DictReader(sheet)}
    made = {cell['table'] for cell in read(done.stdout)}
    cases.check(done.returncode == 0 and done.stderr == '', 'the whole plan runs', done.stderr)
    cases.check(made == planned, 'and every table of it has cells', planned - made)


def check_spain(cases, survey):
    plan = 'table,level,universe,columns,statistic\nX,mig,gctry = 724,gsex,count\n'
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'plan.csv')
        with open(path, 'w', encoding='utf-8') as sheet:
            sheet.write(plan)
        cells = read(run('tabulate', survey, '--plan', path, '--format', 'csv').stdout)
    counts = {cell['column']: float(cell['estimate']) for cell in cells}
    share = counts.get(WOMAN, 0) / counts['total'] if counts.get('total') else 0
    cases.check(share > 0.65, 'most who went to Spain are women', counts)


def main():
    cases = Cases()
    check_generator(cases)
    check_list(cases, sys.argv[1])
    check_review(cases, sys.argv[1])
    check_shapes(cases, check_tables(cases, sys.argv[1]))
    check_whole_plan(cases, sys.argv[1])
    check_spain(cases, sys.argv[1])
    cases.end()


if __name__ == '__main__':
    main()
