//! A cell on a slide: its rail, code and outputs.
//!
//! What it is not: the run itself (see [`crate::session`]). Start reading at [`CellView`].

use crate::browser::dom::{said, size};
use crate::panels::Opened;
use crate::session::outputs::Outputs;
use crate::session::{Cell, Check, KernelState, Outcome, RunState, Session, Took};
use crate::views::commands::{self, Here};
use crate::views::compared::Compared;
use crate::views::deck::Deck;
use crate::views::drag;
use crate::views::editor::CodeEditor;
use crate::views::icons::{self, icon};
use crate::views::output::OutputView;
use crate::views::question::QuestionView;
use crate::views::selection;
use crate::words;
use kindling_notebook::Difference;
use kindling_notebook::edit::Kind;
use leptos::prelude::*;
use std::time::Duration;

/// Typing is kept once it pauses this long, and when the page is left.
const KEEP_AFTER: Duration = Duration::from_millis(400);

#[component]
pub fn CellView(cell: Cell) -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let state = Memo::new(move |_| session.run_state(cell));
    keep_edits(session, cell);
    let is_open = RwSignal::new(cell.folded.with_value(Option::is_none));
    let here = Here::of(cell);
    let command = move |id: String| commands::perform(&id, here);
    view! {
        <section
            class="cell"
            role="group"
            aria-label=move || cell.name()
            tabindex="-1"
            data-cell=cell.id.get_value()
            data-state=move || state.get().word()
            on:focusin=move |event| selection::entered(deck, cell, &event)
            data-selected=move || deck.selection.holds(cell).then_some("")
            data-outdated=move || cell.age.get().map(|_| "")
            data-drop=move || drag::mark(deck, cell)
            on:dragover=move |event| drag::over(&event, deck, cell)
            on:dragleave=move |_| deck.drop_beside.set(None)
            on:drop=move |event| drag::put_down(&event, session, deck, cell)
        >
            {cell.folded.get_value().map(|title| view! { <Fold title=title is_open=is_open /> })}
            <div class="code" data-folded=move || (!is_open.get()).then_some("")>
                <Rail cell=cell state=state />
                <CodeEditor cell=cell command=command />
            </div>
            <Shown cell=cell />
            <QuestionView cell=cell />
            <Foot cell=cell state=state />
            <Elsewhere cell=cell />
        </section>
    }
    .into_any()
}

/// The title that a cell's code is folded under; Run stays in reach.
#[component]
fn Fold(title: String, is_open: RwSignal<bool>) -> impl IntoView {
    view! {
        <button type="button" class="fold" aria-expanded=move || is_open.get().to_string()
            on:click=move |_| is_open.update(|open| *open = !*open)>
            {title}
        </button>
    }
}

#[component]
fn Rail(cell: Cell, state: Memo<RunState>) -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let runs = move || state.get() == RunState::Running;
    let name = move || {
        let number = cell.number.get();
        if runs() { words::stop_cell(number) } else { words::run_cell(number) }
    };
    let count = move || match (state.get(), cell.execution_count.get()) {
        (RunState::Running | RunState::Queued, _) => "[*]".to_owned(),
        (_, Some(count)) => format!("[{count}]"),
        (_, None) => "[ ]".to_owned(),
    };
    view! {
        <div class="rail">
            <button
                type="button"
                aria-label=name
                title=move || if runs() { words::command_stop() } else { words::run_cell_hint() }
                on:click=move |_| if runs() { session.stop() } else { deck.run(session, cell.index) }
            >
                {move || icon(if runs() { icons::STOP } else { icons::RUN })}
            </button>
            <span class="count" draggable="true" title=words::drag_cell() on:dragstart=move |event| drag::begin(&event, cell)>
                {count}
            </span>
            <MoreButton cell=cell />
            <button type="button" class="wrap" aria-label=move || words::wrap_lines_of_cell(cell.number.get())
                title=words::wrap_lines() aria-pressed=move || deck.wraps.get().to_string()
                on:click=move |_| deck.wraps.update(|wraps| *wraps = !*wraps)>{icon(icons::WRAP)}</button>
        </div>
    }
}

/// What else can be done with the cell, in a panel.
#[component]
pub fn MoreButton(cell: Cell) -> impl IntoView {
    let opened = expect_context::<Opened>();
    let deck = expect_context::<Deck>();
    let name = move || match cell.kind.get() {
        Kind::Code => words::more_for_cell(cell.number.get()),
        Kind::Markdown => words::more_for_text().to_owned(),
    };
    let open = move |_| {
        deck.focused.set_value(Some(cell.index));
        opened.show(commands::PANEL);
    };
    view! {
        <button type="button" class="more-of-cell" aria-label=name title=words::more_for_cell_hint() on:click=open>
            {icon(icons::MORE)}
        </button>
    }
}

#[component]
fn Shown(cell: Cell) -> impl IntoView {
    let some = move || !cell.hides_output.get() && cell.outputs.with(|outputs| !outputs.shown.is_empty());
    view! {
        <div class="outputs" data-output hidden=move || !some()>
            <For
                each=move || cell.outputs.with(|outputs| outputs.shown.clone())
                key=|(key, _)| *key
                children=move |(_, output)| view! { <OutputView output=output /> }
            />
        </div>
    }
}

/// The line below a cell: what the run took, how it compares with the deck, whether the code was changed.
#[component]
fn Foot(cell: Cell, state: Memo<RunState>) -> impl IntoView {
    let session = expect_context::<Session>();
    let progress = move || match state.get() {
        RunState::Queued if session.kernel.get() == KernelState::Starting => {
            Some(words::cell_waits_for_python().to_owned())
        }
        RunState::Queued => Some(words::cell_waits().to_owned()),
        RunState::Running if session.is_stopping() => Some(words::cell_stopping().to_owned()),
        RunState::Running if !session.can_interrupt() => Some(words::cell_running_stop_restarts().to_owned()),
        RunState::Running => Some(words::cell_running().to_owned()),
        RunState::Was(Outcome::New) if cell.outputs.with(Outputs::are_stored) => {
            Some(words::cell_as_in_file().to_owned())
        }
        RunState::Was(Outcome::New) => cell.age.get().map(|age| age.words().to_owned()),
        RunState::Was(_) => cell.took.get().map(taken),
    };
    let edited = Memo::new(move |_| !cell.is_own && cell.source.with(|source| !cell.is_original(source)));
    let is_compared = RwSignal::new(false);
    let setup = cell.setup.then(words::cell_of_setup);
    let setup = setup.or((cell.is_own && session.has_lesson()).then(words::cell_is_yours));
    let hidden = move || cell.hides_output.get() && cell.outputs.with(|outputs| !outputs.shown.is_empty());
    let empty = move || progress().is_none() && !edited.get() && setup.is_none() && !hidden();
    view! {
        <div class="foot" hidden=empty>
            <span class="progress-word">{progress}</span>
            <Written cell=cell />
            {setup.map(|words| view! { <span>{words}</span> })}
            <Show when=hidden>
                <button type="button" class="unhide" on:click=move |_| cell.hides_output.set(false)>{words::show_output()}</button>
            </Show>
            <Show when=move || edited.get()>
                <span class="edited">
                    {words::cell_edited()}
                    <button type="button" aria-label=move || words::reset_cell(cell.number.get())
                        title=words::reset_cell_hint() on:click=move |_| cell.source.set(cell.original.get_value())>
                        {icon(icons::UNDO)} {words::reset_cell_word()}
                    </button>
                    <button type="button" aria-label=move || words::compare_cell(cell.number.get()) title=words::compare_cell_hint()
                        aria-expanded=move || said(is_compared.get()) on:click=move |_| is_compared.update(|is| *is = !*is)>
                        {words::compare_cell_word()}
                    </button>
                </span>
            </Show>
            {move || (cell.check.get() == Some(Check::Matches)).then(|| view! {
                <span class="match" data-check="matches">{words::matches_deck()}</span>
            })}
        </div>
        <Show when=move || edited.get() && is_compared.get()><Compared cell=cell /></Show>
        {move || match cell.check.get() {
            Some(Check::Differs(difference)) => Some(view! { <Departure cell=cell difference=difference /> }),
            _ => None,
        }}
    }
}

/// How many names a foot has room for.
const NAMED: usize = 2;

/// The files that the run wrote; a press shows them in their drawer, from where they go home.
#[component]
fn Written(cell: Cell) -> impl IntoView {
    let panels = expect_context::<Opened>();
    move || {
        let paths = cell.wrote.get();
        let what = match paths.len() {
            0 => return None,
            1..=NAMED => paths.join(", "),
            count => words::files_count(count),
        };
        Some(view! {
            <button type="button" class="wrote" title=words::cell_wrote_hint() on:click=move |_| panels.show(commands::FILES)>
                {words::cell_wrote(what)}
            </button>
        })
    }
}

/// The text that another tab gave the cell, beside the one here.
#[component]
fn Elsewhere(cell: Cell) -> impl IntoView {
    move || {
        let text = cell.elsewhere.get()?;
        let taken = text.clone();
        let take = move |_| {
            cell.source.set(taken.clone());
            cell.elsewhere.set(None);
        };
        Some(view! {
            <div class="difference elsewhere">
                <span>{words::changed_in_another_tab()}</span>
                <button type="button" on:click=take>{words::take_changed()}</button>
                <button type="button" on:click=move |_| cell.elsewhere.set(None)>{words::keep_mine()}</button>
                <pre class="scroll" tabindex="0">{text}</pre>
            </div>
        })
    }
}

/// Where the output departs from the deck's, and all that the deck shows. No fault: a seed or a version may differ.
#[component]
fn Departure(cell: Cell, difference: Difference) -> impl IntoView {
    let or_nothing = |text: String| if text.is_empty() { words::shows_nothing().to_owned() } else { text };
    view! {
        <details class="difference" data-check="differs">
            <summary>
                {words::deck_shows()} " " <code>{or_nothing(difference.expected)}</code>
                " " {words::where_run_printed()} " " <code>{or_nothing(difference.printed)}</code>
            </summary>
            <pre class="scroll" tabindex="0">{cell.expected.get_value()}</pre>
        </details>
    }
}

/// Keeps what the student types: after a pause, and at once when the page is hidden or left.
pub fn keep_edits(session: Session, cell: Cell) {
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let keep = move || {
        if pending.try_update_value(Option::take).flatten().is_some() {
            session.keep_code(cell);
        }
    };
    Effect::new(move |before: Option<()>| {
        cell.source.track();
        if before.is_none() {
            return;
        }
        if let Some(timer) = pending.get_value() {
            timer.clear();
        }
        pending.set_value(set_timeout_with_handle(keep, KEEP_AFTER).ok());
    });
    let leaving = window_event_listener(leptos::ev::pagehide, move |_| keep());
    on_cleanup(move || {
        keep();
        leaving.remove();
    });
}

/// Less memory than this is nothing that anybody asks after.
const WORTH_SAYING: f64 = 1e7;

fn taken(Took { milliseconds, held }: Took) -> String {
    let time = duration(milliseconds);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes of a tab")]
    let memory = || size(held as usize);
    if held < WORTH_SAYING { time } else { words::cell_took(time, memory()) }
}

fn duration(milliseconds: f64) -> String {
    match milliseconds {
        short if short < 10.0 => format!("{short:.1} ms"),
        medium if medium < 1000.0 => format!("{medium:.0} ms"),
        long => format!("{:.2} s", long / 1000.0),
    }
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn times_have_about_three_digits() {
        assert_eq!(duration(0.44), "0.4 ms");
        assert_eq!(duration(44.4), "44 ms");
        assert_eq!(duration(1234.0), "1.23 s");
    }
}
