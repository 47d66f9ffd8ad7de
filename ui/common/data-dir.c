/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/data-dir.h"

/**
 * hw_data_dir_find:
 * @name: what is looked for, such as "plans/standard.csv"
 *
 * Looks among the files that are shipped with Homeward. The environment variable HOMEWARD_DATADIR
 * names another folder to look in, so that a build that is not installed finds its own.
 *
 * Returns: (nullable) (transfer full): the path, %NULL when it is not there
 */
char *
hw_data_dir_find (const char *name)
{
  const char *folder = g_getenv ("HOMEWARD_DATADIR");
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = g_build_filename (folder != NULL ? folder : PKGDATADIR, name, NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}
