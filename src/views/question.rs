//! The box below a cell that asks for a line of text: `input()`.
//!
//! What it is not: the asking (the kernel's). Start reading at [`QuestionView`].

use crate::session::{Cell, Question, Session};
use crate::words;
use leptos::{html, prelude::*};

#[component]
pub fn QuestionView(cell: Cell) -> impl IntoView {
    move || cell.asks.get().map(|question| view! { <Form cell=cell question=question /> })
}

#[component]
fn Form(cell: Cell, question: Question) -> impl IntoView {
    let session = expect_context::<Session>();
    let field = NodeRef::<html::Input>::new();
    // Who runs a cell that asks wants to answer; a reader who is elsewhere is told in the status.
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let answer = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        session.answer(cell, text);
    };
    let kind = if question.is_password { "password" } else { "text" };
    let label = if question.prompt.trim().is_empty() {
        words::python_waits_for_text().to_owned()
    } else {
        question.prompt
    };
    view! {
        <form class="out question" data-question on:submit=answer>
            <label><span>{label}</span><input node_ref=field type=kind autocomplete="off" spellcheck="false" /></label>
            <button type="submit">{words::enter_text()}</button>
        </form>
    }
}
