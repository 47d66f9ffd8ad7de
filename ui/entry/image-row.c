/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/image-row.h"

#include <glib/gi18n.h>

#include "ui/common/file-choice.h"
#include "ui/entry/picture-window.h"
#include "ui/entry/thumbnail.h"

#define MOST_WIDTH 420
#define MOST_HEIGHT 240

/* A picture that is chosen or dropped. The interview keeps its bytes; its answer is the name. */
struct _HwImageRow
{
  HwQuestionRow parent_instance;

  GtkWidget *box;     /* takes what is dropped */
  GtkWidget *show;    /* a button with the picture */
  GtkWidget *picture;
  GtkWidget *name;
  GtkWidget *choose;
  GtkWidget *choose_label;
  GtkWidget *remove;
  GdkTexture *texture;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (HwImageRow, hw_image_row, HW_TYPE_QUESTION_ROW)

static HwInterview *
get_interview (HwImageRow *self)
{
  return hw_entry_session_get_interview (hw_question_row_get_session (HW_QUESTION_ROW (self)));
}

static HwItem *
get_item (HwImageRow *self)
{
  return hw_question_row_get_item (HW_QUESTION_ROW (self));
}

/* What is wrong with a file stands under the question; what was there before stays. */
static void
refuse (HwImageRow *self,
        const char *name,
        const char *reason)
{
  hw_entry_session_keep_draft (hw_question_row_get_session (HW_QUESTION_ROW (self)), get_item (self), name, reason);
}

typedef struct
{
  HwImageRow *row;
  HwItem *item; /* the row may show another when the file has been read */
  char *name;
} Reading;

static void
free_reading (Reading *reading)
{
  g_object_unref (reading->row);
  g_object_unref (reading->item);
  g_free (reading->name);
  g_free (reading);
}

static void
read_cb (GObject *file,
         GAsyncResult *result,
         gpointer data)
{
  Reading *reading = data;
  HwEntrySession *session = hw_question_row_get_session (HW_QUESTION_ROW (reading->row));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (file), result, NULL, &error);

  if (bytes != NULL && hw_interview_attach (get_interview (reading->row), reading->item, reading->name, bytes, &error))
    hw_entry_session_keep_draft (session, reading->item, NULL, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hw_entry_session_keep_draft (session, reading->item, reading->name, error->message);
  free_reading (reading);
}

/**
 * hw_image_row_take_file:
 * @self: a row
 * @file: a file that was chosen or dropped
 *
 * Makes it the answer as soon as it has been read.
 */
void
hw_image_row_take_file (HwImageRow *self,
                        GFile *file)
{
  Reading *reading;

  g_return_if_fail (HW_IS_IMAGE_ROW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->row = g_object_ref (self);
  reading->item = g_object_ref (get_item (self));
  reading->name = g_file_get_basename (file);
  g_file_load_bytes_async (file, self->reading, read_cb, reading);
}

static void
chosen_cb (GtkWidget *from,
           const char *path,
           gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  hw_image_row_take_file (HW_IMAGE_ROW (from), file);
  hw_question_row_take_focus (HW_QUESTION_ROW (from), FALSE);
}

static void
choose_cb (HwImageRow *self)
{
  static const HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .title = N_("Choose a picture"),
    .accept = N_("Choose"),
    .filter_label = N_("Pictures"),
    .pattern = "*.png *.jpg *.jpeg *.webp *.gif *.tif *.tiff *.bmp *.heic *.avif *.PNG *.JPG *.JPEG",
  };

  hw_file_choice_ask (GTK_WIDGET (self), &choice, chosen_cb, NULL);
}

static void
remove_cb (HwImageRow *self)
{
  HwEntrySession *session = hw_question_row_get_session (HW_QUESTION_ROW (self));
  g_autoptr (HwValue) empty = hw_value_new_missing (HW_MISSING_NOT_ANSWERED);

  hw_entry_session_keep_draft (session, get_item (self), NULL, NULL);
  hw_entry_session_answer (session, get_item (self), empty, NULL);
  hw_question_row_take_focus (HW_QUESTION_ROW (self), FALSE);
}

static void
show_cb (HwImageRow *self)
{
  if (self->texture != NULL)
    hw_picture_window_show (GTK_WIDGET (self), GDK_PAINTABLE (self->texture), gtk_label_get_label (GTK_LABEL (self->name)));
}

static gboolean
drop_cb (HwImageRow *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  if (files->next != NULL)
    {
      refuse (self, "", _("Drop one picture: the question takes one."));
      return FALSE;
    }
  hw_question_row_take_focus (HW_QUESTION_ROW (self), FALSE);
  hw_image_row_take_file (self, files->data);
  return TRUE;
}

/* Space presses the button as everywhere; Enter goes on, as everywhere on the page. Delete takes the picture away. */
static gboolean
key_pressed_cb (HwImageRow *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    {
      remove_cb (self);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  hw_question_row_go_on (HW_QUESTION_ROW (self));
  return GDK_EVENT_STOP;
}

static void
hw_image_row_show_value (HwQuestionRow *row)
{
  HwImageRow *self = HW_IMAGE_ROW (row);
  const char *name = hw_value_get_text (hw_item_get_value (get_item (self)));
  g_autoptr (GBytes) bytes = name != NULL ? hw_interview_dup_file (get_interview (self), name) : NULL;
  g_autofree char *text = NULL;

  g_clear_object (&self->texture);
  if (bytes != NULL)
    self->texture = hw_media_read_picture (bytes);
  if (name != NULL && bytes == NULL)
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("“%s” is named here, but the picture is not in the survey."), name);
  else if (name != NULL && self->texture == NULL)
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("“%s” is kept, but cannot be shown here."), name);
  hw_thumbnail_set_picture (HW_THUMBNAIL (self->picture), GDK_PAINTABLE (self->texture));
  gtk_widget_set_visible (self->show, self->texture != NULL);
  gtk_label_set_label (GTK_LABEL (self->name), text != NULL ? text : name != NULL ? name : "");
  gtk_widget_set_visible (self->name, name != NULL);
  gtk_widget_set_visible (self->remove, name != NULL);
  gtk_label_set_label (GTK_LABEL (self->choose_label), name != NULL ? _("Choose another…") : _("Choose a picture…"));
}

static void
hw_image_row_show_item (HwQuestionRow *row)
{
  hw_question_row_set_hint_end (row, _("Space chooses; a file can be dropped here; Delete takes it away"));
}

static gboolean
hw_image_row_settle (HwQuestionRow *row)
{
  return hw_entry_session_get_draft (hw_question_row_get_session (row), hw_question_row_get_item (row), NULL) == NULL;
}

static GtkWidget *
hw_image_row_get_control (HwQuestionRow *row,
                          gboolean from_below)
{
  return HW_IMAGE_ROW (row)->choose;
}

static void
hw_image_row_dispose (GObject *object)
{
  HwImageRow *self = HW_IMAGE_ROW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (hw_image_row_parent_class)->dispose (object);
}

static GtkWidget *
make_buttons (HwImageRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->choose = gtk_button_new ();
  self->choose_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("image-x-generic-symbolic"));
  gtk_box_append (GTK_BOX (content), self->choose_label);
  gtk_button_set_child (GTK_BUTTON (self->choose), content);
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  gtk_box_append (GTK_BOX (line), self->choose);
  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_tooltip_text (self->remove, _("Take the picture away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take the picture away"), -1);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (line), self->remove);
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->name, "beside");
  gtk_box_append (GTK_BOX (line), self->name);
  return line;
}

static void
hw_image_row_constructed (GObject *object)
{
  HwImageRow *self = HW_IMAGE_ROW (object);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (hw_image_row_parent_class)->constructed (object);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "drop-place");
  self->picture = hw_thumbnail_new (MOST_WIDTH, MOST_HEIGHT);
  self->show = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->show), self->picture);
  gtk_widget_add_css_class (self->show, "flat");
  gtk_widget_add_css_class (self->show, "picture");
  gtk_widget_set_halign (self->show, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->show, _("Show the picture large"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show the picture large"), -1);
  g_signal_connect_swapped (self->show, "clicked", G_CALLBACK (show_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->show);
  gtk_box_append (GTK_BOX (self->box), make_buttons (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->box, GTK_EVENT_CONTROLLER (target));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->choose, keys);
  hw_question_row_add_control (HW_QUESTION_ROW (self), self->box, self->choose, NULL);
}

static void
hw_image_row_class_init (HwImageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  object_class->constructed = hw_image_row_constructed;
  object_class->dispose = hw_image_row_dispose;
  row_class->show_item = hw_image_row_show_item;
  row_class->show_value = hw_image_row_show_value;
  row_class->settle = hw_image_row_settle;
  row_class->get_control = hw_image_row_get_control;
}

static void
hw_image_row_init (HwImageRow *self)
{
}
