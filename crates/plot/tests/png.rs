//! What is seen of a figure as a picture: colours at its places.

use kindling_plot::{Color, Figure, Theme, to_png};
use tiny_skia::Pixmap;

fn picture(json: &str, theme: Theme, dpi: f64) -> Pixmap {
    let figure: Figure = serde_json::from_str(json).expect("a figure");
    Pixmap::decode_png(&to_png(&figure, &theme, dpi).expect("a picture")).expect("a PNG file")
}

/// How many pixels have about this colour.
fn count(pixels: &Pixmap, color: Color) -> usize {
    let near = |a: u8, b: u8| a.abs_diff(b) < 8;
    let is = |pixel: &&tiny_skia::PremultipliedColorU8| {
        pixel.alpha() == 255
            && near(pixel.red(), color.red)
            && near(pixel.green(), color.green)
            && near(pixel.blue(), color.blue)
    };
    pixels.pixels().iter().filter(is).count()
}

const BLUE: Color = Color::rgb(0, 0, 255);
const LINE: &str = r##"{"size": [4, 3], "axes": [{"title": {"text": "Loss"}, "artists": [
    {"line": {"x": [0, 1], "y": [0.5, 0.5], "color": "#0000ff", "width": 7.2}}]}]}"##;

#[test]
fn a_picture_has_its_size_in_dots_and_its_strokes_theirs() {
    let white = Theme { paper: Color::rgb(255, 255, 255), ..Theme::LIGHT }.on_paper();
    let small = picture(LINE, white, 50.0);
    assert_eq!((small.width(), small.height()), (200, 150));
    let large = picture(LINE, white, 200.0);
    assert_eq!((large.width(), large.height()), (800, 600));
    // A line of 7.2 points is 20 dots high at 200 dots an inch, and as long as the axes.
    let blue = count(&large, BLUE);
    assert!((600 * 18..760 * 21).contains(&blue), "{blue}");
    assert!(count(&large, Theme::LIGHT.ink) > 100, "the title's letters");
    assert!(count(&large, white.paper) > 800 * 600 / 2);
}

#[test]
fn without_paper_what_lies_below_shows() {
    let pixels = picture(LINE, Theme::LIGHT, 100.0);
    assert!(pixels.pixels().iter().filter(|pixel| pixel.alpha() == 0).count() > 400 * 300 / 2);
}

/// How many rows or columns of pixels are of this colour for more than half of their length.
fn lines(pixels: &Pixmap, color: Color) -> [usize; 2] {
    let (width, height) = (pixels.width(), pixels.height());
    let is = |x: u32, y: u32| {
        let pixel = pixels.pixel(x, y).expect("a pixel of the picture").demultiply();
        [pixel.red(), pixel.green(), pixel.blue()] == [color.red, color.green, color.blue]
    };
    let rows = (0..height).filter(|&y| (0..width).filter(|&x| is(x, y)).count() > width as usize / 2);
    let columns = (0..width).filter(|&x| (0..height).filter(|&y| is(x, y)).count() > height as usize / 2);
    [rows.count(), columns.count()]
}

#[test]
fn a_frame_has_four_sides_however_coarse_the_picture_is() {
    let white = Theme { paper: Color::rgb(255, 255, 255), ..Theme::LIGHT }.on_paper();
    let empty = r##"{"size": [4, 3], "axes": [{"grid": false, "artists": []}]}"##;
    for dpi in [40.0, 50.0, 60.0, 72.0, 80.0, 100.0] {
        let [rows, columns] = lines(&picture(empty, white, dpi), white.soft_ink);
        assert!(rows >= 2 && columns >= 2, "{rows} level and {columns} upright lines at {dpi} dots an inch");
    }
}
