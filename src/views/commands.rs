//! All that can be done by a key, in the palette and in a cell's panel: one table, from which these come. A new command is
//! a row.
//!
//! What it is not: listening to keys (see [`crate::views::modes`]), or the list of commands on the page (see
//! `panels/commands.rs`). Start reading at [`COMMANDS`].

use crate::browser::language::Language;
use crate::panels::Opened;
use crate::session::{Cell, Offer, OnError, Session};
use crate::views::acts::{add, convert, delete, go, headed, on_cell, paste, put, shift, undone};
use crate::views::choices::resize;
use crate::views::deck::Deck;
use crate::views::slides;
use crate::words::{self, Word};
use kindling_notebook::Format;
use kindling_notebook::edit::{Kind, Side};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// The panel that lists them.
pub const PANEL: &str = "commands";
pub const LIBRARY: &str = "library";
/// That of what the session has written.
pub const FILES: &str = "files";
pub const FIND: &str = "find";

/// Where the reader is, and what can be done there.
#[derive(Clone, Copy)]
pub struct Here {
    pub session: Session,
    pub deck: Deck,
    pub opened: Opened,
    pub language: Language,
    pub cell: Option<Cell>,
}

impl Here {
    pub fn of(cell: Cell) -> Self {
        Self { cell: Some(cell), ..Self::now() }
    }

    /// In the cell that the reader is in. For views, and what they call.
    pub fn now() -> Self {
        let (session, deck) = (expect_context::<Session>(), expect_context::<Deck>());
        let (opened, language) = (expect_context::<Opened>(), expect_context::<Language>());
        Self { session, deck, opened, language, cell: deck.cell_here(session) }
    }

    /// The cells that are meant, in reading order.
    pub fn chosen(self) -> Vec<Cell> {
        self.cell.map(|cell| self.deck.selection.with(self.session, cell)).unwrap_or_default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Run,
    Cell,
    Slide,
    Notebook,
    View,
}

impl Group {
    pub const ALL: [Self; 5] = [Self::Cell, Self::Run, Self::Slide, Self::Notebook, Self::View];

    pub fn title(self) -> &'static str {
        match self {
            Self::Run => words::group_run(),
            Self::Cell => words::group_cell(),
            Self::Slide => words::group_slide(),
            Self::Notebook => words::group_notebook(),
            Self::View => words::group_view(),
        }
    }
}

/// Where its keys are a command's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Where a cell as a whole has the focus.
    Cell,
    /// In its editor too.
    Editor,
    /// Anywhere on the page.
    Page,
}

pub struct Command {
    /// What the editor calls it.
    pub id: &'static str,
    pub name: Word,
    /// Each is one press, or two after each other.
    pub keys: &'static [&'static str],
    pub group: Group,
    pub reach: Reach,
    act: fn(Here),
}

impl Command {
    /// It is done with a cell.
    pub fn needs_cell(&self) -> bool {
        self.group == Group::Cell
    }

    pub fn run(&self, here: Here) {
        (self.act)(here);
    }
}

/// Does what the command of that name does.
pub fn perform(id: &str, here: Here) {
    if let Some(command) = COMMANDS.iter().find(|command| command.id == id) {
        command.run(here);
    }
}

const fn row(
    id: &'static str,
    name: Word,
    keys: &'static [&'static str],
    group: Group,
    reach: Reach,
    act: fn(Here),
) -> Command {
    Command { id, name, keys, group, reach, act }
}

/// In the order in which lists show them.
pub static COMMANDS: &[Command] = &[
    row("edit", words::command_edit, &["Enter"], Group::Cell, Reach::Cell, |here| {
        on_cell(here, |_, cell| cell.edit())
    }),
    row("leave", words::command_leave, &["Esc"], Group::Cell, Reach::Editor, |here| {
        on_cell(here, |here, cell| here.deck.select(cell));
    }),
    row("add-above", words::command_add_above, &["A"], Group::Cell, Reach::Cell, |here| {
        add(here, Side::Above, Kind::Code)
    }),
    row("add-below", words::command_add_below, &["B"], Group::Cell, Reach::Cell, |here| {
        add(here, Side::Below, Kind::Code)
    }),
    row("add-text", words::command_add_text, &["T"], Group::Cell, Reach::Cell, |here| {
        add(here, Side::Below, Kind::Markdown)
    }),
    row("cut", words::command_cut, &["X"], Group::Cell, Reach::Cell, |here| {
        here.session.copy(&here.chosen());
        delete(here);
    }),
    row("copy", words::command_copy, &["C"], Group::Cell, Reach::Cell, |here| {
        here.session.copy(&here.chosen())
    }),
    row("paste", words::command_paste, &["V"], Group::Cell, Reach::Cell, |here| paste(here, Side::Below)),
    row("paste-above", words::command_paste_above, &["Shift+V"], Group::Cell, Reach::Cell, |here| {
        paste(here, Side::Above)
    }),
    row("duplicate", words::command_duplicate, &["Shift+D"], Group::Cell, Reach::Cell, |here| {
        let copy =
            |cell: &Cell| Session::new_content(cell.kind.get_untracked(), &cell.source.get_untracked());
        let cells = here.chosen();
        if let Some(last) = cells.last() {
            let copies = cells.iter().map(copy).collect();
            put(here, *last, Side::Below, copies);
        }
    }),
    row("delete", words::command_delete, &["D D"], Group::Cell, Reach::Cell, delete),
    row("move-up", words::command_move_up, &["Ctrl+Shift+↑"], Group::Cell, Reach::Cell, |here| {
        shift(here, Side::Above)
    }),
    row("move-down", words::command_move_down, &["Ctrl+Shift+↓"], Group::Cell, Reach::Cell, |here| {
        shift(here, Side::Below)
    }),
    row("split", words::command_split, &["Ctrl+Shift+-"], Group::Cell, Reach::Editor, |here| {
        on_cell(here, |here, cell| {
            let (head, tail) = cell.halves();
            let new = Session::new_content(Kind::Code, "").id;
            let id = cell.id.get_value();
            here.session.perform(|document| document.split(&id, &head, &tail, new.clone()));
            if let Some(second) = here.session.cell_of(&new) {
                second.cursor.set_value(0);
                second.edit();
            }
        });
    }),
    row("merge", words::command_merge, &["Shift+M"], Group::Cell, Reach::Cell, |here| {
        let cells = here.chosen();
        let Some(first) = cells.first().copied() else { return };
        let seams = 0..(cells.len() - 1).max(1);
        here.session
            .perform(|document| document.in_turn(seams, |document, _| document.merge(&first.id.get_value())));
        here.deck.select(first);
    }),
    row("to-text", words::command_to_text, &["M"], Group::Cell, Reach::Cell, |here| {
        convert(here, Kind::Markdown)
    }),
    row("to-code", words::command_to_code, &["Y"], Group::Cell, Reach::Cell, |here| {
        convert(here, Kind::Code)
    }),
    row("heading-1", words::command_heading_1, &["1"], Group::Cell, Reach::Cell, |here| headed(here, 1)),
    row("heading-2", words::command_heading_2, &["2"], Group::Cell, Reach::Cell, |here| headed(here, 2)),
    row("heading-3", words::command_heading_3, &["3"], Group::Cell, Reach::Cell, |here| headed(here, 3)),
    row("heading-4", words::command_heading_4, &["4"], Group::Cell, Reach::Cell, |here| headed(here, 4)),
    row("heading-5", words::command_heading_5, &["5"], Group::Cell, Reach::Cell, |here| headed(here, 5)),
    row("heading-6", words::command_heading_6, &["6"], Group::Cell, Reach::Cell, |here| headed(here, 6)),
    row("output", words::command_output, &["O"], Group::Cell, Reach::Cell, |here| {
        on_cell(here, |_, cell| cell.hides_output.update(|hides| *hides = !*hides));
    }),
    row("previous", words::command_previous, &["K", "↑"], Group::Cell, Reach::Cell, |here| go(here, -1)),
    row("next", words::command_next, &["J", "↓"], Group::Cell, Reach::Cell, |here| go(here, 1)),
    row(
        "select-above",
        words::command_select_above,
        &["Shift+K", "Shift+↑"],
        Group::Cell,
        Reach::Cell,
        |here| {
            on_cell(here, |here, cell| here.deck.selection.extend(here.deck, here.session, cell, -1));
        },
    ),
    row(
        "select-below",
        words::command_select_below,
        &["Shift+J", "Shift+↓"],
        Group::Cell,
        Reach::Cell,
        |here| {
            on_cell(here, |here, cell| here.deck.selection.extend(here.deck, here.session, cell, 1));
        },
    ),
    row("run", words::command_run, &["Ctrl+Enter"], Group::Run, Reach::Cell, |here| {
        on_cell(here, |here, cell| {
            let cells = here.chosen();
            if cells.len() > 1 {
                return here.session.run_these(&cells);
            }
            here.deck.run(here.session, cell.index);
            if cell.kind.get_untracked() == Kind::Markdown {
                here.deck.select(cell);
            }
        });
    }),
    row("run-and-move", words::command_run_and_move, &["Shift+Enter"], Group::Run, Reach::Cell, |here| {
        let cells = here.chosen();
        match cells.as_slice() {
            [] => {}
            [one] => here.deck.run_and_move(here.session, one.index),
            several => {
                here.session.run_these(several);
                let next = several.last().and_then(|last| here.session.neighbour(last.index, 1));
                next.into_iter().for_each(|next| here.deck.select(next));
            }
        }
    }),
    row("run-and-insert", words::command_run_and_insert, &["Alt+Enter"], Group::Run, Reach::Cell, |here| {
        on_cell(here, |here, cell| {
            here.deck.run(here.session, cell.index);
            let new = here.session.insert(cell, Side::Below, vec![Session::new_content(Kind::Code, "")]);
            new.into_iter().for_each(|new| new.edit());
        });
    }),
    row("run-above", words::command_run_above, &[], Group::Run, Reach::Cell, |here| {
        on_cell(here, |here, cell| here.session.run_above(cell.index));
    }),
    row("run-below", words::command_run_below, &[], Group::Run, Reach::Cell, |here| {
        on_cell(here, |here, cell| here.session.run_from(cell.index, OnError::Stop));
    }),
    row("run-all", words::command_run_all, &[], Group::Run, Reach::Cell, |here| {
        here.session.run_all(OnError::Stop)
    }),
    row("stop", words::command_stop, &["I I"], Group::Run, Reach::Cell, |here| here.session.stop()),
    row("restart", words::command_restart, &["0 0"], Group::Run, Reach::Cell, |here| {
        here.session.ask_before(Offer::Restart)
    }),
    row("slide-add", words::command_slide_add, &["Alt+Shift+N"], Group::Slide, Reach::Page, |here| {
        slides::add(here, slides::place(here.deck));
    }),
    row("slide-up", words::command_slide_up, &["Alt+Shift+↑"], Group::Slide, Reach::Page, |here| {
        slides::shift(here, slides::place(here.deck), Side::Above);
    }),
    row("slide-down", words::command_slide_down, &["Alt+Shift+↓"], Group::Slide, Reach::Page, |here| {
        slides::shift(here, slides::place(here.deck), Side::Below);
    }),
    row(
        "slide-delete",
        words::command_slide_delete,
        &["Alt+Shift+Delete"],
        Group::Slide,
        Reach::Page,
        |here| {
            slides::delete(here, slides::place(here.deck));
        },
    ),
    row("undo", words::command_undo, &["Z"], Group::Notebook, Reach::Cell, |here| {
        undone(here, Session::undo)
    }),
    row("redo", words::command_redo, &["Shift+Z"], Group::Notebook, Reach::Cell, |here| {
        undone(here, Session::redo)
    }),
    row("ipynb", words::command_ipynb, &[], Group::Notebook, Reach::Cell, |here| {
        here.session.download(Format::Ipynb);
    }),
    row("py", words::command_py, &[], Group::Notebook, Reach::Cell, |here| here.session.download(Format::Py)),
    row("md", words::command_md, &[], Group::Notebook, Reach::Cell, |here| here.session.download(Format::Md)),
    row("html", words::command_html, &[], Group::Notebook, Reach::Cell, |here| {
        here.session.download_page();
    }),
    row("share", words::command_share, &[], Group::Notebook, Reach::Cell, |here| here.session.share()),
    row("open", words::command_open, &["Ctrl+O"], Group::Notebook, Reach::Page, |here| {
        here.session.bring("choose", JsValue::NULL);
    }),
    row("library", words::command_library, &[], Group::Notebook, Reach::Cell, |here| {
        here.opened.show(LIBRARY)
    }),
    row("reset", words::command_reset, &[], Group::Notebook, Reach::Cell, |here| here.session.reset()),
    row("palette", words::command_palette, &["Ctrl+Shift+P", "F1"], Group::View, Reach::Page, |here| {
        here.opened.show(PANEL);
    }),
    row("find", words::command_find, &["Ctrl+F"], Group::View, Reach::Page, |here| here.opened.show(FIND)),
    row("help", words::command_help, &["H"], Group::View, Reach::Cell, |here| here.opened.show(PANEL)),
    row("compatibility", words::command_compatibility, &[], Group::View, Reach::Cell, |_| {
        // A browser that opens no window has told its reader so.
        let _ = window().open_with_url("compatibility.html");
    }),
    row("numbers", words::command_numbers, &["L"], Group::View, Reach::Cell, |here| {
        here.deck.numbers.update(|numbers| *numbers = !*numbers);
    }),
    row("guides", words::command_guides, &[], Group::View, Reach::Cell, |here| {
        here.deck.guides.update(|guides| *guides = !*guides);
    }),
    row("larger", words::command_larger, &[], Group::View, Reach::Cell, |here| {
        resize(here.deck.letters, 1.0)
    }),
    row("smaller", words::command_smaller, &[], Group::View, Reach::Cell, |here| {
        resize(here.deck.letters, -1.0)
    }),
    row("wrap", words::command_wrap, &[], Group::View, Reach::Cell, |here| {
        here.deck.wraps.update(|wraps| *wraps = !*wraps)
    }),
    row("language", words::command_language, &[], Group::View, Reach::Cell, |here| {
        spawn_local(async move {
            if !here.language.turn().await {
                here.session.tell(words::language_did_not_come(), None);
            }
        });
    }),
    row("slides", words::command_slides, &[], Group::View, Reach::Cell, |here| {
        here.deck.presenting.set(true)
    }),
];

#[cfg(test)]
mod tests {
    use super::COMMANDS;

    #[test]
    fn no_two_commands_share_a_name_or_keys() {
        let keys = COMMANDS.iter().flat_map(|command| command.keys);
        let keys: Vec<&str> = keys.copied().collect();
        for (index, command) in COMMANDS.iter().enumerate() {
            assert!(COMMANDS[..index].iter().all(|earlier| earlier.id != command.id), "{}", command.id);
        }
        for (index, key) in keys.iter().enumerate() {
            let begins = |other: &&str| *other == *key || other.split(' ').next() == Some(key);
            assert!(!keys[..index].iter().any(begins) && !keys[index + 1..].iter().any(begins), "{key}");
        }
    }
}
