/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/entry-page-private.h"

#include <glib/gi18n.h>

#include "ui/common/toast.h"
#include "ui/entry/entry-path.h"
#include "ui/entry/find-popover.h"
#include "ui/entry/help-popover.h"
#include "ui/entry/row-actions.h"

static HwInterview *
get_interview (HwEntryPage *self)
{
  return hw_entry_session_get_interview (self->session);
}

/* Enter stops once at a new problem, so that it is seen, and goes on the next time: no check keeps anybody. */
static gboolean
stops_at_problem (HwEntryPage *self,
                  HwItem *item)
{
  HwItemProblem problem = hw_item_get_kind (item) == HW_ITEM_QUESTION ? hw_item_get_problem (item) : HW_ITEM_FINE;
  HwValue *value;

  if (problem == HW_ITEM_FINE)
    return FALSE;
  value = hw_item_get_value (item);
  if (self->warned == item && hw_value_equal (self->warned_value, value))
    return FALSE;
  g_set_object (&self->warned, item);
  g_clear_pointer (&self->warned_value, hw_value_unref);
  self->warned_value = hw_value_ref (value);
  return TRUE;
}

static void
go_on (HwEntryPage *self,
       HwItem *item)
{
  gboolean from_below;
  HwItem *next = hw_entry_path_next (get_interview (self), item, &from_below);

  if (next != NULL)
    hw_entry_page_show_item (self, next, from_below, TRUE);
  else
    hw_entry_page_show_finish (self);
}

static void
next_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *row = hw_entry_page_get_row (self);
  HwItem *item;

  if (row == NULL)
    return;
  item = hw_question_row_get_item (row);
  if (!hw_question_row_settle (row))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (hw_question_row_accept (row))
    return;
  if (stops_at_problem (self, item))
    {
      hw_entry_session_mark_seen (self->session, item);
      hw_question_row_show_state (row);
      return;
    }
  go_on (self, item);
}

/* Back along the path that one came; where one came from nowhere, to what stands before. */
static void
back_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *row = hw_entry_page_get_row (self);
  g_autoptr (HwItem) item = NULL;

  if (row != NULL)
    hw_question_row_settle (row);
  while (item == NULL && self->trail->len > 0)
    {
      item = g_ptr_array_steal_index (self->trail, self->trail->len - 1);
      if (!hw_item_is_relevant (item))
        g_clear_object (&item);
    }
  if (item == NULL && self->current != NULL)
    g_set_object (&item, hw_interview_next (get_interview (self), self->current, FALSE, FALSE));
  if (item != NULL)
    hw_entry_page_show_item (self, item, TRUE, FALSE);
  else
    gtk_widget_error_bell (widget);
}

static void
next_unanswered_cb (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *row = hw_entry_page_get_row (self);
  HwItem *from = row != NULL ? hw_question_row_get_item (row) : NULL;
  HwItem *next;

  if (row != NULL && !hw_question_row_settle (row))
    return;
  if (from != NULL && hw_item_get_kind (from) != HW_ITEM_QUESTION)
    from = NULL;
  next = hw_interview_next (get_interview (self), from, TRUE, TRUE);
  if (next == NULL && from != NULL)
    next = hw_interview_next (get_interview (self), NULL, TRUE, TRUE);
  if (next != NULL)
    hw_entry_page_show_item (self, next, FALSE, TRUE);
  else
    hw_toast_show (widget, _("Every question that applies has an answer."));
}

static int
compare_place (GPtrArray *order,
               HwItem *item)
{
  guint i;

  return g_ptr_array_find (order, item, &i) ? (int) i : -1;
}

static gboolean
collect_cb (HwItem *item,
            gpointer data)
{
  g_ptr_array_add (data, item);
  return TRUE;
}

/* The problem that follows in document order, around the end; text that is no answer is a problem, too. */
static HwItem *
find_problem (HwEntryPage *self,
              gboolean forward)
{
  g_autoptr (GPtrArray) problems = hw_interview_list_problems (get_interview (self));
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  int n, here;

  hw_interview_foreach_question (get_interview (self), TRUE, collect_cb, order);
  n = (int) order->len;
  here = self->current != NULL ? compare_place (order, self->current) : -1;
  for (int step = 1; step <= n; step++)
    {
      HwItem *item = g_ptr_array_index (order, (guint) (((forward ? here + step : here - step) % n + n) % n));

      if (hw_entry_session_get_draft (self->session, item, NULL) != NULL || g_ptr_array_find (problems, item, NULL))
        return item;
    }
  return NULL;
}

static void
problem_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *row = hw_entry_page_get_row (self);
  HwItem *item;

  if (row != NULL)
    hw_question_row_settle (row);
  item = find_problem (self, g_str_equal (name, "entry.next-problem"));
  if (item == NULL)
    {
      hw_toast_show (widget, _("There are no problems."));
      return;
    }
  hw_entry_session_mark_seen (self->session, item);
  hw_entry_page_show_item (self, item, FALSE, TRUE);
}

static void
section_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  GPtrArray *pages = hw_outline_get_pages (self->outline);
  gboolean forward = g_str_equal (name, "entry.next-section");
  HwQuestionRow *row = hw_entry_page_get_row (self);
  guint i;

  if (row != NULL)
    hw_question_row_settle (row);
  if (self->view == NULL)
    {
      if (!forward && pages->len > 0)
        hw_entry_page_show_item (self, g_ptr_array_index (pages, pages->len - 1), FALSE, TRUE);
      return;
    }
  if (!g_ptr_array_find (pages, hw_section_view_get_page (self->view), &i))
    return;
  if (forward && i + 1 == pages->len)
    hw_entry_page_show_finish (self);
  else if (forward || i > 0)
    hw_entry_page_show_item (self, g_ptr_array_index (pages, forward ? i + 1 : i - 1), FALSE, TRUE);
}

static void
go_to_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwItem *item = hw_interview_find (get_interview (self), g_variant_get_string (parameter, NULL));

  if (item != NULL)
    hw_entry_page_show_item (self, item, FALSE, TRUE);
}

static void
missing_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *row = hw_entry_page_get_row (self);
  HwMissing missing = HW_MISSING_DONT_KNOW;
  HwItem *item;

  if (row == NULL)
    return;
  if (g_str_equal (name, "entry.refused"))
    missing = HW_MISSING_REFUSED;
  else if (g_str_equal (name, "entry.not-applicable"))
    missing = HW_MISSING_NOT_APPLICABLE;
  item = hw_question_row_get_item (row);
  if (hw_question_row_set_missing (row, missing) && !stops_at_problem (self, item))
    go_on (self, item);
}

static void
confirm_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  HwQuestionRow *row = hw_entry_page_get_row (HW_ENTRY_PAGE (widget));

  if (row == NULL || !hw_question_row_settle (row))
    return;
  if (hw_question_row_can_confirm (row))
    hw_question_row_confirm (row);
  else
    hw_toast_show (widget, _("There is nothing to confirm at this question."));
}

static void
note_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  HwQuestionRow *row = hw_entry_page_get_row (HW_ENTRY_PAGE (widget));

  if (row == NULL)
    return;
  hw_question_row_settle (row);
  hw_question_row_note (row);
}

static void
help_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *row = hw_entry_page_get_row (self);

  if (row != NULL)
    hw_entry_page_open_popover (self, hw_help_popover_new (hw_question_row_get_item (row)),
                                hw_question_row_get_label (row));
}

static void
found_cb (HwEntryPage *self,
          HwItem *item)
{
  hw_entry_page_show_item (self, item, FALSE, TRUE);
}

static void
find_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *row = hw_entry_page_get_row (self);
  GtkWidget *popover = hw_find_popover_new (get_interview (self));

  if (row != NULL)
    hw_question_row_settle (row);
  g_signal_connect_object (popover, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { gtk_widget_get_width (self->views) / 2, 0, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  hw_entry_page_open_popover (self, popover, self->views);
}

static void
set_language (HwEntryPage *self,
              const char *language)
{
  g_autofree char *kept = g_strdup (language);
  const char *bracket;

  hw_entry_session_set_language (self->session, kept);
  bracket = strstr (kept, " (");
  if (bracket != NULL)
    kept[bracket - kept] = '\0';
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->language_button), *kept != '\0' ? kept : _("As written"));
}

static void
set_language_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  set_language (HW_ENTRY_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
next_language_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  const char *const *languages = hw_questionnaire_get_languages (hw_interview_get_questionnaire (get_interview (self)));
  guint n = g_strv_length ((char **) languages);
  guint i = 0;

  while (i < n && g_strcmp0 (languages[i], hw_interview_get_language (get_interview (self))) != 0)
    i++;
  if (n > 1)
    set_language (self, languages[(i + 1) % n]);
}

static void
undo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  gboolean back = g_str_equal (name, "entry.undo");
  HwQuestionRow *row = hw_entry_page_get_row (self);
  HwItem *item;

  if (row != NULL)
    hw_question_row_settle (row);
  item = back ? hw_entry_session_undo (self->session) : hw_entry_session_redo (self->session);
  if (item != NULL)
    hw_entry_page_show_item (self, item, FALSE, FALSE);
  else
    gtk_widget_error_bell (widget);
}

static void
finish_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  hw_entry_page_show_finish (HW_ENTRY_PAGE (widget));
}

static void
complete_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!hw_finish_view_complete (self->finish, self->session, &error))
    {
      hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
      return;
    }
  hw_toast_show (widget, _("The interview is complete and waits for review."));
  hw_entry_page_close (self);
}

static void
outline_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
  if (adw_flap_get_folded (self->flap))
    gtk_widget_grab_focus (adw_flap_get_reveal_flap (self->flap) ? GTK_WIDGET (self->outline) : widget);
}

static void
keys_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/homeward/Homeward/entry/keys.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "keys"));

  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (window);
}

static void
close_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);

  if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else
    hw_entry_page_close (self);
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "entry.next", NULL, next_cb },
  { "entry.back", NULL, back_cb },
  { "entry.next-unanswered", NULL, next_unanswered_cb },
  { "entry.next-problem", NULL, problem_cb },
  { "entry.previous-problem", NULL, problem_cb },
  { "entry.next-section", NULL, section_cb },
  { "entry.previous-section", NULL, section_cb },
  { "entry.next-row", NULL, hw_row_actions_neighbour },
  { "entry.previous-row", NULL, hw_row_actions_neighbour },
  { "entry.same-as-before", NULL, hw_row_actions_same },
  { "entry.insert-row", NULL, hw_row_actions_insert },
  { "entry.remove-row", NULL, hw_row_actions_remove },
  { "entry.go-to", "s", go_to_cb },
  { "entry.dont-know", NULL, missing_cb },
  { "entry.refused", NULL, missing_cb },
  { "entry.not-applicable", NULL, missing_cb },
  { "entry.confirm", NULL, confirm_cb },
  { "entry.note", NULL, note_cb },
  { "entry.help", NULL, help_cb },
  { "entry.find", NULL, find_cb },
  { "entry.set-language", "s", set_language_cb },
  { "entry.next-language", NULL, next_language_cb },
  { "entry.undo", NULL, undo_cb },
  { "entry.redo", NULL, undo_cb },
  { "entry.finish", NULL, finish_cb },
  { "entry.complete", NULL, complete_cb },
  { "entry.outline", NULL, outline_cb },
  { "entry.keys", NULL, keys_cb },
  { "entry.close", NULL, close_cb },
};

/* Keys that a field uses itself (Home, letters, Ctrl+Z in text) do not come up to the page; PageUp and the like are bound nearer
 * to the questions, see HwQuestionColumn. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Return, 0, "entry.next" },
  { GDK_KEY_KP_Enter, 0, "entry.next" },
  { GDK_KEY_ISO_Enter, 0, "entry.next" },
  { GDK_KEY_Down, 0, "entry.next" },
  { GDK_KEY_Return, GDK_SHIFT_MASK, "entry.back" },
  { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "entry.back" },
  { GDK_KEY_Up, 0, "entry.back" },
  { GDK_KEY_Return, GDK_CONTROL_MASK, "entry.next-unanswered" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "entry.next-unanswered" },
  { GDK_KEY_F12, 0, "entry.next-problem" },
  { GDK_KEY_F12, GDK_SHIFT_MASK, "entry.previous-problem" },
  { GDK_KEY_Page_Down, 0, "entry.next-section" },
  { GDK_KEY_Page_Up, 0, "entry.previous-section" },
  { GDK_KEY_F1, 0, "entry.help" },
  { GDK_KEY_F2, 0, "entry.confirm" },
  { GDK_KEY_F3, 0, "entry.insert-row" },
  { GDK_KEY_F4, 0, "entry.remove-row" },
  { GDK_KEY_F5, 0, "entry.note" },
  { GDK_KEY_n, GDK_CONTROL_MASK, "entry.note" },
  { GDK_KEY_F6, 0, "entry.find" },
  { GDK_KEY_F7, 0, "entry.same-as-before" },
  { GDK_KEY_F8, 0, "entry.dont-know" },
  { GDK_KEY_F9, 0, "entry.refused" },
  { GDK_KEY_F9, GDK_SHIFT_MASK, "entry.not-applicable" },
  { GDK_KEY_l, GDK_CONTROL_MASK, "entry.next-language" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "entry.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "entry.redo" },
  { GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "entry.finish" },
  { GDK_KEY_1, GDK_CONTROL_MASK, "entry.outline" },
  { GDK_KEY_question, GDK_CONTROL_MASK, "entry.keys" },
  { GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "entry.keys" },
  { GDK_KEY_Escape, 0, "entry.close" },
};

/**
 * hw_entry_page_install_actions:
 * @widget_class: the page's class
 *
 * Gives the class its actions and their keys.
 */
void
hw_entry_page_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

/**
 * hw_entry_page_update_actions:
 * @self: a page
 *
 * Switches on what is possible where the person is.
 */
void
hw_entry_page_update_actions (HwEntryPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  HwItem *item = self->view != NULL ? self->current : NULL;
  HwItem *row = item != NULL ? hw_item_get_row (item) : NULL;
  gboolean is_roster = item != NULL && hw_item_get_kind (item) == HW_ITEM_ROSTER;

  if (self->session == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        gtk_widget_action_set_enabled (widget, actions[i].name, g_str_equal (actions[i].name, "entry.close"));
      return;
    }
  gtk_widget_action_set_enabled (widget, "entry.complete", self->view == NULL && hw_finish_view_can_complete (self->finish));
  gtk_widget_action_set_enabled (widget, "entry.note", item != NULL);
  gtk_widget_action_set_enabled (widget, "entry.insert-row", row != NULL || is_roster);
  gtk_widget_action_set_enabled (widget, "entry.remove-row", row != NULL || is_roster);
}
