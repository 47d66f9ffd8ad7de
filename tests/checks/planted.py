#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree checks themselves: each one is red on a tree with a fault planted in it."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
PLANTED = [
    ('layers.py', 'app/base/a.c', '#include "store/survey-file.h"\n', 'base must not know store'),
    ('layers.py', 'app/review/a.c', '#include "tabulate/plan.h"\n', 'review must not know tabulate'),
    ('layers.py', 'app/cli/a.c', '#include <gtk/gtk.h>\n', 'gtk does not live in cli'),
    ('layers.py', 'ui/entry/a.c', '#include <sqlite3.h>\n', 'sqlite3.h does not live in ui'),
    ('sql.py', 'app/store/a.c', 'f ("SELECT x "\n   "FROM t WHERE id = %d", id);\n', 'a.c:1:'),
    ('sql.py', 'app/store/a.c', '/* c */\nf ("DELETE FROM %s", name);\n', 'a.c:2:'),
    ('potfiles.py', 'app/base/a.c', 'f (_("Words"));\n', 'app/base/a.c has words'),
    ('potfiles.py', 'ui/a.ui', '<property translatable="yes">W</property>\n', 'ui/a.ui has words'),
]
CLEAN = [
    ('layers.py', 'app/store/a.c', '#include "interview/item.h"\n#include <sqlite3.h>\n'),
    ('sql.py', 'app/store/a.c', 'f ("SELECT x FROM t WHERE id = :id");\ng ("from %s", a);\n'),
    ('potfiles.py', 'app/base/a.c', '/* _("no") */ foo_("no");\n'),
]


def run(check, name, text):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, content in (('po/POTFILES.in', ''), ('app/base/b.c', ''), (name, text)):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, encoding='utf-8')
        return subprocess.run([sys.executable, HERE / check, root], capture_output=True, text=True,
                              check=False)


def main():
    bad = []
    for check, name, text, expected in PLANTED:
        result = run(check, name, text)
        if result.returncode != 1 or expected not in result.stdout:
            bad.append(f'{check} did not see {text!r} in {name}: {result.stdout}{result.stderr}')
    for check, name, text in CLEAN:
        result = run(check, name, text)
        if result.returncode != 0:
            bad.append(f'{check} refused {text!r} in {name}: {result.stdout}{result.stderr}')
    print('\n'.join(bad))
    return bool(bad)


if __name__ == '__main__':
    sys.exit(main())
