/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/application/application.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

/* One program per process, a window and a folder per test; a window that outlives its test fails it. */
typedef struct
{
  HwWindow *window;
  char *folder;
} WindowFixture;

/* Runs the main loop until it is so, or fails after a minute: sanitizers and busy machines are slow. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 end_ = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;                                   \
    while (!(condition))                                                                           \
      {                                                                                            \
        if (g_get_monotonic_time () > end_)                                                        \
          g_error ("%s:%d: waited in vain for: %s", __FILE__, __LINE__, #condition);               \
        if (!g_main_context_iteration (NULL, FALSE))                                               \
          g_usleep (2000);                                                                         \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

void          window_fixture_init          (int           *argc,
                                            char        ***argv);
HwApplication *window_fixture_get_application (void);
void          window_fixture_set_up        (WindowFixture *fixture,
                                            gconstpointer  data);
void          window_fixture_tear_down     (WindowFixture *fixture,
                                            gconstpointer  data);

char         *window_fixture_dup_path      (WindowFixture *fixture,
                                            const char    *name);
/* A survey of the shipped questionnaire: two interviews under way, one completed, one returned, one approved */
char         *window_fixture_create_survey (WindowFixture *fixture,
                                            const char    *name);
/* Keys of the keyboard, such as "ctrl+k", as the X server gives them; FALSE when there is nobody to press them */
gboolean      window_fixture_press         (WindowFixture *fixture,
                                            const char    *keys);
void          window_fixture_write         (WindowFixture *fixture,
                                            const char    *name,
                                            const char    *text);
/* The widget with that id of a template, somewhere inside */
gpointer      window_fixture_find          (gpointer       inside,
                                            const char    *id);

#define window_fixture_add(path, func)                                                             \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

G_END_DECLS
