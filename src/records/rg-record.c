/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-record.h"

/* The abstract record: from the one const table of a type come its properties with notify, and copying.
 * rg-record-fields.c compares fields and checks what is required, rg-record-text.c has text and JSON. */

typedef struct
{
  gint64 id;
} RgRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RgRecord, rg_record, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  N_BASE_PROPS
};

static GParamSpec *base_props[N_BASE_PROPS];
static GQuark specs_quark;

/* The GParamSpecs of a type's fields, in the order of its table. */
static GParamSpec **
get_specs (GObject *object)
{
  return g_type_get_qdata (G_OBJECT_TYPE (object), specs_quark);
}

static void
rg_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  const RgRecordType *type = RG_RECORD_GET_CLASS (object)->type;
  const RgField *field = &type->fields[prop_id - N_BASE_PROPS];

  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
      g_value_set_int64 (value, RG_RECORD_MEMBER (object, field, gint64));
      break;
    case RG_KIND_BOOL:
      g_value_set_boolean (value, RG_RECORD_MEMBER (object, field, gboolean));
      break;
    case RG_KIND_TEXT:
      g_value_set_string (value, RG_RECORD_MEMBER (object, field, char *));
      break;
    case RG_KIND_DAY:
      g_value_set_uint (value, RG_RECORD_MEMBER (object, field, RgDay));
      break;
    case RG_KIND_ENUM:
      g_value_set_enum (value, RG_RECORD_MEMBER (object, field, gint));
      break;
    case RG_KIND_BYTES:
      g_value_set_boxed (value, RG_RECORD_MEMBER (object, field, GBytes *));
      break;
    }
}

/* Empty text is the same as none, and so are bytes of no length. */
static gboolean
set_text (char **member, const char *text)
{
  return g_set_str (member, text != NULL && *text != '\0' ? text : NULL);
}

static gboolean
set_int64 (gint64 *member, gint64 value)
{
  if (*member == value)
    return FALSE;
  *member = value;
  return TRUE;
}

static gboolean
set_int (gint *member, gint value)
{
  if (*member == value)
    return FALSE;
  *member = value;
  return TRUE;
}

static gboolean
set_bytes (GBytes **member, GBytes *value)
{
  if (value != NULL && g_bytes_get_size (value) == 0)
    value = NULL;
  if (*member == value || (*member != NULL && value != NULL && g_bytes_equal (*member, value)))
    return FALSE;
  g_clear_pointer (member, g_bytes_unref);
  *member = value != NULL ? g_bytes_ref (value) : NULL;
  return TRUE;
}

static void
rg_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  const RgRecordType *type = RG_RECORD_GET_CLASS (object)->type;
  const RgField *field = &type->fields[prop_id - N_BASE_PROPS];
  gboolean changed = FALSE;

  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
      changed = set_int64 (&RG_RECORD_MEMBER (object, field, gint64), g_value_get_int64 (value));
      break;
    case RG_KIND_BOOL:
      changed = set_int (&RG_RECORD_MEMBER (object, field, gint), g_value_get_boolean (value));
      break;
    case RG_KIND_TEXT:
      changed = set_text (&RG_RECORD_MEMBER (object, field, char *), g_value_get_string (value));
      break;
    case RG_KIND_DAY:
      changed = set_int (&RG_RECORD_MEMBER (object, field, gint), (gint) g_value_get_uint (value));
      break;
    case RG_KIND_ENUM:
      changed = set_int (&RG_RECORD_MEMBER (object, field, gint), g_value_get_enum (value));
      break;
    case RG_KIND_BYTES:
      changed = set_bytes (&RG_RECORD_MEMBER (object, field, GBytes *), g_value_get_boxed (value));
      break;
    }

  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
rg_record_get_base_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int64 (value, rg_record_get_id (RG_RECORD (object)));
}

static void
rg_record_set_base_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  rg_record_set_id (RG_RECORD (object), g_value_get_int64 (value));
}

static void
rg_record_finalize (GObject *object)
{
  const RgRecordType *type = RG_RECORD_GET_CLASS (object)->type;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];

      if (field->kind == RG_KIND_TEXT)
        g_free (RG_RECORD_MEMBER (object, field, char *));
      else if (field->kind == RG_KIND_BYTES)
        g_clear_pointer (&RG_RECORD_MEMBER (object, field, GBytes *), g_bytes_unref);
    }

  G_OBJECT_CLASS (rg_record_parent_class)->finalize (object);
}

static void
rg_record_init (RgRecord *self)
{
}

static void
rg_record_class_init (RgRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rg_record_get_base_property;
  object_class->set_property = rg_record_set_base_property;
  object_class->finalize = rg_record_finalize;

  /**
   * RgRecord:id:
   *
   * The record's id; 0 until it is saved.
   */
  base_props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_BASE_PROPS, base_props);
  specs_quark = g_quark_from_static_string ("rg-record-specs");
}

static GParamSpec *
make_spec (const RgField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const char *name = rg_field_get_property (field);

  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case RG_KIND_BOOL:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case RG_KIND_TEXT:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case RG_KIND_DAY:
      return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    case RG_KIND_ENUM:
      return g_param_spec_enum (name, NULL, NULL, field->words->get_type (), 0, flags);
    case RG_KIND_BYTES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_BYTES, flags);
    }
  g_assert_not_reached ();
}

/**
 * rg_record_class_setup: (skip)
 * @klass: the class of a record type
 * @type: its table
 *
 * Installs the properties that @type describes. Every class_init of a record type calls this and nothing else; GObject
 * clears get_property and set_property in each derived class, which is why they are set here.
 */
void
rg_record_class_setup (RgRecordClass *klass, const RgRecordType *type)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamSpec **specs = g_new0 (GParamSpec *, type->n_fields);

  klass->type = type;
  object_class->get_property = rg_record_get_property;
  object_class->set_property = rg_record_set_property;

  for (guint i = 0; i < type->n_fields; i++)
    {
      specs[i] = make_spec (&type->fields[i]);
      g_object_class_install_property (object_class, N_BASE_PROPS + i, specs[i]);
    }
  g_type_set_qdata (G_OBJECT_CLASS_TYPE (klass), specs_quark, specs);
}

/**
 * rg_record_get_id:
 * @self: a record
 *
 * Returns: its id; 0 until it is saved
 */
gint64
rg_record_get_id (RgRecord *self)
{
  RgRecordPrivate *priv = rg_record_get_instance_private (self);

  return priv->id;
}

/**
 * rg_record_set_id:
 * @self: a record
 * @id: its id
 */
void
rg_record_set_id (RgRecord *self, gint64 id)
{
  RgRecordPrivate *priv = rg_record_get_instance_private (self);

  if (set_int64 (&priv->id, id))
    g_object_notify_by_pspec (G_OBJECT (self), base_props[PROP_ID]);
}

/**
 * rg_record_get_record_type: (skip)
 * @self: a record
 *
 * Returns: the table of its type
 */
const RgRecordType *
rg_record_get_record_type (RgRecord *self)
{
  return RG_RECORD_GET_CLASS (self)->type;
}

/**
 * rg_record_new: (skip)
 * @type: a record type
 *
 * Returns: (transfer full): an empty record of @type
 */
RgRecord *
rg_record_new (const RgRecordType *type)
{
  return g_object_new (type->get_type (), NULL);
}

/**
 * rg_record_copy: (skip)
 * @self: a record
 *
 * Returns: (transfer full): a record of the same type with the same id and values
 */
RgRecord *
rg_record_copy (RgRecord *self)
{
  RgRecord *copy = rg_record_new (rg_record_get_record_type (self));

  rg_record_assign (copy, self);
  return copy;
}

/**
 * rg_record_assign: (skip)
 * @self: a record
 * @from: another of the same type
 *
 * Makes @self equal to @from. Only what differs is notified.
 *
 * Returns: whether anything differed
 */
gboolean
rg_record_assign (RgRecord *self, RgRecord *from)
{
  const RgRecordType *type = rg_record_get_record_type (self);
  GParamSpec **specs;
  gboolean any = FALSE;

  g_return_val_if_fail (rg_record_get_record_type (from) == type, FALSE);

  specs = get_specs (G_OBJECT (self));
  g_object_freeze_notify (G_OBJECT (self));
  rg_record_set_id (self, rg_record_get_id (from));
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (rg_record_is_field_equal (self, from, &type->fields[i]))
        continue;
      any = TRUE;
      g_value_init (&value, G_PARAM_SPEC_VALUE_TYPE (specs[i]));
      rg_record_get_property (G_OBJECT (from), N_BASE_PROPS + i, &value, specs[i]);
      rg_record_set_property (G_OBJECT (self), N_BASE_PROPS + i, &value, specs[i]);
    }
  g_object_thaw_notify (G_OBJECT (self));

  return any;
}
