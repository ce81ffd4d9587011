//! Slides as sheets of paper: text, columns, answers to unfold, cells.
//!
//! What it is not: Markdown, which `kindling-notebook` has turned into safe HTML. Start reading at [`SlideView`].

use crate::browser::dom;
use crate::session::Session;
use crate::views::cell::CellView;
use crate::views::deck::Deck;
use kindling_notebook::{Block, Slide};
use leptos::prelude::*;

#[component]
pub fn SlideView(index: usize, slide: Slide) -> impl IntoView {
    let deck = expect_context::<Deck>();
    let label = if slide.title.is_empty() { format!("Slide {}", index + 1) } else { slide.title.clone() };
    let said = Some(slide.notes).filter(|notes| !notes.is_empty());
    view! {
        <section
            class=format!("slide {}", slide.class)
            id=dom::slide_id(index)
            tabindex="-1"
            role="group"
            aria-label=label
            data-current=move || (deck.current.get() == index).then_some("")
        >
            <div class="sheet">{blocks(slide.blocks)}</div>
            {said.map(|said| view! { <Show when=move || deck.handout.get()><aside class="notes">{said.clone()}</aside></Show> })}
        </section>
    }
    .into_any()
}

fn blocks(blocks: Vec<Block>) -> Vec<AnyView> {
    blocks.into_iter().map(block).collect()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Html(html) => view! { <div class="prose" inner_html=html></div> }.into_any(),
        Block::Columns(columns) => {
            let inside: Vec<_> = columns
                .columns
                .into_iter()
                .map(|column| {
                    view! { <div class=format!("column {}", column.class)>{blocks(column.blocks)}</div> }
                })
                .collect();
            view! { <div class=format!("columns {}", columns.class)>{inside}</div> }.into_any()
        }
        Block::Details { summary, blocks: inside } => view! {
            <details class="answer">
                <summary inner_html=summary></summary>
                <div class="unfolded">{blocks(inside)}</div>
            </details>
        }
        .into_any(),
        Block::Cell(index) => {
            let cell = expect_context::<Session>().cell(index);
            cell.map(|cell| view! { <CellView cell=cell /> }).into_any()
        }
    }
}
