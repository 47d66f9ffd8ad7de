#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the answers of the demo survey: a folder an enumerator, in it one CSV a level, always the same.

About 300 fictional households in 30 enumeration areas of four strata. The shapes are those that
studies of Dominican migration found: most who went to Spain are women, women send somewhat more
than half of the money and mostly to other women, and little of it becomes a business.

    make-demo.py FOLDER
"""

import csv
import datetime
import os
import random
import sys

from demo_money import transfers_of
from demo_people import Person, draw_absent, draw_household
from demo_sections import (benefits_of, costs_of, is_asked_for_costs, jobs_of, returns_of,
                           sent_by)

HOME = 214
FIRST_DAY = datetime.date(2025, 3, 3)
# stratum, region, residence, enumeration areas, base weight
STRATA = [
    (1, 40, 1, range(1, 11), 148.0),
    (2, 35, 1, range(11, 19), 121.5),
    (3, 38, 1, range(19, 25), 54.0),
    (4, 38, 2, range(25, 31), 47.5),
]
STREETS = [
    "Calle Duarte", "Calle Mella", "Calle Sánchez", "Calle 27 de Febrero", "Calle Las Flores",
    "Calle Independencia", "Calle La Altagracia", "Callejón San Rafael", "Carretera vieja, km",
]
SEED = 10
ENUMERATORS = ["danilo", "esther", "milagros", "ramon", "wilson", "yudelka"]
AREAS_OF_ONE = 5
UNDER_WAY = 9    # households where the interview was broken off before section D


class Dice:
    """Chance that no new version of Python throws differently: only random() is used."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def chance(self, probability):
        return self._random.random() < probability

    def whole(self, low, high):
        return low + int(self._random.random() * (high - low + 1))

    def between(self, low, high):
        return low + self._random.random() * (high - low)

    def bell(self, mean, spread):
        total = sum(self._random.random() for _ in range(12)) - 6
        return mean + spread * total

    def one_of(self, things):
        return things[self.whole(0, len(things) - 1)]

    def pick(self, shares):
        """A key of a dictionary of shares."""
        at = self._random.random() * sum(shares.values())
        for key, share in shares.items():
            at -= share
            if at < 0:
                return key
        return key


def plain(value):
    """250 and not 250.0"""
    return int(value) if isinstance(value, float) and value == int(value) else value


class Rows:
    """The rows of all levels, keyed by the question's name."""

    def __init__(self):
        self.levels = {name: [] for name in
                       ("household", "member", "mig", "rcost", "ret", "snd", "flow", "sent", "cw", "ben")}

    def add(self, level, key, answers):
        row = dict(key)
        row.update({name: plain(value) for name, value in answers.items() if value is not None})
        self.levels[level].append(row)

    def write(self, folder):
        for number, person in enumerate(ENUMERATORS):
            for level, rows in self.levels.items():
                own = [row for row in rows if (row["ea"] - 1) // AREAS_OF_ONE == number]
                write_sheet(os.path.join(folder, person), level, own)


def write_sheet(folder, level, rows):
    names = []
    for row in rows:
        names += [name for name in row if name not in names]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, level + ".csv"), "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names, restval="", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)


def cover(dice, stratum, place, weight):
    number, region, residence = stratum
    area, dwelling = place
    kind = dice.pick({1: 0.46, 2: 0.07, 3: 0.10, 4: 0.37})
    # Households with somebody abroad had a larger chance to be drawn, so they stand for fewer.
    weight = round(weight * {1: 0.55, 2: 0.8, 3: 1.1, 4: 1.4}[kind], 2)
    visit = FIRST_DAY + datetime.timedelta(days=2 * area + dice.whole(0, 12))
    return {
        "round": 1, "stratum": number, "region": region, "ea": area, "res": residence,
        "dwl": dwelling, "hhno": 1 if dice.chance(0.96) else 2, "samptype": kind,
        "wt_base": weight,
        "address": f"{dice.one_of(STREETS)} {dice.whole(1, 120)}",
        "phone": f"809 555 {dice.whole(100, 9999):04d}" if dice.chance(0.7) else None,
        "intv": 1 + (area - 1) // AREAS_OF_ONE, "superv": 1 + (area - 1) // 15,
        "v1date": visit.isoformat(), "v1res": 1,
    }


def add_visits(dice, answers):
    """What came of going there; returns the final result."""
    result = dice.pick({1: 0.925, 3: 0.02, 4: 0.022, 5: 0.01, 6: 0.008, 8: 0.015})
    first = result
    if result == 4 or (result == 1 and dice.chance(0.18)):
        first = dice.pick({4: 0.8, 12: 0.2})
    answers["v1res"] = first
    visit = datetime.date.fromisoformat(answers["v1date"])
    if first in (4, 5, 12):
        answers["v2date"] = (visit + datetime.timedelta(days=dice.whole(1, 3))).isoformat()
        answers["v2res"] = result
    if result in (4, 5):
        answers["v3date"] = (visit + datetime.timedelta(days=dice.whole(4, 8))).isoformat()
        answers["v3res"] = result
    answers["result"] = result
    if result == 6:
        answers.update(gonesize=dice.whole(2, 5), gonectry=dice.one_of([724, 840]), goneyr=2024)
    return result


def add_members(rows, key, people, dice):
    for person in people:
        rows.add("member", key, person.answers(people, dice))


def add_senders(rows, dice, key, household, absent):
    senders = [person for person in absent if person.sends]
    outsiders = []
    if dice.chance(0.13):
        outsiders.append(Person.outsider(dice))
    for position, sender in enumerate(senders + outsiders, 1):
        answers = {"ssrc": 1, "slink": 51 + absent.index(sender)} if sender in absent else {
            "ssrc": dice.pick({3: 0.3, 4: 0.7}), "sname": sender.name}
        answers.update(ssex=sender.sex, srel=sender.relation_outside(), sctry=sender.country)
        if sender.country != HOME:
            answers.update(sborn=1 if dice.chance(0.96) else 2, s12=1, sstat=sender.situation)
        flows, total = transfers_of(dice, sender, household, FIRST_DAY)
        answers["sfn"] = len(flows)
        answers["stot12"] = -98 if dice.chance(0.05) else round(total * dice.between(0.96, 1.04), -1)
        if dice.chance(0.015):
            answers["stot12"] = round(total * 1.4 + 1000, -2)
        rows.add("snd", key, answers)
        for flow in flows:
            rows.add("flow", dict(key, snd=position), flow)
    return len(senders) + len(outsiders)


def add_small_sections(rows, dice, key, answers, people):
    sent, jobs, benefits = sent_by(dice), jobs_of(dice, people), benefits_of(dice, people)
    answers.update(eany=1 if sent else 2, gany=1 if benefits else 2, esn=len(sent) or None,
                   cwn=len(jobs) or None, bnn=len(benefits) or None)
    for level, found in (("sent", sent), ("cw", jobs), ("ben", benefits)):
        for row in found:
            rows.add(level, key, row)


def add_costs_and_returns(rows, dice, key, answers, people, absent):
    records = costs_of(dice, absent)
    if is_asked_for_costs(people, absent):
        answers["kn"] = len(records)
        for row in records:
            rows.add("rcost", key, row)
    for row in returns_of(dice, people):
        rows.add("ret", key, row)


def interview(rows, dice, key, answers, broken_off):
    people = draw_household(dice, answers["samptype"])
    absent = draw_absent(dice, answers["samptype"], people)
    answers.update(consent=1, hhsize=len(people))
    add_members(rows, key, people, dice)
    if broken_off:
        answers["result"] = None
        if dice.chance(0.5):
            return
    answers["mgany"] = 1 if absent else 2
    if absent:
        answers["mgn"] = len(absent)
    for person in absent:
        rows.add("mig", key, person.absent_answers(people, dice))
    if broken_off:
        return
    add_costs_and_returns(rows, Dice(dice.whole(1, 10 ** 9)), key, answers, people, absent)
    count = add_senders(rows, dice, key, people, absent)
    answers["dany"] = 1 if count else 2
    if count:
        answers["dn"] = count
    add_small_sections(rows, Dice(dice.whole(1, 10 ** 9)), key, answers, people)
    adults = [line for line, person in enumerate(people, 1) if person.age >= 18]
    answers["respline"] = adults[0] if dice.chance(0.7) else dice.one_of(adults)


def make(rows):
    dice = Dice(SEED)
    serial = 0
    for number, region, residence, areas, weight in STRATA:
        for area in areas:
            factor = dice.between(0.85, 1.15)
            dwelling = dice.whole(1, 9)
            for _ in range(10):
                serial += 1
                dwelling += dice.whole(2, 9)
                own_dice = Dice(1000 * SEED + serial)  # a change to one household leaves the others alone
                answers = cover(own_dice, (number, region, residence), (area, dwelling),
                                weight * factor)
                key = {name: answers[name] for name in ("ea", "dwl", "hhno")}
                broken_off = serial % (300 // UNDER_WAY) == 17
                result = add_visits(own_dice, answers)
                if result == 3:
                    answers["consent"] = 2
                if result == 1:
                    interview(rows, own_dice, key, answers, broken_off)
                rows.add("household", {}, answers)


def make_slips(rows):
    """What a supervisor is to find: a fee above the amount, an age left out, a man as mother."""
    paid = [row for row in rows.levels["flow"] if row.get("lafee", 0) > 0]
    paid[7]["lafee"] = paid[7]["lasent"] * 2
    next(row for row in rows.levels["member"][210:] if "misced" in row).pop("misced")
    men = {(row["ea"], row["dwl"], row["hhno"]) for row in rows.levels["member"]
           if row["mrel"] == 1 and row["msex"] == 1}
    for row in rows.levels["member"]:
        if row.get("mmoln") == 2 and (row["ea"], row["dwl"], row["hhno"]) in men:
            row["mmoln"] = 1
            break


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.strip())
    rows = Rows()
    make(rows)
    make_slips(rows)
    rows.write(sys.argv[1])


if __name__ == "__main__":
    main()
