; What is in other languages.

((regexp_pattern) @injection.content
  (#set! injection.language "regex"))
