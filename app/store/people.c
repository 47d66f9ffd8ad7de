/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/trail-private.h"

/**
 * hw_person_dup_name:
 *
 * HOMEWARD_USER in the environment stands in for the user's name, for tests and for a laptop that
 * several people share.
 *
 * Returns: (transfer full): who works just now, valid UTF-8, never empty
 */
char *
hw_person_dup_name (void)
{
  const char *name = g_getenv ("HOMEWARD_USER");

  if (name == NULL || *name == '\0')
    name = g_get_user_name ();
  if (name == NULL || *name == '\0')
    name = "unknown";
  return g_utf8_make_valid (name, -1);
}

/**
 * hw_person_ensure:
 * @database: a connection within a transaction
 * @name: a person
 * @error: return location
 *
 * Returns: whether the person is in the file now
 */
gboolean
hw_person_ensure (HwDatabase *database,
                  const char *name,
                  GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "INSERT INTO person (id, name) VALUES (:id, :name)"
                             " ON CONFLICT (name) DO NOTHING",
                             error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":id", id);
  hw_statement_bind_text (statement, ":name", name);
  return hw_statement_execute (statement, error);
}

/**
 * hw_clock_dup_now:
 *
 * Returns: (transfer full): the time in UTC as ISO 8601, to the millisecond
 */
char *
hw_clock_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (now) / 1000);
}
