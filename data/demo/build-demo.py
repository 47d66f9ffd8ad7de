#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the demo survey with the command line, as an office would: a new survey, then one CSV a level.

    build-demo.py HOMEWARD-CLI QUESTIONNAIRE SURVEY
"""

import os
import pathlib
import subprocess
import sys
import tempfile

LEVELS = ["household", "member", "mig", "snd", "flow", "sent", "cw", "ben"]
ENVIRONMENT = {"HOMEWARD_TODAY": "2025-05-20", "HOMEWARD_USER": "demo", "LC_ALL": "C.UTF-8"}


def call(*command):
    done = subprocess.run([str(part) for part in command], env={**os.environ, **ENVIRONMENT},
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
        call(sys.executable, "-B", here / "make-demo.py", folder)
        call(cli, "new", survey, "--questionnaire", questionnaire)
        for level in LEVELS:
            call(cli, "import", survey, level, os.path.join(folder, level + ".csv"))


if __name__ == "__main__":
    main()
