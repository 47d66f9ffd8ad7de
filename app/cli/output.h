/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a command prints where it prints data: rows under named columns, as text in aligned columns, as CSV with
 * a heading, or as a JSON array with one object a row. Strings are UTF-8 in every locale, because scripts read them.
 */

typedef enum
{
  HW_FORMAT_TEXT,
  HW_FORMAT_CSV,
  HW_FORMAT_JSON,
} HwFormat;

/* The option that every such command has; @format: address of a char * */
#define HW_FORMAT_OPTION(format) \
  { "format", 0, 0, G_OPTION_ARG_STRING, format, N_("Print as text, csv or json"), N_("FORMAT") }

typedef struct _HwOutput HwOutput;

gboolean   hw_format_from_name   (const char         *name,
                                  HwFormat           *format,
                                  GError            **error);
HwOutput  *hw_output_new         (HwFormat            format,
                                  const char *const  *columns);
void       hw_output_free        (HwOutput           *self);
void       hw_output_add         (HwOutput           *self,
                                  const char         *text);
void       hw_output_add_count   (HwOutput           *self,
                                  guint64             count);
void       hw_output_add_number  (HwOutput           *self,
                                  double              number);
void       hw_output_print       (HwOutput           *self);
char      *hw_output_dup_string  (HwOutput           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOutput, hw_output_free)

G_END_DECLS
