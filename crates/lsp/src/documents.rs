//! The scripts that are open in the editor.

use std::collections::BTreeMap;
use std::path::PathBuf;

use fluxlet::{Analysis, Engine};
use lsp_types::{TextDocumentContentChangeEvent, Uri};

use crate::position::Encoding;
use crate::uri;

/// The open scripts, by URI.
#[derive(Default)]
pub(crate) struct Documents(BTreeMap<String, Document>);

/// An open script.
pub(crate) struct Document {
    pub(crate) uri: Uri,
    /// Its file, if it is one.
    pub(crate) path: Option<PathBuf>,
    pub(crate) version: i32,
    pub(crate) text: String,
    /// What the text was found to be; none since it changed.
    analysis: Option<Analysis>,
    /// Whether the editor knows what is wrong with it.
    pub(crate) is_published: bool,
}

impl Documents {
    pub(crate) fn open(&mut self, uri: Uri, version: i32, text: String) {
        let path = uri::to_path(&uri);
        let key = uri.as_str().to_owned();
        self.0.insert(key, Document { uri, path, version, text, analysis: None, is_published: false });
    }

    pub(crate) fn close(&mut self, uri: &Uri) -> Option<Document> {
        self.0.remove(uri.as_str())
    }

    pub(crate) fn get_mut(&mut self, uri: &Uri) -> Option<&mut Document> {
        self.0.get_mut(uri.as_str())
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        self.0.values_mut()
    }

    /// Makes each script be looked at again.
    pub(crate) fn forget(&mut self) {
        self.0.values_mut().for_each(Document::forget);
    }
}

impl Document {
    /// Applies changes, one after the other.
    pub(crate) fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        self.version = version;
        for change in changes {
            match change.range {
                Some(range) => {
                    let start = encoding.offset(&self.text, range.start);
                    let end = encoding.offset(&self.text, range.end).max(start);
                    self.text.replace_range(start..end, &change.text);
                }
                None => self.text = change.text,
            }
        }
        self.forget();
    }

    /// Returns the URI and what the text is found to be; a text that has changed is looked at first.
    pub(crate) fn analyzed(&mut self, engine: &Engine) -> (&Uri, &Analysis) {
        let Self { uri, path, text, analysis, .. } = self;
        let analysis = analysis.get_or_insert_with(|| {
            let name = path.as_ref().map_or_else(|| uri.as_str().to_owned(), |path| path.display().to_string());
            engine.compiler().analyze(&name, text)
        });
        (uri, analysis)
    }

    fn forget(&mut self) {
        self.analysis = None;
        self.is_published = false;
    }
}
