/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "entry-fixture.h"

#include <glib/gstdio.h>

#include "ui/entry/tile-list.h"

/**
 * entry_fixture_spin:
 *
 * Runs the main loop until nothing is left to do at once.
 */
void
entry_fixture_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * entry_fixture_open:
 * @self: a fixture without a window
 * @interview: what to fill in
 * @is_new: whether the file does not have it yet
 *
 * Opens a window with the page.
 */
void
entry_fixture_open (EntryFixture *self,
                    HwInterview *interview,
                    gboolean is_new)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  self->interview = g_object_ref (interview);
  self->page = HW_ENTRY_PAGE (hw_entry_page_new (self->file, interview, is_new));
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 720);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self->window), toasts);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
}

/**
 * entry_fixture_close:
 * @self: a fixture
 *
 * Closes the window; a window that somebody still holds is a leak.
 */
void
entry_fixture_close (EntryFixture *self)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  if (self->window == NULL)
    return;
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->window)));
  while (self->page != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (self->page);
  g_clear_object (&self->interview);
}

/**
 * entry_fixture_set_up:
 * @self: an empty fixture
 * @questionnaire: a folder, below tests/ or whole
 */
void
entry_fixture_set_up (EntryFixture *self,
                      gconstpointer questionnaire)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), questionnaire, NULL);
  g_autoptr (HwQuestionnaire) read = hw_questionnaire_new_from_path (folder, problems, &error);
  g_autoptr (HwInterview) interview = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (read);
  self->folder = g_dir_make_tmp ("homeward-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.homeward", NULL);
  self->file = hw_survey_file_create (self->path, read, NULL, &error);
  g_assert_no_error (error);
  interview = hw_interview_new (hw_survey_file_get_questionnaire (self->file));
  entry_fixture_open (self, interview, TRUE);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * entry_fixture_tear_down:
 * @self: a fixture
 * @data: nothing
 */
void
entry_fixture_tear_down (EntryFixture *self,
                         gconstpointer data)
{
  entry_fixture_close (self);
  g_clear_object (&self->file);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/**
 * entry_fixture_do:
 * @self: a fixture
 * @action: one of the page, as its key would wish it
 */
void
entry_fixture_do (EntryFixture *self,
                  const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
  entry_fixture_spin ();
}

/**
 * entry_fixture_type:
 * @self: a fixture
 * @text: what the person types
 *
 * Types into what has the keyboard, over what stands there.
 */
void
entry_fixture_type (EntryFixture *self,
                    const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  g_assert_nonnull (focus);
  if (GTK_IS_TEXT (focus))
    gtk_editable_set_text (GTK_EDITABLE (focus), text);
  else if (HW_IS_TILE_LIST (focus))
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
      hw_tile_list_type (HW_TILE_LIST (focus), g_utf8_get_char (at));
  entry_fixture_spin ();
}

/* Lets the key controllers of @widget that listen in @phase see a key, as the window would. */
static gboolean
offer_key (GtkWidget *widget,
           GtkPropagationPhase phase,
           guint keyval,
           GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) || gtk_event_controller_get_propagation_phase (controller) != phase
          || GTK_IS_TEXT (widget))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &taken);
      if (taken)
        return TRUE;
    }
  return FALSE;
}

/**
 * entry_fixture_press:
 * @self: a fixture
 * @keyval: a key
 * @state: what is held with it
 *
 * Presses a key where the keyboard is. Keys of the page itself are tested by their actions, see entry_fixture_do().
 *
 * Returns: whether something took it
 */
gboolean
entry_fixture_press (EntryFixture *self,
                     guint keyval,
                     GdkModifierType state)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  gboolean taken = FALSE;

  for (GtkWidget *at = gtk_root_get_focus (GTK_ROOT (self->window)); at != NULL; at = gtk_widget_get_parent (at))
    g_ptr_array_add (path, at);
  for (guint i = path->len; i > 0 && !taken; i--)
    taken = offer_key (g_ptr_array_index (path, i - 1), GTK_PHASE_CAPTURE, keyval, state);
  for (guint i = 0; i < path->len && !taken; i++)
    taken = offer_key (g_ptr_array_index (path, i), GTK_PHASE_BUBBLE, keyval, state);
  entry_fixture_spin ();
  return taken;
}

/**
 * entry_fixture_enter:
 * @self: a fixture
 * @text: what the person types
 */
void
entry_fixture_enter (EntryFixture *self,
                     const char *text)
{
  entry_fixture_type (self, text);
  entry_fixture_do (self, "entry.next");
}

/**
 * entry_fixture_item:
 * @self: a fixture
 * @ref: a place
 *
 * Returns: (transfer none): what is there
 */
HwItem *
entry_fixture_item (EntryFixture *self,
                    const char *ref)
{
  HwItem *item = hw_interview_find (self->interview, ref);

  if (item == NULL)
    g_error ("nothing at %s", ref);
  return item;
}

/**
 * entry_fixture_go:
 * @self: a fixture
 * @ref: where to
 */
void
entry_fixture_go (EntryFixture *self,
                  const char *ref)
{
  hw_entry_page_go_to (self->page, entry_fixture_item (self, ref));
  entry_fixture_spin ();
}

/**
 * entry_fixture_answer:
 * @self: a fixture
 * @ref: a question
 * @text: its answer, without the page's help
 */
void
entry_fixture_answer (EntryFixture *self,
                      const char *ref,
                      const char *text)
{
  g_autoptr (GError) error = NULL;

  hw_interview_answer_text (self->interview, entry_fixture_item (self, ref), text, &error);
  g_assert_no_error (error);
}

/**
 * entry_fixture_find:
 * @within: a widget
 * @css_class: a style class
 *
 * Returns: (nullable) (transfer none): the first visible widget in @within that has it
 */
GtkWidget *
entry_fixture_find (GtkWidget *within,
                    const char *css_class)
{
  if (!gtk_widget_get_visible (within))
    return NULL;
  if (gtk_widget_has_css_class (within, css_class))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = entry_fixture_find (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}
