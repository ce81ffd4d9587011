//! Slides as sheets of paper: text, columns, answers to unfold, cells of the lesson's and of the student's.
//!
//! What it is not: Markdown, which `kindling-notebook` has turned into safe HTML. Start reading at [`SlideView`].

use crate::browser::dom;
use crate::session::Session;
use crate::views::between::{AtEnd, Below};
use crate::views::cell::CellView;
use crate::views::deck::Deck;
use crate::views::text::TextView;
use crate::words;
use kindling_notebook::edit::{Kind, Piece};
use kindling_notebook::{Block, Slide};
use leptos::prelude::*;

#[component]
pub fn SlideView(slide: usize) -> impl IntoView {
    let deck = expect_context::<Deck>();
    let session = expect_context::<Session>();
    let place = Memo::new(move |_| session.place_of(slide));
    let heading = Memo::new(move |_| session.heading(slide).text);
    let label = move || match (heading.get(), place.get()) {
        (title, Some(place)) if title.is_empty() => words::slide_number(place + 1),
        (title, _) => title,
    };
    let Slide { class, notes, blocks, .. } =
        session.notebook.with_value(|notebook| notebook.slides.get(slide).cloned()).unwrap_or_default();
    let said = Some(notes).filter(|notes| !notes.is_empty());
    let slot = session.editing.with_untracked(|editing| editing.document().slot_of(slide));
    let empty_at = Memo::new(move |_| {
        let place = place.get()?;
        let has_cell = session
            .editing
            .with(|editing| editing.document().cells().into_iter().any(|(other, _)| other == place));
        (!has_cell).then_some(place)
    });
    view! {
        <section
            class=format!("slide {class}")
            id=move || place.get().map(dom::slide_id)
            tabindex="-1"
            role="group"
            aria-label=label
            data-current=move || (place.get() == Some(deck.current.get())).then_some("")
        >
            <div class="sheet">
                {pieces(session, slot, blocks)}
                {move || empty_at.get().map(|place| view! { <AtEnd place=place /> })}
            </div>
            {said.map(|said| view! { <Show when=move || deck.handout.get()><aside class="notes">{said.clone()}</aside></Show> })}
        </section>
    }
    .into_any()
}

/// What a piece is on the page: as long as it is the same, so is what shows it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Fixed(usize),
    Cell(String, Kind),
}

impl Key {
    fn of(piece: &Piece) -> Self {
        match piece {
            Piece::Fixed(fixed) => Self::Fixed(*fixed),
            Piece::Cell(content) => Self::Cell(content.id.clone(), content.kind),
        }
    }
}

/// What a slot holds as the student has it; `blocks` is what the lesson has there.
fn pieces(session: Session, slot: usize, blocks: Vec<Block>) -> AnyView {
    let is_fixed = |block: &Block| !matches!(block, Block::Cell(_));
    let fixed = StoredValue::new(blocks.into_iter().filter(is_fixed).collect::<Vec<Block>>());
    let keys = Memo::new(move |_| {
        session
            .editing
            .with(|editing| editing.document().slot(slot).iter().map(Key::of).collect::<Vec<Key>>())
    });
    let shown = move |key: Key| match key {
        Key::Fixed(number) => {
            let block = fixed.with_value(|fixed| fixed.get(number).cloned());
            block.map(|block| stays(session, slot, number, block)).into_any()
        }
        Key::Cell(id, kind) => session
            .cell_of(&id)
            .map(|cell| {
                let cell_view = match kind {
                    Kind::Code => view! { <CellView cell=cell /> }.into_any(),
                    Kind::Markdown => view! { <TextView cell=cell /> }.into_any(),
                };
                view! { {cell_view} <Below cell=cell /> }
            })
            .into_any(),
    };
    view! { <For each=move || keys.get() key=Key::clone children=shown /> }.into_any()
}

/// What the lesson has between its cells; columns and answers hold cells again.
fn stays(session: Session, slot: usize, number: usize, block: Block) -> AnyView {
    let lang =
        session.notebook.with_value(|notebook| Some(notebook.lang.clone()).filter(|lang| !lang.is_empty()));
    let within =
        session.editing.with_untracked(|editing| editing.document().slots_within(slot, number).to_vec());
    match block {
        Block::Html(html) => view! { <div class="prose" lang=lang inner_html=html></div> }.into_any(),
        Block::Columns(columns) => {
            let inside: Vec<_> = columns
                .columns
                .into_iter()
                .zip(within)
                .map(|(column, slot)| {
                    let class = format!("column {}", column.class);
                    view! { <div class=class>{pieces(session, slot, column.blocks)}</div> }
                })
                .collect();
            view! { <div class=format!("columns {}", columns.class)>{inside}</div> }.into_any()
        }
        Block::Details { summary, blocks } => view! {
            <details class="answer">
                <summary lang=lang inner_html=summary></summary>
                <div class="unfolded">{within.first().map(|slot| pieces(session, *slot, blocks))}</div>
            </details>
        }
        .into_any(),
        Block::Cell(_) => ().into_any(),
    }
}
