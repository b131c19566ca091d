//! The server with a real editor: Neovim without a terminal, where the version is installed that the script is for.

use std::process::Command;

use crate::folder::Folder;

/// The Neovim of Debian 12; others draw their screens in other ways.
const VERSION: &str = "NVIM v0.7.";

const SCRIPT: &str =
    "import   \"strings\"\n\n// greeting is for everybody.\ngreeting = \"𝄞 \" + strings.titel(v: \"hello\")\n";

const SEEN: &str = "\
diagnostic 3:21 missing-field package `strings` has no member `titel`
-- a problem
|   1 import   \"strings\"
|   2
|   3 // greeting is for everybody.
|   4 greeting = \"𝄞 \" + strings.titel(v: \"hello\")     ■ missing-field
| ~
| ~
| ~
| ~
hover ```flux / greeting : string / ``` /  / greeting is for everybody.
action Replace `titel` by `title`
line greeting = \"𝄞 \" + strings.title(v: \"hello\")
item toLower (v: string) => string
item toTitle (v: string) => string
item toUpper (v: string) => string
-- mended, renamed and formatted
|   1 import \"strings\"
|   2
|   3 // greeting is for everybody.
|   4 welcome = \"𝄞 \" + strings.title(v: \"hello\")
|   5
|   6 strings.toUpper(v: welcome)
| ~
| ~
definition strings.flux builtin toUpper : (v: string) => string
done
";

#[test]
fn neovim_works_with_it() {
    let version = Command::new("nvim").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    if !version.starts_with(VERSION.as_bytes()) {
        eprintln!("skipped: {VERSION}, whose commands the script knows, is not installed");
        return;
    }
    let folder = Folder::new();
    folder.write("main.flux", SCRIPT);
    let script = folder.write("drive.lua", include_str!("neovim.lua"));
    let mut command = Command::new("nvim");
    command.args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "main.flux", "-c"]);
    command.arg(format!("luafile {}", script.display())).args(["-c", "qa!"]).current_dir(folder.path());
    for variable in ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"] {
        command.env(variable, folder.path());
    }
    let output = command.env("FLUXLET_LSP", env!("CARGO_BIN_EXE_fluxlet")).env("LC_ALL", "C.UTF-8").output().unwrap();
    let (seen, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(seen, SEEN, "{errors}");
}
