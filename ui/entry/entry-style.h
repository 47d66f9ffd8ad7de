/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void hw_entry_style_load (void);
