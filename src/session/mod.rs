//! All state of the open notebook: its cells, what waits to run, the kernel, the files.
//!
//! What it is not: anything to see. Views read the signals here and call the methods. Start reading at [`Session`];
//! what the kernel answers is in [`events`], what becomes of a kernel that ends in [`restarts`], what cells show in
//! [`outputs`], the files in [`files`].

mod asking;
mod batches;
mod cell;
mod document;
mod events;
mod export;
mod files;
pub mod finding;
mod kept;
mod notices;
pub mod outputs;
mod pictures;
mod renewal;
mod restarts;
mod slides;
mod tabs;
mod variables;
mod versions;

pub use batches::OnError;
pub use cell::{Age, Cell, Check, Outcome, Question, RunState, Took};
pub use files::KeptFile;
pub use notices::Notice;
pub use restarts::Offer;
pub use slides::Heading;
pub use versions::Version;

use crate::words;
use asking::Asked;
use batches::Batch;

use crate::browser::kernel::{self, Kernel, Mail};
use crate::browser::lesson::Lesson;
use crate::browser::store::Shelf;
use kindling_notebook::Notebook;
use kindling_notebook::edit::{Document, Editing};
use kindling_protocol::{Accelerator, Event, File, Inside, Request, Variable};
use leptos::prelude::*;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// What is asked to stop may take so long to.
const PATIENCE: Duration = Duration::from_secs(2);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KernelState {
    Starting,
    Ready,
    Busy,
    Dead,
}

#[derive(Clone, Copy)]
pub struct Session {
    /// The lesson as its author has it, and as its file says it.
    pub notebook: StoredValue<Arc<Notebook>>,
    pub json: StoredValue<Arc<str>>,
    /// As the student has it.
    pub editing: RwSignal<Editing>,
    /// The numbers of its slides, in reading order.
    pub slides: Memo<Vec<usize>>,
    /// All cells that the page has had.
    cells: StoredValue<Vec<Cell>>,
    /// Code cells in the order in which they run.
    order: RwSignal<Vec<usize>>,
    /// All cells in reading order.
    reading: RwSignal<Vec<usize>>,
    /// What is made later lives as long as the session.
    owner: StoredValue<Owner>,
    /// When the last version was kept.
    version_kept: StoredValue<f64>,
    pub kernel: RwSignal<KernelState>,
    pub files: RwSignal<Vec<KeptFile>>,
    /// The GPU, once the kernel has looked for one.
    pub accelerator: RwSignal<Option<Accelerator>>,
    /// As they were when they were last asked for.
    pub variables: RwSignal<Vec<Variable>>,
    /// The variable that is looked into, by its name.
    pub inside: RwSignal<Option<(String, Inside)>>,
    pub notice: RwSignal<Option<Notice>>,
    /// The reader wants pictures of other sites in the deck's style.
    pictures: RwSignal<bool>,
    /// What a screen reader says next.
    pub said: RwSignal<String>,
    /// The cell that the kernel has now.
    running: RwSignal<Option<usize>>,
    /// Cells that wait, in their order.
    queue: RwSignal<VecDeque<usize>>,
    /// The cell that was started last: what follows is next.
    last_run: RwSignal<Option<usize>>,
    shelf: StoredValue<Shelf>,
    /// The file that was deleted last by hand.
    deleted: StoredValue<Option<Arc<File>>>,
    /// A file that was dropped, which may be a notebook to be opened.
    brought: StoredValue<Option<web_sys::File>, LocalStorage>,
    /// The browser was asked not to throw away what is kept.
    persists: StoredValue<bool>,
    /// Counts kernels.
    starts: StoredValue<usize>,
    /// Files that are kept as large ones are among the others.
    has_all_files: StoredValue<bool>,
    /// Stop ends a cell and nothing else; where the browser lacks what that takes, it ends Python.
    can_interrupt: RwSignal<bool>,
    /// What was asked for at once and is not through.
    batch: StoredValue<Option<Batch>>,
    /// Counts runs of cells.
    runs: StoredValue<usize>,
    /// The running cell was asked to stop.
    stopping: RwSignal<bool>,
    /// A kernel that ends starts again by itself: once after each cell that the student ran.
    may_restart: StoredValue<bool>,
    /// Cells that had run in the kernel that ended, in order.
    again: StoredValue<Vec<usize>>,
    asked: StoredValue<Asked, LocalStorage>,
    worker: StoredValue<Option<Kernel>, LocalStorage>,
    inbox: StoredValue<Vec<Event>>,
}

impl Session {
    /// Opens a notebook with what this browser kept of it. The kernel starts with [`Session::start`].
    pub fn new(lesson: Lesson) -> Self {
        let Lesson { name, notebook, json } = lesson;
        let shelf = Shelf::of(&name);
        let notice = notices::repaired(&notebook.repairs)
            .or_else(|| pictures::asked(&shelf, &notebook))
            .or_else(|| notices::hinted(&shelf, &notebook.hints));
        let pictures = RwSignal::new(shelf.wants_pictures() == Some(true));
        let cells = notebook.cells.iter().enumerate();
        let cells = cells.map(|(index, cell)| Cell::new(index, cell)).collect();
        let document = document::kept(Document::of(&notebook), &shelf);
        let editing = RwSignal::new(Editing::new(document));
        let session = Self {
            notebook: StoredValue::new(Arc::new(notebook)),
            json: StoredValue::new(json),
            editing,
            slides: Memo::new(move |_| editing.with(|editing| editing.document().slides().to_vec())),
            cells: StoredValue::new(cells),
            order: RwSignal::new(Vec::new()),
            reading: RwSignal::new(Vec::new()),
            version_kept: StoredValue::new(0.0),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            kernel: RwSignal::new(KernelState::Starting),
            files: RwSignal::new(shelf.files().into_iter().map(KeptFile::kept).collect()),
            accelerator: RwSignal::new(None),
            variables: RwSignal::new(Vec::new()),
            inside: RwSignal::new(None),
            notice: RwSignal::new(notice),
            pictures,
            said: RwSignal::new(String::new()),
            running: RwSignal::new(None),
            queue: RwSignal::new(VecDeque::new()),
            last_run: RwSignal::new(None),
            deleted: StoredValue::new(None),
            brought: StoredValue::new_local(None),
            persists: StoredValue::new(false),
            starts: StoredValue::new(0),
            has_all_files: StoredValue::new(!shelf.has_large()),
            shelf: StoredValue::new(shelf),
            can_interrupt: RwSignal::new(true),
            batch: StoredValue::new(None),
            runs: StoredValue::new(0),
            stopping: RwSignal::new(false),
            may_restart: StoredValue::new(false),
            again: StoredValue::new(Vec::new()),
            asked: StoredValue::new_local(Asked::default()),
            worker: StoredValue::new_local(None),
            inbox: StoredValue::new(Vec::new()),
        };
        session.lay_out();
        session
    }

    /// Starts a kernel with the kept files.
    pub fn start(self) {
        self.kernel.set(KernelState::Starting);
        self.ask_no_more();
        self.forget_variables();
        self.inbox.set_value(Vec::new());
        match Kernel::spawn(move |mail| self.receive(mail)) {
            Ok(kernel) => {
                self.worker.set_value(Some(kernel));
                self.starts.update_value(|starts| *starts += 1);
                self.give_files();
            }
            Err(error) => self.die(&kernel::words(&error)),
        }
    }

    /// Has the kernel begin, with all files; large ones take a moment to come.
    fn give_files(self) {
        if self.has_all_files.get_value() {
            self.post(&Request::Start { files: self.plain_files() });
            return;
        }
        let this = self.starts.get_value();
        spawn_local(async move {
            self.take_large_files().await;
            self.has_all_files.set_value(true);
            // Another kernel that has been started meanwhile asks for itself.
            if self.starts.get_value() == this {
                self.give_files();
            }
        });
    }

    /// What the notebook's things are kept under.
    pub fn name(self) -> String {
        self.shelf.with_value(|shelf| shelf.name().to_owned())
    }

    pub fn cell(self, index: usize) -> Option<Cell> {
        self.cells.with_value(|cells| cells.get(index).copied())
    }

    /// How many code cells there are.
    pub fn cell_count(self) -> usize {
        self.order.with(Vec::len)
    }

    /// The code cells in the order in which they run.
    pub fn code_cells(self) -> Vec<Cell> {
        self.order.with(|order| order.iter().filter_map(|index| self.cell(*index)).collect())
    }

    pub fn run_state(self, cell: Cell) -> RunState {
        if self.running.get() == Some(cell.index) {
            return RunState::Running;
        }
        if self.queue.with(|queue| queue.contains(&cell.index)) {
            return RunState::Queued;
        }
        RunState::Was(cell.outcome.get())
    }

    /// Runs a cell as soon as the kernel is ready and those before it are done.
    pub fn run(self, index: usize) {
        if self.running.get_untracked() == Some(index) {
            return;
        }
        self.queue.update(|queue| {
            if !queue.contains(&index) {
                queue.push_back(index);
            }
        });
        match self.kernel.get_untracked() {
            KernelState::Starting => self.say(words::waits_for_start()),
            KernelState::Dead => {
                self.tell(words::waits_for_restart(), Some(Offer::Restart));
            }
            _ => self.advance(),
        }
    }

    /// The cell after the one that was run last.
    pub fn next_cell(self) -> Option<Cell> {
        let last = self.last_run.get();
        self.order.with(|order| {
            let last = order.iter().position(|index| Some(*index) == last);
            self.cell(*order.get(last.map_or(0, |last| last + 1))?)
        })
    }

    pub fn is_working(self) -> bool {
        self.running.get().is_some() || self.queue.with(|queue| !queue.is_empty())
    }

    /// A cell runs or waits to.
    fn is_asked_for(self, cell: Cell) -> bool {
        matches!(untrack(|| self.run_state(cell)), RunState::Running | RunState::Queued)
    }

    /// The running cell was asked to stop, and has not yet.
    pub fn is_stopping(self) -> bool {
        self.stopping.get()
    }

    pub fn can_interrupt(self) -> bool {
        self.can_interrupt.get()
    }

    pub fn running_cell(self) -> Option<usize> {
        self.running.get()
    }

    pub fn is_running(self) -> bool {
        self.running.get_untracked().is_some()
    }

    /// Ends the running cell and forgets those that wait. Where the browser cannot interrupt, the kernel restarts.
    pub fn stop(self) {
        self.forget_waiting();
        if self.running.get_untracked().is_none() {
            return;
        }
        if self.can_interrupt.get_untracked() {
            self.post(&Request::Interrupt);
            self.say(words::stop_asked());
            if !self.stopping.try_update(|stopping| std::mem::replace(stopping, true)).unwrap_or(true) {
                let asked = self.runs.get_value();
                set_timeout(move || self.tell_of_long_step(asked), PATIENCE);
            }
        } else {
            self.restart();
        }
    }

    /// What waits to run is not run.
    fn forget_waiting(self) {
        self.queue.update(VecDeque::clear);
        self.batch.set_value(None);
    }

    /// Says what can be done if the run that was asked to stop goes on.
    fn tell_of_long_step(self, asked: usize) {
        if self.running.get_untracked().is_some() && self.runs.get_value() == asked {
            self.tell(words::stop_takes_long(), Some(Offer::Restart));
        }
    }

    /// Keeps a cell's text for the next visit; the deck's own text is not kept.
    pub fn keep_code(self, cell: Cell) {
        self.take_text(cell);
        let source = cell.source.get_untracked();
        let edited = (!cell.is_original(&source)).then_some(source.as_str());
        let kept = cell.id.with_value(|id| self.shelf.with_value(|shelf| shelf.keep_code(id, edited)));
        if kept.is_err() {
            self.tell_full();
        }
        if edited.is_some() {
            self.keep_version(false);
        }
    }

    fn tell_full(self) {
        self.tell(words::edits_have_no_room(), None);
    }

    /// Hands the next waiting cell to a kernel that has nothing to do.
    fn advance(self) {
        if self.kernel.get_untracked() != KernelState::Ready {
            return;
        }
        let Some(index) = self.queue.try_update(VecDeque::pop_front).flatten() else { return };
        let Some(cell) = self.cell(index) else { return };
        self.kernel.set(KernelState::Busy);
        self.running.set(Some(index));
        self.last_run.set(Some(index));
        self.runs.update_value(|runs| *runs += 1);
        self.stopping.set(false);
        self.may_restart.set_value(true);
        cell.begin();
        self.post(&Request::Run { cell: cell.id.get_value(), source: cell.source.get_untracked() });
    }

    /// Hands the running cell the line that it asked for.
    pub fn answer(self, cell: Cell, text: String) {
        cell.asks.set(None);
        self.post(&Request::InputReply { text: Some(text) });
    }

    fn post(self, request: &Request) {
        let posted = self.worker.with_value(|worker| worker.as_ref().map(|kernel| kernel.post(request)));
        if let Some(Err(error)) = posted {
            self.die(&words::python_unreachable(kernel::words(&error)));
        }
    }

    fn receive(self, mail: Mail) {
        match mail {
            Mail::Died(reason) => self.die(&reason),
            Mail::Event(event) => self.post_in(event),
        }
    }
}
