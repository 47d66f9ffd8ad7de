/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/choice-row.h"

#include <glib/gi18n.h>

#include "ui/entry/choice-heads.h"
#include "ui/entry/choice-look.h"

/* The value of a question that is only acknowledged. */
#define ACKNOWLEDGED "OK"

struct _HwChoiceRow
{
  HwQuestionRow parent_instance;

  GtkWidget *box;
  HwTileList *tiles;
  GPtrArray *choices; /* HwChoice; what the tiles show */
  char *language;     /* of the labels */
  HwChoiceLook look;
  GtkWidget *heads;   /* (nullable) of a table */
  GtkWidget *none;    /* (nullable) says that there is nothing to choose from */
  gboolean is_many;
};

G_DEFINE_FINAL_TYPE (HwChoiceRow, hw_choice_row, HW_TYPE_QUESTION_ROW)

static HwQuestion *
get_question (HwChoiceRow *self)
{
  return hw_item_get_question (hw_question_row_get_item (HW_QUESTION_ROW (self)));
}

static gboolean
same_choices (HwChoiceRow *self,
              GPtrArray *choices)
{
  if (self->choices == NULL || self->choices->len != choices->len)
    return FALSE;
  return choices->len == 0 || memcmp (self->choices->pdata, choices->pdata, choices->len * sizeof (gpointer)) == 0;
}

/* Codes of "don't know" and the like can be typed as on paper. */
static void
add_missing_codes (HwChoiceRow *self)
{
  for (guint kind = HW_MISSING_DONT_KNOW; kind <= HW_MISSING_NOT_APPLICABLE; kind <<= 1)
    {
      const char *code = hw_question_get_missing_code (get_question (self), kind);

      if (code != NULL)
        hw_tile_list_add_other_code (self->tiles, code);
    }
}

static void
add_picture (HwChoiceRow *self,
             HwTile *tile,
             HwChoice *choice,
             const char *language)
{
  HwMediaFiles *files = hw_entry_session_get_media (hw_question_row_get_session (HW_QUESTION_ROW (self)));
  const char *name = hw_choice_get_media (choice, HW_MEDIA_IMAGE, language);

  if (name == NULL)
    return;
  tile->picture = (GdkPaintable *) hw_media_files_get_picture (files, name);
  if (tile->picture == NULL)
    tile->lost_picture = name;
}

/* Choices that are made of other answers may not be there yet, or a filter lets none through. */
static void
show_none (HwChoiceRow *self,
           gboolean none)
{
  if (none && self->none == NULL)
    {
      self->none = gtk_label_new (_("There is nothing to choose from yet."));
      gtk_label_set_xalign (GTK_LABEL (self->none), 0);
      gtk_widget_add_css_class (self->none, "beside");
      gtk_box_append (GTK_BOX (self->box), self->none);
    }
  if (self->none != NULL)
    gtk_widget_set_visible (self->none, none);
}

/* A name that somebody gave, or a long word, is no code to type: then the place in the list is. */
static gboolean
counts_places (GPtrArray *choices,
               const char *language)
{
  gboolean is_long = FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      HwChoice *choice = g_ptr_array_index (choices, i);
      const char *code = hw_choice_get_name (choice);

      if (g_ascii_isdigit (*code) && !g_str_equal (code, hw_choice_get_label (choice, language)))
        return FALSE;
      is_long = is_long || g_utf8_strlen (code, -1) > 4 || g_str_equal (code, hw_choice_get_label (choice, language));
    }
  return is_long;
}

static void
show_choices (HwChoiceRow *self,
              GPtrArray *choices,
              const char *language)
{
  g_autofree HwTile *tiles = g_new0 (HwTile, choices->len);
  g_autoptr (GPtrArray) signs = g_ptr_array_new_with_free_func (g_free);
  gboolean by_place = counts_places (choices, language);
  gboolean apart = FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      HwChoice *choice = g_ptr_array_index (choices, i);
      gboolean alone = self->is_many && hw_question_is_exclusive (get_question (self), hw_choice_get_name (choice));

      tiles[i].code = hw_choice_get_name (choice);
      tiles[i].label = hw_choice_get_label (choice, language);
      if (by_place)
        {
          g_ptr_array_add (signs, g_strdup_printf ("%u", i + 1));
          tiles[i].sign = g_ptr_array_index (signs, signs->len - 1);
        }
      if (self->look.look == HW_TILE_LOOK_PICTURE)
        add_picture (self, &tiles[i], choice, language);
      /* Set off only when they stand at the end, as they should. */
      tiles[i].apart = alone && !apart && i > 0 && self->look.look == HW_TILE_LOOK_ROW;
      apart = alone;
    }
  hw_tile_list_set_tiles (self->tiles, tiles, choices->len,
                          hw_choice_look_count_columns (self->look, get_question (self), choices, language));
  if (self->heads != NULL)
    hw_choice_heads_show (self->heads, choices, language);
  show_none (self, choices->len == 0);
  add_missing_codes (self);
}

static void
show_acknowledge (HwChoiceRow *self)
{
  HwTile tile = { .code = "1", .label = _("Done") };

  hw_tile_list_set_tiles (self->tiles, &tile, 1, 1);
}

static void
answer (HwChoiceRow *self,
        const char *text)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  g_autoptr (HwValue) value = hw_value_new (text);
  g_autoptr (GError) error = NULL;

  if (!hw_entry_session_answer (hw_question_row_get_session (row), hw_question_row_get_item (row), value, &error))
    hw_entry_session_keep_draft (hw_question_row_get_session (row), hw_question_row_get_item (row), text, error->message);
}

static void
picked_cb (HwChoiceRow *self,
           guint i,
           gboolean sure)
{
  if (self->is_many)
    {
      g_autofree char *codes = hw_item_dup_toggled (hw_question_row_get_item (HW_QUESTION_ROW (self)),
                                                    hw_tile_list_get_code (self->tiles, i));

      answer (self, codes);
      return;
    }
  if (hw_question_get_kind (get_question (self)) == HW_KIND_ACKNOWLEDGE)
    answer (self, ACKNOWLEDGED);
  else
    answer (self, hw_tile_list_get_code (self->tiles, i));
  if (sure || self->look.is_quick)
    hw_question_row_go_on (HW_QUESTION_ROW (self));
}

static void
coded_cb (HwChoiceRow *self,
          const char *code)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);

  if (hw_entry_session_answer_text (hw_question_row_get_session (row), hw_question_row_get_item (row), code, code))
    hw_question_row_go_on (row);
}

static void
make_tiles (HwChoiceRow *self)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  HwQuestion *question = get_question (self);

  self->is_many = hw_question_get_kind (question) == HW_KIND_SELECT_MULTIPLE;
  self->look = hw_choice_look_find (question);
  self->tiles = HW_TILE_LIST (hw_tile_list_new (self->is_many ? HW_TILES_MANY : HW_TILES_ONE));
  hw_tile_list_set_look (self->tiles, self->look.look, self->look.by_line);
  g_signal_connect_swapped (self->tiles, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->tiles, "coded", G_CALLBACK (coded_cb), self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->tiles));
  if (!self->look.is_table)
    {
      hw_question_row_add_control (row, self->box, GTK_WIDGET (self->tiles), NULL);
      return;
    }
  self->heads = hw_choice_heads_new ();
  gtk_box_prepend (GTK_BOX (self->box), self->heads);
  hw_question_row_set_line (row, TRUE);
  if (self->look.is_heading)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->tiles), FALSE);
      gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self), "note");
    }
  hw_question_row_add_control (row, self->box, self->look.is_heading ? GTK_WIDGET (self) : GTK_WIDGET (self->tiles), NULL);
}

/* The headings stand above the first line of a table only. */
static void
hw_choice_row_set_before (HwQuestionRow *row,
                          HwItem *before)
{
  HwChoiceRow *self = HW_CHOICE_ROW (row);
  gboolean follows = before != NULL && hw_item_get_kind (before) == HW_ITEM_QUESTION
                     && hw_choice_look_is_same_table (get_question (self), hw_item_get_question (before));

  if (self->heads == NULL)
    return;
  gtk_widget_set_visible (self->heads, self->look.is_heading || !follows);
  hw_question_row_set_line (row, !self->look.is_heading && !follows);
}

static void
hw_choice_row_show_item (HwQuestionRow *row)
{
  HwChoiceRow *self = HW_CHOICE_ROW (row);
  const char *language = hw_interview_get_language (hw_entry_session_get_interview (hw_question_row_get_session (row)));
  HwQuestion *question = get_question (self);
  g_autoptr (GPtrArray) choices = NULL;

  if (self->tiles == NULL)
    make_tiles (self);
  if (hw_question_get_kind (question) == HW_KIND_ACKNOWLEDGE)
    {
      show_acknowledge (self);
      return;
    }
  choices = hw_item_list_choices (hw_question_row_get_item (row));
  if (same_choices (self, choices) && g_strcmp0 (language, self->language) == 0)
    {
      hw_tile_list_set_mark (self->tiles, -1);
      return;
    }
  show_choices (self, choices, language);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_steal_pointer (&choices);
  g_free (self->language);
  self->language = g_strdup (language);
}

static void
hw_choice_row_show_value (HwQuestionRow *row)
{
  HwChoiceRow *self = HW_CHOICE_ROW (row);
  HwValue *value = hw_item_get_value (hw_question_row_get_item (row));
  gboolean acknowledge = hw_question_get_kind (get_question (self)) == HW_KIND_ACKNOWLEDGE;

  for (guint i = 0; i < hw_tile_list_get_n_tiles (self->tiles); i++)
    hw_tile_list_set_chosen (self->tiles, i,
                             acknowledge ? !hw_value_is_missing (value)
                                         : hw_value_contains (value, hw_tile_list_get_code (self->tiles, i)));
}

/* A code that waited for another digit, or the choice at the mark when none is chosen yet. */
static gboolean
hw_choice_row_settle (HwQuestionRow *row)
{
  HwChoiceRow *self = HW_CHOICE_ROW (row);

  hw_tile_list_settle (self->tiles);
  return TRUE;
}

static gboolean
hw_choice_row_accept (HwQuestionRow *row)
{
  HwChoiceRow *self = HW_CHOICE_ROW (row);
  int mark;

  if (hw_tile_list_settle (self->tiles))
    return FALSE;
  mark = hw_tile_list_get_mark (self->tiles);
  if (mark >= 0 && !self->is_many && !hw_tile_list_is_chosen (self->tiles, (guint) mark))
    picked_cb (self, (guint) mark, FALSE);
  return FALSE;
}

static GtkWidget *
hw_choice_row_get_control (HwQuestionRow *row,
                           gboolean from_below)
{
  HwChoiceRow *self = HW_CHOICE_ROW (row);

  if (self->look.is_heading)
    return GTK_WIDGET (self);
  hw_tile_list_set_mark (self->tiles, -1);
  for (guint i = 0; i < hw_tile_list_get_n_tiles (self->tiles); i++)
    if (hw_tile_list_is_chosen (self->tiles, i))
      {
        hw_tile_list_set_mark (self->tiles, (int) i);
        break;
      }
  return GTK_WIDGET (self->tiles);
}

static void
hw_choice_row_finalize (GObject *object)
{
  HwChoiceRow *self = HW_CHOICE_ROW (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self->language);
  G_OBJECT_CLASS (hw_choice_row_parent_class)->finalize (object);
}

static void
hw_choice_row_class_init (HwChoiceRowClass *klass)
{
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_choice_row_finalize;
  row_class->show_item = hw_choice_row_show_item;
  row_class->show_value = hw_choice_row_show_value;
  row_class->settle = hw_choice_row_settle;
  row_class->accept = hw_choice_row_accept;
  row_class->set_before = hw_choice_row_set_before;
  row_class->get_control = hw_choice_row_get_control;
}

static void
hw_choice_row_init (HwChoiceRow *self)
{
}
