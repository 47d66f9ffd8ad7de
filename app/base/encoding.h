/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/problem.h"

G_BEGIN_DECLS

/* Texts of people whose programs do not write UTF-8. */
typedef enum
{
  HW_ENCODING_UTF_8,
  HW_ENCODING_UTF_16,
  HW_ENCODING_WINDOWS_1252,
  HW_ENCODING_UNKNOWN, /* some bytes are wrong, and no other encoding fits */
} HwEncoding;

GBytes     *hw_encoding_decode      (GBytes      *bytes,
                                     HwEncoding  *encoding);
GBytes     *hw_encoding_decode_file (GBytes      *bytes,
                                     const char  *name,
                                     HwProblems  *problems);

G_END_DECLS
