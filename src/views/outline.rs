//! The outline: sections and slides, with what has run.
//!
//! What it is not: the slides (see [`crate::views::slide`]). Start reading at [`Outline`].

use crate::browser::dom;
use crate::session::{Cell, Outcome, RunState, Session};
use crate::views::deck::Deck;
use crate::words;
use kindling_notebook::Slide;
use leptos::html::A;
use leptos::prelude::*;

/// How far a slide's cells are, in the order in which one hides the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    Nothing,
    ToRun,
    Running,
    Failed,
    Done,
}

impl Progress {
    fn of(session: Session, cells: &[Cell]) -> Self {
        let states: Vec<RunState> = cells.iter().map(|cell| session.run_state(*cell)).collect();
        let any = |state| states.contains(&state);
        if states.is_empty() {
            Self::Nothing
        } else if any(RunState::Running) || any(RunState::Queued) {
            Self::Running
        } else if any(RunState::Was(Outcome::Failed)) || any(RunState::Was(Outcome::Stopped)) {
            Self::Failed
        } else if any(RunState::Was(Outcome::New)) {
            Self::ToRun
        } else {
            Self::Done
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::ToRun => "○",
            Self::Running => "●",
            Self::Failed => "!",
            Self::Done => "✓",
        }
    }

    fn words(self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::ToRun => Some(words::slide_to_run()),
            Self::Running => Some(words::slide_running()),
            Self::Failed => Some(words::slide_with_error()),
            Self::Done => Some(words::slide_done()),
        }
    }
}

/// The list of slides; `left` is called when one was chosen.
#[component]
pub fn Outline(#[prop(optional, into)] left: Option<Callback<()>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let notebook = session.notebook.get_value();
    let entries: Vec<_> = notebook
        .slides
        .iter()
        .enumerate()
        .filter(|(_, slide)| !slide.title.is_empty())
        .map(|(index, slide)| view! { <Entry index=index slide=slide.clone() left=left /> })
        .collect();
    view! {
        <ProgressBar />
        <ol>{entries}</ol>
    }
}

#[component]
fn ProgressBar() -> impl IntoView {
    let session = expect_context::<Session>();
    let total = move || session.cell_count();
    let done = Memo::new(move |_| {
        session.code_cells().iter().filter(|cell| cell.outcome.get() == Outcome::Done).count()
    });
    let percent = move || done.get() * 100 / total().max(1);
    view! {
        <div class="progress" role="progressbar" aria-label=words::cells_done() aria-valuemin="0"
            aria-valuemax=total aria-valuenow=move || done.get()
            aria-valuetext=move || words::cells_done_of(done.get(), total())>
            <i style:width=move || format!("{}%", percent())></i>
        </div>
    }
}

#[component]
fn Entry(index: usize, slide: Slide, left: Option<Callback<()>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let progress = Memo::new(move |_| {
        let cells = session.code_cells().into_iter().filter(|cell| cell.slide.get_value() == index);
        Progress::of(session, &cells.collect::<Vec<_>>())
    });
    let section = slide.level == 1;
    let link = NodeRef::<A>::new();
    let is_current = Memo::new(move |_| deck.current.get() == index);
    Effect::new(move |before: Option<()>| {
        let (true, Some(link)) = (is_current.get(), link.get()) else { return };
        // The first entry is in view when the list appears: the page need not be laid out to know it.
        if index > 0 || before.is_some() {
            dom::scroll_inside(".outline", &link);
        }
    });
    let after_title = move || progress.get().words().map(|words| format!(", {words}"));
    let choose = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(left) = left {
            left.run(());
        }
        deck.go(index);
        dom::focus_slide(index);
    };
    view! {
        <li class=if section { "section" } else { "" }>
            <a
                href=format!("#{}", dom::slide_id(index))
                node_ref=link
                aria-current=move || is_current.get().then_some("true")
                data-progress=move || progress.get().mark()
                on:click=choose
            >
                <span class="mark" aria-hidden="true">{move || progress.get().mark()}</span>
                <span>{slide.title}<span class="hear">{after_title}</span></span>
            </a>
        </li>
    }
    .into_any()
}
