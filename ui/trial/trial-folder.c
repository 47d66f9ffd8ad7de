/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/trial/trial-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PREFIX "homeward-trial-"
#define LOCK "lock"

struct _HwTrialFolder
{
  char *path;
  int lock; /* -1: none */
};

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* Whoever takes the lock is alone with the folder; the kernel gives it back when a program dies. */
static int
take_lock (const char *folder,
           int flags)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);
  int lock = g_open (path, flags | O_RDWR | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      close (lock);
      return -1;
    }
  return lock;
}

/**
 * hw_trial_folder_new:
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): an empty folder for one trial
 */
HwTrialFolder *
hw_trial_folder_new (GError **error)
{
  g_autoptr (HwTrialFolder) self = g_new0 (HwTrialFolder, 1);

  self->lock = -1;
  self->path = g_build_filename (g_get_user_runtime_dir (), PREFIX "XXXXXX", NULL);
  /* Without a session the runtime folder is the cache's, which need not be there. */
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  if (g_mkdtemp (self->path) == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   /* Translators: %s is the name of a folder. */
                   _("A trial needs a little room in “%s”, and nothing can be written there."),
                   g_get_user_runtime_dir ());
      g_clear_pointer (&self->path, g_free);
      return NULL;
    }
  self->lock = take_lock (self->path, O_CREAT);
  return g_steal_pointer (&self);
}

/**
 * hw_trial_folder_free:
 * @self: (transfer full): a folder
 *
 * Removes it with all that is in it.
 */
void
hw_trial_folder_free (HwTrialFolder *self)
{
  g_return_if_fail (self != NULL);

  if (self->path != NULL)
    remove_folder (self->path);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}

/**
 * hw_trial_folder_get_path:
 * @self: a folder
 *
 * Returns: (transfer none): where it is
 */
const char *
hw_trial_folder_get_path (HwTrialFolder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->path;
}

/**
 * hw_trial_folder_sweep:
 *
 * Removes the folders of trials that ended with their program: a crash, or a battery. A folder
 * without a lock was made this very moment, or its program died in that moment; it holds nothing.
 */
void
hw_trial_folder_sweep (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_user_runtime_dir (), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      int lock;

      if (!g_str_has_prefix (name, PREFIX))
        continue;
      path = g_build_filename (g_get_user_runtime_dir (), name, NULL);
      lock = take_lock (path, 0);
      if (lock < 0)
        continue;
      remove_folder (path);
      close (lock);
    }
}
