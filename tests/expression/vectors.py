#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every vector through the command, as a person types it: homeward-cli evaluate EXPRESSION."""
import concurrent.futures
import csv
import math
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
KINDS = {'regex': 'string', 'string-length': 'string'}


def evaluate(expression, context, kind, answers):
    command = [os.environ['HOMEWARD_CLI'], 'evaluate']
    if kind != 'error':
        command += ['--as', KINDS.get(kind, kind)]
    if context:
        file, _, path = context.partition('#')
        command += ['--document', str(HERE / 'contexts' / file), '--context', path]
    if answers:
        command.append('--answers')
    done = subprocess.run([*command, expression], capture_output=True, check=False)
    return done.stdout.decode().removesuffix('\n'), done.returncode


def matches(kind, tolerance, found, expected):
    if kind == 'number':
        a, b = float(found), float(expected)
        return math.isnan(a) and math.isnan(b) or a == b or abs(a - b) <= tolerance
    if kind == 'regex':
        return re.search(expected, found) is not None
    if kind == 'string-length':
        return len(found) == int(expected)
    if kind == 'nodeset' and '/' not in expected:
        return found.split(' ')[0] == expected
    return found == expected


def fault(row, expected, answers):
    head, _, value = expected.partition(':')
    kind, _, tolerance = head.partition('~')
    found, status = evaluate(row['expression'], row['context'], kind, answers)
    got, _, text = found.partition(':')
    if kind == 'error':
        right = got == 'error' and text and status == 2
    else:
        right = status == 0 and got == KINDS.get(kind, kind) and matches(kind, float(tolerance or 0), text, value)
    return None if right else f"{row['id']}: {row['expression']} gives {found!r} (status {status}), not {expected!r}"


def main():
    with open(HERE / 'vectors.csv', encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    tasks = [(row, row['expected'], False) for row in rows]
    tasks += [(row, row['decided'], True) for row in rows if row['decided']]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        faults = [text for text in pool.map(lambda task: fault(*task), tasks) if text is not None]
    print('\n'.join(faults))
    print(f'{len(tasks) - len(faults)} of {len(tasks)} vectors hold')
    return bool(faults) or len(rows) < 1443


if __name__ == '__main__':
    sys.exit(main())
