//! `kindling run`: one session for the whole file, its output as Python's and Jupyter's. Start at [`run`].

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    rc::Rc,
    thread,
};

use anyhow::{Context, Result, anyhow};
use kindling_notebook::{Cell, Format};
use kindling_python::{DiskFiles, Outcome, RunResult, Session};

use crate::{export::read, terminal::Terminal};

/// Python recurses on this stack; a thousand calls of an unoptimised build need most of it.
const STACK_BYTES: usize = 256 << 20;

/// Runs the file and returns the exit status that it asks for.
pub fn run(file: &Path, figures: Option<PathBuf>) -> Result<ExitCode> {
    let file = file.to_owned();
    let on_large_stack = thread::Builder::new().stack_size(STACK_BYTES);
    let running = on_large_stack.spawn(move || run_here(&file, figures)).context("cannot start")?;
    running.join().map_err(|_| anyhow!("the interpreter crashed"))?
}

fn run_here(file: &Path, figures: Option<PathBuf>) -> Result<ExitCode> {
    let source = read(file)?;
    let name = file.to_string_lossy();
    let terminal = Rc::new(Terminal::new(figures)?);
    let mut session = Session::new(terminal.clone(), Rc::new(DiskFiles));
    session.set_arguments(&[&name]);
    let status = if Format::of(&name) == Some(Format::Py) {
        told(&terminal, &session.run_program(&name, &source)).unwrap_or(0)
    } else {
        let notebook = kindling_notebook::open(&name, &source)?;
        run_cells(&terminal, &mut session, &notebook.cells)
    };
    terminal.flush();
    Ok(ExitCode::from(status))
}

/// Runs cells in order, also after one that fails, as a notebook's reader would.
fn run_cells(terminal: &Terminal, session: &mut Session, cells: &[Cell]) -> u8 {
    let mut status = 0;
    let mut number = 0;
    for cell in cells {
        // The cell that Kindling adds to a deck without imports is none of the deck's.
        let name = if cell.setup {
            "<setup>".to_owned()
        } else {
            number += 1;
            format!("<cell {number}>")
        };
        let result = session.run(&name, &cell.source);
        if let Some(failed) = told(terminal, &result) {
            status = failed;
        }
        if let Outcome::Exited { .. } = result.outcome {
            break;
        }
    }
    status
}

/// Prints what a run ended with; the exit status, if it is not over with success.
fn told(terminal: &Terminal, result: &RunResult) -> Option<u8> {
    match &result.outcome {
        Outcome::Done { echo } => {
            if let Some(echo) = echo {
                terminal.print(&format!("{}\n", echo.text));
            }
            None
        }
        Outcome::Failed(error) | Outcome::Interrupted(error) => {
            terminal.complain(&format!("{}\n", error.traceback));
            Some(1)
        }
        Outcome::Exited { code, message } => {
            if let Some(message) = message {
                terminal.complain(&format!("{message}\n"));
            }
            // As a shell sees it: only the low eight bits count.
            Some((code & 0xff) as u8)
        }
    }
}
