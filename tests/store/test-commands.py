#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that make, fill, list and show surveys, as scripts of offices use them."""
import csv
import io
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest

CLI = os.environ['HOMEWARD_CLI']
GOLD = pathlib.Path(os.environ['G_TEST_SRCDIR']) / 'fixtures' / 'gold'


def run(*arguments):
    return subprocess.run([CLI, *map(str, arguments)], capture_output=True, encoding='utf-8', check=False)


class Commands(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='homeward-')
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.survey = self.folder / 'gold.homeward'
        self.done('new', self.survey, '--questionnaire', GOLD / 'questionnaire')

    def done(self, *arguments):
        result = run(*arguments)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def refused(self, status, *arguments):
        result = run(*arguments)
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        self.assertNotEqual(result.stderr, '')
        return result.stderr

    def fill(self):
        self.done('import', self.survey, 'household', GOLD / 'gold_hh.csv')
        self.done('import', self.survey, 'flow', GOLD / 'gold_flow.csv')

    def write(self, text):
        path = self.folder / 'in.csv'
        path.write_text(text, encoding='utf-8')
        return path

    def test_gold(self):
        self.fill()
        rows = list(csv.DictReader(io.StringIO(self.done('list', self.survey, '--format', 'csv'))))
        self.assertEqual(len(rows), 24)
        self.assertEqual({row['status'] for row in rows}, {'completed'})
        self.assertEqual({row['label'] for row in rows}, {str(i) for i in range(1, 25)})

        answers = json.loads(self.done('show', self.survey, '10', '--format', 'json'))
        shown = {row['ref']: row for row in answers}
        self.assertEqual(shown['flow[2]/amount']['value'], '1500')
        self.assertEqual(shown['flow[2]/rec_sex']['display'], 'Woman')
        one = next(row['id'] for row in rows if row['label'] == '10')
        text = self.done('show', self.survey, one)
        self.assertIn('Amount received: 1500', text)
        self.assertEqual(text, self.done('show', self.survey, '10'))

        trail = list(csv.DictReader(io.StringIO(self.done('trail', self.survey, '10', '--format', 'csv'))))
        self.assertEqual(trail[0]['question'], 'hhid')
        self.assertEqual(trail[0]['reason'], 'import gold_hh.csv')
        everything = list(csv.DictReader(io.StringIO(self.done('trail', self.survey, '--format', 'csv'))))
        self.assertGreater(len(everything), len(trail) * 10)

    def test_verify(self):
        self.fill()
        self.assertIn('whole', self.done('verify', self.survey))
        with sqlite3.connect(self.survey) as database:
            database.executescript("DROP TRIGGER answer_trail_keeps;"
                                   "UPDATE answer_trail SET after = '99' WHERE sequence = 3")
        database.close()
        result = run('verify', self.survey)
        self.assertEqual(result.returncode, 1)
        self.assertIn(' 3 ', result.stdout)

    def test_refused(self):
        bad = self.write('hhid,stratum,psu,w\n1,1,1,2.5\n2,one,1,2\n')
        self.assertIn('in.csv:3:2: “one”', self.refused(2, 'import', self.survey, 'household', bad))
        self.assertEqual(self.done('list', self.survey, '--format', 'json').strip(), '[]')
        rest = self.folder / 'rest.csv'
        self.refused(1, 'import', self.survey, 'household', bad, '--partial', '--refused', rest)
        mended = self.write(rest.read_text(encoding='utf-8').replace('2,one,', '2,1,'))
        self.done('import', self.survey, 'household', mended)
        self.assertEqual(len(json.loads(self.done('list', self.survey, '--format', 'json'))), 2)

    def test_not_done(self):
        self.refused(2, 'new', self.survey, '--questionnaire', GOLD / 'questionnaire')
        self.refused(2, 'new', self.folder / 'x.homeward')
        self.refused(2, 'new', self.folder / 'x.homeward', '--questionnaire', self.folder)
        self.refused(2, 'new', self.folder / 'x.homeward', '--questionnaire', GOLD / 'questionnaire',
                     '--set', 'colour=red')
        self.refused(2, 'new', self.folder / 'x.homeward', '--questionnaire', GOLD / 'questionnaire',
                     '--set', 'weight=nothing')
        self.assertFalse((self.folder / 'x.homeward').exists())
        self.assertIn('household, flow', self.refused(2, 'import', self.survey, 'cattle', GOLD / 'gold_hh.csv'))
        self.refused(2, 'import', self.survey, 'household', self.folder / 'missing.csv')
        self.refused(2, 'show', self.survey, '77')
        self.refused(2, 'list', GOLD / 'gold_hh.csv')
        self.refused(2, 'list', self.folder / 'missing.homeward')
        self.refused(2, 'list', self.survey, '--format', 'xml')

    def test_language(self):
        """Every command takes --lang, and in the plainest of locales its words are whole."""
        environment = {**os.environ, 'LC_ALL': 'C', 'HOMEWARD_LOCALEDIR': str(pathlib.Path(CLI).parents[1] / 'po')}
        del environment['LANGUAGE']
        said = {}
        for language in ('en', 'es'):
            result = subprocess.run([CLI, 'list', '/nowhere', '--lang', language], env=environment, check=False,
                                    capture_output=True, encoding='utf-8')
            self.assertEqual(result.returncode, 2)
            self.assertIn('/nowhere', result.stderr)
            said[language] = result.stderr
        self.assertIn('“/nowhere”', said['en'])
        self.assertNotEqual(said['en'], said['es'])

    def test_settings(self):
        path = self.folder / 'other.homeward'
        self.done('new', path, '--questionnaire', GOLD / 'questionnaire', '--set', 'level=dwelling',
                  '--set', 'case_id=psu hhid', '--set', 'title=Our survey')
        self.done('import', path, 'dwelling', GOLD / 'gold_hh.csv')
        labels = [row['label'] for row in json.loads(self.done('list', path, '--format', 'json'))]
        self.assertIn('6 - 24', labels)


if __name__ == '__main__':
    unittest.main()
