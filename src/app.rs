//! The whole page: it loads the lesson, then shows the bar, the outline, the deck and the panels.
//!
//! What it is not: any of these. Start reading at [`App`].

use crate::browser::dom;
use crate::browser::language::Language;
use crate::browser::lesson::{self, Lesson};
use crate::browser::theme::Theme;
use crate::panels::{self, Panels};
use crate::session::Session;
use crate::views::bar::Bar;
use crate::views::deck::Deck;
use crate::views::editor::HELP_ID;
use crate::views::lines;
use crate::views::modes;
use crate::views::notice::{NoticeBanner, RunNext};
use crate::views::outline::Outline;
use crate::views::place;
use crate::views::present::{self, PresentControls};
use crate::views::slide::SlideView;
use crate::words;
use kindling_notebook::{Notebook, SLIDES_AT_A_TIME};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Puts the page where `index.html` shows that it is loading.
pub fn mount() {
    let host = document().get_element_by_id("page").and_then(|host| host.dyn_into().ok());
    if let Some(host) = host {
        let host: web_sys::HtmlElement = host;
        leptos::mount::mount_to(host, App).forget();
    }
}

#[component]
fn App() -> impl IntoView {
    provide_context(Theme::new());
    let language = Language::new();
    provide_context(language);
    let lesson = RwSignal::new(None::<Result<Lesson, String>>);
    spawn_local(async move {
        // A reader who has chosen a language is told in it, too, why a lesson does not open.
        language.begin("").await;
        let loaded = lesson::load().await;
        language.begin(loaded.as_ref().map_or("", |lesson| &lesson.notebook.lang)).await;
        lesson.set(Some(loaded));
    });
    move || {
        let lesson = lesson.get()?;
        clear_loading();
        Some(match lesson {
            Ok(lesson) => view! { <Room lesson=lesson /> }.into_any(),
            Err(reason) => view! { <NoLesson reason=reason /> }.into_any(),
        })
    }
}

#[component]
fn NoLesson(reason: String) -> impl IntoView {
    view! {
        <header class="bar"><span class="title">"Kindling"</span></header>
        <main class="room alone">
            <section class="slide lead">
                <div class="sheet" role="alert">
                    <h1>{words::lesson_does_not_open()}</h1>
                    <p>{reason}</p>
                    <p><a href="?">{words::open_first_lesson()}</a></p>
                </div>
            </section>
        </main>
    }
}

/// Takes away what `index.html` showed until now.
fn clear_loading() {
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
}

#[component]
fn Room(lesson: Lesson) -> impl IntoView {
    let name = lesson.name.clone();
    let session = Session::new(lesson);
    let notebook = session.notebook.get_value();
    let deck = Deck::new(session);
    provide_context(session);
    provide_context(deck);
    document().set_title(&format!("{} · Kindling", notebook.title));
    panels::provide();
    present::follow(deck, session);
    place::follow(deck, &name);
    lines::follow_links(session, deck);
    modes::listen(deck, session);
    session.start();
    session.watch_tabs();
    session.watch_renewal();
    session.watch_drops();
    let turn = RwSignal::new(0);
    let turns = turns_of(session);
    let is_whole = Memo::new(move |_| turn.get() + 1 >= turns);
    Effect::new(move |_| {
        if is_whole.get() {
            let name = name.clone();
            spawn_local(async move {
                session.show_kept().await;
                session.note_visit();
                dom::after_paint(move || place::restore(deck, &name));
            });
        }
    });
    let language = expect_context::<Language>();
    move || {
        // What the reader sees is made anew in another language; the session goes on.
        language.code();
        view! { <Shown notebook=notebook.clone() turn=turn /> }
    }
}

/// All that is seen of a lesson.
#[component]
fn Shown(notebook: Arc<Notebook>, turn: RwSignal<usize>) -> impl IntoView {
    let session = expect_context::<Session>();
    let has_style = !notebook.style.is_empty() || notebook.elsewhere.is_some();
    let turns = turns_of(session);
    view! {
        <a class="skip" href="#deck">{words::skip_to_lesson()}</a>
        <Bar />
        <NoticeBanner />
        {has_style.then(|| view! { <style inner_html=move || session.style()></style> })}
        <div class="room">
            <nav class="outline" aria-label=words::outline_title()><Outline /></nav>
            <main id="deck" tabindex="-1" data-whole=move || (turn.get() + 1 >= turns).then_some("")>
                <Slides turn=turn />
                <RunNext />
                <PresentControls />
                <p class="hear" id=HELP_ID>{words::editor_help()}</p>
            </main>
        </div>
        <Panels />
        <p class="hear" role="status">{move || session.said.get()}</p>
    }
}

/// Slides come a few at a time, so that the first can be read, and cells run, while the rest is made and laid out.
#[component]
fn Slides(turn: RwSignal<usize>) -> impl IntoView {
    let session = expect_context::<Session>();
    let turns = turns_of(session);
    take_turns(turn, turns);
    let shown = move || {
        let taken = turn.get() + 1;
        let most = if taken < turns { taken * SLIDES_AT_A_TIME } else { usize::MAX };
        session.slides.with(|slides| slides.iter().copied().take(most).collect::<Vec<_>>())
    };
    view! { <For each=shown key=|slide| *slide children=|slide| view! { <SlideView slide=slide /> } /> }
}

/// How often some slides come until all are there.
fn turns_of(session: Session) -> usize {
    session.slides.with_untracked(Vec::len).div_ceil(SLIDES_AT_A_TIME)
}

/// Counts `turn` up until all turns are taken, or the page shows another lesson.
fn take_turns(turn: RwSignal<usize>, turns: usize) {
    dom::after_paint(move || {
        let Some(now) = turn.try_get_untracked().filter(|now| now + 1 < turns) else { return };
        turn.set(now + 1);
        take_turns(turn, turns);
    });
}
