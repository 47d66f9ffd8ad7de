# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the demo survey: who lives in a household, and who went away."""

HOME, SPAIN, USA, ITALY, SWISS, PUERTO_RICO, CHILE, PANAMA, HAITI = (
    214, 724, 840, 380, 756, 630, 152, 591, 332)
YEAR = 2025
MAN, WOMAN = 1, 2
HEAD, SPOUSE, CHILD, GRANDCHILD, PARENT, SIBLING, NEPHEW = 1, 2, 3, 6, 7, 9, 13
HERE, ABROAD, SAME_REGION, OTHER_REGION = 1, 2, 3, 4

FIRST_NAMES = {
    MAN: ["José", "Luis", "Rafael", "Juan", "Pedro", "Ramón", "Miguel", "Carlos", "Francisco",
          "Manuel", "Ángel", "Julio", "Wilson", "Domingo", "Andrés", "Víctor", "Santo", "Félix",
          "Héctor", "Danilo", "Yeison", "Joel", "Kelvin", "Ernesto"],
    WOMAN: ["María", "Ana", "Altagracia", "Rosa", "Carmen", "Juana", "Mercedes", "Josefina",
            "Rosario", "Yolanda", "Milagros", "Dulce", "Martha", "Luz", "Ramona", "Teresa",
            "Yudelka", "Marisol", "Francisca", "Lucía", "Elena", "Nuris", "Digna", "Esther"],
}
FAMILY_NAMES = ["Peña", "Rodríguez", "Pérez", "Martínez", "Gómez", "Reyes", "Ramírez", "Díaz",
                "Jiménez", "de la Cruz", "Núñez", "Santana", "Féliz", "Matos", "Cuevas", "Méndez",
                "Batista", "Polanco", "Vargas", "Mateo", "Encarnación", "Rosario"]
GOES_TO = {
    WOMAN: {SPAIN: 0.44, USA: 0.35, ITALY: 0.07, PUERTO_RICO: 0.05, SWISS: 0.03, CHILE: 0.04,
            PANAMA: 0.02},
    MAN: {SPAIN: 0.13, USA: 0.63, PUERTO_RICO: 0.11, CHILE: 0.06, ITALY: 0.03, PANAMA: 0.04},
}
# What a relationship to the head is in the list for persons outside the household.
OUTSIDE = {SPOUSE: 2, CHILD: 3, PARENT: 7, SIBLING: 9, NEPHEW: 13}


class Person:
    def __init__(self, dice, sex, age, relation):
        self.dice = dice
        self.sex = sex
        self.age = age
        self.relation = relation
        self.name = dice.one_of(FIRST_NAMES[sex])
        self.spouse = None
        self.marital = 1
        self.spouse_place = None
        self.parents = {WOMAN: SAME_REGION, MAN: SAME_REGION}  # a person, a place, or None: dead
        self.returned = False
        self.short_term = age > 17 and dice.chance(0.018)
        self.education = schooling(dice, age)
        self.country = HOME
        self.sends = False
        self.children_here = 0

    @classmethod
    def outsider(cls, dice):
        """Somebody abroad who sends, and was never a member."""
        self = cls(dice, WOMAN if dice.chance(0.55) else MAN, dice.whole(24, 60), None)
        self.country = dice.pick(GOES_TO[self.sex])
        self.outside = dice.pick({12: 0.35, 9: 0.15, 14: 0.2, 13: 0.1, 21: 0.2})
        self.situation = dice.pick({1: 0.8, 2: 0.1, 9: 0.1})
        return self

    def relation_outside(self):
        return OUTSIDE[self.relation] if self.relation else self.outside

    def answers(self, people, dice):
        """The questions of section B."""
        row = {"mname": self.name, "msex": self.sex, "mrel": self.relation,
               "mdoby": YEAR - self.age - (1 if dice.chance(0.75) else 0), "mage": self.age,
               "usual": 1, "away": 0}
        if dice.chance(0.006):
            row["mdoby"] -= 3
        if dice.chance(0.012):
            row["mdoby"] = -98
        if dice.chance(0.025):
            row.update(away=dice.whole(1, 5), awayctry=dice.pick({HOME: 0.6, USA: 0.3, SPAIN: 0.1}))
        if self.age >= 12:
            row["mmar"] = self.marital
            if self.marital in (2, 4):
                row["msp"] = people.index(self.spouse) + 1 if self.spouse else 0
                if not self.spouse:
                    row["spab"] = self.spouse_place
        if self.age < 18:
            row.update(self._parents(people))
        born = HAITI if dice.chance(0.015) else HOME
        row.update(mbctry=born, mcit=born)
        row.update(self._school_and_work(dice))
        row["livab"] = 1 if self.returned else 2
        if self.returned:
            self.return_year = row["retyr"] = YEAR - dice.whole(1, 9)
        if self.age >= 10:
            row["cw12"] = 1 if self.short_term else 2
        return row

    def _parents(self, people):
        row = {}
        for sex, stem in ((WOMAN, "mmo"), (MAN, "mfa")):
            parent = self.parents[sex]
            row[stem + "al"] = 2 if parent is None else 1
            if parent in people:
                row.update({stem + "wh": HERE, stem + "ln": people.index(parent) + 1})
            elif parent is not None:
                row[stem + "wh"] = ABROAD if isinstance(parent, Person) else parent
        return row

    def _school_and_work(self, dice):
        row = {}
        if 5 <= self.age <= 24:
            attends = 0.96 if self.age < 15 else 0.84 if self.age < 18 else 0.36
            row["msch"] = 1 if dice.chance(attends) else 3 if self.age > 6 else 4
        if self.age >= 5:
            row["misced"] = self.education
        if self.age >= 10:
            row["mact"] = main_activity(dice, self.sex, self.age, row.get("msch") == 1)
            if row["mact"] <= 5:
                row["misco"] = occupation_here(dice, self.sex)
        if self.age >= 15:
            row["macct"] = dice.pick({"6": 0.5, "1": 0.34, "1 2": 0.05, "3": 0.07, "1 3": 0.04})
        return row

    def absent_answers(self, people, dice):
        """The questions of section C."""
        row = {"gname": self.name, "gsex": self.sex, "grel": self.relation, "gage": self.age}
        abroad = self.country != HOME
        row["gplace"] = 1 if abroad else 2
        if abroad:
            row["gctry"] = self.country
        else:
            row["greg"] = dice.one_of([40, 35, 42, 41])
        longest = max(1, min(28, self.age - 15))
        row["gdepy"] = YEAR - 1 - int(longest * dice.between(0, 1) ** 1.5)
        if row["gdepy"] >= YEAR - 1:
            row["gintd"] = 1
        if abroad:
            row["gstat"] = self.situation
        row["gisced"] = self.education
        row["gmar"] = self.marital
        if self.marital in (2, 4):
            row["gspwh"] = self.spouse_place
        row["gkidh"] = self.children_here
        row.update(self._absent_work(dice, abroad))
        row["grem12"] = 1 if self.sends else 2
        self.story = row
        return row

    def _absent_work(self, dice, abroad):
        row = {"gactb": main_activity(dice, self.sex, 24, False)}
        if row["gactb"] <= 5:
            row["giscob"] = occupation_here(dice, self.sex)
        row["greas"] = dice.pick({2: 0.44, 1: 0.13, 8: 0.17, 7: 0.18, 5: 0.05, 6: 0.03})
        if abroad and row["greas"] in (1, 2, 8):
            row["grecr"] = dice.pick({6: 0.46, 9: 0.22, 4: 0.1, 7: 0.08, 1: 0.06, 8: 0.04, 98: 0.04})
            row["gcontr"] = dice.pick({4: 0.58, 1: 0.24, 3: 0.12, 98: 0.06})
        if abroad:
            row["gentry"] = dice.pick(
                {5: 0.46, 7: 0.2, 1: 0.1, 12: 0.08, 11: 0.05, 98: 0.08, 99: 0.03}
                if self.country in (USA, PUERTO_RICO) else
                {1: 0.3, 5: 0.3, 7: 0.27, 3: 0.03, 98: 0.08, 99: 0.02})
        row["gact"] = {1: 1, 2: 3, 7: 6, 8: 8, 9: 10}[self.situation]
        if row["gact"] <= 5:
            row["gisco"] = occupation_there(dice, self.sex, self.country)
        return row


def schooling(dice, age):
    if age < 12:
        return 0
    if age < 15:
        return 1
    if age < 18:
        return 2
    if age > 60:
        return dice.pick({0: 0.42, 1: 0.36, 2: 0.1, 3: 0.08, 6: 0.04})
    high = 0.12 if age > 23 else 0
    return dice.pick({0: 0.08, 1: 0.24, 2: 0.22, 3: 0.32, 5: 0.03, 6: high, 98: 0.01})


def main_activity(dice, sex, age, at_school):
    if at_school or age < 18:
        return 7 if at_school or age < 15 else 6
    if age > 67:
        return dice.pick({10: 0.62, 8: 0.2, 3: 0.12, 11: 0.06})
    if sex == MAN:
        return dice.pick({1: 0.5, 3: 0.34, 2: 0.03, 6: 0.09, 9: 0.03, 11: 0.01})
    return dice.pick({1: 0.34, 3: 0.17, 8: 0.36, 6: 0.11, 5: 0.02})


def occupation_here(dice, sex):
    if sex == MAN:
        return dice.pick({5: 0.2, 6: 0.14, 7: 0.24, 8: 0.17, 9: 0.18, 3: 0.04, 2: 0.03})
    return dice.pick({5: 0.36, 9: 0.28, 4: 0.12, 2: 0.11, 7: 0.05, 3: 0.05, 1: 0.03})


def occupation_there(dice, sex, country):
    if sex == WOMAN and country in (SPAIN, ITALY):
        return dice.pick({9: 0.52, 5: 0.38, 4: 0.04, 7: 0.03, 2: 0.03})
    if sex == WOMAN:
        return dice.pick({5: 0.44, 9: 0.28, 4: 0.12, 8: 0.08, 2: 0.08})
    return dice.pick({8: 0.25, 7: 0.27, 5: 0.22, 9: 0.2, 3: 0.04, 2: 0.02})


def draw_household(dice, kind):
    sex = WOMAN if dice.chance(0.44) else MAN
    age = max(24, min(84, int(dice.bell(50, 13))))
    couple = dice.chance(0.74 if sex == MAN else 0.28)
    if kind == 1 and not couple and dice.chance(0.8):
        sex = WOMAN  # who leaves, leaves the house in the charge of a woman
    head = Person(dice, sex, age, HEAD)
    head.name += " " + dice.one_of(FAMILY_NAMES)
    people = [head]
    if couple:
        spouse = Person(dice, MAN + WOMAN - sex, max(20, age + dice.whole(-6, 4)), SPOUSE)
        head.spouse, spouse.spouse = spouse, head
        head.marital = spouse.marital = dice.pick({2: 0.42, 4: 0.58})
        people.append(spouse)
    else:
        head.marital = 7 if age > 62 and dice.chance(0.6) else dice.pick({5: 0.6, 6: 0.15, 1: 0.25})
    people += draw_children(dice, people)
    if age > 46 and dice.chance(0.4):
        people += draw_grandchildren(dice, people)
    if age < 60 and dice.chance(0.06):
        people.append(Person(dice, WOMAN, min(95, age + dice.whole(18, 30)), PARENT))
        people[-1].marital = 7
    if kind == 2:
        dice.one_of([person for person in people if person.age >= 20]).returned = True
    return people


def draw_children(dice, people):
    youngest = min(person.age for person in people[:2])
    children = []
    for _ in range(dice.pick({0: 0.16, 1: 0.24, 2: 0.3, 3: 0.2, 4: 0.1})):
        age = youngest - dice.whole(17, 36)
        if age < 0 or (age > 24 and dice.chance(0.6)):
            continue
        child = Person(dice, MAN if dice.chance(0.51) else WOMAN, age, CHILD)
        if age > 21 and dice.chance(0.2):
            child.marital = 5
        for parent in people[:2]:
            if parent.relation in (HEAD, SPOUSE):
                child.parents[parent.sex] = parent
        if len(people) == 1 and people[0].sex == WOMAN and dice.chance(0.1):
            child.parents[MAN] = None
        children.append(child)
    return sorted(children, key=lambda person: -person.age)


def draw_grandchildren(dice, people):
    grandchildren = []
    mothers = [person for person in people
               if person.relation == CHILD and person.sex == WOMAN and person.age > 19]
    for _ in range(dice.whole(1, 3)):
        child = Person(dice, MAN if dice.chance(0.5) else WOMAN, dice.whole(1, 15), GRANDCHILD)
        if mothers and mothers[0].age - child.age >= 16:
            child.parents[WOMAN] = mothers[0]
        else:
            child.parents[WOMAN] = OTHER_REGION
        if dice.chance(0.3):
            child.parents[MAN] = OTHER_REGION
        grandchildren.append(child)
    return grandchildren


def draw_absent(dice, kind, people):
    abroad = dice.pick({1: 0.72, 2: 0.22, 3: 0.06}) if kind == 1 and dice.chance(0.93) else 0
    if kind != 1 and dice.chance(0.035):
        abroad = 1
    inside = 1 if dice.chance({1: 0.08, 2: 0.05, 3: 0.93, 4: 0.03}[kind]) else 0
    absent = []
    for number in range(abroad + inside):
        person = draw_one_absent(dice, people, absent)
        if number < abroad:
            person.country = dice.pick(GOES_TO[person.sex])
            leave_children(dice, person, people)
        person.situation = dice.pick({1: 0.76, 2: 0.09, 7: 0.05, 8: 0.07, 9: 0.03}
                                     if person.age < 60 else {1: 0.4, 9: 0.6})
        sends = 0.84 if person.sex == WOMAN else 0.76
        person.sends = dice.chance(sends if number < abroad else 0.45)
        absent.append(person)
    return absent


def draw_one_absent(dice, people, absent):
    head = people[0]
    sex = WOMAN if dice.chance(0.59) else MAN
    shares = {CHILD: 0.6 if head.age > 41 else 0, SIBLING: 0.2 if head.age < 65 else 0.05,
              PARENT: 0.06 if head.age < 40 else 0, NEPHEW: 0.05}
    away_already = any(person.relation == SPOUSE for person in absent)
    if not head.spouse and not away_already and head.marital not in (1, 7):
        shares[SPOUSE] = 0.5
    relation = dice.pick(shares)
    age = {CHILD: dice.whole(20, max(20, min(52, head.age - 18))), SIBLING: head.age + dice.whole(-9, 9),
           PARENT: head.age + dice.whole(18, 28), NEPHEW: head.age - dice.whole(8, 25),
           SPOUSE: head.age + dice.whole(-6, 6)}[relation]
    if relation == SPOUSE:
        sex = MAN + WOMAN - head.sex
    person = Person(dice, sex, max(18, min(78, age)), relation)
    if relation == SPOUSE:
        head.marital = person.marital = dice.pick({2: 0.5, 4: 0.5})
        person.spouse_place = HERE
        head.spouse_place = OTHER_REGION
    else:
        person.marital = dice.pick({1: 0.34, 2: 0.2, 4: 0.24, 5: 0.14, 6: 0.08})
        person.spouse_place = dice.pick({ABROAD: 0.72, SAME_REGION: 0.28})
    return person


def leave_children(dice, person, people):
    """A migrant may be a parent of children here."""
    head = people[0]
    if person.relation == SPOUSE:
        head.spouse_place = ABROAD
    for child in people:
        other = {SPOUSE: CHILD, CHILD: GRANDCHILD}.get(person.relation)
        if (child.relation != other or child.age >= 18 or person.age - child.age < 15
                or isinstance(child.parents[person.sex], Person) or child.parents[person.sex] is None):
            continue
        if other == CHILD or dice.chance(0.7):
            child.parents[person.sex] = person
            person.children_here += 1
