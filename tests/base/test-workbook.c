/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/workbook-reader.h"

#include "book.h"

#define STYLES \
  "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd;@'/>" \
  "<numFmt numFmtId='165' formatCode='[Magenta]0.00\"day\"'/>" \
  "<numFmt numFmtId='166' formatCode='[$-409]d/m/yy\\ h:mm\\ AM/PM;@'/>" \
  "<numFmt numFmtId='167' formatCode='[hh]:mm'/></numFmts>" \
  "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>" \
  "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>" \
  "<xf numFmtId='166'/><xf numFmtId='167'/></cellXfs></styleSheet>"

#define STRINGS \
  "<sst><si><t>plain</t></si>" \
  "<si><r><rPr><b/></rPr><t>run</t></r><r><t xml:space='preserve'> on</t></r></si>" \
  "<si><t>\xe6\xbc\xa2\xe5\xad\x97</t><rPh sb='0' eb='2'><t>kanji</t></rPh><phoneticPr/></si>" \
  "<si><t>a_x000A_b_x005F_x000A_c_x12</t></si><si/><si><t/></si>" \
  "<si><t>&lt;&amp;&#233;</t></si></sst>"

static GBytes *
make_book (const char *sheet_data,
           const char *workbook_extra,
           const char *prefix)
{
  g_autofree char *workbook = g_strdup_printf (
      "<workbook xmlns:r='r'>%s<sheets><sheet name=' Survey ' sheetId='4' r:id='rId9'/>"
      "<sheet name='Chart' sheetId='5' r:id='rId8'/>"
      "<sheet name='lists' sheetId='2' state='veryHidden' r:id='rId7'/></sheets></workbook>",
      workbook_extra);
  g_autofree char *sheet
      = g_strdup_printf ("%s<worksheet><cols><col min='1'/></cols><sheetData>%s</sheetData>"
                         "<mergeCells><mergeCell ref='A1:B1'/></mergeCells></worksheet>",
                         prefix, sheet_data);
  const char *parts[] = {
    "_rels/.rels",
    BOOK_RELS,
    "xl/workbook.xml",
    workbook,
    "xl/_rels/workbook.xml.rels",
    "<Relationships>" BOOK_RELATION ("rId9", "worksheet", "/xl/worksheets/Sheet1.xml")
        BOOK_RELATION ("rId7", "worksheet", "worksheets/../worksheets/other.xml")
            BOOK_RELATION ("rId8", "chartsheet", "chartsheets/sheet1.xml")
                BOOK_RELATION ("rId1", "sharedStrings", "sharedStrings.xml")
                    BOOK_RELATION ("rId2", "styles", "styles.xml") "</Relationships>",
    "xl/worksheets/sheet1.xml",
    sheet,
    "xl/worksheets/other.xml",
    "<worksheet><sheetData/></worksheet>",
    "xl/sharedStrings.xml",
    STRINGS,
    "xl/styles.xml",
    STYLES,
    NULL,
  };

  return book_zip (parts);
}

static gboolean
see_row (const HwWorkbookRow *row,
         gpointer data)
{
  GString *text = data;

  g_string_append_printf (text, "%u", row->number);
  for (guint i = 0; i < row->n_cells; i++)
    g_string_append_printf (text, "|%s", row->cells[i]);
  if (row->error > 0)
    g_string_append_printf (text, " error %u", row->error);
  if (row->unknown > 0)
    g_string_append_printf (text, " unknown %u", row->unknown);
  g_string_append_c (text, '\n');
  return text->len < 10000;
}

static char *
read_sheet (GBytes *bytes,
            guint sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwWorkbook) book = hw_workbook_new ("f.xlsx", bytes, &error);
  GString *text = g_string_new (NULL);

  if (book != NULL)
    hw_workbook_read_sheet (book, sheet, see_row, text, &error);
  if (error != NULL)
    g_string_append (text, error->message);
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *cells;
  const char *expected;
} rows[] = {
  { "shared",
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>"
    "<c r='D1' t='s'><v>3</v></c><c r='E1' t='s'><v>4</v></c><c r='F1' t='s'><v>5</v></c>"
    "<c r='G1' t='s'><v>6</v></c><c r='H1' t='s'><v>7</v></c></row>",
    "1|plain|run on|\xe6\xbc\xa2\xe5\xad\x97|a\nb_x000A_c_x12|||<&\xc3\xa9\n" },
  { "inline",
    "<row><c t='inlineStr'><is><t>a</t><rPh><t>x</t></rPh></is></c><c t='inlineStr'><is><r><t>b</t>"
    "</r><r><t>c</t></r></is></c><c t='str'><f>A1&amp;\"x\"</f><v>ax</v></c></row>",
    "1|a|bc|ax\n" },
  { "numbers",
    "<row><c><v>1</v></c><c><v>1.0</v></c><c><v>1E3</v></c><c><v>0.10000000000000001</v></c>"
    "<c><v>1.2345678901234567E+18</v></c><c><v>-0</v></c><c><v>-2.5</v></c><c><v>007</v></c>"
    "<c><v>NaN</v></c><c><v>1e400</v></c><c><v>1E-7</v></c><c><v>4512345678901</v></c></row>",
    "1|1|1|1000|0.1|1234567890123456768|0|-2.5|7|NaN|1e400|1e-07|4512345678901\n" },
  { "booleans", "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c></row>", "1|TRUE|FALSE\n" },
  { "moments",
    "<row><c s='1'><v>44197</v></c><c s='2'><v>1</v></c><c s='2'><v>61</v></c><c s='3'><v>2.5</v></c>"
    "<c s='4'><v>44197.75</v></c><c s='5'><v>1.5</v></c><c s='1'><v>-5</v></c><c s='4'><v>0.25</v></c>"
    "<c s='1'><v>44197.999999999</v></c><c s='99'><v>3</v></c><c t='d'><v>2026-01-31</v></c></row>",
    "1|2021-01-01|1900-01-01|1900-03-01|2.5|2021-01-01 18:00:00|36:00:00|-5|06:00:00|2021-01-02|3|"
    "2026-01-31\n" },
  { "gaps",
    "<row r='2'><c r='C2'><v>5</v></c><c r='AB2'><v>6</v></c></row><row r='3'/>"
    "<row r='9'><c r='A9' s='1'/><c r='B9' t='inlineStr'><is><t>  </t></is></c><c r='C9'><v>1</v></c>"
    "</row>",
    "2|||5|||||||||||||||||||||||||6\n9|||1\n" },
  { "formulas",
    "<row><c><f>A1</f><v>3</v></c><c><f>B1</f></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c></row>"
    "<row><c><f>C1</f></c></row>",
    "1|3||#DIV/0! error 3 unknown 2\n2| unknown 1\n" },
  { "rows-without-order", "<row r='5'><c><v>1</v></c></row><row r='2'><c><v>2</v></c></row>",
    "5|1\n6|2\n" },
  { "beyond-the-last-column", "<row><c r='XFE1'><v>1</v></c><c r='A1'><v>2</v></c></row>", "1|2\n" },
  { "damaged", "<row><c><v>1</v></c></row><row>",
    "The workbook “f.xlsx” is damaged (its part “xl/worksheets/Sheet1.xml” cannot be read). Open "
    "it in a spreadsheet program and save it again." },
};

static void
test_cells (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = make_book (rows[i].cells, "", "");
  g_autofree char *seen = read_sheet (bytes, 0);

  g_assert_cmpstr (seen, ==, rows[i].expected);
}

static void
test_sheets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = make_book ("<row><c s='1'><v>1</v></c></row>", "<workbookPr date1904='1'/>", "");
  g_autoptr (HwWorkbook) book = hw_workbook_new ("f.xlsx", bytes, &error);
  g_autofree char *seen = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (hw_workbook_get_n_sheets (book), ==, 2);
  g_assert_cmpstr (hw_workbook_get_sheet (book, 0), ==, " Survey ");
  g_assert_cmpstr (hw_workbook_get_sheet (book, 1), ==, "lists");
  g_assert_false (hw_workbook_is_hidden (book, 0));
  g_assert_true (hw_workbook_is_hidden (book, 1));
  seen = read_sheet (bytes, 0);
  g_assert_cmpstr (seen, ==, "1|1904-01-02\n");
}

static void
test_entities (void)
{
  static const char bomb[] = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>";
  g_autoptr (GBytes) bytes = make_book ("<row><c><v>&b;</v></c></row>", "", bomb);
  g_autofree char *seen = read_sheet (bytes, 0);

  g_assert_true (g_str_has_prefix (seen, "The workbook “f.xlsx” is damaged"));
}

/* From some kilobytes to far more than a questionnaire can be. */
static void
test_bomb (void)
{
  g_autofree char *blanks = g_strnfill (20 << 20, ' ');
  g_autoptr (GBytes) bytes = make_book (blanks, "", "");
  g_autofree char *seen = NULL;

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 64 << 10);
  seen = read_sheet (bytes, 0);
  g_assert_true (g_str_has_prefix (seen, "“f.xlsx” is small, but its part"));
}

/* Who formats a sheet to its end leaves a million rows behind. */
static void
test_blank_rows (void)
{
  g_autoptr (GString) sheet = g_string_new ("<row r='1'><c r='A1'><v>1</v></c></row>");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;
  gint64 start;

  for (guint i = 2; i <= 1048576; i++)
    g_string_append_printf (sheet, "<row r='%u' s='1' customFormat='1' ht='15'/>", i);
  bytes = make_book (sheet->str, "", "");
  start = g_get_monotonic_time ();
  seen = read_sheet (bytes, 0);
  g_assert_cmpstr (seen, ==, "1|1\n");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    HwFileKind kind;
  } files[] = {
    { "survey,,\n", 9, HW_FILE_TEXT },
    { "", 0, HW_FILE_TEXT },
    { "\xff\xfes\0u\0", 6, HW_FILE_TEXT },
    { "a\0b", 3, HW_FILE_OTHER },
    { "%PDF-1.4", 8, HW_FILE_OTHER },
    { "\xef\xbb\xbf <html>", 10, HW_FILE_PAGE },
    { "PK\5\6\0\0", 6, HW_FILE_ARCHIVE },
    { "PK\3\4............photo.jpg", 25, HW_FILE_ARCHIVE },
    { "PK\3\4..mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 60, HW_FILE_OPEN_DOCUMENT },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, HW_FILE_OTHER },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..W\0o\0r\0k\0b\0o\0o\0k\0", 26, HW_FILE_OLD_WORKBOOK },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
      "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 40, HW_FILE_PROTECTED },
    { "\x09\x08\x10\0\0\6", 6, HW_FILE_OLD_WORKBOOK },
  };
  g_autoptr (GBytes) book = make_book ("", "", "");

  g_assert_cmpint (hw_file_kind_find (book), ==, HW_FILE_WORKBOOK);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].data, files[i].length);
      HwFileKind kind = hw_file_kind_find (bytes);
      g_autofree char *refusal = hw_file_kind_dup_refusal (kind, "f");

      g_assert_cmpint (kind, ==, files[i].kind);
      g_assert_cmpint (refusal == NULL, ==, kind == HW_FILE_TEXT);
    }
}

/* A workbook that was cut off anywhere, or has a wrong byte, is read or refused and never worse. */
static void
test_damage (void)
{
  g_autoptr (GBytes) bytes = make_book (rows[0].cells, "", "");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  guint n_refused = 0;

  for (gsize at = 0; at < length; at += 7)
    {
      g_autofree char *changed = g_memdup2 (data, length);
      g_autoptr (GBytes) shorter = g_bytes_new_static (data, at);
      g_autoptr (GBytes) wrong = NULL;
      g_autofree char *one = read_sheet (shorter, 0);
      g_autofree char *two = NULL;

      changed[at] = (char) ~changed[at];
      wrong = g_bytes_new_static (changed, length);
      two = read_sheet (wrong, 0);
      g_assert_cmpstr (one, !=, "");
      n_refused += strstr (two, "f.xlsx") != NULL;
    }
  g_assert_cmpuint (n_refused, >, 10);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/workbook/cells/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cells);
    }
  g_test_add_func ("/workbook/sheets", test_sheets);
  g_test_add_func ("/workbook/entities", test_entities);
  g_test_add_func ("/workbook/bomb", test_bomb);
  g_test_add_func ("/workbook/blank-rows", test_blank_rows);
  g_test_add_func ("/workbook/kinds", test_kinds);
  g_test_add_func ("/workbook/damage", test_damage);
  return g_test_run ();
}
