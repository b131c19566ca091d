//! The standard library's Flux sources: documentation, declared types, and what is written in Flux.

/// `array`
pub const ARRAY: &str = include_str!("../array/array.flux");

/// `bitwise`
pub const BITWISE: &str = include_str!("../bitwise/bitwise.flux");

/// `contrib/RohanSreerama5/naiveBayesClassifier`
pub const CONTRIB_ROHANSREERAMA5_NAIVEBAYESCLASSIFIER: &str =
    include_str!("../contrib/RohanSreerama5/naiveBayesClassifier/naiveBayesClassifier.flux");

/// `contrib/anaisdg/anomalydetection`
pub const CONTRIB_ANAISDG_ANOMALYDETECTION: &str =
    include_str!("../contrib/anaisdg/anomalydetection/anomalydetection.flux");

/// `contrib/anaisdg/statsmodels`
pub const CONTRIB_ANAISDG_STATSMODELS: &str = include_str!("../contrib/anaisdg/statsmodels/statsmodels.flux");

/// `contrib/bonitoo-io/alerta`
pub const CONTRIB_BONITOO_IO_ALERTA: &str = include_str!("../contrib/bonitoo-io/alerta/alerta.flux");

/// `contrib/bonitoo-io/hex`
pub const CONTRIB_BONITOO_IO_HEX: &str = include_str!("../contrib/bonitoo-io/hex/hex.flux");

/// `contrib/bonitoo-io/servicenow`
pub const CONTRIB_BONITOO_IO_SERVICENOW: &str = include_str!("../contrib/bonitoo-io/servicenow/servicenow.flux");

/// `contrib/bonitoo-io/tickscript`
pub const CONTRIB_BONITOO_IO_TICKSCRIPT: &str = include_str!("../contrib/bonitoo-io/tickscript/tickscript.flux");

/// `contrib/bonitoo-io/victorops`
pub const CONTRIB_BONITOO_IO_VICTOROPS: &str = include_str!("../contrib/bonitoo-io/victorops/victorops.flux");

/// `contrib/bonitoo-io/zenoss`
pub const CONTRIB_BONITOO_IO_ZENOSS: &str = include_str!("../contrib/bonitoo-io/zenoss/zenoss.flux");

/// `contrib/chobbs/discord`
pub const CONTRIB_CHOBBS_DISCORD: &str = include_str!("../contrib/chobbs/discord/discord.flux");

/// `contrib/jsternberg/influxdb`
pub const CONTRIB_JSTERNBERG_INFLUXDB: &str = include_str!("../contrib/jsternberg/influxdb/influxdb.flux");

/// `contrib/qxip/clickhouse`
pub const CONTRIB_QXIP_CLICKHOUSE: &str = include_str!("../contrib/qxip/clickhouse/clickhouse.flux");

/// `contrib/qxip/hash`
pub const CONTRIB_QXIP_HASH: &str = include_str!("../contrib/qxip/hash/hash.flux");

/// `contrib/qxip/logql`
pub const CONTRIB_QXIP_LOGQL: &str = include_str!("../contrib/qxip/logql/logql.flux");

/// `contrib/rhajek/bigpanda`
pub const CONTRIB_RHAJEK_BIGPANDA: &str = include_str!("../contrib/rhajek/bigpanda/bigpanda.flux");

/// `contrib/sranka/opsgenie`
pub const CONTRIB_SRANKA_OPSGENIE: &str = include_str!("../contrib/sranka/opsgenie/opsgenie.flux");

/// `contrib/sranka/sensu`
pub const CONTRIB_SRANKA_SENSU: &str = include_str!("../contrib/sranka/sensu/sensu.flux");

/// `contrib/sranka/teams`
pub const CONTRIB_SRANKA_TEAMS: &str = include_str!("../contrib/sranka/teams/teams.flux");

/// `contrib/sranka/telegram`
pub const CONTRIB_SRANKA_TELEGRAM: &str = include_str!("../contrib/sranka/telegram/telegram.flux");

/// `contrib/sranka/webexteams`
pub const CONTRIB_SRANKA_WEBEXTEAMS: &str = include_str!("../contrib/sranka/webexteams/webexteams.flux");

/// `contrib/tomhollingworth/events`
pub const CONTRIB_TOMHOLLINGWORTH_EVENTS: &str = include_str!("../contrib/tomhollingworth/events/events.flux");

/// `csv`
pub const CSV: &str = include_str!("../csv/csv.flux");

/// `date`
pub const DATE: &str = include_str!("../date/date.flux");

/// `date/boundaries`
pub const DATE_BOUNDARIES: &str = include_str!("../date/boundaries/boundaries.flux");

/// `dict`
pub const DICT: &str = include_str!("../dict/dict.flux");

/// `experimental`
pub const EXPERIMENTAL: &str = include_str!("../experimental/experimental.flux");

/// `experimental/aggregate`
pub const EXPERIMENTAL_AGGREGATE: &str = include_str!("../experimental/aggregate/aggregate.flux");

/// `experimental/array`
pub const EXPERIMENTAL_ARRAY: &str = include_str!("../experimental/array/array.flux");

/// `experimental/bigtable`
pub const EXPERIMENTAL_BIGTABLE: &str = include_str!("../experimental/bigtable/bigtable.flux");

/// `experimental/bitwise`
pub const EXPERIMENTAL_BITWISE: &str = include_str!("../experimental/bitwise/bitwise.flux");

/// `experimental/csv`
pub const EXPERIMENTAL_CSV: &str = include_str!("../experimental/csv/csv.flux");

/// `experimental/date/boundaries`
pub const EXPERIMENTAL_DATE_BOUNDARIES: &str = include_str!("../experimental/date/boundaries/boundaries.flux");

/// `experimental/dynamic`
pub const EXPERIMENTAL_DYNAMIC: &str = include_str!("../experimental/dynamic/dynamic.flux");

/// `experimental/geo`
pub const EXPERIMENTAL_GEO: &str = include_str!("../experimental/geo/geo.flux");

/// `experimental/http`
pub const EXPERIMENTAL_HTTP: &str = include_str!("../experimental/http/http.flux");

/// `experimental/http/requests`
pub const EXPERIMENTAL_HTTP_REQUESTS: &str = include_str!("../experimental/http/requests/requests.flux");

/// `experimental/influxdb`
pub const EXPERIMENTAL_INFLUXDB: &str = include_str!("../experimental/influxdb/influxdb.flux");

/// `experimental/iox`
pub const EXPERIMENTAL_IOX: &str = include_str!("../experimental/iox/iox.flux");

/// `experimental/json`
pub const EXPERIMENTAL_JSON: &str = include_str!("../experimental/json/json.flux");

/// `experimental/mqtt`
pub const EXPERIMENTAL_MQTT: &str = include_str!("../experimental/mqtt/mqtt.flux");

/// `experimental/oee`
pub const EXPERIMENTAL_OEE: &str = include_str!("../experimental/oee/oee.flux");

/// `experimental/polyline`
pub const EXPERIMENTAL_POLYLINE: &str = include_str!("../experimental/polyline/polyline.flux");

/// `experimental/prometheus`
pub const EXPERIMENTAL_PROMETHEUS: &str = include_str!("../experimental/prometheus/prometheus.flux");

/// `experimental/query`
pub const EXPERIMENTAL_QUERY: &str = include_str!("../experimental/query/query.flux");

/// `experimental/record`
pub const EXPERIMENTAL_RECORD: &str = include_str!("../experimental/record/record.flux");

/// `experimental/table`
pub const EXPERIMENTAL_TABLE: &str = include_str!("../experimental/table/table.flux");

/// `experimental/usage`
pub const EXPERIMENTAL_USAGE: &str = include_str!("../experimental/usage/usage.flux");

/// `fluxlet/expect`
pub const FLUXLET_EXPECT: &str = include_str!("../fluxlet/expect/expect.flux");

/// `generate`
pub const GENERATE: &str = include_str!("../generate/generate.flux");

/// `http`
pub const HTTP: &str = include_str!("../http/http.flux");

/// `http/requests`
pub const HTTP_REQUESTS: &str = include_str!("../http/requests/requests.flux");

/// `influxdata/influxdb`
pub const INFLUXDATA_INFLUXDB: &str = include_str!("../influxdata/influxdb/influxdb.flux");

/// `influxdata/influxdb/monitor`
pub const INFLUXDATA_INFLUXDB_MONITOR: &str = include_str!("../influxdata/influxdb/monitor/monitor.flux");

/// `influxdata/influxdb/sample`
pub const INFLUXDATA_INFLUXDB_SAMPLE: &str = include_str!("../influxdata/influxdb/sample/sample.flux");

/// `influxdata/influxdb/schema`
pub const INFLUXDATA_INFLUXDB_SCHEMA: &str = include_str!("../influxdata/influxdb/schema/schema.flux");

/// `influxdata/influxdb/secrets`
pub const INFLUXDATA_INFLUXDB_SECRETS: &str = include_str!("../influxdata/influxdb/secrets/secrets.flux");

/// `influxdata/influxdb/tasks`
pub const INFLUXDATA_INFLUXDB_TASKS: &str = include_str!("../influxdata/influxdb/tasks/tasks.flux");

/// `influxdata/influxdb/v1`
pub const INFLUXDATA_INFLUXDB_V1: &str = include_str!("../influxdata/influxdb/v1/v1.flux");

/// `internal/boolean`
pub const INTERNAL_BOOLEAN: &str = include_str!("../internal/boolean/boolean.flux");

/// `internal/debug`
pub const INTERNAL_DEBUG: &str = include_str!("../internal/debug/debug.flux");

/// `internal/gen`
pub const INTERNAL_GEN: &str = include_str!("../internal/gen/gen.flux");

/// `internal/influxql`
pub const INTERNAL_INFLUXQL: &str = include_str!("../internal/influxql/influxql.flux");

/// `internal/location`
pub const INTERNAL_LOCATION: &str = include_str!("../internal/location/location.flux");

/// `internal/promql`
pub const INTERNAL_PROMQL: &str = include_str!("../internal/promql/promql.flux");

/// `internal/testing`
pub const INTERNAL_TESTING: &str = include_str!("../internal/testing/testing.flux");

/// `internal/testutil`
pub const INTERNAL_TESTUTIL: &str = include_str!("../internal/testutil/testutil.flux");

/// `interpolate`
pub const INTERPOLATE: &str = include_str!("../interpolate/interpolate.flux");

/// `join`
pub const JOIN: &str = include_str!("../join/join.flux");

/// `json`
pub const JSON: &str = include_str!("../json/json.flux");

/// `kafka`
pub const KAFKA: &str = include_str!("../kafka/kafka.flux");

/// `math`
pub const MATH: &str = include_str!("../math/math.flux");

/// `pagerduty`
pub const PAGERDUTY: &str = include_str!("../pagerduty/pagerduty.flux");

/// `planner`
pub const PLANNER: &str = include_str!("../planner/planner.flux");

/// `profiler`
pub const PROFILER: &str = include_str!("../profiler/profiler.flux");

/// `pushbullet`
pub const PUSHBULLET: &str = include_str!("../pushbullet/pushbullet.flux");

/// `regexp`
pub const REGEXP: &str = include_str!("../regexp/regexp.flux");

/// `runtime`
pub const RUNTIME: &str = include_str!("../runtime/runtime.flux");

/// `sampledata`
pub const SAMPLEDATA: &str = include_str!("../sampledata/sampledata.flux");

/// `slack`
pub const SLACK: &str = include_str!("../slack/slack.flux");

/// `socket`
pub const SOCKET: &str = include_str!("../socket/socket.flux");

/// `sql`
pub const SQL: &str = include_str!("../sql/sql.flux");

/// `strings`
pub const STRINGS: &str = include_str!("../strings/strings.flux");

/// `system`
pub const SYSTEM: &str = include_str!("../system/system.flux");

/// `testing`
pub const TESTING: &str = include_str!("../testing/testing.flux");

/// `testing/expect`
pub const TESTING_EXPECT: &str = include_str!("../testing/expect/expect.flux");

/// `timezone`
pub const TIMEZONE: &str = include_str!("../timezone/timezone.flux");

/// `types`
pub const TYPES: &str = include_str!("../types/types.flux");

/// `universe`
pub const UNIVERSE: &str = include_str!("../universe/universe.flux");
