/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-cases.h"

const CheckCase check_cases_choices[] = {
  { "unused-list",
    "type,name,label\n"
    "select_one yn,d,D\n",
    CHOICES,
    "unused-list A2: 1 list is used by no question: sex. Take its choices out, or name it "
    "in a question.\n",
    "type,name,label\n"
    "select_one yn,d,D\n"
    "select_one sex,c,C\n",
    CHOICES },
  { "same-label",
    "type,name,label\n"
    "select_one yn,d,D\n",
    "list_name,name,label\n"
    "yn,1,Yes\n"
    "yn,2,Yes\n",
    "same-label C3: In the list “yn” the choices “1” and “2” have the same label, “Yes”.\n",
    "type,name,label\n"
    "select_one yn,d,D\n",
    "list_name,name,label\n"
    "yn,1,Yes\n"
    "yn,2,No\n" },
  { "single-choice",
    "type,name,label,required\n"
    "select_one yn,d,D,yes\n",
    "list_name,name,label\n"
    "yn,1,Yes\n",
    "single-choice A2: “d” must be answered, and its list “yn” has one choice only, so "
    "that the answer says nothing.\n",
    "type,name,label,required\n"
    "select_one yn,d,D,\n",
    "list_name,name,label\n"
    "yn,1,Yes\n" },
  { "choice-is-missing",
    "type,name,label,missing\n"
    "select_one yn,d,D,dont-know:98\n",
    "list_name,name,label\n"
    "yn,1,Yes\n"
    "yn,98,No\n",
    "choice-is-missing D2: “98” is a choice of the list “yn” and also a code of “d” for a "
    "missing answer, which it becomes. Take it out of the list.\n",
    "type,name,label,missing\n"
    "select_one yn,d,D,dont-know:99\n",
    "list_name,name,label\n"
    "yn,1,Yes\n"
    "yn,98,No\n" },
  { "long-name",
    "type,name,label\n"
    "text,a_name_that_nobody_will_ever_want_to_type,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES,
    "long-name B2: 1 name is longer than the 32 characters that statistical programs "
    "take: a_name_that_nobody_will_ever_want_to_type.\n",
    "type,name,label\n"
    "text,a_name_that_has_32_characters_in,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES },
  { "same-when-cut",
    "type,name,label\n"
    "integer,a_name_that_nobody_will_ever_want_1,A\n"
    "integer,a_name_that_nobody_will_ever_want_2,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES,
    "long-name B2: 2 names are longer than the 32 characters that statistical programs "
    "take: a_name_that_nobody_will_ever_want_1, a_name_that_nobody_will_ever_want_2.\n"
    "same-when-cut B3: Stata cuts long names, and then "
    "“a_name_that_nobody_will_ever_want_2” is the same as "
    "“a_name_that_nobody_will_ever_want_1” of line 2. Choose a shorter name.\n",
    "type,name,label\n"
    "integer,a_name_that_nobody_will_ever_1,A\n"
    "integer,a_name_that_nobody_will_ever_2,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES },
  { "same-but-case",
    "type,name,label\n"
    "text,a,A\n"
    "text,A,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES,
    "same-but-case B3: “A” differs from “a” of line 2 only in capital letters, which "
    "people and statistical programs mix up.\n",
    "type,name,label\n"
    "text,a,A\n"
    "text,a2,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES },
  { "reserved-name",
    "type,name,label\n"
    "text,With,A\n"
    "text,int,B\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES,
    "reserved-name B2: “With” is a word of SPSS, which takes no variable of that name. "
    "Choose another one.\n"
    "reserved-name B3: “int” is a word of Stata, which takes no variable of that name. "
    "Choose another one.\n",
    "type,name,label\n"
    "text,within,A\n"
    "text,integer,B\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES },
  { "name-for-spss",
    "type,name,label\n"
    "text,_a,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES,
    "name-for-spss B2: 1 name begins with “_” or ends with “.”, which SPSS does not take: "
    "_a.\n",
    "type,name,label\n"
    "text,a_,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES },
  { "name-for-stata",
    "type,name,label\n"
    "text,a-1,A\n"
    "text,b.1,B\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES,
    "name-for-stata B2: 2 names have “-” or “.”, which Stata and Survey Solutions do not "
    "take: a-1, b.1.\n",
    "type,name,label\n"
    "text,a_1,A\n"
    "text,b_1,B\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES },
  { "level-name",
    "type,name,label\n"
    "text,household,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES,
    "level-name B2: “household” is the name of a question and of the level of the whole "
    "interview, so that tables of both are mixed up. Set “level” in the settings.\n",
    "type,name,label\n"
    "text,household1,A\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES },
  { "unused-calculation",
    "type,name,label,calculation\n"
    "integer,a,A,\n"
    "calculate,s,,${a} + 1\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "unused-calculation B3: 1 calculation is read by nothing: s. If it is meant for the "
    "data, a label says so; else take it out.\n",
    "type,name,label,calculation\n"
    "integer,a,A,\n"
    "calculate,s,,${a} + 1\n"
    "note,n,Sum ${s},\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "roster-cost",
    "type,name,label,repeat_count,calculation\n"
    "begin_repeat,r,R,2000,\n"
    "integer,a,A,,\n"
    "calculate,s,S,,count(${r})\n"
    "end_repeat,,,,\n",
    NULL,
    "roster-cost E4: “r” may have 2000 rows, and in each of them 1 expression reads all "
    "of them (in “s”): about 0.8 seconds each time. Calculate it once, outside of the "
    "repeat.\n",
    "type,name,label,repeat_count,calculation\n"
    "begin_repeat,r,R,60,\n"
    "integer,a,A,,\n"
    "calculate,s,S,,count(${r})\n"
    "end_repeat,,,,\n",
    NULL },
  { "roster-cost",
    "type,name,label,repeat_count,calculation,constraint,constraint_message\n"
    "integer,n,N,,,. <= 3000,Most\n"
    "begin_repeat,r,R,${n},,,\n"
    "integer,a,A,,,,\n"
    "calculate,s,S,,count(${r}),,\n"
    "end_repeat,,,,,,\n",
    NULL,
    "roster-cost E5: “r” may have 3000 rows, and in each of them 1 expression reads all "
    "of them (in “s”): about 1.8 seconds each time. Calculate it once, outside of the "
    "repeat.\n",
    "type,name,label,repeat_count,calculation,constraint,constraint_message\n"
    "integer,n,N,,,. <= 30,Most\n"
    "begin_repeat,r,R,${n},,,\n"
    "integer,a,A,,,,\n"
    "calculate,s,S,,count(${r}),,\n"
    "end_repeat,,,,,,\n",
    NULL },
  { "deep-group",
    "type,name,label\n"
    "begin_group,g0,G\n"
    "begin_group,g1,G\n"
    "begin_group,g2,G\n"
    "begin_group,g3,G\n"
    "begin_group,g4,G\n"
    "begin_group,g5,G\n"
    "begin_group,g6,G\n"
    "begin_group,g7,G\n"
    "begin_group,g8,G\n"
    "text,a,A\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n",
    NULL,
    "deep-group B10: “g8” lies within 8 groups. Nobody finds a question so deep.\n",
    "type,name,label\n"
    "begin_group,g0,G\n"
    "begin_group,g1,G\n"
    "begin_group,g2,G\n"
    "begin_group,g3,G\n"
    "begin_group,g4,G\n"
    "begin_group,g5,G\n"
    "begin_group,g6,G\n"
    "begin_group,g7,G\n"
    "text,a,A\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n"
    "end_group,,\n",
    NULL },
  { NULL },
};
