-- Drives Neovim without a terminal: opens a script, asks the server what a user would, and prints what the user would see.
local patience = 60000
local server = vim.env.FLUXLET_LSP
local function say(...) io.stdout:write(table.concat({ ... }, " "), "\n") end
local function wait(what, done)
  if not vim.wait(patience, done, 10) then
    say("timeout:", what)
    vim.cmd("cquit")
  end
end
local function ask(method, extra)
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(0, "utf-16"), extra or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, patience)
  for _, answer in pairs(answers or {}) do
    if answer.err then say("error:", answer.err.message) end
    return answer.result
  end
end
local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, true) end
local function screen(heading)
  say("-- " .. heading)
  vim.cmd("redraw")
  for row = 1, 8 do
    local line = {}
    for column = 1, vim.o.columns do line[column] = vim.fn.screenstring(row, column) end
    say("| " .. (table.concat(line):gsub("%s+$", "")))
  end
end

vim.o.columns = 100
vim.o.number = true
vim.diagnostic.config({ signs = false, virtual_text = { format = function(it) return it.code end } })
local id = vim.lsp.start_client({ name = "fluxlet", cmd = { server, "lsp" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)
wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
for _, it in ipairs(vim.diagnostic.get(0)) do
  say("diagnostic", it.lnum .. ":" .. it.col, it.code, (it.message:gsub("\n.*", "")))
end
screen("a problem")

vim.api.nvim_win_set_cursor(0, { 4, 2 })
local hover = ask("textDocument/hover")
say("hover", (hover.contents.value:gsub("\n", " / ")))

local range = { start = { line = 3, character = 0 }, ["end"] = { line = 3, character = 40 } }
local actions = ask("textDocument/codeAction", { range = range, context = { diagnostics = {} } })
say("action", actions[1].title)
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
wait("no diagnostics", function() return #vim.diagnostic.get(0) == 0 end)
say("line", lines()[4])

vim.api.nvim_buf_set_lines(0, -1, -1, true, { "strings.toU" })
vim.api.nvim_win_set_cursor(0, { #lines(), 10 })
local items = ask("textDocument/completion")
for _, item in ipairs(items.items or items) do say("item", item.label, item.detail or "") end
vim.api.nvim_buf_set_lines(0, -2, -1, true, { "strings.toUpper(v:greeting)" })

vim.api.nvim_win_set_cursor(0, { #lines(), 10 })
local place = ask("textDocument/definition")
vim.api.nvim_win_set_cursor(0, { 4, 1 })
local rename = ask("textDocument/rename", { newName = "welcome" })
vim.lsp.util.apply_workspace_edit(rename, "utf-16")
if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = patience }) else vim.lsp.buf.formatting_sync(nil, patience) end
screen("mended, renamed and formatted")

vim.cmd("silent write")
vim.lsp.util.jump_to_location(place, "utf-16")
say("definition", vim.fn.expand("%:t"), vim.api.nvim_get_current_line())
local client = vim.lsp.get_client_by_id(id)
client.stop()
wait("the server to leave", function() return client.is_stopped() end)
say("done")
