//! The server: its life from the first message to the last, and the scripts that are open.

use std::io::{self, BufRead, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;

use fluxlet::Engine;
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{self as note, Notification as _};
use lsp_types::request::{Initialize, RegisterCapability, Request as _, Shutdown};
use lsp_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, InitializeParams, InitializeResult,
    PublishDiagnosticsParams, Registration, RegistrationParams, ServerInfo, Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::capabilities::{self, Client};
use crate::diagnostics;
use crate::documents::{Document, Documents};
use crate::inbox::Inbox;
use crate::library::Library;
use crate::requests;
use crate::uri;
use crate::view::View;

/// What a server is started with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders with packages of the user's own, besides those of the workspace.
    pub package_path: Vec<PathBuf>,
    /// An absolute folder for files that are shown, not edited: sources of the standard library, and pages on problems.
    /// Without it, definitions in the standard library are not found.
    pub cache: Option<PathBuf>,
}

/// Serves one client to its `exit`, or until there is no more input. Returns whether it left as the protocol says: after
/// `shutdown`, or before it has said anything.
///
/// # Errors
/// If the input is no message of the protocol, the output cannot be written, or the standard library is broken.
pub fn serve(options: Options, input: impl BufRead + Send + 'static, output: impl Write) -> io::Result<bool> {
    let (sender, receiver) = mpsc::channel();
    let reader = thread::spawn(move || read(input, &sender));
    let mut inbox = Inbox::new(receiver);
    let mut output = Output(output);
    let (id, params) = match await_initialize(&mut inbox, &mut output)? {
        ControlFlow::Continue(first) => first,
        ControlFlow::Break(properly) => return ended(reader).map(|()| properly),
    };
    let mut server = Server::new(options, &params, output)?;
    server.answer_initialize(id)?;
    while let Some(message) = inbox.next() {
        match message {
            Message::Request(request) => {
                let response = server.respond(request, &mut inbox);
                server.output.send(response.into())?;
            }
            Message::Notification(notification) if notification.method == note::Exit::METHOD => {
                return Ok(server.is_shut_down);
            }
            Message::Notification(notification) => server.notice(notification)?,
            // The client has nothing to say about what it was asked.
            Message::Response(_) => {}
        }
        // Problems come before answers that wait, but only those of the last of many changes.
        if !inbox.changes(None) {
            server.publish()?;
        }
    }
    ended(reader).map(|()| false)
}

/// Passes messages on until the last; returns why there are no more.
fn read(mut input: impl BufRead, sender: &mpsc::Sender<Message>) -> io::Result<()> {
    while let Some(message) = Message::read(&mut input)? {
        let is_last =
            matches!(&message, Message::Notification(notification) if notification.method == note::Exit::METHOD);
        if sender.send(message).is_err() || is_last {
            break;
        }
    }
    Ok(())
}

/// Tells whether the input ended for a bad reason.
fn ended(reader: thread::JoinHandle<io::Result<()>>) -> io::Result<()> {
    reader.join().unwrap_or_else(|_| Err(io::Error::other("the reader panicked")))
}

/// Waits for the first request. If the client leaves before, returns whether that is fine: it is if it has said nothing.
fn await_initialize(
    inbox: &mut Inbox,
    output: &mut Output<impl Write>,
) -> io::Result<ControlFlow<bool, (RequestId, InitializeParams)>> {
    let mut is_silent = true;
    while let Some(message) = inbox.next() {
        is_silent = false;
        match message {
            Message::Request(request) if request.method == Initialize::METHOD => match from_value(request.params) {
                Ok(params) => return Ok(ControlFlow::Continue((request.id, params))),
                Err(error) => output.send(refused(request.id, ErrorCode::InvalidParams, &error).into())?,
            },
            Message::Request(request) => {
                let response =
                    refused(request.id, ErrorCode::ServerNotInitialized, "the first request must be `initialize`");
                output.send(response.into())?;
            }
            Message::Notification(notification) if notification.method == note::Exit::METHOD => {
                return Ok(ControlFlow::Break(false));
            }
            Message::Notification(_) | Message::Response(_) => {}
        }
    }
    Ok(ControlFlow::Break(is_silent))
}

/// The state of a server.
pub(crate) struct Server<W> {
    engine: Engine,
    library: Library,
    documents: Documents,
    client: Client,
    is_shut_down: bool,
    output: Output<W>,
}

struct Output<W>(W);

impl<W: Write> Output<W> {
    fn send(&mut self, message: Message) -> io::Result<()> {
        message.write(&mut self.0)
    }
}

impl<W: Write> Server<W> {
    fn new(options: Options, params: &InitializeParams, output: Output<W>) -> io::Result<Self> {
        let mut workspace: Vec<PathBuf> =
            params.workspace_folders.iter().flatten().filter_map(|folder| uri::to_path(&folder.uri)).collect();
        #[expect(deprecated, reason = "older clients name one folder only")]
        if workspace.is_empty() {
            workspace.extend(params.root_uri.as_ref().and_then(uri::to_path));
        }
        let library = Library::new(options.package_path, workspace, options.cache);
        let engine = Engine::builder().sources(library.clone()).build().map_err(io::Error::other)?;
        let client = Client::of(&params.capabilities);
        Ok(Self { engine, library, documents: Documents::default(), client, is_shut_down: false, output })
    }

    fn answer_initialize(&mut self, id: RequestId) -> io::Result<()> {
        let result = InitializeResult {
            capabilities: capabilities::server(self.client.encoding),
            server_info: Some(ServerInfo {
                name: "fluxlet".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        };
        self.output.send(Response::new_ok(id, result).into())
    }

    /// Answers a request, also one that makes the server panic.
    fn respond(&mut self, request: Request, inbox: &mut Inbox) -> Response {
        let id = request.id.clone();
        if self.is_shut_down {
            return refused(id, ErrorCode::InvalidRequest, "the server is shut down");
        }
        if request.method == Shutdown::METHOD {
            self.is_shut_down = true;
            return Response::new_ok(id, ());
        }
        if inbox.cancels(&id) {
            return refused(id, ErrorCode::RequestCanceled, "the request was cancelled");
        }
        if request.params["textDocument"]["uri"].as_str().is_some_and(|uri| inbox.changes(Some(uri))) {
            return refused(id, ErrorCode::ContentModified, "the script has changed since");
        }
        let answer = guarded(|| requests::answer(self, &request.method, request.params));
        match answer.unwrap_or_else(|| Err((ErrorCode::InternalError, "the server has a fault here".to_owned()))) {
            Ok(value) => Response::new_ok(id, value),
            Err((code, message)) => refused(id, code, &message),
        }
    }

    /// Takes a notification; one that is not known or cannot be read is left out, as the protocol asks.
    fn notice(&mut self, notification: Notification) -> io::Result<()> {
        let Notification { method, params } = notification;
        match method.as_str() {
            note::Initialized::METHOD => return self.watch(),
            note::DidOpenTextDocument::METHOD => {
                if let Ok(params) = from_value::<lsp_types::DidOpenTextDocumentParams>(params) {
                    let document = params.text_document;
                    self.documents.open(document.uri.clone(), document.version, document.text);
                    self.changed(&document.uri);
                }
            }
            note::DidChangeTextDocument::METHOD => {
                if let Ok(params) = from_value::<lsp_types::DidChangeTextDocumentParams>(params) {
                    let uri = params.text_document.uri;
                    if let Some(document) = self.documents.get_mut(&uri) {
                        document.change(params.text_document.version, params.content_changes, self.client.encoding);
                        self.changed(&uri);
                    }
                }
            }
            note::DidCloseTextDocument::METHOD => {
                if let Ok(params) = from_value::<lsp_types::DidCloseTextDocumentParams>(params) {
                    return self.close(&params.text_document.uri);
                }
            }
            note::DidChangeWorkspaceFolders::METHOD => {
                if let Ok(params) = from_value::<lsp_types::DidChangeWorkspaceFoldersParams>(params) {
                    let paths = |folders: &[lsp_types::WorkspaceFolder]| -> Vec<PathBuf> {
                        folders.iter().filter_map(|folder| uri::to_path(&folder.uri)).collect()
                    };
                    self.library.change_workspace(&paths(&params.event.removed), paths(&params.event.added));
                    self.forget_packages();
                }
            }
            note::DidSaveTextDocument::METHOD | note::DidChangeWatchedFiles::METHOD => self.forget_packages(),
            _ => {}
        }
        Ok(())
    }

    /// Asks the client to tell of scripts that change outside of it: they may be packages.
    fn watch(&mut self) -> io::Result<()> {
        if !self.client.watches {
            return Ok(());
        }
        let watcher = FileSystemWatcher { glob_pattern: GlobPattern::String("**/*.flux".to_owned()), kind: None };
        let options = DidChangeWatchedFilesRegistrationOptions { watchers: vec![watcher] };
        let registration = Registration {
            id: "packages".to_owned(),
            method: note::DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        let params = RegistrationParams { registrations: vec![registration] };
        let request = Request::new(RequestId::from(0), RegisterCapability::METHOD.to_owned(), params);
        self.output.send(request.into())
    }

    /// Makes the text of a script count where it is imported.
    fn changed(&mut self, uri: &Uri) {
        let Some(document) = self.documents.get_mut(uri) else { return };
        let is_imported = document.path.as_deref().is_some_and(|path| self.library.keep(path, Some(&document.text)));
        if is_imported {
            self.forget_packages();
        }
    }

    fn close(&mut self, uri: &Uri) -> io::Result<()> {
        let Some(document) = self.documents.close(uri) else { return Ok(()) };
        if document.path.as_deref().is_some_and(|path| self.library.keep(path, None)) {
            self.forget_packages();
        }
        // What is closed has no problems that anybody sees.
        let params = PublishDiagnosticsParams { uri: uri.clone(), diagnostics: Vec::new(), version: None };
        self.output.send(notification::<note::PublishDiagnostics>(params))
    }

    /// Makes packages of the user be read again, and everything that may import them be looked at again.
    fn forget_packages(&mut self) {
        self.engine.forget_sources();
        self.documents.forget();
    }

    /// Tells what is wrong with each script that has changed.
    fn publish(&mut self) -> io::Result<()> {
        for document in self.documents.iter_mut().filter(|document| !document.is_published) {
            document.is_published = true;
            if document.path.as_deref().is_some_and(|path| self.library.wrote(path)) {
                continue;
            }
            let problems = guarded(|| {
                let view = view(document, &self.engine, &self.library, &self.client);
                diagnostics::all(&view, &self.client)
            });
            let params = PublishDiagnosticsParams {
                uri: document.uri.clone(),
                diagnostics: problems.unwrap_or_default(),
                version: Some(document.version),
            };
            self.output.send(notification::<note::PublishDiagnostics>(params))?;
        }
        Ok(())
    }

    /// Returns the script at `uri`, looked at as it is now; `None` if it is not open.
    pub(crate) fn view<'a>(&'a mut self, uri: &Uri) -> Option<(View<'a>, &'a Client)> {
        let document = self.documents.get_mut(uri)?;
        Some((view(document, &self.engine, &self.library, &self.client), &self.client))
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }
}

fn view<'a>(document: &'a mut Document, engine: &'a Engine, library: &'a Library, client: &Client) -> View<'a> {
    let (uri, analysis) = document.analyzed(engine);
    View { uri, analysis, engine, library, encoding: client.encoding }
}

/// Does something that may have a fault; `None` if it panics.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    // A script that was being looked at is looked at again; nothing else changes while a request is answered.
    catch_unwind(AssertUnwindSafe(work)).ok()
}

pub(crate) fn from_value<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

fn notification<N: note::Notification>(params: N::Params) -> Message
where
    N::Params: Serialize,
{
    Notification::new(N::METHOD.to_owned(), params).into()
}

fn refused(id: RequestId, code: ErrorCode, message: &str) -> Response {
    Response::new_err(id, code as i32, message.to_owned())
}
