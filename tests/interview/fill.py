#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command "fill": one line a step, the state, and the exit status."""
import os
import pathlib
import subprocess
import sys
import tempfile

CLI = os.environ['HOMEWARD_CLI']
SURVEY = '''type;name;label;relevant;required;constraint;constraint_message;soft_check;soft_message;missing
integer;size;Size;;yes;. <= 40;At most 40.;. <= 20;More than 20?;refused:99
begin_repeat;p;Person;${size} > 1;;;;;;
text;who;Who;;;;;;;
integer;age;Age;${who} != '';;;;;;dont-know
end_repeat;;;;;;;;;
'''
STEPS = [
    ('size', '4x', 'refused: “4x” is not a whole number. Enter digits only, without a point or blanks.'),
    ('size', '41', 'constraint: At most 40.'),
    ('p', '+', 'ok'),
    ('size', '30', 'soft: More than 20?'),
    ('size', '!counted twice', 'ok'),
    ('size', '', 'required: This question needs an answer.'),
    ('p[1]/who', 'Ana', 'refused: “p[1]/who” does not apply here.'),
    ('size', '99', 'ok'),
    ('size', '3', 'ok'),
    ('p', '+', 'ok'),
    ('p', '+', 'ok'),
    ('p[1]/who', 'Ana', 'ok'),
    ('p[1]/age', '=dont-know', 'ok'),
    ('p[1]/age', '=perhaps', 'refused: After “=” stands dont-know, refused or not-applicable.'),
    ('p[2]', '-', 'ok'),
    ('p[9]/who', 'Eva', 'refused: There is no “p[9]/who” in this interview.'),
    ('p', 'x', 'refused: Only a question takes an answer.'),
    ('size', '!why not', 'refused: There is nothing to confirm: the soft check is content.'),
]
STATE = ['ref,relevant,value', 'size,1,3', 'p[1]/who,1,Ana', 'p[1]/age,1,(dont-know)',
         'p[2]/who,1,(not-answered)', 'p[2]/age,0,(not-asked)']


def run(folder, steps, *options):
    path = folder / 'steps.csv'
    path.write_text('ref,answer\n' + ''.join(f'{ref},{answer}\n' for ref, answer, *_ in steps), encoding='utf-8')
    return subprocess.run([CLI, 'fill', str(folder), '--answers', str(path), *options], capture_output=True, encoding='utf-8')


def check(what, seen, wanted):
    if seen != wanted:
        sys.exit(f'{what}:\n  seen   {seen!r}\n  wanted {wanted!r}')


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / 'survey.csv').write_text(SURVEY, encoding='utf-8')
    done = run(folder, STEPS, '--state')
    lines = done.stdout.splitlines()
    for i, (ref, answer, verdict) in enumerate(STEPS):
        check(f'step {i + 1} ({ref}, {answer})', lines[i], verdict)
    check('state', lines[len(STEPS):], STATE)
    check('status', done.returncode, 1)
    done = run(folder, [('size', '3')])
    check('all well', (done.stdout, done.returncode), ('ok\n', 0))
    (folder / 'steps.csv').write_text('place,answer\n', encoding='utf-8')
    done = subprocess.run([CLI, 'fill', str(folder), '--answers', str(folder / 'steps.csv')], capture_output=True, encoding='utf-8')
    check('no ref', (done.returncode, 'need the columns “ref” and “answer”' in done.stderr), (2, True))
    done = subprocess.run([CLI, 'fill', str(folder / 'nowhere'), '--answers', 'x'], capture_output=True, encoding='utf-8')
    check('no questionnaire', done.returncode, 2)

    # Stored, it reads back as it was; what is not finished stays under way.
    (folder / 'steps.csv').write_text('ref,answer\n', encoding='utf-8')
    survey = folder / 'one.homeward'
    done = subprocess.run([CLI, 'new', str(survey), '--questionnaire', str(folder)], capture_output=True, encoding='utf-8')
    check('new', done.returncode, 0)
    done = run(folder, [('size', '3'), ('p', '+'), ('p[1]/who', 'Ana')], '--into', str(survey), '--status', 'completed')
    check('stored', (done.stdout, done.returncode), ('ok\nok\nok\n', 0))
    done = run(folder, [('size', '')], '--into', str(survey), '--status', 'completed')
    check('not finished', done.returncode, 1)
    done = subprocess.run([CLI, 'list', str(survey), '--format', 'csv'], capture_output=True, encoding='utf-8')
    statuses = sorted(word for word in done.stdout.replace('\n', ',').split(',') if word in ('under-way', 'completed'))
    check('statuses', statuses, ['completed', 'under-way'])
    done = run(folder, [('size', '3')], '--into', str(survey), '--status', 'approved')
    check('not ours to say', (done.returncode, 'cannot be “approved”' in done.stderr), (2, True))
    (folder / 'survey.csv').write_text(SURVEY.replace('Person', 'People'), encoding='utf-8')
    done = run(folder, [('size', '3')], '--into', str(survey))
    check('another questionnaire', (done.returncode, 'another questionnaire' in done.stderr), (2, True))
