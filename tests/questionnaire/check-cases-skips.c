/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-cases.h"

const CheckCase check_cases_skips[] = {
  { "never-true",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,a,A,${sex} = 1 and ${sex} = 2\n"
    "select_multiple yn,b,B,\n",
    CHOICES,
    "never-true D3: “a” is never asked. “${sex} = 1” and “${sex} = 2” exclude each other.\n",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,a,A,${sex} = 1 or ${sex} = 2\n"
    "select_multiple yn,b,B,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,a,A,${sex} = 3\n"
    "select_one yn,b,B,\n",
    CHOICES,
    "never-true D3: “a” is never asked. “${sex} = 3” asks for “3”, which is not in the "
    "list “sex”; it has 1, 2.\n",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,a,A,${sex} = 2\n"
    "select_one yn,b,B,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,a,A,${sex} = 'female'\n"
    "select_one yn,b,B,\n",
    CHOICES,
    "never-true D3: “a” is never asked. The list “sex” has no choice “female”; did you "
    "mean “2” (Female)?\n",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,a,A,${sex} = '2'\n"
    "select_one yn,b,B,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant\n"
    "integer,n,N,\n"
    "text,a,A,${n} > 5 and ${n} < 6\n"
    "select_one sex,c,C,\n"
    "select_one yn,b,B,\n",
    CHOICES,
    "never-true D3: “a” is never asked. “${n} > 5” and “${n} < 6” exclude each other.\n",
    "type,name,label,relevant\n"
    "decimal,n,N,\n"
    "text,a,A,${n} > 5 and ${n} < 6\n"
    "select_one sex,c,C,\n"
    "select_one yn,b,B,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant\n"
    "integer,n,N,\n"
    "text,a,A,${n} = 'many'\n"
    "select_one sex,c,C,\n"
    "select_one yn,b,B,\n",
    CHOICES,
    "never-true D3: “a” is never asked. No answer makes “${n} = 'many'” true, because “n” "
    "is of the type “integer”.\n",
    "type,name,label,relevant\n"
    "text,n,N,\n"
    "text,a,A,${n} = 'many'\n"
    "select_one sex,c,C,\n"
    "select_one yn,b,B,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant,constraint,constraint_message\n"
    "integer,n,N,,. <= 120,At most 120\n"
    "text,a,A,${n} > 150,,\n"
    "select_one sex,c,C,,,\n"
    "select_one yn,b,B,,,\n",
    CHOICES,
    "never-true D3: “a” is never asked. “${n} > 150” contradicts the constraint of “n”, "
    "“. <= 120”.\n",
    "type,name,label,relevant,constraint,constraint_message\n"
    "integer,n,N,,. <= 120,At most 120\n"
    "text,a,A,${n} > 110,,\n"
    "select_one sex,c,C,,,\n"
    "select_one yn,b,B,,,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant,missing\n"
    "integer,n,N,,dont-know:98\n"
    "text,a,A,${n} = 98,\n"
    "select_one sex,c,C,,\n"
    "select_one yn,b,B,,\n",
    CHOICES,
    "never-true D3: “a” is never asked. “98” is a code of “n” for an answer that is "
    "missing, and expressions see a missing answer as empty.\n",
    "type,name,label,relevant,missing\n"
    "integer,n,N,,dont-know:99\n"
    "text,a,A,${n} = 98,\n"
    "select_one sex,c,C,,\n"
    "select_one yn,b,B,,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant\n"
    "select_multiple yn,m,M,\n"
    "text,a,A,\"selected(${m}, 'yes') and not(selected(${m}, 'yes'))\"\n"
    "select_one sex,c,C,\n",
    CHOICES,
    "never-true D3: “a” is never asked. “selected(${m}, 'yes')” and “not(selected(${m}, "
    "'yes'))” exclude each other.\n",
    "type,name,label,relevant\n"
    "select_multiple yn,m,M,\n"
    "text,a,A,\"selected(${m}, 'yes') and not(selected(${m}, 'no'))\"\n"
    "select_one sex,c,C,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "begin_group,g,G,${sex} = 1\n"
    "text,a,A,${sex} = 2\n"
    "end_group,,,\n"
    "select_one yn,b,B,\n",
    CHOICES,
    "never-true D4: “a” is never asked. “${sex} = 2” contradicts that “g” is asked only "
    "if “${sex} = 1”.\n",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "begin_group,g,G,${sex} = 1\n"
    "text,a,A,${sex} = 1\n"
    "end_group,,,\n"
    "select_one yn,b,B,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,w,W,${sex} = 2\n"
    "text,a,A,${sex} = 1 and ${w} = 'x'\n"
    "select_one yn,b,B,\n",
    CHOICES,
    "never-true D4: “a” is never asked. “w” is asked only if “${sex} = 2”, which "
    "contradicts “${sex} = 1”.\n",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,w,W,${sex} = 2\n"
    "text,a,A,${sex} = 1 or ${w} = 'x'\n"
    "select_one yn,b,B,\n",
    CHOICES },
  { "never-true",
    "type,name,label,relevant\n"
    "select_one sex,s,S,\n"
    "select_multiple yn,m,M,\n"
    "text,a,A,count-selected(${m}) < 0\n",
    CHOICES,
    "never-true D4: “a” is never asked. No answer makes “count-selected(${m}) < 0” true.\n",
    "type,name,label,relevant\n"
    "select_one sex,s,S,\n"
    "select_multiple yn,m,M,\n"
    "text,a,A,count-selected(${m}) < 1\n",
    CHOICES },
  { "always-true",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,a,A,${sex} != 1 or ${sex} != 2\n"
    "select_one yn,b,B,\n",
    CHOICES,
    "always-true D3: “relevant” of “a” is always true. Every answer makes “${sex} != 1” "
    "or “${sex} != 2” true. Was “and” meant?\n",
    "type,name,label,relevant\n"
    "select_one sex,sex,Sex,\n"
    "text,a,A,${sex} != 1 and ${sex} != 2\n"
    "select_one yn,b,B,\n",
    CHOICES },
  { "never-true-part",
    "type,name,label,calculation\n"
    "select_one sex,sex,Sex,\n"
    "calculate,a,A,\"if(${sex} = 'm', 1, 2)\"\n"
    "select_one yn,b,B,\n",
    CHOICES,
    "never-true-part D3: “${sex} = 'm'” in “calculation” of “a” is never true. The list "
    "“sex” has no choice “m”; it has 1, 2.\n",
    "type,name,label,calculation\n"
    "select_one sex,sex,Sex,\n"
    "calculate,a,A,\"if(${sex} = '1', 1, 2)\"\n"
    "select_one yn,b,B,\n",
    CHOICES },
  { "always-true-part",
    "type,name,label,calculation\n"
    "select_one sex,sex,Sex,\n"
    "calculate,a,A,\"if(${sex} != 1 or ${sex} != 2, 1, 2)\"\n"
    "select_one yn,b,B,\n",
    CHOICES,
    "always-true-part D3: “${sex} != 1 or ${sex} != 2” in “calculation” of “a” is always "
    "true. Every answer makes “${sex} != 1” or “${sex} != 2” true. Was “and” meant?\n",
    "type,name,label,calculation\n"
    "select_one sex,sex,Sex,\n"
    "calculate,a,A,\"if(${sex} != 1 and ${sex} != 2, 1, 2)\"\n"
    "select_one yn,b,B,\n",
    CHOICES },
  { "never-valid",
    "type,name,label,constraint,constraint_message\n"
    "integer,a,A,. > 5 and . < 3,No\n"
    "select_one sex,c,C,,\n"
    "select_one yn,b,B,,\n",
    CHOICES,
    "never-valid D2: No answer satisfies the constraint of “a”. “. > 5” and “. < 3” "
    "exclude each other.\n",
    "type,name,label,constraint,constraint_message\n"
    "integer,a,A,. > 3 and . < 5,No\n"
    "select_one sex,c,C,,\n"
    "select_one yn,b,B,,\n",
    CHOICES },
  { "empty-filter",
    "type,name,label,choice_filter\n"
    "select_one sex,s,S,\n"
    "select_one yn,b,B,name = ${s}\n",
    CHOICES,
    "empty-filter D3: “choice_filter” of “b” leaves no choice of the list “yn”, whatever "
    "is answered. Compare a column of the choices with the codes that stand in it.\n",
    "type,name,label,choice_filter\n"
    "select_one yn,s,S,\n"
    "select_one yn,b,B,name = ${s}\n"
    "select_one sex,c,C,\n",
    CHOICES },
  { "required-read-only",
    "type,name,label,required,read_only\n"
    "integer,a,A,yes,yes\n"
    "select_one sex,c,C,,\n"
    "select_one yn,b,B,,\n",
    CHOICES,
    "required-read-only D2: “a” is required and read-only, and nothing fills it in, so "
    "that no interview can be completed. Take “required” out.\n",
    "type,name,label,required,read_only,default\n"
    "integer,a,A,yes,yes,1\n"
    "select_one sex,c,C,,,\n"
    "select_one yn,b,B,,,\n",
    CHOICES },
  { NULL },
};
