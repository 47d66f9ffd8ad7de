#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person captures a household by keyboard alone, loses power in the middle, goes on, finishes, and exports a table.

    e2e-person.py HOMEWARD HOMEWARD-CLI DATA-FOLDER

The answers are those of the scripted interview: a household of three, one migrant, two transfers. The script looks at the
screen through the accessibility bus, and at the survey file for the question that the cursor is on.
"""
import csv
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from uia import App, keys_, paste_, shot, type_, wait

homeward, cli, data = sys.argv[1:4]
questionnaire = os.path.join(data, 'questionnaires', 'migration')
plan = os.path.join(data, 'plans', 'standard.csv')
folder = tempfile.mkdtemp(prefix='person.')
survey = os.path.join(folder, 'survey.homeward')
steps = os.path.join(data, 'demo', 'interview.csv')

with open(steps, encoding='utf-8') as sheet:
    rows = [row for row in csv.DictReader(sheet) if row['ref']]
answers = {row['ref']: row['answer'] for row in rows}
last = rows[-1]['ref']
kill_at = [ref for ref in answers if ref.startswith('mig[1]/')][3]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def ask(sql, *values):
    with sqlite3.connect(f'file:{survey}?mode=ro', uri=True) as file:
        row = file.execute(sql, values).fetchone()
        return row[0] if row else None


def cursor():
    return ask('SELECT cursor FROM interview')


def focus(app):
    return next((node for node in app.node.walk() if 'focused' in node.states()), None)


def next_question(before, what):
    try:
        wait(lambda: cursor() != before, 5, f'the cursor to leave {before} after {what}')
    except AssertionError:
        shot(os.path.join(os.environ.get('G_TEST_BUILDDIR', folder), 'e2e-person.png'))
        raise


def give(ref, answer):
    """Types one answer as a hand would, and goes on with Enter."""
    keys = {'=dont-know': 'F8', '=refused': 'F9', '=not-applicable': 'shift+F9'}
    if answer in keys:
        keys_(keys[answer])
    elif answer.startswith('!'):
        keys_('F2')
        type_(answer[1:])
    elif answer.isascii():
        type_(answer)
    else:
        paste_(answer)
    keys_('Return')


def capture(app, until):
    """Answers whatever is asked, until the cursor is on a question of which @until says so."""
    asked = 0
    while not until(cursor()):
        ref = cursor()
        if ref in answers:
            for part in answers[ref].split(' ') if ref.endswith(tuple(multiple)) else [answers[ref]]:
                if ref.endswith(tuple(multiple)):
                    type_(part)
                    time.sleep(1.2)  # a code such as 1 waits whether it becomes 16
                else:
                    give(ref, part)
            if ref.endswith(tuple(multiple)):
                keys_('Return')
            given.append(ref)
        else:
            keys_('Return')
        if ref == last:
            return asked
        next_question(ref, answers.get(ref, 'Enter alone'))
        asked += 1
        assert asked < 400, f'no end: {ref}'
    return asked


with open(os.path.join(questionnaire, 'survey.csv'), encoding='utf-8-sig') as sheet:
    multiple = ['/' + row['name'] for row in csv.DictReader(sheet)
                if row['type'].startswith('select_multiple')]
given = []

run(cli, 'new', survey, '--questionnaire', questionnaire)
with App(homeward, survey) as app:
    app.node.find('frame')
    time.sleep(0.5)
    keys_('ctrl+n')
    wait(lambda: cursor() is not None, 10, 'an interview with a cursor')
    capture(app, lambda ref: ref == kill_at)
    assert len(given) > 40, given
    saved = run(cli, 'show', survey, ask('SELECT id FROM interview'), '--format', 'csv')
    app.p.send_signal(signal.SIGKILL)
    app.p.wait()

with App(homeward, survey) as app:
    app.node.find('frame')
    assert run(cli, 'show', survey, ask('SELECT id FROM interview'), '--format', 'csv') == saved
    time.sleep(0.5)
    keys_('Return')
    wait(lambda: focus(app) is not None and 'Ana' in ' '.join(n.name for n in app.node.find_all('label')), 10,
         'the interview, open')
    time.sleep(1)
    assert cursor() == kill_at, f'the cursor is on {cursor()}, it was on {kill_at}'
    capture(app, lambda ref: False)
    missed = [ref for ref in answers if ref not in given]
    assert not missed, f'never asked: {missed}'
    keys_('ctrl+shift+Return')
    wait(lambda: next(app.node.find_all('push button', lambda name: 'Complete' in name), None), 5, 'the finish page')
    time.sleep(0.3)
    keys_('Return')
    wait(lambda: ask('SELECT status FROM interview') == 'completed', 8, 'the interview to be completed')
    # To the tables, to T20, and out as CSV.
    time.sleep(0.5)
    keys_('Escape')
    wait(lambda: next(app.node.find_all('push button', lambda name: 'New Interview' in name), None), 5, 'the list')
    time.sleep(0.5)
    keys_('alt+3')
    wait(lambda: next(app.node.find_all('label', lambda name: 'T20' in name), None), 15, 'the list of tables')
    time.sleep(0.5)
    for _ in range(60):
        node = focus(app)
        words = [label.name for label in node.find_all('label')] if node else []
        if any('T20' in word for word in words):
            break
        keys_('Down' if any(word.startswith('T') and word[1:3].isdigit() for word in words) else 'Tab')
        time.sleep(0.1)
    else:
        raise AssertionError('T20 never had the focus')
    keys_('Return')
    time.sleep(1.5)
    windows = set(app.xwindows())
    keys_('ctrl+e')
    wait(lambda: set(app.xwindows()) - windows, 8, 'the file chooser')
    out = os.path.join(folder, 'T20.csv')
    time.sleep(0.5)
    keys_('ctrl+a')
    type_(out)
    keys_('Return')
    wait(lambda: os.path.exists(out), 8, 'the exported table')
    app.quit()

expected = run(cli, 'tabulate', survey, '--plan', plan, '--table', 'T20', '--format', 'csv')
with open(out, encoding='utf-8', newline='') as exported:
    assert exported.read().replace('\r\n', '\n') == expected.replace('\r\n', '\n'), 'the two tables differ'

# What the hand typed is what the script gives.
by_script = os.path.join(folder, 'script.homeward')
run(cli, 'new', by_script, '--questionnaire', questionnaire)
run(cli, 'fill', questionnaire, '--answers', steps, '--into', by_script)
with sqlite3.connect(by_script) as file:
    scripted = file.execute('SELECT id FROM interview').fetchone()[0]
typed = run(cli, 'show', survey, ask('SELECT id FROM interview'), '--format', 'csv')
wanted = run(cli, 'show', by_script, scripted, '--format', 'csv')
assert typed == wanted, f'{typed}\n---\n{wanted}'
print('ok: a household of three, one migrant, two transfers; killed, resumed, finished, exported')
