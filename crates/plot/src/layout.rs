//! Where everything of an axes stands: the room of its words and of those of its twins, and its ticks.
//!
//! What it is not: the drawing of any of it (`axes`). Start reading at [`lay_out`].

use crate::clip::Rect;
use crate::pen::TICK_SIZE;
use crate::ticks::{self, Ticks};
use crate::view::{self, Span, View};
use crate::{Align, Artist, Axes, Axis, Image, Label, Scale, SpinePlace, TickLook, color_bar, legend, text};

/// Sizes in points, matplotlib's defaults.
pub(crate) const LABEL_SIZE: f64 = 10.0;
pub(crate) const TITLE_SIZE: f64 = 12.0;
pub(crate) const TICK_LENGTH: f64 = 3.5;
pub(crate) const TICK_GAP: f64 = 3.5;
pub(crate) const LABEL_GAP: f64 = 4.0;
pub(crate) const TITLE_GAP: f64 = 6.0;

/// Where everything of one axes stands.
pub(crate) struct Layout {
    pub view: View,
    pub x: Side,
    pub y: Side,
    /// The room of all words above, at the right of and below the group's area, titles left out, in dots.
    pub above: f64,
    pub beside: f64,
    pub below: f64,
}

/// An axis' ticks.
#[derive(Clone)]
pub(crate) struct Side {
    pub ticks: Ticks,
    /// How far their texts reach away from the axis, in dots.
    pub reach: f64,
}

/// Whether the x and the y axis of these axes are seen: of a twin only the one of its own.
pub(crate) fn seen(axes: &Axes) -> (bool, bool) {
    let own = |axis: &Axis| axes.frame && (axes.twin_of.is_none() || axis.opposite);
    (own(&axes.x), own(&axes.y))
}

/// The axes of a group, which all stand in one place; those that are no twins come first.
pub(crate) fn lay_out(group: &[&Axes], cell: &Rect, point: f64) -> Vec<Layout> {
    let title = group.iter().map(|axes| title_height(axes, point)).fold(0.0, f64::max);
    let mut area = Rect { top: cell.top + title, ..*cell };
    let x_room = |opposite: bool| {
        let there = group.iter().filter(|axes| seen(axes).0 && axes.x.opposite == opposite);
        there.map(|axes| x_room(axes, cell.width(), point)).fold(0.0, f64::max)
    };
    let (above, below) = (x_room(true), x_room(false));
    area.bottom -= below;
    area.top += above;
    let mut beside = 0.0;
    let mut left = 0.0;
    let mut sides = Vec::new();
    for axes in group {
        let span = view::spans(axes).1;
        let side = Side::new(&axes.y, &span, area.height(), false, point);
        if seen(axes).1 {
            let spine = if axes.y.opposite { &axes.spines.right } else { &axes.spines.left };
            let room = side.room(&axes.y, false, point) + outward(spine.place, point);
            let taken: &mut f64 = if axes.y.opposite { &mut beside } else { &mut left };
            *taken = taken.max(room);
            area.top = area.top.max(cell.top + title + above + offset_height(&side.ticks) * point);
        }
        sides.push(side);
    }
    area.left += left;
    if group.iter().any(|axes| axes.frame) {
        // The first and last labels of the x axis stand out at the sides, the top one of y above.
        area.right -= f64::max(beside, 1.5 * TICK_SIZE * point);
        area.top += 0.4 * TICK_SIZE * point;
    }
    if let Some(image) = group.first().and_then(|axes| with_color_bar(axes)) {
        if image.color_bar_level {
            area.bottom -= color_bar::room_below(image, point);
        } else {
            area.right -= color_bar::room(image, area.height(), point);
        }
    }
    let place = |area: Rect| -> Vec<Layout> {
        let area = settled(group, area, point);
        let one = |(axes, y): (&&Axes, &Side)| {
            let view = View::within(axes, area);
            let x = Side::new(&axes.x, &view.x, area.width(), true, point);
            Layout { view, x, y: y.clone(), above, beside, below }
        };
        group.iter().zip(&sides).map(one).collect()
    };
    let mut layouts = place(area);
    // What stands out of the cell takes from the axes. That moves what hangs on them: it is looked at again.
    for _ in 0..4 {
        let reach = reach_of(group, &layouts, cell, point);
        let smaller = shrunk(area, &reach, cell);
        if smaller == area {
            break;
        }
        area = smaller;
        layouts = place(area);
    }
    layouts
}

/// The area without as much at each side as `reach` stands out of the cell there, but not without all.
fn shrunk(area: Rect, reach: &Rect, cell: &Rect) -> Rect {
    let least = (0.3 * cell.width(), 0.3 * cell.height());
    let left = area.left + (cell.left - reach.left).max(0.0);
    let right = area.right - (reach.right - cell.right).max(0.0);
    let top = area.top + (cell.top - reach.top).max(0.0);
    let bottom = area.bottom - (reach.bottom - cell.bottom).max(0.0);
    let across = right - left >= least.0;
    let down = bottom - top >= least.1;
    Rect {
        left: if across { left } else { area.left },
        right: if across { right } else { area.right },
        top: if down { top } else { area.top },
        bottom: if down { bottom } else { area.bottom },
    }
}

/// The box around turned texts at ticks and legends with places of their own.
fn reach_of(group: &[&Axes], layouts: &[Layout], cell: &Rect, point: f64) -> Rect {
    let inside = |layout: &Layout| layout.view.area;
    let mut reach = layouts.first().map_or(*cell, inside);
    for (axes, layout) in group.iter().zip(layouts) {
        if seen(axes).0 {
            let (left, right) = ends_of_ticks(&axes.x, layout, point);
            (reach.left, reach.right) = (reach.left.min(left), reach.right.max(right));
        }
        if let Some(frame) = legend::anchored(&layout.view, cell, axes, point) {
            reach = reach.around(&frame);
        }
    }
    reach
}

/// The area that the axes fill of the room they have; however small that is, there is something to draw in.
fn settled(group: &[&Axes], mut area: Rect, point: f64) -> Rect {
    area.right = area.right.max(area.left + 10.0 * point);
    area.bottom = area.bottom.max(area.top + 10.0 * point);
    group.first().map_or(area, |first| View::new(first, area).area)
}

pub(crate) fn with_color_bar(axes: &Axes) -> Option<&Image> {
    axes.artists.iter().find_map(|artist| match artist {
        Artist::Image(image) if image.color_bar => Some(image),
        _ => None,
    })
}

impl Side {
    fn new(axis: &Axis, span: &Span, length: f64, along_x: bool, point: f64) -> Self {
        let ticks = axis_ticks(axis, span, length, along_x, point);
        let reach = reach(&ticks, &axis.look, along_x, point);
        Self { ticks, reach }
    }

    /// Everything between the axis and the end of its name, in dots; the name of y reads upward if not asked otherwise.
    fn room(&self, axis: &Axis, along_x: bool, point: f64) -> f64 {
        let name = axis.label.as_ref().filter(|label| !label.text.is_empty()).map_or(0.0, |label| {
            let (width, height) = text::extent(&label.text, label.size.unwrap_or(LABEL_SIZE) * point);
            let (sin, cos) = name_turn(label, along_x).to_radians().sin_cos();
            let (along, across) = if along_x { (sin, cos) } else { (cos, sin) };
            width * along.abs() + height * across.abs() + LABEL_GAP * point
        });
        mark_length(&axis.look, point) + TICK_GAP * point + self.reach + name
    }
}

/// How long the marks at the ticks are, in dots.
pub(crate) fn mark_length(look: &TickLook, point: f64) -> f64 {
    look.length.unwrap_or(TICK_LENGTH).max(0.0) * point
}

/// The size of the texts at ticks, in dots.
pub(crate) fn label_size(look: &TickLook, point: f64) -> f64 {
    look.label_size.unwrap_or(TICK_SIZE) * point
}

/// Ticks for an axis `length` dots long, of which each has some room, and for x no text runs into another.
fn axis_ticks(axis: &Axis, span: &Span, length: f64, along_x: bool, point: f64) -> Ticks {
    if let Some(at) = &axis.ticks {
        return ticks::given(at, axis.tick_labels.as_deref());
    }
    let letters = if along_x { 3.0 } else { 2.0 };
    let size = label_size(&axis.look, point);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=9")]
    let most = (length / (letters * size)).floor().clamp(1.0, 9.0) as u32;
    let make = |room: u32| match span.scale {
        Scale::Linear => ticks::linear(span.low, span.high, room),
        Scale::Log => ticks::logarithmic(span.low, span.high, room),
        Scale::SymLog { threshold } => ticks::symmetric(span.low, span.high, threshold, room),
    };
    let fits = |ticks: &Ticks| {
        let widest = ticks.labels.iter().map(|label| spacing(label, &axis.look, point)).fold(0.0, f64::max);
        #[expect(clippy::cast_precision_loss, reason = "a handful of ticks")]
        let needed = ticks.at.len() as f64 * (widest + size);
        !along_x || needed <= length + size
    };
    (1..=most).rev().map(make).find(fits).unwrap_or_else(|| make(1))
}

/// How far the box around a tick's text reaches across and down, in dots.
fn text_box(label: &str, look: &TickLook, point: f64) -> (f64, f64) {
    let (width, height) = text::extent(label, label_size(look, point));
    let (sin, cos) = look.turn.to_radians().sin_cos();
    (width * cos.abs() + height * sin.abs(), width * sin.abs() + height * cos.abs())
}

/// How far along an x axis a tick's text keeps others away, in dots: turned ones lie side by side.
pub(crate) fn spacing(label: &str, look: &TickLook, point: f64) -> f64 {
    let sin = look.turn.to_radians().sin().abs();
    let beside = label_size(look, point) * 1.05 / sin.max(1e-9);
    text_box(label, look, point).0.min(beside)
}

/// How far the ticks' texts reach away from the axis: across it for y, down for x.
fn reach(ticks: &Ticks, look: &TickLook, along_x: bool, point: f64) -> f64 {
    let least = if along_x { label_size(look, point) * text::LINE_HEIGHT } else { 0.0 };
    let one = |label: &String| {
        let (width, height) = text_box(label, look, point);
        if along_x { height } else { width }
    };
    ticks.labels.iter().map(one).fold(least, f64::max)
}

/// How far left and right turned texts of an x axis reach, in dots.
fn ends_of_ticks(axis: &Axis, layout: &Layout, point: f64) -> (f64, f64) {
    let area = &layout.view.area;
    let (mut left, mut right) = (area.left, area.right);
    if axis.look.turn == 0.0 && axis.look.horizontal.is_none() {
        return (left, right);
    }
    for (tick, label) in layout.x.ticks.at.iter().zip(&layout.x.ticks.labels) {
        let share = layout.view.x.share(*tick);
        if !(-1e-9..=1.0 + 1e-9).contains(&share) {
            continue;
        }
        let (at, width) = (area.left + share * area.width(), text_box(label, &axis.look, point).0);
        let before = match axis.look.horizontal {
            Some(Align::Start) => 0.0,
            Some(Align::End) => width,
            _ => width / 2.0,
        };
        (left, right) = (left.min(at - before), right.max(at - before + width));
    }
    (left, right)
}

fn offset_height(ticks: &Ticks) -> f64 {
    if ticks.offset.is_empty() { 0.0 } else { TICK_SIZE * 1.2 }
}

/// How far an axis' name is turned.
pub(crate) fn name_turn(label: &Label, along_x: bool) -> f64 {
    label.turn.unwrap_or(if along_x { 0.0 } else { 90.0 })
}

fn title_height(axes: &Axes, point: f64) -> f64 {
    axes.title.as_ref().map_or(0.0, |title| {
        text::extent(&title.text, title.size.unwrap_or(TITLE_SIZE) * point).1 + TITLE_GAP * point
    })
}

/// The room of an x axis' words. How wide the axes will be is not known yet: the cell is about as wide.
fn x_room(axes: &Axes, width: f64, point: f64) -> f64 {
    let spine = if axes.x.opposite { &axes.spines.top } else { &axes.spines.bottom };
    let side = Side::new(&axes.x, &view::spans(axes).0, width, true, point);
    side.room(&axes.x, true, point) + outward(spine.place, point)
}

/// How far a spine stands out of the axes, in dots.
fn outward(place: SpinePlace, point: f64) -> f64 {
    match place {
        SpinePlace::Outward(points) => points.max(0.0) * point,
        SpinePlace::Data(_) | SpinePlace::Axes(_) => 0.0,
    }
}
