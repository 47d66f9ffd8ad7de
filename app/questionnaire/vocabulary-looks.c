/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/vocabulary-private.h"

#include <glib/gi18n-lib.h>

#define PARAMETER HW_WORD_PARAMETER, HW_STANDING_USED, FALSE
#define PARAMETER_ACCEPTED HW_WORD_PARAMETER, HW_STANDING_ACCEPTED, FALSE
#define USED HW_WORD_APPEARANCE, HW_STANDING_USED, FALSE
#define ACCEPTED HW_WORD_APPEARANCE, HW_STANDING_ACCEPTED, FALSE
#define REPLACED HW_WORD_APPEARANCE, HW_STANDING_REPLACED, FALSE

#define BIT(kind) HW_KIND_BIT (HW_KIND_##kind)
#define ONE BIT (SELECT_ONE)
#define SELECTS (ONE | BIT (SELECT_MULTIPLE))
#define NUMBERS (BIT (INTEGER) | BIT (DECIMAL))
#define TYPED (BIT (TEXT) | NUMBERS)
#define DATES (BIT (DATE) | BIT (DATETIME))
#define GROUPS (BIT (GROUP) | BIT (REPEAT))

#define LISTS                                                                                      \
  "select_one select_multiple select_one_from_file select_multiple_from_file "                     \
  "select_one_external rank"
#define FILES "select_one_from_file select_multiple_from_file"
#define PLACES "geopoint geotrace geoshape"

static const HwWord parameters[] = {
  { PARAMETER, "randomize", "", LISTS, N_ ("“true”: the choices stand in random order.") },
  { PARAMETER, "seed", "", LISTS,
    N_ ("A number or ${a}: the random order is the same for the same seed.") },
  { PARAMETER, "value", "", FILES, N_ ("The column of the file that holds the codes.") },
  { PARAMETER, "label", "", FILES, N_ ("The column of the file that holds the labels.") },
  { PARAMETER, "start", "", "range", N_ ("Where the scale begins; 1 when not given.") },
  { PARAMETER, "end", "", "range", N_ ("Where the scale ends; 10 when not given.") },
  { PARAMETER, "step", "", "range", N_ ("How far two answers lie apart; 1 when not given.") },
  { PARAMETER, "tick_interval", "", "range", N_ ("How far two marks of the scale lie apart.") },
  { PARAMETER, "tick_labelset", "", "range",
    N_ ("The list of choices whose labels stand at the marks.") },
  { PARAMETER, "placeholder", "", "range", N_ ("Where the mark stands before there is an answer.") },
  { PARAMETER, "rows", "", "text", N_ ("How many lines the field shows.") },
  { PARAMETER, "max-pixels", "", "image", N_ ("The longest side of a picture that is kept.") },
  { PARAMETER_ACCEPTED, "app", "", "image", N_ ("A camera program of a telephone.") },
  { PARAMETER_ACCEPTED, "quality", "", "audio background-audio", N_ ("The quality of a recording.") },
  { PARAMETER_ACCEPTED, "capture-accuracy", "", "geopoint",
    N_ ("When a telephone is content with a place.") },
  { PARAMETER_ACCEPTED, "warning-accuracy", "", "geopoint",
    N_ ("When a telephone warns of a place.") },
  { PARAMETER_ACCEPTED, "allow-mock-accuracy", "", PLACES,
    N_ ("Whether a telephone takes a place from another program.") },
  { PARAMETER_ACCEPTED, "incremental", "", "geotrace geoshape",
    N_ ("Whether a telephone keeps each point at once.") },
  { PARAMETER_ACCEPTED, "reference-geometry", "", PLACES,
    N_ ("What else a map shows.") },
  { PARAMETER_ACCEPTED, "track-changes", "", "audit",
    N_ ("Whether changes are kept; Homeward keeps all of them.") },
  { PARAMETER_ACCEPTED, "track-changes-reasons", "", "audit",
    N_ ("Whether a reason is asked for changes.") },
  { PARAMETER_ACCEPTED, "identify-user", "", "audit",
    N_ ("Whether the person is kept; Homeward always does.") },
  { PARAMETER_ACCEPTED, "location-priority", "location-min-interval location-max-age", "audit",
    N_ ("How a telephone follows the place of an interview.") },
};

static const HwAppearanceWord appearances[] = {
  { { USED, "multiline", "", "text", N_ ("A field of several lines.") }, BIT (TEXT), HW_LOOK_PLAIN },
  { { USED, "numbers", "", "text", N_ ("A text of digits; the keys of numbers are at hand.") },
    TYPED, HW_LOOK_PLAIN },
  { { USED, "url", "", "text note", N_ ("A web address that can be opened.") },
    BIT (TEXT) | BIT (NOTE), HW_LOOK_PLAIN },
  { { USED, "masked", "hidden-answer", "text", N_ ("What is typed is not shown.") }, TYPED, HW_LOOK_PLAIN },
  { { USED, "thousands-sep", "", "integer decimal text", N_ ("Thousands stand apart.") }, TYPED, HW_LOOK_PLAIN },
  { { USED, "counter", "", "integer", N_ ("Buttons that count up and down.") }, NUMBERS, HW_LOOK_PLAIN },
  { { ACCEPTED, "bearing", "", "decimal", N_ ("The compass of a telephone; here it is typed.") },
    NUMBERS, HW_LOOK_PLAIN },

  { { USED, "minimal", "", LISTS, N_ ("The choices are in a list that opens.") },
    SELECTS | GROUPS, HW_LOOK_PLAIN },
  { { USED, "autocomplete", "", LISTS, N_ ("A search field finds the choices.") }, SELECTS, HW_LOOK_PLAIN },
  { { USED, "search", "", LISTS, N_ ("A search field finds the choices.") }, SELECTS, HW_LOOK_PLAIN },
  { { USED, "search()", "", LISTS,
      N_ ("Choices from an attached file, as in “search('villages', 'matches', 'district', "
          "${d})”.") },
    SELECTS, HW_LOOK_CALL },
  { { USED, "quick", "quickcompact", "select_one", N_ ("An answer leads to the next question.") },
    ONE | BIT (IMAGE), HW_LOOK_PLAIN },
  { { USED, "no-buttons", "", LISTS, N_ ("Choices without marks before them.") }, SELECTS, HW_LOOK_PLAIN },
  { { USED, "columns", "horizontal", LISTS, N_ ("Choices side by side.") }, SELECTS, HW_LOOK_PLAIN },
  { { USED, "columns-", "", LISTS, N_ ("Choices in so many columns, as in “columns-2”.") },
    SELECTS, HW_LOOK_NUMBERED },
  { { USED, "columns-pack", "horizontal-compact compact", LISTS,
      N_ ("Choices side by side, as many as there is room for.") },
    SELECTS, HW_LOOK_PLAIN },
  { { USED, "compact-", "quickcompact-", LISTS, N_ ("An old way to write “columns-2”.") },
    SELECTS, HW_LOOK_NUMBERED },
  { { USED, "likert", "", "select_one", N_ ("A scale: the choices stand in one line.") }, ONE, HW_LOOK_PLAIN },
  { { USED, "label", "", LISTS, N_ ("The heading of a table: labels of choices alone.") },
    SELECTS, HW_LOOK_PLAIN },
  { { USED, "list-nolabel", "list", LISTS, N_ ("A line of a table: marks of choices alone.") },
    SELECTS, HW_LOOK_PLAIN },
  { { ACCEPTED, "image-map", "", LISTS, N_ ("Choices on a drawing; here they are a list.") },
    SELECTS, HW_LOOK_PLAIN },
  { { ACCEPTED, "map", "", "select_one", N_ ("Choices on a map; here they are a list.") }, ONE, HW_LOOK_PLAIN },
  { { USED, "field-list", "", "begin_group", N_ ("All questions of the group on one page.") },
    GROUPS, HW_LOOK_PLAIN },
  { { USED, "table-list", "", "begin_group",
      N_ ("Questions with the same choices as lines of one table.") },
    GROUPS, HW_LOOK_PLAIN },

  { { USED, "month-year", "", "date", N_ ("A month and a year.") }, DATES, HW_LOOK_PLAIN },
  { { USED, "year", "", "date", N_ ("A year.") }, DATES, HW_LOOK_PLAIN },
  { { USED, "no-calendar", "", "date", N_ ("A field to type in, without a calendar.") }, DATES, HW_LOOK_PLAIN },
  { { USED, "ethiopian", "", "date", N_ ("The Ethiopian calendar.") }, DATES, HW_LOOK_PLAIN },
  { { USED, "coptic", "", "date", N_ ("The Coptic calendar.") }, DATES, HW_LOOK_PLAIN },
  { { USED, "islamic", "", "date", N_ ("The Islamic calendar.") }, DATES, HW_LOOK_PLAIN },
  { { USED, "bikram-sambat", "", "date", N_ ("The calendar Bikram Sambat.") }, DATES, HW_LOOK_PLAIN },
  { { USED, "myanmar", "", "date", N_ ("The calendar of Myanmar.") }, DATES, HW_LOOK_PLAIN },
  { { USED, "persian", "", "date", N_ ("The Persian calendar.") }, DATES, HW_LOOK_PLAIN },
  { { USED, "buddhist", "", "date", N_ ("The Buddhist calendar.") }, DATES, HW_LOOK_PLAIN },

  { { USED, "rating", "", "range", N_ ("A scale of stars.") }, NUMBERS, HW_LOOK_PLAIN },
  { { USED, "picker", "", "range", N_ ("The numbers are in a list that opens.") }, NUMBERS, HW_LOOK_PLAIN },
  { { USED, "vertical", "", "range", N_ ("A scale from bottom to top.") }, NUMBERS | SELECTS, HW_LOOK_PLAIN },
  { { USED, "no-ticks", "", "range", N_ ("A scale without marks.") }, NUMBERS, HW_LOOK_PLAIN },

  { { ACCEPTED, "maps", "", PLACES, N_ ("A map to look at; here a place is typed.") },
    BIT (GEOPOINT) | BIT (HIDDEN), HW_LOOK_PLAIN },
  { { ACCEPTED, "placement-map", "", PLACES, N_ ("A map to point at; here a place is typed.") },
    BIT (GEOPOINT) | BIT (HIDDEN), HW_LOOK_PLAIN },
  { { ACCEPTED, "hide-input", "", PLACES, N_ ("A map alone; here a place is typed.") },
    BIT (GEOPOINT) | BIT (HIDDEN), HW_LOOK_PLAIN },
  { { ACCEPTED, "annotate", "", "image",
      N_ ("A picture to draw on; here a file that was drawn on before is attached.") },
    BIT (IMAGE), HW_LOOK_PLAIN },
  { { REPLACED, "draw", "", "image", N_ ("A drawing on the screen; attach a picture of it.") },
    BIT (IMAGE), HW_LOOK_PLAIN },
  { { REPLACED, "signature", "", "image",
      N_ ("A signature on the screen; ask for an acknowledge, or attach a picture of it.") },
    BIT (IMAGE), HW_LOOK_PLAIN },
  { { ACCEPTED, "new", "new-front", "image", N_ ("A new picture of the camera; here a file.") },
    BIT (IMAGE) | BIT (HIDDEN), HW_LOOK_PLAIN },
  { { REPLACED, "printer:", "", "text", N_ ("A printer of a telephone; print from the export.") },
    BIT (TEXT) | BIT (NOTE), HW_LOOK_PREFIX },
  { { REPLACED, "ex:", "intent:", "",
      N_ ("It calls another program of a telephone; type its result.") },
    HW_ALL_KINDS, HW_LOOK_PREFIX },
  { { ACCEPTED, "w", "", "", N_ ("The width of a question in a browser, as in “w2”.") },
    HW_ALL_KINDS, HW_LOOK_NUMBERED },
  { { ACCEPTED, "pages", "theme-grid summary comments no-collapse", "",
      N_ ("How a form looks in a browser.") },
    HW_ALL_KINDS, HW_LOOK_PLAIN },
};

/**
 * hw_vocabulary_get_parameters:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the names of parameters
 */
const HwWord *
hw_vocabulary_get_parameters (guint *n)
{
  *n = G_N_ELEMENTS (parameters);
  return parameters;
}

/**
 * hw_vocabulary_get_appearances:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the words of appearances
 */
const HwAppearanceWord *
hw_vocabulary_get_appearances (guint *n)
{
  *n = G_N_ELEMENTS (appearances);
  return appearances;
}
