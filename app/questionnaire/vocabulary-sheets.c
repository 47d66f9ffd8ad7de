/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/vocabulary-private.h"

#include <glib/gi18n-lib.h>

#define CHOICES HW_WORD_CHOICES_COLUMN, HW_STANDING_USED, FALSE
#define CHOICES_TEXT HW_WORD_CHOICES_COLUMN, HW_STANDING_USED, TRUE
#define CHOICES_OURS HW_WORD_CHOICES_COLUMN, HW_STANDING_OURS, FALSE
#define CHOICES_ACCEPTED HW_WORD_CHOICES_COLUMN, HW_STANDING_ACCEPTED, FALSE
#define USED HW_WORD_SETTING, HW_STANDING_USED, FALSE
#define USED_TEXT HW_WORD_SETTING, HW_STANDING_USED, TRUE
#define OURS HW_WORD_SETTING, HW_STANDING_OURS, FALSE
#define ACCEPTED HW_WORD_SETTING, HW_STANDING_ACCEPTED, FALSE
#define REPLACED HW_WORD_SETTING, HW_STANDING_REPLACED, FALSE

static const HwColumnWord choices[] = {
  { { CHOICES, "list_name", "", "", N_ ("The list to which the choice belongs.") },
    HW_CELL_LIST_NAME },
  { { CHOICES, "name", "value", "", N_ ("The code that is stored.") }, HW_CELL_NAME },
  { { CHOICES_TEXT, "label", "caption", "", N_ ("The choice as the enumerator reads it out.") },
    HW_CELL_LABEL },
  { { CHOICES_TEXT, "image", "media::image", "", N_ ("The file of a picture that stands for the choice.") },
    HW_CELL_IMAGE },
  { { CHOICES_TEXT, "big-image", "media::big-image", "",
      N_ ("The file of a larger picture, shown when the picture is opened.") },
    HW_CELL_BIG_IMAGE },
  { { CHOICES_TEXT, "audio", "media::audio", "", N_ ("The file of a recording that can be played.") },
    HW_CELL_AUDIO },
  { { CHOICES_TEXT, "video", "media::video", "", N_ ("The file of a film that can be played.") },
    HW_CELL_VIDEO },
  { { CHOICES_OURS, "exclusive", "", "",
      N_ ("“yes”: the choice cannot be chosen together with others.") },
    HW_N_CELLS },
  { { CHOICES_OURS, "missing_class", "", "",
      N_ ("The kind of missing for which the choice stands: dont-know, refused or "
          "not-applicable.") },
    HW_N_CELLS },
  { { CHOICES_OURS, "order", "", "",
      N_ ("A number: the place of the choice in its list, where that differs from the sheet.") },
    HW_N_CELLS },
  { { CHOICES_ACCEPTED, "geometry", "", "",
      N_ ("The place of the choice on a map; expressions can read it.") },
    HW_N_CELLS },
};

static const HwColumnWord settings[] = {
  { { USED_TEXT, "form_title", "title set_form_title translated_title", "", N_ ("The title of the questionnaire.") },
    HW_CELL_FORM_TITLE },
  { { USED, "form_id", "id_string set_form_id", "",
      N_ ("The name of the questionnaire for programs.") },
    HW_N_CELLS },
  { { USED, "version", "", "", N_ ("The version of the questionnaire.") }, HW_N_CELLS },
  { { USED, "default_language", "", "", N_ ("The language that is shown first.") }, HW_N_CELLS },
  { { USED, "instance_name", "", "",
      N_ ("The expression that says what an interview is called in lists.") },
    HW_N_CELLS },
  { { USED, "allow_choice_duplicates", "", "",
      N_ ("“yes”: a code may stand several times in a list, for filters to choose from.") },
    HW_N_CELLS },
  { { USED, "clean_text_values", "", "",
      N_ ("“no”: several blanks in a row are kept as they stand in the survey sheet.") },
    HW_N_CELLS },
  { { USED, "add_none_option", "", "",
      N_ ("“yes”: every select_multiple has a choice “None” that stands alone.") },
    HW_N_CELLS },
  { { OURS, "level", "", "", N_ ("What an interview is about; “household” when not given.") },
    HW_N_CELLS },
  { { OURS, "case_id", "", "",
      N_ ("The questions that tell one interview from another, blanks between them.") },
    HW_N_CELLS },
  { { OURS, "stratum", "strata", "", N_ ("The question that holds the stratum of the sample.") },
    HW_N_CELLS },
  { { OURS, "psu", "", "", N_ ("The question that holds the primary sampling unit.") },
    HW_N_CELLS },
  { { OURS, "weight", "", "", N_ ("The question that holds the weight.") }, HW_N_CELLS },
  { { OURS, "fpc", "", "", N_ ("The question that holds the size of the stratum.") }, HW_N_CELLS },
  { { ACCEPTED, "style", "", "", N_ ("How a form looks in a browser.") }, HW_N_CELLS },
  { { ACCEPTED, "name", "", "", N_ ("The name of the root element for other programs.") },
    HW_N_CELLS },
  { { ACCEPTED, "namespaces", "", "", N_ ("Prefixes of attributes for other programs.") },
    HW_N_CELLS },
  { { ACCEPTED, "attribute", "", "", N_ ("An attribute for another program.") }, HW_N_CELLS },
  { { ACCEPTED, "instance_xmlns", "", "", N_ ("An attribute for another program.") }, HW_N_CELLS },
  { { ACCEPTED, "instance_id", "", "", N_ ("How other programs number interviews.") },
    HW_N_CELLS },
  { { ACCEPTED, "omit_instanceid", "", "",
      N_ ("Homeward numbers its interviews in any case.") },
    HW_N_CELLS },
  { { ACCEPTED, "client_editable", "", "", N_ ("Whether a telephone may change what was sent.") },
    HW_N_CELLS },
  { { ACCEPTED, "flat", "", "", N_ ("It leaves groups out of what is sent.") }, HW_N_CELLS },
  { { REPLACED, "public_key", "", "",
      N_ ("It encrypts what is sent to a server; use the exchange of Homeward instead.") },
    HW_N_CELLS },
  { { REPLACED, "submission_url", "auto_send auto_delete", "",
      N_ ("It is about sending to a server; use the exchange of Homeward instead.") },
    HW_N_CELLS },
  { { REPLACED, "sms_keyword",
      "sms_separator sms_allow_media sms_date_format sms_datetime_format sms_response prefix "
      "delimiter compact_prefix compact_delimiter",
      "",
      N_ ("It is for answers that are sent as text messages; use the exchange of Homeward "
          "instead.") },
    HW_N_CELLS },
  { { REPLACED, "entity_version", "", "",
      N_ ("It is about lists of entities on a server; use the export of Homeward instead.") },
    HW_N_CELLS },
};

/**
 * hw_vocabulary_get_choices_columns:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the columns of the choices sheet
 */
const HwColumnWord *
hw_vocabulary_get_choices_columns (guint *n)
{
  *n = G_N_ELEMENTS (choices);
  return choices;
}

/**
 * hw_vocabulary_get_settings:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the columns of the settings sheet
 */
const HwColumnWord *
hw_vocabulary_get_settings (guint *n)
{
  *n = G_N_ELEMENTS (settings);
  return settings;
}
