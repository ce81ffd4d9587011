//! What several of these tests look at.

use kindling_notebook::Block;

/// The text of blocks as HTML, without cells.
pub fn html(blocks: &[Block]) -> String {
    let of_block = |block: &Block| match block {
        Block::Html(text) => text.clone(),
        Block::Columns(columns) => columns.columns.iter().map(|column| html(&column.blocks)).collect(),
        Block::Details { summary, blocks } => format!("{summary}{}", html(blocks)),
        Block::Cell(_) => String::new(),
    };
    blocks.iter().map(of_block).collect()
}
