//! Where things are, and how other programs are started.
//!
//! What it is not: what to install ([`crate::tools`]). Start reading at [`Workspace`].

use std::{
    env,
    ffi::{OsStr, OsString},
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// The places that every chore needs.
pub struct Workspace {
    /// The root of the clone.
    pub root: PathBuf,
    /// What outlives the clone: tools, and the results of slow steps, by content.
    /// `$KINDLING_CACHE`, else `~/.cache/kindling`.
    pub cache: PathBuf,
    /// Cargo's target directory.
    pub target: PathBuf,
}

impl Workspace {
    pub fn find() -> Result<Self> {
        // Asked for when run, not when compiled: clones may share a target directory.
        let manifest = env::var_os("CARGO_MANIFEST_DIR").context("start this with `cargo xtask`")?;
        let root = Path::new(&manifest).parent().context("xtask has no parent")?.to_path_buf();
        let cache = match env::var_os("KINDLING_CACHE") {
            Some(path) => PathBuf::from(path),
            None => env::home_dir()
                .context("there is no home directory; set KINDLING_CACHE")?
                .join(".cache/kindling"),
        };
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |path| root.join(path));
        Ok(Self { root, cache, target })
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A program to run in the root, with the installed tools first on its path.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut path = OsString::from(self.tools_bin());
        if let Some(inherited) = env::var_os("PATH") {
            path.push(if cfg!(windows) { ";" } else { ":" });
            path.push(inherited);
        }
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", path);
        command
    }

    pub fn cargo<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let mut command = self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments);
        command
    }

    pub fn tools_bin(&self) -> PathBuf {
        self.cache.join("tools/bin")
    }
}

/// Runs a command to its end, its output shown as it comes.
pub fn run(mut command: Command) -> Result<()> {
    announce(&command);
    let status = command.status().with_context(|| format!("cannot start {}", shown(&command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(&command));
    }
    Ok(())
}

/// Runs a command to its end, showing its standard output and handing each line to `each`; true if it succeeded.
pub fn run_watching(mut command: Command, mut each: impl FnMut(&str)) -> Result<bool> {
    announce(&command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", shown(&command)))?;
    let output = child.stdout.take().context("the output is not piped")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        std::io::stdout().flush()?;
        each(&line);
    }
    Ok(child.wait()?.success())
}

/// What a command prints, or nothing if it cannot be started or fails.
pub fn output_of(mut command: Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn announce(command: &Command) {
    println!("$ {}", shown(command));
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
