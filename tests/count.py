#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what Meson's test logs say, case by case, and ends with "N passed, N failed"."""
import json
import re
import sys

CASE = re.compile(r'^\s*(not )?ok\b([^\n#]*)(#\s*(\w+))?', re.MULTILINE | re.IGNORECASE)


def count(entry):
    """Cases passed, failed and skipped in one test program."""
    good = entry['result'] in ('OK', 'EXPECTEDFAIL')
    if entry['result'] == 'SKIP':
        return 0, 0, 1
    passed = failed = skipped = 0
    for case in CASE.finditer(entry.get('stdout') or ''):
        if (case[4] or '').lower() == 'skip':
            skipped += 1
        elif case[1]:
            failed += 1
        else:
            passed += 1
    if passed + failed + skipped == 0:
        return int(good), int(not good), 0
    # A program that dies after its last good case has failed all the same.
    return passed, failed if good else max(failed, 1), skipped


def main():
    passed, failed, skipped = 0, int(sys.argv[1]), 0
    for path in sys.argv[2:]:
        with open(path, encoding='utf-8') as log:
            for line in log:
                p, f, s = count(json.loads(line))
                passed, failed, skipped = passed + p, failed + f, skipped + s
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return failed > 0 or passed == 0


if __name__ == '__main__':
    sys.exit(main())
