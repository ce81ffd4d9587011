//! `kindling`: runs and converts decks, notebooks and programs without a browser.
//!
//! What it is not: Python (kindling-python) or what a deck is (kindling-notebook). Start reading at [`main`].

mod export;
mod run;
mod terminal;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(version, about = "PyTorch lessons without a browser")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a program, or the cells of a deck or notebook in order, and print what they print
    ///
    /// The exit status is 1 when a cell fails; its traceback goes to standard error and the next cell runs.
    Run {
        /// A .py, .md or .ipynb file
        file: PathBuf,
        /// Save each figure as an SVG file in this folder
        #[arg(long, value_name = "DIR")]
        figures: Option<PathBuf>,
    },
    /// Convert a deck, notebook or program
    Export {
        /// A .py, .md or .ipynb file
        file: PathBuf,
        /// Where to write; its extension says what: .ipynb, .py or .md
        #[arg(short, long)]
        output: PathBuf,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Run { file, figures } => run::run(&file, figures),
        Command::Export { file, output } => export::export(&file, &output).map(|()| ExitCode::SUCCESS),
    };
    result.unwrap_or_else(|error| {
        eprintln!("kindling: {error:#}");
        ExitCode::from(2)
    })
}
