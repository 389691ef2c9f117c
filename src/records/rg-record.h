/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "rg-day.h"

G_BEGIN_DECLS

/**
 * RgKind:
 * @RG_KIND_REF: the id of another record; 0 = none, stored as NULL
 * @RG_KIND_INT: a whole number
 * @RG_KIND_BOOL: yes or no
 * @RG_KIND_TEXT: UTF-8 text; empty is the same as none, stored as NULL
 * @RG_KIND_MONEY: minor units of the currency that the record's `currency` column names
 * @RG_KIND_PERCENT: hundredths of a percent
 * @RG_KIND_TIME: microseconds UTC; 0 = unset, stored as NULL
 * @RG_KIND_DAY: an #RgDay; 0 = unset, stored as NULL, else as ISO text
 * @RG_KIND_ENUM: an enumeration, stored as its word
 * @RG_KIND_BYTES: a #GBytes, stored as a BLOB
 *
 * What kind of value a field of a record holds.
 */
typedef enum
{
  RG_KIND_REF,
  RG_KIND_INT,
  RG_KIND_BOOL,
  RG_KIND_TEXT,
  RG_KIND_MONEY,
  RG_KIND_PERCENT,
  RG_KIND_TIME,
  RG_KIND_DAY,
  RG_KIND_ENUM,
  RG_KIND_BYTES,
} RgKind;

/**
 * RgFieldFlags:
 * @RG_FIELD_REQUIRED: may not be empty or unset
 * @RG_FIELD_DERIVED: computed from other rows in the same transaction; not in the journal, not in exports
 * @RG_FIELD_FIXED: set when the record is made and never changed
 * @RG_FIELD_SECRET: never in an export, a log or the journal
 * @RG_FIELD_STAFF_ONLY: never in anything the customer sees
 *
 * What is peculiar about a field.
 */
typedef enum
{
  RG_FIELD_REQUIRED = 1 << 0,
  RG_FIELD_DERIVED = 1 << 1,
  RG_FIELD_FIXED = 1 << 2,
  RG_FIELD_SECRET = 1 << 3,
  RG_FIELD_STAFF_ONLY = 1 << 4,
} RgFieldFlags;

/* A label that other languages have different words for, depending on what it is of: RG_LABEL_OF ("order", "Open"). */
#define RG_LABEL_OF(context, text) context "\004" text

/* One value of an enumeration. */
typedef struct
{
  const char *name;  /* in C: "RG_NOTE_KIND_EMAIL" */
  const char *word;  /* as stored, and as its nick: "email" */
  const char *label; /* as shown, marked with N_() or RG_LABEL_OF() */
} RgWord;

/* An enumeration whose values count from 0: its words by value. */
typedef struct
{
  GType (*get_type) (void);
  const RgWord *words;
  guint n_words;
} RgWords;

/* One line of RG_DEFINE_WORDS(). */
#define RG_WORD(VALUE, WORD, LABEL) [VALUE] = { #VALUE, WORD, LABEL }

/* Defines the GType of an enumeration and the RgWords `type_name##_words`, from a line a value. */
#define RG_DEFINE_WORDS(TypeName, type_name, ...)                                                                      \
  static const RgWord type_name##_word_list[] = { __VA_ARGS__ };                                                       \
  const RgWords type_name##_words                                                                                      \
    = { type_name##_get_type, type_name##_word_list, G_N_ELEMENTS (type_name##_word_list) };                           \
  GType type_name##_get_type (void)                                                                                    \
  {                                                                                                                    \
    static GType type;                                                                                                 \
    if (g_once_init_enter (&type))                                                                                     \
      g_once_init_leave (&type, rg_words_register (&type_name##_words, #TypeName));                                    \
    return type;                                                                                                       \
  }

typedef struct
{
  const char *column; /* as in the file; the property is the same with dashes */
  const char *label;  /* as shown, marked for translation */
  const RgWords *words;
  const char *refers; /* for RG_KIND_REF: the name of the record type */
  RgKind kind;
  RgFieldFlags flags;
  gsize offset;
} RgField;

typedef struct
{
  const char *name;  /* in the journal, JSON and on the command line: "note" */
  const char *table; /* in the file */
  const char *label; /* as shown, marked for translation */
  const RgField *fields;
  guint n_fields;
  GType (*get_type) (void);
} RgRecordType;

/* One line of a field table. A line whose kind does not fit the C type of its member does not compile. */
#define RG_FIELD_(T, m, K, C, L, ...)                                                                                  \
  { .column = #m,                                                                                                      \
    .label = (L),                                                                                                      \
    .kind = (K),                                                                                                       \
    .offset = G_STRUCT_OFFSET (T, m) + 0 * sizeof (char[_Generic (((T *) 0)->m, C: 1)]),                               \
    __VA_ARGS__ }
#define RG_REF(T, m, L, R, ...) RG_FIELD_ (T, m, RG_KIND_REF, gint64, L, .refers = (R), ##__VA_ARGS__)
#define RG_INT(T, m, L, ...) RG_FIELD_ (T, m, RG_KIND_INT, gint64, L, ##__VA_ARGS__)
#define RG_BOOL(T, m, L, ...) RG_FIELD_ (T, m, RG_KIND_BOOL, gboolean, L, ##__VA_ARGS__)
#define RG_TEXT(T, m, L, ...) RG_FIELD_ (T, m, RG_KIND_TEXT, char *, L, ##__VA_ARGS__)
#define RG_MONEY(T, m, L, ...) RG_FIELD_ (T, m, RG_KIND_MONEY, gint64, L, ##__VA_ARGS__)
#define RG_PERCENT(T, m, L, ...) RG_FIELD_ (T, m, RG_KIND_PERCENT, gint64, L, ##__VA_ARGS__)
#define RG_TIME(T, m, L, ...) RG_FIELD_ (T, m, RG_KIND_TIME, gint64, L, ##__VA_ARGS__)
#define RG_DAY(T, m, L, ...) RG_FIELD_ (T, m, RG_KIND_DAY, RgDay, L, ##__VA_ARGS__)
#define RG_ENUM(T, m, E, W, L, ...) RG_FIELD_ (T, m, RG_KIND_ENUM, E, L, .words = (W), ##__VA_ARGS__)
#define RG_BYTES(T, m, L, ...) RG_FIELD_ (T, m, RG_KIND_BYTES, GBytes *, L, ##__VA_ARGS__)

#define RG_TYPE_RECORD (rg_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (RgRecord, rg_record, RG, RECORD, GObject)

struct _RgRecordClass
{
  GObjectClass parent_class;

  const RgRecordType *type;
};

/* Defines the GType, its class_init, and the RgRecordType `type_name##_type` from `type_name##_fields`. */
#define RG_DEFINE_RECORD(TypeName, type_name, NAME, TABLE, LABEL)                                                      \
  const RgRecordType type_name##_type                                                                                  \
    = { NAME, TABLE, LABEL, type_name##_fields, G_N_ELEMENTS (type_name##_fields), type_name##_get_type };             \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, RG_TYPE_RECORD)                                                            \
  static void type_name##_class_init (TypeName##Class *klass)                                                          \
  {                                                                                                                    \
    rg_record_class_setup (RG_RECORD_CLASS (klass), &type_name##_type);                                                \
  }

void rg_record_class_setup (RgRecordClass *klass, const RgRecordType *type);

gint64 rg_record_get_id (RgRecord *self);
void rg_record_set_id (RgRecord *self, gint64 id);
const RgRecordType *rg_record_get_record_type (RgRecord *self);
RgRecord *rg_record_new (const RgRecordType *type);
RgRecord *rg_record_copy (RgRecord *self);
gboolean rg_record_assign (RgRecord *self, RgRecord *from);
gboolean rg_record_is_field_equal (RgRecord *self, RgRecord *other, const RgField *field);
gboolean rg_record_is_field_empty (RgRecord *self, const RgField *field);
gboolean rg_record_is_field_nought (RgRecord *self, const RgField *field);
gboolean rg_record_check_required (RgRecord *self, GError **error);

/* A field's place in a record, for the store. */
#define RG_RECORD_MEMBER(self, field, C) (*(C *) ((guint8 *) (self) + (field)->offset))

/* Text of a field: as files and the journal have it, and as a person reads it. */
char *rg_record_dup_field_text (RgRecord *self, const RgField *field);
gboolean rg_record_set_field_text (RgRecord *self, const RgField *field, const char *text, GError **error);
char *rg_record_dup_field_display (RgRecord *self, const RgField *field);

JsonNode *rg_record_field_to_json (RgRecord *self, const RgField *field);
gboolean rg_record_field_from_json (RgRecord *self, const RgField *field, JsonNode *node, GError **error);
JsonNode *rg_record_to_json (RgRecord *self);
gboolean rg_record_from_json (RgRecord *self, JsonObject *object, GError **error);

const char *rg_field_get_property (const RgField *field);
const RgField *rg_record_type_find_field (const RgRecordType *type, const char *column);
const RgRecordType *rg_record_type_find (const char *name);
const RgRecordType *const *rg_record_types (guint *n_types);

GType rg_words_register (const RgWords *words, const char *type_name);
const char *rg_words_get (const RgWords *words, guint value);
const char *rg_words_get_label (const RgWords *words, guint value);
char *rg_words_dup_list (const RgWords *words);
gboolean rg_words_find (const RgWords *words, const char *word, guint *value);
gboolean rg_words_parse (const RgWords *words, const char *text, guint *value);

G_END_DECLS
