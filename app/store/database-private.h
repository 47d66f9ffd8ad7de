/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * One connection to one survey file, and its statements. database.c and statement.c are the
 * only files of the store that know SQLite; a connection is used by one thread at a time.
 *
 * Transactions nest by a counter. A rollback wished for at any depth is remembered: the outermost commit
 * then rolls back and says so. Writers begin with IMMEDIATE, so that nobody starts to write in the middle
 * of a read and finds the file changed.
 */
typedef struct _HwDatabase HwDatabase;
typedef struct _HwStatement HwStatement;

typedef enum
{
  HW_DATABASE_READ,
  HW_DATABASE_WRITE,
  HW_DATABASE_CREATE,
} HwDatabaseMode;

HwDatabase  *hw_database_open             (const char      *path,
                                           HwDatabaseMode   mode,
                                           GError         **error);
void         hw_database_close            (HwDatabase      *self);
const char  *hw_database_get_path         (HwDatabase      *self);
void         hw_database_set_name         (HwDatabase      *self,
                                           const char      *path);
gboolean     hw_database_is_read_only     (HwDatabase      *self);
gboolean     hw_database_use_wal          (HwDatabase      *self,
                                           GError         **error);
gboolean     hw_database_run              (HwDatabase      *self,
                                           const char      *script,
                                           GError         **error);
gboolean     hw_database_get_integer      (HwDatabase      *self,
                                           const char      *sql,
                                           gint64          *result,
                                           GError         **error);
gboolean     hw_database_backup           (HwDatabase      *self,
                                           const char      *path,
                                           GError         **error);
void         hw_database_limit_pages      (HwDatabase      *self,
                                           guint            n_pages); /* 0: no limit beyond the pages that are there */

#define hw_database_begin(self, error) hw_database_begin_at ((self), G_STRLOC, (error))
gboolean     hw_database_begin_at         (HwDatabase      *self,
                                           const char      *place,
                                           GError         **error);
gboolean     hw_database_begin_read       (HwDatabase      *self,
                                           GError         **error);
gboolean     hw_database_commit           (HwDatabase      *self,
                                           GError         **error);
void         hw_database_rollback         (HwDatabase      *self);
guint        hw_database_get_depth        (HwDatabase      *self);

HwStatement *hw_database_prepare          (HwDatabase      *self,
                                           const char      *sql,
                                           GError         **error);
void         hw_statement_release         (HwStatement     *self);
void         hw_statement_bind_text       (HwStatement     *self,
                                           const char      *name,
                                           const char      *text);  /* (nullable): NULL binds NULL */
void         hw_statement_bind_integer    (HwStatement     *self,
                                           const char      *name,
                                           gint64           number);
void         hw_statement_bind_real       (HwStatement     *self,
                                           const char      *name,
                                           double           number);
void         hw_statement_bind_blob       (HwStatement     *self,
                                           const char      *name,
                                           gconstpointer    data,
                                           gsize            length);
gboolean     hw_statement_step            (HwStatement     *self,
                                           gboolean        *has_row,
                                           GError         **error);
gboolean     hw_statement_execute         (HwStatement     *self,
                                           GError         **error); /* to the end; ready for other values after it */
const char  *hw_statement_get_text        (HwStatement     *self,
                                           guint            column); /* (nullable), until the next step */
gint64       hw_statement_get_integer     (HwStatement     *self,
                                           guint            column);
double       hw_statement_get_real        (HwStatement     *self,
                                           guint            column);
gboolean     hw_statement_is_null         (HwStatement     *self,
                                           guint            column);
gconstpointer hw_statement_get_blob       (HwStatement     *self,
                                           guint            column,
                                           gsize           *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwDatabase, hw_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStatement, hw_statement_release)

G_END_DECLS
