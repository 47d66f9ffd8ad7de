/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/problem.h"

G_BEGIN_DECLS

/* What scripts of offices rely on; see README.md. */
enum
{
  HW_EXIT_DONE = 0,
  HW_EXIT_FINDINGS = 1, /* done, but there are faults or refused lines */
  HW_EXIT_NOT_DONE = 2,
};

typedef struct
{
  const char *name;
  const char *summary; /* one line, marked for translation with N_() */
  int (*run) (int    argc,
              char **argv); /* argv[0] is the name of the command */
} HwCommand;

int       hw_command_check      (int argc, char **argv);
int       hw_command_explain    (int argc, char **argv);
int       hw_command_columns    (int argc, char **argv);
int       hw_command_new        (int argc, char **argv);
int       hw_command_import     (int argc, char **argv);
int       hw_command_fill       (int argc, char **argv);
int       hw_command_evaluate   (int argc, char **argv);
int       hw_command_list       (int argc, char **argv);
int       hw_command_show       (int argc, char **argv);
int       hw_command_trail      (int argc, char **argv);
int       hw_command_verify     (int argc, char **argv);
int       hw_command_findings   (int argc, char **argv);
int       hw_command_review     (int argc, char **argv);
int       hw_command_progress   (int argc, char **argv);
int       hw_command_tabulate   (int argc, char **argv);
int       hw_command_export     (int argc, char **argv);

gboolean  hw_command_parse      (const char    *usage,
                                 const char    *description,
                                 GOptionEntry  *entries,
                                 int            min_arguments,
                                 int            max_arguments,
                                 int           *argc,
                                 char        ***argv);
int       hw_command_fail       (GError        *error);
void      hw_command_print_problems (HwProblems *problems);

G_END_DECLS
