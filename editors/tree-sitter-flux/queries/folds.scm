; What can be folded.

[
  (arguments)
  (array)
  (block)
  (conditional_expression)
  (dictionary)
  (parameters)
  (parameter_types)
  (parenthesized_expression)
  (record)
  (record_type)
] @fold

(import_declaration)+ @fold
