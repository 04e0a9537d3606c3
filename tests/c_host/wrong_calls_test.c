/*
 * Every function of gridcase.h that can fail, called wrongly: an error with its code, no crash.
 * symbols_test.py says which one is missing.
 * Usage: wrong_calls_test POLICY
 */

#define _POSIX_C_SOURCE 200809L /* mkdtemp, fork */

#include <gridcase/gridcase.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define START INT64_C(1521160200000000) /* 2018-03-16T08:30:00+08:00 */

static int failures = 0;
static char folder[] = "/tmp/gridcase-wrong-XXXXXX";
static char store[64];
static char* policy;
static size_t policy_size;

static void read_policy(const char* name) {
  FILE* file = fopen(name, "rb");
  long size;
  if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0) exit(2);
  rewind(file);
  policy_size = (size_t)size;
  policy = malloc(policy_size);
  if (policy == NULL || fread(policy, 1, policy_size, file) != policy_size) exit(2);
  fclose(file);
}

/* A call that must fail, with an error that says why. `code` 0: any. */
static void expect(const char* function, const char* how, int32_t code, gridcase_error* error,
                   int32_t expected) {
  const int said = gridcase_error_code(error) == code && *gridcase_error_message(error) != '\0';
  if (code == GRIDCASE_OK || !said || (expected != 0 && code != expected)) {
    fprintf(stderr, "%s, %s: %s: %s\n", function, how, gridcase_code_name(code),
            gridcase_error_message(error));
    ++failures;
  }
  gridcase_error_free(error);
}

#define TRY(function, how, expected, ...)                                      \
  do {                                                                         \
    gridcase_error* error = NULL;                                              \
    const int32_t code = function(__VA_ARGS__, &error);                        \
    expect(#function, (how), code, error, (expected));                         \
    if (function(__VA_ARGS__, NULL) != code) {                                 \
      fprintf(stderr, "%s, %s: another code without an error\n", #function, (how)); \
      ++failures;                                                              \
    }                                                                          \
  } while (0)

#define BAD GRIDCASE_INVALID_ARGUMENT
#define DOCUMENT GRIDCASE_INVALID_DOCUMENT

static const char report[] =
    "{\"kind\": \"report\", \"title\": \"Sewage\", \"category\": \"04-04\","
    " \"tier\": \"township\", \"point\": [118.625, 28.745]}";

static int32_t told(void* user, const char* events, size_t size) {
  (void)user, (void)events, (void)size;
  return 0;
}

static double far_away(void* user, double a, double b, double c, double d) {
  (void)user, (void)a, (void)b, (void)c, (void)d;
  return 1;
}

/* Every function that takes an engine, with one that is none. */
static void without_engine(gridcase_engine* engine, const char* how, int32_t expected) {
  static const char request[] = "{\"call\": \"policy\"}";
  gridcase_actor actor = GRIDCASE_ACTOR_INIT("grid");
  gridcase_submission submission = {sizeof(gridcase_submission), report, sizeof report - 1, NULL,
                                    START};
  gridcase_subscription* subscription = NULL;
  char* text = NULL;
  submission.actor = &actor;
  TRY(gridcase_submit, how, expected, engine, report, sizeof report - 1, &actor, START, NULL, NULL);
  TRY(gridcase_batch, how, expected, engine, &submission, 1, NULL, NULL);
  TRY(gridcase_tick, how, expected, engine, START, 10, 10, NULL);
  TRY(gridcase_get, how, expected, engine, 1, &actor, &text);
  TRY(gridcase_history, how, expected, engine, 1, &actor, &text);
  TRY(gridcase_verify, how, expected, engine, NULL, NULL);
  TRY(gridcase_use_metric, how, expected, engine, far_away, NULL);
  TRY(gridcase_call, how, expected, engine, request, sizeof request - 1, &text);
  TRY(gridcase_call_with_streams, how, expected, engine, request, sizeof request - 1, NULL, &text);
  TRY(gridcase_host_committed, how, expected, engine);
  TRY(gridcase_host_rolled_back, how, expected, engine);
  TRY(gridcase_subscribe, how, expected, engine, &actor, -1, told, NULL, &subscription);
  TRY(gridcase_deliver, how, expected, engine);
  if (text != NULL || subscription != NULL) {
    fprintf(stderr, "%s: something was given out\n", how);
    ++failures;
  }
}

/* Every pointer that must not be NULL. */
static void null_arguments(gridcase_engine* engine) {
  gridcase_actor actor = GRIDCASE_ACTOR_INIT("center");
  gridcase_actor nobody = GRIDCASE_ACTOR_INIT(NULL);
  gridcase_submission empty = {sizeof(gridcase_submission), NULL, 0, NULL, START};
  gridcase_submission unsigned_one = {sizeof(gridcase_submission), report, sizeof report - 1, NULL,
                                      START};
  gridcase_engine* made = NULL;
  gridcase_subscription* subscription = NULL;
  char* text = NULL;
  TRY(gridcase_create, "no path", BAD, NULL, policy, policy_size, NULL, START, &made);
  TRY(gridcase_create, "no policy", BAD, "x", NULL, 0, NULL, START, &made);
  TRY(gridcase_create, "no place", BAD, "x", policy, policy_size, NULL, START, NULL);
  TRY(gridcase_open, "no path", BAD, NULL, NULL, &made);
  TRY(gridcase_open, "no place", BAD, "x", NULL, NULL);
  TRY(gridcase_attach, "no connection", BAD, NULL, NULL, &made);
  TRY(gridcase_attach, "no place", BAD, NULL, NULL, NULL);
  TRY(gridcase_create_in, "no connection", BAD, NULL, policy, policy_size, NULL, START, &made);
  TRY(gridcase_create_in, "no place", BAD, NULL, policy, policy_size, NULL, START, NULL);
  TRY(gridcase_submit, "no action", BAD, engine, NULL, 5, &actor, START, NULL, NULL);
  TRY(gridcase_submit, "no actor", BAD, engine, report, sizeof report - 1, NULL, START, NULL, NULL);
  TRY(gridcase_submit, "no unit", BAD, engine, report, sizeof report - 1, &nobody, START, NULL,
      NULL);
  TRY(gridcase_batch, "no submissions", BAD, engine, NULL, 3, NULL, NULL);
  TRY(gridcase_batch, "no action", BAD, engine, &empty, 1, NULL, NULL);
  TRY(gridcase_batch, "no actor", BAD, engine, &unsigned_one, 1, NULL, NULL);
  TRY(gridcase_get, "no actor", BAD, engine, 1, NULL, &text);
  TRY(gridcase_get, "no place", BAD, engine, 1, &actor, NULL);
  TRY(gridcase_history, "no actor", BAD, engine, 1, NULL, &text);
  TRY(gridcase_history, "no place", BAD, engine, 1, &actor, NULL);
  TRY(gridcase_call, "no request", BAD, engine, NULL, 0, &text);
  TRY(gridcase_call, "no place", BAD, engine, "{}", 2, NULL);
  TRY(gridcase_call_with_streams, "no request", BAD, engine, NULL, 0, NULL, &text);
  TRY(gridcase_call_with_streams, "no place", BAD, engine, "{}", 2, NULL, NULL);
  TRY(gridcase_subscribe, "no actor", BAD, engine, NULL, -1, told, NULL, &subscription);
  TRY(gridcase_subscribe, "no observer", BAD, engine, &actor, -1, NULL, NULL, &subscription);
  TRY(gridcase_subscribe, "no place", BAD, engine, &actor, -1, told, NULL, NULL);
}

/* Structs whose size no version had, or that are newer than the library. */
static void wrong_sizes(gridcase_engine* engine) {
  static const size_t sizes[] = {0, 1, 4, 100000};
  size_t i;
  for (i = 0; i < sizeof sizes / sizeof *sizes; ++i) {
    gridcase_actor actor = GRIDCASE_ACTOR_INIT("center");
    gridcase_actor sound = GRIDCASE_ACTOR_INIT("center");
    gridcase_answer answer = GRIDCASE_ANSWER_INIT;
    gridcase_tick_report tick = GRIDCASE_TICK_REPORT_INIT;
    gridcase_options options = GRIDCASE_OPTIONS_INIT;
    gridcase_streams streams = GRIDCASE_STREAMS_INIT;
    gridcase_submission submission = {0, report, sizeof report - 1, NULL, START};
    gridcase_engine* made = NULL;
    char* text = NULL;
    actor.struct_size = answer.struct_size = tick.struct_size = options.struct_size =
        streams.struct_size = submission.struct_size = sizes[i];
    submission.actor = &sound;
    TRY(gridcase_open, "size of options", 0, store, &options, &made);
    TRY(gridcase_create, "size of options", 0, "x", policy, policy_size, &options, START, &made);
    TRY(gridcase_get, "size of actor", 0, engine, 1, &actor, &text);
    TRY(gridcase_submit, "size of answer", 0, engine, report, sizeof report - 1, &sound, START,
        &answer, NULL);
    TRY(gridcase_batch, "size of submission", 0, engine, &submission, 1, NULL, NULL);
    TRY(gridcase_tick, "size of report", 0, engine, START, 1, 1, &tick);
    TRY(gridcase_call_with_streams, "size of streams", 0, engine, "{\"call\": \"calls\"}", 17,
        &streams, &text);
  }
}

/* Values that mean nothing. */
static void wrong_values(gridcase_engine* engine) {
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_actor stranger = GRIDCASE_ACTOR_INIT("no such unit");
  gridcase_options options = GRIDCASE_OPTIONS_INIT;
  gridcase_submission negative = {sizeof negative, report, (size_t)-1, &centre, START};
  gridcase_engine* made = NULL;
  gridcase_subscription* subscription = NULL;
  char* text = NULL;
  char* deep = malloc(10000000);
  if (deep == NULL) exit(2);
  memset(deep, '[', 10000000);
  TRY(gridcase_submit, "no JSON", DOCUMENT, engine, "{\"kind\":", 8, &centre, START, NULL, NULL);
  TRY(gridcase_submit, "no UTF-8", 0, engine, "{\"kind\": \"\xff\xfe\"}", 14, &centre, START, NULL,
      NULL);
  TRY(gridcase_submit, "very deep", DOCUMENT, engine, deep, 10000000, &centre, START, NULL, NULL);
  TRY(gridcase_submit, "a time beyond", BAD, engine, report, sizeof report - 1, &centre, INT64_MAX,
      NULL, NULL);
  TRY(gridcase_submit, "a time before", BAD, engine, report, sizeof report - 1, &centre, INT64_MIN,
      NULL, NULL);
  TRY(gridcase_call, "very deep", DOCUMENT, engine, deep, 10000000, &text);
  TRY(gridcase_submit, "a size of -1", BAD, engine, report, (size_t)-1, &centre, START, NULL, NULL);
  TRY(gridcase_batch, "an action of size -1", BAD, engine, &negative, 1, NULL, NULL);
  TRY(gridcase_batch, "a count of -1", BAD, engine, &negative, (size_t)-1, NULL, NULL);
  TRY(gridcase_call, "a size of -1", BAD, engine, "{}", (size_t)-1, &text);
  TRY(gridcase_create, "a size of -1", BAD, "x", policy, (size_t)-1, NULL, START, &made);
  TRY(gridcase_call, "no object", DOCUMENT, engine, "[]", 2, &text);
  TRY(gridcase_call, "empty", DOCUMENT, engine, "", 0, &text);
  TRY(gridcase_call, "unknown", DOCUMENT, engine, "{\"call\": \"destroy\"}", 19, &text);
  TRY(gridcase_create, "very deep", DOCUMENT, "x", deep, 10000000, NULL, START, &made);
  TRY(gridcase_tick, "no budget", BAD, engine, START, 0, 10, NULL);
  TRY(gridcase_tick, "no slice", BAD, engine, START, 10, -1, NULL);
  TRY(gridcase_get, "unknown unit", BAD, engine, 1, &stranger, &text);
  TRY(gridcase_history, "unknown unit", BAD, engine, 1, &stranger, &text);
  TRY(gridcase_subscribe, "unknown unit", BAD, engine, &stranger, -1, told, NULL, &subscription);
  TRY(gridcase_subscribe, "what lies ahead", BAD, engine, &centre, 1000000, told, NULL,
      &subscription);
  TRY(gridcase_subscribe, "what never was", BAD, engine, &centre, -2, told, NULL, &subscription);
  options.durability = 7;
  TRY(gridcase_open, "durability", BAD, store, &options, &made);
  options.durability = GRIDCASE_STRICT;
  options.hash = -1;
  TRY(gridcase_open, "hash", BAD, store, &options, &made);
  options.hash = GRIDCASE_SHA256;
  options.busy_wait_ms = -1;
  TRY(gridcase_open, "busy_wait_ms", BAD, store, &options, &made);
  options.busy_wait_ms = 0;
  options.abi_version = 99;
  TRY(gridcase_open, "abi_version", GRIDCASE_UNSUPPORTED, store, &options, &made);
  TRY(gridcase_open, "not there", GRIDCASE_NOT_FOUND, "/nowhere/at/all", NULL, &made);
  TRY(gridcase_open, "a folder", GRIDCASE_UNSUPPORTED, folder, NULL, &made);
  free(deep);
}

/* What is not there, or may not be seen, is an empty answer. */
static void unknown_ids(gridcase_engine* engine) {
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  static const int64_t ids[] = {0, -1, 1, INT64_MAX, INT64_MIN};
  size_t i;
  for (i = 0; i < sizeof ids / sizeof *ids; ++i) {
    char* text = NULL;
    if (gridcase_get(engine, ids[i], &centre, &text, NULL) != GRIDCASE_OK ||
        strcmp(text, "null") != 0) {
      fprintf(stderr, "gridcase_get of %ld\n", (long)ids[i]);
      ++failures;
    }
    gridcase_string_free(text);
  }
}

/* A child of this process has no part in the engine. */
static void after_fork(gridcase_engine* engine) {
  int status = 0;
  const pid_t child = fork();
  if (child == 0) {
    failures = 0;
    without_engine(engine, "after fork", GRIDCASE_FORKED);
    gridcase_close(engine);
    without_engine(engine, "closed after fork", BAD);
    _exit(failures == 0 ? 0 : 1);
  }
  if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) != 0) {
    fprintf(stderr, "the forked child failed\n");
    ++failures;
  }
}

int main(int argc, char** argv) {
  gridcase_engine* engine = NULL;
  gridcase_engine* again = NULL;
  gridcase_subscription* subscription = NULL;
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  static long no_engine[8];
  if (argc != 2) return 2;
  read_policy(argv[1]);
  if (mkdtemp(folder) == NULL) return 2;
  snprintf(store, sizeof store, "%s/county.gridcase", folder);
  if (gridcase_create(store, policy, policy_size, NULL, START, &engine, NULL) != GRIDCASE_OK)
    return 2;

  without_engine(NULL, "NULL", BAD);
  without_engine((gridcase_engine*)(void*)no_engine, "no engine", BAD);
  without_engine((gridcase_engine*)((char*)(void*)no_engine + 1), "an odd address", BAD);
  without_engine((gridcase_engine*)((char*)engine + 2), "the next handle", BAD);
  null_arguments(engine);
  wrong_sizes(engine);
  wrong_values(engine);
  unknown_ids(engine);
  after_fork(engine);

  if (gridcase_subscribe(engine, &centre, -1, told, NULL, &subscription, NULL) != GRIDCASE_OK)
    ++failures;
  gridcase_close(engine);
  gridcase_close(engine);
  without_engine(engine, "closed", BAD);
  gridcase_unsubscribe(subscription);
  gridcase_unsubscribe(subscription);
  gridcase_unsubscribe((gridcase_subscription*)(void*)no_engine);
  gridcase_close((gridcase_engine*)(void*)no_engine);
  /* The place of a closed engine goes to another one; the old handle is not taken for it. */
  if (gridcase_open(store, NULL, &again, NULL) != GRIDCASE_OK) ++failures;
  without_engine(engine, "closed, and another one open", BAD);
  if (gridcase_verify(again, NULL, NULL, NULL) != GRIDCASE_OK) ++failures;
  gridcase_close(again);
  remove(store);
  free(policy);
  return failures == 0 ? 0 : 1;
}
