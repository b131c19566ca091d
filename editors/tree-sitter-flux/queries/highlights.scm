; What has which colour, in the names of Neovim, where the last pattern that fits wins.

(identifier) @variable

(comment) @comment

; Literals

(string) @string

(interpolated_string) @string

(escape_sequence) @string.escape

(regexp) @string.regexp

[
  (integer)
  (duration)
  (time)
] @number

(float) @number.float

((identifier) @boolean
  (#any-of? @boolean "true" "false"))

; Names

(package_clause
  name: (identifier) @module)

(import_declaration
  alias: (identifier) @module)

(option_statement
  package: (identifier) @module)

(property_identifier) @property

(property
  key: (string) @property)

(label
  name: _ @string.special.symbol)

(member_expression
  property: (property_identifier) @variable.member)

(parameter
  name: (identifier) @variable.parameter)

(arguments
  (property
    key: (property_identifier) @variable.parameter))

(parameter_type
  name: (property_identifier) @variable.parameter)

(call_expression
  function: (identifier) @function.call)

(call_expression
  function: (member_expression
    property: (property_identifier) @function.call))

(assignment
  name: (identifier) @function
  value: (function))

(option_statement
  name: _ @function
  value: (function))

(builtin_statement
  name: (identifier) @function
  type: (function_type))

(testcase_statement
  name: (identifier) @function)

(attribute_name) @attribute

; Types

(type_identifier) @type

((type_identifier) @type.builtin
  (#any-of? @type.builtin
    "bool" "bytes" "duration" "dynamic" "float" "int" "regexp" "string" "time" "uint"))

(generic_type
  name: _ @type.builtin)

; Keywords

"import" @keyword.import

"return" @keyword.return

[
  "if"
  "then"
  "else"
] @keyword.conditional

[
  "and"
  "or"
  "not"
  "exists"
] @keyword.operator

[
  "builtin"
  "extends"
  "option"
  "package"
  "testcase"
  "where"
  "with"
] @keyword

; Operators and punctuation

[
  "+"
  "-"
  "*"
  "/"
  "%"
  "^"
  "=="
  "!="
  "<"
  "<="
  ">"
  ">="
  "=~"
  "!~"
  "="
  "=>"
  "|>"
  "?"
  "<-"
] @operator

; The slashes around it, too.
(regexp
  "/" @string.regexp)

[
  "("
  ")"
  "["
  "]"
  "{"
  "}"
] @punctuation.bracket

(interpolation
  [
    "${"
    "}"
  ] @punctuation.special)

[
  ","
  ":"
  "."
] @punctuation.delimiter
