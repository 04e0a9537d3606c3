/**
 * \file gridcase.h
 * The C interface: the whole engine for programs in C and for every language that can call C.
 *
 *     gridcase_engine* engine = NULL;
 *     gridcase_error* error = NULL;
 *     if (gridcase_open("jiangshan.gridcase", NULL, &engine, &error) != GRIDCASE_OK) {
 *       fprintf(stderr, "%s\n", gridcase_error_message(error));
 *       gridcase_error_free(error);
 *     }
 *     gridcase_close(engine);
 *
 * What is called often has functions of its own; everything the engine can do is behind
 * `gridcase_call`, which takes a JSON request and gives a JSON answer. The calls are described in
 * src/c_api/README.md; "calls" lists them. Pages that are named here stand in the source tree, and
 * are installed in the same folders under share/doc/libgridcase-dev.
 *
 * **Codes and errors.** Functions that can fail return GRIDCASE_OK or why they could not be carried
 * out, and give an error object through their last argument, which may be NULL. A refused action
 * is no failure: it is an answer. No C++ exception leaves a function. A function that fails
 * changes no output but the error, except that outputs are set to NULL first.
 *
 * **Ownership.** What a function gives out through a pointer is the caller's: engines go to
 * `gridcase_close`, subscriptions to `gridcase_unsubscribe`, errors to `gridcase_error_free`, texts
 * to `gridcase_string_free`, and to no other function. NULL is taken there and does nothing. What `const char*` results point to
 * belongs to gridcase. Nothing that is passed in is kept after the call, except callbacks and the
 * `user` pointers that go with them.
 *
 * **Texts** are UTF-8. Texts given out end with a zero byte; JSON that is passed in has a size and
 * needs none. Paths, codes and other `const char*` arguments end with a zero byte.
 *
 * **Time** is an argument: microseconds of UTC since 1970-01-01T00:00:00Z in C, RFC 3339 in JSON.
 * The library reads no clock.
 *
 * **Threads.** An engine may be used from any number of threads at once; one that is closed while
 * calls run ends with the last of them. Functions that take no engine may be called from any
 * thread; an error object and a text belong to one thread at a time. gridcase starts no thread and
 * calls callbacks only in the thread of a call. After `fork` the child opens the store again: its
 * calls on the parent's engine fail with GRIDCASE_FORKED; closing it there harms nobody.
 *
 * **Handles** of engines and subscriptions are numbers, not addresses: using one that was closed, or
 * a pointer that is none, fails with GRIDCASE_INVALID_ARGUMENT, and closing it does nothing. Errors
 * and texts are memory: using them after they were freed is undefined, as with `free`; build with
 * -DGRIDCASE_SANITIZE=address to have it caught.
 *
 * **Structs that grow.** Structs begin with `struct_size`. Set it with their INIT macro; then a
 * program runs with a later library, which knows that the program does not know the fields at the
 * end. A struct that is larger than the library knows is refused with GRIDCASE_UNSUPPORTED.
 */
#ifndef GRIDCASE_GRIDCASE_H
#define GRIDCASE_GRIDCASE_H

#include <gridcase/export.hpp>

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The version of this interface. It goes up when a program that was compiled with an earlier
 * header could misunderstand the library; before 1.0 with every minor version that changes it.
 */
#define GRIDCASE_ABI_VERSION 1

/** That of the library. Compare it where the library is loaded at run time. Any thread. */
GRIDCASE_API int32_t gridcase_abi_version(void);
/** "0.1.0", of the library. Any thread. */
GRIDCASE_API const char* gridcase_version(void);

/* ---- codes and errors ----------------------------------------------------------------------- */

/** Why a call could not be carried out. Stable for ever; those of `gridcase::ErrorCode`. */
enum gridcase_code {
  GRIDCASE_OK = 0,
  GRIDCASE_INVALID_ARGUMENT = 1, /**< can never work; the error's field names it */
  GRIDCASE_INVALID_DOCUMENT = 2, /**< JSON with faults; all are in the detail of the error */
  GRIDCASE_NOT_FOUND = 3,        /**< no such file, unit, system … */
  GRIDCASE_BUSY = 4,             /**< another writer held the store longer than the wait */
  GRIDCASE_IO = 5,               /**< the operating system, or a callback, refused */
  GRIDCASE_CORRUPT = 6,          /**< the store contradicts itself; nothing was written */
  GRIDCASE_UNSUPPORTED = 7,      /**< a newer schema, a foreign file, a newer struct … */
  GRIDCASE_NEEDS_REOPEN = 8,     /**< the fate of a write is open: open again and resubmit */
  GRIDCASE_FORKED = 9,           /**< the engine was opened by the parent of this process */
  GRIDCASE_STOPPED = 10,         /**< the host ended the call, by `stop` of the options */
  GRIDCASE_INTERNAL = 100,       /**< a bug in gridcase */
  GRIDCASE_OUT_OF_MEMORY = 101
};

/** What went wrong. Given out by functions that fail; free it with `gridcase_error_free`. */
typedef struct gridcase_error gridcase_error;

/** "not_found"; "unknown" for a number that is no code. Any thread. */
GRIDCASE_API const char* gridcase_code_name(int32_t code);

/**
 * What the accessors point to lives as long as the error. Of NULL: GRIDCASE_OK, and "". None of
 * them fails. Threads: any; an error that is read by several must not be freed by one of them.
 */
GRIDCASE_API int32_t gridcase_error_code(const gridcase_error* error);
/** In a sentence: what is wrong, which, and what to do. Never text of a case, never a person. */
GRIDCASE_API const char* gridcase_error_message(const gridcase_error* error);
/** The argument, or the path in the document, that it is about; "" if it is about none. */
GRIDCASE_API const char* gridcase_error_field(const gridcase_error* error);
/** JSON: {"code", "field", "message", "faults": [{"severity", "code", "path", "message", "fix"}]} */
GRIDCASE_API const char* gridcase_error_detail(const gridcase_error* error);
/** Any thread; once. */
GRIDCASE_API void gridcase_error_free(gridcase_error* error);

/** Frees a text that was given out through a `char**`. Any thread; once. */
GRIDCASE_API void gridcase_string_free(char* text);

/* ---- an engine ------------------------------------------------------------------------------ */

/** A store that is open. Close it with `gridcase_close`. */
typedef struct gridcase_engine gridcase_engine;

enum gridcase_durability {
  GRIDCASE_STRICT = 1, /**< what was answered committed survives power loss */
  GRIDCASE_RELAXED = 2 /**< survives a crash of the process; power loss may cut a suffix */
};

enum gridcase_hash { GRIDCASE_SHA256 = 1, GRIDCASE_SM3 = 2 };

/**
 * Fills `out` with `count` random bytes. Not 0: it could not, and the submission fails. Called from
 * the thread of a submission, one call at a time.
 */
typedef int32_t (*gridcase_entropy)(void* user, uint8_t* out, size_t count);
/**
 * Writes the number of a new case, at most `room` bytes with the zero byte at the end, into `out`.
 * `report` is the action as JSON; it ends with a zero byte and lives as long as the call. Must be
 * pure. Not 0: it could not, and the submission fails. Called from the thread of a submission, one
 * call at a time.
 */
typedef int32_t (*gridcase_number)(void* user, const char* report, int64_t case_id,
                                   int64_t recorded, char* out, size_t room);
/**
 * Nanoseconds of a monotonic clock of the host's, for latency figures only. Called from all threads
 * that call the engine, several at once.
 */
typedef int64_t (*gridcase_stopwatch)(void* user);
/**
 * Something that an operator should know: levels 1 info, 2 warning, 3 error; codes and their fields
 * are those of monitor.hpp, `fields` an object of texts in JSON. All end with a zero byte and live
 * as long as the call. Called from the thread of a call, at times several at once; it must not call
 * the engine.
 */
typedef void (*gridcase_log)(void* user, int32_t level, const char* code, const char* message,
                             const char* fields);

/**
 * Whether a call is to end before it is done: not 0, and it fails with GRIDCASE_STOPPED. Asked by
 * calls that only read, in their thread, from a few times to many thousand times a second: look at a
 * flag. It must not call the engine.
 */
typedef int32_t (*gridcase_stop)(void* user);

/** How a store is opened. Begin with GRIDCASE_OPTIONS_INIT, which holds the defaults. */
typedef struct gridcase_options {
  size_t struct_size;
  int32_t abi_version;   /**< GRIDCASE_ABI_VERSION; another one is refused */
  int32_t durability;    /**< enum gridcase_durability */
  int32_t hash;          /**< enum gridcase_hash; of a new store, kept for ever */
  int32_t read_only;     /**< not 0: queries only */
  int32_t busy_wait_ms;  /**< longest wait for another process that writes, 0 … 600,000 */
  int32_t allow_network; /**< not 0: a store on a network drive; only with read_only */
  void* user;            /**< handed to the callbacks; must live until the engine is closed */
  gridcase_entropy entropy;     /**< NULL: the system's random source */
  gridcase_number number;       /**< NULL: "330881-20180316-0000001" */
  gridcase_stopwatch stopwatch; /**< NULL: no latency figures */
  gridcase_log log;             /**< NULL: silent */
  gridcase_stop stop;           /**< NULL: no call is ended */
} gridcase_options;

/** The defaults. */
#define GRIDCASE_OPTIONS_INIT                                                             \
  {                                                                                       \
    sizeof(gridcase_options), GRIDCASE_ABI_VERSION, GRIDCASE_STRICT, GRIDCASE_SHA256, 0,  \
        5000, 0, NULL, NULL, NULL, NULL, NULL, NULL                                       \
  }

/**
 * Makes a new store with this policy (src/model/policy.schema.md) as version 1, and opens it. The
 * file appears whole or not at all. `options` may be NULL for the defaults.
 * Fails with invalid_document (the policy), invalid_argument (the file exists), io. Any thread.
 */
GRIDCASE_API int32_t gridcase_create(const char* path, const char* policy, size_t policy_size,
                                     const gridcase_options* options, int64_t now,
                                     gridcase_engine** engine, gridcase_error** error);
/** Opens a store. Fails with not_found, unsupported, busy, corrupt, io. Any thread. */
GRIDCASE_API int32_t gridcase_open(const char* path, const gridcase_options* options,
                                   gridcase_engine** engine, gridcase_error** error);
/**
 * Any thread. Calls that run go on; later ones fail. The last of them to end, or this one, closes
 * the store. NULL, and an engine that was closed before, do no harm.
 */
GRIDCASE_API void gridcase_close(gridcase_engine* engine);

/* ---- in the host's own transaction ---------------------------------------------------------- */

struct sqlite3;

/**
 * Works on the host's own SQLite connection, whose database holds a store, in the transaction that
 * the host has open: `Engine::attach` in engine.hpp says what that means and what is checked. The
 * engine and the connection are used by one thread at a time; close the engine before the
 * connection. Fails with not_found, invalid_argument, unsupported, busy, corrupt, io.
 */
GRIDCASE_API int32_t gridcase_attach(struct sqlite3* connection, const gridcase_options* options,
                                     gridcase_engine** engine, gridcase_error** error);
/** Makes a store in the database of the host's connection, and attaches: `Engine::create_in`. */
GRIDCASE_API int32_t gridcase_create_in(struct sqlite3* connection, const char* policy,
                                        size_t policy_size, const gridcase_options* options,
                                        int64_t now, gridcase_engine** engine,
                                        gridcase_error** error);
/**
 * The host has committed: provisional answers hold, and observers are told. Fails with
 * invalid_argument while a transaction is open. The thread of the connection.
 */
GRIDCASE_API int32_t gridcase_host_committed(gridcase_engine* engine, gridcase_error** error);
/** The host has rolled back, wholly or to a savepoint. The thread of the connection. */
GRIDCASE_API int32_t gridcase_host_rolled_back(gridcase_engine* engine, gridcase_error** error);

/* ---- what is done often --------------------------------------------------------------------- */

/** Who acts, for which unit, in which post. The texts are read during the call only. */
typedef struct gridcase_actor {
  size_t struct_size;
  const char* unit;   /**< required */
  const char* person; /**< NULL or "" for the unit's own system */
  const char* post;   /**< NULL or "" if it does not matter */
} gridcase_actor;

/** Of the unit `u`: gridcase_actor centre = GRIDCASE_ACTOR_INIT("330881"); */
#define GRIDCASE_ACTOR_INIT(u) {sizeof(gridcase_actor), (u), NULL, NULL}

/** How a submission ended. */
enum gridcase_status {
  GRIDCASE_COMMITTED = 1,
  GRIDCASE_REFUSED = 2,
  GRIDCASE_DUPLICATE = 3,     /**< this command id was done before: the first answer again */
  GRIDCASE_CONFLICT = 4,      /**< the case has moved on */
  GRIDCASE_STATUS_BUSY = 5,   /**< not carried out: submit again */
  GRIDCASE_STATUS_UNKNOWN = 6 /**< the disk failed: submit again with the same command id */
};

/** What became of an action. */
typedef struct gridcase_answer {
  size_t struct_size;
  int32_t status;   /**< enum gridcase_status */
  int32_t refusal;  /**< code of the refusal, as in action.hpp; 0 if there is none */
  int64_t case_id;  /**< 0 for none */
  int64_t version;  /**< of the case, after it */
  int64_t sequence; /**< of the event in the history of the county */
  int32_t state;    /**< of the case: tier << 8 | phase, as in lifecycle.hpp */
  int32_t provisional; /**< not 0: it holds if the host commits its transaction */
} gridcase_answer;

/** With its size, for a function to fill in. */
#define GRIDCASE_ANSWER_INIT {sizeof(gridcase_answer), 0, 0, 0, 0, 0, 0, 0}

/**
 * Carries out one action (JSON, src/model/action.schema.md) and says what became of it, in a
 * struct and as JSON; either may be NULL. A refusal is an answer: its reason is in the JSON.
 * Any thread, several at once: those that wait are carried out in one commit.
 */
GRIDCASE_API int32_t gridcase_submit(gridcase_engine* engine, const char* action,
                                     size_t action_size, const gridcase_actor* actor, int64_t now,
                                     gridcase_answer* answer, char** answer_json,
                                     gridcase_error** error);

/** An action with its actor and its time. */
typedef struct gridcase_submission {
  size_t struct_size;
  const char* action; /**< JSON */
  size_t action_size;
  const gridcase_actor* actor;
  int64_t now;
} gridcase_submission;

/**
 * Carries out many in this order, in few commits, each all-or-nothing by itself; one answer each.
 * `struct_size` of the first submission, and of the first answer, is that of all of them.
 * `answers` has room for `count`; it and `answers_json`, a list, may be NULL. An action whose JSON
 * has faults fails the whole call, and none is carried out: the field is "submissions[3].…".
 * Any thread, several at once.
 */
GRIDCASE_API int32_t gridcase_batch(gridcase_engine* engine, const gridcase_submission* submissions,
                                    size_t count, gridcase_answer* answers, char** answers_json,
                                    gridcase_error** error);

/** What a tick did; the fields are those of `TickReport` in query.hpp. */
typedef struct gridcase_tick_report {
  size_t struct_size;
  int64_t fired;
  int64_t resumed;
  int64_t followed;
  int64_t behind;
  int64_t slices;
  int64_t failed;
  int64_t latest;  /**< microseconds */
  int64_t next;    /**< when something is due next; INT64_MIN if nothing waits */
  int64_t longest; /**< slice, in nanoseconds of the stopwatch; -1 without one */
  int32_t more;    /**< not 0: something is due still */
  int32_t reserved;
} gridcase_tick_report;

/** With its size, for a function to fill in. */
#define GRIDCASE_TICK_REPORT_INIT {sizeof(gridcase_tick_report), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

/**
 * Does what is due by `now`: at most `budget`, `slice` in a commit (10,000 and 100 serve well).
 * `report` may be NULL. Any thread, several at once.
 */
GRIDCASE_API int32_t gridcase_tick(gridcase_engine* engine, int64_t now, int32_t budget,
                                   int32_t slice, gridcase_tick_report* report,
                                   gridcase_error** error);

/**
 * A case as JSON, personal data masked; "null" if there is none or the actor may not see it.
 * Any thread, several at once; waits for no writer.
 */
GRIDCASE_API int32_t gridcase_get(gridcase_engine* engine, int64_t case_id,
                                  const gridcase_actor* actor, char** case_json,
                                  gridcase_error** error);
/**
 * Its history as a JSON list, oldest first; empty if the actor may not see it. Any thread, several
 * at once; waits for no writer.
 */
GRIDCASE_API int32_t gridcase_history(gridcase_engine* engine, int64_t case_id,
                                      const gridcase_actor* actor, char** events_json,
                                      gridcase_error** error);
/**
 * Rebuilds everything from the history and compares. `*sound` is 1 if nothing differs, else 0;
 * `report_json` says what. Either may be NULL. Any thread, several at once.
 */
GRIDCASE_API int32_t gridcase_verify(gridcase_engine* engine, int32_t* sound, char** report_json,
                                     gridcase_error** error);

/**
 * Cost of the way from one point to another, in degrees of WGS 84: not negative, infinity where
 * there is none. Called from the threads that ask, several at once.
 */
typedef double (*gridcase_metric)(void* user, double from_longitude, double from_latitude,
                                  double to_longitude, double to_latitude);
/**
 * From now on distances are by this metric; NULL takes it away. `user` must live until the engine
 * is closed. Any thread.
 */
GRIDCASE_API int32_t gridcase_use_metric(gridcase_engine* engine, gridcase_metric metric,
                                         void* user, gridcase_error** error);

/* ---- being told ----------------------------------------------------------------------------- */

/** Somebody who is told. End it with `gridcase_unsubscribe`. */
typedef struct gridcase_subscription gridcase_subscription;

/**
 * What was committed since the last call: a JSON list of events as `gridcase_history` gives them,
 * at least one, in the order of their sequence. It ends with a zero byte and lives as long as the
 * call. Called from the thread of a call that writes, one call at a time; it may call the engine,
 * and end its own subscription. Not 0: it failed, which is counted; the events count as delivered.
 */
typedef int32_t (*gridcase_observer)(void* user, const char* events, size_t size);

/**
 * Calls the observer with every event after the sequence number `after`, once and in order; -1: from
 * now on. Only for the command centre. `user` must live until the subscription has ended.
 * Fails with invalid_argument. Any thread.
 */
GRIDCASE_API int32_t gridcase_subscribe(gridcase_engine* engine, const gridcase_actor* actor,
                                        int64_t after, gridcase_observer observer, void* user,
                                        gridcase_subscription** subscription,
                                        gridcase_error** error);
/**
 * From its return on the observer does not run, except where it ends itself, and is not called any
 * more. Any thread; NULL, and one that has ended, do no harm; an engine that was closed neither.
 */
GRIDCASE_API void gridcase_unsubscribe(gridcase_subscription* subscription);
/** Tells observers what others committed: `Engine::deliver`. Any thread. */
GRIDCASE_API int32_t gridcase_deliver(gridcase_engine* engine, gridcase_error** error);

/* ---- everything ----------------------------------------------------------------------------- */

/**
 * Carries out a request, {"call": "find", "actor": {"unit": "330881"}, "query": {…}}, and gives
 * its answer as JSON. `engine` may be NULL for calls that need none. A request with faults fails
 * with invalid_document, all of them in the detail of the error, and nothing is done. Any thread,
 * several at once.
 */
GRIDCASE_API int32_t gridcase_call(gridcase_engine* engine, const char* request,
                                   size_t request_size, char** answer, gridcase_error** error);

/** Reads at most `room` bytes into `out`; returns how many, 0 at the end, -1 if it failed. */
typedef int64_t (*gridcase_read)(void* user, char* out, size_t room);
/** Takes all `size` bytes; not 0 if it failed. */
typedef int32_t (*gridcase_write)(void* user, const char* bytes, size_t size);

/** Where large files come from and go to. */
typedef struct gridcase_streams {
  size_t struct_size;
  void* user;
  gridcase_read read;   /**< NULL: the request's "data", a text */
  gridcase_write write; /**< NULL: the answer's "data", a text */
} gridcase_streams;

/** With its size; no callbacks. */
#define GRIDCASE_STREAMS_INIT {sizeof(gridcase_streams), NULL, NULL, NULL}

/**
 * The same, for calls that import or export: the file is read and written through callbacks, in
 * this thread, in constant memory where the call works so. A callback that fails ends the call
 * with GRIDCASE_IO; what was written is no whole file then. `streams` may be NULL. Any thread,
 * several at once, each with streams of its own.
 */
GRIDCASE_API int32_t gridcase_call_with_streams(gridcase_engine* engine, const char* request,
                                                size_t request_size,
                                                const gridcase_streams* streams, char** answer,
                                                gridcase_error** error);

#ifdef __cplusplus
}
#endif

#endif /* GRIDCASE_GRIDCASE_H */
