/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/entry/entry-session.h"

G_BEGIN_DECLS

/*
 * One question on the page. A row is made for a question and shown for an item: as one goes from one member to the next the
 * rows stay and the items change. Everything that all kinds of questions share is here (what is read aloud, what is for the
 * enumerator, problems, remarks, what is missing and why); a subclass adds the control.
 */
#define HW_TYPE_QUESTION_ROW (hw_question_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (HwQuestionRow, hw_question_row, HW, QUESTION_ROW, GtkWidget)

struct _HwQuestionRowClass
{
  GtkWidgetClass parent_class;

  /* The one hook: another item is now shown, or the same one in another language. Its value follows by show_value. */
  void       (*show_item)   (HwQuestionRow *self);
  void       (*show_value)  (HwQuestionRow *self);
  /* Passes on what was typed or marked. FALSE when it is no answer; it is then a draft of the session. */
  gboolean   (*settle)      (HwQuestionRow *self);
  /* Enter, before going on: TRUE when it meant something here, such as opening a row. */
  gboolean   (*accept)      (HwQuestionRow *self);
  /* Another question stands above it on the page, or (NULL) none. */
  void       (*set_before)  (HwQuestionRow *self,
                             HwItem        *before);
  /* What gets the keyboard. @from_below: the person comes back */
  GtkWidget *(*get_control) (HwQuestionRow *self,
                             gboolean       from_below);
};

/* Picks the subclass for a question. */
GtkWidget      *hw_question_row_new          (HwEntrySession *session,
                                              HwItem         *item);
void            hw_question_row_set_item     (HwQuestionRow  *self,
                                              HwItem         *item);
HwItem         *hw_question_row_get_item     (HwQuestionRow  *self);
HwEntrySession *hw_question_row_get_session  (HwQuestionRow  *self);
void            hw_question_row_set_heading  (HwQuestionRow  *self,
                                              const char     *heading); /* (nullable) */
void            hw_question_row_set_before   (HwQuestionRow  *self,
                                              HwItem         *before);  /* (nullable) */
void            hw_question_row_set_current  (HwQuestionRow  *self,
                                              gboolean        current);
gboolean        hw_question_row_take_focus   (HwQuestionRow  *self,
                                              gboolean        from_below);
gboolean        hw_question_row_settle       (HwQuestionRow  *self);
gboolean        hw_question_row_accept       (HwQuestionRow  *self);
gboolean        hw_question_row_set_missing  (HwQuestionRow  *self,
                                              HwMissing       missing);
gboolean        hw_question_row_can_confirm  (HwQuestionRow  *self);
void            hw_question_row_confirm      (HwQuestionRow  *self); /* opens the place for the reason */
void            hw_question_row_note         (HwQuestionRow  *self); /* opens the place for a note */
void            hw_question_row_refresh      (HwQuestionRow  *self);
void            hw_question_row_show_state   (HwQuestionRow  *self); /* problems, after something about them changed */
GtkWidget      *hw_question_row_get_label    (HwQuestionRow  *self);

/* For subclasses */
void            hw_question_row_add_control  (HwQuestionRow  *self,
                                              GtkWidget      *control,
                                              GtkWidget      *speaker,
                                              GtkOverlay     *overlay);
void            hw_question_row_set_line     (HwQuestionRow  *self,     /* a line of a table, from now on */
                                              gboolean        is_first); /* with headings above it */
void            hw_question_row_set_hint_end (HwQuestionRow  *self,
                                              const char     *text);   /* (nullable): range and unit, after the hint */
void            hw_question_row_set_typing   (HwQuestionRow  *self);
void            hw_question_row_go_on        (HwQuestionRow  *self);   /* as Enter */

G_END_DECLS
