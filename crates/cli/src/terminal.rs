//! The host of a session in a terminal: standard streams, the system's clock, figures as files.

use std::{
    cell::{Cell, RefCell},
    fs,
    io::{self, BufWriter, Stdout, Write},
    path::PathBuf,
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};
use kindling_plot::{Figure, Theme, to_svg};
use kindling_python::{Forms, Host, StreamName};

/// CSS pixels, as wide as a figure stands on the page.
const FIGURE_WIDTH: u32 = 800;

pub struct Terminal {
    stdout: RefCell<BufWriter<Stdout>>,
    started: Instant,
    figures: Option<PathBuf>,
    figures_saved: Cell<usize>,
}

impl Terminal {
    /// With `figures`, each figure is saved in that folder.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn new(figures: Option<PathBuf>) -> Result<Self> {
        if let Some(folder) = &figures {
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        Ok(Self {
            stdout: RefCell::new(BufWriter::new(io::stdout())),
            started: Instant::now(),
            figures,
            figures_saved: Cell::new(0),
        })
    }

    pub fn print(&self, text: &str) {
        // A reader that has gone away, as `head` does, is no failure of the program.
        let _ = self.stdout.borrow_mut().write_all(text.as_bytes());
    }

    /// Writes to standard error, after everything that was printed before.
    pub fn complain(&self, text: &str) {
        self.flush();
        let _ = io::stderr().write_all(text.as_bytes());
    }

    pub fn flush(&self) {
        let _ = self.stdout.borrow_mut().flush();
    }
}

impl Host for Terminal {
    fn write(&self, stream: StreamName, text: &str) {
        match stream {
            StreamName::Stdout => self.print(text),
            StreamName::Stderr => self.complain(text),
        }
    }

    fn display(&self, figure: Figure, _id: Option<&str>) {
        let Some(folder) = &self.figures else { return };
        self.figures_saved.set(self.figures_saved.get() + 1);
        let path = folder.join(format!("figure-{}.svg", self.figures_saved.get()));
        let svg = to_svg(
            &figure,
            &Theme::LIGHT.on_paper(),
            FIGURE_WIDTH,
            figure.title.as_deref().unwrap_or_default(),
        );
        let saved = svg.map_err(io::Error::other).and_then(|svg| fs::write(&path, svg));
        if let Err(error) = saved {
            self.complain(&format!("kindling: cannot save {}: {error}\n", path.display()));
        }
    }

    fn show(&self, text: &str, _forms: Forms, _id: Option<&str>) {
        self.print(&format!("{text}\n"));
    }

    /// What a terminal has printed stays.
    fn clear_output(&self, _wait: bool) {}

    fn read_line(&self, prompt: &str, _is_password: bool) -> Option<String> {
        self.print(prompt);
        self.flush();
        let mut line = String::new();
        let count = io::stdin().read_line(&mut line).ok()?;
        (count > 0).then(|| line.trim_end_matches(['\n', '\r']).to_owned())
    }

    fn monotonic_ms(&self) -> f64 {
        self.started.elapsed().as_secs_f64() * 1000.0
    }

    fn unix_ms(&self) -> f64 {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64() * 1000.0
    }

    fn sleep_ms(&self, milliseconds: f64) {
        self.flush();
        thread::sleep(Duration::from_secs_f64(milliseconds / 1000.0));
    }

    /// Ctrl+C ends the whole program, as the system does.
    fn poll_interrupt(&self) -> bool {
        false
    }
}
