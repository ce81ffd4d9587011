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
    if !notebook.repairs.is_empty() {
        eprintln!("kindling: what was odd in {} is mended: {:?}", file.display(), notebook.repairs);
    }
    fs::write(output, kindling_notebook::export(&notebook, format))
        .with_context(|| format!("cannot write {name}"))
}

/// A file's text, in whichever encoding it is.
pub fn read(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(kindling_notebook::decoded(&bytes))
}
