//! The lessons of a built page. Start reading at [`open_lessons`].

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use kindling_notebook::{Format, Notebook};

use crate::first_slides;

/// Where the lessons lie, below the page; images' addresses begin with it.
const LESSONS: &str = "lessons";

/// Opens each lesson in `page/lessons` into a file beside it, and puts the first slides of the one that `index.html`
/// begins with into that.
///
/// # Errors
/// Names the file that cannot be read, opened or written.
pub fn open_lessons(page: &Path) -> Result<()> {
    let mut titles = Vec::new();
    for file in lessons(&page.join(LESSONS))? {
        let notebook = opened(&file).with_context(|| file.display().to_string())?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        notebook.hints.iter().for_each(|hint| eprintln!("{name}: {hint}"));
        fs::write(file.with_file_name(format!("{name}.json")), serde_json::to_string(&notebook)?)?;
        first_slides::put(&page.join("index.html"), &name, &notebook)?;
        // As addresses name it.
        let name = name.strip_suffix(".md").unwrap_or(&name);
        titles.push(serde_json::json!({ "name": name, "title": notebook.title }));
    }
    // The library lists them.
    fs::write(page.join(LESSONS).join("index.json"), serde_json::to_string(&titles)?)?;
    Ok(())
}

fn lessons(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    Ok(files.into_iter().filter(|file| Format::of(&file.to_string_lossy()).is_some()).collect())
}

fn opened(file: &Path) -> Result<Notebook> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(kindling_notebook::open(&format!("{LESSONS}/{name}"), &fs::read_to_string(file)?)?)
}
