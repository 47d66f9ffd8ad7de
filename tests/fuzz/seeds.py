#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what fuzzers begin with: seeds.py HARNESS FOLDER. Made from the questionnaires and vectors of the tree."""
import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHEETS = ['survey', 'choices', 'settings']
WORKBOOK = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>')


def questionnaires():
    for folder in sorted(path.parent for path in ROOT.glob('**/survey.csv') if 'build' not in path.parts[len(ROOT.parts)]):
        yield [(folder / f'{name}.csv').read_bytes() if (folder / f'{name}.csv').exists() else b'' for name in SHEETS]


def cut(sheet, n):
    """The heading and the first rows; long seeds make a fuzzer slow. Rows that a quoted line break parts are no harm here."""
    return b''.join(sheet.splitlines(keepends=True)[:n])


def cells(sheet):
    for number, row in enumerate(csv.reader(sheet.decode('utf-8-sig').splitlines()), 1):
        inside = ''.join(f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{cell.replace("&", "&amp;").replace("<", "&lt;")}</t></is></c>'
                         for i, cell in enumerate(row[:26]) if cell)
        yield f'<row r="{number}">{inside}</row>'


# What cells can hold besides texts of their own: shared strings, dates, truth, errors, formulas, gaps.
CELLS = ('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
         '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" t="s"><v>4</v></c><c r="C3" s="1"><v>44197.5</v></c>'
         '<c r="E3" t="e"><v>#REF!</v></c><c r="F3" t="b"><v>1</v></c><c r="ZZ3"><f>A1</f></c><c s="2"><v>1E5</v></c></row>')
STRINGS = ('<sst><si><t>type</t></si><si><t>name</t></si><si><r><t>la</t></r><r><t>bel</t></r></si>'
           '<si><t>integer</t><rPh><t>x</t></rPh></si><si><t>a_x000A_b</t></si></sst>')
STYLES = ('<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm;@"/></numFmts>'
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>')


def sheet_seeds():
    yield b'\2' + b'\x1e'.join(part.encode() for part in (WORKBOOK.format(CELLS), STRINGS, WORKBOOK.format(CELLS), STYLES))
    for sheets in questionnaires():
        short = [cut(sheet, 12) for sheet in sheets]
        yield b'\0' + b'\x1e'.join(short)
        yield b'\1' + b''.join(b'"%s",,\n' % name.encode() + b''.join(b',' + line for line in sheet.splitlines(keepends=True))
                               for name, sheet in zip(SHEETS, short))
        yield b'\1' + short[0].replace(b',', b';')
        yield b'\2' + b'\x1e'.join([WORKBOOK.format(''.join(cells(short[0]))).encode(), b'<sst><si><t>type</t></si></sst>',
                                    WORKBOOK.format(''.join(cells(short[1]))).encode(), b'<styleSheet/>'])


def expression_seeds():
    with open(ROOT / 'tests/expression/vectors.csv', encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file):
            yield row['expression'].encode()
    for sheets in questionnaires():
        for row in csv.DictReader(sheets[0].decode('utf-8-sig').splitlines()):
            for column in ['relevant', 'constraint', 'calculation', 'label']:
                if row.get(column):
                    yield row[column].encode()


def function_seeds():
    for i in range(256):
        yield bytes([i % 2, 4, i]) + bytes((7 * i + 3 * k) % 256 for k in range(40))


SEEDS = {'sheets': sheet_seeds, 'expression': expression_seeds, 'functions': function_seeds}


def main():
    harness, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[harness]()):
        (folder / f'seed-{number:04}').write_bytes(seed)


if __name__ == '__main__':
    main()
