/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-cases.h"

const CheckCase check_cases_texts[] = {
  { "empty-label",
    "type,name,label\n"
    "text,a,<b>-</b>\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES,
    "empty-label C2: The label of “a” has no words, so nobody can read what is asked.\n",
    "type,name,label\n"
    "text,a,<b>5</b>\n"
    "note,n,-\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES },
  { "no-constraint-message",
    "type,name,label,constraint\n"
    "integer,a,A,. > 0\n"
    "integer,b,B,. > 0\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "no-constraint-message D2: 2 constraints have no “constraint_message” that says what "
    "is wrong: a, b.\n",
    "type,name,label,constraint,constraint_message\n"
    "integer,a,A,. > 0,No\n"
    "select_one sex,c,C,,\n"
    "select_one yn,d,D,,\n",
    CHOICES },
  { "no-soft-message",
    "type,name,label,soft_check\n"
    "integer,a,A,. < 20\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "no-soft-message D2: The soft check of “a” has no “soft_message” that says what is "
    "unusual.\n",
    "type,name,label,soft_check,soft_message\n"
    "integer,a,A,. < 20,Much\n"
    "select_one sex,c,C,,\n"
    "select_one yn,d,D,,\n",
    CHOICES },
  { "reference-differs",
    "type,name,label::English,label::French\n"
    "text,a,A,A2\n"
    "text,b,Who is ${a}?,Qui ?\n",
    NULL,
    "reference-differs D3: “label” of “b” names ${a} in one language and not in another.\n",
    "type,name,label::English,label::French\n"
    "text,a,A,A2\n"
    "text,b,Who is ${a}?,Qui est ${a} ?\n",
    NULL },
  { "missing-translation",
    "type,name,label::English,label::French\n"
    "text,a,A,A2\n"
    "text,b,B,\n"
    "text,c,C,\n",
    NULL,
    "missing-translation D3: French is missing in 2 rows: 3, 4.\n",
    "type,name,label::English,label::French\n"
    "text,a,A,A2\n"
    "text,b,B,B2\n",
    NULL },
  { "missing-translation",
    "type,name,label::English,label::French\n"
    "select_one yn,a,A,A2\n",
    "list_name,name,label::English,label::French\n"
    "yn,1,Yes,Oui\n"
    "yn,2,No,\n",
    "missing-translation D3: French is missing in 1 row: 3.\n",
    "type,name,label::English,label::French\n"
    "select_one yn,a,A,A2\n",
    "list_name,name,label::English,label::French\n"
    "yn,1,Yes,Oui\n"
    "yn,2,No,Non\n" },
  { "same-translation",
    "type,name,label::English,label::French\n"
    "text,a0,Age 0,Age 0\n"
    "text,a1,Age 1,Age 1\n"
    "text,a2,Age 2,Age 2\n"
    "text,a3,Age 3,Age 3\n"
    "text,a4,Age 4,Age 4\n"
    "text,a5,Age 5,Age 5\n"
    "text,a6,Age 6,Age 6\n"
    "text,a7,Age 7,Age 7\n"
    "text,a8,Age 8,Age 8\n",
    NULL,
    "same-translation D2: 9 of 9 labels in French are the same as in the default "
    "language, as if they were not translated yet.\n",
    "type,name,label::English,label::French\n"
    "text,a0,Age 0,L age 0\n"
    "text,a1,Age 1,L age 1\n"
    "text,a2,Age 2,L age 2\n"
    "text,a3,Age 3,L age 3\n"
    "text,a4,Age 4,L age 4\n"
    "text,a5,Age 5,L age 5\n"
    "text,a6,Age 6,L age 6\n"
    "text,a7,Age 7,L age 7\n"
    "text,a8,Age 8,L age 8\n",
    NULL },
  { NULL },
};
