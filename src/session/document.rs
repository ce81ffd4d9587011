//! The student's document: what is done to its cells, undone, and kept for the next visit.
//!
//! What it is not: the document itself (see `kindling_notebook::edit`) or the keys and buttons for it (see
//! [`crate::views::commands`]). Start reading at [`Session::perform`].

use super::{Age, Cell, Outcome, Session};
use crate::browser::store::{self, Shelf};
use crate::words;
use kindling_notebook::edit::{Changes, Content, Document, Editing, Kind, Operation, Side};
use leptos::prelude::*;
use std::collections::VecDeque;

/// Where cells lie that were cut or copied, for all lessons of this browser.
const CLIPBOARD: &str = "kindling/cells";

/// The lesson with what this browser keeps of the student's.
pub(super) fn kept(lesson: Document, shelf: &Shelf) -> Document {
    // What another version of the page has kept may be unreadable: then the lesson is as its author has it.
    let changes = shelf.changes().and_then(|changes| serde_json::from_str::<Changes>(&changes).ok());
    let is_new = changes.is_none() && lesson.is_blank() && shelf.own().is_some();
    if is_new {
        return begun(lesson, shelf);
    }
    lesson.with(&changes.unwrap_or_default(), |id| shelf.code(id))
}

/// Where to begin in an empty notebook of one's own: a cell, which is the same one when the page is loaded again.
fn begun(lesson: Document, shelf: &Shelf) -> Document {
    let mut editing = Editing::new(lesson.clone());
    let first = lesson.append(0, vec![Session::new_content(Kind::Code, "")]);
    editing.apply(first);
    let changes = serde_json::to_string(&editing.document().changes(&lesson)).ok();
    // A browser that keeps nothing says so at the first change.
    let _ = shelf.keep_changes(changes.as_deref());
    editing.document().clone()
}

impl Session {
    /// Does something to the document as it is now; false where there is nothing to do.
    pub fn perform(self, make: impl FnOnce(&Document) -> Option<Operation>) -> bool {
        self.change(|editing| {
            let operation = make(editing.document());
            editing.apply(operation)
        })
    }

    pub fn undo(self) {
        let has_undone = self.change(Editing::undo);
        self.say(if has_undone { words::undone() } else { words::nothing_to_undo() });
    }

    pub fn redo(self) {
        let has_redone = self.change(Editing::redo);
        self.say(if has_redone { words::done_again() } else { words::nothing_to_redo() });
    }

    fn change(self, change: impl FnOnce(&mut Editing) -> bool) -> bool {
        self.all_cells().into_iter().for_each(|cell| self.take_text(cell));
        let has_changed = self.editing.try_update(change).unwrap_or(false);
        if has_changed {
            self.lay_out();
            self.keep_document();
        }
        has_changed
    }

    /// A new cell, with a name that no other has.
    pub fn new_content(kind: Kind, source: &str) -> Content {
        let number = js_sys::Date::now() * 1000.0 + js_sys::Math::random() * 1000.0;
        Content { id: format!("own-{number:.0}"), kind, source: source.to_owned() }
    }

    /// Adds cells beside one; the first of them.
    pub fn insert(self, beside: Cell, side: Side, contents: Vec<Content>) -> Option<Cell> {
        let first = contents.first()?.id.clone();
        self.perform(|document| document.insert(&beside.id.get_value(), side, contents));
        self.cell_of(&first)
    }

    /// Adds a cell at the end of the slide at a place.
    pub fn append(self, place: usize, content: Content) -> Option<Cell> {
        let id = content.id.clone();
        self.perform(|document| document.append(place, vec![content]));
        self.cell_of(&id)
    }

    pub fn copy(self, cells: &[Cell]) {
        if cells.is_empty() {
            return;
        }
        cells.iter().for_each(|cell| self.take_text(*cell));
        let contents: Vec<Content> = cells.iter().filter_map(|cell| self.content(*cell)).collect();
        match store::write(CLIPBOARD, serde_json::to_string(&contents).ok().as_deref()) {
            Ok(()) => self.say(&words::cells_copied(cells.len())),
            Err(_) => self.tell_full(),
        }
    }

    /// What was cut or copied, as new cells.
    pub fn copied() -> Vec<Content> {
        let kept = store::read(CLIPBOARD);
        let contents = kept.and_then(|kept| serde_json::from_str::<Vec<Content>>(&kept).ok());
        let new = |content: Content| Self::new_content(content.kind, &content.source);
        contents.unwrap_or_default().into_iter().map(new).collect()
    }

    pub fn content(self, cell: Cell) -> Option<Content> {
        self.editing.with_untracked(|editing| cell.id.with_value(|id| editing.document().cell(id).cloned()))
    }

    /// The lesson as its author has it; what the student had can be had again by undoing that.
    pub fn reset(self) {
        self.keep_version(true);
        let lesson = self.authors();
        if self.perform(|document| document.become_like(&lesson)) {
            self.tell(words::lesson_is_reset(), [super::Offer::Undo]);
        }
    }

    /// There are cells of the lesson's, beside which the student's own are marked.
    pub fn has_lesson(self) -> bool {
        self.notebook.with_value(|notebook| !notebook.cells.is_empty())
    }

    /// Whether the student has changed anything.
    pub fn is_changed(self) -> bool {
        let lesson = self.authors();
        self.all_cells().into_iter().for_each(|cell| self.take_text(cell));
        self.editing.with_untracked(|editing| *editing.document() != lesson)
    }

    /// Takes a cell's text as its editor has it.
    pub(super) fn take_text(self, cell: Cell) {
        let source = cell.source.get_untracked();
        let mut editing = self.editing.write_untracked();
        cell.id.with_value(|id| editing.write(id, &source));
    }

    /// Has the cells follow the document: which there are, in which order, and their texts.
    pub(super) fn lay_out(self) {
        let contents: Vec<(usize, Content)> = self.editing.with_untracked(|editing| {
            let cells = editing.document().cells().into_iter();
            cells.map(|(slide, content)| (slide, content.clone())).collect()
        });
        let (mut order, mut reading) = (Vec::new(), Vec::new());
        for (slide, content) in contents {
            let cell = self.cell_of(&content.id).unwrap_or_else(|| self.add(&content));
            if content.kind == Kind::Code {
                order.push(cell.index);
            }
            reading.push(cell.index);
            cell.follow(&content, slide, order.len());
        }
        self.queue.update(|queue: &mut VecDeque<usize>| queue.retain(|index| order.contains(index)));
        self.order.set(order);
        self.reading.set(reading);
    }

    fn add(self, content: &Content) -> Cell {
        let index = self.cells.with_value(Vec::len);
        let cell = self.owner.with_value(|owner| owner.with(|| Cell::own(index, content)));
        self.cells.update_value(|cells| cells.push(cell));
        cell
    }

    fn keep_document(self) {
        let lesson = self.authors();
        let changes = self.editing.with_untracked(|editing| editing.document().changes(&lesson));
        let text = Some(changes).filter(|changes| !changes.is_empty());
        let text = text.and_then(|changes| serde_json::to_string(&changes).ok());
        let is_kept = self.shelf.with_value(|shelf| shelf.keep_changes(text.as_deref())).is_ok();
        let here = self.reading.get_untracked();
        for cell in self.cells.get_value() {
            if here.contains(&cell.index) {
                self.keep_code(cell);
            } else if cell.is_own {
                // Removing needs no room, so there is no failure to tell.
                let _ = cell.id.with_value(|id| self.shelf.with_value(|shelf| shelf.keep_code(id, None)));
            }
        }
        if !is_kept {
            self.tell_full();
        }
        self.note_visit();
        self.keep_version(false);
    }

    /// Notes how far the student has come, for the list of the notebooks that this browser holds. A cell that showed
    /// nothing is not known to have run on the next visit: the number does not fall.
    pub fn note_visit(self) {
        let before = self.shelf.with_value(Shelf::visit);
        let before = before.and_then(|visit| serde_json::from_str::<serde_json::Value>(&visit).ok());
        let before = before.and_then(|visit| visit["done"].as_u64()).and_then(|done| done.try_into().ok());
        let cells = untrack(|| self.code_cells());
        let is_done = |cell: &&Cell| {
            cell.outcome.get_untracked() == Outcome::Done
                || cell.age.get_untracked() == Some(Age::EarlierVisit)
        };
        let visit = serde_json::json!({
            "title": self.notebook.with_value(|notebook| notebook.title.clone()),
            "date": js_sys::Date::now(),
            "done": cells.iter().filter(is_done).count().max(before.unwrap_or(0)).min(cells.len()),
            "cells": cells.len(),
        });
        self.shelf.with_value(|shelf| shelf.note_visit(&visit.to_string()));
    }

    pub(super) fn authors(self) -> Document {
        self.notebook.with_value(|notebook| Document::of(notebook))
    }

    /// All cells in reading order.
    pub fn all_cells(self) -> Vec<Cell> {
        self.reading.with_untracked(|reading| reading.iter().filter_map(|index| self.cell(*index)).collect())
    }

    /// The cell that is so many places after one in reading order.
    pub fn neighbour(self, cell: usize, steps: isize) -> Option<Cell> {
        self.reading.with_untracked(|reading| {
            let at = reading.iter().position(|index| *index == cell)?;
            self.cell(*reading.get(at.checked_add_signed(steps)?)?)
        })
    }

    pub fn cell_of(self, id: &str) -> Option<Cell> {
        self.cells.with_value(|cells| cells.iter().find(|cell| cell.id.with_value(|own| own == id)).copied())
    }
}
