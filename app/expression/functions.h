/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "expression/expression.h"

G_BEGIN_DECLS

/*
 * The functions of XLSForm in one table per subject. A row says all that the rest has to know: the compiler reads the
 * number of arguments and the result, the evaluator the C function, the tests what an empty argument does.
 */

typedef enum
{
  HW_RESULT_BOOLEAN,
  HW_RESULT_NUMBER,
  HW_RESULT_DAYS,     /* a number that counts days */
  HW_RESULT_STRING,
  HW_RESULT_DATE,     /* text YYYY-MM-DD, or a set of such */
  HW_RESULT_DATETIME, /* text YYYY-MM-DDThh:mm:ss.sss+hh:mm */
  HW_RESULT_NODESET,
  HW_RESULT_ARGUMENT, /* in the table: what the arguments from the first of "as" on are */
} HwResult;

/* What a function gives when what it works on is empty. */
typedef enum
{
  HW_EMPTY_FALSE,
  HW_EMPTY_TRUE,
  HW_EMPTY_ZERO,
  HW_EMPTY_NAN,
  HW_EMPTY_EMPTY,
  HW_EMPTY_OWN, /* something of its own, or it has no argument */
} HwEmpty;

typedef enum
{
  HW_FUNCTION_PLAIN = 0,
  HW_FUNCTION_VOLATILE = 1 << 0,
  HW_FUNCTION_READS_SELF = 1 << 1,
  HW_FUNCTION_INTERNAL = 1 << 2, /* written by the compiler only */
  HW_FUNCTION_DATES = 1 << 3,    /* counts days when an argument is a date */
  HW_FUNCTION_OF_NODE = 1 << 4,  /* without an argument, it is about the node that is looked at */
} HwFunctionFlags;

typedef struct
{
  const char *name; /* "jr:" is the only prefix */
  int min_arguments;
  int max_arguments; /* -1: any number */
  HwResult result;
  HwEmpty empty;
  HwFunctionFlags flags;
  xmlXPathFunction function; /* NULL: libxml2's own */
  const char *description;   /* one sentence, to be translated; NULL for the compiler's own */
} HwFunction;

#define HW_FUNCTION_NS "http://openrosa.org/javarosa"

extern const HwFunction hw_functions_logic[];
extern const HwFunction hw_functions_select[];
extern const HwFunction hw_functions_number[];
extern const HwFunction hw_functions_text[];
extern const HwFunction hw_functions_date[];
extern const HwFunction hw_functions_place[];
extern const HwFunction hw_functions_table[];

const HwFunction *hw_function_find      (const char          *name);
const char       *hw_function_suggest   (const char          *name);
void              hw_functions_register (xmlXPathContextPtr   context);
typedef void (*HwFunctionFunc) (const HwFunction *function, gpointer data);
void              hw_functions_foreach  (HwFunctionFunc       func,
                                         gpointer             data);

/*
 * An argument, taken from the stack of libxml2: its text is borrowed from the tree where one text node holds it all, so
 * that looking at an answer copies nothing.
 */
typedef struct
{
  xmlXPathObjectPtr object;
  xmlChar *copy;
} HwArgument;

void        hw_argument_pop       (HwArgument             *self,
                                   xmlXPathParserContextPtr parser);
void        hw_argument_clear     (HwArgument             *self);
const char *hw_argument_get_text  (HwArgument             *self);
double      hw_argument_get_number (HwArgument            *self);
gboolean    hw_argument_get_boolean (HwArgument           *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwArgument, hw_argument_clear)

/* All arguments of a call as texts, sets unfolded into their members, in the order of writing. */
GPtrArray  *hw_arguments_pop_texts (xmlXPathParserContextPtr parser,
                                    int                      n_arguments);

double      hw_object_to_number   (xmlXPathObjectPtr       object);
double      hw_text_to_number     (const char             *text);
char       *hw_object_dup_text    (xmlXPathObjectPtr       object);
void        hw_return_string      (xmlXPathParserContextPtr parser,
                                   const char             *text);
void        hw_return_number      (xmlXPathParserContextPtr parser,
                                   double                  number);
void        hw_return_boolean     (xmlXPathParserContextPtr parser,
                                   gboolean                yes);
void        hw_function_fail      (xmlXPathParserContextPtr parser,
                                   const char             *format,
                                   ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
