/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/functions.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "expression/expression-private.h"

#define MAX_UUID 4096
/* Patterns that a calculation makes up come and go. */
#define MAX_PATTERNS 256

static void
call_string (xmlXPathParserContextPtr parser,
             int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };

  if (n == 0)
    valuePush (parser, xmlXPathNewNodeSet (parser->context->node));
  hw_argument_pop (&argument, parser);
  hw_return_string (parser, hw_argument_get_text (&argument));
}

static void
call_concat (xmlXPathParserContextPtr parser,
             int n)
{
  g_autoptr (GPtrArray) texts = hw_arguments_pop_texts (parser, n);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append (joined, g_ptr_array_index (texts, i));
  hw_return_string (parser, joined->str);
  g_string_free (joined, TRUE);
}

/* (transfer none) (nullable): patterns are compiled once per context */
static GRegex *
find_regex (xmlXPathParserContextPtr parser,
            const char *pattern)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_hash_table_lookup (context->patterns, pattern);

  if (regex != NULL)
    return regex;
  regex = hw_pattern_new (pattern, !context->is_foreign, &error);
  if (regex == NULL)
    {
      hw_function_fail (parser, "%s", error->message);
      return NULL;
    }
  if (g_hash_table_size (context->patterns) >= MAX_PATTERNS)
    g_hash_table_remove_all (context->patterns);
  g_hash_table_insert (context->patterns, g_strdup (pattern), regex);
  return regex;
}

static void
call_regex (xmlXPathParserContextPtr parser,
            int n)
{
  g_auto (HwArgument) pattern = { NULL, NULL };
  g_auto (HwArgument) text = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  GRegex *regex;
  gboolean matches;

  hw_argument_pop (&pattern, parser);
  hw_argument_pop (&text, parser);
  regex = find_regex (parser, hw_argument_get_text (&pattern));
  if (regex == NULL)
    return;
  matches = g_regex_match_full (regex, hw_argument_get_text (&text), -1, 0, 0, NULL, &error);
  if (error != NULL)
    /* Translators: %s is a regular expression. */
    hw_function_fail (parser, _("The pattern “%s” takes too long to try."),
                      hw_argument_get_text (&pattern));
  else
    hw_return_boolean (parser, matches);
}

static void
call_ends_with (xmlXPathParserContextPtr parser,
                int n)
{
  g_auto (HwArgument) end = { NULL, NULL };
  g_auto (HwArgument) text = { NULL, NULL };

  hw_argument_pop (&end, parser);
  hw_argument_pop (&text, parser);
  hw_return_boolean (parser,
                     g_str_has_suffix (hw_argument_get_text (&text), hw_argument_get_text (&end)));
}

/* A place in a text of @length characters, from 0; negative ones count from the end. */
static long
find_place (double place,
            long length)
{
  if (isnan (place))
    return 0;
  if (place < 0)
    place += (double) length;
  return (long) CLAMP (trunc (place), 0, (double) length);
}

static void
call_substr (xmlXPathParserContextPtr parser,
             int n)
{
  g_auto (HwArgument) end = { NULL, NULL };
  g_auto (HwArgument) start = { NULL, NULL };
  g_auto (HwArgument) text = { NULL, NULL };
  g_autofree char *part = NULL;
  long length, from, to;

  if (n == 3)
    hw_argument_pop (&end, parser);
  hw_argument_pop (&start, parser);
  hw_argument_pop (&text, parser);
  length = g_utf8_strlen (hw_argument_get_text (&text), -1);
  from = find_place (hw_argument_get_number (&start), length);
  to = n == 3 ? find_place (hw_argument_get_number (&end), length) : length;
  if (from < to)
    part = g_utf8_substring (hw_argument_get_text (&text), from, to);
  hw_return_string (parser, part);
}

static void
call_uuid (xmlXPathParserContextPtr parser,
           int n)
{
  static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  g_auto (HwArgument) argument = { NULL, NULL };
  g_autofree char *uuid = NULL;
  double length = 36;

  if (n == 1)
    {
      hw_argument_pop (&argument, parser);
      length = hw_argument_get_number (&argument);
    }
  if (!(length >= 1 && length <= MAX_UUID))
    {
      /* Translators: %d is a number of characters. */
      hw_function_fail (parser, _("uuid() makes texts of 1 to %d characters."), MAX_UUID);
      return;
    }
  uuid = n == 0 ? g_uuid_string_random () : g_malloc0 ((gsize) length + 1);
  for (gsize i = 0; n == 1 && i < (gsize) length; i++)
    uuid[i] = letters[g_random_int_range (0, sizeof letters - 1)];
  hw_return_string (parser, uuid);
}

static const struct
{
  const char *name;
  GChecksumType type;
} digests[] = {
  { "MD5", G_CHECKSUM_MD5 },        { "SHA-1", G_CHECKSUM_SHA1 },
  { "SHA-256", G_CHECKSUM_SHA256 }, { "SHA-384", G_CHECKSUM_SHA384 },
  { "SHA-512", G_CHECKSUM_SHA512 },
};

static char *
compute_digest (const char *text,
                GChecksumType type,
                gboolean hex)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (type);
  guint8 bytes[64];
  gsize length = sizeof bytes;

  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  if (hex)
    return g_strdup (g_checksum_get_string (checksum));
  g_checksum_get_digest (checksum, bytes, &length);
  return g_base64_encode (bytes, length);
}

static void
call_digest (xmlXPathParserContextPtr parser,
             int n)
{
  g_auto (HwArgument) encoding = { NULL, NULL };
  g_auto (HwArgument) algorithm = { NULL, NULL };
  g_auto (HwArgument) text = { NULL, NULL };
  const char *encoding_name = "base64";

  if (n == 3)
    {
      hw_argument_pop (&encoding, parser);
      encoding_name = hw_argument_get_text (&encoding);
    }
  hw_argument_pop (&algorithm, parser);
  hw_argument_pop (&text, parser);
  for (guint i = 0; i < G_N_ELEMENTS (digests); i++)
    if (g_ascii_strcasecmp (digests[i].name, hw_argument_get_text (&algorithm)) == 0
        && (g_str_equal (encoding_name, "hex") || g_str_equal (encoding_name, "base64")))
      {
        g_autofree char *digest = compute_digest (hw_argument_get_text (&text), digests[i].type,
                                                  g_str_equal (encoding_name, "hex"));

        hw_return_string (parser, digest);
        return;
      }
  hw_function_fail (
      parser, _("digest() knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, in hex or base64."));
}

static void
call_base64_decode (xmlXPathParserContextPtr parser,
                    int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };
  g_autofree guchar *bytes = NULL;
  g_autofree char *text = NULL;
  gsize length;

  hw_argument_pop (&argument, parser);
  bytes = g_base64_decode (hw_argument_get_text (&argument), &length);
  text = g_utf8_make_valid ((const char *) bytes, (gssize) length);
  hw_return_string (parser, text);
}

const HwFunction hw_functions_text[] = {
  { "string", 0, 1, HW_RESULT_STRING, HW_EMPTY_EMPTY, HW_FUNCTION_OF_NODE, call_string,
    N_("The value as text.") },
  { "concat", 0, -1, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_concat,
    N_("The texts one after the other.") },
  { "regex", 2, 2, HW_RESULT_BOOLEAN, HW_EMPTY_FALSE, 0, call_regex,
    N_("Whether the whole text matches a regular expression.") },
  { "contains", 2, 2, HW_RESULT_BOOLEAN, HW_EMPTY_FALSE, 0, NULL,
    N_("Whether the second text is in the first.") },
  { "starts-with", 2, 2, HW_RESULT_BOOLEAN, HW_EMPTY_FALSE, 0, NULL,
    N_("Whether the first text begins with the second.") },
  { "ends-with", 2, 2, HW_RESULT_BOOLEAN, HW_EMPTY_FALSE, 0, call_ends_with,
    N_("Whether the first text ends with the second.") },
  { "substr", 2, 3, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_substr,
    N_("The part of a text from one place up to, but not, another, counted from 0; negative "
        "numbers count from the end.") },
  { "substring", 2, 3, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, NULL,
    N_("The part of a text from a place on and so many characters long, counted from 1.") },
  { "substring-before", 2, 2, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, NULL,
    N_("What stands before the second text in the first.") },
  { "substring-after", 2, 2, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, NULL,
    N_("What stands after the second text in the first.") },
  { "string-length", 0, 1, HW_RESULT_NUMBER, HW_EMPTY_ZERO, HW_FUNCTION_OF_NODE, NULL,
    N_("How many characters the text has.") },
  { "normalize-space", 0, 1, HW_RESULT_STRING, HW_EMPTY_EMPTY, HW_FUNCTION_OF_NODE, NULL,
    N_("The text without blanks at its ends and with single ones within.") },
  { "translate", 3, 3, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, NULL,
    N_("The text with each character of the second text replaced by that of the third in the same "
        "place.") },
  { "uuid", 0, 1, HW_RESULT_STRING, HW_EMPTY_OWN, HW_FUNCTION_VOLATILE, call_uuid,
    N_("A random identifier; with a number, so many random letters and digits.") },
  { "digest", 2, 3, HW_RESULT_STRING, HW_EMPTY_OWN, 0, call_digest,
    N_("The digest of a text by MD5, SHA-1, SHA-256, SHA-384 or SHA-512, in base64 or hex.") },
  { "base64-decode", 1, 1, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_base64_decode,
    N_("The text that base64 stands for.") },
  { NULL },
};
