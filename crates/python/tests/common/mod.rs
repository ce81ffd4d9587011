//! A session whose host keeps what it is given.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use kindling_plot::Figure;
use kindling_python::{CellError, Forms, Host, MemoryFiles, Outcome, Session, StreamName};

pub struct Recorder {
    pub stdout: RefCell<String>,
    pub stderr: RefCell<String>,
    pub figures: RefCell<Vec<Figure>>,
    pub shown: RefCell<Vec<(String, Forms)>>,
    /// What was asked of `clear_output`.
    pub cleared: RefCell<Vec<bool>>,
    /// What a reader types.
    pub lines: RefCell<VecDeque<String>>,
    started: Instant,
    /// Stop is asked for once so many milliseconds have passed.
    pub stop_after: Cell<Option<f64>>,
}

impl Host for Recorder {
    fn write(&self, stream: StreamName, text: &str) {
        let kept = match stream {
            StreamName::Stdout => &self.stdout,
            StreamName::Stderr => &self.stderr,
        };
        kept.borrow_mut().push_str(text);
    }

    fn display(&self, figure: Figure, _id: Option<&str>) {
        self.figures.borrow_mut().push(figure);
    }

    fn show(&self, text: &str, forms: Forms, _id: Option<&str>) {
        self.shown.borrow_mut().push((text.to_owned(), forms));
    }

    fn clear_output(&self, wait: bool) {
        self.cleared.borrow_mut().push(wait);
    }

    fn read_line(&self, prompt: &str, _is_password: bool) -> Option<String> {
        self.write(StreamName::Stdout, prompt);
        self.lines.borrow_mut().pop_front()
    }

    fn monotonic_ms(&self) -> f64 {
        self.started.elapsed().as_secs_f64() * 1000.0
    }

    fn unix_ms(&self) -> f64 {
        unix_ms()
    }

    fn sleep_ms(&self, milliseconds: f64) {
        std::thread::sleep(std::time::Duration::from_secs_f64(milliseconds / 1000.0));
    }

    fn poll_interrupt(&self) -> bool {
        let due = self.stop_after.get().is_some_and(|after| self.monotonic_ms() >= after);
        if due {
            self.stop_after.set(None);
        }
        due
    }
}

fn unix_ms() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64() * 1000.0
}

pub struct Notebook {
    pub host: Rc<Recorder>,
    pub files: Rc<MemoryFiles>,
    pub session: Session,
}

impl Notebook {
    pub fn new() -> Self {
        let host = Rc::new(Recorder {
            stdout: RefCell::default(),
            stderr: RefCell::default(),
            figures: RefCell::default(),
            shown: RefCell::default(),
            cleared: RefCell::default(),
            lines: RefCell::default(),
            started: Instant::now(),
            stop_after: Cell::default(),
        });
        let files = Rc::new(MemoryFiles::new(unix_ms));
        let session = Session::new(host.clone(), files.clone());
        Self { host, files, session }
    }

    /// Runs a cell and returns what it printed and its echo, as a page shows them; it must not fail.
    pub fn shown(&mut self, source: &str) -> String {
        let outcome = self.session.run("<cell>", source).outcome;
        let mut text = self.host.stdout.take();
        match outcome {
            Outcome::Done { echo } => text.extend(echo.map(|shown| shown.text)),
            other => panic!("{source}\n{text}{other:#?}"),
        }
        text
    }

    /// Runs a cell that must fail.
    pub fn error(&mut self, source: &str) -> CellError {
        match self.session.run("<cell>", source).outcome {
            Outcome::Failed(error) => error,
            other => panic!("{source}\n{other:#?}"),
        }
    }
    /// Runs a cell that Stop must end.
    pub fn interrupted(&mut self, source: &str) -> CellError {
        match self.session.run("<cell>", source).outcome {
            Outcome::Interrupted(error) => error,
            other => panic!("{source}\n{other:#?}"),
        }
    }
}
