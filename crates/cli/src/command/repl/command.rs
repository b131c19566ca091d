//! Inputs that are no Flux: commands to the REPL itself.

use crate::failure::Failure;

/// What `:help` prints.
pub(super) const HELP: &str = "\
Type Flux; values of expressions are printed, names live on.

  :type EXPR    Print the type of an expression without evaluating it
  :doc NAME     Print what is known of a name, a PACKAGE.NAME or an import path
  :help         Print this
  :quit         Leave

Tab completes. An input that is not complete goes on in the next line.
Ctrl-C cancels what is running or the line, Ctrl-D leaves.
Inputs that begin with a blank are not kept in the history.
";

/// The names of the commands.
pub(super) const NAMES: [&str; 4] = [":doc", ":help", ":quit", ":type"];

/// A command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Command<'a> {
    Type(&'a str),
    Doc(&'a str),
    Help,
    Quit,
}

impl<'a> Command<'a> {
    /// Tells whether an input is for the REPL.
    pub(super) fn is_command(input: &str) -> bool {
        input.trim_start().starts_with(':')
    }

    /// Reads a command; `None` if the input is Flux.
    ///
    /// # Errors
    /// [`Failure::Usage`] for a command that does not exist or lacks what it is about.
    pub(super) fn of(input: &'a str) -> Result<Option<Self>, Failure> {
        if !Self::is_command(input) {
            return Ok(None);
        }
        let input = input.trim();
        let (name, rest) = input.split_once(char::is_whitespace).unwrap_or((input, ""));
        let rest = rest.trim();
        match (name, rest) {
            (":type", "") => Err(Failure::usage("`:type` expects an expression")),
            (":doc", "") => Err(Failure::usage("`:doc` expects a name")),
            (":type", text) => Ok(Some(Self::Type(text))),
            (":doc", name) => Ok(Some(Self::Doc(name))),
            (":help" | ":h" | ":?", "") => Ok(Some(Self::Help)),
            (":quit" | ":q" | ":exit", "") => Ok(Some(Self::Quit)),
            (":help" | ":h" | ":?" | ":quit" | ":q" | ":exit", _) => {
                Err(Failure::usage(format!("`{name}` stands alone")))
            }
            _ => Err(Failure::usage("there is no such command; `:help` lists them")),
        }
    }
}
