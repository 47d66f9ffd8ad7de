#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the demo survey with the command line, as an office would: a new survey, then the sheets of each enumerator.

    build-demo.py HOMEWARD-CLI QUESTIONNAIRE SURVEY
"""

import os
import pathlib
import subprocess
import sys
import tempfile

LEVELS = ["household", "member", "mig", "rcost", "ret", "snd", "flow", "sent", "cw", "ben"]
# What leaks in a build that looks for leaks is for the tests to say.
ENVIRONMENT = {"HOMEWARD_TODAY": "2025-05-20", "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"}


def call(person, *command):
    environment = {**os.environ, **ENVIRONMENT, "HOMEWARD_USER": person}
    done = subprocess.run([str(part) for part in command], env=environment,
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.strip())
    cli, questionnaire, survey = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    here = pathlib.Path(__file__).resolve().parent
    survey.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        call("office", sys.executable, "-B", here / "make-demo.py", folder)
        call("office", cli, "new", survey, "--questionnaire", questionnaire)
        for person in sorted(os.listdir(folder)):
            for level in LEVELS:
                sheet = os.path.join(folder, person, level + ".csv")
                if os.path.getsize(sheet) > 2:
                    call(person, cli, "import", survey, level, sheet)


if __name__ == "__main__":
    main()
