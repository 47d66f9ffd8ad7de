/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/vocabulary-private.h"

#include <glib/gi18n-lib.h>

#define USED HW_WORD_SURVEY_COLUMN, HW_STANDING_USED, FALSE
#define USED_TEXT HW_WORD_SURVEY_COLUMN, HW_STANDING_USED, TRUE
#define OURS HW_WORD_SURVEY_COLUMN, HW_STANDING_OURS, FALSE
#define OURS_TEXT HW_WORD_SURVEY_COLUMN, HW_STANDING_OURS, TRUE
#define ACCEPTED HW_WORD_SURVEY_COLUMN, HW_STANDING_ACCEPTED, FALSE
#define REPLACED HW_WORD_SURVEY_COLUMN, HW_STANDING_REPLACED, FALSE

/* The first row of a cell has the name that messages use. Spellings follow the field's own
 * converter; "body::" is written for "control::" too. */
static const HwColumnWord words[] = {
  { { USED, "type", "command", "", N_ ("What kind of row it is: a question, a group, a repeat.") },
    HW_CELL_TYPE },
  { { USED, "name", "tag value", "",
      N_ ("The name by which expressions and data files know the question.") },
    HW_CELL_NAME },
  { { USED_TEXT, "label", "caption", "", N_ ("The question as the enumerator reads it out.") },
    HW_CELL_LABEL },
  { { USED_TEXT, "hint", "", "", N_ ("A remark for the enumerator, under the question.") },
    HW_CELL_HINT },
  { { USED_TEXT, "guidance_hint", "", "", N_ ("Longer help with the question, shown on request.") },
    HW_CELL_GUIDANCE },
  { { USED_TEXT, "image", "media::image", "", N_ ("The file of a picture that stands with the label.") },
    HW_CELL_IMAGE },
  { { USED_TEXT, "big-image", "media::big-image", "",
      N_ ("The file of a larger picture, shown when the picture is opened.") },
    HW_CELL_BIG_IMAGE },
  { { USED_TEXT, "audio", "media::audio", "", N_ ("The file of a recording that can be played.") },
    HW_CELL_AUDIO },
  { { USED_TEXT, "video", "media::video", "", N_ ("The file of a film that can be played.") },
    HW_CELL_VIDEO },
  { { USED, "autoplay", "body::autoplay", "",
      N_ ("“audio” or “video”: it plays as soon as the question is reached.") },
    HW_CELL_AUTOPLAY },
  { { USED, "appearance", "body::appearance", "",
      N_ ("Words that say how the question looks, such as “minimal”.") },
    HW_CELL_APPEARANCE },
  { { USED, "parameters", "", "",
      N_ ("Pairs such as “start=0 end=10” that the type of the question asks for.") },
    HW_CELL_PARAMETERS },
  { { USED, "rows", "body::rows", "", N_ ("How many lines a text field shows.") }, HW_CELL_ROWS },
  { { USED, "required", "bind::required", "",
      N_ ("“yes”, or an expression: the interview is not complete without an answer.") },
    HW_CELL_REQUIRED },
  { { USED_TEXT, "required_message", "requiredmsg bind::jr:requiredmsg", "",
      N_ ("What is said when a required answer is not there.") },
    HW_CELL_REQUIRED_MESSAGE },
  { { USED, "relevant", "relevance bind::relevant", "",
      N_ ("The expression that says when the question is asked.") },
    HW_CELL_RELEVANT },
  { { USED, "constraint", "bind::constraint", "",
      N_ ("The expression that an answer must fulfil; “.” is the answer.") },
    HW_CELL_CONSTRAINT },
  { { USED_TEXT, "constraint_message", "constraining_message bind::jr:constraintmsg", "",
      N_ ("What is said when the constraint is broken.") },
    HW_CELL_CONSTRAINT_MESSAGE },
  { { USED, "calculation", "calculate bind::calculate", "",
      N_ ("The expression from which the value is computed.") },
    HW_CELL_CALCULATION },
  { { USED, "trigger", "", "",
      N_ ("Questions such as ${a}, whose change alone computes the calculation anew.") },
    HW_CELL_TRIGGER },
  { { USED, "default", "", "", N_ ("What stands there at first: an answer or an expression.") },
    HW_CELL_DEFAULT },
  { { USED, "read_only", "readonly bind::readonly", "",
      N_ ("“yes”, or an expression: nobody changes the answer by hand.") },
    HW_CELL_READ_ONLY },
  { { USED, "choice_filter", "", "",
      N_ ("The expression that a choice must fulfil; columns of the choices sheet have a meaning "
          "in it.") },
    HW_CELL_CHOICE_FILTER },
  { { USED, "repeat_count", "count jr:count body::jr:count", "",
      N_ ("The expression that says how many rows a repeat has.") },
    HW_CELL_REPEAT_COUNT },
  { { USED, "bind::type", "", "",
      N_ ("The type of a computed value: int, decimal, string, date or dateTime.") },
    HW_CELL_BIND_TYPE },
  { { USED, "disabled", "", "", N_ ("“yes”: the row is left out.") }, HW_CELL_DISABLED },

  { { OURS, "number", "", "", N_ ("The number of the question in print, such as D2.7.") },
    HW_CELL_NUMBER },
  { { OURS, "section", "", "", N_ ("The section of the questionnaire to which the row belongs.") },
    HW_CELL_SECTION },
  { { OURS, "soft_check", "soft_constraint", "",
      N_ ("The expression that an answer is expected to fulfil; else it has to be confirmed.") },
    HW_CELL_SOFT_CHECK },
  { { OURS_TEXT, "soft_message", "soft_check_message soft_constraint_message", "",
      N_ ("What is asked when an answer is not as expected.") },
    HW_CELL_SOFT_MESSAGE },
  { { OURS, "expected_min", "", "",
      N_ ("The least answer that is taken without a confirmation.") },
    HW_CELL_EXPECTED_MIN },
  { { OURS, "expected_max", "", "",
      N_ ("The largest answer that is taken without a confirmation.") },
    HW_CELL_EXPECTED_MAX },
  { { OURS, "missing", "", "",
      N_ ("The kinds of missing answer that are taken, with their codes: “dont-know:98 "
          "refused:99”, or “none”.") },
    HW_CELL_MISSING },
  { { OURS, "exclusive", "", "",
      N_ ("The codes of a select_multiple that cannot be chosen together with others.") },
    HW_CELL_EXCLUSIVE },
  { { OURS_TEXT, "unit", "", "", N_ ("What is counted, such as “months”.") }, HW_CELL_UNIT },
  { { OURS, "decimals", "", "", N_ ("How many digits after the point are kept.") },
    HW_CELL_DECIMALS },
  { { OURS, "width", "", "", N_ ("How many characters or digits the answer has room for.") },
    HW_CELL_WIDTH },
  { { OURS, "universe", "", "", N_ ("In words, of whom the question is asked.") },
    HW_CELL_UNIVERSE },
  { { OURS, "tier", "", "",
      N_ ("1 for the core of the questionnaire, up to 9 for what an office may leave out.") },
    HW_CELL_TIER },
  { { OURS, "identifying", "sensitive", "",
      N_ ("“yes” or “pii”: it names a person or place and is never exported. “special”: it is "
          "about health, belief or origin.") },
    HW_CELL_IDENTIFYING },
  { { OURS_TEXT, "var_label", "", "", N_ ("What data files call the variable.") },
    HW_CELL_VAR_LABEL },
  { { OURS, "roster_layout", "", "",
      N_ ("How the rows of a repeat are shown: “grid” or “pages”.") },
    HW_CELL_ROSTER_LAYOUT },
  { { OURS, "supervisor_only", "", "",
      N_ ("“yes”: it is answered when the interview is reviewed.") },
    HW_CELL_SUPERVISOR_ONLY },
  { { OURS, "role", "sdc_role", "",
      N_ ("What the question is for the survey as a whole: weight, stratum, psu, fpc or "
          "case_id.") },
    HW_CELL_ROLE },

  { { ACCEPTED, "bind", "", "", N_ ("An attribute for another program.") }, HW_N_CELLS },
  { { ACCEPTED, "body", "", "", N_ ("An attribute for another program.") }, HW_N_CELLS },
  { { ACCEPTED, "instance", "", "", N_ ("An attribute for another program.") }, HW_N_CELLS },
  { { ACCEPTED, "media", "", "",
      N_ ("A file of another kind than image, big-image, audio and video.") },
    HW_N_CELLS },
  { { ACCEPTED, "noapperrorstring", "no_app_error_string bind::jr:noapperrorstring", "",
      N_ ("What a telephone says when another program is not there.") },
    HW_N_CELLS },
  { { ACCEPTED, "query", "", "", N_ ("Written by converters for select_one_external.") },
    HW_N_CELLS },
  { { REPLACED, "intent", "body::intent", "",
      N_ ("It calls another program of a telephone; ask for its result instead.") },
    HW_N_CELLS },
  { { REPLACED, "save_to", "bind::entities:saveto", "",
      N_ ("It fills a list of entities on a server; use the export of Homeward instead.") },
    HW_N_CELLS },
  { { REPLACED, "compact_tag", "", "",
      N_ ("It is for answers that are sent as text messages; use the exchange of Homeward "
          "instead.") },
    HW_N_CELLS },
  { { REPLACED, "sms_field",
      "sms_option sms_separator sms_allow_media sms_date_format sms_datetime_format sms_response",
      "",
      N_ ("It is for answers that are sent as text messages; use the exchange of Homeward "
          "instead.") },
    HW_N_CELLS },
};

/**
 * hw_vocabulary_get_survey_columns:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the columns of the survey sheet
 */
const HwColumnWord *
hw_vocabulary_get_survey_columns (guint *n)
{
  *n = G_N_ELEMENTS (words);
  return words;
}
