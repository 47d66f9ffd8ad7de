/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The words of an expression, one at a time. Whether "*" multiplies or stands for any element, and whether "div" divides
 * or is somebody's name, only the place in the sentence tells; the reader of the tokens decides that.
 */

#define HW_LAST_SAVED "last-saved#"

typedef enum
{
  HW_TOKEN_END,
  HW_TOKEN_NUMBER,
  HW_TOKEN_STRING,    /* quotation marks included, which may be typographic ones */
  HW_TOKEN_NAME,      /* name, prefix:name, prefix:* */
  HW_TOKEN_REFERENCE, /* ${name}; start and length are those of the name */
  HW_TOKEN_SYMBOL,    /* ( ) [ ] . .. @ , :: / // | + - = != < <= > >= * */
} HwTokenKind;

typedef struct
{
  HwTokenKind kind;
  const char *start; /* within the text, which outlives the token */
  gsize length;
  const char *begin; /* the same as start, but the dollar sign of a reference */
} HwToken;

typedef struct
{
  const char *text;
  const char *at;
} HwTokenizer;

gboolean  hw_tokenizer_next    (HwTokenizer    *self,
                                HwToken        *token,
                                GError        **error);
gboolean  hw_token_is          (const HwToken  *token,
                                const char     *text);
char     *hw_token_dup         (const HwToken  *token);
char     *hw_token_dup_string  (const HwToken  *token); /* without the quotation marks */
void      hw_token_set_error   (const HwToken  *token,
                                const char     *text,
                                int             code,
                                const char     *sentence,
                                GError        **error);

G_END_DECLS
