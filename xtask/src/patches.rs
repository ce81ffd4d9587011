//! `patches/README.md` against `Cargo.toml` and `Cargo.lock`: which crates stand in for others, and who asks for them.
//!
//! What it is not: the stand-ins. It runs as tests of this crate. Start reading at
//! [`each_patch_is_used_and_its_row_says_by_whom`].

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use anyhow::{Context, Result};

fn read(path: &str) -> Result<String> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").context("run by cargo")?).join("..");
    fs::read_to_string(root.join(path)).with_context(|| path.to_owned())
}

/// A crate of `Cargo.lock`.
#[derive(Debug, Default)]
struct Locked {
    name: String,
    version: String,
    from_registry: bool,
    /// As the lock file writes them: a name, and where that is not enough a version.
    dependencies: Vec<String>,
}

fn locked(lock: &str) -> Vec<Locked> {
    lock.split("[[package]]").skip(1).map(package).collect()
}

fn package(text: &str) -> Locked {
    let mut package = Locked::default();
    for line in text.split("\n[[").next().unwrap_or_default().lines() {
        match line.split_once(" = ") {
            Some(("name", name)) => package.name = unquoted(name),
            Some(("version", version)) => package.version = unquoted(version),
            Some(("source", _)) => package.from_registry = true,
            None if line.starts_with(" \"") => package.dependencies.push(unquoted(line)),
            _ => {}
        }
    }
    package
}

fn unquoted(text: &str) -> String {
    text.trim().trim_matches([',', '"']).to_owned()
}

/// Who depends on a crate, other stand-ins and our own crates aside.
fn dependants(crates: &[Locked], name: &str, version: &str) -> BTreeSet<String> {
    let exact = format!("{name} {version}");
    let asks = |other: &&Locked| other.dependencies.iter().any(|each| *each == name || *each == exact);
    crates.iter().filter(|other| other.from_registry).filter(asks).map(|other| other.name.clone()).collect()
}

/// The folders that the workspace's manifest names as patches.
fn patched(manifest: &str) -> BTreeSet<String> {
    let folders = manifest.lines().filter_map(|line| line.split("path = \"patches/").nth(1));
    folders.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// The rows of the table: a folder, and who asks for its crate.
fn rows(table: &str) -> Vec<(String, BTreeSet<String>)> {
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
    let cells = table.lines().filter(|line| line.starts_with("| `")).map(|line| line.split(" | ").collect());
    cells
        .filter_map(|cells: Vec<&str>| Some((names(cells.first()?).pop_first()?, names(cells.get(1)?))))
        .collect()
}

#[test]
fn each_patch_is_used_and_its_row_says_by_whom() -> Result<()> {
    let crates = locked(&read("Cargo.lock")?);
    for (folder, told) in rows(&read("patches/README.md")?) {
        let own = package(&read(&format!("patches/{folder}/Cargo.toml"))?);
        let users = dependants(&crates, &own.name, &own.version);
        assert!(!users.is_empty(), "nobody asks for {folder} any more: it can go");
        assert_eq!(users, told, "who asks for {folder}");
    }
    Ok(())
}

#[test]
fn each_patch_has_its_row() -> Result<()> {
    let told: BTreeSet<String> =
        rows(&read("patches/README.md")?).into_iter().map(|(folder, _)| folder).collect();
    assert_eq!(told, patched(&read("Cargo.toml")?));
    Ok(())
}
