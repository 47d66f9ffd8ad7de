/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-cases.h"

const CheckCase check_cases_expressions[] = {
  { "group-as-value",
    "type,name,label,relevant\n"
    "begin_group,g,G,\n"
    "integer,a,A,\n"
    "end_group,,,\n"
    "text,b,B,${g} > 3\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "group-as-value D5: “relevant” of “b” takes the group “g” for a value, and a group "
    "has no answer. Name a question in it.\n",
    "type,name,label,relevant\n"
    "begin_group,g,G,\n"
    "integer,a,A,\n"
    "end_group,,,\n"
    "text,b,B,${a} > 3\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "note-as-value",
    "type,name,label,relevant\n"
    "note,n,N,\n"
    "text,b,B,${n} = 'x'\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "note-as-value D3: “relevant” of “b” takes the note “n” for a value, and nobody "
    "answers a note.\n",
    "type,name,label,relevant\n"
    "text,n,N,\n"
    "text,b,B,${n} = 'x'\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "repeat-as-value",
    "type,name,label,relevant\n"
    "begin_repeat,r,R,\n"
    "integer,a,A,\n"
    "end_repeat,,,\n"
    "text,b,B,${r} > 3\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "repeat-as-value D5: “relevant” of “b” takes the repeat “r” for a value. To know how "
    "many rows it has, write count(${r}).\n",
    "type,name,label,relevant\n"
    "begin_repeat,r,R,\n"
    "integer,a,A,\n"
    "end_repeat,,,\n"
    "text,b,B,count(${r}) > 3\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "any-row",
    "type,name,label,relevant\n"
    "begin_repeat,r,R,\n"
    "integer,a,A,\n"
    "end_repeat,,,\n"
    "text,b,B,${a} != 3\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "any-row D5: “a” is asked in each row of “r”, and “relevant” of “b” stands outside: "
    "the comparison is true as soon as any row has another answer. Name a row with "
    "indexed-repeat(), or sum the rows up.\n",
    "type,name,label,relevant\n"
    "begin_repeat,r,R,\n"
    "integer,a,A,\n"
    "text,e,E,${a} != 3\n"
    "end_repeat,,,\n"
    "text,b,B,max(${a}) != 3\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "first-row",
    "type,name,label,calculation\n"
    "begin_repeat,r,R,\n"
    "integer,a,A,\n"
    "end_repeat,,,\n"
    "calculate,b,B,${a} * 12\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "first-row D5: “a” is asked in each row of “r”, and “calculation” of “b” stands "
    "outside: it reads the first row only. Write sum(), max(), join() or "
    "indexed-repeat().\n",
    "type,name,label,calculation\n"
    "begin_repeat,r,R,\n"
    "integer,a,A,\n"
    "end_repeat,,,\n"
    "calculate,b,B,sum(${a}) * 12\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "first-row",
    "type,name,label\n"
    "begin_repeat,r,R\n"
    "text,a,A\n"
    "end_repeat,,\n"
    "text,b,Who is ${a}?\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES,
    "first-row C5: “a” is asked in each row of “r”, and the label of “b” stands outside: "
    "it shows the first row only. Calculate with join() what is to be shown.\n",
    "type,name,label\n"
    "begin_repeat,r,R\n"
    "text,a,A\n"
    "text,b,Who is ${a}?\n"
    "end_repeat,,\n"
    "select_one sex,c,C\n"
    "select_one yn,d,D\n",
    CHOICES },
  { "and-or",
    "type,name,label,relevant\n"
    "select_one sex,s,S,\n"
    "integer,n,N,\n"
    "text,a,A,${n} > 5 and ${s} = 1 or ${s} = 2\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "and-or D4: “relevant” of “a” mixes “and” and “or” without parentheses: “and” comes "
    "first, so “${n} > 5 and ${s} = 1” belongs together. Write the parentheses that are "
    "meant.\n",
    "type,name,label,relevant\n"
    "select_one sex,s,S,\n"
    "integer,n,N,\n"
    "text,a,A,${n} > 5 and (${s} = 1 or ${s} = 2)\n"
    "text,b,B,${n} > 5 and ${s} = 1 or ${n} < 3 and ${s} = 2\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "equal-multiple",
    "type,name,label,relevant\n"
    "select_multiple yn,m,M,\n"
    "text,a,A,${m} = 'yes'\n"
    "select_one sex,c,C,\n",
    CHOICES,
    "equal-multiple D3: “m” takes several choices, and “=” is true only when “yes” is the "
    "only one. If others may be chosen too, write selected(${m}, 'yes').\n",
    "type,name,label,relevant\n"
    "select_multiple yn,m,M,\n"
    "text,a,A,\"selected(${m}, 'yes') or ${m} = ''\"\n"
    "select_one sex,c,C,\n",
    CHOICES },
  { "selected-number",
    "type,name,label,relevant\n"
    "integer,n,N,\n"
    "text,a,A,\"selected(${n}, '5')\"\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "selected-number D3: selected() is about questions with choices, and “n” is of the "
    "type “integer”. Compare it with “=”.\n",
    "type,name,label,relevant\n"
    "select_one sex,c,C,\n"
    "text,a,A,\"selected(${c}, '1')\"\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "date-with-number",
    "type,name,label,relevant\n"
    "date,n,N,\n"
    "text,a,A,${n} > 2000\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "date-with-number D3: “n” is a date and is compared with the number 2000, which "
    "counts days since 1970. Write date('2026-01-31') for a day.\n",
    "type,name,label,relevant\n"
    "date,n,N,\n"
    "text,a,A,${n} > date('2000-12-31')\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "date-with-text",
    "type,name,label,relevant\n"
    "date,n,N,\n"
    "text,a,A,${n} = '31/12/2000'\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "date-with-text D3: “n” is a date, and “31/12/2000” is none. Write year, month and "
    "day, as in date('2026-01-31').\n",
    "type,name,label,relevant\n"
    "date,n,N,\n"
    "text,a,A,${n} = '2000-12-31'\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "date-with-text",
    "type,name,label,relevant\n"
    "date,n,N,\n"
    "text,a,A,${n} > '2000-12-31'\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "date-with-text D3: “n” is a date and is compared with a text. Homeward takes it for "
    "a day, other programs do not; write date('2000-12-31').\n",
    "type,name,label,relevant\n"
    "date,n,N,\n"
    "text,a,A,${n} != ''\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "text-with-number",
    "type,name,label,relevant\n"
    "text,n,N,\n"
    "text,a,A,${n} > 5\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "text-with-number D3: “n” is a text and is compared with the number 5; what is no "
    "number is neither more nor less. Let it be of the type integer or decimal.\n",
    "type,name,label,relevant\n"
    "integer,n,N,\n"
    "text,a,A,${n} > 5\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "today-in-constraint",
    "type,name,label,constraint,constraint_message\n"
    "date,a,A,. >= today(),No\n"
    "select_one sex,c,C,,\n"
    "select_one yn,b,B,,\n",
    CHOICES,
    "today-in-constraint D2: The constraint of “a” compares with today, and today is "
    "another day when the interview is opened again: what was right becomes wrong. "
    "Compare with a question of the type “today”, which keeps the day.\n",
    "type,name,label,constraint,constraint_message\n"
    "date,a,A,. <= today(),No\n"
    "select_one sex,c,C,,\n"
    "select_one yn,b,B,,\n",
    CHOICES },
  { "self-reference",
    "type,name,label,relevant\n"
    "integer,a,A,. > 5\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "self-reference D2: “.” in “relevant” is the answer to “a” itself, which is not known "
    "there. Name the question that is meant, as in ${name}.\n",
    "type,name,label,constraint,constraint_message\n"
    "integer,a,A,. > 5,No\n"
    "select_one sex,c,C,,\n"
    "select_one yn,d,D,,\n",
    CHOICES },
  { "odd-expression",
    "type,name,label,calculation\n"
    "text,a,A,\n"
    "calculate,b,,concat('Dear ${a}')\n"
    "note,n,${b},\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "odd-expression D3: A name within quotation marks is text; an answer stands outside of them, "
    "joined with concat(). (character 8)\n",
    "type,name,label,calculation\n"
    "text,a,A,\n"
    "calculate,b,,\"concat('Dear ', ${a})\"\n"
    "note,n,${b},\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES },
  { "half-anchored",
    "type,name,label,constraint,constraint_message\n"
    "text,a,A,\"regex(., '^[0-9]{4}')\",No\n"
    "select_one sex,c,C,,\n"
    "select_one yn,d,D,,\n",
    CHOICES,
    "half-anchored D2: regex() compares the whole text, so “^[0-9]{4}” lets nothing "
    "follow. Add “$” at its end, or “.*” if something may follow.\n",
    "type,name,label,constraint,constraint_message\n"
    "text,a,A,\"regex(., '^[0-9]{4}$')\",No\n"
    "select_one sex,c,C,,\n"
    "select_one yn,d,D,,\n",
    CHOICES },
  { "unguarded-sum",
    "type,name,label,relevant,calculation\n"
    "select_one yn,q,Q,,\n"
    "integer,a,A,${q} = 'yes',\n"
    "integer,b,B,,\n"
    "calculate,s,S,,${a} + ${b}\n"
    "select_one sex,c,C,,\n",
    CHOICES,
    "unguarded-sum E5: “s” has no result when “a” is not asked, because an empty answer "
    "is not 0. Write coalesce(${a}, 0) if it counts as nothing.\n",
    "type,name,label,relevant,calculation\n"
    "select_one yn,q,Q,,\n"
    "integer,a,A,${q} = 'yes',\n"
    "integer,b,B,,\n"
    "calculate,s,S,,\"coalesce(${a}, 0) + ${b}\"\n"
    "select_one sex,c,C,,\n",
    CHOICES },
  { "division-by-zero",
    "type,name,label,calculation\n"
    "integer,a,A,\n"
    "integer,b,B,\n"
    "calculate,s,S,${a} div ${b}\n"
    "select_one sex,c,C,\n"
    "select_one yn,d,D,\n",
    CHOICES,
    "division-by-zero D4: “s” divides by “b”, which can be 0. Write if(${b} > 0, …, '') "
    "around it, or let a constraint keep 0 out.\n",
    "type,name,label,calculation,relevant,constraint,constraint_message\n"
    "integer,a,A,,,,\n"
    "integer,b,B,,,,\n"
    "integer,b1,B,,,. > 0,No\n"
    "calculate,s,S,\"if(${b} > 0, ${a} div ${b}, '')\",,,\n"
    "calculate,t,T,${a} div ${b},${b} != 0,,\n"
    "calculate,u,U,${a} div ${b1},,,\n"
    "select_one sex,c,C,,,,\n"
    "select_one yn,d,D,,,,\n",
    CHOICES },
  { NULL },
};
