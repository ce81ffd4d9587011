//! `kindling export`: the same cells in another form.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use kindling_notebook::Format;

/// Writes the notebook in `file` to `output`, in the form that its extension names.
pub fn export(file: &Path, output: &Path) -> Result<()> {
    let name = output.to_string_lossy();
    let format = Format::of(&name).with_context(|| {
        format!("{name} is neither a notebook (.ipynb), a program (.py) nor a deck (.md)")
    })?;
    let notebook = kindling_notebook::open(&file.to_string_lossy(), &read(file)?)?;
    fs::write(output, kindling_notebook::export(&notebook, format))
        .with_context(|| format!("cannot write {name}"))
}

/// A file's text.
pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
