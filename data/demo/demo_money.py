# SPDX-License-Identifier: GPL-3.0-or-later
"""The transfers of the demo survey: what a sender sent, how, what it cost, what became of it."""

import datetime

from demo_people import (CHILD, GRANDCHILD, HEAD, HOME, ITALY, MAN, PARENT, SIBLING, SPAIN, SPOUSE,
                         SWISS, WOMAN)

RATE = {"USD": 61.5, "EUR": 67.4, "CHF": 70.6, "DOP": 1.0}
MONEY, GOODS, BILL = 1, 2, 3
OFTEN = {  # frequency: fewest times, most times, longest since the last
    1: (48, 52, 6), 2: (24, 26, 13), 3: (11, 12, 30), 4: (6, 6, 55), 5: (4, 4, 85),
    6: (2, 2, 150), 7: (1, 1, 250), 8: (1, 5, 200), 9: (1, 1, 250)}
# What the sender is to the recipient, by what each is to the head.
BETWEEN = {(CHILD, SPOUSE): 3, (CHILD, CHILD): 9, (CHILD, GRANDCHILD): 7, (CHILD, PARENT): 6,
           (SPOUSE, CHILD): 7, (SPOUSE, PARENT): 5, (SIBLING, SPOUSE): 10, (SIBLING, CHILD): 12,
           (SIBLING, PARENT): 3, (PARENT, SPOUSE): 8, (PARENT, CHILD): 11}
ASSET_OF_USE = {11: 1, 12: 3, 14: 5, 15: 6, 16: 7}


def transfers_of(dice, sender, people, day):
    """The transfers of one sender, and their money in survey currency."""
    recipient = choose_recipient(dice, sender, people)
    flows = [money(dice, sender, day)]
    if sender.country != HOME:
        if dice.chance(0.24):
            flows.append(goods(dice, day))
        if dice.chance(0.07):
            flows.append(bill(dice, day))
        if dice.chance(0.07):
            flows.append(asset_money(dice, sender, day))
    total = 0
    for flow in flows:
        add_recipient(dice, flow, sender, recipient, people)
        add_use(dice, flow, sender)
        total += value_of(flow)
    return flows, total


def value_of(flow):
    if flow["flkind"] == GOODS:
        return 0
    amount = flow["fltot"]
    if amount < 0:
        amount = max(flow["flamt"], 0) * max(flow["fltimes"], 0)
    rate = flow.get("flfx", 0)
    return amount * (rate if rate > 0 else RATE[flow["flcur"]])


def choose_recipient(dice, sender, people):
    woman = dice.chance(0.82 if sender.sex == WOMAN else 0.62)
    adults = [person for person in people if person.age >= 18]
    wanted = [person for person in adults if (person.sex == WOMAN) == woman]
    first = [person for person in wanted if person.relation in (HEAD, SPOUSE)]
    if first and dice.chance(0.8):
        return first[0]
    return dice.one_of(wanted or adults)


def currency_of(country):
    return {SPAIN: "EUR", ITALY: "EUR", SWISS: "CHF", HOME: "DOP"}.get(country, "USD")


def timing(dice, shares, day):
    often = dice.pick(shares)
    fewest, most, longest = OFTEN[often]
    last = day - datetime.timedelta(days=dice.whole(1, longest))
    return {"fldate": last.isoformat(), "flfreq": often, "fltimes": dice.whole(fewest, most)}


def usual_amount(dice, sender, often):
    """In dollars or euros; women send a little less each time and more often."""
    middle = 172 if sender.sex == WOMAN else 185
    if sender.country == HOME:
        middle = 60
    size = middle * 2.718281828 ** dice.bell(0, 0.5) * {1: 0.4, 2: 0.6, 3: 1}.get(often, 1.25)
    return max(20, round(size / 10) * 10)


def money(dice, sender, day):
    shares = {3: 0.6, 2: 0.13, 4: 0.08, 5: 0.03, 1: 0.02, 8: 0.1, 6: 0.02, 9: 0.02}
    if sender.sex == MAN:
        shares = {3: 0.5, 2: 0.14, 4: 0.1, 5: 0.05, 8: 0.15, 6: 0.03, 9: 0.03}
    flow = {"flkind": MONEY}
    flow.update(timing(dice, shares, day))
    foreign = currency_of(sender.country)
    amount = usual_amount(dice, sender, flow["flfreq"])
    in_pesos = sender.country == HOME or dice.chance(0.22)
    add_amounts(dice, flow, "DOP" if in_pesos else foreign,
                round(amount * RATE[foreign], -2) if in_pesos and foreign != "DOP"
                else amount * 60 if in_pesos else amount)
    add_channel(dice, flow, sender)
    add_last(dice, flow, foreign, amount * 60 if foreign == "DOP" else amount)
    return flow


def add_amounts(dice, flow, currency, amount):
    total = amount * flow["fltimes"]
    if flow["fltimes"] > 1 and dice.chance(0.35):
        total = round(total * dice.between(0.9, 1.12), -1)
    if dice.chance(0.012):
        total = round(total * 1.5, -1)
    flow.update(flcur=currency, flamt=amount, fltot=total)
    if dice.chance(0.03):
        flow["fltot"] = -98
    if currency != "DOP":
        flow["flfx"] = -98 if dice.chance(0.1) else round(RATE[currency] * dice.between(0.95, 1.01), 2)
        if flow["flfx"] > 0:
            flow["flfxsrc"] = 2 if dice.chance(0.25) else 1


def add_channel(dice, flow, sender):
    if sender.country == HOME:
        flow["flchan"] = dice.pick({1: 0.35, 18: 0.25, 16: 0.15, 17: 0.15, 6: 0.1})
    else:
        flow["flchan"] = dice.pick({3: 0.42, 4: 0.16, 5: 0.08, 1: 0.1, 2: 0.04, 10: 0.02, 8: 0.03,
                                    6: 0.01, 18: 0.07, 17: 0.05, 16: 0.01, 15: 0.01})


def add_last(dice, flow, currency, amount):
    """The last transfer, on which the cost is measured."""
    if dice.chance(0.12):
        flow.update(lasent=-98, larec=-98)
        return
    channel = flow["flchan"]
    if channel == 3:
        fee = max(4.0, amount * dice.between(0.025, 0.06))
    elif channel in (2, 15, 16):
        fee = max(5.0, amount * dice.between(0.04, 0.07))
    elif channel in (4, 5):
        fee = dice.one_of([1.99, 2.99, 3.99, 0])
    elif channel in (1, 8, 10):
        fee = dice.between(3, 12)
    else:
        fee = 0
    if currency == "DOP":
        fee = 0 if channel not in (1, 6) else 100
    flow.update(lasent=amount, lascur=currency, lafee=round(fee, 2))
    if dice.chance(0.06):
        flow["lafee"] = -98
    margin = dice.between(0.004, 0.03) if channel not in (17, 18) else 0
    if currency == "DOP" or channel in (17, 18) or dice.chance(0.2):
        flow.update(larec=amount, lareccur=currency)
    else:
        flow.update(larec=round(amount * RATE[currency] * (1 - margin), 0), lareccur="DOP")


def goods(dice, day):
    flow = {"flkind": GOODS}
    flow.update(timing(dice, {7: 0.4, 6: 0.25, 8: 0.25, 9: 0.1}, day))
    flow["flgoods"] = dice.pick({"2": 0.25, "1 2": 0.3, "2 3": 0.15, "1": 0.1, "3": 0.08,
                                 "2 6": 0.07, "5": 0.05})
    flow["flval"] = round(dice.between(3000, 24000), -2)
    flow["flchan"] = dice.pick({20: 0.72, 17: 0.16, 18: 0.12})
    return flow


def bill(dice, day):
    flow = {"flkind": BILL}
    flow.update(timing(dice, {3: 0.5, 8: 0.3, 6: 0.2}, day))
    add_amounts(dice, flow, "DOP", round(dice.between(1500, 6000), -2))
    flow["flchan"] = 21
    flow["use"] = dice.pick({6: 0.5, 7: 0.3, 3: 0.2})
    return flow


def asset_money(dice, sender, day):
    """Money for a house, land or a business: few, large, and given once."""
    flow = {"flkind": MONEY}
    flow.update(timing(dice, {9: 0.7, 7: 0.3}, day))
    currency = currency_of(sender.country)
    amount = round(dice.between(900, 4200), -2)
    add_amounts(dice, flow, currency, amount)
    flow["flchan"] = dice.pick({1: 0.6, 3: 0.25, 17: 0.15})
    add_last(dice, flow, currency, amount)
    flow["use"] = dice.pick({12: 0.66, 11: 0.14, 15: 0.14, 16: 0.06})
    return flow


def add_recipient(dice, flow, sender, recipient, people):
    if flow["flkind"] == BILL:
        flow["reccat"] = 4
        return
    flow["reccat"] = dice.pick({1: 0.9, 2: 0.08, 3: 0.02})
    if flow["reccat"] == 3:
        flow.update(recsexo=WOMAN if dice.chance(0.7) else MAN, recrel=15)
        return
    flow["recline"] = people.index(recipient) + 1
    if recipient.relation == HEAD:
        flow["recrel"] = sender.relation_outside()
    else:
        flow["recrel"] = BETWEEN.get((sender.relation, recipient.relation), 15)


def add_use(dice, flow, sender):
    main = flow.pop("use", None)
    capital = main in (11, 12, 15, 16) and flow["flkind"] == MONEY
    if main is None:
        main = dice.pick({1: 0.57, 7: 0.12, 6: 0.1, 3: 0.07, 13: 0.04, 10: 0.02, 17: 0.02, 15: 0.045,
                          14: 0.015, 8: 0.015})
    if flow["flkind"] == GOODS:
        main = 2 if "2" in flow["flgoods"] else 4 if "3" in flow["flgoods"] else 1
    decider = dice.pick({2: 0.46, 3: 0.22, 1: 0.12, 4: 0.08, 8: 0.1, 98: 0.02})
    flow["fldec"] = decider
    line = flow.get("recline", 1)
    if decider in (2, 3, 4):
        flow["fldecln"] = 1 if decider == 4 else line
    uses = [main]
    if flow["flkind"] == MONEY and not capital:
        for use, share in ((1, 0.6), (7, 0.3), (6, 0.25), (3, 0.3), (5, 0.15), (13, 0.04)):
            if use not in uses and dice.chance(share):
                uses.append(use)
    flow["fluse"] = " ".join(str(use) for use in sorted(uses))
    flow["fluse1"] = main
    flow["flcap"] = 1
    if capital:
        flow["flcap"] = 3 if dice.chance(0.25) else 2
        if flow["flcap"] == 3:
            flow["flcapamt"] = round(max(flow["fltot"], flow["flamt"]) * 0.6, -1)
        flow["flasset"] = ASSET_OF_USE[main]
