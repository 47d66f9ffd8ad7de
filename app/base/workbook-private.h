/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlreader.h>
#include <zip.h>

#include "base/workbook-reader.h"

G_BEGIN_DECLS

/* A part of the archive, read as XML while it is unpacked. */
typedef struct
{
  HwWorkbook *book; /* borrowed */
  char *path;
  zip_file_t *file;
  guint64 packed;   /* bytes in the archive */
  guint64 unpacked; /* bytes so far */
  gboolean too_large;
  xmlTextReader *reader;
  const char *name; /* of the element at which it stands, without its prefix */
  int type;         /* of the node, as XML_READER_TYPE_… */
} HwWorkbookPart;

typedef enum
{
  HW_MOMENT_NONE, /* a plain number */
  HW_MOMENT_DATE,
  HW_MOMENT_TIME,
  HW_MOMENT_BOTH,
} HwMomentKind;

typedef struct
{
  char *name;
  char *path; /* of its part */
  gboolean hidden;
} HwWorkbookSheet;

struct _HwWorkbook
{
  char *name;
  GBytes *bytes;
  zip_t *archive;
  GArray *sheets;      /* of HwWorkbookSheet */
  char *strings_path;  /* (nullable) */
  char *styles_path;   /* (nullable) */
  gboolean from_1904;  /* how its days are counted */
  GString *strings;    /* all shared strings, each with its zero byte; NULL until they are read */
  GArray *string_at;   /* of gsize: where each begins */
  GArray *styles;      /* of guint8: HwMomentKind of each style */
};

HwWorkbookPart  *hw_workbook_part_open     (HwWorkbook        *book,
                                            const char        *path,
                                            GError           **error);
void             hw_workbook_part_free     (HwWorkbookPart    *self);
gboolean         hw_workbook_part_next     (HwWorkbookPart    *self,
                                            GError           **error); /* FALSE at the end, too */
gboolean         hw_workbook_part_begins   (HwWorkbookPart    *self,
                                            const char        *name);
gboolean         hw_workbook_part_ends     (HwWorkbookPart    *self,
                                            const char        *name);
const char      *hw_workbook_part_get      (HwWorkbookPart    *self,
                                            const char        *attribute);
gboolean         hw_workbook_part_has_text (HwWorkbookPart    *self);
gboolean         hw_workbook_has_part      (HwWorkbook        *book,
                                            const char        *path);

gboolean         hw_workbook_read_parts    (HwWorkbook        *self,
                                            GError           **error);
gboolean         hw_workbook_read_strings  (HwWorkbook        *self,
                                            GError           **error);
gboolean         hw_workbook_read_styles   (HwWorkbook        *self,
                                            GError           **error);

void             hw_workbook_unescape      (GString           *text,
                                            gsize              from);
void             hw_workbook_append_number (GString           *text,
                                            const char        *number,
                                            HwMomentKind       moment,
                                            gboolean           from_1904);
HwMomentKind     hw_workbook_parse_format  (const char        *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwWorkbookPart, hw_workbook_part_free)

G_END_DECLS
