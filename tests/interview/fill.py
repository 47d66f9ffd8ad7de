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

KINDS = '''type,name,label,parameters,calculation,trigger
rank l,order,Order,,,
range,score,Score,start=0 end=10 step=5,,
begin_repeat,p,Person,,,
text,who,Who,,,
end_repeat,,,,,
select_one ${who},head,Head,,,
image,house,House,,,
calculate,stamp,,,"concat(${score}, '/', ${order})",${score}
'''
KIND_STEPS = [
    ('order', 'c a b', 'ok'),
    ('order', 'c c', 'refused: “c” stands here twice. Each choice has one place in the order.'),
    ('score', '7', 'constraint: “7” lies between two marks of the scale, which goes from 0 in steps of 5.'),
    ('score', '10', 'ok'),
    ('order', 'b', 'ok'),
    ('p', '+', 'ok'),
    ('p', '+', 'ok'),
    ('p[2]/who', 'Ana Mota', 'ok'),
    ('head', 'Ana', 'refused: “Ana” is not among the choices that apply here.'),
    ('head', 'Ana Mota', 'ok'),
    ('house', 'FOLDER/house.png', 'ok'),
    ('house', 'FOLDER/steps.csv', 'refused: “steps.csv” is no picture. Choose a file in PNG, JPEG, WebP, GIF, TIFF, BMP, HEIC or AVIF format.'),
]
KIND_STATE = ['ref,relevant,value', 'order,1,b', 'score,1,10', 'p[1]/who,1,(not-answered)', 'p[2]/who,1,Ana Mota',
              'head,1,Ana Mota', 'house,1,house.png', 'stamp,1,10/c a b']

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

    # Ranks, scales, choices made of answers, triggers and pictures, as they are typed.
    (folder / 'survey.csv').write_text(KINDS, encoding='utf-8')
    (folder / 'choices.csv').write_text('list_name,name,label\nl,a,A\nl,b,B\nl,c,C\n', encoding='utf-8')
    (folder / 'house.png').write_bytes(b'\x89PNG\r\n\x1a\nrest')
    steps = [(ref, answer.replace('FOLDER', str(folder)), verdict) for ref, answer, verdict in KIND_STEPS]
    done = run(folder, steps, '--state')
    lines = done.stdout.splitlines()
    for i, (ref, answer, verdict) in enumerate(steps):
        check(f'kind {i + 1} ({ref}, {answer})', lines[i], verdict)
    check('kinds', lines[len(steps):], KIND_STATE)
    (folder / 'choices.csv').unlink()
    (folder / 'survey.csv').write_text(SURVEY, encoding='utf-8')

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
