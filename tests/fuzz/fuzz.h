/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What libFuzzer calls with bytes of its making, and replay.c with what it found once. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
