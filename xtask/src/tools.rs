//! Installs what a chore needs and the machine lacks.
//!
//! What it is not: a package manager. Each function looks for one tool, gets it if it is missing, and says what
//! to do where it cannot. Tools built from crates go to the cache, nothing is installed globally but Debian
//! packages, and those only as root. Start reading at [`for_page`].

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};

use crate::workspace::{Workspace, output_of, run};

const TRUNK: &str = "0.21.14";
/// Must be the version of the `wasm-bindgen` crate, which the workspace's manifest pins.
const WASM_BINDGEN: &str = "0.2.130";
const TYPOS: &str = "1.52.0";
const CARGO_DENY: &str = "0.20.2";
const NODE_MAJOR: u32 = 20;

/// What building the page needs.
pub fn for_page(workspace: &Workspace) -> Result<()> {
    wasm_target(workspace)?;
    wasm_bindgen(workspace)?;
    trunk(workspace)?;
    npm_packages(workspace)
}

/// rustup adds the target by itself from `rust-toolchain.toml`, unless automatic installation is turned off.
pub fn wasm_target(workspace: &Workspace) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let mut rustc = workspace.command("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    if output_of(rustc).is_some_and(|directory| Path::new(&directory).exists()) {
        return Ok(());
    }
    let mut rustup = workspace.command("rustup");
    rustup.args(["target", "add", TARGET]);
    run(rustup)
}

/// What looks at spelling and at dependencies.
pub fn for_lint(workspace: &Workspace) -> Result<()> {
    if !is_version(workspace, "typos", TYPOS) {
        run(quickly(install(workspace, "typos-cli", TYPOS)))?;
    }
    if !is_version(workspace, "cargo-deny", CARGO_DENY) {
        run(quickly(install(workspace, "cargo-deny", CARGO_DENY)))?;
    }
    Ok(())
}

fn wasm_bindgen(workspace: &Workspace) -> Result<()> {
    if is_version(workspace, "wasm-bindgen", WASM_BINDGEN) {
        return Ok(());
    }
    run(install(workspace, "wasm-bindgen-cli", WASM_BINDGEN))
}

fn trunk(workspace: &Workspace) -> Result<()> {
    if is_version(workspace, "trunk", TRUNK) {
        return Ok(());
    }
    let mut command = quickly(install(workspace, "trunk", TRUNK));
    // With newer dependencies than it was released with, Trunk does not compile.
    command.args(["--locked", "--no-default-features", "--features", "rustls"]);
    run(command)
}

/// Builds a tool from its crate, with the newest dependencies: those it was released with may have left a mirror.
fn install(workspace: &Workspace, krate: &str, version: &str) -> Command {
    let mut command = workspace.cargo(["install", krate, "--version", version, "--root"]);
    command.arg(workspace.cache.join("tools")).env("CARGO_TARGET_DIR", workspace.cache.join("tools/build"));
    command
}

/// For tools that only read files, move them and start other programs: without link-time optimisation, installing them
/// is several times faster.
fn quickly(mut install: Command) -> Command {
    install
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    install
}

fn is_version(workspace: &Workspace, program: &str, version: &str) -> bool {
    let mut command = workspace.command(workspace.tools_bin().join(program));
    command.arg("--version");
    output_of(command).is_some_and(|printed| printed.split_whitespace().any(|word| word == version))
}

fn npm_packages(workspace: &Workspace) -> Result<()> {
    npm_ci(workspace, &workspace.root)
}

/// The packages of a directory's `package-lock.json`, exactly; skipped when the installed ones are from this lock file.
pub fn npm_ci(workspace: &Workspace, directory: &Path) -> Result<()> {
    node(workspace)?;
    let lock = std::fs::read(directory.join("package-lock.json")).context("package-lock.json")?;
    let installed = directory.join("node_modules/.installed-from");
    if std::fs::read(&installed).is_ok_and(|from| from == lock) {
        return Ok(());
    }
    let mut npm = workspace.command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(directory);
    run(npm)?;
    Ok(std::fs::write(installed, lock)?)
}

fn node(workspace: &Workspace) -> Result<()> {
    let mut command = workspace.command("node");
    command.arg("--version");
    let version = output_of(command).context("Node.js is missing: install version 20 or newer")?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    ensure!(
        major.is_some_and(|major: u32| major >= NODE_MAJOR),
        "Node.js {version} is too old: install 20 or newer"
    );
    Ok(())
}

/// What driving a browser needs: npm's packages and a Chromium, whose path is returned.
pub fn chromium_and_npm(workspace: &Workspace) -> Result<PathBuf> {
    npm_packages(workspace)?;
    chromium(workspace)
}

/// `$KINDLING_CHROMIUM`, one on the path, Debian's, or Playwright's.
fn chromium(workspace: &Workspace) -> Result<PathBuf> {
    if let Some(path) = env::var_os("KINDLING_CHROMIUM") {
        return Ok(path.into());
    }
    if let Some(path) = installed_chromium() {
        return Ok(path);
    }
    if can_apt() {
        apt_get_install(workspace, "chromium")?;
    } else {
        let mut playwright = workspace.command("node");
        playwright.args(["node_modules/playwright-core/cli.js", "install", "chromium"]);
        run(playwright)?;
    }
    if let Some(path) = installed_chromium() {
        return Ok(path);
    }
    let mut playwright = workspace.command("node");
    playwright.args(["-p", "require('playwright-core').chromium.executablePath()"]);
    match output_of(playwright).map(PathBuf::from) {
        Some(path) if path.exists() => Ok(path),
        _ => bail!("Chromium is missing: install it, or set KINDLING_CHROMIUM to its path"),
    }
}

/// What driving Firefox needs: the packages of `directory` and `$KINDLING_FIREFOX`, one on the path, or Debian's.
pub fn firefox_and_npm(workspace: &Workspace, directory: &Path) -> Result<PathBuf> {
    npm_ci(workspace, directory)?;
    let installed = || ["firefox-esr", "firefox"].into_iter().find_map(on_path);
    if let Some(path) = env::var_os("KINDLING_FIREFOX").map(PathBuf::from).or_else(installed) {
        return Ok(path);
    }
    ensure!(can_apt(), "Firefox is missing: install it, or set KINDLING_FIREFOX to its path");
    apt_get_install(workspace, "firefox-esr")?;
    installed().context("Debian's Firefox is not on the path")
}

fn installed_chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)
}

/// A Vulkan driver for the GPU's native tests: the system's, or else Mesa's, which needs no GPU.
pub fn vulkan(workspace: &Workspace) -> Result<()> {
    let is_installed = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d"]
        .iter()
        .any(|directory| std::fs::read_dir(directory).is_ok_and(|mut drivers| drivers.next().is_some()));
    if is_installed || !can_apt() {
        return Ok(());
    }
    apt_get_install(workspace, "mesa-vulkan-drivers")
}

/// A Python that has PyTorch and nbformat, for the interchange of checkpoints and notebooks: `$KINDLING_PYTHON`,
/// `python3`, Debian's with Debian's packages, or a virtual environment in the cache.
pub fn python_with_torch(workspace: &Workspace) -> Result<PathBuf> {
    let virtual_environment = workspace.cache.join("torch");
    let in_environment = virtual_environment.join("bin/python3");
    let chosen = env::var_os("KINDLING_PYTHON").map(PathBuf::from);
    let candidates =
        chosen.into_iter().chain(["python3".into(), "/usr/bin/python3".into(), in_environment.clone()]);
    if let Some(python) = candidates.into_iter().find(|python| can_interchange(workspace, python)) {
        return Ok(python);
    }
    if can_apt() {
        for package in ["python3-torch", "python3-nbformat"] {
            apt_get_install(workspace, package)?;
        }
        return Ok("/usr/bin/python3".into());
    }
    let mut venv = workspace.command("python3");
    venv.args(["-m", "venv"]).arg(&virtual_environment);
    run(venv)?;
    let mut pip = workspace.command(&in_environment);
    pip.args(["-m", "pip", "install", "torch", "numpy", "nbformat"]);
    run(pip)?;
    Ok(in_environment)
}

fn can_interchange(workspace: &Workspace, python: &Path) -> bool {
    let mut command = workspace.command(python);
    command.args(["-c", "import torch, nbformat"]);
    output_of(command).is_some()
}

/// What compiles libFuzzer.
pub fn cpp_compiler(workspace: &Workspace) -> Result<()> {
    if env::var_os("CXX").is_some() || on_path("c++").is_some() {
        return Ok(());
    }
    ensure!(can_apt(), "a C++ compiler is missing, which fuzzing needs: install g++ or clang");
    apt_get_install(workspace, "g++")
}

/// Debian, as root.
fn can_apt() -> bool {
    let root = output_of({
        let mut id = Command::new("id");
        id.arg("-u");
        id
    });
    root.as_deref() == Some("0") && on_path("apt-get").is_some()
}

fn apt_get_install(workspace: &Workspace, package: &str) -> Result<()> {
    let install = || {
        let mut command = workspace.command("apt-get");
        command
            .args(["install", "--yes", "--no-install-recommends", package])
            .env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    if run(install()).is_ok() {
        return Ok(());
    }
    let mut update = workspace.command("apt-get");
    update.arg("update");
    run(update)?;
    run(install())
}

fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|directory| directory.join(program))
        .find(|path| path.is_file())
}
