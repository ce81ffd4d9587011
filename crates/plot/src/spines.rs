//! The four lines around the data, and where they stand. Start reading at [`draw`].

use plotters::prelude::DrawingBackend;

use crate::clip::Rect;
use crate::error::DrawError;
use crate::pen::Pen;
use crate::view::{Span, View};
use crate::{Axes, Spine, SpinePlace};

pub(crate) fn draw<DB: DrawingBackend>(pen: &Pen<'_, DB>, axes: &Axes, view: &View) -> Result<(), DrawError> {
    let area = &view.area;
    let width = |spine: &Spine| spine.width.map_or(pen.hairline, |width| width.max(0.0) * pen.point);
    let bar = |spine: &Spine, bar: Rect| {
        if !spine.visible {
            return Ok(());
        }
        let color = spine.color.map_or(pen.theme.soft_ink, |color| pen.theme.readable(color));
        pen.fill_rect(&bar, color, 1.0)
    };
    // Where lines meet, each reaches as far as the other is thick.
    let sides = &axes.spines;
    let ends = (area.top - width(&sides.top) / 2.0, area.bottom + width(&sides.bottom) / 2.0);
    for (spine, opposite) in [(&sides.left, false), (&sides.right, true)] {
        let left = upright(axes, view, opposite, pen.point) - width(spine) / 2.0;
        bar(spine, Rect { left, top: ends.0, right: left + width(spine), bottom: ends.1 })?;
    }
    let ends = (area.left - width(&sides.left) / 2.0, area.right + width(&sides.right) / 2.0);
    for (spine, opposite) in [(&sides.bottom, false), (&sides.top, true)] {
        let top = level(axes, view, opposite, pen.point) - width(spine) / 2.0;
        bar(spine, Rect { left: ends.0, top, right: ends.1, bottom: top + width(spine) })?;
    }
    Ok(())
}

/// Where the left or, `opposite`, the right line stands, in dots.
pub(crate) fn upright(axes: &Axes, view: &View, opposite: bool, point: f64) -> f64 {
    let area = &view.area;
    let (spine, edge, away) =
        if opposite { (&axes.spines.right, area.right, 1.0) } else { (&axes.spines.left, area.left, -1.0) };
    match share(spine, &view.x) {
        Ok(share) => area.left + share * area.width(),
        Err(points) => edge + away * points * point,
    }
}

/// Where the lower or, `opposite`, the upper line stands, in dots.
pub(crate) fn level(axes: &Axes, view: &View, opposite: bool, point: f64) -> f64 {
    let area = &view.area;
    let (spine, edge, away) =
        if opposite { (&axes.spines.top, area.top, -1.0) } else { (&axes.spines.bottom, area.bottom, 1.0) };
    match share(spine, &view.y) {
        Ok(share) => area.bottom - share * area.height(),
        Err(points) => edge + away * points * point,
    }
}

/// At which part of the axis that it crosses a spine stands, or how many points out of its edge.
fn share(spine: &Spine, crossed: &Span) -> Result<f64, f64> {
    match spine.place {
        SpinePlace::Outward(points) => Err(points),
        SpinePlace::Axes(share) => Ok(share),
        // What lies outside the limits stands at the nearer end, and what is nowhere at the edge.
        SpinePlace::Data(value) => Some(crossed.share(value))
            .filter(|share| !share.is_nan())
            .map_or(Err(0.0), |share| Ok(share.clamp(0.0, 1.0))),
    }
}
