/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sheets.h"

#define CHOICES                                                                                    \
  "list_name,name,label\nyn,1,Yes\nyn,2,No\n"                                                      \
  "marks,0,None\nmarks,10,All\nmarks,5,Half\nwords,low,Low\n"

/* What is told of one slip in a type, a parameter, an appearance, a link or a column of our own; ""
 * where it is none. */
static const struct
{
  const char *survey;
  const char *expected;
} rows[] = {
  { "type,name,label\nselect_one yn foo,a,A\n",
    "survey.csv:2:1: “foo” has no meaning at the end of “select_one yn foo”. Take it out." },
  { "type,name,label\ntext audit,a,A\n",
    "survey.csv:2:1: “text audit” is a type of SurveyCTO alone. Use a type of XLSForm, or put "
    "“yes” into a column “disabled”." },
  { "type,name,label\ncaseid,a,A\n",
    "survey.csv:2:1: “caseid” is a type of SurveyCTO alone. Use a type of XLSForm, or put "
    "“yes” into a column “disabled”." },
  { "type,name,label\nInteger,a,A\n",
    "advice: survey.csv:2:1: “Integer” is read as “integer”. Other programs want small "
    "letters." },
  { "type,name,label\nend group,,\n",
    "survey.csv:2:1: “end_group” stands here, but no group is open. Take the row out or add "
    "the “begin_group” that is missing." },
  { "type,name,label\nbegin_group,g,G\ntext,a,A\nend group g,,\n",
    "survey.csv:4:1: “g” has no meaning at the end of “end group g”. Take it out." },
  { "type,name,label\naudio,a,A\n",
    "advice: survey.csv:2:1: Homeward cannot ask a question of the type “audio” and leaves it "
    "empty. A recording of sound; ask for the name of its file as a text." },
  { "type,name,label\nstart-geopoint,a,\n",
    "advice: survey.csv:2:1: Homeward cannot ask a question of the type “start-geopoint” and "
    "leaves it empty. The place where the interview began; ask for a geopoint." },
  { "type,name,label\nsubscriberid,a,\n",
    "advice: survey.csv:2:1: Homeward cannot fill in “subscriberid”. A number of the "
    "telephone card; a computer has none, and it stays empty." },
  { "type,name,label\nselect_one_from_file villages.pdf,a,A\n",
    "survey.csv:2:1: “villages.pdf” is not a file with choices. Its name ends with “.csv”." },
  { "type,name,label\nselect_one_from_file villages.csv,a,A\n",
    "advice: survey.csv:2:1: The file “villages.csv” is not there, so there is nothing to "
    "choose. Put it beside the form and read the form again." },
  { "type,name,label\nselect_multiple_from_file areas.xml,a,A\n",
    "advice: survey.csv:2:1: Homeward reads choices from CSV files only, so “areas.xml” gives "
    "none. Save it as CSV." },
  { "type,name,label\nselect_one_external yn,a,A\n",
    "survey.csv:2:1: The external_choices sheet has no list “yn”." },
  { "type,name,label\nrank,a,A\n",
    "survey.csv:2:1: “rank” does not say from which list. Write “rank” and the name of a list "
    "of the choices sheet." },
  { "type,name,label\nrank ny,a,A\n",
    "survey.csv:2:1: The choices sheet has no list “ny”; did you mean “yn”?" },
  { "type,name,label\ncsv-external,villages,\ntext,a,A\n",
    "advice: survey.csv:2:2: The file “villages.csv” is not there. Put it beside the form and "
    "read the form again." },
  { "type,name,label\ncsv-external,,\ntext,a,A\n",
    "survey.csv:2:2: This row (“csv-external”) has no name. Its name is that of the file." },
  { "type,name,label\nxml-external,areas,\ntext,a,A\n",
    "advice: survey.csv:2:1: Homeward does not read files of the type “xml-external”. An "
    "attached XML file; save it as CSV and use csv-external." },
  { "type,name,label\nbegin_group,g,\ncsv-external,v,\nend_group,,\nxml-external,v,\n",
    "advice: survey.csv:2:2: “g” has nothing in it.\nadvice: survey.csv:3:2: The file “v.csv” "
    "is not there. Put it beside the form and read the form again.\nadvice: survey.csv:5:1: "
    "Homeward does not read files of the type “xml-external”. An attached XML file; save it "
    "as CSV and use csv-external.\nsurvey.csv:5:2: The name “v” is that of another attached "
    "file already. Give each a name of its own." },
  { "type,name,label\nbackground-geopoint,a,A\n",
    "survey.csv:2: A row of the type “background-geopoint” needs a “trigger”.\nadvice: "
    "survey.csv:2:1: Homeward cannot ask a question of the type “background-geopoint” and "
    "leaves it empty. The place where an answer was given; ask for a geopoint." },
  { "type,name,label\ntext,,A\n",
    "survey.csv:2:2: This row (“text”) has no name. Every question, group and repeat needs "
    "one." },
  { "type,name,label\nnote,,A remark\n",
    "" },
  { "type,name,label\n,,A label alone\n",
    "survey.csv:2:1: This row has a label and no type. Write one, such as integer, text or "
    "select_one." },
  { "type,name,label\n,,\ntext,a,A\n",
    "" },
  { "type,name,label\nbegin loop,l,L\ntext,a,A\nend loop,,\n",
    "survey.csv:2:1: This loop does not say over which list. Write “begin loop over” and the "
    "name of a list of the choices sheet.\nadvice: survey.csv:2:2: “l” has nothing in it." },
  { "type,name,label\nbegin loop over ny,l,L\ntext,a,A\nend loop,,\n",
    "survey.csv:2:1: The choices sheet has no list “ny”.\nadvice: survey.csv:2:2: “l” has "
    "nothing in it." },
  { "type,name,label\nbegin loop over words,l,L\ntext,a,A\n",
    "survey.csv:2:1: The loop “l” begins here and never ends. Add a row “end_loop” after its "
    "last question." },
  { "type,name,label\nend loop,,\ntext,a,A\n",
    "survey.csv:2:1: “end_loop” stands here, but no loop is open. Take the row out or add the "
    "“begin_loop” that is missing." },
  { "type,name,label\nbegin loop over words,l,L\nbegin loop over words,m,M\ntext,a,A\nend "
    "loop,,\nend loop,,\n",
    "survey.csv:3:1: A loop cannot stand in a loop. Write the inner one as groups." },
  { "type,name,label,choice_filter\nselect_one words or_other,a,A,name = 'low'\n",
    "survey.csv:2:4: “or_other” and a “choice_filter” do not go together, because the filter "
    "would leave out the choice “other”. Write that choice and its text yourself." },
  { "type,name,label\nselect_one_from_file v.csv or_other,a,A\n",
    "advice: survey.csv:2:1: The file “v.csv” is not there, so there is nothing to choose. "
    "Put it beside the form and read the form again.\nsurvey.csv:2:1: “or_other” needs a list "
    "of the choices sheet." },
  { "type,name,label,hint\ntext,a,,Ask\n",
    "" },
  { "type,name,label,guidance_hint\ntext,a,,Ask\n",
    "survey.csv:2:3: “a” has no label, so nobody can read what is asked." },
  { "type,name,label,calculation\ntext,a,,1 + 1\n",
    "" },
  { "type,name,label,big-image\ntext,a,A,b.png\n",
    "survey.csv:2:4: “a” has a “big-image” without an “image” that it could enlarge." },
  { "type,name,label\nbegin_repeat,r,\ntext,a,A\nend_repeat,,\n",
    "advice: survey.csv:2:3: The repeat “r” has no label, and its rows are called by its "
    "name." },
  { "type,name,label,appearance\nselect_one yn,a,,label\n",
    "" },
  { "type,name,label,appearance\nselect_one yn,a,,list-nolabel\n",
    "survey.csv:2:3: “a” has no label, so nobody can read what is asked." },
  { "type,name,label\nbegin_group,g,G\ntext,a,A\nend_group,,\nbegin_group,h,H\ntext,a,A\nend_group,,\n",
    "" },
  { "type,name,label,relevant\nbegin_group,g,G,\ntext,a,A,\nend_group,,,\nbegin_group,h,H,\ntext,a,A,\nend_group,,,\ntext,b,B,${a} "
    "= '1'\n",
    "survey.csv:8:4: “relevant” names ${a}, and several rows are called so: lines 3, 6. Give "
    "all but one of them another name." },
  { "type,name,label\nbegin_repeat,r,R\ntext,a,A\nend_repeat,,\nbegin_group,g,G\nbegin_repeat,r,R\ntext,b,B\nend_repeat,,\nend_group,,\n",
    "survey.csv:6:2: The repeat of line 2 is called “r” too. Each repeat needs a name that no "
    "other repeat has." },
  { "type,name,label\nbegin_repeat,household,H\ntext,a,A\nend_repeat,,\ntext,data,D\ntext,row_id,R\n",
    "" },
  { "type,name,label,relevant\ntext,a,A,${b = 1\n",
    "survey.csv:2:4: “relevant” has a “${” without a “}” after it. A question is named as in "
    "${age}." },
  { "type,name,label,relevant\ntext,b,B,\ntext,a,A,${ b } = 1\n",
    "survey.csv:3:4: “relevant” has ${ b }, and “ b ” cannot be a name. Between “${” and “}” "
    "stands just the name of a question." },
  { "type,name,label,remarks\ntext,a,A,see ${zzz}\n",
    "advice: survey.csv:1:4: The column “remarks” is not known and not read.\nsurvey.csv:2:4: "
    "“remarks” names ${zzz}, which is not in this questionnaire." },
  { "type,name,label,disabled,relevant\ntext,a,A,yes,${zzz} = 1\ntext,b,B,,\n",
    "" },
  { "type,name,label,relevant\ntext,a,A,\"${x} = 1 and selected(${y}, '${z}')\"\n",
    "survey.csv:2:4: “relevant” names ${x}, which is not in this "
    "questionnaire.\nsurvey.csv:2:4: “relevant” names ${y}, which is not in this "
    "questionnaire.\nsurvey.csv:2:4: “relevant” names ${z}, which is not in this "
    "questionnaire." },
  { "type,name,label,parameters\ntext,a,A,rows\n",
    "survey.csv:2:4: “rows” is not a name and a value. Parameters are written as in “start=0 "
    "end=10”." },
  { "type,name,label,parameters\ntext,a,A,rows=many\n",
    "survey.csv:2:4: “rows” takes a whole number, and “many” is none." },
  { "type,name,label,parameters\ntext,a,A,row=3\n",
    "survey.csv:2:4: “row” is not a parameter of the type “text”; did you mean “rows”?" },
  { "type,name,label,parameters\ninteger,a,A,start=1\n",
    "advice: survey.csv:2:4: A row of the type “integer” takes no parameters, so “start” has "
    "no effect." },
  { "type,name,label,parameters\nselect_one yn,a,A,randomize=maybe\n",
    "survey.csv:2:4: “randomize” is “true” or “false”, and not “maybe”." },
  { "type,name,label,parameters\nselect_one yn,a,A,seed=3\n",
    "survey.csv:2:4: “seed” is of no use without “randomize=true”." },
  { "type,name,label,parameters\nselect_one yn,a,A,\"randomize=true, seed=abc\"\n",
    "survey.csv:2:4: “seed” takes a number or a question such as ${a}, and “abc” is neither." },
  { "type,name,label,parameters\nselect_one yn,a,A,\"randomize=true, seed=${zzz}\"\n",
    "survey.csv:2:4: “parameters” names ${zzz}, which is not in this questionnaire." },
  { "type,name,label,parameters\nselect_one_external yn,a,A,start=1\n",
    "survey.csv:2:1: The external_choices sheet has no list “yn”.\nsurvey.csv:2:4: “start” is "
    "not a parameter of the type “select_one_external”. It takes randomize, seed." },
  { "type,name,label,parameters\nselect_one_from_file v.csv,a,A,value=a*b\n",
    "advice: survey.csv:2:1: The file “v.csv” is not there, so there is nothing to choose. "
    "Put it beside the form and read the form again.\nsurvey.csv:2:4: “value” takes the name "
    "of a column, and “a*b” is none." },
  { "type,name,label,parameters\nimage,a,A,max-pixels=big\n",
    "survey.csv:2:4: “max-pixels” takes a whole number, and “big” is none." },
  { "type,name,label,parameters\nimage,a,A,app=camera\n",
    "survey.csv:2:4: “camera” is not the name of a program of a telephone, such as "
    "“org.example.camera”." },
  { "type,name,label,parameters\ngeopoint,a,A,capture-accuracy=fine\n",
    "survey.csv:2:4: “capture-accuracy” takes a number, and “fine” is none." },
  { "type,name,label,parameters\ngeotrace,a,A,incremental=no\n",
    "advice: survey.csv:2:1: Homeward cannot ask a question of the type “geotrace” and leaves "
    "it empty. A line on a map; ask for a geopoint or attach a file with the "
    "line.\nsurvey.csv:2:4: “incremental” can only be “true”, and not “no”." },
  { "type,name,label,parameters\ngeopoint,a,A,reference-geometry=nowhere\n",
    "survey.csv:2:4: “nowhere” is neither a list, nor an attached file, nor a repeat such as "
    "${plot}." },
  { "type,name,label,parameters\naudit,audit,,track-changes=perhaps\ntext,a,A,\n",
    "survey.csv:2:4: “track-changes” is “true” or “false”, and not “perhaps”." },
  { "type,name,label,parameters\naudit,audit,,location-priority=balanced\ntext,a,A,\n",
    "survey.csv:2:4: “location-priority”, “location-min-interval” and “location-max-age” go "
    "together. Give all three." },
  { "type,name,label,parameters\nrange,a,A,start=one\n",
    "survey.csv:2:4: “start” takes a number, and “one” is none." },
  { "type,name,label,parameters\nrange,a,A,start=0 end=10 step=0\n",
    "survey.csv:2:4: “step” cannot be 0." },
  { "type,name,label,parameters\nrange,a,A,start=0 end=10 step=11\n",
    "survey.csv:2:4: “step” is larger than the whole scale from “start” to “end”." },
  { "type,name,label,parameters\nrange,a,A,start=0 end=10 step=2 tick_interval=3\n",
    "survey.csv:2:4: “tick_interval” is not a multiple of “step”." },
  { "type,name,label,parameters\nrange,a,A,start=0 end=10 step=2 placeholder=3\n",
    "survey.csv:2:4: “placeholder” is not an answer that the steps from “start” reach." },
  { "type,name,label,parameters\nrange,a,A,start=0 end=10 step=2 placeholder=12\n",
    "survey.csv:2:4: “placeholder” lies outside of the scale from “start” to “end”." },
  { "type,name,label,parameters\nrange,a,A,start=0 end=10 tick_labelset=nothing\n",
    "survey.csv:2:4: “tick_labelset” names the list “nothing”, which the choices sheet does "
    "not have." },
  { "type,name,label,parameters\nrange,a,A,start=0 end=10 tick_labelset=words\n",
    "survey.csv:2:4: “low” of the list for the marks of the scale is not a number." },
  { "type,name,label,parameters\nrange,a,A,start=0 end=5 tick_labelset=marks\n",
    "survey.csv:2:4: “10” of the list for the marks lies outside of the scale from “start” to "
    "“end”." },
  { "type,name,label,parameters\nrange,a,A,start=0 end=10 step=2 tick_labelset=marks\n",
    "survey.csv:2:4: There is no mark at “5” of the list for the marks of the scale." },
  { "type,name,label,parameters,appearance\nrange,a,A,start=0 end=10 "
    "tick_labelset=marks,no-ticks\n",
    "survey.csv:2:4: A scale with “no-ticks” has labels at its two ends only." },
  { "type,name,label,parameters,appearance\nrange,a,A,start=0 end=10 placeholder=5,rating\n",
    "survey.csv:2:4: “placeholder” goes with the appearances “vertical” and “no-ticks” only, "
    "or with none." },
  { "type,name,label,appearance\ntext,a,A,multline\n",
    "advice: survey.csv:2:4: “multline” is not an appearance; did you mean “multiline”?" },
  { "type,name,label,appearance\ntext,a,A,sparkling\n",
    "advice: survey.csv:2:4: “sparkling” is not an appearance that Homeward knows." },
  { "type,name,label,appearance\ntext,a,A,month-year\n",
    "advice: survey.csv:2:4: The appearance “month-year” has no effect on a row of the type "
    "“text”." },
  { "type,name,label,appearance\nimage,a,A,signature\n",
    "advice: survey.csv:2:4: Homeward does not do what the appearance “signature” says. A "
    "signature on the screen; ask for an acknowledge, or attach a picture of it." },
  { "type,name,label,appearance\ntext,a,A,ex:org.example.read\n",
    "advice: survey.csv:2:4: Homeward does not do what the appearance “ex:org.example.read” "
    "says. It calls another program of a telephone; type its result." },
  { "type,name,label,appearance\ngeopoint,a,A,maps\n",
    "advice: survey.csv:2:4: Homeward does not do what the appearance “maps” says. A map to "
    "look at; here a place is typed." },
  { "type,name,label,appearance\ntext,a,A,w2 multiline\n",
    "" },
  { "type,name,label,trigger,calculation\ntext,a,A,,\ntext,b,B,a,1\n",
    "survey.csv:3:4: “a” is not a question. Write it as in ${age}, with a comma before the "
    "next one." },
  { "type,name,label,trigger,calculation\ntext,a,A,,\ntext,b,B,${aa},1\n",
    "survey.csv:3:4: “trigger” names ${aa}, which is not in this questionnaire; did you mean "
    "${a}?" },
  { "type,name,label,trigger,calculation\nbegin_group,g,G,,\ntext,a,A,,\nend_group,,,,\ntext,b,B,${g},1\n",
    "survey.csv:5:4: “g” is a group and has no answer that could change. Name a question." },
  { "type,name,label,trigger,calculation\ncalculate,a,,,1\ntext,b,B,${a},1\n",
    "survey.csv:3:4: “a” is computed, and only what a person answers can be a trigger." },
  { "type,name,label,trigger,calculation\ntext,a,A,,\ntext,c,C,,\ntext,b,B,${a} ${c},1\n",
    "survey.csv:4:4: “${a} ${c}” is not a question. Write it as in ${age}, with a comma "
    "before the next one." },
  { "type,name,label\ntext,b,B\nselect_one ${b},a,A\n",
    "advice: survey.csv:3:1: “b” is asked only once, so there is nothing to choose. Name a "
    "question of a repeat." },
  { "type,name,label\nbegin_repeat,r,R\ntext,b,B\nend_repeat,,\nselect_one ${r},a,A\n",
    "survey.csv:5:1: “r” is a repeat, and there are no answers to choose from. Name a "
    "question of a repeat." },
  { "type,name,label,label:fr\ntext,a,A,A\n",
    "" },
  { "type,name,label,hint:fr,label::fr\ntext,a,A,A,A\n",
    "advice: survey.csv:1:4: “hint:fr” has one colon where other columns have two, and other "
    "programs will not know it. Write “::”." },
  { "type,name,label,relevant,bind::relevant\ntext,a,A,,\n",
    "survey.csv:1:5: The column “relevant” stands here a second time, and nobody can know "
    "which of the two counts. Rename one or take it out." },
  { "type,name,label,remark,remark\ntext,a,A,,\n",
    "advice: survey.csv:1:4: The column “remark” is not known and not read.\nsurvey.csv:1:5: "
    "The column “remark” stands here a second time, and nobody can know which of the two "
    "counts. Rename one or take it out." },
  { "type,name,label,save_to\ntext,a,A,x\n",
    "advice: survey.csv:1:4: Homeward does not use the column “save_to”. It fills a list of "
    "entities on a server; use the export of Homeward instead." },
  { "type,name,label,sms_field\ntext,a,A,x\n",
    "advice: survey.csv:1:4: Homeward does not use the column “sms_field”. It is for answers "
    "that are sent as text messages; use the exchange of Homeward instead." },
  { "type,name,label,autoplay\ntext,a,A,music\n",
    "advice: survey.csv:2:4: “music” does not play by itself. Write “audio” or “video”." },
  { "type,name,label,relevant::fr\ntext,a,A,1\n",
    "advice: survey.csv:1:4: The column “relevant::fr” is not known and not read." },
  { "type,name,label,decimals\ninteger,a,A,2\n",
    "advice: survey.csv:2:4: “decimals” has no effect on a row of the type “integer”." },
  { "type,name,label,decimals\ndecimal,a,A,two\n",
    "advice: survey.csv:2:4: “two” is not a number of decimals from 0 to 15, and is not "
    "heeded." },
  { "type,name,label,width\ntext,a,A,wide\n",
    "advice: survey.csv:2:4: “wide” is not a width from 1 to 10000, and is not heeded." },
  { "type,name,label,roster_layout\ntext,a,A,grid\n",
    "advice: survey.csv:2:4: “roster_layout” has no effect on a row of the type “text”." },
  { "type,name,label,roster_layout\nbegin_repeat,r,R,tiles\ntext,a,A,\nend_repeat,,,\n",
    "advice: survey.csv:2:4: “tiles” is not a layout of rosters. There are “grid” and "
    "“pages”." },
  { "type,name,label,expected_min\ntext,a,A,3\n",
    "advice: survey.csv:2:4: “3” cannot be expected of an answer of the type “text”, and is "
    "not heeded." },
  { "type,name,label,expected_max\ndate,a,A,tomorrow\n",
    "advice: survey.csv:2:4: “tomorrow” cannot be expected of an answer of the type “date”, "
    "and is not heeded." },
  { "type,name,label,identifying\ntext,a,A,perhaps\n",
    "advice: survey.csv:2:4: “perhaps” is none of “yes”, “no”, “pii” and “special” and is "
    "taken for “yes”." },
  { "type,name,label,supervisor_only\ntext,a,A,perhaps\n",
    "advice: survey.csv:2:4: “perhaps” is neither “yes” nor “no” and is taken for “no”." },
  { "type,name,label,role\ninteger,a,A,chief\n",
    "advice: survey.csv:2:4: “chief” is not a role. There are weight, stratum, psu, fpc and "
    "case_id." },
  { "type,name,label,role\nnote,a,A,weight\n",
    "survey.csv:2:4: “weight” names “a”, which is a note and has no answer." },
  { "type,name,label,role\nbegin_repeat,r,R,\ninteger,a,A,weight\nend_repeat,,,\n",
    "survey.csv:3:4: “weight” names “a”, which is asked in each row of “r”. It must be asked "
    "once a household." },
  { "type,name,label,role\ninteger,a,A,weight\ninteger,b,B,weight\n",
    "survey.csv:3:4: The role “weight” is that of “a” already. Only one question can have it." },
  { "type,name,label,appearance\nbegin_group,g,,table-list\nselect_one yn,a,A,\n"
    "select_one marks,b,B,\nend_group,,,\n",
    "survey.csv:4:1: The lines of a table have the same choices, and those of “b” are not those of "
    "“a”." },
  { "type,name,label,appearance,choice_filter\nbegin_group,g,,table-list,\n"
    "select_one yn,a,A,,name = 1\nend_group,,,,\n",
    "survey.csv:3:5: The lines of a table have the same choices, so “a” cannot have a "
    "“choice_filter”." },
  { "type,name,label,appearance\nselect_one yn,a,A,search('villages')\nselect_one yn,b,B,\n",
    "advice: survey.csv:2:4: The file “villages” is not there, so there is nothing to choose. Put it "
    "beside the form and read the form again.\n"
    "survey.csv:2:4: The list “yn” names columns of a file here, and “b” chooses from it. Give "
    "“search()” a list of its own." },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (HwQuestionnaire) questionnaire
          = read_sheets (rows[i].survey, CHOICES, NULL, problems);
      g_autofree char *told = dup_problems (problems);
      g_autofree char *expected
          = g_strconcat (rows[i].expected, *rows[i].expected != '\0' ? "\n" : "", NULL);
      gboolean refused = FALSE;
      g_auto (GStrv) lines = g_strsplit (rows[i].expected, "\n", -1);

      for (guint k = 0; lines[k] != NULL; k++)
        refused = refused || (*lines[k] != '\0' && !g_str_has_prefix (lines[k], "advice"));
      g_test_message ("%s", rows[i].survey);
      g_assert_cmpstr (told, ==, expected);
      g_assert_true ((questionnaire == NULL) == refused);
    }
}

/* What the other sheets can do wrong. */
static void
test_sheets (void)
{
  static const char survey[] = "type,name,label\ntext,a,A\nselect_one yn,b,B\n";
  static const char choices[] = "list_name,name,label,missing_class,my column\n"
                                "yn,1,Yes,,\nyn,2,,,\nyn,3,,perhaps,\n";
  static const char settings[] = "form_id,instance_name,name,public_key,style,entity_version\n"
                                 "f,Village,1st,abc,pages,2\n";
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = read_sheets (survey, choices, settings, problems);
  g_autofree char *told = dup_problems (problems);

  g_assert_null (questionnaire);
  g_assert_cmpstr (
      told, ==,
      "advice: choices.csv:1:5: No expression can name the column “my column”. Use letters, digits "
      "and “_” only.\n"
      "advice: choices.csv:3:3: 2 choices of the list “yn” have no label, and their codes are "
      "shown.\n"
      "advice: choices.csv:4:4: “perhaps” is not a kind of missing. There are dont-know, refused and "
      "not-applicable.\n"
      "advice: settings.csv:1:4: Homeward does not use the setting “public_key”. It encrypts what is "
      "sent to a server; use the exchange of Homeward instead.\n"
      "advice: settings.csv:1:6: Homeward does not use the setting “entity_version”. It is about "
      "lists of entities on a server; use the export of Homeward instead.\n"
      "advice: settings.csv:2:2: All interviews will be called “Village”. Write an expression, such "
      "as “concat(${village}, ' ', ${number})”.\n"
      "settings.csv:2:3: “1st” cannot be a name. A name begins with a letter or “_” and goes on with "
      "letters, digits, “_”, “-” and “.”.\n");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refusals/rows", test_rows);
  g_test_add_func ("/refusals/sheets", test_sheets);
  return g_test_run ();
}
