/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/question-media.h"

#include <glib/gi18n.h>

#include "ui/entry/picture-window.h"
#include "ui/entry/thumbnail.h"

#define MOST_WIDTH 640
#define MOST_HEIGHT 220

struct _HwQuestionMedia
{
  GtkWidget parent_instance;

  GtkWidget *button; /* these are NULL until they are needed */
  GtkWidget *picture;
  GtkWidget *lines;
  GdkTexture *large;
};

G_DEFINE_FINAL_TYPE (HwQuestionMedia, hw_question_media, GTK_TYPE_WIDGET)

static void
clicked_cb (HwQuestionMedia *self)
{
  if (self->large != NULL)
    hw_picture_window_show (GTK_WIDGET (self), GDK_PAINTABLE (self->large), _("Picture"));
}

static void
make_button (HwQuestionMedia *self)
{
  if (self->button != NULL)
    return;
  self->picture = hw_thumbnail_new (MOST_WIDTH, MOST_HEIGHT);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->picture);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "picture");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->button, _("Show the picture large"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show the picture large"), -1);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_insert_after (self->button, GTK_WIDGET (self), NULL);
}

static void
add_line (HwQuestionMedia *self,
          const char *icon,
          const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (line, "remark");
  gtk_box_append (GTK_BOX (self->lines), line);
}

static void
show_picture (HwQuestionMedia *self,
              HwMediaFiles *files,
              const char *name,
              const char *large)
{
  GdkTexture *picture = name != NULL ? hw_media_files_get_picture (files, name) : NULL;
  g_autofree char *text = NULL;

  g_clear_object (&self->large);
  if (self->button != NULL)
    gtk_widget_set_visible (self->button, picture != NULL);
  if (picture == NULL)
    {
      if (name == NULL)
        return;
      /* Translators: %s is the name of a file. */
      text = g_strdup_printf (_("The picture “%s” did not come with the questionnaire."), name);
      add_line (self, "image-missing-symbolic", text);
      return;
    }
  make_button (self);
  hw_thumbnail_set_picture (HW_THUMBNAIL (self->picture), GDK_PAINTABLE (picture));
  gtk_widget_set_visible (self->button, TRUE);
  if (large != NULL && hw_media_files_get_picture (files, large) != NULL)
    picture = hw_media_files_get_picture (files, large);
  g_set_object (&self->large, picture);
}

static void
hw_question_media_dispose (GObject *object)
{
  HwQuestionMedia *self = HW_QUESTION_MEDIA (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->large);
  G_OBJECT_CLASS (hw_question_media_parent_class)->dispose (object);
}

static void
hw_question_media_class_init (HwQuestionMediaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_question_media_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "media");
}

static void
hw_question_media_init (HwQuestionMedia *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * hw_question_media_is_needed:
 * @question: a question
 * @session: the sitting
 *
 * Returns: whether @question names any file in the language of the sitting
 */
gboolean
hw_question_media_is_needed (HwQuestion *question,
                             HwEntrySession *session)
{
  const char *language = hw_interview_get_language (hw_entry_session_get_interview (session));

  for (HwMedia media = HW_MEDIA_IMAGE; media < HW_N_MEDIA; media++)
    if (hw_question_get_media (question, media, language) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * hw_question_media_new:
 *
 * Returns: a widget that shows nothing yet
 */
GtkWidget *
hw_question_media_new (void)
{
  return g_object_new (HW_TYPE_QUESTION_MEDIA, NULL);
}

/**
 * hw_question_media_show:
 * @self: a widget
 * @session: the sitting
 * @question: a question
 */
void
hw_question_media_show (HwQuestionMedia *self,
                        HwEntrySession *session,
                        HwQuestion *question)
{
  const char *language = hw_interview_get_language (hw_entry_session_get_interview (session));
  const char *image = hw_question_get_media (question, HW_MEDIA_IMAGE, language);
  const char *large = hw_question_get_media (question, HW_MEDIA_BIG_IMAGE, language);
  const char *audio = hw_question_get_media (question, HW_MEDIA_AUDIO, language);
  const char *video = hw_question_get_media (question, HW_MEDIA_VIDEO, language);

  g_return_if_fail (HW_IS_QUESTION_MEDIA (self));

  g_clear_pointer (&self->lines, gtk_widget_unparent);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_insert_before (self->lines, GTK_WIDGET (self), NULL);
  show_picture (self, hw_entry_session_get_media (session), image != NULL ? image : large, large);
  if (audio != NULL)
    {
      /* Translators: a question comes with a recording, which is not played here; %s is the name of the file. */
      g_autofree char *text = g_strdup_printf (_("Sound: “%s”"), audio);

      add_line (self, "audio-x-generic-symbolic", text);
    }
  if (video != NULL)
    {
      /* Translators: a question comes with a film, which is not played here; %s is the name of the file. */
      g_autofree char *text = g_strdup_printf (_("Film: “%s”"), video);

      add_line (self, "video-x-generic-symbolic", text);
    }
}
