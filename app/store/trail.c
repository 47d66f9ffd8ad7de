/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/trail-private.h"

#include <string.h>

#define HASH_LENGTH 32

/* The end of the trail: what the next row is chained to. */
typedef struct
{
  gint64 sequence;
  guint8 hash[HASH_LENGTH];
} Link;

static void
add_field (GChecksum *sum,
           const char *text)
{
  char length[32];

  if (text == NULL)
    {
      g_checksum_update (sum, (const guchar *) "-", 1);
      return;
    }
  g_snprintf (length, sizeof length, "%" G_GSIZE_FORMAT ":", strlen (text));
  g_checksum_update (sum, (const guchar *) length, -1);
  g_checksum_update (sum, (const guchar *) text, -1);
}

/* Moves @link on to @row; schema-1.sql says what the hash is of, so that others can check it too.
 */
static void
chain (Link *link,
       gint64 sequence,
       const HwTrailRow *row)
{
  const char *const fields[]
      = { row->interview_id, row->time,          row->person, row->kind,
          row->question,     row->row_id,        row->before, row->before_missing,
          row->after,        row->after_missing, row->reason };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = HASH_LENGTH;
  char number[32];

  g_checksum_update (sum, link->hash, HASH_LENGTH);
  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, sequence);
  add_field (sum, number);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (sum, fields[i]);
  g_checksum_get_digest (sum, link->hash, &length);
  link->sequence = sequence;
}

static gboolean
read_start (HwDatabase *database,
            Link *link,
            GError **error)
{
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database, "SELECT value FROM survey WHERE name = 'id'", error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = HASH_LENGTH;
  gboolean has_row;

  if (statement == NULL || !hw_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    g_checksum_update (sum, (const guchar *) hw_statement_get_text (statement, 0), -1);
  g_checksum_get_digest (sum, link->hash, &length);
  link->sequence = 0;
  return TRUE;
}

static gboolean
read_end (HwDatabase *database,
          Link *link,
          GError **error)
{
  g_autoptr (HwStatement) statement = hw_database_prepare (database,
                                                           "SELECT sequence, hash FROM answer_trail"
                                                           " ORDER BY sequence DESC LIMIT 1",
                                                           error);
  gconstpointer hash;
  gsize length;
  gboolean has_row;

  if (statement == NULL || !hw_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return read_start (database, link, error);
  hash = hw_statement_get_blob (statement, 1, &length);
  memset (link->hash, 0, HASH_LENGTH);
  memcpy (link->hash, hash, MIN (length, HASH_LENGTH));
  link->sequence = hw_statement_get_integer (statement, 0);
  return TRUE;
}

static void
bind_row (HwStatement *statement,
          const HwTrailRow *row)
{
  hw_statement_bind_text (statement, ":interview", row->interview_id);
  hw_statement_bind_text (statement, ":time", row->time);
  hw_statement_bind_text (statement, ":person", row->person);
  hw_statement_bind_text (statement, ":kind", row->kind);
  hw_statement_bind_text (statement, ":question", row->question);
  hw_statement_bind_text (statement, ":row", row->row_id);
  hw_statement_bind_text (statement, ":before", row->before);
  hw_statement_bind_text (statement, ":before_missing", row->before_missing);
  hw_statement_bind_text (statement, ":after", row->after);
  hw_statement_bind_text (statement, ":after_missing", row->after_missing);
  hw_statement_bind_text (statement, ":reason", row->reason);
}

/**
 * hw_trail_append:
 * @database: a connection within a transaction
 * @rows: what happened, oldest first
 * @n_rows: how many rows
 * @error: return location
 *
 * Adds rows to the end of the trail, each chained to the one before.
 *
 * Returns: %FALSE on failure
 */
gboolean
hw_trail_append (HwDatabase *database,
                 const HwTrailRow *rows,
                 guint n_rows,
                 GError **error)
{
  g_autoptr (HwStatement) statement = NULL;
  Link end;

  if (n_rows == 0)
    return TRUE;
  if (!read_end (database, &end, error))
    return FALSE;
  statement = hw_database_prepare (
      database,
      "INSERT INTO answer_trail (sequence, interview_id, time, person, kind, question, row_id,"
      " before, before_missing, after, after_missing, reason, hash)"
      " VALUES (:sequence, :interview, :time, :person, :kind, :question, :row,"
      " :before, :before_missing, :after, :after_missing, :reason, :hash)",
      error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      chain (&end, end.sequence + 1, &rows[i]);
      hw_statement_bind_integer (statement, ":sequence", end.sequence);
      bind_row (statement, &rows[i]);
      hw_statement_bind_blob (statement, ":hash", end.hash, HASH_LENGTH);
      if (!hw_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

static void
read_row (HwStatement *statement,
          HwTrailRow *row)
{
  const char **const fields[]
      = { &row->interview_id, &row->time,          &row->person, &row->kind,
          &row->question,     &row->row_id,        &row->before, &row->before_missing,
          &row->after,        &row->after_missing, &row->reason };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] = hw_statement_get_text (statement, i + 2);
}

/* Rows cut off at the end leave the chain whole; the counter of the table still knows of them. */
static gboolean
check_end (HwDatabase *database,
           gint64 last,
           gint64 *first_broken,
           GError **error)
{
  gint64 counted;

  if (!hw_database_get_integer (
          database, "SELECT seq FROM sqlite_sequence WHERE name = 'answer_trail'", &counted, error))
    return FALSE;
  *first_broken = counted > last ? last + 1 : 0;
  return TRUE;
}

/**
 * hw_trail_verify:
 * @database: a connection
 * @first_broken: (out): the first row that is not as it was written, or that is missing; 0 when the
 *   trail is whole
 * @error: return location
 *
 * Computes the chain again from its start.
 *
 * Returns: whether it could be computed; the result is in @first_broken
 */
gboolean
hw_trail_verify (HwDatabase *database,
                 gint64 *first_broken,
                 GError **error)
{
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;
  Link link;

  *first_broken = 0;
  if (!read_start (database, &link, error))
    return FALSE;
  statement = hw_database_prepare (
      database,
      "SELECT sequence, hash, interview_id, time, person, kind, question, row_id,"
      " before, before_missing, after, after_missing, reason"
      " FROM answer_trail ORDER BY sequence",
      error);
  if (statement == NULL)
    return FALSE;
  while (hw_statement_step (statement, &has_row, error))
    {
      gint64 sequence;
      gconstpointer hash;
      gsize length;
      HwTrailRow row;

      if (!has_row)
        return check_end (database, link.sequence, first_broken, error);
      sequence = hw_statement_get_integer (statement, 0);
      if (sequence != link.sequence + 1)
        {
          *first_broken = link.sequence + 1;
          return TRUE;
        }
      hash = hw_statement_get_blob (statement, 1, &length);
      read_row (statement, &row);
      chain (&link, sequence, &row);
      if (length != HASH_LENGTH || memcmp (hash, link.hash, HASH_LENGTH) != 0)
        {
          *first_broken = sequence;
          return TRUE;
        }
    }
  return FALSE;
}
