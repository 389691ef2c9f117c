/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-import-seen.h"

/* A table of fingerprints with open addressing, at most four fifths full; 0 is an empty place. */
struct _RgImportSeen
{
  guint64 *places;
  guint64 n_places;
  guint64 n_keys;
};

#define MIN_PLACES 1024

/* FNV-1a over the bytes, then mixed as splitmix64 does. */
static guint64
make_fingerprint (const char *key)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *key != '\0'; key++)
    hash = (hash ^ (guint8) *key) * G_GUINT64_CONSTANT (0x100000001b3);
  hash = (hash ^ (hash >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash = (hash ^ (hash >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  hash ^= hash >> 31;
  return hash != 0 ? hash : 1;
}

/** rg_import_seen_new: @n_expected: about how many keys there will be. Returns: (transfer full): no keys yet */
RgImportSeen *
rg_import_seen_new (guint64 n_expected)
{
  RgImportSeen *self = g_new0 (RgImportSeen, 1);

  self->n_places = MAX (MIN_PLACES, n_expected / 3 * 4);
  self->places = g_new0 (guint64, self->n_places);
  return self;
}

static gboolean
put (RgImportSeen *self, guint64 fingerprint)
{
  guint64 place = fingerprint % self->n_places;

  while (self->places[place] != 0)
    {
      if (self->places[place] == fingerprint)
        return FALSE;
      if (++place == self->n_places)
        place = 0;
    }
  self->places[place] = fingerprint;
  return TRUE;
}

static void
grow (RgImportSeen *self)
{
  g_autofree guint64 *old = g_steal_pointer (&self->places);
  guint64 n_old = self->n_places;

  self->n_places *= 2;
  self->places = g_new0 (guint64, self->n_places);
  for (guint64 i = 0; i < n_old; i++)
    if (old[i] != 0)
      put (self, old[i]);
}

/** rg_import_seen_add: @key: a key. Returns: whether it is met for the first time */
gboolean
rg_import_seen_add (RgImportSeen *self, const char *key)
{
  if (!put (self, make_fingerprint (key)))
    return FALSE;
  if (++self->n_keys * 5 > self->n_places * 4)
    grow (self);
  return TRUE;
}

/** rg_import_seen_free: @self: (transfer full): keys */
void
rg_import_seen_free (RgImportSeen *self)
{
  g_free (self->places);
  g_free (self);
}
