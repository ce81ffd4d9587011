//! The first slides as HTML in the page itself, to be read before its program is there.
//!
//! What it is not: the deck that runs, which takes this one's place as soon as it can (`kindling-page`). Elements and
//! classes are the ones of its `views/slide.rs` and `views/outline.rs`, so that nothing moves then; a browser story
//! holds it. Start reading at [`put`].

use std::{fmt::Write, fs, path::Path};

use anyhow::{Context, Result};
use kindling_notebook::{Block, Notebook, SLIDES_AT_A_TIME, Slide, escape};

/// Fills the place that `index.html` has for the first slides of the lesson of that name; one for another lesson, or
/// none, stays as it is.
pub fn put(index: &Path, lesson: &str, notebook: &Notebook) -> Result<()> {
    let place = format!("<div id=\"first-slides\" data-lesson=\"{lesson}\">");
    let html = fs::read_to_string(index).with_context(|| index.display().to_string())?;
    let filled = html.replace(&place, &format!("{place}{}", first_slides(notebook)));
    Ok(fs::write(index, filled)?)
}

fn first_slides(notebook: &Notebook) -> String {
    let title = escape(&notebook.title);
    let mut html =
        format!("<header class=\"bar\"><span class=\"title\">{title}</span></header><div class=\"room\">");
    if !notebook.style.is_empty() {
        push(&mut html, format_args!("<style>{}</style>", notebook.style));
    }
    outline(&mut html, &notebook.slides);
    html.push_str("<main id=\"deck\">");
    for slide in notebook.slides.iter().take(SLIDES_AT_A_TIME) {
        push(
            &mut html,
            format_args!("<section class=\"slide {}\"><div class=\"sheet\">", escape(&slide.class)),
        );
        blocks(&mut html, &slide.blocks, notebook);
        html.push_str("</div></section>");
    }
    html.push_str("</main></div>");
    html
}

fn outline(html: &mut String, slides: &[Slide]) {
    html.push_str("<nav class=\"outline\"><div class=\"progress\"></div><ol>");
    for slide in slides.iter().filter(|slide| !slide.title.is_empty()) {
        let class = if slide.level == 1 { " class=\"section\"" } else { "" };
        let title = escape(&slide.title);
        push(html, format_args!("<li{class}><a><span class=\"mark\"></span><span>{title}</span></a></li>"));
    }
    html.push_str("</ol></nav>");
}

fn blocks(html: &mut String, blocks: &[Block], notebook: &Notebook) {
    for each in blocks {
        block(html, each, notebook);
    }
}

fn block(html: &mut String, block: &Block, notebook: &Notebook) {
    match block {
        Block::Html(prose) => push(html, format_args!("<div class=\"prose\">{prose}</div>")),
        Block::Columns(columns) => {
            push(html, format_args!("<div class=\"columns {}\">", escape(&columns.class)));
            for column in &columns.columns {
                push(html, format_args!("<div class=\"column {}\">", escape(&column.class)));
                blocks(html, &column.blocks, notebook);
                html.push_str("</div>");
            }
            html.push_str("</div>");
        }
        Block::Details { summary, blocks: inside } => {
            push(
                html,
                format_args!(
                    "<details class=\"answer\"><summary>{summary}</summary><div class=\"unfolded\">"
                ),
            );
            blocks(html, inside, notebook);
            html.push_str("</div></details>");
        }
        Block::Cell(index) => {
            let source = escape(&notebook.cells[*index].source);
            html.push_str("<section class=\"cell\"><div class=\"code\"><div class=\"rail\"></div>");
            push(html, format_args!("<div class=\"editor\"><pre>{source}</pre></div></div></section>"));
        }
    }
}

fn push(html: &mut String, text: std::fmt::Arguments) {
    html.write_fmt(text).expect("a string takes all that is written");
}

#[cfg(test)]
mod tests {
    use super::first_slides;

    #[test]
    fn the_first_slides_are_whole_and_safe() {
        let deck = "# One & 2 < 3\n\n---\n\n## Code\n\n```python\nprint(1 < 2)\n```\n\n---\n\nx\n\n---\n\ny\n\n---\n\nlate";
        let notebook = kindling_notebook::open("lessons/a.md", deck).unwrap();
        let html = first_slides(&notebook);
        assert!(html.contains("<span>One &amp; 2 &lt; 3</span>"), "{html}");
        assert!(html.contains("<pre>print(1 &lt; 2)</pre>"), "{html}");
        assert_eq!(html.matches("<section class=\"slide").count(), 4);
        assert!(!html.contains("late"));
        assert_eq!(html.matches("<div").count(), html.matches("</div>").count());
    }
}
