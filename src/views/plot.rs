//! A figure on a canvas: as wide as its cell, one dot a device pixel, on a light ground.
//!
//! What it is not: the drawing, which is `kindling-plot`'s on any plotters surface. Start reading at [`Plot`].

use crate::browser::theme::Theme;
use crate::views::deck::Deck;
use crate::words;
use kindling_plot::{Figure, INCH, Theme as Colours, Turn};
use leptos::html::Canvas;
use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ResizeObserver};

/// Dots to a pixel where figures are printed.
const ON_PAPER: f64 = 3.0;

#[component]
pub fn Plot(figure: Figure) -> impl IntoView {
    let theme = expect_context::<Theme>();
    let canvas = NodeRef::<Canvas>::new();
    let width = RwSignal::new(0.0);
    let label = words::described(&figure);
    let deck = expect_context::<Deck>();
    let (across, high) = figure.size;
    // Styles know from these how large a figure wants to be.
    let natural =
        format!("--across: {}px; --high: {}px; --ratio: {}", across * INCH, high * INCH, across / high);
    observe_width(canvas, width);
    let printed = figure.clone();
    let printing = window_event_listener_untyped("beforeprint", move |_| {
        // At once: the browser waits for no effect. Paper has more dots than a screen.
        if let Some(canvas) = canvas.get_untracked() {
            paint(&canvas, &printed, ON_PAPER, 1.0, false);
        }
    });
    on_cleanup(move || printing.remove());
    Effect::new(move |_| {
        let (Some(canvas), width, dark, scale) =
            (canvas.get(), width.get(), theme.dark.get(), deck.scale.get())
        else {
            return;
        };
        if width > 0.0 {
            paint(&canvas, &figure, window().device_pixel_ratio(), scale, dark);
        }
    });
    view! {
        <canvas node_ref=canvas role="img" aria-label=label data-figure style=natural></canvas>
    }
}

/// Follows the canvas' width on the page; hidden slides have none, and are drawn when they are shown.
fn observe_width(canvas: NodeRef<Canvas>, width: RwSignal<f64>) {
    let observer = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    Effect::new(move |_| {
        let Some(element) = canvas.get() else { return };
        let measured = element.clone();
        let changed = Closure::<dyn FnMut()>::new(move || width.set(f64::from(measured.client_width())));
        if let Ok(watching) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            watching.observe(&element);
            observer.set_value(Some((watching, changed)));
        }
    });
    // Zooming changes the pixels' size and not always the width.
    let zoomed = window_event_listener(leptos::ev::resize, move |_| width.notify());
    on_cleanup(move || {
        zoomed.remove();
        observer.with_value(|observer| observer.as_ref().map(|(watching, _)| watching.disconnect()));
    });
}

/// Paints the figure as large as the page has laid it out, with letters of `scale` times their size and `sharpness` dots
/// to a pixel.
fn paint(canvas: &HtmlCanvasElement, figure: &Figure, sharpness: f64, scale: f64, dark: bool) {
    // What is shown below a slide's width is small: no canvas side comes near the limits of these numbers.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand pixels")]
    let dots = |length: i32| (f64::from(length) * sharpness).round() as u32;
    let (width, height) = (dots(canvas.client_width()), dots(canvas.client_height()));
    canvas.set_width(width);
    canvas.set_height(height);
    if let Err(error) = draw(canvas, figure, sharpness * scale, dark) {
        leptos::logging::error!("the figure could not be drawn: {error}");
    }
}

fn draw(canvas: &HtmlCanvasElement, figure: &Figure, sharpness: f64, dark: bool) -> Result<(), String> {
    let backend =
        CanvasBackend::with_canvas_object(canvas.clone()).ok_or("the browser draws on no canvas")?;
    // Colours are chosen for a light ground: on a dark page a figure brings its own.
    let colours = if dark { Colours::LIGHT.on_paper() } else { Colours::LIGHT };
    let context = canvas.get_context("2d").ok().flatten();
    let context = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
    let turner = |turn: Option<Turn>| {
        if let Some(context) = &context {
            turned(context, turn);
        }
    };
    kindling_plot::draw(figure, &backend.into_drawing_area(), &colours, sharpness, &turner)
        .map_err(|error| error.to_string())
}

/// What plotters' canvas cannot do itself: text that is turned by other than quarters.
fn turned(context: &CanvasRenderingContext2d, turn: Option<Turn>) {
    let Some(Turn { at: (x, y), degrees, .. }) = turn else { return context.restore() };
    let (x, y) = (f64::from(x), f64::from(y));
    context.save();
    // These fail for numbers that are none only, and a text that is not turned is better than none.
    let _ = context.translate(x, y);
    let _ = context.rotate(-degrees.to_radians());
    let _ = context.translate(-x, -y);
}
