//! A figure in words, for those who do not see it. Start reading at [`describe`].

use crate::ticks::short;
use crate::{Artist, Axes, Axis, Figure, Image, Rule, artists, image};

/// Title, axes, and each series by name with the number of its points, its range and where it goes.
pub fn describe(figure: &Figure) -> String {
    let mut sentences: Vec<String> = figure.title.iter().map(|title| sentence(title)).collect();
    let many = figure.axes.len() > 1;
    if many {
        sentences.push(format!("{} plots.", figure.axes.len()));
    }
    for (index, axes) in figure.axes.iter().enumerate() {
        if many {
            let twin =
                axes.twin_of.map_or(String::new(), |other| format!(", in the place of plot {}", other + 1));
            sentences.push(format!("Plot {}{twin}:", index + 1));
        }
        describe_axes(axes, &mut sentences);
    }
    let names = figure.x_label.iter().chain(&figure.y_label).map(|label| &label.text);
    sentences.extend(names.chain(figure.texts.iter().map(|text| &text.text)).map(|words| sentence(words)));
    if sentences.is_empty() { "Empty figure.".to_owned() } else { sentences.join(" ") }
}

fn describe_axes(axes: &Axes, sentences: &mut Vec<String>) {
    sentences.extend(axes.title.iter().map(|title| sentence(&title.text)));
    let named =
        |axis: &Axis| axis.label.as_ref().map(|label| label.text.clone()).filter(|text| !text.is_empty());
    match (named(&axes.x), named(&axes.y)) {
        (Some(x), Some(y)) => sentences.push(format!("{y} over {x}.")),
        (Some(x), None) => sentences.push(format!("Horizontal axis: {x}.")),
        (None, Some(y)) => sentences.push(format!("Vertical axis: {y}.")),
        (None, None) => {}
    }
    let before = sentences.len();
    sentences.extend(axes.artists.iter().filter_map(describe_artist));
    if sentences.len() == before {
        sentences.push("No data.".to_owned());
    }
}

fn describe_artist(artist: &Artist) -> Option<String> {
    let name = |kind: &str| {
        artists::label(artist)
            .map_or_else(|| kind.to_owned(), |label| format!("{label} ({})", kind.to_lowercase()))
    };
    Some(match artist {
        Artist::Line(line) => format!("{}: {}.", name("Line"), series(&line.x, &line.y, true)),
        Artist::Scatter(scatter) => format!("{}: {}.", name("Points"), series(&scatter.x, &scatter.y, false)),
        Artist::Bars(bars) => {
            let lengths = if bars.horizontal { &bars.width } else { &bars.height };
            let range = range(lengths).map_or(String::new(), |(low, high)| format!(" from {low} to {high}"));
            format!("{}: {}{range}.", name("Bars"), counted(lengths.len(), "bar"))
        }
        Artist::Rule(Rule { at, vertical, .. }) => {
            let kind = if *vertical { "Vertical line" } else { "Horizontal line" };
            format!("{} at {}.", name(kind), short(*at))
        }
        Artist::Band(_) => format!("{} between two curves.", name("Area")),
        Artist::Text(text) if text.text.is_empty() => return None,
        Artist::Text(text) => format!("Note: {}", sentence(&text.text)),
        Artist::Image(picture) => describe_image(picture),
    })
}

fn describe_image(picture: &Image) -> String {
    let rows = picture.values.len().max(picture.colors.len()).checked_div(picture.columns).unwrap_or(0);
    let kind = if picture.levels.is_empty() && picture.bands == 0 { "Image" } else { "Filled contours" };
    let size = format!("{kind} of {rows} rows and {} columns", picture.columns);
    if picture.values.is_empty() {
        return format!("{size}.");
    }
    let (low, high) = image::range(picture);
    format!("{size}, values from {} to {}.", short(low), short(high))
}

fn series(x: &[f64], y: &[f64], joined: bool) -> String {
    let points: Vec<(f64, f64)> =
        x.iter().copied().zip(y.iter().copied()).filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
    let mut words = counted(points.len(), "point");
    let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
    if let (Some((left, right)), Some((low, high))) = (range(&x), range(&y)) {
        let course = if joined { trend(&y) } else { None };
        let vertical = course.unwrap_or_else(|| format!("y from {low} to {high}"));
        words = format!("{words}, x from {left} to {right}, {vertical}");
    }
    words
}

/// Where a curve goes from its first to its last point, in one of a few words.
fn trend(y: &[f64]) -> Option<String> {
    let (first, last) = (*y.first()?, *y.last()?);
    if y.len() < 2 {
        return None;
    }
    let low = y.iter().copied().fold(f64::INFINITY, f64::min);
    let high = y.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let ends = format!("from {} to {}", short(first), short(last));
    let slack = 0.05 * (high - low);
    Some(if low >= high {
        format!("constant at {}", short(first))
    } else if last - first > slack && low >= first - slack && high <= last + slack {
        format!("rises {ends}")
    } else if first - last > slack && high <= first + slack && low >= last - slack {
        format!("falls {ends}")
    } else {
        format!("goes {ends}, between {} and {}", short(low), short(high))
    })
}

/// The least and the greatest finite value, as texts.
fn range(values: &[f64]) -> Option<(String, String)> {
    let finite = || values.iter().copied().filter(|value| value.is_finite());
    let low = finite().min_by(f64::total_cmp)?;
    let high = finite().max_by(f64::total_cmp)?;
    Some((short(low), short(high)))
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// A title's words with a full stop, unless they end in a mark of their own.
fn sentence(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.ends_with(['.', '!', '?', ':']) { words } else { words + "." }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Label, Line, Scatter};

    fn label(text: &str) -> Option<Label> {
        Some(Label { text: text.to_owned(), ..Label::default() })
    }

    #[test]
    fn a_loss_curve_in_words() {
        let line = Line {
            x: vec![0.0, 10.0, 20.0],
            y: vec![0.312_88, 0.0891, 0.0279],
            label: Some("Train loss".to_owned()),
            ..Line::default()
        };
        let mut axes =
            Axes { title: label("Loss curves"), artists: vec![Artist::Line(line)], ..Axes::default() };
        axes.x.label = label("Epochs");
        axes.y.label = label("Loss");
        let figure = Figure { axes: vec![axes], ..Figure::default() };
        assert_eq!(
            describe(&figure),
            "Loss curves. Loss over Epochs. \
             Train loss (line): 3 points, x from 0 to 20, falls from 0.3129 to 0.0279."
        );
    }

    #[test]
    fn points_have_ranges_and_nothing_has_words_too() {
        let scatter = Scatter { x: vec![1.0, 2.0, f64::NAN], y: vec![5.0, 3.0, 9.0], ..Scatter::default() };
        let axes = Axes { artists: vec![Artist::Scatter(scatter)], ..Axes::default() };
        let figure = Figure { axes: vec![axes, Axes::default()], ..Figure::default() };
        let words = "2 plots. Plot 1: Points: 2 points, x from 1 to 2, y from 3 to 5. Plot 2: No data.";
        assert_eq!(describe(&figure), words);
        assert_eq!(describe(&Figure::default()), "Empty figure.");
    }

    #[test]
    fn curves_rise_stay_and_wander() {
        assert_eq!(trend(&[0.0, 0.5, 1.0]).as_deref(), Some("rises from 0 to 1"));
        assert_eq!(trend(&[2.0, 2.0]).as_deref(), Some("constant at 2"));
        assert_eq!(trend(&[0.0, 1.0, 0.0]).as_deref(), Some("goes from 0 to 0, between 0 and 1"));
        assert_eq!(trend(&[1.0]), None);
    }
}
