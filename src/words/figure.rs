//! A figure in words of the reader's language, for those who do not see it.
//!
//! What it is not: what there is to say of it, which is `kindling-plot`'s. Start reading at [`described`].

use kindling_plot::{Course, Fact, Figure, Series, Shape, facts};

use crate::words;

pub fn described(figure: &Figure) -> String {
    let sentences: Vec<String> = facts(figure).into_iter().map(sentence).collect();
    if sentences.is_empty() { words::figure_empty().to_owned() } else { sentences.join(" ") }
}

fn sentence(fact: Fact) -> String {
    match fact {
        Fact::Words(words) => words,
        Fact::Plots(count) => words::figure_plots(count),
        Fact::Plot { number, of: Some(other) } => words::figure_twin(number, other),
        Fact::Plot { number, of: None } => words::figure_plot(number),
        Fact::Axes { x: Some(x), y: Some(y) } => words::figure_over(y, x),
        Fact::Axes { x: Some(x), y: None } => words::figure_across(x),
        Fact::Axes { x: None, y } => words::figure_up(y.unwrap_or_default()),
        Fact::Nothing => words::figure_nothing().to_owned(),
        Fact::Drawn { name, shape } => drawn(name, shape),
        Fact::Note(text) => words::figure_note(text),
        Fact::Image { rows, columns, contours, values } => {
            let size = if contours {
                words::figure_contours(rows, columns)
            } else {
                words::figure_image(rows, columns)
            };
            values.map_or(size.clone(), |(low, high)| size + " " + &words::figure_values(low, high))
        }
    }
}

/// Something drawn, by its name and its kind.
fn drawn(name: Option<String>, shape: Shape) -> String {
    let called = |kind: &str| match &name {
        Some(name) => words::figure_named(name, kind),
        None => capitalised(kind),
    };
    match shape {
        Shape::Line(points) => words::figure_says(called(words::figure_line()), series(points)),
        Shape::Points(points) => words::figure_says(called(words::figure_points()), series(points)),
        Shape::Bars { count, lengths } => {
            let bars = words::figure_count_bars(count);
            let bars = match lengths {
                Some((low, high)) => words::figure_lengths(bars, low, high),
                None => bars,
            };
            words::figure_says(called(words::figure_bars()), bars)
        }
        Shape::Rule { vertical: true, at } => words::figure_at(called(words::figure_vertical()), at),
        Shape::Rule { vertical: false, at } => words::figure_at(called(words::figure_horizontal()), at),
        Shape::Area => words::figure_between(called(words::figure_area())),
    }
}

fn series(series: Series) -> String {
    let points = words::figure_count(series.count);
    match series.extent {
        Some(((left, right), goes)) => words::figure_extent(points, left, right, course(goes)),
        None => points,
    }
}

fn course(course: Course) -> String {
    match course {
        Course::Anywhere((low, high)) => words::figure_range(low, high),
        Course::Constant(value) => words::figure_constant(value),
        Course::Rises((first, last)) => words::figure_rises(first, last),
        Course::Falls((first, last)) => words::figure_falls(first, last),
        Course::Goes((first, last), (low, high)) => words::figure_goes(first, last, low, high),
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
