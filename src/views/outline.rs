//! The outline: sections and slides, with what has run.
//!
//! What it is not: the slides (see [`crate::views::slide`]). Start reading at [`Outline`].

use crate::browser::dom;
use crate::session::{Cell, Heading, Outcome, RunState, Session};
use crate::views::commands::Here;
use crate::views::deck::Deck;
use crate::views::drag;
use crate::views::icons::{self, icon};
use crate::views::slides::{self, Tools};
use crate::words;
use kindling_notebook::edit::Side;
use leptos::ev::DragEvent;
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

/// What is open and what is dragged over in a list of slides.
#[derive(Clone, Copy)]
struct List {
    /// Called when a slide was chosen.
    left: Callback<()>,
    /// The slide whose tools are there.
    opened: RwSignal<Option<usize>>,
    /// The slide, and the side of it, that a dragged one would come to.
    drop_beside: RwSignal<Option<(usize, Side)>>,
}

/// The list of slides; `left` is called when one was chosen.
#[component]
pub fn Outline(#[prop(optional, into)] left: Option<Callback<()>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let list = List {
        left: left.unwrap_or_else(|| Callback::new(|()| {})),
        opened: RwSignal::new(None),
        drop_beside: RwSignal::new(None),
    };
    view! {
        <ProgressBar />
        <ol>
            <For each=move || session.slides.get() key=|slide| *slide
                children=move |slide| view! { <Entry slide=slide list=list /> } />
        </ol>
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

/// A slide's; one that the lesson has no title for is not listed.
#[component]
fn Entry(slide: usize, list: List) -> impl IntoView {
    let session = expect_context::<Session>();
    let heading = Memo::new(move |_| session.heading(slide));
    let is_lessons = session.editing.with_untracked(|editing| editing.document().of_lesson(slide).is_some());
    let is_listed = !is_lessons || !heading.with_untracked(|heading| heading.text.is_empty());
    is_listed.then(|| view! { <Listed slide=slide list=list heading=heading /> })
}

#[component]
fn Listed(slide: usize, list: List, heading: Memo<Heading>) -> impl IntoView {
    let here = Here::now();
    let place = Memo::new(move |_| here.session.place_of(slide).unwrap_or_default());
    let title = move || {
        let title = heading.get().text;
        if title.is_empty() { words::slide_number(place.get() + 1) } else { title }
    };
    let is_open = move || list.opened.get() == Some(slide);
    let toggle = move |_| list.opened.update(|opened| *opened = (*opened != Some(slide)).then_some(slide));
    let drop = move |event: DragEvent| {
        list.drop_beside.set(None);
        if let Some(to) = drag::put_down_slide(&event, here.session, slide) {
            slides::moved(here, Some(to));
        }
    };
    let mark = move || {
        let (_, side) = list.drop_beside.get().filter(|(other, _)| *other == slide)?;
        Some(drag::word(side))
    };
    view! {
        <li
            class=move || if heading.get().level == 1 { "section" } else { "" }
            data-drop=mark
            on:dragstart=move |event| drag::begin_slide(&event, slide)
            on:dragover=move |event| {
                if let Some(side) = drag::slide_over(&event) {
                    list.drop_beside.set(Some((slide, side)));
                }
            }
            on:dragleave=move |_| list.drop_beside.set(None)
            on:drop=drop
        >
            <Link place=place title=Signal::derive(title) left=list.left />
            // Out of the order of Tab: keys do the same.
            <button type="button" class="more" tabindex="-1" aria-expanded=move || dom::said(is_open())
                aria-label=move || words::slide_tools_of(title()) title=words::slide_tools() on:click=toggle>{icon(icons::MORE)}</button>
            <Show when=is_open><Tools slide=slide leave=list.left /></Show>
        </li>
    }
    .into_any()
}

#[component]
fn Link(place: Memo<usize>, title: Signal<String>, left: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let progress = Memo::new(move |_| {
        let here = place.get();
        let cells = session.code_cells().into_iter().filter(|cell| cell.slide.get_value() == here);
        Progress::of(session, &cells.collect::<Vec<_>>())
    });
    let link = NodeRef::<A>::new();
    let is_current = Memo::new(move |_| deck.current.get() == place.get());
    Effect::new(move |before: Option<()>| {
        let (true, Some(link)) = (is_current.get(), link.get()) else { return };
        // The first entry is in view when the list appears: the page need not be laid out to know it.
        if place.get_untracked() > 0 || before.is_some() {
            dom::scroll_inside(".outline", &link);
        }
    });
    let after_title = move || progress.get().words().map(|words| format!(", {words}"));
    let choose = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        left.run(());
        let place = place.get_untracked();
        deck.go(place);
        dom::focus_slide(place);
    };
    view! {
        <a
            href=move || format!("#{}", dom::slide_id(place.get()))
            node_ref=link
            aria-current=move || is_current.get().then_some("true")
            data-progress=move || progress.get().mark()
            on:click=choose
        >
            <span class="mark" aria-hidden="true">{move || progress.get().mark()}</span>
            <span>{title}<span class="hear">{after_title}</span></span>
        </a>
    }
}
