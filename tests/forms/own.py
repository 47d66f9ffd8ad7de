#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of our own, taken through scripts: every leaf is what another engine (second-engine.mjs) made of it.

own/FORM has the sheets, script-N.csv the steps and state-N.csv what the other engine answered. Where Homeward decides
otherwise, own/decided.csv has the value that it gives, and why."""
import csv
import fnmatch
import io
import os
import pathlib
import re
import subprocess

CLI = os.environ['HOMEWARD_CLI']
OWN = pathlib.Path(__file__).resolve().parent / 'own'
MISSING = re.compile(r'\((not-answered|not-asked|dont-know|refused|not-applicable|dormant)\)')


def read(text):
    return list(csv.DictReader(io.StringIO(text)))


def fill(form, script):
    done = subprocess.run([CLI, 'fill', str(form), '--answers', str(script), '--state'], capture_output=True, encoding='utf-8',
                          env={**os.environ, 'HOMEWARD_TODAY': '2026-03-10'})
    verdicts, head, state = done.stdout.partition('ref,relevant,value\n')
    refused = [f'step {i}: {line}' for i, line in enumerate(verdicts.splitlines(), 1) if line.startswith('refused')]
    return read(head + state), refused if head else [done.stderr.strip() or 'no state']


def is_same(ours, theirs):
    """Numbers may be written in another way: 11.0856 and 11.085600000000001 are one."""
    if ours == theirs:
        return True
    try:
        return abs(float(ours) - float(theirs)) <= 1e-9 * max(1, abs(float(theirs)))
    except ValueError:
        return False


def compare(form, script, decided):
    state, wrong = fill(form, script)
    ours = {row['ref']: row for row in state}
    theirs = {row['ref']: row for row in read(script.with_name(script.name.replace('script', 'state')).read_text('utf-8'))}
    if list(ours) != list(theirs):
        wrong.append(f'places: ours alone {sorted(ours.keys() - theirs)}, theirs alone {sorted(theirs.keys() - ours)}')
    for ref in [ref for ref in ours if ref in theirs]:
        value = MISSING.sub('', ours[ref]['value'])
        wanted = dict(theirs[ref])
        for row in decided:
            if row['form'] == form.name and row['script'] in ('', script.name) and fnmatch.fnmatchcase(ref, row['ref'].replace('[', '[[]')):
                row['used'] = True
                wanted.update({name: row[name] for name in ('relevant', 'value') if row[name] != '='})
        if ours[ref]['relevant'] != wanted['relevant']:
            wrong.append(f'{ref}: relevant {ours[ref]["relevant"]}, wanted {wanted["relevant"]}')
        elif wanted['relevant'] == '1' and not is_same(value, wanted['value']):
            wrong.append(f'{ref}: {value!r}, wanted {wanted["value"]!r}')
    return len(theirs), wrong


def main():
    decided = read((OWN / 'decided.csv').read_text('utf-8'))
    scripts = sorted(OWN.glob('*/script-*.csv'))
    print(f'1..{len(scripts) + 1}')
    for number, script in enumerate(scripts, 1):
        leaves, wrong = compare(script.parent, script, decided)
        print(f'{"not ok" if wrong else "ok"} {number} {script.parent.name} {script.stem}, {leaves} leaves')
        for line in wrong:
            print('#', line)
    unused = [row for row in decided if 'used' not in row]
    print(f'{"not ok" if unused else "ok"} {len(scripts) + 1} every decision is met')
    for row in unused:
        print('#', row['form'], row['script'], row['ref'])


main()
