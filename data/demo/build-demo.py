#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the demo survey with the command line, as an office would: a new survey, the sheets of each
enumerator, and then the supervisor.

    build-demo.py HOMEWARD-CLI QUESTIONNAIRE SURVEY
"""

import csv
import io
import os
import pathlib
import subprocess
import sys
import tempfile

LEVELS = ["household", "member", "mig", "rcost", "ret", "snd", "flow", "sent", "cw", "ben"]
# What leaks in a build that looks for leaks is for the tests to say.
ENVIRONMENT = {"HOMEWARD_TODAY": "2025-05-20", "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"}


SUPERVISOR = "altagracia"
# What is sent back, one interview for each: a finding, and what is to be done about it.
RETURNED = {
    ("soft", "lafee"): "The fee is over a quarter of the amount. Please ask again about D2.20.",
    ("soft", "mmoln"): "The mother given in B17 is a man. Please check the lines.",
    ("soft", "fltot"): "The yearly total does not fit the usual amount. Was a transfer left out?",
    ("soft", "stot12"): "D1.18 does not agree with the transfers. Please go through them again.",
    ("soft", "mage"): "Age and year of birth differ. Please ask for the identity card.",
}
LOOKED_AT = 20  # enumeration areas that the supervisor has gone through


def call(person, *command, good=(0,)):
    environment = {**os.environ, **ENVIRONMENT, "HOMEWARD_USER": person}
    done = subprocess.run([str(part) for part in command], env=environment,
                          capture_output=True, text=True, check=False)
    if done.returncode not in good:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return list(csv.DictReader(io.StringIO(done.stdout)))


def review(cli, survey):
    """The supervisor approves what is clean, sends a few back, and has the rest before her."""
    findings = call(SUPERVISOR, cli, "findings", survey, "--format", "csv", good=(0, 1))
    odd = {}
    for finding in findings:
        what = (finding["kind"], finding["ref"].rsplit("/", 1)[-1])
        odd.setdefault(finding["interview"], []).append(what)
    clean, left = [], dict(RETURNED)
    for interview in call(SUPERVISOR, cli, "list", survey, "--format", "csv"):
        name = interview["id"]
        if interview["status"] != "completed" or int(interview["label"].split(" ")[0]) > LOOKED_AT:
            continue
        if name not in odd:
            clean.append(name)
        for what in odd.get(name, []):
            if what in left:
                call(SUPERVISOR, cli, "review", survey, name, "--return", left.pop(what))
                break
    call(SUPERVISOR, cli, "review", survey, "--approve", *clean)


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
        review(cli, survey)


if __name__ == "__main__":
    main()
