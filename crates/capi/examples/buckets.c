// Asks an InfluxDB for its buckets: `INFLUX_HOST=… INFLUX_TOKEN=… ./buckets`.

#include <stdio.h>
#include <stdlib.h>

#include "fluxlet.h"

static const char *const SCRIPT =
    "import \"array\"\n"
    "import \"experimental/dynamic\"\n"
    "import \"experimental/influxdb\"\n"
    "response = influxdb.api(method: \"get\", path: \"/api/v2/buckets\")\n"
    "buckets = dynamic.asArray(v: dynamic.jsonParse(data: response.body).buckets)\n"
    "{status: response.statusCode, names: array.map(arr: buckets, fn: (x) => string(v: x.name))}\n";

static int fail(FluxletError *error) {
    fprintf(stderr, "%s\n", fluxlet_error_text(error));
    fluxlet_error_free(error);
    return EXIT_FAILURE;
}

int main(void) {
    FluxletError *error = NULL;
    const FluxletEngine *engine = fluxlet_engine_new(&error);
    if (!engine) return fail(error);
    FluxletProgram *program = fluxlet_compile(engine, "buckets.flux", SCRIPT, &error);
    fluxlet_engine_free(engine);
    if (!program) return fail(error);

    FluxletContext *context = fluxlet_context_new();
    FluxletResults *results = NULL;
    if (fluxlet_context_set_host(context, getenv("INFLUX_HOST"), &error) &&
        fluxlet_context_set_token(context, getenv("INFLUX_TOKEN"), &error) &&
        fluxlet_context_set_timeout(context, 10000, &error)) {
        results = fluxlet_run(program, context, NULL, &error);
    }
    fluxlet_context_free(context);
    fluxlet_program_free(program);
    if (!results) return fail(error);

    const FluxletValue *value = fluxlet_results_value(results, 0);
    const FluxletValue *names = fluxlet_value_get(value, "names");
    int64_t status = 0;
    fluxlet_value_int(fluxlet_value_get(value, "status"), &status);
    printf("%lld\n", (long long)status);
    for (size_t index = 0; index < fluxlet_value_length(names); index++) {
        size_t length = 0;
        const char *name = fluxlet_value_bytes(fluxlet_value_at(names, index), &length);
        printf("%.*s\n", (int)length, name);
    }
    fluxlet_results_free(results);
    return EXIT_SUCCESS;
}
