/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv-reader.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A heading longer than this is not searched further for its delimiter. */
#define MOST_HEADING (64 * 1024)

static const char delimiters[] = { ',', ';', '\t' };

struct _HwCsvReader
{
  char *name;
  HwProblems *problems; /* borrowed */
  HwCsvRowFunc func;
  gpointer data;

  struct csv_parser parser;
  gboolean parser_ready;
  char delimiter; /* 0 until it is known */
  GString *pending; /* bytes not fed yet: the heading, a cut character, a CR at the end */
  char *sheet;      /* (nullable) */
  GString *text;    /* of the fields of this row, each with its zero byte */
  GArray *starts;   /* of gsize: where each field begins in @text */
  GPtrArray *fields;
  guint line;
  guint row_line;
  guint n_rows; /* before this one, blank lines included */
  gboolean in_row;
  gboolean stopped;
  gboolean faulty;
};

static int
never_space (unsigned char c)
{
  return 0;
}

/**
 * hw_csv_reader_new:
 * @name: the file as the user knows it, for the places of problems
 * @delimiter: the delimiter, or 0 to take the most frequent of comma, semicolon and tab in the
 *   first row
 * @problems: where faults go; must outlive the reader
 * @func: called for each row that is not an empty line, the heading included
 * @data: passed to @func
 *
 * Returns: (transfer full): a reader to feed
 */
HwCsvReader *
hw_csv_reader_new (const char *name,
                   char delimiter,
                   HwProblems *problems,
                   HwCsvRowFunc func,
                   gpointer data)
{
  HwCsvReader *self;

  g_return_val_if_fail (name != NULL && problems != NULL && func != NULL, NULL);

  self = g_new0 (HwCsvReader, 1);
  self->name = g_strdup (name);
  self->problems = problems;
  self->func = func;
  self->data = data;
  self->delimiter = delimiter;
  self->pending = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->fields = g_ptr_array_new ();
  self->line = 1;
  return self;
}

/**
 * hw_csv_reader_free:
 * @self: (transfer full): a reader
 */
void
hw_csv_reader_free (HwCsvReader *self)
{
  g_return_if_fail (self != NULL);
  if (self->parser_ready)
    csv_free (&self->parser);
  g_string_free (self->pending, TRUE);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->fields);
  g_free (self->sheet);
  g_free (self->name);
  g_free (self);
}

/**
 * hw_csv_reader_set_sheet:
 * @self: a reader to which nothing was fed yet
 * @sheet: the sheet that the text is
 *
 * From now on faults name the sheet, and rows instead of lines.
 */
void
hw_csv_reader_set_sheet (HwCsvReader *self,
                         const char *sheet)
{
  g_return_if_fail (self != NULL && sheet != NULL);
  g_free (self->sheet);
  self->sheet = g_strdup (sheet);
}

static void
field_read (void *text,
            size_t length,
            void *data)
{
  HwCsvReader *self = data;

  g_array_append_val (self->starts, self->text->len);
  if (length > 0)
    g_string_append_len (self->text, text, (gssize) length);
  g_string_append_c (self->text, '\0');
}

static void
row_read (int terminator,
          void *data)
{
  HwCsvReader *self = data;
  HwCsvRow row = { .line = self->row_line, .n_fields = self->starts->len };

  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->fields, self->text->str + g_array_index (self->starts, gsize, i));
  self->n_rows++;
  row.number = self->n_rows;
  row.fields = (char **) self->fields->pdata;
  if (!self->stopped && !self->func (&row, self->data))
    self->stopped = TRUE;
  g_array_set_size (self->starts, 0);
  g_string_truncate (self->text, 0);
  self->in_row = FALSE;
}

static gboolean
stop_with_fault (HwCsvReader *self,
                 guint line,
                 const char *message)
{
  if (self->sheet != NULL)
    line = self->n_rows + 1;
  hw_problems_note_in (self->problems, "bad-file", self->name, self->sheet, line,
                      self->starts->len + 1, "%s", message);
  self->stopped = TRUE;
  self->faulty = TRUE;
  return FALSE;
}

/* One physical line, or a piece of one, so that the place of a fault is known. */
static gboolean
parse_piece (HwCsvReader *self,
             const char *bytes,
             gsize length,
             gboolean ends_line)
{
  const char *zero;
  gsize text_length;

  if (!self->in_row)
    {
      self->row_line = self->line;
      self->in_row = bytes[0] != '\n' && bytes[0] != '\r';
      if (!self->in_row)
        self->n_rows++;
    }
  zero = memchr (bytes, '\0', length);
  text_length = zero != NULL ? (gsize) (zero - bytes) : length;
  if (csv_parse (&self->parser, bytes, text_length, field_read, row_read, self) != text_length)
    return stop_with_fault (
        self, self->line,
        _("A quotation mark stands in the middle of a field. Put the whole field into quotation "
          "marks and double the ones inside."));
  if (zero != NULL)
    return stop_with_fault (
        self, self->line,
        _("The file has a zero byte here, so it is not text. Save it as CSV in UTF-8."));
  if (ends_line)
    self->line++;
  return !self->stopped;
}

static gboolean
parse_text (HwCsvReader *self,
            const char *bytes,
            gsize length)
{
  gsize start = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean lone_return = bytes[i] == '\r' && !(i + 1 < length && bytes[i + 1] == '\n');

      if (bytes[i] != '\n' && !lone_return)
        continue;
      if (!parse_piece (self, bytes + start, i + 1 - start, TRUE))
        return FALSE;
      start = i + 1;
    }
  return start == length || parse_piece (self, bytes + start, length - start, FALSE);
}

/* The length of the part that can be parsed now: whole characters, and no CR without what
 * follows. What stands before bytes that are not UTF-8 is parsed first, so that their place is
 * exact. */
static gboolean
find_complete (HwCsvReader *self,
               gboolean at_end,
               gsize *complete)
{
  const char *text = self->pending->str;
  const char *end;

  *complete = self->pending->len;
  if (!g_utf8_validate_len (text, self->pending->len, &end))
    {
      gsize valid = (gsize) (end - text);
      gsize rest = self->pending->len - valid;
      gunichar next = rest > 0 ? g_utf8_get_char_validated (end, (gssize) rest) : 0;

      /* g_utf8_validate_len() also stops at a zero byte, which has a sentence of its own. */
      if (*end != '\0' && (at_end || next != (gunichar) -2))
        {
          if (valid > 0 && !parse_text (self, text, valid))
            return FALSE;
          return stop_with_fault (
              self, self->line,
              _("This line is not UTF-8. Save the file as CSV in UTF-8 and try again."));
        }
      if (*end != '\0')
        *complete = valid;
    }
  if (!at_end && *complete > 0 && text[*complete - 1] == '\r')
    (*complete)--;
  return TRUE;
}

static void
count_delimiters (const char *text,
                  gsize length,
                  gboolean first_row,
                  guint *counts)
{
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      if (first_row && (text[i] == '\n' || text[i] == '\r'))
        break;
      for (guint k = 0; k < G_N_ELEMENTS (delimiters); k++)
        counts[k] += text[i] == delimiters[k];
    }
}

static char
pick_delimiter (const guint *counts)
{
  guint best = 0;

  for (guint k = 1; k < G_N_ELEMENTS (delimiters); k++)
    if (counts[k] > counts[best])
      best = k;
  return delimiters[best];
}

static char
guess_delimiter (const char *text,
                 gsize length)
{
  guint counts[G_N_ELEMENTS (delimiters)] = { 0 };

  count_delimiters (text, length, TRUE, counts);
  return pick_delimiter (counts);
}

/**
 * hw_csv_guess_delimiter:
 * @text: the beginning of a file in which not every row has the same number of fields
 * @length: how many bytes
 *
 * Returns: the most frequent of comma, semicolon and tab outside of quotation marks, in its first
 *   part
 */
char
hw_csv_guess_delimiter (const char *text,
                        gsize length)
{
  guint counts[G_N_ELEMENTS (delimiters)] = { 0 };

  g_return_val_if_fail (text != NULL || length == 0, ',');

  count_delimiters (text, MIN (length, MOST_HEADING), FALSE, counts);
  return pick_delimiter (counts);
}

static gboolean
has_first_row (GString *text)
{
  gboolean quoted = FALSE;
  gboolean content = FALSE;

  for (gsize i = 0; i < text->len; i++)
    {
      if (text->str[i] == '"')
        quoted = !quoted;
      if (!quoted && (text->str[i] == '\n' || text->str[i] == '\r'))
        {
          if (content)
            return TRUE;
        }
      else
        content = TRUE;
    }
  return text->len > MOST_HEADING;
}

static gboolean
start_parser (HwCsvReader *self,
              gboolean at_end)
{
  static const char mark[] = "\xef\xbb\xbf";

  if (!at_end && self->pending->len < 3)
    return FALSE;
  if (!at_end && self->delimiter == 0 && !has_first_row (self->pending))
    return FALSE;
  if (g_str_has_prefix (self->pending->str, mark))
    g_string_erase (self->pending, 0, 3);
  if (self->delimiter == 0)
    {
      gsize blank = strspn (self->pending->str, "\r\n");

      self->delimiter = guess_delimiter (self->pending->str + blank, self->pending->len - blank);
    }
  if (csv_init (&self->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    g_error ("libcsv could not be started");
  csv_set_delim (&self->parser, (unsigned char) self->delimiter);
  csv_set_space_func (&self->parser, never_space);
  self->parser_ready = TRUE;
  return TRUE;
}

static gboolean
parse_pending (HwCsvReader *self,
               gboolean at_end)
{
  gsize complete;

  if (!self->parser_ready && !start_parser (self, at_end))
    return TRUE;
  if (!find_complete (self, at_end, &complete))
    return FALSE;
  if (complete > 0 && !parse_text (self, self->pending->str, complete))
    return FALSE;
  g_string_erase (self->pending, 0, (gssize) complete);
  return TRUE;
}

/**
 * hw_csv_reader_feed:
 * @self: a reader
 * @bytes: the next bytes of the file, cut anywhere
 * @length: how many
 *
 * Returns: %FALSE when reading has stopped, for a fault or because the row function said so
 */
gboolean
hw_csv_reader_feed (HwCsvReader *self,
                    const char *bytes,
                    gsize length)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->stopped)
    return FALSE;
  g_string_append_len (self->pending, bytes, (gssize) length);
  return parse_pending (self, FALSE);
}

/**
 * hw_csv_reader_finish:
 * @self: a reader to which the whole file was fed
 *
 * Returns: whether the text was well-formed to its end; a fault is in the list of problems
 */
gboolean
hw_csv_reader_finish (HwCsvReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->stopped)
    return !self->faulty;
  if (!parse_pending (self, TRUE))
    return !self->faulty;
  /* Never after a fault: csv_fini() would deliver the half row and call it a success. */
  if (csv_fini (&self->parser, field_read, row_read, self) != 0)
    return stop_with_fault (self, self->row_line,
                            _("A quotation mark that is opened in this row is never closed."));
  return TRUE;
}

/**
 * hw_csv_reader_get_delimiter:
 * @self: a reader
 *
 * Returns: the delimiter; 0 before the first row was seen
 */
char
hw_csv_reader_get_delimiter (HwCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->delimiter;
}

/**
 * hw_csv_read_file:
 * @path: the file
 * @problems: where faults go
 * @func: called for each row
 * @data: passed to @func
 * @error: return location for what the system says
 *
 * Reads a file piece by piece, so that its size does not matter.
 *
 * Returns: %FALSE if and only if @error is set: the file could not be read. Faults in the text are
 *   problems, not errors.
 */
gboolean
hw_csv_read_file (const char *path,
                  HwProblems *problems,
                  HwCsvRowFunc func,
                  gpointer data,
                  GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (HwCsvReader) reader = NULL;
  g_autofree char *name = NULL;
  g_autofree char *buffer = NULL;
  gssize n;

  g_return_val_if_fail (path != NULL, FALSE);

  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return FALSE;
  name = g_path_get_basename (path);
  reader = hw_csv_reader_new (name, 0, problems, func, data);
  buffer = g_malloc (MOST_HEADING);
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, MOST_HEADING, NULL, error)) > 0)
    if (!hw_csv_reader_feed (reader, buffer, (gsize) n))
      break;
  if (n < 0)
    return FALSE;
  hw_csv_reader_finish (reader);
  return TRUE;
}
