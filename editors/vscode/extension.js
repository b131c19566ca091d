// Starts `fluxlet lsp` for Flux scripts, and tells what to do if that fails.

const { execFile } = require("node:child_process");
const { promisify } = require("node:util");
const vscode = require("vscode");
const { LanguageClient, RevealOutputChannelOn } = require("vscode-languageclient/node");

let client;
// Starts and stops wait for each other: a client that is starting cannot be stopped.
let queue = Promise.resolve();

function settings() {
    const settings = vscode.workspace.getConfiguration("flux.server");
    return { path: settings.get("path") || "fluxlet", folders: settings.get("packagePath") || [] };
}

async function start() {
    const { path, folders } = settings();
    const server = { command: path, args: ["lsp", ...folders.flatMap((folder) => ["--package-path", folder])] };
    client = new LanguageClient(
        "flux",
        "Flux",
        { run: server, debug: server },
        {
            documentSelector: [
                { scheme: "file", language: "flux" },
                { scheme: "untitled", language: "flux" },
            ],
            revealOutputChannelOn: RevealOutputChannelOn.Never,
        },
    );
    try {
        await client.start();
    } catch (error) {
        client = undefined;
        // Nobody waits for the answer.
        complain(path, error);
    }
}

async function complain(path, error) {
    const choice = await vscode.window.showErrorMessage(
        `Flux: cannot start \`${path} lsp\`: ${error.message}. Is fluxlet installed?`,
        "Open settings",
    );
    if (choice) {
        await vscode.commands.executeCommand("workbench.action.openSettings", "flux.server.path");
    }
}

async function stop() {
    const running = client;
    client = undefined;
    try {
        await running?.stop();
    } catch {
        // It has left by itself.
    }
}

function after(...steps) {
    steps.forEach((step) => (queue = queue.then(step)));
    return queue;
}

// Shows the page that explains the code of the problem at the cursor.
async function explain() {
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
        return;
    }
    const problems = vscode.languages.getDiagnostics(editor.document.uri);
    const problem = problems.find(
        (problem) => problem.source === "fluxlet" && problem.range.contains(editor.selection.active),
    );
    const code = typeof problem?.code === "object" ? problem.code.value : problem?.code;
    if (!code) {
        vscode.window.showInformationMessage("Flux: there is no problem at the cursor.");
        return;
    }
    try {
        const { stdout } = await promisify(execFile)(settings().path, ["explain", String(code)]);
        const document = await vscode.workspace.openTextDocument({ language: "markdown", content: stdout });
        await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
    } catch (error) {
        vscode.window.showErrorMessage(`Flux: ${error.message}`);
    }
}

async function activate(context) {
    context.subscriptions.push(
        vscode.commands.registerCommand("flux.explain", explain),
        vscode.commands.registerCommand("flux.restart", () => after(stop, start)),
        vscode.workspace.onDidChangeConfiguration(
            (event) => event.affectsConfiguration("flux.server") && after(stop, start),
        ),
    );
    await after(start);
}

module.exports = { activate, deactivate: () => after(stop) };
