// Uses the library as badly as C allows, and a thousand times: everything must be told or work, and nothing may leak.

#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fluxlet.h"

static const FluxletEngine *engine;

static FluxletResults *run(const char *script, FluxletContext *context, const FluxletCancel *cancel, FluxletError **error) {
    FluxletProgram *program = fluxlet_compile(engine, "test.flux", script, error);
    if (!program) return NULL;
    FluxletResults *results = fluxlet_run(program, context, cancel, error);
    fluxlet_program_free(program);
    return results;
}

// Runs a script that must fail with a code at a place.
static void fails(FluxletContext *context, const char *script, const char *code, unsigned line, unsigned column) {
    FluxletError *error = NULL;
    FluxletResults *results = run(script, context, NULL, &error);
    assert(!results && error);
    if (strcmp(fluxlet_error_code(error), code) || fluxlet_error_line(error) != line || fluxlet_error_column(error) != column) {
        fprintf(stderr, "%s %u:%u %s\n", fluxlet_error_code(error), fluxlet_error_line(error), fluxlet_error_column(error), fluxlet_error_text(error));
        abort();
    }
    assert(strlen(fluxlet_error_message(error)) > 0 && strlen(fluxlet_error_text(error)) > 0);
    fluxlet_error_free(error);
}

static void values(FluxletContext *context) {
    FluxletError *error = NULL;
    const char *script =
        "import \"experimental/dynamic\"\n"
        "a = {i: -5, f: 1.5, s: \"gr\xc3\xb6\xc3\x9f" "e\", b: true, u: uint(v: 7), t: 1970-01-01T00:00:01Z, d: 1mo, n: [1, 2, 3]}\n"
        "dict = [\"x\": 1, \"y\": 2]\n"
        "raw = bytes(v: \"\\x00\\x01\")\n"
        "three = dynamic.dynamic(v: 3)\n"
        "same = (x) => x\n"
        "a\n"
        "1 + 1\n";
    FluxletResults *results = run(script, context, NULL, &error);
    if (!results) fprintf(stderr, "%s\n", fluxlet_error_text(error));
    assert(results && fluxlet_results_length(results) == 2);
    const FluxletValue *record = fluxlet_results_value(results, 0);
    assert(fluxlet_value_kind(record) == FLUXLET_KIND_RECORD && fluxlet_value_length(record) == 8);
    assert(fluxlet_results_get(results, "a") != NULL && fluxlet_results_get(results, "z") == NULL);
    int64_t i = 0, months = 0, nanoseconds = 0;
    uint64_t u = 0;
    double f = 0;
    bool b = false;
    assert(fluxlet_value_int(fluxlet_value_get(record, "i"), &i) && i == -5);
    assert(fluxlet_value_float(fluxlet_value_get(record, "f"), &f) && f == 1.5);
    assert(fluxlet_value_bool(fluxlet_value_get(record, "b"), &b) && b);
    assert(fluxlet_value_uint(fluxlet_value_get(record, "u"), &u) && u == 7);
    assert(fluxlet_value_time(fluxlet_value_get(record, "t"), &i) && i == 1000000000);
    assert(fluxlet_value_duration(fluxlet_value_get(record, "d"), &months, &nanoseconds) && months == 1 && nanoseconds == 0);
    // Of another kind, missing, null.
    assert(!fluxlet_value_int(fluxlet_value_get(record, "s"), &i) && !fluxlet_value_int(NULL, &i));
    assert(!fluxlet_value_int(fluxlet_value_get(record, "i"), NULL));
    assert(fluxlet_value_get(record, "missing") == NULL && fluxlet_value_get(record, NULL) == NULL);
    size_t length = 0;
    const char *text = fluxlet_value_bytes(fluxlet_value_get(record, "s"), &length);
    assert(length == 7 && !memcmp(text, "gr\xc3\xb6\xc3\x9f" "e", 7));
    assert(fluxlet_value_bytes(fluxlet_value_get(record, "i"), &length) == NULL);
    text = fluxlet_value_name(record, 0, &length);
    assert(text && length == 1 && fluxlet_value_name(record, 8, &length) == NULL);
    const FluxletValue *array = fluxlet_value_get(record, "n");
    assert(fluxlet_value_length(array) == 3 && fluxlet_value_at(array, 3) == NULL);
    assert(fluxlet_value_int(fluxlet_value_at(array, 2), &i) && i == 3);
    const FluxletValue *dict = fluxlet_results_get(results, "dict");
    assert(fluxlet_value_kind(dict) == FLUXLET_KIND_DICT && fluxlet_value_length(dict) == 2);
    assert(fluxlet_value_int(fluxlet_value_get(dict, "y"), &i) && i == 2);
    assert(fluxlet_value_kind(fluxlet_value_key(dict, 0)) == FLUXLET_KIND_STRING && fluxlet_value_key(dict, 2) == NULL);
    text = fluxlet_value_bytes(fluxlet_results_get(results, "raw"), &length);
    assert(length == 2 && text[0] == 0 && text[1] == 1);
    assert(fluxlet_value_kind(fluxlet_results_get(results, "three")) == FLUXLET_KIND_INT);
    assert(fluxlet_value_kind(fluxlet_results_get(results, "same")) == FLUXLET_KIND_FUNCTION);
    assert(fluxlet_value_kind(fluxlet_results_value(results, 2)) == FLUXLET_KIND_NULL);
    char *shown = fluxlet_value_display(dict, &error);
    assert(shown && !strcmp(shown, "[x: 1, y: 2]"));
    fluxlet_text_free(shown);
    fluxlet_results_free(results);
}

static void *cancel_soon(void *cancel) {
    usleep(50000);
    fluxlet_cancel(cancel);
    return NULL;
}

static void misuse(void) {
    FluxletError *error = NULL;
    assert(!fluxlet_compile(NULL, "x", "1", &error) && !strcmp(fluxlet_error_message(error), "`engine` is null"));
    fluxlet_error_free(error);
    assert(!fluxlet_compile(engine, "x", NULL, NULL));
    assert(!fluxlet_compile(engine, "x", "\xff", &error) && !strcmp(fluxlet_error_message(error), "`script` is no UTF-8"));
    fluxlet_error_free(error);
    assert(!fluxlet_run(NULL, NULL, NULL, NULL));
    FluxletContext *context = fluxlet_context_new();
    assert(!fluxlet_context_set_host(context, "not a url", &error) && fluxlet_error_line(error) == 0);
    fluxlet_error_free(error);
    assert(!fluxlet_context_set_host(NULL, "http://localhost", NULL) && !fluxlet_context_set_policy(context, "nonsense = 1", NULL));
    assert(fluxlet_results_length(NULL) == 0 && fluxlet_value_length(NULL) == 0 && !fluxlet_error_code(NULL));
    fluxlet_context_free(context);
    fluxlet_context_free(NULL);
    fluxlet_results_free(NULL);
    fluxlet_error_free(NULL);
    fluxlet_engine_free(NULL);
    fluxlet_text_free(NULL);
}

int main(void) {
    FluxletError *error = NULL;
    engine = fluxlet_engine_new(&error);
    assert(engine);
    FluxletContext *context = fluxlet_context_new();
    assert(fluxlet_context_set_host(context, getenv("INFLUX_HOST"), &error));
    assert(fluxlet_context_set_token(context, getenv("INFLUX_TOKEN"), &error));
    assert(fluxlet_context_set_org(context, "my-org", &error));
    assert(fluxlet_context_set_secret(context, "KEY", "hidden", &error));

    misuse();
    values(context);
    fails(context, "x = 1\nx + \"a\"", "type-mismatch", 2, 5);
    fails(context, "x = (", "unclosed-bracket", 1, 5);
    fails(context, "import \"fluxlet/panics\"\npanics.panic()", "internal", 2, 1);
    fails(context, "die(msg: \"so\")", "invalid", 1, 1);
    fails(context, "import \"experimental/http\"\nhttp.get(url: \"http://127.0.0.2:9/\")", "permission denied", 2, 1);

    // Canceled while it computes, and before it begins.
    assert(fluxlet_context_set_policy(context, "", &error));
    FluxletCancel *cancel = fluxlet_cancel_new();
    pthread_t thread;
    assert(!pthread_create(&thread, NULL, cancel_soon, cancel));
    const char *endless =
        "import \"array\"\nimport \"strings\"\n"
        "many = strings.split(v: strings.repeat(v: \"a\", i: 2000), t: \"\")\n"
        "each = (fn) => length(arr: array.map(arr: many, fn: fn))\n"
        "each(fn: (x) => each(fn: (x) => each(fn: (x) => x)))";
    for (int round = 0; round < 2; round++) {
        assert(!run(endless, context, cancel, &error));
        if (strcmp(fluxlet_error_code(error), "canceled")) fprintf(stderr, "%s\n", fluxlet_error_text(error));
        assert(!strcmp(fluxlet_error_code(error), "canceled"));
        fluxlet_error_free(error);
    }
    pthread_join(thread, NULL);
    fluxlet_cancel_free(cancel);

    // A thousand runs of a call, each with a fresh result; the program outlives the engine.
    FluxletProgram *program = fluxlet_compile(
        engine, "test.flux", "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/health\").statusCode", &error);
    assert(program);
    fluxlet_engine_free(engine);
    for (int round = 0; round < 1000; round++) {
        FluxletResults *results = fluxlet_run(program, context, NULL, &error);
        if (!results) fprintf(stderr, "%s\n", fluxlet_error_text(error));
        int64_t status = 0;
        assert(results && fluxlet_value_int(fluxlet_results_value(results, 0), &status) && status == 200);
        fluxlet_results_free(results);
    }
    fluxlet_program_free(program);
    fluxlet_context_free(context);
    puts("fine");
    return 0;
}
