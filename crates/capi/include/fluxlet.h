// Fluxlet: runs Flux scripts inside any program.
//
// Compile a script with an engine, run the program in a context, look at the values of the results. What a function gives
// away is freed with the function that its comment names; what belongs to something else lives as long as that does. All
// texts given are UTF-8 and end with a zero. A function that fails returns null or false and leaves an error, to be freed
// with `fluxlet_error_free`, unless it was given null in place of a place for it. No panic crosses this border.
//
// Threads: engines, programs, results, values and errors never change and may be used by any number of threads at once,
// also to run programs. A context may be shared while nobody sets anything. Whatever is freed must not be in use.
//
// Made by cbindgen from the sources; do not change it by hand.

#ifndef FLUXLET_H
#define FLUXLET_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

// What a value is. A dynamic value is what it holds.
typedef enum {
  // No value.
  FLUXLET_KIND_NULL,
  // `bool`
  FLUXLET_KIND_BOOL,
  // `int`
  FLUXLET_KIND_INT,
  // `uint`
  FLUXLET_KIND_UINT,
  // `float`
  FLUXLET_KIND_FLOAT,
  // `string`
  FLUXLET_KIND_STRING,
  // `bytes`
  FLUXLET_KIND_BYTES,
  // `regexp`
  FLUXLET_KIND_REGEXP,
  // `time`
  FLUXLET_KIND_TIME,
  // `duration`
  FLUXLET_KIND_DURATION,
  // An array.
  FLUXLET_KIND_ARRAY,
  // A dictionary.
  FLUXLET_KIND_DICT,
  // A record.
  FLUXLET_KIND_RECORD,
  // A function, or a value of a kind that this header does not know.
  FLUXLET_KIND_FUNCTION,
} FluxletKind;

// Ends runs from another thread.
typedef struct FluxletCancel FluxletCancel;

// What a run may use: the InfluxDB it belongs to, secrets, a policy, limits. Threads may share it while nobody sets
// anything.
typedef struct FluxletContext FluxletContext;

// A script engine: the packages that scripts can import. It never changes; threads may share it.
typedef struct FluxletEngine FluxletEngine;

// What went wrong. It never changes; threads may share it.
typedef struct FluxletError FluxletError;

// A script that was compiled; it runs as often as one likes. It never changes; threads may share it.
typedef struct FluxletProgram FluxletProgram;

// The values that a run gave. It never changes; threads may share it.
typedef struct FluxletResults FluxletResults;

// A value. It belongs to its results and lives as long as they do.
typedef struct FluxletValue FluxletValue;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Makes a context for scripts of strangers: they reach public addresses only, and their steps, memory, time and requests
// are limited. Free it with `fluxlet_context_free`.
FluxletContext *fluxlet_context_new(void);

// Frees a context. Null is fine.
//
// # Safety
// `context` is a context that is not used any more, or null.
void fluxlet_context_free(FluxletContext *context);

// Says which InfluxDB the context belongs to: a URL such as `http://localhost:8086`. It may be reached wherever it is.
// Returns whether that worked, as all functions that set something.
//
// # Safety
// `context` is a context that no other thread uses, `host` a text, `error` a place for an error, or they are null.
bool fluxlet_context_set_host(FluxletContext *context,
                              const char *host,
                              FluxletError **error);

// Gives the token for that InfluxDB. It is sent there alone.
//
// # Safety
// `context` is a context that no other thread uses, `token` a text, `error` a place for an error, or they are null.
bool fluxlet_context_set_token(FluxletContext *context,
                               const char *token,
                               FluxletError **error);

// Gives the name of the organization.
//
// # Safety
// `context` is a context that no other thread uses, `org` a text, `error` a place for an error, or they are null.
bool fluxlet_context_set_org(FluxletContext *context,
                             const char *org,
                             FluxletError **error);

// Gives a secret, which scripts get with `secrets.get(key: …)`.
//
// # Safety
// `context` is a context that no other thread uses, `key` and `secret` are texts, `error` is a place for an error, or
// they are null.
bool fluxlet_context_set_secret(FluxletContext *context,
                                const char *key,
                                const char *secret,
                                FluxletError **error);

// Limits the wall time of a run, in milliseconds; 0 is without end.
//
// # Safety
// `context` is a context that no other thread uses, `error` a place for an error, or they are null.
bool fluxlet_context_set_timeout(FluxletContext *context,
                                 uint64_t milliseconds,
                                 FluxletError **error);

// Sets network policy and limits: those of one's own scripts, which are practically none, changed by a text in TOML as
// `docs/policy.toml` explains it. An empty text changes nothing of them.
//
// # Safety
// `context` is a context that no other thread uses, `policy` a text, `error` a place for an error, or they are null.
bool fluxlet_context_set_policy(FluxletContext *context,
                                const char *policy,
                                FluxletError **error);

// Makes an engine with the whole standard library; null if that fails. Free it with `fluxlet_engine_free`.
//
// # Safety
// `error` is a place for an error, or null.
const FluxletEngine *fluxlet_engine_new(FluxletError **error);

// Frees an engine. Programs that it has compiled live on. Null is fine.
//
// # Safety
// `engine` is an engine that is not used any more, or null.
void fluxlet_engine_free(const FluxletEngine *engine);

// Parses, checks and compiles a script, a text in UTF-8 that ends with a zero; null if it has mistakes. `name` is what
// messages call it. Free the program with `fluxlet_program_free`.
//
// # Safety
// `engine` is an engine, `name` and `script` are texts, `error` is a place for an error, or they are null.
FluxletProgram *fluxlet_compile(const FluxletEngine *engine,
                                const char *name,
                                const char *script,
                                FluxletError **error);

// Frees a program. Null is fine.
//
// # Safety
// `program` is a program that is not used any more, or null.
void fluxlet_program_free(FluxletProgram *program);

// Returns the code of an error: a slug such as `type-mismatch` if the script was refused, else words such as
// `permission denied`, `deadline exceeded` or `invalid`. It belongs to the error.
//
// # Safety
// `error` is an error of this library, or null.
const char *fluxlet_error_code(const FluxletError *error);

// Returns what went wrong, in a sentence; of several mistakes in a script, the first. It belongs to the error.
//
// # Safety
// `error` is an error of this library, or null.
const char *fluxlet_error_message(const FluxletError *error);

// Returns all that is known, for people: each mistake of a script with an excerpt, or the calls that a run failed in.
// It belongs to the error.
//
// # Safety
// `error` is an error of this library, or null.
const char *fluxlet_error_text(const FluxletError *error);

// Returns the line of the script that an error is about, from 1; 0 if it is about none.
//
// # Safety
// `error` is an error of this library, or null.
uint32_t fluxlet_error_line(const FluxletError *error);

// Returns the column in that line, in characters, from 1; 0 if there is no line.
//
// # Safety
// `error` is an error of this library, or null.
uint32_t fluxlet_error_column(const FluxletError *error);

// Frees an error. Null is fine.
//
// # Safety
// `error` is an error of this library that is not used any more, or null.
void fluxlet_error_free(FluxletError *error);

// Runs a program and waits for its end; null if it fails. Any number of threads may run programs at once. Free the
// results with `fluxlet_results_free`.
//
// # Safety
// `program`, `context` and `cancel` are what their types say, `error` is a place for an error, or they are null; without
// `cancel` the run cannot be ended from outside.
FluxletResults *fluxlet_run(const FluxletProgram *program,
                            const FluxletContext *context,
                            const FluxletCancel *cancel,
                            FluxletError **error);

// Makes something that ends runs. Free it with `fluxlet_cancel_free`, after the runs that use it.
FluxletCancel *fluxlet_cancel_new(void);

// Ends the runs that use `cancel`, and those that will: they fail with `canceled`. Any thread may call it, at any time.
//
// # Safety
// `cancel` is not freed yet, or null.
void fluxlet_cancel(const FluxletCancel *cancel);

// Frees what ends runs. Null is fine.
//
// # Safety
// `cancel` is not used any more, or null.
void fluxlet_cancel_free(FluxletCancel *cancel);

// Returns how many values a run gave: one for each expression that is a statement.
//
// # Safety
// `results` are results, or null.
size_t fluxlet_results_length(const FluxletResults *results);

// Returns the value of the expression statement `index`, from 0; null if there are not so many.
//
// # Safety
// `results` are results, or null.
const FluxletValue *fluxlet_results_value(const FluxletResults *results, size_t index);

// Returns the value that the script has bound to `name` at its top level; null if there is none.
//
// # Safety
// `results` are results, `name` is a text, or they are null.
const FluxletValue *fluxlet_results_get(const FluxletResults *results, const char *name);

// Frees results, and with them their values. Null is fine.
//
// # Safety
// `results` are not used any more, or null.
void fluxlet_results_free(FluxletResults *results);

// Frees a text that a function gave to be freed. Null is fine.
//
// # Safety
// The text comes from this library and is not used any more.
void fluxlet_text_free(char *text);

// Returns what a value is; that of a null pointer is `FLUXLET_KIND_NULL`.
//
// # Safety
// `value` is a value whose results are not freed yet, or null.
FluxletKind fluxlet_value_kind(const FluxletValue *value);

// Leaves a `bool` at `out`; returns whether the value is one.
//
// # Safety
// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
bool fluxlet_value_bool(const FluxletValue *value,
                        bool *out);

// Leaves an `int` at `out`; returns whether the value is one.
//
// # Safety
// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
bool fluxlet_value_int(const FluxletValue *value,
                       int64_t *out);

// Leaves a `uint` at `out`; returns whether the value is one.
//
// # Safety
// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
bool fluxlet_value_uint(const FluxletValue *value,
                        uint64_t *out);

// Leaves a `float` at `out`; returns whether the value is one.
//
// # Safety
// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
bool fluxlet_value_float(const FluxletValue *value,
                         double *out);

// Leaves a `time` at `out`, in nanoseconds since 1970; returns whether the value is one.
//
// # Safety
// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
bool fluxlet_value_time(const FluxletValue *value,
                        int64_t *out);

// Leaves the months and the nanoseconds of a `duration`, which have one sign; returns whether the value is one.
//
// # Safety
// `value` is a value whose results are not freed yet, `months` and `nanoseconds` are places for the answer, or they are
// null.
bool fluxlet_value_duration(const FluxletValue *value,
                            int64_t *months,
                            int64_t *nanoseconds);

// Returns the bytes of a `string` (UTF-8) or of `bytes`, and leaves their number at `length`; null if the value is
// neither. They belong to the value, and no zero follows them.
//
// # Safety
// `value` is a value whose results are not freed yet, `length` is a place for the answer, or they are null.
const char *fluxlet_value_bytes(const FluxletValue *value,
                                size_t *length);

// Returns the number of elements of an array, entries of a dictionary, or fields of a record; else 0.
//
// # Safety
// `value` is a value whose results are not freed yet, or null.
size_t fluxlet_value_length(const FluxletValue *value);

// Returns element `index` of an array, or the value of that entry or field, from 0; null if there are not so many.
//
// # Safety
// `value` is a value whose results are not freed yet, or null.
const FluxletValue *fluxlet_value_at(const FluxletValue *value,
                                     size_t index);

// Returns the key of entry `index` of a dictionary, from 0; null if there are not so many.
//
// # Safety
// `value` is a value whose results are not freed yet, or null.
const FluxletValue *fluxlet_value_key(const FluxletValue *value, size_t index);

// Returns the name of field `index` of a record, from 0, in UTF-8, and leaves its length at `length`; null if there are
// not so many. It belongs to the value, and no zero follows it.
//
// # Safety
// `value` is a value whose results are not freed yet, `length` is a place for the answer, or they are null.
const char *fluxlet_value_name(const FluxletValue *value,
                               size_t index,
                               size_t *length);

// Returns the field `name` of a record, or what a dictionary has for that string; null if there is none.
//
// # Safety
// `value` is a value whose results are not freed yet, `name` is a text, or they are null.
const FluxletValue *fluxlet_value_get(const FluxletValue *value,
                                      const char *name);

// Returns a value as Flux displays it, up to a mebibyte of text; null if it is longer. Free it with `fluxlet_text_free`.
//
// # Safety
// `value` is a value whose results are not freed yet, `error` is a place for an error, or they are null.
char *fluxlet_value_display(const FluxletValue *value,
                            FluxletError **error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* FLUXLET_H */
