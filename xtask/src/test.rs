//! Every check, in the order of how soon it can say something; the page that some need is built meanwhile.
//!
//! What it is not: the tests themselves, which lie beside the code and in `tests/`. Start reading at [`run`].
//!
//! A part that fails does not keep the others from running. The last line is the sum over all of them.

use std::{
    cell::{Cell, RefCell},
    env,
    fs::{self, File},
    path::PathBuf,
    process::{Child, Command},
    time::Instant,
};

use anyhow::{Context, Result, ensure};

use crate::{
    dist, fuzz, goldens, lint, serve,
    tally::Tally,
    tools,
    workspace::{Workspace, run as run_command, run_watching},
};

/// A kind of check, by the name that `cargo xtask test NAME` takes.
struct Part {
    name: &'static str,
    does: Does,
}

/// What a part does; some need the page.
enum Does {
    Natively(fn(&Workspace) -> Result<Tally>),
    OnPage(fn(&Workspace, &Page) -> Result<Tally>),
}

const PARTS: [Part; 7] = [
    Part { name: "lint", does: Does::Natively(lint::run) },
    Part { name: "unit", does: Does::Natively(unit) },
    Part { name: "fuzz", does: Does::Natively(fuzz::short) },
    Part { name: "goldens", does: Does::Natively(golden_programs) },
    Part { name: "interop", does: Does::Natively(interop) },
    Part { name: "browser", does: Does::OnPage(browser) },
    Part { name: "firefox", does: Does::OnPage(firefox) },
];

/// Runs the named parts, all of them where none is named.
pub fn run(workspace: &Workspace, names: &[&str]) -> Result<()> {
    let unknown: Vec<&str> =
        names.iter().filter(|name| !PARTS.iter().any(|part| part.name == **name)).copied().collect();
    ensure!(unknown.is_empty(), "there is no part `{}` of the tests", unknown.join(" "));
    let wanted: Vec<&Part> =
        PARTS.iter().filter(|part| names.is_empty() || names.contains(&part.name)).collect();
    let mut total = Tally::default();
    let mut summary = Vec::new();
    let page = Page::default();
    if wanted.iter().any(|part| matches!(part.does, Does::OnPage(_))) {
        page.begin(workspace)?;
    }
    for part in wanted {
        println!("\n== {}", part.name);
        let started = Instant::now();
        let tally = match part.does {
            Does::Natively(run) => run(workspace),
            Does::OnPage(run) => run(workspace, &page),
        };
        let tally = tally.unwrap_or_else(|error| {
            println!("FAILED {}: {error:#}", part.name);
            Tally::one(false)
        });
        summary.push(format!("{:>8}: {tally} in {} s", part.name, started.elapsed().as_secs()));
        total.add(&tally);
    }
    println!("\n{}\n\n{total}", summary.join("\n"));
    ensure!(total.failed == 0, "some checks failed");
    Ok(())
}

/// The chore that builds what browsers show; a process of its own, so that its output is.
pub const BUILD_PAGE: [&str; 2] = ["test", "--build-page"];

/// Builds what browsers show.
pub fn build_page(workspace: &Workspace) -> Result<()> {
    dist::run(workspace)?;
    build_agreement(workspace)
}

/// The page that browsers show: built once, beside the parts that come before, as most of its time is one program's
/// optimisation, which takes one core.
#[derive(Default)]
struct Page {
    building: RefCell<Option<Child>>,
    is_built: Cell<bool>,
}

impl Page {
    fn begin(&self, workspace: &Workspace) -> Result<()> {
        let log = File::create(Self::log(workspace)?)?;
        let mut build = workspace.command(env::current_exe()?);
        build.args(BUILD_PAGE).stdout(log.try_clone()?).stderr(log);
        println!("the page is built meanwhile, into {}", Self::log(workspace)?.display());
        self.building.replace(Some(build.spawn()?));
        Ok(())
    }

    /// Returns once the page is there; shows then how it was built.
    fn wait(&self, workspace: &Workspace) -> Result<()> {
        if let Some(mut build) = self.building.take() {
            self.is_built.set(build.wait()?.success());
            print!("{}", fs::read_to_string(Self::log(workspace)?)?);
        }
        ensure!(self.is_built.get(), "the page does not build");
        Ok(())
    }

    fn log(workspace: &Workspace) -> Result<PathBuf> {
        fs::create_dir_all(&workspace.target).context("no target directory")?;
        Ok(workspace.target.join("page.log"))
    }
}

fn unit(workspace: &Workspace) -> Result<Tally> {
    tools::vulkan(workspace)?;
    build_natively(workspace)?;
    counted(workspace.cargo(["test", "--workspace", "--no-fail-fast"]))
}

fn golden_programs(workspace: &Workspace) -> Result<Tally> {
    goldens::build_cli(workspace)?;
    goldens::compare(workspace, "")
}

/// Checkpoints to and from a real PyTorch, and the lessons in it.
fn interop(workspace: &Workspace) -> Result<Tally> {
    goldens::build_cli(workspace)?;
    let mut command = workspace.command(tools::python_with_torch(workspace)?);
    command.arg("tests/interop/interop.py").arg(goldens::cli(workspace));
    counted(command)
}

/// The page in Chromium, one file a user story.
fn browser(workspace: &Workspace, page: &Page) -> Result<Tally> {
    let chromium = tools::chromium_and_npm(workspace)?;
    let python = tools::python_with_torch(workspace)?;
    page.wait(workspace)?;
    let mut command = stories(workspace, "tests/browser")?;
    command
        .env("KINDLING_AGREEMENT", agreement(workspace))
        .env("KINDLING_CHROMIUM", chromium)
        .env("KINDLING_PYTHON", python);
    served(workspace, command)
}

/// The ways that every reader takes, in Firefox.
fn firefox(workspace: &Workspace, page: &Page) -> Result<Tally> {
    const STORIES: &str = "tests/firefox";
    tools::chromium_and_npm(workspace)?;
    let firefox = tools::firefox_and_npm(workspace, &workspace.root.join(STORIES))?;
    page.wait(workspace)?;
    let mut command = stories(workspace, STORIES)?;
    command.env("KINDLING_FIREFOX", firefox);
    served(workspace, command)
}

/// Runs a folder's stories, one browser at a time: they wait for things to happen, and two cores are soon busy.
fn stories(workspace: &Workspace, folder: &str) -> Result<Command> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(workspace.root.join(folder))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    let mut command = workspace.command("node");
    command.args(["--test", "--test-concurrency=1", "--test-reporter=tap"]).args(files);
    Ok(command)
}

/// Runs stories with the page at an address.
fn served(workspace: &Workspace, mut command: Command) -> Result<Tally> {
    let (url, _threads) = serve::start(workspace.dist(), 0)?;
    command.env("KINDLING_URL", url);
    counted(command)
}

/// Where the comparison of the GPU with the CPU lies, compiled for a browser's worker.
fn agreement(workspace: &Workspace) -> PathBuf {
    workspace.target.join("agreement")
}

fn build_agreement(workspace: &Workspace) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let mut build =
        workspace.cargo(["build", "--release", "--package", "kindling-core", "--example", "agreement"]);
    build.args(["--features", "webgpu", "--target", TARGET]);
    run_command(build)?;
    let module = workspace.target.join(TARGET).join("release/examples/agreement.wasm");
    let mut bind = workspace.command(workspace.tools_bin().join("wasm-bindgen"));
    bind.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(agreement(workspace)).arg(module);
    run_command(bind)
}

/// All native targets at once: with one choice of features, so that nothing is compiled twice.
fn build_natively(workspace: &Workspace) -> Result<()> {
    let built = run_watching(workspace.cargo(["build", "--workspace", "--all-targets"]), |_| {})?;
    ensure!(built, "the workspace does not build");
    Ok(())
}

/// Runs a test runner and counts what it reports; a runner that fails without naming a failure is one.
fn counted(command: Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let succeeded = run_watching(command, |line| tally.count_line(line))?;
    if !succeeded && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}
