/**
 * @file The grammar of Flux for tree-sitter; `crates/syntax` is what decides where they differ.
 * @license MIT OR Apache-2.0
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

// How tightly operators bind, the loosest first.
const PREC = {
  or: 1,
  and: 2,
  logical_unary: 3,
  compare: 4,
  add: 5,
  multiply: 6,
  power: 7,
  pipe: 8,
  postfix: 9,
};

const KEYWORDS = [
  'and', 'builtin', 'else', 'exists', 'if', 'import', 'not', 'option', 'or', 'package', 'return', 'testcase', 'then',
];

module.exports = grammar({
  name: 'flux',

  word: $ => $.identifier,

  reserved: { global: () => KEYWORDS },

  extras: $ => [/[ \t\r\n\v\f]/, $.comment],

  supertypes: $ => [$.statement, $.expression, $.type],

  inline: $ => [$._key, $._property_identifier, $._type_identifier],

  // `(a)` is a parameter only if `=>` follows.
  conflicts: $ => [[$.parameter, $._primary]],

  rules: {
    source_file: $ => seq(
      optional(seq(repeat($.attribute), $.package_clause)),
      repeat(seq(repeat($.attribute), $.import_declaration)),
      repeat($._attributed_statement),
    ),

    comment: _ => token(seq('//', /[^\n]*/)),

    // Statements. Nothing separates them: an expression goes on for as long as it can.

    package_clause: $ => seq('package', field('name', $.identifier)),

    import_declaration: $ => seq('import', optional(field('alias', $.identifier)), field('path', $.string)),

    attribute: $ => prec.right(seq(field('name', $.attribute_name), optional(field('arguments', $.attribute_arguments)))),

    attribute_name: _ => /@[\p{L}_][\p{L}\p{Nd}_]*/,

    attribute_arguments: $ => seq('(', repeat(seq($._primary, optional(','))), ')'),

    _attributed_statement: $ => seq(repeat($.attribute), $.statement),

    statement: $ => choice(
      $.option_statement,
      $.builtin_statement,
      $.testcase_statement,
      $.assignment,
      $.expression_statement,
    ),

    option_statement: $ => seq(
      'option',
      choice(
        field('name', $.identifier),
        seq(field('package', $.identifier), '.', field('name', $._property_identifier)),
      ),
      '=',
      field('value', $.expression),
    ),

    builtin_statement: $ => seq(
      'builtin',
      field('name', $.identifier),
      ':',
      field('type', $.type),
      optional(field('constraints', $.where_clause)),
    ),

    testcase_statement: $ => seq(
      'testcase',
      field('name', $.identifier),
      optional(seq('extends', field('extends', $.string))),
      field('body', $.block),
    ),

    return_statement: $ => seq('return', field('value', $.expression)),

    assignment: $ => seq(field('name', $.identifier), '=', field('value', $.expression)),

    expression_statement: $ => $.expression,

    block: $ => seq(
      // After `=>` it is a block that begins, and no record.
      alias(token(prec(1, '{')), '{'),
      repeat(choice($._attributed_statement, seq(repeat($.attribute), $.return_statement))),
      '}',
    ),

    // Expressions, the loosest first.

    expression: $ => choice($.conditional_expression, $._logical),

    conditional_expression: $ => seq(
      'if',
      field('condition', $.expression),
      'then',
      field('consequence', $.expression),
      repeat($.else_if_clause),
      'else',
      field('alternative', $._logical),
    ),

    else_if_clause: $ => seq(
      'else',
      'if',
      field('condition', $.expression),
      'then',
      field('consequence', $.expression),
    ),

    _logical: $ => choice($.logical_expression, alias($._logical_unary, $.unary_expression), $._arithmetic),

    logical_expression: $ => choice(
      infix($._logical, 'or', PREC.or),
      infix($._logical, 'and', PREC.and),
    ),

    _logical_unary: $ => prec(PREC.logical_unary, prefix(choice('not', 'exists'), $._logical)),

    _arithmetic: $ => choice($.binary_expression, $.pipe_expression, $._unary),

    binary_expression: $ => choice(
      infix($._arithmetic, choice('==', '!=', '<', '<=', '>', '>=', '=~', '!~'), PREC.compare),
      infix($._arithmetic, choice('+', '-'), PREC.add),
      infix($._arithmetic, choice('*', '/', '%'), PREC.multiply),
      infix($._arithmetic, '^', PREC.power),
    ),

    pipe_expression: $ => prec.left(PREC.pipe, seq(
      field('source', $._arithmetic),
      '|>',
      field('destination', $.call_expression),
    )),

    _unary: $ => choice($.unary_expression, $._postfix),

    unary_expression: $ => prefix(choice('+', '-'), $._unary),

    // A call that is called belongs together before its pipe does.
    _postfix: $ => choice($._primary, $.member_expression, $.index_expression, prec(PREC.postfix, $.call_expression)),

    member_expression: $ => prec(PREC.postfix, seq(
      field('object', $._postfix),
      choice(seq('.', field('property', $._property_identifier)), seq('[', field('property', $.string), ']')),
    )),

    index_expression: $ => prec(PREC.postfix, seq(
      field('object', $._postfix),
      '[',
      field('index', $.expression),
      ']',
    )),

    call_expression: $ => prec(PREC.postfix, seq(
      field('function', $._postfix),
      field('arguments', $.arguments),
    )),

    arguments: $ => seq('(', optional(properties($)), ')'),

    _primary: $ => choice(
      $.identifier,
      $.integer,
      $.float,
      $.duration,
      $.time,
      $.string,
      $.interpolated_string,
      $.regexp,
      $.label,
      $.pipe_receive,
      $.array,
      $.dictionary,
      $.record,
      $.parenthesized_expression,
      $.function,
    ),

    array: $ => seq('[', optional(someCommas($.expression)), ']'),

    dictionary: $ => seq('[', choice(':', someCommas($.pair)), ']'),

    pair: $ => seq(field('key', $.expression), ':', field('value', $.expression)),

    record: $ => seq('{', optional(seq(field('base', $.identifier), 'with')), optional(properties($)), '}'),

    property: $ => seq(field('key', $._key), ':', field('value', $.expression)),

    _key: $ => choice($._property_identifier, $.string),

    // A name that stands for no variable.
    _property_identifier: $ => alias($.identifier, $.property_identifier),

    shorthand_property: $ => $.identifier,

    parenthesized_expression: $ => seq('(', $.expression, ')'),

    function: $ => seq(
      field('parameters', $.parameters),
      '=>',
      field('body', choice($.block, $.expression)),
    ),

    parameters: $ => seq('(', optional(someCommas($.parameter)), ')'),

    parameter: $ => seq(field('name', $.identifier), optional(seq('=', field('default', $.expression)))),

    label: $ => seq('.', field('name', $._key)),

    pipe_receive: _ => '<-',

    // Literals.

    identifier: _ => /[\p{L}_][\p{L}\p{Nd}_]*/,

    integer: _ => /\d+/,

    float: _ => /\d+\.\d*|\.\d+/,

    duration: _ => /(\d+(y|mo|w|d|h|m|s|ms|us|µs|ns))+/,

    time: _ => /\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?/,

    string: $ => seq('"', repeat($._string_part), optional($._last_dollar), '"'),

    interpolated_string: $ => seq(
      '"',
      repeat($._string_part),
      $.interpolation,
      repeat(choice($._string_part, $.interpolation)),
      optional($._last_dollar),
      '"',
    ),

    _string_part: $ => choice($.string_content, $.escape_sequence),

    _last_dollar: $ => alias(token.immediate('$'), $.string_content),

    // A `$` takes the next character along: `$${` interpolates nothing.
    string_content: _ => token.immediate(prec(1, /([^"\\$]|\$[^"{])+/)),

    escape_sequence: _ => token.immediate(/\\([nrt\\"]|\$\{|x[0-9a-fA-F]{2})/),

    interpolation: $ => seq(token.immediate('${'), field('value', $.expression), '}'),

    // After an operand, a `/` divides.
    regexp: $ => seq('/', field('pattern', $.regexp_pattern), token.immediate('/')),

    regexp_pattern: _ => token.immediate(prec(1, /([^\/\\]|\\[^x]|\\x[0-9a-fA-F]{2})+/)),

    // Types.

    type: $ => choice(
      $._type_identifier,
      $.generic_type,
      $.array_type,
      $.dictionary_type,
      $.record_type,
      $.function_type,
      $.label,
    ),

    _type_identifier: $ => alias($.identifier, $.type_identifier),

    generic_type: $ => seq(field('name', choice('stream', 'vector')), '[', field('element', $.type), ']'),

    array_type: $ => seq('[', field('element', $.type), ']'),

    dictionary_type: $ => seq('[', field('key', $.type), ':', field('value', $.type), ']'),

    record_type: $ => seq(
      '{',
      optional(seq(
        optional(seq(field('base', $._type_identifier), 'with')),
        repeat1(seq($.property_type, optional(','))),
      )),
      '}',
    ),

    property_type: $ => seq(field('key', $._key), ':', field('value', $.type)),

    function_type: $ => seq(field('parameters', $.parameter_types), '=>', field('result', $.type)),

    parameter_types: $ => seq('(', repeat(seq($.parameter_type, optional(','))), ')'),

    parameter_type: $ => seq(
      choice(
        field('name', $._property_identifier),
        seq('?', field('name', $._property_identifier)),
        seq('<-', optional(field('name', $._property_identifier))),
      ),
      ':',
      field('type', $.type),
      optional(seq('=', field('default', $.label))),
    ),

    where_clause: $ => seq('where', $.constraint, repeat(seq(',', $.constraint))),

    // A statement may begin with `+`, but not here.
    constraint: $ => prec.right(seq(
      field('variable', $._type_identifier),
      ':',
      field('kind', $._type_identifier),
      repeat(seq('+', field('kind', $._type_identifier))),
    )),
  },
});

/**
 * At least one of these, between commas, with one more comma at the end if one likes.
 * @param {RuleOrLiteral} rule
 */
function commas(rule) {
  return seq(rule, repeat(seq(',', rule)), optional(','));
}

/**
 * As `commas`; after the second one, commas are not needed.
 * @param {RuleOrLiteral} rule
 */
function someCommas(rule) {
  return seq(rule, optional(seq(',', repeat(seq(rule, optional(','))))));
}

/**
 * The insides of a record or of a call: all properties have values, or none.
 * @param {GrammarSymbols<string>} $
 */
function properties($) {
  return choice(commas($.property), commas($.shorthand_property));
}

/**
 * @param {RuleOrLiteral} operator
 * @param {RuleOrLiteral} operand
 */
function prefix(operator, operand) {
  return seq(field('operator', operator), field('operand', operand));
}

/**
 * @param {RuleOrLiteral} operand
 * @param {RuleOrLiteral} operator
 * @param {number} precedence
 */
function infix(operand, operator, precedence) {
  return prec.left(precedence, seq(field('left', operand), field('operator', operator), field('right', operand)));
}
