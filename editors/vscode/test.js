// Runs the extension without VS Code: what it asks of `vscode` and of the client of the language server is written down.
// `node test.js`, or `node test.js FLUXLET` to start that command as the extension would, too.

const assert = require("node:assert/strict");
const { spawnSync } = require("node:child_process");
const Module = require("node:module");
const { commands: contributed, configuration, languages } = require("./package.json").contributes;

/// What the user has set.
let settings = {};
/// What happened, in order.
let seen = [];
/// How the next start of a server ends.
let failure;
const handlers = {};

const vscode = {
    workspace: {
        getConfiguration: (section) => ({
            get(key) {
                const name = `${section}.${key}`;
                assert.ok(name in configuration.properties, `${name} is a setting`);
                return settings[name] ?? configuration.properties[name].default;
            },
        }),
        onDidChangeConfiguration: (handler) => ((handlers.configuration = handler), {}),
        openTextDocument: async (document) => document,
    },
    commands: {
        registerCommand: (name, handler) => ((handlers[name] = handler), {}),
        executeCommand: async (...command) => void seen.push(command.join(" ")),
    },
    window: {
        activeTextEditor: undefined,
        showErrorMessage: async (message, ...choices) => (seen.push(`error: ${message}`), choices[0]),
        showInformationMessage: async (message) => void seen.push(`information: ${message}`),
        showTextDocument: async (document) => void seen.push(`page: ${document.language}, ${document.content.length > 0}`),
    },
    languages: { getDiagnostics: () => vscode.problems },
    ViewColumn: { Beside: -2 },
};

class LanguageClient {
    constructor(id, name, server, options) {
        assert.deepEqual(server.run, server.debug);
        assert.ok(options.documentSelector.every(({ language }) => languages.some(({ id }) => id === language)));
        this.command = [server.run.command, ...server.run.args];
        this.state = "new";
    }

    // As the real one: it cannot be stopped while it starts.
    async start() {
        this.state = "starting";
        await new Promise(setImmediate);
        this.state = failure ? "failed" : "running";
        seen.push(`${failure ? "fail" : "start"}: ${this.command.join(" ")}`);
        if (failure) {
            throw failure;
        }
    }

    async stop() {
        assert.equal(this.state, "running");
        this.state = "stopped";
        seen.push("stop");
    }
}

const load = Module._load;
Module._load = (name, ...rest) =>
    name === "vscode"
        ? vscode
        : name === "vscode-languageclient/node"
          ? { LanguageClient, RevealOutputChannelOn: { Never: 4 } }
          : load(name, ...rest);

const { activate, deactivate } = require(`./${require("./package.json").main}`);
const affects = (section) => ({ affectsConfiguration: (asked) => section.startsWith(asked) });

/// Takes what has happened since.
async function happened() {
    for (let turn = 0; turn < 32; turn++) {
        await new Promise(setImmediate);
    }
    return seen.splice(0);
}

async function main() {
    const context = { subscriptions: [] };
    await activate(context);
    assert.deepEqual(await happened(), ["start: fluxlet lsp"]);
    assert.equal(context.subscriptions.length, 3);
    assert.ok(contributed.every(({ command }) => handlers[command]), "each command has a handler");

    settings = { "flux.server.path": "/opt/fluxlet", "flux.server.packagePath": ["a", "b c"] };
    handlers.configuration(affects("editor.fontSize"));
    assert.deepEqual(await happened(), []);
    // Two changes, the second while the server starts.
    handlers.configuration(affects("flux.server.path"));
    handlers.configuration(affects("flux.server.packagePath"));
    const start = "start: /opt/fluxlet lsp --package-path a --package-path b c";
    assert.deepEqual(await happened(), ["stop", start, "stop", start]);

    failure = new Error("spawn ENOENT");
    await handlers["flux.restart"]();
    assert.deepEqual(await happened(), [
        "stop",
        start.replace("start", "fail"),
        "error: Flux: cannot start `/opt/fluxlet lsp`: spawn ENOENT. Is fluxlet installed?",
        "workbench.action.openSettings flux.server.path",
    ]);
    failure = undefined;
    await handlers["flux.restart"]();
    assert.deepEqual(await happened(), [start]);

    settings = { "flux.server.path": process.argv[2] ?? "/no/such/command" };
    await handlers["flux.explain"]();
    assert.deepEqual(await happened(), [], "no editor, no page");
    vscode.window.activeTextEditor = { document: { uri: "a" }, selection: { active: 1 } };
    vscode.problems = [{ source: "other", range: { contains: () => true } }];
    await handlers["flux.explain"]();
    assert.deepEqual(await happened(), ["information: Flux: there is no problem at the cursor."]);
    const code = { value: "type-mismatch", target: "file:///type-mismatch.md" };
    vscode.problems.push({ source: "fluxlet", code, range: { contains: () => true } });
    await handlers["flux.explain"]();
    const [page] = await happened();
    assert.match(page, process.argv[2] ? /^page: markdown, true$/ : /^error: Flux: .*ENOENT/);

    await deactivate();
    assert.deepEqual(await happened(), ["stop"]);
    await deactivate();
    assert.deepEqual(await happened(), []);

    if (process.argv[2]) {
        const ask = (id, method, params) => {
            const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
            return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
        };
        const input = ask(1, "initialize", { capabilities: {} }) + ask(2, "shutdown") + ask(undefined, "exit");
        const server = spawnSync(process.argv[2], ["lsp", "--package-path", "."], { input, encoding: "utf8" });
        assert.equal(server.status, 0, server.stderr);
        assert.match(server.stdout, /"serverInfo":\{"name":"fluxlet"/);
    }
    console.log("fine");
}

main();
