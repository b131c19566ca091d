; How far lines stand to the right, in the names of Neovim.

[
  (arguments)
  (array)
  (assignment)
  (block)
  (builtin_statement)
  (conditional_expression)
  (dictionary)
  (function)
  (option_statement)
  (parameters)
  (parameter_types)
  (parenthesized_expression)
  (pipe_expression)
  (property)
  (record)
  (record_type)
  (return_statement)
] @indent.begin

[
  ")"
  "]"
  "}"
  "else"
] @indent.branch

; The insides of these stay as they are.
[
  (comment)
  (interpolated_string)
  (string)
] @indent.auto
