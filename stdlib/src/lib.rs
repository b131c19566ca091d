//! The standard library's Flux sources: documentation, declared types, and what is written in Flux.

/// `array`
pub const ARRAY: &str = include_str!("../array/array.flux");

/// `bitwise`
pub const BITWISE: &str = include_str!("../bitwise/bitwise.flux");

/// `contrib/bonitoo-io/hex`
pub const CONTRIB_BONITOO_IO_HEX: &str = include_str!("../contrib/bonitoo-io/hex/hex.flux");

/// `date`
pub const DATE: &str = include_str!("../date/date.flux");

/// `date/boundaries`
pub const DATE_BOUNDARIES: &str = include_str!("../date/boundaries/boundaries.flux");

/// `dict`
pub const DICT: &str = include_str!("../dict/dict.flux");

/// `experimental`
pub const EXPERIMENTAL: &str = include_str!("../experimental/experimental.flux");

/// `experimental/array`
pub const EXPERIMENTAL_ARRAY: &str = include_str!("../experimental/array/array.flux");

/// `experimental/bitwise`
pub const EXPERIMENTAL_BITWISE: &str = include_str!("../experimental/bitwise/bitwise.flux");

/// `experimental/date/boundaries`
pub const EXPERIMENTAL_DATE_BOUNDARIES: &str = include_str!("../experimental/date/boundaries/boundaries.flux");

/// `experimental/dynamic`
pub const EXPERIMENTAL_DYNAMIC: &str = include_str!("../experimental/dynamic/dynamic.flux");

/// `experimental/influxdb`
pub const EXPERIMENTAL_INFLUXDB: &str = include_str!("../experimental/influxdb/influxdb.flux");

/// `experimental/json`
pub const EXPERIMENTAL_JSON: &str = include_str!("../experimental/json/json.flux");

/// `experimental/record`
pub const EXPERIMENTAL_RECORD: &str = include_str!("../experimental/record/record.flux");

/// `fluxlet/expect`
pub const FLUXLET_EXPECT: &str = include_str!("../fluxlet/expect/expect.flux");

/// `http`
pub const HTTP: &str = include_str!("../http/http.flux");

/// `influxdata/influxdb`
pub const INFLUXDATA_INFLUXDB: &str = include_str!("../influxdata/influxdb/influxdb.flux");

/// `influxdata/influxdb/secrets`
pub const INFLUXDATA_INFLUXDB_SECRETS: &str = include_str!("../influxdata/influxdb/secrets/secrets.flux");

/// `influxdata/influxdb/tasks`
pub const INFLUXDATA_INFLUXDB_TASKS: &str = include_str!("../influxdata/influxdb/tasks/tasks.flux");

/// `internal/boolean`
pub const INTERNAL_BOOLEAN: &str = include_str!("../internal/boolean/boolean.flux");

/// `internal/debug`
pub const INTERNAL_DEBUG: &str = include_str!("../internal/debug/debug.flux");

/// `internal/influxql`
pub const INTERNAL_INFLUXQL: &str = include_str!("../internal/influxql/influxql.flux");

/// `internal/location`
pub const INTERNAL_LOCATION: &str = include_str!("../internal/location/location.flux");

/// `internal/testutil`
pub const INTERNAL_TESTUTIL: &str = include_str!("../internal/testutil/testutil.flux");

/// `json`
pub const JSON: &str = include_str!("../json/json.flux");

/// `math`
pub const MATH: &str = include_str!("../math/math.flux");

/// `regexp`
pub const REGEXP: &str = include_str!("../regexp/regexp.flux");

/// `runtime`
pub const RUNTIME: &str = include_str!("../runtime/runtime.flux");

/// `strings`
pub const STRINGS: &str = include_str!("../strings/strings.flux");

/// `system`
pub const SYSTEM: &str = include_str!("../system/system.flux");

/// `testing`
pub const TESTING: &str = include_str!("../testing/testing.flux");

/// `timezone`
pub const TIMEZONE: &str = include_str!("../timezone/timezone.flux");

/// `types`
pub const TYPES: &str = include_str!("../types/types.flux");

/// `universe`
pub const UNIVERSE: &str = include_str!("../universe/universe.flux");

/// `experimental/http`
pub const EXPERIMENTAL_HTTP: &str = include_str!("../experimental/http/http.flux");

/// `experimental/http/requests`
pub const EXPERIMENTAL_HTTP_REQUESTS: &str = include_str!("../experimental/http/requests/requests.flux");

/// `http/requests`
pub const HTTP_REQUESTS: &str = include_str!("../http/requests/requests.flux");
