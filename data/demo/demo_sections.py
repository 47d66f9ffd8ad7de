# SPDX-License-Identifier: GPL-3.0-or-later
"""The small sections of the demo survey: what a household sends, work abroad, pensions from abroad."""

from demo_money import RATE
from demo_people import CHILE, HAITI, HOME, PANAMA, PUERTO_RICO, SPAIN, USA, WOMAN


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
