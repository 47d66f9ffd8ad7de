# SPDX-License-Identifier: GPL-3.0-or-later
"""The small sections of the demo survey: costs, returns, sending, short work and pensions abroad."""

from demo_money import RATE, currency_of
from demo_people import (CHILE, HAITI, HOME, ITALY, PANAMA, PUERTO_RICO, SPAIN, USA, WOMAN, YEAR,
                         occupation_there)


def rate_of(dice, currency):
    return {} if currency == "DOP" else {"rate": round(RATE[currency] * dice.between(0.95, 1.01), 2)}


def put_rate(row, name, rate):
    if rate:
        row[name] = rate["rate"]


def sent_by(dice):
    """Section E: students and parents in the capital, now and then somebody abroad."""
    if not dice.chance(0.16):
        return []
    country = dice.pick({HOME: 0.74, USA: 0.12, HAITI: 0.08, SPAIN: 0.06})
    currency = "DOP" if country in (HOME, HAITI) or dice.chance(0.6) else "USD"
    times = dice.one_of([1, 2, 4, 6, 12])
    each = round(dice.between(1200, 5200), -2) / (1 if currency == "DOP" else RATE["USD"])
    row = {"eline": 1, "ectry": country, "erel": dice.pick({3: 0.4, 7: 0.25, 9: 0.15, 15: 0.2}),
           "esex": WOMAN if dice.chance(0.55) else 1}
    if country != HOME:
        row["e12"] = 1
    row.update(ekind=1, ecur=currency, etimes=times, etot=round(each * times, 0))
    put_rate(row, "efx", rate_of(dice, currency))
    row["echan"] = dice.pick({1: 0.4, 18: 0.25, 6: 0.15, 3: 0.2} if country == HOME else {3: 0.7, 18: 0.3})
    row.update(euse=dice.pick({6: 0.4, 1: 0.35, 7: 0.25}), ecap=1)
    return [row]


def jobs_of(dice, people):
    """Section F: one job for each member who worked abroad for less than a year."""
    jobs = []
    for line, person in enumerate(people, 1):
        if not person.short_term:
            continue
        kind = dice.pick({3: 0.4, 2: 0.3, 4: 0.15, 6: 0.15})
        months = dice.whole(2, 9) if kind != 6 else 12
        gross = round(months * dice.between(650, 1700), -1)
        abroad = kind != 6
        row = {"cwline": line, "cwtype": kind,
               "cwctry": dice.pick({USA: 0.45, PUERTO_RICO: 0.3, PANAMA: 0.15, CHILE: 0.1}),
               "cwmon": months, "cwisco": dice.pick({9: 0.4, 7: 0.3, 5: 0.3}), "cwcur": "USD",
               "cwgross": gross, "cwkind": round(gross * 0.12, -1) if abroad else 0, "cwemp": 0,
               "cwtax": round(gross * dice.between(0.05, 0.14), -1),
               "cwss": round(gross * dice.between(0.03, 0.07), -1),
               "cwfood": round(gross * dice.between(0.12, 0.18), -1) if abroad else 0,
               "cwacc": round(gross * dice.between(0.1, 0.2), -1) if abroad else 0,
               "cwoth": round(gross * dice.between(0.02, 0.07), -1) if abroad else 0,
               "cwfare": dice.whole(18, 42) * 10 if kind in (2, 3) else 0}
        if row["cwfare"]:
            row["cwcarr"] = dice.pick({2: 0.8, 1: 0.2})
        row["cwhome"] = round(gross * dice.between(0.25, 0.45), -1)
        put_rate(row, "cwfx", rate_of(dice, "USD"))
        jobs.append(row)
    return jobs


def benefits_of(dice, people):
    """Section G: pensions earned in New York, and a few survivors."""
    benefits = []
    for line, person in enumerate(people, 1):
        if person.age < 62 or not dice.chance(0.13):
            continue
        country = dice.pick({USA: 0.78, SPAIN: 0.14, PUERTO_RICO: 0.08})
        currency = "EUR" if country == SPAIN else "USD"
        payments = dice.one_of([12, 12, 12, 9])
        row = {"bnline": line, "bntype": dice.pick({1: 0.72, 3: 0.2, 4: 0.08}), "bnctry": country,
               "bnpayer": 1, "bncur": currency, "bntimes": payments,
               "bntot": payments * round(dice.between(380, 1150), 0)}
        put_rate(row, "bnfx", rate_of(dice, currency))
        benefits.append(row)
    return benefits


def is_asked_for_costs(people, absent):
    found = any(person.story.get(name, 98) < 98 for person in absent for name in ("grecr", "gcontr"))
    return found or any(person.returned for person in people)


def costs_of(dice, absent):
    """Section K: those who left to work in the last three years."""
    records = []
    for line, person in enumerate(absent, 51):
        story = person.story
        if "grecr" not in story or story["gdepy"] < YEAR - 3:
            continue
        row = {"kwho": 1, "kline": line, "kctry": person.country, "kyear": story["gdepy"],
               "kempl": 1 if dice.chance(0.88) else 2, "kint": 1, "kknow": 1 if dice.chance(0.85) else 2}
        if row["kknow"] == 1:
            row.update(cost_items(dice, story))
        if row["kempl"] == 1:
            earned = dice.between(820, 1450) * (1.15 if person.country == USA else 1)
            row.update(ke1=round(earned * (0.88 if person.sex == WOMAN else 1), -1), ke1ded=0,
                       ke1cur=currency_of(person.country))
        records.append(row)
    return records


def cost_items(dice, story):
    agent = dice.chance(0.28)
    smuggled = story["gentry"] == 12
    items = {"kcur": "DOP",
             "kc01": round(dice.between(15000, 70000), -2) if agent else 0,
             "kc02": 0 if smuggled else round(dice.between(4500, 14000), -2),
             "kc03": round(dice.between(2800, 7500), -2),
             "kc04": round(dice.between(1500, 4500), -2) if agent else 0,
             "kc07": round(dice.between(2000, 9000), -2) if dice.chance(0.12) else 0,
             "kc13": round(dice.between(800, 5200), -2),
             "kc14": round(dice.between(24000, 58000), -2),
             "kc15": round(dice.between(180000, 420000), -3) if smuggled else 0,
             "kc16": round(dice.between(3000, 12000), -2) if dice.chance(0.08) else 0,
             "kc17": 0, "kc18": round(dice.between(0, 5000), -2)}
    borrowed = dice.chance(0.5)
    if borrowed:
        items["kc17"] = round(dice.between(2000, 16000), -2)
    total = sum(value for name, value in items.items() if name != "kcur")
    items.update(ktot=round(total * dice.between(0.97, 1.04), -2), kreimb=0, kdeduct=0)
    if borrowed:
        main = dice.pick({4: 0.5, 5: 0.25, 6: 0.1, 7: 0.15})
        items.update(kfin=f"2 {main}", kfinm=main, kloan=round(items["ktot"] * dice.between(0.4, 0.9), -2))
        items["kbal"] = round(items["kloan"] * dice.one_of([0, 0.2, 0.5, 0.8]), -2)
    else:
        main = dice.pick({1: 0.3, 2: 0.35, 15: 0.3, 10: 0.05})
        items.update(kfin=str(main), kfinm=main)
    return items


def returns_of(dice, people):
    """Section R: one record for each member who lived abroad."""
    records = []
    for line, person in enumerate(people, 1):
        if not person.returned:
            continue
        woman = person.sex == WOMAN
        country = dice.pick({SPAIN: 0.5, USA: 0.2, ITALY: 0.1, PUERTO_RICO: 0.2} if woman else
                            {USA: 0.5, PUERTO_RICO: 0.3, SPAIN: 0.2})
        records.append({
            "rline": line, "rctry": country, "rdepy": person.return_year - dice.whole(2, 14),
            "rrety": person.return_year, "rreas": dice.pick({2: 0.6, 8: 0.25, 7: 0.15}), "ract": 1,
            "risco": occupation_there(dice, person.sex, country),
            "rwhy": dice.pick({7: 0.3, 10: 0.25, 2: 0.2, 4: 0.1, 13: 0.15}),
            "rmode": dice.pick({1: 0.85, 4: 0.15}), "rsent": 1 if dice.chance(0.9) else 2,
            "rsav": round(dice.between(0, 420000), -3),
            "rskill": dice.pick({"1": 0.2, "5": 0.3, "2": 0.2, "6": 0.3}),
            "rafter": 4 if woman else dice.pick({6: 0.3, 3: 0.3, 4: 0.4}),
            "rdiff": dice.pick({2: 0.3, 3: 0.3, 5: 0.15, 1: 0.25}),
            "rplan": dice.pick({3: 0.6, 2: 0.25, 4: 0.15})})
    return records
