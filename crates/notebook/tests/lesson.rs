//! The lessons that Kindling ships: whole, readable at any width, and with nothing missing.
//! What their cells print is tested where they run.

use std::fs;
use std::path::PathBuf;

use kindling_notebook::{Block, Notebook, open};

fn lessons() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../www/lessons")
}

fn each_lesson(check: impl Fn(&str, &Notebook)) {
    let files = fs::read_dir(lessons()).unwrap().map(|entry| entry.unwrap().path());
    let decks: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|kind| kind == "md")).collect();
    assert!(!decks.is_empty());
    for path in decks {
        let name = path.file_name().unwrap().to_str().unwrap();
        check(name, &open(name, &fs::read_to_string(&path).unwrap()).unwrap());
    }
}

/// Every block, with how many columns share its width.
fn walk(blocks: &[Block], columns: usize, visit: &mut impl FnMut(&Block, usize)) {
    for block in blocks {
        visit(block, columns);
        match block {
            Block::Columns(inner) => {
                let share = columns * inner.columns.len();
                inner.columns.iter().for_each(|column| walk(&column.blocks, share, visit));
            }
            Block::Details { blocks, .. } => walk(blocks, columns, visit),
            Block::Html(_) | Block::Cell(_) => {}
        }
    }
}

#[test]
fn code_fits_its_sheet() {
    each_lesson(|name, lesson| {
        for slide in &lesson.slides {
            walk(&slide.blocks, 1, &mut |block, columns| {
                let Block::Cell(index) = block else { return };
                let limit = if columns == 1 { 76 } else { 60 };
                for line in lesson.cells[*index].source.lines() {
                    assert!(line.chars().count() <= limit, "{name}, {}: {line}", slide.title);
                }
            });
        }
    });
}

#[test]
fn every_cell_is_shown_once_and_every_slide_has_a_title() {
    each_lesson(|name, lesson| {
        let mut shown = Vec::new();
        for slide in &lesson.slides {
            assert!(!slide.title.is_empty(), "{name}: {:?}", slide.source);
            walk(&slide.blocks, 1, &mut |block, _| {
                if let Block::Cell(index) = block {
                    shown.push(*index);
                }
            });
        }
        assert_eq!(shown, (0..lesson.cells.len()).collect::<Vec<_>>(), "{name}");
        assert!(lesson.cells.iter().all(|cell| !cell.setup), "{name} has its own imports");
    });
}

#[test]
fn pictures_are_there_and_described_and_formulas_parse() {
    each_lesson(|name, lesson| {
        for slide in &lesson.slides {
            walk(&slide.blocks, 1, &mut |block, _| {
                let Block::Html(html) = block else { return };
                assert!(!html.contains("class=\"math\""), "{name}, {}: {html}", slide.title);
                for image in html.split("<img ").skip(1) {
                    let attribute = |key: &str| image.split(&format!("{key}=\"")).nth(1)?.split('"').next();
                    assert!(attribute("alt").is_some_and(|text| !text.is_empty()), "{name}: {image}");
                    let file = lessons().join(attribute("src").unwrap());
                    assert!(file.exists(), "{name}: {}", file.display());
                }
            });
        }
    });
}

#[test]
fn what_the_opener_writes_the_page_reads() {
    each_lesson(|name, lesson| {
        let written = serde_json::to_string(lesson).unwrap();
        assert_eq!(&serde_json::from_str::<Notebook>(&written).unwrap(), lesson, "{name}");
    });
}
