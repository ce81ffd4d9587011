//! One output below a cell: printed text, a result, a figure or an error.
//!
//! What it is not: how outputs come and are kept (see [`crate::session::outputs`]). Start reading at [`OutputView`].

use crate::session::outputs::Output;
use crate::views::hints::hint;
use crate::views::plot::Plot;
use crate::views::stream::StreamView;
use kindling_protocol::CellError;
use leptos::prelude::*;

#[component]
pub fn OutputView(output: Output) -> impl IntoView {
    match output {
        Output::Stream(stream) => view! { <StreamView stream=stream /> }.into_any(),
        Output::Result(text) => {
            view! { <pre class="out result scroll" tabindex="0" data-result>{text}</pre> }.into_any()
        }
        Output::Figure(figure) => view! { <div class="out figure"><Plot figure=figure /></div> }.into_any(),
        Output::Error(error) => view! { <ErrorView error=error /> }.into_any(),
        Output::Stored(html) => view! { <div class="stored" data-stored inner_html=html></div> }.into_any(),
    }
}

/// Python's own words, the place, and one sentence on what to try.
#[component]
fn ErrorView(error: CellError) -> impl IntoView {
    let place = error.line.map(|line| format!("line {line}"));
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
