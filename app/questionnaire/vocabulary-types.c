/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/vocabulary-private.h"

#include <glib/gi18n-lib.h>

#define USED HW_WORD_TYPE, HW_STANDING_USED, FALSE
#define ACCEPTED HW_WORD_TYPE, HW_STANDING_ACCEPTED, FALSE
#define REPLACED HW_WORD_TYPE, HW_STANDING_REPLACED, FALSE
#define ASKED HW_ROW_QUESTION
#define PLAIN HW_TAKES_NOTHING, NULL, NULL

/* Spellings follow the field's own converter, the old ones with "add … prompt" too. */
static const HwTypeWord words[] = {
  { { USED, "integer", "int q_int add_integer_prompt", "", N_ ("A whole number.") },
    ASKED, HW_KIND_INTEGER, PLAIN },
  { { USED, "decimal", "q_decimal add_decimal_prompt", "", N_ ("A number with decimals.") },
    ASKED, HW_KIND_DECIMAL, PLAIN },
  { { USED, "text", "string q_string add_text_prompt", "", N_ ("A text.") }, ASKED, HW_KIND_TEXT, PLAIN },
  { { USED, "select_one",
      "select1 select_one_from select_one_using add_select_one_prompt_using", "",
      N_ ("One choice of a list: “select_one yn”; “or_other” after it adds a text for any "
          "other.") },
    ASKED, HW_KIND_SELECT_ONE, HW_TAKES_LIST, NULL, NULL },
  { { USED, "select_multiple",
      "select_multiple_from select_multiple_using select_all_that_apply "
      "select_all_that_apply_from add_select_multiple_prompt_using",
      "", N_ ("Any number of choices of a list: “select_multiple languages”.") },
    ASKED, HW_KIND_SELECT_MULTIPLE, HW_TAKES_LIST, NULL, NULL },
  { { USED, "select_one_from_file", "", "",
      N_ ("One row of an attached file: “select_one_from_file villages.csv”.") },
    ASKED, HW_KIND_SELECT_ONE, HW_TAKES_FILE, NULL, NULL },
  { { USED, "select_multiple_from_file", "", "",
      N_ ("Any number of rows of an attached file.") },
    ASKED, HW_KIND_SELECT_MULTIPLE, HW_TAKES_FILE, NULL, NULL },
  { { USED, "select_one_external", "", "",
      N_ ("One choice of a list of the sheet external_choices.") },
    ASKED, HW_KIND_SELECT_ONE, HW_TAKES_EXTERNAL, NULL, NULL },
  { { USED, "rank", "", "", N_ ("The choices of a list, put in an order.") },
    ASKED, HW_KIND_RANK, HW_TAKES_LIST, NULL, NULL },
  { { USED, "range", "", "", N_ ("A number on a scale, with the parameters start, end and step.") },
    ASKED, HW_KIND_INTEGER, PLAIN },
  { { USED, "note", "q_note add_note_prompt", "", N_ ("A text to read; it has no answer.") },
    ASKED, HW_KIND_NOTE, PLAIN },
  { { USED, "date", "q_date add_date_prompt", "", N_ ("A day.") }, ASKED, HW_KIND_DATE, PLAIN },
  { { USED, "time", "", "", N_ ("A time of day.") }, ASKED, HW_KIND_TIME, PLAIN },
  { { USED, "dateTime", "date_time q_date_time q_datetime add_date_time_prompt add_datetime_prompt",
      "", N_ ("A day and a time.") },
    ASKED, HW_KIND_DATETIME, PLAIN },
  { { USED, "acknowledge", "trigger q_acknowledge add_acknowledge_prompt", "",
      N_ ("A mark that something was done or said.") },
    ASKED, HW_KIND_ACKNOWLEDGE, PLAIN },
  { { USED, "barcode", "q_barcode add_barcode_prompt", "",
      N_ ("A text that a scanner types, or a person.") },
    ASKED, HW_KIND_TEXT, PLAIN },
  { { USED, "geopoint", "location gps q_geopoint q_location add_location_prompt", "",
      N_ ("A place, typed as latitude and longitude.") },
    ASKED, HW_KIND_GEOPOINT, PLAIN },
  { { USED, "image", "photo q_image q_picture add_image_prompt add_photo_prompt", "",
      N_ ("A picture file that is attached.") },
    ASKED, HW_KIND_IMAGE, PLAIN },
  { { USED, "percentage", "", "", N_ ("A whole number from 0 to 100.") },
    ASKED, HW_KIND_INTEGER, HW_TAKES_NOTHING, "0 <= . and . <= 100", NULL },
  { { USED, "phone_number", "", "", N_ ("A text of digits.") },
    ASKED, HW_KIND_TEXT, HW_TAKES_NOTHING, "regex(., '^\\d*$')", N_ ("Enter numbers only.") },
  { { USED, "number_of_days_in_last_month", "", "", N_ ("A whole number from 0 to 31.") },
    ASKED, HW_KIND_INTEGER, HW_TAKES_NOTHING, "0 <= . and . <= 31",
    N_ ("Enter a number from 0 to 31.") },
  { { USED, "number_of_days_in_last_six_months", "", "", N_ ("A whole number from 0 to 183.") },
    ASKED, HW_KIND_INTEGER, HW_TAKES_NOTHING, "0 <= . and . <= 183",
    N_ ("Enter a number from 0 to 183.") },
  { { USED, "number_of_days_in_last_year", "", "", N_ ("A whole number from 0 to 365.") },
    ASKED, HW_KIND_INTEGER, HW_TAKES_NOTHING, "0 <= . and . <= 365",
    N_ ("Enter a number from 0 to 365.") },

  { { USED, "calculate", "q_calculate add_calculate_prompt", "",
      N_ ("A value that is computed and not shown.") },
    ASKED, HW_KIND_CALCULATE, PLAIN },
  { { USED, "hidden", "", "", N_ ("A value that is kept and not shown.") }, ASKED, HW_KIND_HIDDEN, PLAIN },
  { { USED, "start", "start_time get_start_time", "", N_ ("When the interview began.") },
    ASKED, HW_KIND_START, PLAIN },
  { { USED, "end", "end_time get_end_time", "", N_ ("When the interview was last completed.") },
    ASKED, HW_KIND_END, PLAIN },
  { { USED, "today", "get_today", "", N_ ("The day of the interview.") }, ASKED, HW_KIND_TODAY, PLAIN },
  { { USED, "deviceid", "device_id get_device_id imei uri:deviceid", "",
      N_ ("The name of the computer.") },
    ASKED, HW_KIND_DEVICEID, PLAIN },
  { { USED, "username", "uri:username", "", N_ ("The name of the enumerator.") },
    ASKED, HW_KIND_USERNAME, PLAIN },
  { { ACCEPTED, "phonenumber", "get_phone_number uri:phonenumber", "",
      N_ ("The number of the telephone; a computer has none, and it stays empty.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { ACCEPTED, "email", "uri:email", "",
      N_ ("The address of the enumerator on a server; it stays empty.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { ACCEPTED, "subscriberid", "subscriber_id get_subscriber_id uri:subscriberid", "",
      N_ ("A number of the telephone card; a computer has none, and it stays empty.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { ACCEPTED, "simserial", "sim_id get_sim_id uri:simserial", "",
      N_ ("A number of the telephone card; a computer has none, and it stays empty.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { USED, "audit", "", "", N_ ("A trail of all answers, which Homeward keeps in any case.") },
    HW_ROW_IGNORED, HW_KIND_TEXT, PLAIN },

  { { USED, "begin_group", "", "", N_ ("Rows that belong together begin here.") },
    HW_ROW_BEGIN, HW_KIND_GROUP, HW_TAKES_ANYTHING, NULL, NULL },
  { { USED, "end_group", "", "", N_ ("The group ends here.") }, HW_ROW_END, HW_KIND_GROUP, PLAIN },
  { { USED, "begin_repeat", "begin_lgroup begin_looped_group", "",
      N_ ("Rows that are asked several times, once for each member and the like, begin here.") },
    HW_ROW_BEGIN, HW_KIND_REPEAT, HW_TAKES_ANYTHING, NULL, NULL },
  { { USED, "end_repeat", "end_lgroup end_looped_group", "", N_ ("The repeat ends here.") },
    HW_ROW_END, HW_KIND_REPEAT, PLAIN },
  { { USED, "begin_loop", "", "",
      N_ ("Rows that are asked once for each choice of a list begin here: “begin loop over "
          "crops”.") },
    HW_ROW_BEGIN_LOOP, HW_KIND_GROUP, HW_TAKES_ANYTHING, NULL, NULL },
  { { USED, "end_loop", "", "", N_ ("The loop ends here.") }, HW_ROW_END_LOOP, HW_KIND_GROUP, PLAIN },
  { { USED, "csv-external", "", "",
      N_ ("An attached CSV file that expressions read with instance().") },
    HW_ROW_INSTANCE, HW_KIND_HIDDEN, PLAIN },
  { { USED, "form_title", "set_form_title", "", N_ ("An old way to write that setting.") },
    HW_ROW_SETTING, HW_KIND_TEXT, PLAIN },
  { { USED, "form_id", "set_form_id", "", N_ ("An old way to write that setting.") },
    HW_ROW_SETTING, HW_KIND_TEXT, PLAIN },
  { { ACCEPTED, "prefix", "", "", N_ ("An old way to write that setting.") },
    HW_ROW_SETTING, HW_KIND_TEXT, PLAIN },

  { { REPLACED, "geotrace", "q_geotrace", "",
      N_ ("A line on a map; ask for a geopoint or attach a file with the line.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { REPLACED, "geoshape", "q_geoshape", "",
      N_ ("An area on a map; ask for a geopoint and the size of the area.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { REPLACED, "start-geopoint", "", "",
      N_ ("The place where the interview began; ask for a geopoint.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { REPLACED, "background-geopoint", "", "",
      N_ ("The place where an answer was given; ask for a geopoint.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { REPLACED, "audio", "q_audio add_audio_prompt", "",
      N_ ("A recording of sound; ask for the name of its file as a text.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { REPLACED, "background-audio", "", "",
      N_ ("A recording of the interview; keep recordings outside of Homeward.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { REPLACED, "video", "q_video add_video_prompt", "",
      N_ ("A film; ask for the name of its file as a text.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { REPLACED, "file", "add_file_prompt", "",
      N_ ("A file of any kind; ask for its name as a text, or for an image.") },
    ASKED, HW_KIND_HIDDEN, PLAIN },
  { { REPLACED, "osm", "", "", N_ ("A piece of a map; ask for a geopoint and for its properties.") },
    ASKED, HW_KIND_HIDDEN, HW_TAKES_ANYTHING, NULL, NULL },
  { { REPLACED, "xml-external", "", "",
      N_ ("An attached XML file; save it as CSV and use csv-external.") },
    HW_ROW_INSTANCE, HW_KIND_HIDDEN, PLAIN },
};

/**
 * hw_vocabulary_get_types:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the types of rows
 */
const HwTypeWord *
hw_vocabulary_get_types (guint *n)
{
  *n = G_N_ELEMENTS (words);
  return words;
}
