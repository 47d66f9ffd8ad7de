/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/entry-page-private.h"

#include <glib/gi18n.h>

#include "ui/common/case-text.h"
#include "ui/common/language.h"
#include "ui/common/page-style.h"
#include "ui/common/toast.h"
#include "ui/entry/entry-path.h"
#include "ui/entry/row-name.h"

G_DEFINE_FINAL_TYPE (HwEntryPage, hw_entry_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint closed_signal;

static HwInterview *
get_interview (HwEntryPage *self)
{
  return hw_entry_session_get_interview (self->session);
}

/**
 * hw_entry_page_show_case:
 * @self: a page
 *
 * Says in the header which case it is, as far as it is known.
 */
void
hw_entry_page_show_case (HwEntryPage *self)
{
  g_autofree char *key = hw_interview_dup_case_label (get_interview (self));
  g_autofree char *label
      = hw_case_text_dup (key, self->trial_title != NULL ? self->trial_title : _("New interview"));

  if (g_strcmp0 (label, self->title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (label);
  gtk_label_set_label (GTK_LABEL (self->case_label), label);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/* "Ramón › Transfer 1": a row in a row is told from those of others by whose it is. */
static char *
dup_row_path (HwItem *row)
{
  HwItem *around = hw_item_get_row (hw_item_get_parent (row));
  g_autofree char *label = hw_item_dup_label (row);
  g_autofree char *outer = around != NULL ? dup_row_path (around) : NULL;

  return outer != NULL ? g_strdup_printf ("%s › %s", outer, label) : g_steal_pointer (&label);
}

/* "Ana" and "Member 2 of 5 · Female · 32", or the title of the section. */
static void
show_title (HwEntryPage *self)
{
  HwItem *page = self->view != NULL ? hw_section_view_get_page (self->view) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *roster_label = NULL;
  g_autofree char *known = NULL;
  g_autofree char *place = NULL;
  g_autofree char *detail = NULL;
  HwItem *roster;

  if (page == NULL)
    return;
  title = hw_item_dup_label (page);
  if (hw_item_get_kind (page) != HW_ITEM_ROW)
    {
      hw_section_view_set_title (self->view, title, "");
      return;
    }
  g_free (title);
  title = dup_row_path (page);
  roster = hw_item_get_parent (page);
  roster_label = hw_item_dup_label (roster);
  known = hw_row_name_dup_detail (page);
  /* Translators: which row of a roster: its label, its number, how many there are, such as "Member 2 of 5". */
  place = g_strdup_printf (_("%s %u of %u"), roster_label, hw_item_get_position (page),
                           g_list_model_get_n_items (hw_item_get_children (roster)));
  detail = *known != '\0' ? g_strdup_printf ("%s  ·  %s", place, known) : g_strdup (place);
  hw_section_view_set_title (self->view, title, detail);
}

static void
show_next (HwEntryPage *self,
           HwItem *page)
{
  GPtrArray *pages = hw_outline_get_pages (self->outline);
  g_autofree char *title = NULL;
  guint i;

  if (g_ptr_array_find (pages, page, &i) && i + 1 < pages->len)
    title = hw_item_dup_label (g_ptr_array_index (pages, i + 1));
  hw_section_view_set_next (self->view, title);
}

/* A row that is gone takes its page with it; what is left is the roster it was in. */
static void
leave_removed (HwEntryPage *self,
               HwItem *row)
{
  for (guint i = self->trail->len; i > 0; i--)
    for (HwItem *item = g_ptr_array_index (self->trail, i - 1); item != NULL; item = hw_item_get_parent (item))
      if (item == row)
        {
          g_ptr_array_remove_index (self->trail, i - 1);
          break;
        }
  for (HwItem *item = self->current; item != NULL; item = hw_item_get_parent (item))
    if (item == row)
      {
        hw_outline_update (self->outline);
        hw_entry_page_show_item (self, hw_item_get_parent (row), TRUE, FALSE);
        break;
      }
}

static void
changed_cb (HwEntryPage *self,
            GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      HwChange *change = g_ptr_array_index (changes, i);

      if (change->kind == HW_CHANGE_ROW_REMOVED)
        leave_removed (self, change->item);
    }
  hw_entry_page_show_case (self);
  show_title (self);
  hw_entry_page_update_actions (self);
}

static void
reset_cb (HwEntryPage *self)
{
  GHashTableIter iter;
  gpointer view;

  g_hash_table_iter_init (&iter, self->section_views);
  while (g_hash_table_iter_next (&iter, NULL, &view))
    hw_section_view_refresh (view);
  hw_outline_update (self->outline);
  show_title (self);
  if (self->view != NULL)
    show_next (self, hw_section_view_get_page (self->view));
}

static void
current_changed_cb (HwEntryPage *self,
                    HwItem *item)
{
  g_set_object (&self->current, item);
  hw_writer_set_cursor (hw_entry_session_get_writer (self->session), hw_item_get_ref (item));
  hw_entry_page_update_actions (self);
}

static void
pages_changed_cb (HwEntryPage *self)
{
  if (self->view != NULL)
    show_next (self, hw_section_view_get_page (self->view));
}

static void
page_activated_cb (HwEntryPage *self,
                   HwItem *page)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  hw_entry_page_show_item (self, page, FALSE, TRUE);
}

static HwSectionView *
get_section_view (HwEntryPage *self,
                  HwItem *page)
{
  HwQuestion *question = hw_item_get_question (page);
  HwSectionView *view = g_hash_table_lookup (self->section_views, question);

  if (view != NULL)
    return view;
  view = HW_SECTION_VIEW (hw_section_view_new (self->session));
  gtk_widget_set_hexpand (GTK_WIDGET (view), TRUE);
  g_signal_connect_swapped (view, "current-changed", G_CALLBACK (current_changed_cb), self);
  gtk_box_append (GTK_BOX (self->views), GTK_WIDGET (view));
  g_hash_table_insert (self->section_views, question, view);
  return view;
}

static void
set_view (HwEntryPage *self,
          HwSectionView *view)
{
  if (self->view != NULL && self->view != view)
    {
      hw_section_view_leave (self->view);
      gtk_widget_set_visible (GTK_WIDGET (self->view), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->finish), view == NULL);
  if (view != NULL)
    gtk_widget_set_visible (GTK_WIDGET (view), TRUE);
  self->view = view;
}

/**
 * hw_entry_page_show_item:
 * @self: a page
 * @item: a question, or a roster, a row or a group, of which it is the first question
 * @from_below: whether the person comes from what follows it
 * @remember: whether the question left is on the way back
 *
 * Opens what is needed and brings the keyboard there.
 */
void
hw_entry_page_show_item (HwEntryPage *self,
                         HwItem *item,
                         gboolean from_below,
                         gboolean remember)
{
  HwItem *page = hw_entry_path_get_page (item);
  HwSectionView *view = get_section_view (self, page);
  gboolean same = self->view == view && hw_section_view_get_page (view) == page;

  if (item == page && hw_item_get_kind (item) != HW_ITEM_ROSTER)
    item = hw_entry_path_get_stop (get_interview (self), page);
  if (remember && self->current != NULL && self->current != item)
    g_ptr_array_add (self->trail, g_object_ref (self->current));
  set_view (self, view);
  hw_section_view_show (view, page, item);
  if (!same)
    {
      show_title (self);
      show_next (self, page);
      hw_outline_set_current (self->outline, page);
    }
  if (item != NULL)
    hw_section_view_go_to (view, item, from_below, same);
}

/**
 * hw_entry_page_show_finish:
 * @self: a page
 *
 * Shows what is missing and what is odd.
 */
void
hw_entry_page_show_finish (HwEntryPage *self)
{
  HwQuestionRow *row = hw_entry_page_get_row (self);

  if (row != NULL)
    hw_question_row_settle (row);
  if (self->current != NULL)
    g_ptr_array_add (self->trail, g_object_ref (self->current));
  hw_entry_session_see_all (self->session);
  hw_finish_view_update (self->finish, self->session);
  set_view (self, NULL);
  hw_outline_set_current (self->outline, NULL);
  hw_entry_page_update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->finish));
}

/**
 * hw_entry_page_get_row:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): the row of the question at hand
 */
HwQuestionRow *
hw_entry_page_get_row (HwEntryPage *self)
{
  return self->view != NULL ? hw_section_view_get_current (self->view) : NULL;
}

/**
 * hw_entry_page_open_popover:
 * @self: a page
 * @popover: (transfer floating): what opens; the one before it goes
 * @at: where
 */
void
hw_entry_page_open_popover (HwEntryPage *self,
                            GtkWidget *popover,
                            GtkWidget *at)
{
  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  self->popover = popover;
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *) &self->popover);
  gtk_widget_set_parent (popover, at);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
stays_at_draft (HwEntryPage *self)
{
  g_autoptr (GPtrArray) drafts = hw_entry_session_list_drafts (self->session);
  g_autofree char *text = NULL;

  if (drafts->len == 0 || self->has_warned_of_drafts)
    return FALSE;
  self->has_warned_of_drafts = TRUE;
  hw_entry_page_show_item (self, g_ptr_array_index (drafts, 0), FALSE, TRUE);
  /* Translators: %s is what stands in the field. */
  text = g_strdup_printf (_("“%s” is no answer and cannot be saved. Correct it, or go back once more to leave it out."),
                          hw_entry_session_get_draft (self->session, g_ptr_array_index (drafts, 0), NULL));
  hw_toast_show (GTK_WIDGET (self), text);
  return TRUE;
}

/**
 * hw_entry_page_close:
 * @self: a page
 *
 * Goes back to the interviews when everything is on disk; else says what is in the way and stays. Text that is no answer would be
 * lost: the first time it keeps the person.
 */
void
hw_entry_page_close (HwEntryPage *self)
{
  g_autoptr (GError) error = NULL;
  HwQuestionRow *row;

  if (self->is_closed)
    return;
  if (self->session != NULL && self->trial_title == NULL)
    {
      row = hw_entry_page_get_row (self);
      if (row != NULL)
        hw_question_row_settle (row);
      if (stays_at_draft (self))
        return;
      if (!hw_writer_flush (hw_entry_session_get_writer (self->session), &error))
        {
          hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
          return;
        }
    }
  self->is_closed = TRUE;
  g_signal_emit (self, closed_signal, 0);
}

/* Where the interview stands, when that is not simply under way: why it came back, or that it is with the supervisor already. */
static void
show_status (HwEntryPage *self,
             HwSurveyFile *file)
{
  g_autoptr (HwInterviewSummary) summary = hw_survey_file_get_summary (file, hw_interview_get_id (get_interview (self)), NULL);
  const char *reason = summary != NULL ? hw_interview_summary_get_reason (summary) : NULL;
  g_autofree char *text = NULL;

  switch (summary != NULL ? hw_interview_summary_get_status (summary) : HW_STATUS_UNDER_WAY)
    {
    case HW_STATUS_RETURNED:
      /* Translators: the supervisor sent an interview back; %s is the reason, as typed. */
      text = reason != NULL ? g_strdup_printf (_("Returned: %s"), reason) : g_strdup (_("The supervisor returned this interview."));
      hw_entry_session_see_all (self->session);
      break;
    case HW_STATUS_COMPLETED:
      text = g_strdup (_("This interview is complete and waits for review. What is changed now, the supervisor will see."));
      break;
    case HW_STATUS_APPROVED:
      text = g_strdup (_("This interview is approved. What is changed now stands in its trail."));
      break;
    case HW_STATUS_VOID:
      text = g_strdup (_("This interview is void and is left out of all tables."));
      break;
    case HW_STATUS_UNDER_WAY:
    default:
      return;
    }
  hw_banner_show (self->banner, GTK_MESSAGE_INFO, text);
}

/* The mark in the header has room for the beginning only; the whole sentence stands across the page until it is over. */
static void
error_changed_cb (HwEntryPage *self)
{
  HwWriter *writer = hw_entry_session_get_writer (self->session);

  if (hw_writer_get_error (writer) != NULL)
    hw_banner_show (self->banner, GTK_MESSAGE_ERROR, hw_writer_get_error (writer)->message);
  else if (self->shows_failure)
    {
      hw_banner_hide (self->banner);
      show_status (self, hw_entry_session_get_file (self->session));
    }
  self->shows_failure = hw_writer_get_error (writer) != NULL;
}

static char *
dup_language_name (const char *language)
{
  const char *bracket = strchr (language, '(');

  if (*language == '\0')
    return g_strdup (_("As written"));
  return g_strstrip (bracket != NULL ? g_strndup (language, (gsize) (bracket - language)) : g_strdup (language));
}

static void
show_language (HwEntryPage *self)
{
  const char *language = hw_interview_get_language (get_interview (self));
  g_autofree char *name = dup_language_name (language != NULL ? language : "");

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->language_button), name);
}

static void
fill_languages (HwEntryPage *self)
{
  const char *const *languages = hw_questionnaire_get_languages (hw_interview_get_questionnaire (get_interview (self)));
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n = 0;

  for (; languages[n] != NULL; n++)
    {
      g_autofree char *name = dup_language_name (languages[n]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "entry.set-language", "s", languages[n]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->language_button), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->language_button, n > 1);
  show_language (self);
}

/* Back to the question at which the person left, in an interview of before; else the first. */
static void
show_cursor (HwEntryPage *self,
             HwSurveyFile *file,
             gboolean is_new)
{
  HwInterview *interview = get_interview (self);
  g_autofree char *ref = is_new ? NULL : hw_survey_file_dup_cursor (file, hw_interview_get_id (interview));
  HwItem *item = ref != NULL ? hw_interview_find (interview, ref) : NULL;
  GPtrArray *pages = hw_outline_get_pages (self->outline);

  if (item == NULL || !hw_item_is_relevant (item))
    item = hw_interview_next (interview, NULL, FALSE, TRUE);
  if (item == NULL && pages->len > 0)
    item = g_ptr_array_index (pages, 0);
  if (item != NULL)
    hw_entry_page_show_item (self, item, FALSE, FALSE);
}

/* Who comes to the page from outside, by Tab or because a window opened it, comes to the question at hand. */
static gboolean
hw_entry_page_focus (GtkWidget *widget,
                     GtkDirectionType direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if ((focus == NULL || !gtk_widget_is_ancestor (focus, widget)) && gtk_widget_grab_focus (widget))
    return TRUE;
  return GTK_WIDGET_CLASS (hw_entry_page_parent_class)->focus (widget, direction);
}

static gboolean
hw_entry_page_grab_focus (GtkWidget *widget)
{
  HwQuestionRow *row = hw_entry_page_get_row (HW_ENTRY_PAGE (widget));

  if (row != NULL)
    return hw_question_row_take_focus (row, FALSE);
  return GTK_WIDGET_CLASS (hw_entry_page_parent_class)->grab_focus (widget);
}

static void
hw_entry_page_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  HwEntryPage *self = HW_ENTRY_PAGE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hw_entry_page_dispose (GObject *object)
{
  HwEntryPage *self = HW_ENTRY_PAGE (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_interview (self), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  self->view = NULL;
  g_hash_table_remove_all (self->section_views);
  /* A flap does not see that the template takes its children away, and would take them away again. */
  if (self->flap != NULL)
    {
      adw_flap_set_flap (self->flap, NULL);
      adw_flap_set_content (self->flap, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_ENTRY_PAGE);
  g_clear_object (&self->current);
  g_clear_object (&self->warned);
  g_clear_pointer (&self->warned_value, hw_value_unref);
  g_ptr_array_set_size (self->trail, 0);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hw_entry_page_parent_class)->dispose (object);
}

static void
hw_entry_page_finalize (GObject *object)
{
  HwEntryPage *self = HW_ENTRY_PAGE (object);

  g_hash_table_unref (self->section_views);
  g_ptr_array_unref (self->trail);
  g_free (self->title);
  g_free (self->trial_title);
  G_OBJECT_CLASS (hw_entry_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, flap);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, outline);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, header);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, outline_button);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, case_label);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, language_button);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, saved_mark);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, views);
  gtk_widget_class_bind_template_child (widget_class, HwEntryPage, finish);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_changed_cb);
}

static void
hw_entry_page_class_init (HwEntryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hw_entry_page_get_property;
  object_class->dispose = hw_entry_page_dispose;
  object_class->finalize = hw_entry_page_finalize;
  widget_class->focus = hw_entry_page_focus;
  widget_class->grab_focus = hw_entry_page_grab_focus;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  closed_signal = g_signal_new ("closed", HW_TYPE_ENTRY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HW_TYPE_BANNER);
  g_type_ensure (HW_TYPE_OUTLINE);
  g_type_ensure (HW_TYPE_FINISH_VIEW);
  g_type_ensure (HW_TYPE_SAVED_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/homeward/Homeward/entry/entry-page.ui");
  bind_children (widget_class);
  hw_entry_page_install_actions (widget_class);
}

static void
hw_entry_page_init (HwEntryPage *self)
{
  hw_page_style_load ("/org/homeward/Homeward/entry/entry.css");
  self->section_views = g_hash_table_new (NULL, NULL);
  self->trail = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_session (HwEntryPage *self,
             HwSurveyFile *file,
             gboolean is_new)
{
  g_signal_connect_object (get_interview (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  hw_saved_mark_set_writer (self->saved_mark, hw_entry_session_get_writer (self->session));
  g_signal_connect_object (hw_entry_session_get_writer (self->session), "notify::error", G_CALLBACK (error_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fill_languages (self);
  hw_entry_page_show_case (self);
  hw_outline_set_interview (self->outline, get_interview (self));
  if (!is_new)
    show_status (self, file);
  show_cursor (self, file, is_new);
}

/**
 * hw_entry_page_new:
 * @file: the survey
 * @interview: the interview to fill in
 * @is_new: whether @file does not have it yet
 *
 * Returns: a page with the cursor where the person left it; when the file cannot be written, the page says so
 */
GtkWidget *
hw_entry_page_new (HwSurveyFile *file,
                   HwInterview *interview,
                   gboolean is_new)
{
  HwEntryPage *self;
  const char *language;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file), NULL);
  g_return_val_if_fail (HW_IS_INTERVIEW (interview), NULL);

  language = hw_language_pick (hw_interview_get_questionnaire (interview));
  if (language != NULL)
    hw_interview_set_language (interview, language);
  self = g_object_new (HW_TYPE_ENTRY_PAGE, NULL);
  self->session = hw_entry_session_new (file, interview, is_new, &error);
  if (self->session != NULL)
    set_session (self, file, is_new);
  else
    hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
  hw_entry_page_update_actions (self);
  return GTK_WIDGET (self);
}

/**
 * hw_entry_page_get_current:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): the question at hand
 */
HwItem *
hw_entry_page_get_current (HwEntryPage *self)
{
  g_return_val_if_fail (HW_IS_ENTRY_PAGE (self), NULL);
  return self->view != NULL ? self->current : NULL;
}

/**
 * hw_entry_page_go_to:
 * @self: a page
 * @item: something of its interview
 */
void
hw_entry_page_go_to (HwEntryPage *self,
                     HwItem *item)
{
  g_return_if_fail (HW_IS_ENTRY_PAGE (self));
  g_return_if_fail (HW_IS_ITEM (item));
  hw_entry_page_show_item (self, item, FALSE, TRUE);
}
