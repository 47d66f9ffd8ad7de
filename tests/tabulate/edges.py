#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a survey does to tables besides the easy cases: missing kinds, several choices, odd designs, nothing at all."""
import csv
import io
import math
import os
import pathlib
import subprocess
import sys
import tempfile

CLI = os.environ['HOMEWARD_CLI']
HEADING = 'table,level,universe,rows,columns,layers,statistic,variable,denominator,weight\n'

SHEETS = {
    'survey': '''type,name,label,missing,exclusive,identifying,calculation,relevant
integer,hhid,Household,,,,,
integer,str,Stratum,,,,,
integer,psu,PSU,,,,,
decimal,w,Weight,,,,,
integer,npsu,PSUs in the stratum,,,,,
integer,order,A name that SQL has taken,,,,,
text,phone,Telephone,,,yes,,
select_multiple goods,goods,What do you own?,dont-know:98 refused:99,9,,,
select_one yn,money,Does money come?,dont-know:98 refused:99,,,,
decimal,much,How much?,dont-know:-98 refused,,,,${money} = 1
calculate,double,Twice,,,,${much} * 2,
begin_repeat,mem,Members,,,,,
integer,line,Line,,,,,
integer,Age,Age,dont-know:-98,,,,
begin_repeat,job,Jobs,,,,,
integer,jno,Job,,,,,
decimal,pay,Pay,,,,,
end_repeat,,,,,,,
end_repeat,,,,,,,
''',
    'choices': '''list_name,name,label
yn,1,Yes
yn,2,No
goods,3,Radio
goods,1,Bicycle
goods,2,Telephone
goods,9,Nothing
''',
    'settings': 'form_id,form_title,version,case_id,stratum,psu,weight\nedges,Edges,1,hhid,str,psu,w\n',
}

HOUSEHOLDS = '''hhid,str,psu,w,npsu,order,phone,goods,money,much
1,1,1,2,4,3,0711,1 2,1,10.50
2,1,1,2,4,3,0712,2,1,-98
3,1,2,3,4,4,0713,9,2,
4,1,2,3,4,4,0714,98,98,
5,2,1,5,1,5,0715,3 1,1,40
6,2,1,5,1,5,0716,99,99,
'''
MEMBERS = 'hhid,line,Age\n1,1,30\n1,2,\n2,1,-98\n5,1,50\n'
JOBS = 'hhid,line,jno,pay\n1,1,1,100\n1,1,2,50\n5,1,1,7\n'


def run(*arguments, status=0):
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, encoding='utf-8')
    assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
    return done


def write(path, text):
    path.write_text(text, encoding='utf-8')
    return path


def make_survey(folder, name, *settings, filled=True):
    sheets = folder / 'questionnaire'
    sheets.mkdir(exist_ok=True)
    for sheet, text in SHEETS.items():
        write(sheets / f'{sheet}.csv', text)
    survey = folder / f'{name}.homeward'
    run('new', survey, '--questionnaire', sheets, *(a for s in settings for a in ('--set', s)))
    for level, text in (('household', HOUSEHOLDS), ('mem', MEMBERS), ('job', JOBS)):
        if filled:
            run('import', survey, level, write(folder / f'{level}.csv', text))
    return survey


def tabulate(folder, survey, lines, status=0, variables=None):
    plan = write(folder / 'plan.csv', HEADING + lines)
    beside = folder / 'plan-variables.csv'
    if variables is not None:
        write(beside, 'name,level,expression,label\n' + variables)
    elif beside.exists():
        beside.unlink()
    done = run('tabulate', survey, '--plan', plan, '--format', 'csv', status=status)
    return list(csv.DictReader(io.StringIO(done.stdout))), done.stderr


def estimates(rows):
    return [(r['row'], float(r['estimate']) if r['estimate'] else None) for r in rows]


def check_missing(folder, survey):
    rows, _ = tabulate(folder, survey, 't,household,,money,,,count,,,none\n')
    assert estimates(rows) == [('1', 3), ('2', 1), ('dont-know', 1), ('refused', 1), ('total', 6)], rows
    rows, _ = tabulate(folder, survey, 't,household,,money,,,column%,,,none\n')
    assert estimates(rows) == [('1', 75), ('2', 25), ('dont-know', None), ('refused', None), ('total', 100)], rows
    assert [r['n'] for r in rows] == ['4', '4', '1', '1', '4'], rows
    # 10.5 and 40; the unknown amount is none, and who was not asked neither
    rows, _ = tabulate(folder, survey, 't,household,,,,,mean,much,,none\nu,household,,,,,total,double,,none\n')
    assert [float(r['estimate']) for r in rows] == [25.25, 101] and rows[0]['n'] == '2', rows
    rows, _ = tabulate(folder, survey, 't,household,,much,,,count,,,none\n')
    assert estimates(rows) == [('10.5', 1), ('40', 1), ('dont-know', 1), ('not-asked', 3), ('total', 6)], rows


def check_several(folder, survey):
    rows, _ = tabulate(folder, survey, 't,household,,goods,,,count,,,none\nu,household,,goods,,,column%,,,none\n')
    # In the order of the choice list
    assert estimates(rows[:7]) == [('3', 1), ('1', 2), ('2', 2), ('9', 1), ('dont-know', 1), ('refused', 1),
                                   ('total', 6)], rows
    assert estimates(rows[7:]) == [('3', 25), ('1', 50), ('2', 50), ('9', 25), ('dont-know', None),
                                   ('refused', None), ('total', 100)], rows
    rows, _ = tabulate(folder, survey, "t,household,\"selected(goods, '1')\",,,,count,,,none\n")
    assert rows[0]['estimate'] == '2', rows


def check_names(folder, survey):
    """Questions may be called as SQL's own words, and be written as in a questionnaire."""
    rows, _ = tabulate(folder, survey, 't,household,${order} > 3,order,,,total,order,,none\n'
                       'u,household,,,,,mean,${order},hhid,none\n', status=2)
    assert rows == []  # a mean with a denominator
    rows, _ = tabulate(folder, survey, 't,household,${order} > 3,order,,,total,order,,none\n'
                       'u,household,,,,,mean,${order},,none\n')
    assert estimates(rows) == [('4', 8), ('5', 10), ('total', 18), ('', 4)], rows


def check_words(folder, survey):
    """Titles and labels in the language that is asked for, and as they were written where it is not there."""
    plan = write(folder / 'words.csv', 'table,title,title::Español (es),level,rows,statistic,variable,note,note::es\n'
                 't,Radios,Radios en casa,household,rich,mean,hhid,As said,Como se dijo\n'
                 'u,Goods,,household,goods,column%,,Owned,\n')
    write(folder / 'words-variables.csv', 'name,level,expression,label,label::es\n'
          "rich,household,\"selected(goods, '3')\",Has a radio,Tiene radio\n")
    write(folder / 'words-labels.csv', 'name,value,label,label::Español (es)\nrich,1,Yes,Sí\nrich,0,No,\n'
          'hhid,,Number,Número\n')
    english = run('tabulate', survey, '--plan', plan).stdout
    for word in ('t  Radios\n', 'Has a radio', 'Yes', 'Mean: Number', 'As said', 'u  Goods', 'Owned Several answers are '
                 'possible'):
        assert word in english, (word, english)
    for language in ('es', 'Español (es)'):
        spanish = run('tabulate', survey, '--plan', plan, '--lang', language).stdout
        for word in ('Radios en casa', 'Tiene radio', 'Sí', 'No ', ': Número', 'Como se dijo', 'u  Goods'):
            assert word in spanish, (word, spanish)


def check_levels(folder, survey):
    """A job sees its member and its household; case does not matter to SQL."""
    rows, _ = tabulate(folder, survey, 't,job,,Age,,,total,pay,,\nu,mem,,,,,total,n_jobs,,none\n'
                       'v,household,n_mem > 0,,,,mean,age * 1.0,,none\n', status=1,
                       variables='n_jobs,mem,(SELECT count(*) FROM job WHERE job.parent_row_id = mem.row_id),\n'
                                 'n_mem,household,'
                                 '(SELECT count(*) FROM mem x WHERE x.interview_id = household.interview_id),\n')
    assert estimates(rows) == [('30', 300), ('50', 35), ('total', 335), ('', 3)], rows
    assert rows[2]['n'] == '3'


def check_designs(folder):
    total = 't,household,,,,,total,much,,\nu,household,str = 1,,,,total,much,,\n'
    rows, told = tabulate(folder, make_survey(folder, 'lonely'), total)
    assert 'The stratum “2” has a single PSU' in told, told
    again = run('tabulate', folder / 'lonely.homeward', '--plan', folder / 'plan.csv', '--table', 't',
                '--table', 'u', '--format', 'csv')
    assert again.stderr == told and again.stderr.count('single PSU') == 1, again.stderr
    assert rows[0]['estimate'] == '221' and rows[0]['se'] == '' and rows[0]['lower'] == '', rows
    # Stratum 1: PSU totals 21 and 0
    assert math.isclose(float(rows[1]['se']), 21) and rows[1]['df'] == '1', rows
    rows, told = tabulate(folder, make_survey(folder, 'taken', 'fpc=npsu'), total)
    assert told == '', told
    assert math.isclose(float(rows[0]['se']), 21 * math.sqrt(0.5)), rows
    rows, told = tabulate(folder, make_survey(folder, 'wrong', 'fpc=psu'), total)
    assert 'finite population correction of the stratum' in told, told
    rows, told = tabulate(folder, folder / 'taken.homeward', 't,household,,,,,count,,,much\n')
    assert rows[0]['estimate'] == '50.5' and rows[0]['n'] == '2', rows
    assert 'plan.csv:2:10: 4 rows have no weight' in told, told


def check_nothing(folder):
    empty = make_survey(folder, 'empty', filled=False)
    rows, _ = tabulate(folder, empty, 't,household,,money,,,count,,,\nu,household,,,,,mean,much,,\n'
                       'v,mem,,money,,,row%,,,\n', status=2)
    assert rows == []  # a row percentage without columns is a fault of the plan
    rows, _ = tabulate(folder, empty, 't,household,,money,,,count,,,\nu,household,,,,,mean,much,,\n'
                       'v,household,,,,,median,much,,\n')
    assert [(r['row'], r['estimate'], r['se'], r['n']) for r in rows] == [
        ('total', '0', '0', '0'), ('', '', '', '0'), ('', '', '', '0')], rows


def check_export(folder, survey):
    """Codes, kinds without a code named beside the file, and no telephone numbers."""
    run('export', survey, '--what', 'data', '--to', folder / 'data')
    data = {p.name: list(csv.DictReader(p.open(encoding='utf-8'))) for p in (folder / 'data').iterdir()}
    assert sorted(data) == ['household.csv', 'job.csv', 'mem.csv', 'missing.csv'], sorted(data)
    households = {h['hhid']: h for h in data['household.csv']}
    assert 'phone' not in households['1']
    assert [households[k]['much'] for k in '12345'] == ['10.5', '-98', '', '', '40'], households
    assert [households[k]['money'] for k in '123456'] == ['1', '1', '2', '98', '1', '99']
    jobs = data['job.csv']
    assert {j['hhid'] for j in jobs} == {'1', '5'} and len(jobs) == 3
    assert [j['pay'] for j in jobs if j['hhid'] == '5'] == ['7'], jobs
    assert [(j['mem'], j['job']) for j in jobs if j['hhid'] == '1'] == [('1', '1'), ('1', '2')], jobs
    members = {m['row_id']: m for m in data['mem.csv']}
    assert {members[j['parent_row_id']]['Age'] for j in jobs} == {'30', '50'}
    assert [(m['level'], m['question'], m['kind']) for m in data['missing.csv']] \
        == [('mem', 'Age', 'not-answered')], data['missing.csv']


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        survey = make_survey(folder, 'edges')
        check_missing(folder, survey)
        check_several(folder, survey)
        check_names(folder, survey)
        check_words(folder, survey)
        check_levels(folder, survey)
        check_export(folder, survey)
        check_designs(folder)
        check_nothing(folder)
    return 0


if __name__ == '__main__':
    sys.exit(main())
