/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/parser.h>
#include <math.h>
#include <string.h>

#include "expression/expression.h"
#include "expression/functions.h"

/* A household of three, seen from the sex of the second member or from the household's own
 * questions. */
static const char xml[]
    = "<data><visit>2026-11-20</visit><born/><who>2</who><langs>1 4 7</langs><age>41</age>"
      "<member row='a'><msex>1</msex><mage>44</mage><mborn>1982-03-01</mborn></member>"
      "<member row='b'><msex>2</msex><mage>40</mage><mborn>1986-07-15</mborn></member>"
      "<member row='c'><msex>1</msex><mage/><mborn/></member>"
      "<phone missing='refused'/><code>AB-12</code></data>";

typedef struct
{
  xmlDocPtr document;
  HwExpressionContext *context;
  HwSecondaryInstance *table;
  xmlNodePtr household; /* <age> */
  xmlNodePtr member;    /* the second <msex> */
} Fixture;

typedef struct
{
  const char *name;
  const char *from_household;
  const char *from_member;
  const char *everywhere;
  const char *in_member;
  gboolean is_date;
} Name;

static const Name names[] = {
  { "visit", "../visit", "../../visit", "../visit", NULL, TRUE },
  { "born", "../born", "../../born", "../born", NULL, TRUE },
  { "who", "../who", "../../who", "../who", NULL, FALSE },
  { "langs", "../langs", "../../langs", "../langs", NULL, FALSE },
  { "age", "../age", "../../age", "../age", NULL, FALSE },
  { "phone", "../phone", "../../phone", "../phone", NULL, FALSE },
  { "code", "../code", "../../code", "../code", NULL, FALSE },
  { "member", "../member", "../../member", "../member", NULL, FALSE },
  { "msex", "../member/msex", "../msex", "../member/msex", "msex", FALSE },
  { "mage", "../member/mage", "../mage", "../member/mage", "mage", FALSE },
  { "mborn", "../member/mborn", "../mborn", "../member/mborn", "mborn", TRUE },
};

static gboolean
resolve (const char *name,
         HwScopeTarget *target,
         gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      {
        target->path = g_strdup (data != NULL ? names[i].from_member : names[i].from_household);
        target->is_date = names[i].is_date;
        target->key = strstr (target->path, "member") != NULL ? -1 : (int) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
resolve_all (const char *name,
             const char *repeat,
             HwScopeTarget *target,
             gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      {
        if (repeat != NULL)
          target->path = g_strdup (names[i].in_member);
        else
          target->path = g_strconcat (data != NULL ? "../" : "", names[i].everywhere, NULL);
        target->is_date = names[i].is_date;
        return target->path != NULL;
      }
  return FALSE;
}

static const char *
suggest (const char *name,
         gpointer data)
{
  return g_str_has_prefix (name, "ma") ? "mage" : NULL;
}

static gboolean
is_column (const char *name,
           gpointer data)
{
  return g_str_equal (name, "region");
}

static HwExpressionScope
get_scope (gboolean in_member)
{
  return (HwExpressionScope){ .resolve = resolve,
                              .resolve_all = resolve_all,
                              .suggest = suggest,
                              .data = GINT_TO_POINTER (in_member) };
}

/* A table "heads" with the columns "age" and "who". */
static const char *const cells[][2] = { { "41", "Ama" }, { "44", "Kofi" }, { "41", "Yaa" } };

static const char *
get_cell_column (guint column,
                 gpointer data)
{
  return column == 0 ? "age" : "who";
}

static const char *
get_cell (guint row,
          guint column,
          gpointer data)
{
  return cells[row][column];
}

static HwSecondaryInstance *
find_table (const char *name,
            gpointer data)
{
  const Fixture *fixture = data;

  return g_str_equal (name, "heads") ? fixture->table : NULL;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  const HwInstanceSource source = { .n_rows = G_N_ELEMENTS (cells),
                                    .n_columns = 2,
                                    .column_name = get_cell_column,
                                    .cell = get_cell };
  const HwExpressionHooks hooks = { .instance = find_table, .data = fixture };
  xmlNodePtr node;

  fixture->table = hw_secondary_instance_new (&source);
  fixture->document = xmlReadMemory (xml, sizeof xml - 1, "data.xml", NULL, XML_PARSE_NONET);
  fixture->context = hw_expression_context_new (fixture->document, &hooks);
  node = xmlDocGetRootElement (fixture->document)->children;
  for (; !xmlStrEqual (node->name, BAD_CAST "member"); node = node->next)
    if (xmlStrEqual (node->name, BAD_CAST "age"))
      fixture->household = node;
  fixture->member = node->next->children;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  hw_expression_context_free (fixture->context);
  xmlFreeDoc (fixture->document);
  hw_secondary_instance_unref (fixture->table);
}

typedef struct
{
  const char *expression;
  const char *expected; /* what hw_expression_evaluate_described() says */
  gboolean in_member;
} Value;

/* clang-format off */
static const Value values[] = {
  { "${age} + 1", "number:42", FALSE },
  { "${ age }+1", "number:42", FALSE },
  { "${age}div 2", "number:20.5", FALSE },
  { "-${age}", "number:-41", FALSE },
  { "${mage} = 40", "boolean:true", TRUE },
  { "${age} > ${mage}", "boolean:true", TRUE },
  { "count(${member}) = 3", "boolean:true", TRUE },
  { "sum(${mage})", "number:84", FALSE },
  { "max(${mage})", "number:44", FALSE },
  { "count(${member}[mage > 41])", "number:1", FALSE },
  { "count(${member}[msex = '1'])", "number:2", FALSE },
  { "position(..)", "number:2", TRUE },
  { "selected(${langs}, '4') and not(selected(${langs}, '44'))", "boolean:true", FALSE },
  { "count-selected(${langs})", "number:3", FALSE },
  { "selected-at(${langs}, 2)", "string:7", FALSE },
  { "string-length(${phone}) = 0", "boolean:true", FALSE },
  { "regex(${code}, '[A-Z]{2}-[0-9]+')", "boolean:true", FALSE },
  { "regex(${code}, '[A-Z]{2}')", "boolean:false", FALSE },
  { "if(${age} > 40, 'old', 'young')", "string:old", FALSE },
  { "coalesce(${phone}, ${code})", "nodeset:1 /*[1]/*[10]", FALSE },
  { "once(7)", "nodeset:1 /*[1]/*[5]", FALSE },
  { ". > 40 and . < 42", "boolean:true", FALSE },

  /* Dates count days in order and arithmetic, and are texts when they are equal or not. */
  { "${visit} > date('2026-11-01')", "boolean:true", FALSE },
  { "${visit} >= '2026-11-20'", "boolean:true", FALSE },
  { "${visit} < '2026-11-20'", "boolean:false", FALSE },
  { "${visit} = '2026-11-20'", "boolean:true", FALSE },
  { "${visit} != ''", "boolean:true", FALSE },
  { "${born} != ''", "boolean:false", FALSE },
  { "${born} < ${visit}", "boolean:false", FALSE },
  { "${visit} - date('2026-01-01')", "number:323", FALSE },
  { "date(${visit} + 11)", "date:2026-12-01", FALSE },
  { "int((${visit} - ${mborn}) div 365.25)", "number:40", TRUE },
  { "${visit} + 1 = date('2026-11-21')", "boolean:true", FALSE },
  { "max(${mborn}) < ${visit}", "boolean:true", FALSE },
  { "number(${visit})", "number:20777", FALSE },
  { "format-date(${visit}, '%Y-%b-%e')", "string:2026-Nov-20", FALSE },
  { "number(format-date(${visit}, '%Y')) - 1", "number:2025", FALSE },
  { "if(${born} = '', ${visit}, ${born}) > date('2000-01-01')", "boolean:true", FALSE },
  { "date('')", "date:", FALSE },
  { "date(concat('non', 'sense'))", "date:", FALSE },
  { "date('2026-1-2')", "date:2026-01-02", FALSE },
  { "${visit} + 1 = '2026-11-21'", "boolean:true", FALSE },
  { "today()", "date:2026-11-21", FALSE },
  { "now()", "string:2026-11-21T12:00:00.000+00:00", FALSE },

  /* The number is looked up where the expression stands, not in the row. */
  { "indexed-repeat(${msex}, ${member}, ${who})", "nodeset:1 /*[1]/*[7]/*[1]", FALSE },
  { "indexed-repeat(${mage}, ${member}, position(..) - 1)", "nodeset:1 /*[1]/*[6]/*[2]", TRUE },
  { "indexed-repeat(${mage}, ${member}, 4)", "nodeset:0", FALSE },
  { "indexed-repeat(${mborn}, ${member}, 1) < ${visit}", "boolean:true", FALSE },

  /* Tables. */
  { "pulldata('heads', 'who', 'age', ${mage})", "string:", TRUE },
  { "pulldata('heads', 'who', 'age', ${age})", "string:Ama", FALSE },
  { "pulldata('heads.csv', 'who', 'age', '44')", "string:Kofi", FALSE },
  { "join(' ', instance('heads')/root/item[age = ${age}]/who)", "string:Ama Yaa", FALSE },
  { "count(instance('heads')/root/item[age > current()/../age])", "number:1", FALSE },
  { "string(instance('heads')/root/item[2]/who)", "string:Kofi", FALSE },
  { "string(instance('heads')/root/item[age = ${age}][2]/who)", "string:Yaa", FALSE },
  { "string(instance('heads')/root/item[age = ${age} and position() = 3]/who)", "string:Yaa", FALSE },
  { "count(instance('heads')/root/item[age = 41])", "number:2", FALSE },
  { "count(instance('heads')/root/item[age = 41.0 and who != 'Yaa'])", "number:1", FALSE },
  { "count(instance('heads')/root/item[age = ${mage}])", "number:1", FALSE },
  { "count(instance('heads')/root/item[none = ${age}])", "number:0", FALSE },
  { "count(instance('heads')/root/item[who = 'Ama' or age = ${age}])", "number:2", FALSE },
  { "position(instance('heads')/root/item[who = 'Kofi'])", "number:2", FALSE },
  { "string(instance('heads')/root/item[who = 'Kofi' or who = instance('heads')/root/item[3]/who][2]/age)", "string:41", FALSE },
  { "string(instance('heads')/root/item[who = 'Yaa']/preceding-sibling::item[1]/who)", "string:Kofi", FALSE },
  { "count(instance('heads')/root/item[who = 'Yaa']/../item)", "number:3", FALSE },
  { "join(' ', randomize(instance('heads')/root/item, 3)/who)", "string:Yaa Ama Kofi", FALSE },
  { "string(randomize(instance('heads')/root/item, 3)[1]/age)", "string:41", FALSE },
  { "join(' ', randomize(${mage}, ${born}))", "string: 40 44", FALSE },

  /* Brackets behind a repeat: its own names are those of the row, all others are seen from here. */
  { "count(${member}[mage > ${age}])", "number:1", FALSE },
  { "count(${member}[${mage} > ${age}])", "number:1", FALSE },
  { "count(${member}[mage > ${mage}])", "number:1", TRUE },
  { "sum(${member}[msex = '1']/mage)", "number:44", FALSE },
  { "count(${member}[mage = indexed-repeat(${mage}, ${member}, 1)])", "number:1", FALSE },
  { "count(${member}[position() != position(current()/..)])", "number:2", TRUE },

  /* All dates of a set count, not only the first. */
  { "${mborn} > date('1986-01-01')", "boolean:true", FALSE },
  { "${mborn} < '1980-01-01'", "boolean:false", FALSE },
  { "${mborn} > ${visit}", "boolean:false", FALSE },
  { "../member/mborn > '1986-01-01'", "boolean:true", FALSE },
  { "../visit + 1", "number:20778", FALSE },
  { "'2026-01-02' > '2026-01-01'", "boolean:true", FALSE },

  /* What is not needed is not computed, so that it cannot fail. */
  { "if(true(), 'a', regex('a', concat('(', '')))", "string:a", FALSE },
  { "if(false(), string(regex('a', concat('(', ''))), if(true(), concat('b', ''), 'c'))", "string:b", FALSE },
  { "coalesce(${age}, regex('a', concat('(', '')))", "nodeset:1 /*[1]/*[5]", FALSE },
  { "once(regex('a', concat('(', '')))", "nodeset:1 /*[1]/*[5]", FALSE },
  { "count(${member}[if(mage > 40, string(msex), 'x') = '1'])", "number:1", FALSE },

  /* Patterns as the field writes them. */
  { "regex('a-b.c@d.org', '[\\w-\\.]+@[\\w.]+')", "boolean:true", FALSE },
  { "regex('٣', '\\d')", "boolean:false", FALSE },
  { "regex('م', '\\u0645')", "boolean:true", FALSE },

  { "${code} = “AB-12” and ‘l’eau’ != 'x'", "boolean:true", FALSE },
  { "concat(“it's \"so\"”, '')", "string:it's \"so\"", FALSE },
  { "${last-saved#age} = ''", "boolean:true", FALSE },
  { "coalesce(yes, 'no')", "string:no", FALSE },
};

static const struct
{
  const char *expression;
  int code;
  const char *sentence;
} faults[] = {
  { "duration()", HW_EXPRESSION_ERROR_NOT_ON_A_DESKTOP, "duration() is SurveyCTO's; Homeward keeps the time that an interview takes by itself, so leave the calculation out. (character 1)" },
  { "geofence('', '')", HW_EXPRESSION_ERROR_NOT_ON_A_DESKTOP, "geofence() needs the map of a phone; check the place afterwards, from the table of answers. (character 1)" },
  { "not ${age}", HW_EXPRESSION_ERROR_SYNTAX, "What the function “not” works on stands in parentheses, as in not(…). (character 1)" },
  { "today > 1", HW_EXPRESSION_ERROR_SYNTAX, "“today” needs parentheses, as in today(). (character 1)" },
  { "${age} = 0,5", HW_EXPRESSION_ERROR_SYNTAX, "The decimals of a number stand behind a point, as in 0.5. (character 11)" },
  { "${age} is 1", HW_EXPRESSION_ERROR_SYNTAX, "“is” is not known here; write “=”. (character 8)" },
  { "${age} ≥ 1", HW_EXPRESSION_ERROR_SYNTAX, "“≥” is not known here; write “>=”. (character 8)" },
  { "Today()", HW_EXPRESSION_ERROR_UNKNOWN_FUNCTION, "There is no function Today(); did you mean today()? (character 1)" },
  { "avg(${mage})", HW_EXPRESSION_ERROR_UNKNOWN_FUNCTION, "There is no function avg(); write sum(set) div count-non-empty(set). (character 1)" },
  { "count(${member}[msex = male])", HW_EXPRESSION_ERROR_BARE_WORD, "“male” is a bare word; a text stands in quotation marks, as in 'male'. (character 24)" },
  { "regex('a', 'a)|(b')", HW_EXPRESSION_ERROR_SYNTAX, "“a)|(b” is not a regular expression. (character 12)" },
  { "${last-saved#zzz}", HW_EXPRESSION_ERROR_UNKNOWN_NAME, "There is no question ${zzz}. (character 3)" },
  { "${maeg} > 1", HW_EXPRESSION_ERROR_UNKNOWN_NAME, "There is no question ${maeg}; did you mean ${mage}? (character 3)" },
  { "1 + ${zzz}", HW_EXPRESSION_ERROR_UNKNOWN_NAME, "There is no question ${zzz}. (character 7)" },
  { "${age} != yes", HW_EXPRESSION_ERROR_BARE_WORD, "“yes” is a bare word; a text stands in quotation marks, as in 'yes'. (character 11)" },
  { "${age} = mage", HW_EXPRESSION_ERROR_BARE_WORD, "“mage” is a bare word; write ${mage} for the question or 'mage' for the text. (character 10)" },
  { "${age} = true", HW_EXPRESSION_ERROR_SYNTAX, "“true” needs parentheses, as in true(). (character 10)" },
  { "slected(${age}, '1')", HW_EXPRESSION_ERROR_UNKNOWN_FUNCTION, "There is no function slected(); did you mean selected()? (character 1)" },
  { "pushdata(1)", HW_EXPRESSION_ERROR_UNKNOWN_FUNCTION, "There is no function pushdata(); did you mean pulldata()? (character 1)" },
  { "selected(${langs})", HW_EXPRESSION_ERROR_SYNTAX, "selected() takes exactly 2 arguments, not 1. (character 1)" },
  { "today(1)", HW_EXPRESSION_ERROR_SYNTAX, "today() takes no argument. (character 1)" },
  { "round(1, 2, 3)", HW_EXPRESSION_ERROR_SYNTAX, "round() takes 1 to 2 arguments, not 3. (character 1)" },
  { "${age} = «yes»", HW_EXPRESSION_ERROR_SYNTAX, "This quotation mark cannot enclose a text; use ' or \". (character 10)" },
  { "${age} = 'yes", HW_EXPRESSION_ERROR_SYNTAX, "A quotation mark is opened here and never closed. (character 10)" },
  { "${age", HW_EXPRESSION_ERROR_SYNTAX, "The brace after “$” is never closed. (character 1)" },
  { "$age", HW_EXPRESSION_ERROR_SYNTAX, "After “$” the name of a question belongs in braces, as in ${name}. (character 1)" },
  { "${a b}", HW_EXPRESSION_ERROR_SYNTAX, "The braces after “$” must hold one name, as in ${name}. (character 1)" },
  { "${age} == 1", HW_EXPRESSION_ERROR_SYNTAX, "“==” is not known here; write “=”. (character 8)" },
  { "${age} = 1 AND 1", HW_EXPRESSION_ERROR_SYNTAX, "“AND” is written with small letters, “and”. (character 12)" },
  { "(${age} = 1", HW_EXPRESSION_ERROR_SYNTAX, "The expression ends where “)” is expected. (character 12)" },
  { "${age} = 1)", HW_EXPRESSION_ERROR_SYNTAX, "This closing parenthesis has no opening one. (character 11)" },
  { "${age} =", HW_EXPRESSION_ERROR_SYNTAX, "The expression ends where a value is expected. (character 9)" },
  { " ", HW_EXPRESSION_ERROR_SYNTAX, "The expression is empty. (character 2)" },
  { "1 2", HW_EXPRESSION_ERROR_SYNTAX, "“2” stands where an operator such as “and” or “=” is expected. (character 3)" },
  { "regex(., '[a-')", HW_EXPRESSION_ERROR_SYNTAX, "“[a-” is not a regular expression. (character 10)" },
  { "date('nonsense')", HW_EXPRESSION_ERROR_SYNTAX, "“nonsense” is no date; a date is written as 2026-11-21. (character 6)" },
  { "${age} ; 1", HW_EXPRESSION_ERROR_SYNTAX, "“;” is not known here; write “,”. (character 8)" },
  { "outside::age", HW_EXPRESSION_ERROR_SYNTAX, "There is no axis “outside”. (character 1)" },
  { "indexed-repeat(${msex}, ${member})", HW_EXPRESSION_ERROR_SYNTAX, "indexed-repeat() takes a question, and then a repeat and a number, once or several times. (character 1)" },
  { "indexed-repeat(${age}, ${member}, 1)", HW_EXPRESSION_ERROR_SYNTAX, "The question in indexed-repeat() must lie in the repeat. (character 36)" },
};

/* Every function that says what it does with an empty argument has a row. */
static const struct
{
  const char *function;
  const char *expression;
} empties[] = {
  { "coalesce", "coalesce(${born})" }, { "once", "once('')" }, { "not", "not('')" }, { "boolean", "boolean('')" },
  { "boolean-from-string", "boolean-from-string(${born})" }, { "lang", "lang('')" }, { "id", "id(${born})" },
  { "selected", "selected(${born}, '1')" }, { "count-selected", "count-selected(${born})" },
  { "selected-at", "selected-at(${born}, 0)" }, { "jr:choice-name", "jr:choice-name(${born}, 'born')" },
  { "join", "join(' ', ${born})" }, { "number", "number(${born})" }, { "min", "min(${born})" }, { "max", "max(${born})" },
  { "round", "round(${born})" }, { "pow", "pow(${born}, 2)" }, { "atan2", "atan2(${born}, 1)" }, { "int", "int(${born})" },
  { "floor", "floor(${born})" }, { "ceiling", "ceiling(${born})" }, { "abs", "abs(${born})" }, { "sqrt", "sqrt(${born})" },
  { "exp", "exp(${born})" }, { "exp10", "exp10(${born})" }, { "log", "log(${born})" }, { "log10", "log10(${born})" },
  { "sin", "sin(${born})" }, { "cos", "cos(${born})" }, { "tan", "tan(${born})" }, { "asin", "asin(${born})" },
  { "acos", "acos(${born})" }, { "atan", "atan(${born})" }, { "string", "string(${born})" }, { "concat", "concat(${born}, '')" },
  { "regex", "regex(${born}, '[0-9]')" }, { "contains", "contains(${born}, '1')" }, { "starts-with", "starts-with(${born}, '1')" },
  { "ends-with", "ends-with(${born}, '1')" }, { "substr", "substr(${born}, 1)" }, { "substring", "substring(${born}, 1)" },
  { "substring-before", "substring-before(${born}, '1')" }, { "substring-after", "substring-after(${born}, '1')" },
  { "string-length", "string-length(${born})" }, { "normalize-space", "normalize-space(${born})" },
  { "pulldata", "pulldata('heads', 'who', 'age', ${born})" }, { "jr:itext", "jr:itext(${born})" },
  { "translate", "translate(${born}, '1', '2')" }, { "base64-decode", "base64-decode(${born})" }, { "date", "date(${born})" },
  { "date-time", "date-time(${born})" }, { "decimal-date-time", "decimal-date-time(${born})" },
  { "decimal-time", "decimal-time(${born})" }, { "format-date", "format-date(${born}, '%Y')" },
  { "format-date-time", "format-date-time(${born}, '%Y')" }, { "distance", "distance(${born})" }, { "area", "area(${born})" },
};
/* clang-format on */

static char *
evaluate (Fixture *fixture,
          const char *text,
          gboolean in_member,
          const char *as)
{
  HwExpressionScope scope = get_scope (in_member);
  g_autoptr (GError) error = NULL;
  g_autoptr (HwExpression) expression = hw_expression_new (text, &scope, &error);
  xmlNodePtr node = in_member ? fixture->member : fixture->household;
  char *found;

  g_assert_no_error (error);
  found = hw_expression_evaluate_described (expression, fixture->context, node, as, &error);
  g_assert_no_error (error);
  return found;
}

static void
test_values (Fixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *found = evaluate (fixture, values[i].expression, values[i].in_member, NULL);

      g_test_message ("%s", values[i].expression);
      g_assert_cmpstr (found, ==, values[i].expected);
    }
}

static void
test_faults (void)
{
  HwExpressionScope scope = get_scope (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hw_expression_new (faults[i].expression, &scope, &error));
      g_assert_error (error, HW_EXPRESSION_ERROR, faults[i].code);
      g_assert_cmpstr (error->message, ==, faults[i].sentence);
    }
}

/* What can be computed and is worth a word. */
static const struct
{
  const char *expression;
  HwAdviceKind kind;
  const char *sentence;
} advices[] = {
  { "${code} = “a”", HW_ADVICE_QUOTES, "A text stands in straight quotation marks, ' or \"; the typographic ones were read as such. (character 11)" },
  { "${age} > 1\n and ${age} < 2", HW_ADVICE_LINE_BREAK, "The expression goes on in another line; it was read as one line. (character 13)" },
  { "concat('${age}', 'x')", HW_ADVICE_QUOTED_NAME, "A name within quotation marks is text; an answer stands outside of them, joined with concat(). (character 8)" },
  { "${code} + ' '", HW_ADVICE_JOINED_TEXTS, "“+” adds numbers; texts are joined with concat(). (character 11)" },
  { "coalesce(yes, 'no')", HW_ADVICE_BARE_WORD, "“yes” is a bare word; a text stands in quotation marks, as in 'yes'. (character 10)" },
  { "pulldata('tails', 'who', 'age', 1)", HW_ADVICE_UNKNOWN_TABLE, "There is no table or list “tails”; attach the file tails.csv to the form. (character 10)" },
  { "pulldata('heads', 'sex', 'age', 1)", HW_ADVICE_UNKNOWN_COLUMN, "The table “heads” has no column “sex”. (character 19)" },
  { "count(instance('heads')/root/item[who = Ama])", HW_ADVICE_UNKNOWN_COLUMN, "“heads” has no column “Ama”; if it is a text, write 'Ama'. (character 41)" },
};

static const char *const *
find_columns (const char *instance,
              gpointer data)
{
  static const char *const columns[] = { "age", "who", NULL };

  return g_str_equal (instance, "heads") ? columns : NULL;
}

static void
test_advice (void)
{
  HwExpressionScope scope = get_scope (FALSE);

  scope.columns = find_columns;
  for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HwExpression) expression
          = hw_expression_new (advices[i].expression, &scope, &error);

      g_test_message ("%s", advices[i].expression);
      g_assert_no_error (error);
      g_assert_cmpuint (hw_expression_get_n_advice (expression), ==, 1);
      g_assert_cmpint (hw_expression_get_advice (expression, 0)->kind, ==, advices[i].kind);
      g_assert_cmpstr (hw_expression_get_advice (expression, 0)->sentence, ==,
                       advices[i].sentence);
    }
}

/* Choice filters, and what an index can be asked for them. */
static const struct
{
  const char *filter;
  const char *value; /* NULL: every choice has to be looked at */
} lookups[] = {
  { "region = ${who}", "${who}" },
  { "${who} = region", "${who}" },
  { "region = 'a'", "'a'" },
  { "(region = ${who}) and name != 'x'", "${who}" },
  { "${age} > 1 and region = concat(${who}, 'a')", "concat(${who}, 'a')" },
  { "region = pulldata('heads', 'who', 'age', ${who})", "pulldata('heads', 'who', 'age', ${who})" },
  { "region = if(${age} > 1, ${who}, 'a')", "if(${age} > 1, ${who}, 'a')" },
  { "region = 5", NULL },
  { "region = ${age} + 1", NULL },
  { "region = ${mage}", NULL },
  { "region != ${who}", NULL },
  { "region = name", NULL },
  { "region = ${who} or name = 'a'", NULL },
  { "not(region = ${who})", NULL },
  { "region = concat(name, 'a')", NULL },
};

static gboolean
is_any_column (const char *name,
               gpointer data)
{
  return g_str_equal (name, "region") || g_str_equal (name, "name");
}

static void
test_lookup (void)
{
  HwExpressionScope scope = get_scope (FALSE);

  scope.is_column = is_any_column;
  for (guint i = 0; i < G_N_ELEMENTS (lookups); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HwExpression) filter = hw_expression_new (lookups[i].filter, &scope, &error);
      const char *column;
      HwExpression *value;

      g_test_message ("%s", lookups[i].filter);
      g_assert_no_error (error);
      g_assert_cmpint (hw_expression_get_lookup (filter, &column, &value), ==,
                       lookups[i].value != NULL);
      if (lookups[i].value == NULL)
        continue;
      g_assert_cmpstr (column, ==, "region");
      g_assert_cmpstr (hw_expression_get_text (value), ==, lookups[i].value);
    }
}

static void
check_described_cb (const HwFunction *function,
                    gpointer data)
{
  gboolean is_internal = (function->flags & HW_FUNCTION_INTERNAL) != 0;

  g_test_message ("%s", function->name);
  g_assert_cmpint (function->description == NULL, ==, is_internal);
  if (!is_internal)
    g_assert_true (g_str_has_suffix (function->description, "."));
}

static void
test_described (void)
{
  hw_functions_foreach (check_described_cb, NULL);
}

static const char *
describe_empty (HwEmpty empty,
                const char **as)
{
  switch (empty)
    {
    case HW_EMPTY_FALSE:
      *as = "boolean";
      return "boolean:false";
    case HW_EMPTY_TRUE:
      *as = "boolean";
      return "boolean:true";
    case HW_EMPTY_ZERO:
      *as = "number";
      return "number:0";
    case HW_EMPTY_NAN:
      *as = "number";
      return "number:NaN";
    default:
      *as = "string";
      return "string:";
    }
}

static void
check_has_row_cb (const HwFunction *function,
                  gpointer data)
{
  gboolean found = FALSE;

  if (function->empty == HW_EMPTY_OWN || (function->flags & HW_FUNCTION_INTERNAL) != 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (empties); i++)
    found = found || g_str_equal (empties[i].function, function->name);
  if (!found)
    g_error ("%s has no row here", function->name);
}

static void
test_empty_arguments (Fixture *fixture,
                      gconstpointer data)
{
  xmlNodePtr born = xmlDocGetRootElement (fixture->document)->children->next;

  hw_functions_foreach (check_has_row_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (empties); i++)
    {
      const char *as;
      const char *expected = describe_empty (hw_function_find (empties[i].function)->empty, &as);
      g_autofree char *found = NULL;

      fixture->household = born;
      found = evaluate (fixture, empties[i].expression, FALSE, as);
      g_test_message ("%s", empties[i].expression);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_what_is_read (void)
{
  HwExpressionScope scope = get_scope (FALSE);
  g_autoptr (HwExpression) a
      = hw_expression_new ("${age} > 1 and ${age} < /data/member/mage and . = 1", &scope, NULL);
  g_autoptr (HwExpression) b = hw_expression_new ("count(../member[. = '1'])", &scope, NULL);
  g_autoptr (HwExpression) c = hw_expression_new ("once(uuid())", &scope, NULL);
  g_autoptr (HwExpression) d = hw_expression_new ("today()", &scope, NULL);
  const char *const expected[] = { "age", "data", "member", "mage", NULL };

  g_assert_cmpstrv (hw_expression_get_names (a), expected);
  g_assert_true (hw_expression_reads_self (a));
  g_assert_false (hw_expression_is_volatile (a));
  g_assert_false (hw_expression_reads_self (b));
  g_assert_true (hw_expression_reads_self (c));
  g_assert_true (hw_expression_is_volatile (c));
  g_assert_false (hw_expression_is_volatile (d));
  g_assert_cmpuint (g_strv_length ((char **) hw_expression_get_names (d)), ==, 0);
  g_assert_cmpstr (hw_expression_get_text (b), ==, "count(../member[. = '1'])");
}

static void
test_self_date (Fixture *fixture,
                gconstpointer data)
{
  HwExpressionScope scope = get_scope (FALSE);
  g_autoptr (HwExpression) expression = NULL;
  xmlNodePtr visit = xmlDocGetRootElement (fixture->document)->children;
  gboolean result;

  scope.self_is_date = TRUE;
  expression
      = hw_expression_new (". >= '2026-01-01' and . <= today() and .='2026-11-20'", &scope, NULL);
  g_assert_true (
      hw_expression_evaluate_boolean (expression, fixture->context, visit, &result, NULL));
  g_assert_true (result);
}

static void
test_no_number (Fixture *fixture,
                gconstpointer data)
{
  HwExpressionScope scope = get_scope (FALSE);
  g_autoptr (HwExpression) expression = hw_expression_new ("${phone} + 1", &scope, NULL);
  g_autofree char *text
      = hw_expression_evaluate_string (expression, fixture->context, fixture->household, NULL);
  double number = 0;

  g_assert_cmpstr (text, ==, "");
  g_assert_true (hw_expression_evaluate_number (expression, fixture->context, fixture->household,
                                                &number, NULL));
  g_assert_true (isnan (number));
}

static const char *
get_column (const char *name,
            gpointer data)
{
  g_assert_cmpstr (name, ==, "region");
  return data;
}

static char *
get_label (const char *value,
           const char *name,
           gpointer data)
{
  return g_strconcat (name, " is ", value, NULL);
}

static void
test_hooks (Fixture *fixture,
            gconstpointer data)
{
  HwExpressionHooks hooks
      = { .choice_label = get_label, .column = get_column, .data = (gpointer) "2" };
  HwExpressionScope scope = get_scope (FALSE);
  g_autoptr (HwExpressionContext) context = hw_expression_context_new (fixture->document, &hooks);
  g_autoptr (HwExpression) filter = NULL;
  g_autoptr (HwExpression) label = NULL;
  g_autofree char *text = NULL;
  gboolean result;

  scope.is_column = is_column;
  filter = hw_expression_new ("region = ${who}", &scope, NULL);
  label = hw_expression_new ("jr:choice-name(${who}, '${who}')", &scope, NULL);
  g_assert_true (
      hw_expression_evaluate_boolean (filter, context, fixture->household, &result, NULL));
  g_assert_true (result);
  text = hw_expression_evaluate_string (label, context, fixture->household, NULL);
  g_assert_cmpstr (text, ==, "who is 2");
}

static void
test_language (Fixture *fixture,
               gconstpointer data)
{
  static const char *const rows[][2] = {
    { NULL, "Fri 20 Nov" },
    { "Nobody knows", "Fri 20 Nov" },
    { "English (en)", "Fri 20 Nov" },
    { "Français (fr)", "ven. 20 nov." },
    { "es", "vie 20 nov" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = NULL;

      hw_expression_context_set_language (fixture->context, rows[i][0]);
      found = evaluate (fixture, "format-date(${visit}, '%a %e %b')", FALSE, "string");
      g_assert_true (g_str_has_prefix (found, "string:"));
      g_assert_cmpstr (found + strlen ("string:"), ==, rows[i][1]);
    }
}

static void
keep_notice (const char *sentence,
             gpointer data)
{
  g_string_append (data, sentence);
}

/* What has no value is empty, and is spoken of. */
static void
test_notice (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GString) notices = g_string_new (NULL);
  const HwExpressionHooks hooks = { .notice = keep_notice, .data = notices };
  HwExpressionScope scope = get_scope (FALSE);
  g_autoptr (HwExpressionContext) context = hw_expression_context_new (fixture->document, &hooks);
  g_autoptr (HwExpression) expression = hw_expression_new ("date(${code})", &scope, NULL);
  g_autofree char *text
      = hw_expression_evaluate_string (expression, context, fixture->household, NULL);

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (notices->str, ==, "“AB-12” is no date; a date is written as 2026-11-21.");
}

static void
test_template (Fixture *fixture,
               gconstpointer data)
{
  HwExpressionScope scope = get_scope (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (HwTemplate) template
      = hw_template_new ("Born ${born}, aged ${age}: $5 (${.})", &scope, &error);
  g_autofree char *text = NULL;
  const char *const expected[] = { "born", "age", NULL };

  g_assert_no_error (error);
  g_assert_cmpstrv (hw_template_get_names (template), expected);
  text = hw_template_fill (template, fixture->context, fixture->household);
  g_assert_cmpstr (text, ==, "Born , aged 41: $5 (41)");
  g_assert_null (hw_template_new ("Dear ${nobody}", &scope, &error));
  g_assert_error (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_UNKNOWN_NAME);
}

/* A day is the same day in every zone; a point in time is not. */
static void
test_zone (Fixture *fixture,
           gconstpointer data)
{
  static const char *const expected[][2] = {
    { "number(${visit})", "number:20777" },
    { "${visit} - date('2026-11-19')", "number:1" },
    { "date-time(${visit} + 1)", "string:2026-11-21" },
    { "date-time(decimal-date-time(${visit}) + 1)", "string:2026-11-21" },
    { "date('2026-11-21T02:00:00.000+00:00')", "date:2026-11-20" },
    { "date-time('2026-11-21T02:00:00.000Z')", "string:2026-11-20T19:00:00.000-07:00" },
    { "decimal-date-time('1970-01-01T06:00:00Z')", "number:0.25" },
    { "decimal-time('06:00:00.000-07:00')", "number:0.25" },
    { "format-date('2026-11-21T02:03:04.500Z', '%d %H:%M:%S.%3')", "string:20 19:03:04.500" },
  };

  g_setenv ("TZ", "MST7", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *found = evaluate (fixture, expected[i][0], FALSE, NULL);

      g_assert_cmpstr (found, ==, expected[i][1]);
    }
  g_setenv ("TZ", "UTC", TRUE);
}

static void
test_runaway (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (HwExpression) expression = NULL;
  g_autoptr (HwExpressionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  xmlDocPtr document;
  gboolean result = TRUE;

  g_string_append (text, "<data>");
  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "<a>1</a>");
  g_string_append (text, "</data>");
  document = xmlReadMemory (text->str, (int) text->len, "a.xml", NULL, 0);
  context = hw_expression_context_new (document, NULL);
  expression = hw_expression_new ("count(//a[count(//a[count(//a) > 0]) > 0]) > 0", NULL, NULL);
  g_assert_false (
      hw_expression_evaluate_boolean (expression, context, (xmlNodePtr) document, &result, &error));
  g_assert_false (result);
  g_assert_error (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_EVALUATION);
  g_assert_nonnull (strstr (error->message, "takes too long"));
  g_clear_error (&error);
  g_clear_pointer (&context, hw_expression_context_free);
  xmlFreeDoc (document);

  for (guint i = 0; i < 5000; i++)
    g_string_append_c (deep, '(');
  g_assert_null (hw_expression_new (deep->str, NULL, &error));
  g_assert_error (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_SYNTAX);
}

/* The best of five takes @n evaluations from @node on. */
static gint64
measure (HwExpression *expression,
         HwExpressionContext *context,
         xmlNodePtr node,
         guint n)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 5; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gboolean result = FALSE;

      for (guint j = 0; j < n; j++)
        hw_expression_evaluate_boolean (expression, context, node, &result, NULL);
      g_assert_true (result);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return best;
}

/* The last of many members costs what the first costs. */
static void
test_speed (void)
{
  HwExpressionScope scope = get_scope (TRUE);
  g_autoptr (HwExpression) expression
      = hw_expression_new ("${mage} > 15 and selected(${langs}, '4')", &scope, NULL);
  g_autoptr (HwExpressionContext) context = NULL;
  g_autoptr (GString) text = g_string_new ("<data><langs>1 4</langs>");
  xmlDocPtr document;
  xmlNodePtr first, last;
  gint64 at_first, at_last;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "<member><msex>1</msex><mage>40</mage></member>");
  g_string_append (text, "</data>");
  document = xmlReadMemory (text->str, (int) text->len, "a.xml", NULL, 0);
  context = hw_expression_context_new (document, NULL);
  first = xmlDocGetRootElement (document)->children->next->children;
  last = xmlDocGetRootElement (document)->last->children;
  at_first = measure (expression, context, first, 500);
  at_last = measure (expression, context, last, 500);
  g_test_message ("%.2f us at the first, %.2f us at the last", (double) at_first / 500,
                  (double) at_last / 500);
  g_assert_cmpint (at_last, <, 10 * (at_first + 50));
  g_clear_pointer (&context, hw_expression_context_free);
  xmlFreeDoc (document);
}

int
main (int argc,
      char **argv)
{
  g_setenv ("HOMEWARD_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/expression/values", test_values);
  g_test_add_func ("/expression/faults", test_faults);
  ADD ("/expression/empty-arguments", test_empty_arguments);
  g_test_add_func ("/expression/what-is-read", test_what_is_read);
  g_test_add_func ("/expression/advice", test_advice);
  g_test_add_func ("/expression/lookup", test_lookup);
  g_test_add_func ("/expression/described", test_described);
  ADD ("/expression/self-date", test_self_date);
  ADD ("/expression/no-number", test_no_number);
  ADD ("/expression/hooks", test_hooks);
  ADD ("/expression/template", test_template);
  ADD ("/expression/language", test_language);
  ADD ("/expression/notice", test_notice);
  ADD ("/expression/zone", test_zone);
  g_test_add_func ("/expression/runaway", test_runaway);
  g_test_add_func ("/expression/speed", test_speed);
  return g_test_run ();
}
