//! One output below a cell: printed text, a result, a figure or an error.
//!
//! What it is not: how outputs come and are kept (see [`crate::session::outputs`]). Start reading at [`OutputView`].

use crate::session::Session;
use crate::session::outputs::{Output, Value};
use crate::views::hints::hint;
use crate::views::icons::{self, icon};
use crate::views::plot::Plot;
use crate::views::stream::StreamView;
use crate::words;
use kindling_plot::Figure;
use kindling_protocol::CellError;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[component]
pub fn OutputView(output: Output) -> impl IntoView {
    match output {
        Output::Stream(stream) => view! { <StreamView stream=stream /> }.into_any(),
        Output::Result(value) => view! { <ValueView value=value kind="execute_result" /> }.into_any(),
        Output::Value(value) => view! { <ValueView value=value kind="display_data" /> }.into_any(),
        Output::Figure(figure) => view! { <FigureView figure=*figure /> }.into_any(),
        Output::Error(error) => view! { <ErrorView error=error /> }.into_any(),
        Output::Stored(html) => view! { <div class="stored" data-stored inner_html=html></div> }.into_any(),
    }
}

#[component]
fn FigureView(figure: Figure) -> impl IntoView {
    let session = expect_context::<Session>();
    let host = NodeRef::<Div>::new();
    let kept = StoredValue::new(figure.clone());
    let take = move |way: &'static str| {
        let canvas = host.get_untracked().and_then(|host| host.query_selector("canvas").ok().flatten());
        let figure = kept.with_value(|figure| serde_wasm_bindgen::to_value(figure).ok());
        let (Some(canvas), Some(figure)) = (canvas, figure) else { return };
        spawn_local(async move {
            match take_figure(way, &canvas, &figure).await {
                Ok(_) if way == "copy" => session.say(words::figure_copied()),
                Ok(_) => {}
                Err(_) => session.tell(words::figure_not_taken(), None),
            }
        });
    };
    let button = move |way: &'static str, name: &'static str, face: AnyView| {
        view! { <button type="button" aria-label=name title=name on:click=move |_| take(way)>{face}</button> }
    };
    view! {
        <div class="out figure" node_ref=host>
            <Plot figure=figure />
            <div class="figure-tools">
                {button("copy", words::copy_figure(), icon(icons::COPY).into_any())}
                {button("png", words::save_figure_as_png(), "PNG".into_any())}
                {button("svg", words::save_figure_as_svg(), "SVG".into_any())}
            </div>
        </div>
    }
}

/// A value's text, until the richest of its forms is there, if it has any.
#[component]
fn ValueView(value: Value, kind: &'static str) -> impl IntoView {
    let html = RwSignal::new(None::<String>);
    if !value.forms.is_empty() {
        let bundle = bundle(kind, &value);
        spawn_local(async move {
            // Where it does not come, the text says enough.
            if let Ok(made) = shown(&bundle).await {
                html.set(made.as_string());
            }
        });
    }
    let text = value.text;
    view! {
        {move || match html.get() {
            Some(html) => view! { <div class="stored" data-rich inner_html=html></div> }.into_any(),
            None => view! { <pre class="out result scroll" tabindex="0" data-result>{text.clone()}</pre> }.into_any(),
        }}
    }
}

/// The value as a notebook's file has it.
fn bundle(kind: &str, value: &Value) -> String {
    let mut data = serde_json::to_value(&value.forms).unwrap_or_default();
    data["text/plain"] = value.text.clone().into();
    serde_json::json!({ "output_type": kind, "data": data, "metadata": {} }).to_string()
}

#[wasm_bindgen]
extern "C" {
    /// Saves or copies a figure; of `www/early.js`, which fetches what does it.
    #[wasm_bindgen(js_name = kindlingFigure, catch)]
    async fn take_figure(way: &str, canvas: &Element, figure: &JsValue) -> Result<JsValue, JsValue>;

    /// The safe HTML of an output; of `www/early.js`, which fetches the opener.
    #[wasm_bindgen(js_name = kindlingShow, catch)]
    async fn shown(output: &str) -> Result<JsValue, JsValue>;
}

/// Python's own words, the place, and one sentence on what to try.
#[component]
fn ErrorView(error: CellError) -> impl IntoView {
    let place = error.line.map(words::error_line);
    let (way, words) = split(&error);
    let (way, words) = (way.to_owned(), words.to_owned());
    view! {
        <div class="out error" data-error=error.name.clone()>
            <p class="error-head"><strong>{error.name.clone()}</strong> <span>{place}</span></p>
            <pre class="scroll" tabindex="0">{way}<strong>{words}</strong></pre>
            {hint(&error.name, &error.value).map(|advice| view! { <p class="why">{advice}</p> })}
        </div>
    }
}

/// A traceback as the way to the error, and the error's own line or lines.
fn split(error: &CellError) -> (&str, &str) {
    let words =
        if error.value.is_empty() { error.name.clone() } else { format!("{}: {}", error.name, error.value) };
    let traceback = error.traceback.trim_end();
    match traceback.strip_suffix(&words) {
        Some(way) => traceback.split_at(way.len()),
        None => (traceback, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_are_set_apart() {
        let error = CellError {
            name: "NameError".to_owned(),
            value: "name 'x' is not defined".to_owned(),
            traceback: "Traceback (most recent call last):\n  …\nNameError: name 'x' is not defined\n"
                .to_owned(),
            line: Some(1),
        };
        let (way, words) = split(&error);
        assert!(way.ends_with("…\n"));
        assert_eq!(words, "NameError: name 'x' is not defined");
    }

    #[test]
    fn an_error_without_a_message_is_its_name() {
        let error = CellError {
            name: "KeyboardInterrupt".to_owned(),
            value: String::new(),
            traceback: "Traceback (most recent call last):\nKeyboardInterrupt".to_owned(),
            line: None,
        };
        assert_eq!(split(&error).1, "KeyboardInterrupt");
    }
}
