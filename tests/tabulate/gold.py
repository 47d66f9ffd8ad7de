#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The gold mini-survey from its CSV files to the table, against R and against sums made here."""
import csv
import io
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

CLI = os.environ['HOMEWARD_CLI']
GOLD = pathlib.Path(__file__).resolve().parent.parent / 'fixtures' / 'gold'
T4 = 2.7764451051977934  # 97.5 % point of t with 4 degrees of freedom, from its closed form

# Line of gold_expected.txt -> table, row, column, statistic, unit
PLACES = {
    'N households': ('households', '', '', 'count', 1),
    'receiving households total': ('receiving', '', '', 'total', 1),
    'receiving households mean': ('receiving-mean', 'total', '', 'mean', 1),
    'receiving mean stratum 1': ('receiving-mean', '1', '', 'mean', 1),
    'receiving mean stratum 2': ('receiving-mean', '2', '', 'mean', 1),
    'amount total': ('received', '', '', 'total', 1),
    'mean amount / household (all)': ('per-household', '', '', 'mean', 1),
    'mean amount / receiving hh': ('per-receiving', '', '', 'ratio', 1),
    'mean amount / flow': ('per-flow', '', '', 'mean', 1),
    'flows total': ('flows', '', '', 'count', 1),
    'cost % mean of ratios (paid)': ('cost', '', '', 'mean', 1),
    'cost % ratio of totals (paid)': ('cost', '', '', 'ratio', 1),
    'cost % ratio of totals (all flows)': ('cost-all', '', '', 'ratio', 1),
    'personal transfers current': ('current', '', '', 'total', 1),
    'capital transfers h-h': ('capital', '', '', 'total', 1),
}
for pair in ('MM', 'MF', 'FM', 'FF'):
    PLACES[f'{pair} flows total'] = ('pairs', pair, '', 'count', 1)
    PLACES[f'{pair} amount total'] = ('pairs', pair, '', 'total', 1)
    PLACES[f'{pair} amount share'] = ('pairs', pair, '', 'column%', 100)
    PLACES[f'{pair} mean per flow'] = ('pairs', pair, '', 'mean', 1)
for channel in ('bank', 'mto', 'mobile', 'post', 'informal'):
    PLACES[f'{channel} share of flows'] = ('channels', channel, '', 'column%', 100)
    PLACES[f'{channel} share of amount'] = ('channels-amount', channel, '', 'column%', 100)

MEDIANS = {('per-flow', '', 'median'): 6000, ('per-flow', '', 'p25'): 4200, ('per-flow', '', 'p75'): 12000,
           ('per-receiving', '', 'median'): 13640, ('pairs', 'MM', 'median'): 26000,
           ('pairs', 'MF', 'median'): 6000, ('pairs', 'FM', 'median'): 3000,
           ('pairs', 'FF', 'median'): 4800, ('cost', '', 'median'): 2.5}


def run(*arguments, status=0):
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, encoding='utf-8')
    assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
    return done


def close(found, expected, relative, absolute=0.0):
    return abs(found - expected) <= absolute + relative * abs(expected)


def make_survey(folder):
    survey = folder / 'gold.homeward'
    run('new', survey, '--questionnaire', GOLD / 'questionnaire')
    run('import', survey, 'household', GOLD / 'gold_hh.csv')
    run('import', survey, 'flow', GOLD / 'gold_flow.csv')
    return survey


def read_cells(text):
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == ('table,layer,row,column,statistic,estimate,se,cv,lower,upper,deff,df,n,flag'
                             .split(',')), rows[0]
    return {(r['table'], r['row'], r['column'], r['statistic']): r for r in rows if r['layer'] == ''}, rows


def read_expected():
    expected = {}
    for line in (GOLD / 'gold_expected.txt').read_text().split('\n'):
        if 'cv%=' in line:
            estimate, se = line[42:].split()[:2]
            expected[line[:42].strip()] = float(estimate), float(se)
    return expected


def check_r(cells):
    """Every line of R's output, to the six decimals that it has."""
    expected = read_expected()
    assert set(expected) == set(PLACES)
    for label, (estimate, se) in expected.items():
        *place, unit = PLACES[label]
        cell = cells[tuple(place)]
        found = float(cell['estimate']) / unit, float(cell['se']) / unit
        assert close(found[0], estimate, 1e-9, 0.5001e-6), (label, found, estimate)
        assert close(found[1], se, 1e-6, 0.5001e-6), (label, found, se)
        assert cell['df'] == '4'
        assert close(float(cell['cv']), 100 * found[1] / found[0], 1e-12)
    for (table, row, statistic), value in MEDIANS.items():
        assert float(cells[table, row, '', statistic]['estimate']) == value, (table, row, statistic)


def ratio(households, y, x):
    """Total of y over total of x with its standard error; x None: the total of y. y and x: household -> sum."""
    weighted = [(h['stratum'], h['psu'], float(h['w']) * y.get(h['hhid'], 0),
                 float(h['w']) * (x.get(h['hhid'], 0) if x is not None else 0)) for h in households]
    big_y = math.fsum(w[2] for w in weighted)
    big_x = math.fsum(w[3] for w in weighted) if x is not None else 1
    r = big_y / big_x if x is not None else 0
    psus = {}
    for stratum, psu, wy, wx in weighted:
        psus.setdefault(stratum, {}).setdefault(psu, []).append((wy - r * wx) / big_x)
    variance = 0
    for members in psus.values():
        sums = [math.fsum(z) for z in members.values()]
        mean = math.fsum(sums) / len(sums)
        variance += len(sums) / (len(sums) - 1) * math.fsum((s - mean) ** 2 for s in sums)
    return big_y / big_x, math.sqrt(variance)


def check_sums(cells):
    """Estimates to 1e-9 and errors to 1e-9 of themselves, which R's six decimals of a share cannot show."""
    households = list(csv.DictReader((GOLD / 'gold_hh.csv').open()))
    flows = list(csv.DictReader((GOLD / 'gold_flow.csv').open()))
    for f in flows:
        f['pair'] = 'FM'[f['snd_sex'] == '1'] + 'FM'[f['rec_sex'] == '1']

    def per_household(value, wanted=lambda f: True):
        sums = {}
        for f in flows:
            if wanted(f):
                sums[f['hhid']] = sums.get(f['hhid'], 0) + value(f)
        return sums

    def lcu(f):
        return float(f['lcu'])

    def one(f):
        return 1

    checks = {('received', '', '', 'total'): (per_household(lcu), None),
              ('flows', '', '', 'count'): (per_household(one), None),
              ('per-flow', '', '', 'mean'): (per_household(lcu), per_household(one)),
              ('cost-all', '', '', 'ratio'): (per_household(lambda f: float(f['fee_lcu'])), per_household(lcu))}
    for p in ('MM', 'MF', 'FM', 'FF'):
        part = per_household(lcu, lambda f: f['pair'] == p)
        checks['pairs', p, '', 'total'] = part, None
        checks['pairs', p, '', 'column%'] = part, per_household(lcu)
        checks['sexes', {'M': '1', 'F': '2'}[p[0]], {'M': '1', 'F': '2'}[p[1]], 'table%'] \
            = part, per_household(lcu)
        checks['pairs', p, '', 'mean'] = part, per_household(one, lambda f: f['pair'] == p)
    for place, (y, x) in checks.items():
        unit = 100 if place[3].endswith('%') else 1
        estimate, se = ratio(households, y, x)
        found = float(cells[place]['estimate']) / unit, float(cells[place]['se']) / unit
        assert close(found[0], estimate, 1e-9), (place, found, estimate)
        assert close(found[1], se, 1e-9), (place, found, se)
        if not place[3].endswith('%'):
            assert close(float(cells[place]['upper']), estimate + T4 * se, 1e-9), place


def check_trap(cells):
    """A design made of the flows alone would give 3851601.77."""
    se = float(cells['received', '', '', 'total']['se'])
    assert close(se, 5368421.894412, 1e-12) and not close(se, 3851601.77282, 0.1), se


def check_shape(cells, rows):
    shares = [r for r in rows if r['table'] == 'receiving-share']
    assert [(r['row'], r['n']) for r in shares] == [('1', '24'), ('0', '24'), ('total', '24')], shares
    assert close(float(shares[0]['lower']), 29.346206, 1e-7) and close(float(shares[0]['upper']), 87.859, 1e-5)
    assert [r['row'] for r in rows if r['table'] == 'channels'] == ['bank', 'mto', 'mobile', 'post', 'informal',
                                                                    'total']
    total = cells['sexes', 'total', 'total', 'total']
    assert total['estimate'] == '23469220' and total['n'] == '20', total
    assert cells['pairs', 'FM', '', 'total']['flag'] == '*'  # two flows
    layers = [r for r in rows if r['table'] == 'unweighted']
    assert {r['layer'] for r in layers} == {'1', '2'}
    assert sum(int(r['estimate']) for r in layers if r['row'] == r['column'] == 'total') == 20
    for r in rows:
        for name in ('estimate', 'se', 'lower', 'upper'):
            assert r[name] == '' or repr(float(r[name])) == repr(float(repr(float(r[name])))), r


def check_formats(survey, plan, rows):
    listed = json.loads(run('tabulate', survey, '--plan', plan, '--format', 'json').stdout)
    assert len(listed) == len(rows)
    for a, b in zip(listed, rows):
        assert a['table'] == b['table'] and a['estimate'] == (float(b['estimate']) if b['estimate'] else None)
    text = run('tabulate', survey, '--plan', plan, '--table', 'sexes', '--table', 'households').stdout
    assert 'Sex of sender by sex of recipient' in text and 'Design: 2 strata, 6 PSUs' in text, text
    assert text.index('Sex of sender') < text.index('households'), text
    assert 'Woman' in text and '2 638' in text, text
    drawn = run('tabulate', survey, '--plan', plan, '--table', 'sexes', '--table', 'pairs', '--table', 'unweighted')
    assert drawn.stdout == (GOLD / 'tables.txt').read_text(encoding='utf-8'), drawn.stdout
    some = run('tabulate', survey, '--plan', plan, '--table', 'flows', '--format', 'csv').stdout
    assert len(some.splitlines()) == 2, some


def check_faults(folder, survey):
    plan = folder / 'bad.csv'
    heading = (GOLD / 'plan.csv').read_text().split('\n')[0]
    plan.write_text(heading + '\n'
                    'a,,flow,,sender,,,count,,,,\n'
                    'b,,flows,,,,,count,,,,\n'
                    'c,,flow,lcu > limit_,,,,total,lcu,,,\n'
                    'd,,household,,,,,total,lcu,,,\n'
                    'e,,flow,,,,,total,odd,,,\n'
                    'f,,flow,,,,,total,lcu,,,\n')
    (folder / 'bad-variables.csv').write_text('name,level,expression,label\nodd,flow,nothing + 1,\n')
    done = run('tabulate', survey, '--plan', plan, '--format', 'csv', status=1)
    places = [line.split(': ')[0] for line in done.stderr.splitlines()]
    assert [p.rsplit('/', 1)[1] for p in places] == ['bad-variables.csv:2:3', 'bad.csv:2:5', 'bad.csv:3:3',
                                                    'bad.csv:4:4', 'bad.csv:5:9', 'bad.csv:6:9'], done.stderr
    cells, rows = read_cells(done.stdout)
    assert [r['table'] for r in rows] == ['f'], rows
    run('tabulate', survey, '--plan', plan, '--table', 'zz', status=2)
    run('tabulate', survey, '--plan', folder / 'none.csv', status=2)
    run('tabulate', survey, status=2)
    before = survey.read_bytes()
    plan.write_text(heading + '\ng,,flow,"(DELETE FROM flow)",,,,count,,,,\n'
                    'h,,flow,1) FROM flow; DELETE FROM flow WHERE (1,,,,count,,,,\n')
    run('tabulate', survey, '--plan', plan, status=2)
    assert survey.read_bytes() == before


def check_export(folder, survey, text):
    to = folder / 'tables.csv'
    run('export', survey, '--what', 'tables', '--as', 'csv', '--to', to, '--plan', GOLD / 'plan.csv')
    assert to.read_text() == text
    run('export', survey, '--what', 'data', '--as', 'csv', '--to', folder / 'data')
    flows = list(csv.DictReader((folder / 'data' / 'flow.csv').open()))
    mine = list(csv.DictReader((GOLD / 'gold_flow.csv').open()))
    theirs = [{k: v for k, v in f.items() if not k.endswith('_id')} for f in flows]
    def key(f):
        return sorted(f.items())
    assert sorted(mine, key=key) == sorted(theirs, key=key), (mine[0], theirs[0])
    assert len(list(csv.DictReader((folder / 'data' / 'household.csv').open()))) == 24
    assert (folder / 'data' / 'missing.csv').exists()
    # What was exported can be imported, and gives the same tables to the last digit.
    again = folder / 'again.homeward'
    run('new', again, '--questionnaire', GOLD / 'questionnaire')
    for level in ('household', 'flow'):
        run('import', again, level, folder / 'data' / f'{level}.csv', '--partial', status=1)
    assert run('tabulate', again, '--plan', GOLD / 'plan.csv', '--format', 'csv').stdout == text
    run('export', survey, '--what', 'nothing', '--to', to, status=2)
    run('export', survey, '--what', 'data', '--as', 'papyrus', '--to', to, status=2)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        survey = make_survey(folder)
        done = run('tabulate', survey, '--plan', GOLD / 'plan.csv', '--format', 'csv')
        assert done.stderr == '', done.stderr
        cells, rows = read_cells(done.stdout)
        check_r(cells)
        check_sums(cells)
        check_trap(cells)
        check_shape(cells, rows)
        check_formats(survey, GOLD / 'plan.csv', rows)
        check_faults(folder, survey)
        check_export(folder, survey, done.stdout)
    return 0


if __name__ == '__main__':
    sys.exit(main())
