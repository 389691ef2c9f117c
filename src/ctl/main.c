/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <libdex.h>
#include <locale.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rg-ctl-print.h"
#include "rg-ctl.h"
#include "rg-default-file.h"
#include "rg-error.h"
#include "rg-future.h"
#include "rg-locale.h"

/* How long what is under way may take at the end. */
#define END_MSEC 5000

/* regularsctl: finds the command in the tables, reads its options, opens the file and runs it. Help, completion and the
 * checks of what was typed all come from the tables. */

static const RgCtlGroup *const groups[] = {
  &rg_ctl_file_group,         &rg_ctl_customer_group, &rg_ctl_details_group,    &rg_ctl_note_group,
  &rg_ctl_cancellation_group, &rg_ctl_order_group,    &rg_ctl_order_edit_group, &rg_ctl_cart_group,
  &rg_ctl_product_group,      &rg_ctl_ledger_group,   &rg_ctl_staff_group,      &rg_ctl_exchange_group,
  &rg_ctl_history_group,
};

/* What every command understands. */
static const RgCtlOption common[] = {
  { "file", "FILE", N_ ("The file to work on (else $REGULARS_FILE, else the file the window opens)") },
  { "json", NULL, N_ ("Print JSON") },
  { "staff", "NAME", N_ ("Who does it; a PIN is asked for, or taken from $REGULARS_PIN") },
  { "yes", NULL, N_ ("Go on in spite of warnings") },
  { "help", NULL, N_ ("Show help") },
  { "version", NULL, N_ ("Show the version") },
  { NULL },
};

static const RgCtlCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i]->n_commands; j++)
      if (g_str_equal (groups[i]->commands[j].name, name))
        return &groups[i]->commands[j];
  return NULL;
}

static const RgCtlOption *
find_option (const RgCtlOption *options, const char *name)
{
  for (; options != NULL && options->name != NULL; options++)
    if (g_str_equal (options->name, name))
      return options;
  return NULL;
}

static void
print_options (const RgCtlOption *options)
{
  for (; options != NULL && options->name != NULL; options++)
    {
      g_autofree char *left = g_strdup_printf ("--%s%s%s", options->name, options->value != NULL ? " " : "",
                                               options->value != NULL ? options->value : "");

      rg_ctl_print_pair (left, 24, _ (options->help));
    }
}

static void
print_exit_codes (void)
{
  printf ("\n%s\n",
          _ ("Ends with 0 when done, 1 when a rule or a right is in the way, 2 when the command line is wrong, 3 when "
             "something is not on file, 4 when the file can’t be opened, read or written."));
}

static void
print_help (const RgCtlCommand *command)
{
  if (command != NULL)
    {
      printf ("%s regularsctl %s%s%s\n\n%s\n", _ ("Usage:"), command->name, *command->args != '\0' ? " " : "",
              command->args, _ (command->help));
      if (command->options != NULL)
        {
          printf ("\n%s\n", _ ("Options:"));
          print_options (command->options);
        }
      printf ("\n%s\n", _ ("Options of every command:"));
      print_options (common);
      print_exit_codes ();
      return;
    }
  printf ("%s regularsctl [OPTION…] COMMAND [ARGUMENT…]\n", _ ("Usage:"));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      printf ("\n%s\n", _ (groups[i]->label));
      for (guint j = 0; j < groups[i]->n_commands; j++)
        {
          const RgCtlCommand *one = &groups[i]->commands[j];
          g_autofree char *left = g_strdup_printf ("%s %s", one->name, one->args);

          rg_ctl_print_pair (left, 34, _ (one->help));
        }
    }
  printf ("\n%s\n", _ ("Options:"));
  print_options (common);
  printf ("\n%s\n", _ ("“regularsctl COMMAND --help” tells more about a command."));
  print_exit_codes ();
}

/* For the completion of shells: the commands, or the options of one, a line each. */
static int
print_words (const char *name)
{
  const RgCtlCommand *command = name != NULL ? find_command (name) : NULL;

  if (name != NULL && command == NULL)
    return RG_CTL_EXIT_USAGE;
  for (guint i = 0; command == NULL && i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i]->n_commands; j++)
      puts (groups[i]->commands[j].name);
  for (const RgCtlOption *o = command != NULL ? command->options : NULL; o != NULL && o->name != NULL; o++)
    printf ("--%s%s\n", o->name, o->value != NULL ? "=" : "");
  for (const RgCtlOption *o = common; o->name != NULL; o++)
    printf ("--%s%s\n", o->name, o->value != NULL ? "=" : "");
  return RG_CTL_EXIT_OK;
}

/* "-20" is an amount, not an option. */
static gboolean
is_option (const char *arg)
{
  return arg[0] == '-' && arg[1] != '\0' && !g_ascii_isdigit (arg[1]) && arg[1] != '.' && arg[1] != ',';
}

static gboolean
take_option (RgCtl *ctl, const RgCtlCommand *command, char **argv, int *i, GError **error)
{
  const char *arg = argv[*i];
  const char *equals = strchr (arg, '=');
  g_autofree char *name = NULL;
  const RgCtlOption *option;

  if (g_str_equal (arg, "-h"))
    arg = "--help";
  name = g_str_has_prefix (arg, "--")
           ? g_strndup (arg + 2, equals != NULL ? (gsize) (equals - arg - 2) : strlen (arg + 2))
           : g_strdup (arg);
  option = find_option (common, name);
  if (option == NULL && command != NULL)
    option = find_option (command->options, name);
  if (option == NULL)
    {
      if (command != NULL)
        /* Translators: a command and an option */
        rg_ctl_set_usage_error (error, _ ("“%s” has no option %s."), command->name, argv[*i]);
      else
        rg_ctl_set_usage_error (error, _ ("There is no option %s; options of a command stand after it."), argv[*i]);
      return FALSE;
    }
  if (option->value == NULL)
    {
      if (equals != NULL)
        {
          rg_ctl_set_usage_error (error, _ ("--%s has no value."), option->name);
          return FALSE;
        }
      g_hash_table_insert (ctl->options, (gpointer) option->name, g_strdup (""));
      return TRUE;
    }
  if (equals == NULL && argv[*i + 1] == NULL)
    {
      rg_ctl_set_usage_error (error, _ ("--%s wants a value."), option->name);
      return FALSE;
    }
  g_hash_table_insert (ctl->options, (gpointer) option->name, g_strdup (equals != NULL ? equals + 1 : argv[++*i]));
  return TRUE;
}

/* Sorts what was typed into command, options and arguments. */
static gboolean
read_arguments (RgCtl *ctl, char **argv, const RgCtlCommand **command, GError **error)
{
  g_autoptr (GStrvBuilder) args = g_strv_builder_new ();
  gboolean only_args = FALSE;

  *command = NULL;
  for (int i = 1; argv[i] != NULL; i++)
    {
      if (!only_args && g_str_equal (argv[i], "--"))
        only_args = TRUE;
      else if (!only_args && is_option (argv[i]))
        {
          if (!take_option (ctl, *command, argv, &i, error))
            return FALSE;
        }
      else if (*command != NULL || only_args)
        g_strv_builder_add (args, argv[i]);
      else if (g_str_equal (argv[i], "help"))
        g_hash_table_insert (ctl->options, (gpointer) "help", g_strdup (""));
      else if ((*command = find_command (argv[i])) == NULL)
        {
          rg_ctl_set_usage_error (error, _ ("There is no command “%s”; “regularsctl --help” lists them."), argv[i]);
          return FALSE;
        }
    }
  ctl->args = g_strv_builder_end (args);
  ctl->n_args = g_strv_length (ctl->args);
  return TRUE;
}

static gboolean
check_arguments (RgCtl *ctl, const RgCtlCommand *command, GError **error)
{
  if (command == NULL)
    {
      rg_ctl_set_usage_error (error, "%s", _ ("Say what is to be done; “regularsctl --help” lists the commands."));
      return FALSE;
    }
  if (ctl->n_args >= command->min_args && ctl->n_args <= command->max_args)
    return TRUE;
  rg_ctl_set_usage_error (error, "%s regularsctl %s %s", _ ("Usage:"), command->name, command->args);
  return FALSE;
}

/* A file that lost all it had is not to become a new one by the way. */
static gboolean
is_empty (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info, of_log;

  return g_stat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_size == 0
         && (g_stat (log, &of_log) != 0 || of_log.st_size == 0);
}

static gboolean
run (RgCtl *ctl, const RgCtlCommand *command, GError **error)
{
  const char *file = rg_ctl_get (ctl, "file");

  if (file != NULL && *file == '\0')
    {
      rg_ctl_set_usage_error (error, _ ("--%s wants a value."), "file");
      return FALSE;
    }
  ctl->json = rg_ctl_has (ctl, "json");
  ctl->confirmed = rg_ctl_has (ctl, "yes");
  ctl->path = file != NULL ? g_canonicalize_filename (file, NULL) : rg_default_file_dup_path ();
  if (command->needs != RG_CTL_NO_DESK)
    {
      if (!g_file_test (ctl->path, G_FILE_TEST_EXISTS))
        {
          g_set_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE, _ ("There is no file “%s”. “regularsctl new” makes one."),
                       ctl->path);
          return FALSE;
        }
      if (is_empty (ctl->path))
        {
          g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT,
                       _ ("“%s” is empty. Restore the newest backup, or delete it and make a new one."), ctl->path);
          return FALSE;
        }
      if (!rg_ctl_open (ctl, command->needs == RG_CTL_READS, rg_ctl_get (ctl, "staff"), error))
        return FALSE;
      if (rg_desk_get_staff (ctl->desk) == NULL)
        {
          g_set_error (error, RG_ERROR, RG_ERROR_DENIED, _ ("Everybody here has a PIN. Say who you are with --staff."));
          return FALSE;
        }
      if (!rg_desk_has_right (ctl->desk, command->right))
        {
          g_autofree char *reason = rg_right_dup_reason (command->right);

          g_set_error_literal (error, RG_ERROR, RG_ERROR_DENIED, reason);
          return FALSE;
        }
    }
  return command->run (ctl, error);
}

/* Whether the rights to the file, not those of a role, are in the way. */
static gboolean
is_write_protected (const char *path)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS)
         && (g_access (path, W_OK) != 0 || g_access (folder, W_OK) != 0);
}

static int
get_exit_code (RgCtl *ctl, const RgCtlCommand *command, const GError *error)
{
  if (error->domain == RG_CTL_USAGE_ERROR)
    return RG_CTL_EXIT_USAGE;
  if (error->domain != RG_ERROR
      || (error->code == RG_ERROR_DENIED && command != NULL && command->needs == RG_CTL_WRITES
          && is_write_protected (ctl->path)))
    return RG_CTL_EXIT_FILE;
  switch ((RgError) error->code)
    {
    case RG_ERROR_NOT_FOUND:
      return RG_CTL_EXIT_NOT_FOUND;
    case RG_ERROR_BUSY:
    case RG_ERROR_FULL:
    case RG_ERROR_CORRUPT:
    case RG_ERROR_NEWER:
    case RG_ERROR_UNAVAILABLE:
      return RG_CTL_EXIT_FILE;
    case RG_ERROR_DENIED:
    case RG_ERROR_INVALID:
    case RG_ERROR_CONFLICT:
    case RG_ERROR_CANCELLED:
    default:
      return RG_CTL_EXIT_REFUSED;
    }
}

static gboolean
is_text (char **argv)
{
  for (int i = 1; argv[i] != NULL; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      return FALSE;
  return TRUE;
}

/* A number that was free when the program started may be an event of a library by now, which is no kind of file. */
static FILE *
find_stream (int fd, FILE *stream)
{
  struct stat info;
  FILE *nowhere = NULL;

  if (fstat (fd, &info) == 0 && (info.st_mode & S_IFMT) == 0)
    nowhere = fopen ("/dev/null", "we");
  return nowhere != NULL ? nowhere : stream;
}

/* Whoever calls may have closed them; a file that is opened must not get the number of one. */
static void
open_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) == -1 && errno == EBADF)
      (void) open ("/dev/null", O_RDWR);
  stdout = find_stream (STDOUT_FILENO, stdout);
  stderr = find_stream (STDERR_FILENO, stderr);
}

/* What was begun besides, such as reading who works here once that was changed, ends with the file. */
static void
ctl_clear (RgCtl *ctl)
{
  if (ctl->desk != NULL)
    rg_future_wait (rg_desk_close (ctl->desk), NULL);
  rg_future_end (END_MSEC);
  g_clear_object (&ctl->desk);
  g_strfreev (ctl->args);
  g_free (ctl->path);
  g_hash_table_unref (ctl->options);
}

int
main (int argc, char **argv)
{
  RgCtl ctl = { .options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free) };
  const RgCtlCommand *command = NULL;
  g_autoptr (GError) error = NULL;
  int code = RG_CTL_EXIT_OK;

  open_standard_streams ();
  setlocale (LC_ALL, "");
  dex_init ();
  rg_locale_init ();
  g_set_prgname ("regularsctl");

  if (argc > 1 && g_str_equal (argv[1], "--list-words"))
    code = print_words (argv[2]);
  else if (!is_text (argv))
    rg_ctl_set_usage_error (&error, "%s", _ ("What was typed is not UTF-8 text."));
  else if (read_arguments (&ctl, argv, &command, &error))
    {
      if (rg_ctl_has (&ctl, "help"))
        print_help (command);
      else if (rg_ctl_has (&ctl, "version"))
        puts ("regularsctl " RG_VERSION);
      else if (check_arguments (&ctl, command, &error))
        run (&ctl, command, &error);
    }
  if (error != NULL)
    {
      fprintf (stderr, "regularsctl: %s\n", error->message);
      code = get_exit_code (&ctl, command, error);
    }
  ctl_clear (&ctl);
  if ((fflush (stdout) != 0 || ferror (stdout)) && code == RG_CTL_EXIT_OK)
    {
      fprintf (stderr, "regularsctl: %s\n", _ ("It was done, but what there is to say about it can’t be written."));
      code = RG_CTL_EXIT_FILE;
    }
  return code;
}
