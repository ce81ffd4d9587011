//! What a notebook's author hides: code, outputs, whole cells, all below a heading.
//!
//! What it is not: a loss; all of it is there, folded under a line. Start reading at [`folds_code`].
//!
//! Tags are those of Jupyter Book and of nbconvert, which takes what is hidden out of a page; here code is still to be run.

use serde_json::Value;

use super::cells::Piece;

/// True for a cell whose code is not to be seen at once.
pub(super) fn folds_code(metadata: &Value) -> bool {
    has_tag(metadata, &["hide-input", "remove-input", "hide-cell"])
        || metadata["hide_input"] == true
        || metadata["_kg_hide-input"] == true
        || metadata["jupyter"]["source_hidden"] == true
        || metadata["cellView"] == "form"
}

/// True for a cell whose outputs are not to be seen at once.
pub(crate) fn folds_outputs(metadata: &Value) -> bool {
    has_tag(metadata, &["hide-output", "remove-output", "hide-cell"])
        || metadata["collapsed"] == true
        || metadata["_kg_hide-output"] == true
        || metadata["jupyter"]["outputs_hidden"] == true
}

/// True for a cell that is to be taken out.
pub(super) fn leaves_out(metadata: &Value) -> bool {
    has_tag(metadata, &["remove-cell"])
}

/// How many of the pieces behind a heading are folded with it: all before the next one that is as high. Colab names the
/// collapsed ones in the notebook's own metadata.
pub(super) fn below(heading: &Piece, behind: &[Piece], notebook: &Value) -> usize {
    let level = match heading_level(heading) {
        Some(level) if is_collapsed(heading.metadata(), notebook) => level,
        _ => return 0,
    };
    let is_as_high = |piece: &Piece| heading_level(piece).is_some_and(|other| other <= level);
    behind.iter().position(is_as_high).unwrap_or(behind.len())
}

fn is_collapsed(metadata: &Value, notebook: &Value) -> bool {
    let by_colab = notebook["colab"]["collapsed_sections"].as_array();
    metadata["jp-MarkdownHeadingCollapsed"] == true
        || metadata["heading_collapsed"] == true
        || metadata["id"].is_string() && by_colab.is_some_and(|ids| ids.contains(&metadata["id"]))
}

/// The level of the heading that a text begins with.
fn heading_level(piece: &Piece) -> Option<usize> {
    let Piece::Text(text) = piece else { return None };
    let source = text.source.trim_start();
    let level = source.len() - source.trim_start_matches('#').len();
    ((1..=6).contains(&level) && source[level..].starts_with([' ', '\t']) && !text.raw).then_some(level)
}

/// Tags are written with hyphens or with low lines.
fn has_tag(metadata: &Value, names: &[&str]) -> bool {
    let tags = metadata["tags"].as_array().into_iter().flatten().filter_map(Value::as_str);
    tags.map(|tag| tag.replace('_', "-")).any(|tag| names.contains(&tag.as_str()))
}
