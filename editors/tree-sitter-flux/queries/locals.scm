; Which names are defined where, in the names of Neovim.

[
  (source_file)
  (function)
  (block)
] @local.scope

(assignment
  name: (identifier) @local.definition.var)

(option_statement
  name: (identifier) @local.definition.var)

(builtin_statement
  name: (identifier) @local.definition.var)

(parameter
  name: (identifier) @local.definition.parameter)

(import_declaration
  alias: (identifier) @local.definition.import)

(identifier) @local.reference
