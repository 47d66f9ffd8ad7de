/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/number-row.h"

#include <glib/gi18n.h>

#include "ui/entry/number-text.h"
#include "ui/entry/range-steps.h"

/* A number; with buttons for one more and one less when its appearance is a counter, or a scale to pick from. */
struct _HwNumberRow
{
  HwTextRow parent_instance;

  const HwRange *range; /* (nullable): the values that there are */
  gboolean is_grouped;
  gboolean is_made;
};

G_DEFINE_FINAL_TYPE (HwNumberRow, hw_number_row, HW_TYPE_TEXT_ROW)

static gboolean
is_missing_code (HwNumberRow *self,
                 const char *number)
{
  HwQuestion *question = hw_item_get_question (hw_question_row_get_item (HW_QUESTION_ROW (self)));

  for (guint kind = HW_MISSING_DONT_KNOW; kind <= HW_MISSING_NOT_APPLICABLE; kind <<= 1)
    if (g_strcmp0 (hw_question_get_missing_code (question, kind), number) == 0)
      return TRUE;
  return FALSE;
}

static char *
hw_number_row_read (HwTextRow *row,
                    const char *typed,
                    char **reason)
{
  HwNumberRow *self = HW_NUMBER_ROW (row);
  g_autofree char *number = hw_number_text_read (typed);

  if (number == NULL)
    {
      /* Translators: %s is what was typed where a number belongs. */
      *reason = g_strdup_printf (_("“%s” is no number. Type digits only."), typed);
      return NULL;
    }
  if (self->range != NULL && *number != '\0' && !hw_range_steps_has (self->range, g_ascii_strtod (number, NULL))
      && !is_missing_code (self, number))
    {
      *reason = hw_range_steps_dup_refusal (self->range, typed);
      return NULL;
    }
  return g_steal_pointer (&number);
}

static char *
hw_number_row_write (HwTextRow *row,
                     const char *answer)
{
  g_autofree char *number = hw_number_text_write (answer);

  return HW_NUMBER_ROW (row)->is_grouped ? hw_number_text_group (number) : g_steal_pointer (&number);
}

/* From nothing one comes to the first value of a scale, or to one. */
static void
step (HwNumberRow *self,
      int by)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  HwItem *item = hw_question_row_get_item (row);
  g_autofree char *text = NULL;
  const char *answer;

  hw_question_row_take_focus (row, FALSE);
  hw_question_row_settle (row);
  answer = hw_value_get_text (hw_item_get_value (item));
  if (self->range != NULL)
    {
      int i = answer != NULL ? (int) hw_range_steps_nearest (self->range, g_ascii_strtod (answer, NULL)) + by : 0;

      if (i < 0 || i >= (int) hw_range_steps_count (self->range))
        {
          gtk_widget_error_bell (GTK_WIDGET (self));
          return;
        }
      text = hw_range_steps_dup_text (self->range, hw_range_steps_get (self->range, (guint) i));
    }
  else
    text = g_strdup_printf ("%" G_GINT64_FORMAT, (answer != NULL ? g_ascii_strtoll (answer, NULL, 10) : 0) + by);
  hw_entry_session_answer_text (hw_question_row_get_session (row), item, text, text);
}

static void
less_cb (HwNumberRow *self)
{
  step (self, -1);
}

static void
more_cb (HwNumberRow *self)
{
  step (self, 1);
}

static void
add_button (HwNumberRow *self,
            const char *icon,
            const char *label,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* The keyboard stays in the field. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  hw_text_row_add_beside (HW_TEXT_ROW (self), button);
}

static void
make (HwNumberRow *self,
      HwQuestion *question)
{
  if (self->is_made)
    return;
  self->is_made = TRUE;
  self->range = hw_question_get_range (question);
  self->is_grouped = hw_question_has_appearance (question, "thousands-sep");
  if (self->range == NULL && !hw_question_has_appearance (question, "counter"))
    return;
  add_button (self, "list-remove-symbolic", _("One less"), G_CALLBACK (less_cb));
  add_button (self, "list-add-symbolic", _("One more"), G_CALLBACK (more_cb));
  hw_text_row_set_width (HW_TEXT_ROW (self), 8);
}

static void
hw_number_row_show_item (HwQuestionRow *row)
{
  HwNumberRow *self = HW_NUMBER_ROW (row);
  HwQuestion *question = hw_item_get_question (hw_question_row_get_item (row));
  const char *language = hw_interview_get_language (hw_entry_session_get_interview (hw_question_row_get_session (row)));
  const char *unit = hw_question_get_unit (question, language);
  HwExpression *constraint = hw_question_get_constraint (question);
  g_autofree char *range = NULL;

  make (self, question);
  if (self->range != NULL)
    range = hw_range_steps_dup_range (self->range);
  else if (constraint != NULL)
    range = hw_number_text_dup_range (hw_expression_get_text (constraint));
  hw_question_row_set_hint_end (row, range);
  if (*unit == '\0' && g_strcmp0 (hw_question_get_type_name (question), "percentage") == 0)
    unit = "%";
  hw_text_row_set_beside (HW_TEXT_ROW (row), unit);
}

static void
hw_number_row_constructed (GObject *object)
{
  HwTextRow *self = HW_TEXT_ROW (object);
  GtkWidget *entry;

  G_OBJECT_CLASS (hw_number_row_parent_class)->constructed (object);

  entry = hw_text_row_get_entry (self);
  hw_text_row_set_width (self, 14);
  gtk_widget_add_css_class (entry, "figures");
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1.0f);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
}

static void
hw_number_row_class_init (HwNumberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hw_number_row_constructed;
  HW_QUESTION_ROW_CLASS (klass)->show_item = hw_number_row_show_item;
  HW_TEXT_ROW_CLASS (klass)->read = hw_number_row_read;
  HW_TEXT_ROW_CLASS (klass)->write = hw_number_row_write;
}

static void
hw_number_row_init (HwNumberRow *self)
{
}
