//! What the page's service worker keeps: the build's files, each with its content's hash, and the build's name.
//!
//! What it is not: the worker, which is `www/service-worker.js`. Start reading at [`name_build`].

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::dist::{compressed, files};

const WORKER: &str = "service-worker.js";
const PAGE: &str = "index.html";
/// Where the page says of which build it is; in `index.html`.
const UNNAMED: &str = "data-build=\"of-this-page\"";

/// Writes into the page and its service worker which build they are of, and what is in it. The files are as they will be
/// served, but for their Brotli forms.
pub fn name_build(dist: &Path) -> Result<()> {
    let mut hashes = hashes(dist)?;
    let build = format!("{:x}", Sha256::digest(json!(hashes).to_string()));
    let page = fs::read_to_string(dist.join(PAGE))?;
    ensure!(page.contains(UNNAMED), "{PAGE} has no place for the build's name");
    let page = page.replace(UNNAMED, &format!("data-build=\"{build}\""));
    fs::write(dist.join(PAGE), &page)?;
    // Some hosts lead from its name to the folder's: the worker asks for that.
    hashes.remove(PAGE);
    hashes.insert("./".to_owned(), hash(page.as_bytes()));
    let worker = fs::read_to_string(dist.join(WORKER))?;
    let named = format!("self.kindling = {};\n{worker}", json!({ "build": build, "files": hashes }));
    Ok(fs::write(dist.join(WORKER), named)?)
}

/// The page's files by their addresses, in one order on all machines.
fn hashes(dist: &Path) -> Result<BTreeMap<String, String>> {
    let all = files(dist)?;
    let is_form = |file: &Path| all.iter().any(|other| compressed(other) == file);
    let own = all.iter().filter(|file| !is_form(file) && !file.ends_with(WORKER));
    own.map(|file| {
        let address = file.strip_prefix(dist)?.to_str().context("a file's name is no text")?;
        Ok((address.replace('\\', "/"), hash(&fs::read(file)?)))
    })
    .collect()
}

/// As subresource integrity has it.
fn hash(content: &[u8]) -> String {
    BASE64.encode(Sha256::digest(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_named_by_what_is_in_it() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("kindling-offline-{}", std::process::id()));
        let named = |lesson: &str| -> Result<(String, String)> {
            fs::create_dir_all(dist.join("lessons"))?;
            fs::write(dist.join("lessons/a.md"), lesson)?;
            fs::write(dist.join("lessons/a.md.br"), "small")?;
            fs::write(dist.join(PAGE), format!("<html {UNNAMED}>"))?;
            fs::write(dist.join(WORKER), "work();")?;
            name_build(&dist)?;
            Ok((fs::read_to_string(dist.join(PAGE))?, fs::read_to_string(dist.join(WORKER))?))
        };
        let (page, worker) = named("one")?;
        assert_eq!((page.clone(), worker.clone()), named("one")?);
        assert_ne!(page, named("two")?.0);
        fs::remove_dir_all(&dist)?;
        let build = page.trim_start_matches("<html data-build=\"").trim_end_matches("\">");
        assert!(worker.starts_with(&format!("self.kindling = {{\"build\":\"{build}\"")), "{worker}");
        assert!(worker.ends_with(";\nwork();"), "{worker}");
        for kept in [
            format!("\"./\":\"{}\"", hash(page.as_bytes())),
            format!("\"lessons/a.md\":\"{}\"", hash(b"one")),
        ] {
            assert!(worker.contains(&kept), "{worker} has no {kept}");
        }
        for left_out in [".br", PAGE, "work()\""] {
            assert!(!worker.lines().next().unwrap_or_default().contains(left_out), "{worker} has {left_out}");
        }
        Ok(())
    }
}
