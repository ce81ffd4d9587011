//! Draws a figure given as JSON on standard input: `cargo run -p kindling-plot --example svg -- 640 dark < figure.json`.

use kindling_plot::{Figure, Theme, to_svg};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let width = arguments.first().map_or(Ok(640), |width| width.parse())?;
    let dark = arguments.get(1).is_some_and(|theme| theme == "dark");
    let theme = if dark { Theme::DARK } else { Theme::LIGHT };
    let figure: Figure = serde_json::from_reader(std::io::stdin())?;
    println!("{}", to_svg(&figure, &theme.on_paper(), width, "")?);
    Ok(())
}
