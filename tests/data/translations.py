#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the default questionnaire says in one language it says in all, with the same answers filled in."""
import csv
import os
import re
import sys

FOLDER = os.path.join(os.environ['HOMEWARD_DATADIR'], 'questionnaires', 'migration')
LANGUAGES = ['English (en)', 'Español (es)', 'العربية (ar)']
TEXTS = {'survey': ['label', 'hint', 'guidance_hint', 'constraint_message', 'soft_message', 'unit'],
         'choices': ['label']}
REFERENCE = re.compile(r'\$\{[a-z0-9_]+\}')


def faults_of(sheet, text):
    with open(os.path.join(FOLDER, sheet + '.csv'), encoding='utf-8', newline='') as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            said = [row[f'{text}::{language}'].strip() for language in LANGUAGES]
            if len({bool(words) for words in said}) > 1:
                yield f'{sheet}.csv:{line}: {text} of “{row["name"]}” is not in every language'
            if len({frozenset(REFERENCE.findall(words)) for words in said}) > 1:
                yield f'{sheet}.csv:{line}: {text} of “{row["name"]}” fills in other answers'


def main():
    n = failed = 0
    for sheet, texts in TEXTS.items():
        for text in texts:
            n += 1
            faults = list(faults_of(sheet, text))
            failed += bool(faults)
            print('not ok' if faults else 'ok', n, f'{sheet}: {text}')
            for fault in faults:
                print('#', fault)
    print(f'1..{n}')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
