//! A figure as an SVG document: for downloads, the command line and `savefig`.

use std::cell::RefCell;

use plotters::prelude::{IntoDrawingArea, SVGBackend};

use crate::draw::draw_lettered;
use crate::{DrawError, Figure, Theme, Turn};

/// Dots in a CSS pixel: plotters' coordinates are whole numbers, so lines are placed on a finer grid.
const FINENESS: u32 = 4;
/// plotters' SVG surface divides sizes of letters by this.
const SHRINKAGE: f64 = 1.24;

/// The figure as it looks `width` CSS pixels wide; `title` is what readers of the screen are told of it.
pub fn to_svg(figure: &Figure, theme: &Theme, width: u32, title: &str) -> Result<String, DrawError> {
    let width = width.clamp(50, 10_000);
    let shape = (figure.size.1 / figure.size.0).clamp(0.05, 20.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped above")]
    let height = (f64::from(width) * shape).round() as u32;
    let size = (width * FINENESS, height * FINENESS);
    let mut document = String::new();
    let turns = RefCell::new(Vec::new());
    {
        let surface = SVGBackend::with_string(&mut document, size).into_drawing_area();
        let turner = |turn: Option<Turn>| turns.borrow_mut().extend(turn);
        draw_lettered(figure, &surface, theme, f64::from(FINENESS), SHRINKAGE, &turner)?;
    }
    let document = with_turns(&document, &turns.into_inner());
    Ok(with_head(&document, title, (width, height), size))
}

/// The document with those texts turned that plotters cannot turn itself.
fn with_turns(document: &str, turns: &[Turn]) -> String {
    const OPEN: &str = "<text ";
    let mut parts = document.split(OPEN);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for (number, part) in parts.enumerate() {
        whole += OPEN;
        if let Some(Turn { at: (x, y), degrees, .. }) = turns.iter().find(|turn| turn.text == number) {
            whole += &format!("transform=\"rotate({}, {x}, {y})\" ", -degrees);
        }
        whole += part;
    }
    whole
}

/// The document with a head that shows it at its size, rounds the lines' corners and says what it is.
fn with_head(document: &str, title: &str, (width, height): (u32, u32), dots: (u32, u32)) -> String {
    let body = document.find(">\n").map_or(document, |head| &document[head + 2..]);
    let (across, down) = dots;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {across} {down}\" role=\"img\" stroke-linejoin=\"round\">\n<title>{}</title>\n{body}",
        escape(title)
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
