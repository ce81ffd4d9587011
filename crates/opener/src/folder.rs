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

/// In the order that `order.txt` beside them names; those that it does not name follow by theirs.
fn lessons(folder: &Path) -> Result<Vec<PathBuf>> {
    let order = fs::read_to_string(folder.join("order.txt")).unwrap_or_default();
    let place = |file: &PathBuf| {
        order.lines().position(|name| file.file_stem().is_some_and(|stem| stem == name)).unwrap_or(usize::MAX)
    };
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| Format::of(&file.to_string_lossy()).is_some());
    files.sort_by_cached_key(|file| (place(file), file.clone()));
    Ok(files)
}

fn opened(file: &Path) -> Result<Notebook> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(kindling_notebook::open(&format!("{LESSONS}/{name}"), &fs::read_to_string(file)?)?)
}
