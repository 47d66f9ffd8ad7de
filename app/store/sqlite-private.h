/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "store/database-private.h"

G_BEGIN_DECLS

/* What database.c and statement.c share; no other file of the store sees SQLite. */

struct _HwDatabase
{
  sqlite3 *handle;
  char *path;
  char *name;        /* for people */
  GHashTable *idle;  /* SQL -> HwStatement that nobody uses just now */
  gboolean read_only; /* to look only, whatever the disk allows */
  guint depth;
  gboolean doomed;   /* somebody inside wished for a rollback */
  const char *place; /* of the outermost begin */
};

struct _HwStatement
{
  HwDatabase *database;
  sqlite3_stmt *handle;
  char *sql;
};

void  hw_database_set_error  (HwDatabase   *self,
                              int           code,
                              const char   *sql,
                              GError      **error);
void  hw_statement_free      (gpointer      data);

G_END_DECLS
