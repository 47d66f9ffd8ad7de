/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/workbook-reader.h"

/* The names of the streams of an OLE file stand in it as UTF-16. */
static gboolean
has_wide (const char *data,
          gsize length,
          const char *name)
{
  gsize size = 2 * strlen (name);
  g_autofree char *wide = g_malloc0 (size);

  for (gsize i = 0; i < size / 2; i++)
    wide[2 * i] = name[i];
  return memmem (data, length, wide, size) != NULL;
}

static HwFileKind
find_archive_kind (const char *data,
                   gsize length)
{
  static const char open_document[] = "application/vnd.oasis.opendocument";

  /* Its first entry is not packed, so that it can be seen here. */
  if (memmem (data, MIN (length, 256), open_document, strlen (open_document)) != NULL)
    return HW_FILE_OPEN_DOCUMENT;
  /* Names of entries are not packed, and stand once more at the end. */
  if (memmem (data, length, "workbook.xml", strlen ("workbook.xml")) != NULL
      || memmem (data, length, "_rels/.rels", strlen ("_rels/.rels")) != NULL)
    return HW_FILE_WORKBOOK;
  return HW_FILE_ARCHIVE;
}

static gboolean
has_wide_mark (const char *data,
               gsize length)
{
  return length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
}

/**
 * hw_file_kind_find:
 * @bytes: what is in a file
 *
 * Returns: what kind of file it is, whatever its name says
 */
HwFileKind
hw_file_kind_find (GBytes *bytes)
{
  gsize length;
  const char *data;
  gsize blank = 0;

  g_return_val_if_fail (bytes != NULL, HW_FILE_OTHER);

  data = g_bytes_get_data (bytes, &length);
  if (length >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    return find_archive_kind (data, length);
  if (length >= 4 && memcmp (data, "PK\5\6", 4) == 0)
    return HW_FILE_ARCHIVE;
  if (length >= 8 && memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    {
      if (has_wide (data, length, "EncryptedPackage"))
        return HW_FILE_PROTECTED;
      return has_wide (data, length, "Workbook") || has_wide (data, length, "Book")
                 ? HW_FILE_OLD_WORKBOOK
                 : HW_FILE_OTHER;
    }
  /* The oldest workbooks have no container around them. */
  if (length >= 4 && data[0] == 9 && data[3] == 0 && strchr ("\x08\x04\x02", data[1]) != NULL)
    return HW_FILE_OLD_WORKBOOK;
  if (has_wide_mark (data, length))
    return HW_FILE_TEXT;
  if (length > 0 && memchr (data, '\0', MIN (length, 4096)) != NULL)
    return HW_FILE_OTHER;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    blank = 3;
  while (blank < length && g_ascii_isspace (data[blank]))
    blank++;
  if (blank < length && data[blank] == '<')
    return HW_FILE_PAGE;
  return length >= 5 && memcmp (data, "%PDF-", 5) == 0 ? HW_FILE_OTHER : HW_FILE_TEXT;
}

/**
 * hw_file_kind_dup_refusal:
 * @kind: what a file is
 * @name: its name
 *
 * Returns: (transfer full) (nullable): why Homeward does not read it and what to do about that;
 *   %NULL for text and workbooks
 */
char *
hw_file_kind_dup_refusal (HwFileKind kind,
                          const char *name)
{
  switch (kind)
    {
    case HW_FILE_OLD_WORKBOOK:
      return g_strdup_printf (
          /* Translators: %s is a file. */
          _("“%s” is a workbook in the old format .xls, which Homeward does not read. Open it in a "
            "spreadsheet program and save it in the format .xlsx (“Excel workbook”)."),
          name);
    case HW_FILE_PROTECTED:
      return g_strdup_printf (
          /* Translators: %s is a file. */
          _("“%s” is protected by a password. Open it in a spreadsheet program, take the password "
            "away and save it again."),
          name);
    case HW_FILE_OPEN_DOCUMENT:
      return g_strdup_printf (
          /* Translators: %s is a file. */
          _("“%s” is an OpenDocument file (such as .ods), which Homeward does not read. Open it in a "
            "spreadsheet program and save it in the format .xlsx (“Excel 2007–365”)."),
          name);
    case HW_FILE_ARCHIVE:
      return g_strdup_printf (
          /* Translators: %s is a file. */
          _("“%s” is a ZIP archive and no workbook. Unpack it and open the form that is in it."),
          name);
    case HW_FILE_PAGE:
      return g_strdup_printf (
          /* Translators: %s is a file. */
          _("“%s” is a page of HTML or XML and no workbook. Open it in a spreadsheet program and save "
            "it in the format .xlsx."),
          name);
    case HW_FILE_OTHER:
      return g_strdup_printf (
          /* Translators: %s is a file. */
          _("“%s” is neither a workbook nor text, so it cannot be a questionnaire. Save the form in "
            "the format .xlsx or as CSV."),
          name);
    case HW_FILE_TEXT:
    case HW_FILE_WORKBOOK:
    default:
      return NULL;
    }
}
