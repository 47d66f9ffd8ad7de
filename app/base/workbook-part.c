/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No questionnaire unfolds to more; a bomb does so from a few bytes. */
#define MOST_BYTES (G_GUINT64_CONSTANT (256) << 20)
#define HARMLESS_BYTES (G_GUINT64_CONSTANT (8) << 20)
#define MOST_TIMES 200

static gboolean
locate (HwWorkbook *book,
        const char *path,
        zip_uint64_t *index)
{
  g_autofree char *backward = g_strdelimit (g_strdup (path), "/", '\\');
  zip_int64_t found = zip_name_locate (book->archive, path, ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS);

  if (found < 0)
    found = zip_name_locate (book->archive, backward, ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS);
  *index = found < 0 ? 0 : (zip_uint64_t) found;
  return found >= 0;
}

/**
 * hw_workbook_has_part:
 * @book: a workbook
 * @path: the path of a part
 *
 * Returns: whether the archive has it
 */
gboolean
hw_workbook_has_part (HwWorkbook *book,
                      const char *path)
{
  zip_uint64_t index;

  return locate (book, path, &index);
}

static int
read_cb (void *data,
         char *buffer,
         int length)
{
  HwWorkbookPart *self = data;
  zip_int64_t n = zip_fread (self->file, buffer, (zip_uint64_t) length);

  if (n < 0)
    return -1;
  self->unpacked += (guint64) n;
  if (self->unpacked > MOST_BYTES
      || (self->unpacked > HARMLESS_BYTES && self->unpacked / MAX (self->packed, 1) > MOST_TIMES))
    {
      self->too_large = TRUE;
      return -1;
    }
  return (int) n;
}

static int
close_cb (void *data)
{
  return 0;
}

static void
ignore_cb (void *data,
           xmlErrorPtr error)
{
}

static gboolean
fail_damaged (HwWorkbookPart *self,
              GError **error)
{
  if (self->too_large)
    g_set_error (error, HW_WORKBOOK_ERROR, HW_WORKBOOK_ERROR_TOO_LARGE,
                 /* Translators: %1$s is a file, %2$s a part inside of it. */
                 _("“%1$s” is small, but its part “%2$s” unfolds to more than any questionnaire "
                   "needs, so it is not read. Save the workbook again in a spreadsheet program."),
                 self->book->name, self->path);
  else
    g_set_error (error, HW_WORKBOOK_ERROR, HW_WORKBOOK_ERROR_DAMAGED,
                 /* Translators: %1$s is a file, %2$s a part inside of it. */
                 _("The workbook “%1$s” is damaged (its part “%2$s” cannot be read). Open it in a "
                   "spreadsheet program and save it again."),
                 self->book->name, self->path);
  return FALSE;
}

/**
 * hw_workbook_part_open:
 * @book: a workbook
 * @path: the path of a part in its archive
 * @error: return location for what is wrong with it
 *
 * Returns: (transfer full) (nullable): the part, before its first node
 */
HwWorkbookPart *
hw_workbook_part_open (HwWorkbook *book,
                       const char *path,
                       GError **error)
{
  g_autoptr (HwWorkbookPart) self = g_new0 (HwWorkbookPart, 1);
  zip_uint64_t index;
  zip_stat_t about;

  self->book = book;
  self->path = g_strdup (path);
  if (locate (book, path, &index) && zip_stat_index (book->archive, index, 0, &about) == 0)
    {
      self->packed = (about.valid & ZIP_STAT_COMP_SIZE) != 0 ? about.comp_size : 0;
      self->file = zip_fopen_index (book->archive, index, 0);
    }
  /* No entities, no other files, no network: what it refers to stays unread. */
  if (self->file != NULL)
    self->reader = xmlReaderForIO (read_cb, close_cb, self, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                       | XML_PARSE_COMPACT);
  if (self->reader == NULL)
    {
      fail_damaged (self, error);
      return NULL;
    }
  xmlTextReaderSetStructuredErrorHandler (self->reader, ignore_cb, NULL);
  return g_steal_pointer (&self);
}

/**
 * hw_workbook_part_free:
 * @self: (transfer full): a part
 */
void
hw_workbook_part_free (HwWorkbookPart *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->file, zip_fclose);
  g_free (self->path);
  g_free (self);
}

/**
 * hw_workbook_part_next:
 * @self: a part
 * @error: return location for what is wrong with it
 *
 * Returns: %FALSE when there is no further node, with @error set when that is not as it should be
 */
gboolean
hw_workbook_part_next (HwWorkbookPart *self,
                       GError **error)
{
  int found = xmlTextReaderRead (self->reader);

  if (found == 0)
    return FALSE;
  if (found < 0)
    return fail_damaged (self, error);
  self->type = xmlTextReaderNodeType (self->reader);
  /* Spreadsheet programs write none, and they are how an XML file becomes a bomb. */
  if (self->type == XML_READER_TYPE_DOCUMENT_TYPE)
    return fail_damaged (self, error);
  self->name = (const char *) xmlTextReaderConstLocalName (self->reader);
  return TRUE;
}

/**
 * hw_workbook_part_begins:
 * @self: a part
 * @name: an element, without prefix
 *
 * Returns: whether it stands at the beginning of such an element
 */
gboolean
hw_workbook_part_begins (HwWorkbookPart *self,
                         const char *name)
{
  return self->type == XML_READER_TYPE_ELEMENT && strcmp (self->name, name) == 0;
}

/**
 * hw_workbook_part_ends:
 * @self: a part
 * @name: an element, without prefix
 *
 * Returns: whether it stands at the end of such an element, or at one without content
 */
gboolean
hw_workbook_part_ends (HwWorkbookPart *self,
                       const char *name)
{
  if (self->type != XML_READER_TYPE_END_ELEMENT
      && !(self->type == XML_READER_TYPE_ELEMENT
           && xmlTextReaderIsEmptyElement (self->reader) == 1))
    return FALSE;
  return strcmp (self->name, name) == 0;
}

/**
 * hw_workbook_part_get:
 * @self: a part that stands at an element
 * @attribute: the name of an attribute, without prefix
 *
 * Returns: (transfer none) (nullable): its value, until the next node
 */
const char *
hw_workbook_part_get (HwWorkbookPart *self,
                      const char *attribute)
{
  xmlNode *node = xmlTextReaderCurrentNode (self->reader);

  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  for (xmlAttr *one = node->properties; one != NULL; one = one->next)
    if (strcmp ((const char *) one->name, attribute) == 0)
      return one->children != NULL && one->children->content != NULL
                 ? (const char *) one->children->content
                 : "";
  return NULL;
}

/**
 * hw_workbook_part_has_text:
 * @self: a part
 *
 * Returns: whether it stands at text, blanks included
 */
gboolean
hw_workbook_part_has_text (HwWorkbookPart *self)
{
  return self->type == XML_READER_TYPE_TEXT || self->type == XML_READER_TYPE_CDATA
         || self->type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE
         || self->type == XML_READER_TYPE_WHITESPACE;
}
