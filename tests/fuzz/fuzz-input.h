/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/* The bytes of a fuzzer, taken one choice after the other. Where they end, every choice is 0 and every text empty. */
typedef struct
{
  const uint8_t *data;
  gsize size;
} FuzzInput;

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

guint fuzz_take_below (FuzzInput *input, guint n);
gint64 fuzz_take_int (FuzzInput *input);
GBytes *fuzz_take_bytes (FuzzInput *input);
char *fuzz_take_text (FuzzInput *input);
char *fuzz_take_rest (FuzzInput *input);

void fuzz_check_error (gboolean understood, const GError *error);

G_END_DECLS
