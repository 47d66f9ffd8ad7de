#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The supplementary table for remittances against the worked example of the UN Technical Subgroup, corrected where it slips."""
import csv
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

CLI = os.environ['HOMEWARD_CLI']
TSG = pathlib.Path(__file__).resolve().parent.parent / 'fixtures' / 'tsg'
AGGREGATES = ('personal-transfers', 'personal-remittances', 'total-remittances', 'total-with-npish')


def run(*arguments, status=0):
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, encoding='utf-8')
    assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
    return done


def make_survey(folder, jobs):
    survey = folder / f'{jobs}.homeward'
    run('new', survey, '--questionnaire', TSG / 'questionnaire')
    for level, file in (('household', 'household'), ('snd', 'snd'), ('flow', 'flow'), ('cw', jobs), ('ben', 'ben'),
                        ('sent', 'sent')):
        run('import', survey, level, TSG / f'{file}.csv')
    return survey


def read(survey, plan):
    rows = csv.DictReader(io.StringIO(run('tabulate', survey, '--plan', plan, '--format', 'csv').stdout))
    return {(r['row'], r['column']): r for r in rows}


def figures(cells, column):
    return [float(cells[a, column]['estimate']) if cells[a, column]['estimate'] else None for a in AGGREGATES]


def check_example(cells):
    assert figures(cells, 'credit') == [100, 260, 460, 11460], figures(cells, 'credit')
    assert figures(cells, 'debit') == [100, 260, 460, 11460], figures(cells, 'debit')
    lines = {('1a', 'debit'): 300, ('2a', 'debit'): 0, ('3', 'credit'): 600, ('4b', 'debit'): 120,
             ('5b', 'debit'): 50, ('6b', 'credit'): 200, ('7', 'credit'): 100, ('7a', 'credit'): 100,
             ('9b', 'credit'): 30, ('8b', 'credit'): 1000, ('9c', 'credit'): 10000, ('7', 'debit'): 100,
             ('9b', 'debit'): 30, ('4a', 'credit'): 120}
    for place, amount in lines.items():
        assert float(cells[place]['estimate']) == amount, (place, cells[place])
    assert cells['8b', 'credit']['flag'] == 'x' and cells['8b', 'credit']['se'] == ''
    assert cells['6c', 'credit']['flag'] == '..' and cells['6c', 'credit']['estimate'] == ''
    assert cells['total-with-npish', 'credit']['flag'] == 'x'
    # Two households that are two PSUs: the error of a total of one of them is the total itself.
    assert abs(float(cells['personal-remittances', 'credit']['se']) - 260) < 1e-9


def check_fare(cells):
    """A foreign carrier's fare is an import and is taken off; the home carrier's is none; own account is no employment."""
    assert float(cells['2a', 'debit']['estimate']) == 40
    assert float(cells['3', 'credit']['estimate']) == 600
    assert figures(cells, 'credit') == [100, 220, 420, 11420], figures(cells, 'credit')


def check_unknown(folder, survey):
    """Without the external items the aggregates that need them are not available, and not 0."""
    for file in ('plan.csv', 'plan-variables.csv'):
        shutil.copy(TSG / file, folder / file)
    cells = read(survey, folder / 'plan.csv')
    assert figures(cells, 'credit') == [100, 260, 460, None], figures(cells, 'credit')
    assert figures(cells, 'debit') == [100, None, None, None], figures(cells, 'debit')
    assert cells['total-with-npish', 'credit']['flag'] == '..'
    text = run('tabulate', survey, '--plan', folder / 'plan.csv').stdout
    assert 'is not available without: 8b Credit, 9c Credit' in text, text


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        survey = make_survey(folder, 'cw')
        check_example(read(survey, TSG / 'plan.csv'))
        check_unknown(folder, survey)
        check_fare(read(make_survey(folder, 'cw-fare'), TSG / 'plan.csv'))
    return 0


if __name__ == '__main__':
    sys.exit(main())
