//! A figure in facts, for those who do not see it: the page says them in its reader's language. Start reading at
//! [`facts`].

use crate::ticks::short;
use crate::{Artist, Axes, Axis, Figure, Image, Rule, artists, image};

/// What there is to say of a figure; numbers are texts of four places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Words of the figure's own, as a sentence.
    Words(String),
    /// How many plots it has, if several.
    Plots(usize),
    /// What follows is in this plot, which may stand in the place of another; counted from 1.
    Plot {
        number: usize,
        of: Option<usize>,
    },
    /// What the axes are called, at least one of them.
    Axes {
        x: Option<String>,
        y: Option<String>,
    },
    /// There is nothing in the plot.
    Nothing,
    /// Something drawn, and what the student calls it.
    Drawn {
        name: Option<String>,
        shape: Shape,
    },
    /// Words in the plot.
    Note(String),
    Image {
        rows: usize,
        columns: usize,
        contours: bool,
        values: Option<Range>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    Line(Series),
    Points(Series),
    Bars { count: usize, lengths: Option<Range> },
    Rule { vertical: bool, at: String },
    Area,
}

/// The points of a line or cloud that are finite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub count: usize,
    /// Where they are, if there are any.
    pub extent: Option<(Range, Course)>,
}

/// The least and the greatest of some values.
pub type Range = (String, String);

/// Where a curve goes from its first to its last point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Course {
    /// It is no curve, or one point: its values.
    Anywhere(Range),
    Constant(String),
    Rises(Range),
    Falls(Range),
    /// From the first to the last, and between which values.
    Goes(Range, Range),
}

/// Title, axes, and each series by name with the number of its points, its range and where it goes.
pub fn facts(figure: &Figure) -> Vec<Fact> {
    let mut facts: Vec<Fact> = figure.title.iter().map(|title| words(title)).collect();
    let many = figure.axes.len() > 1;
    if many {
        facts.push(Fact::Plots(figure.axes.len()));
    }
    for (index, axes) in figure.axes.iter().enumerate() {
        if many {
            facts.push(Fact::Plot { number: index + 1, of: axes.twin_of.map(|other| other + 1) });
        }
        facts.extend(of_axes(axes));
    }
    let names = figure.x_label.iter().chain(&figure.y_label).map(|label| &label.text);
    facts.extend(names.chain(figure.texts.iter().map(|text| &text.text)).map(|text| words(text)));
    facts
}

fn of_axes(axes: &Axes) -> Vec<Fact> {
    let named =
        |axis: &Axis| axis.label.as_ref().map(|label| label.text.clone()).filter(|text| !text.is_empty());
    let mut facts: Vec<Fact> = axes.title.iter().map(|title| words(&title.text)).collect();
    let (x, y) = (named(&axes.x), named(&axes.y));
    if x.is_some() || y.is_some() {
        facts.push(Fact::Axes { x, y });
    }
    let before = facts.len();
    facts.extend(axes.artists.iter().filter_map(of_artist));
    if facts.len() == before {
        facts.push(Fact::Nothing);
    }
    facts
}

fn of_artist(artist: &Artist) -> Option<Fact> {
    let drawn = |shape| Fact::Drawn { name: artists::label(artist).map(str::to_owned), shape };
    Some(match artist {
        Artist::Line(line) => drawn(Shape::Line(series(&line.x, &line.y, true))),
        Artist::Scatter(scatter) => drawn(Shape::Points(series(&scatter.x, &scatter.y, false))),
        Artist::Bars(bars) => {
            let lengths = if bars.horizontal { &bars.width } else { &bars.height };
            drawn(Shape::Bars { count: lengths.len(), lengths: range(lengths) })
        }
        Artist::Rule(Rule { at, vertical, .. }) => drawn(Shape::Rule { vertical: *vertical, at: short(*at) }),
        Artist::Band(_) => drawn(Shape::Area),
        Artist::Text(text) if text.text.is_empty() => return None,
        Artist::Text(text) => Fact::Note(sentence(&text.text)),
        Artist::Image(picture) => of_image(picture),
    })
}

fn of_image(picture: &Image) -> Fact {
    let rows = picture.values.len().max(picture.colors.len()).checked_div(picture.columns).unwrap_or(0);
    let values = (!picture.values.is_empty()).then(|| {
        let (low, high) = image::range(picture);
        (short(low), short(high))
    });
    let contours = !(picture.levels.is_empty() && picture.bands == 0);
    Fact::Image { rows, columns: picture.columns, contours, values }
}

fn series(x: &[f64], y: &[f64], joined: bool) -> Series {
    let points: Vec<(f64, f64)> =
        x.iter().copied().zip(y.iter().copied()).filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
    let count = points.len();
    let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
    let extent = range(&x).zip(range(&y)).map(|(across, high)| {
        let course = if joined { course(&y) } else { None };
        (across, course.unwrap_or(Course::Anywhere(high)))
    });
    Series { count, extent }
}

fn course(y: &[f64]) -> Option<Course> {
    let (first, last) = (*y.first()?, *y.last()?);
    if y.len() < 2 {
        return None;
    }
    let low = y.iter().copied().fold(f64::INFINITY, f64::min);
    let high = y.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let ends = (short(first), short(last));
    let slack = 0.05 * (high - low);
    Some(if low >= high {
        Course::Constant(short(first))
    } else if last - first > slack && low >= first - slack && high <= last + slack {
        Course::Rises(ends)
    } else if first - last > slack && high <= first + slack && low >= last - slack {
        Course::Falls(ends)
    } else {
        Course::Goes(ends, (short(low), short(high)))
    })
}

/// The least and the greatest finite value, as texts.
fn range(values: &[f64]) -> Option<Range> {
    let finite = || values.iter().copied().filter(|value| value.is_finite());
    let low = finite().min_by(f64::total_cmp)?;
    let high = finite().max_by(f64::total_cmp)?;
    Some((short(low), short(high)))
}

fn words(text: &str) -> Fact {
    Fact::Words(sentence(text))
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

    fn texts(low: &str, high: &str) -> Range {
        (low.to_owned(), high.to_owned())
    }

    #[test]
    fn a_loss_curve_in_facts() {
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
        let extent = Some((texts("0", "20"), Course::Falls(texts("0.3129", "0.0279"))));
        assert_eq!(
            facts(&Figure { axes: vec![axes], ..Figure::default() }),
            [
                Fact::Words("Loss curves.".to_owned()),
                Fact::Axes { x: Some("Epochs".to_owned()), y: Some("Loss".to_owned()) },
                Fact::Drawn {
                    name: Some("Train loss".to_owned()),
                    shape: Shape::Line(Series { count: 3, extent })
                },
            ]
        );
    }

    #[test]
    fn points_have_ranges_and_nothing_is_said_too() {
        let scatter = Scatter { x: vec![1.0, 2.0, f64::NAN], y: vec![5.0, 3.0, 9.0], ..Scatter::default() };
        let axes = Axes { artists: vec![Artist::Scatter(scatter)], ..Axes::default() };
        let extent = Some((texts("1", "2"), Course::Anywhere(texts("3", "5"))));
        assert_eq!(
            facts(&Figure { axes: vec![axes, Axes::default()], ..Figure::default() }),
            [
                Fact::Plots(2),
                Fact::Plot { number: 1, of: None },
                Fact::Drawn { name: None, shape: Shape::Points(Series { count: 2, extent }) },
                Fact::Plot { number: 2, of: None },
                Fact::Nothing,
            ]
        );
        assert_eq!(facts(&Figure::default()), []);
    }

    #[test]
    fn curves_rise_stay_and_wander() {
        assert_eq!(course(&[0.0, 0.5, 1.0]), Some(Course::Rises(texts("0", "1"))));
        assert_eq!(course(&[2.0, 2.0]), Some(Course::Constant("2".to_owned())));
        assert_eq!(course(&[0.0, 1.0, 0.0]), Some(Course::Goes(texts("0", "0"), texts("0", "1"))));
        assert_eq!(course(&[1.0]), None);
    }
}
