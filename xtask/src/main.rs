//! Every chore of the project: `cargo xtask <chore>`.
//!
//! What it is not: part of what ships. It needs rustup, Node.js and Python 3, and fetches the rest itself
//! (see [`tools`]). Start reading at [`main`]; each chore is one module.

mod bench;
mod dist;
mod fuzz;
mod goldens;
mod lint;
mod offline;
#[cfg(test)]
mod patches;
mod serve;
mod tally;
mod test;
mod tools;
mod wasm;
mod workspace;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use workspace::Workspace;

const USAGE: &str = "\
usage: cargo xtask <chore>

  serve [--port N]      build the optimised page, serve it on localhost, print its URL
  dist                  build the optimised page into dist/ and print its sizes
  test [PART...]        run every check, or only some of: lint, unit, fuzz, goldens, interop,
                        browser, firefox
  fuzz [--seconds N] [TARGET...]
                        give the readers of files what was damaged in ways that reach new code, 5 s each
  goldens [FILTER]      run tests/goldens and compare with what PyTorch printed
  bench [PART...]       measure the page beside other libraries, and write the README's numbers; the parts are
                        size, first-result, first-run, training, kernels, memory, and when named operators,
                        webgpu, webgpu-operators, breakdown, threads
                        (--quick: one short round, which writes nothing)
  fmt                   format the code
  lint                  form, spelling, dependencies' terms, and clippy, warnings being errors
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let workspace = Workspace::find()?;
    match arguments.as_slice() {
        ["serve"] => serve::run(&workspace, serve::DEFAULT_PORT),
        ["serve", "--port", port] => {
            serve::run(&workspace, port.parse().with_context(|| format!("`{port}` is no port number"))?)
        }
        ["dist"] => dist::run(&workspace),
        arguments if arguments == test::BUILD_PAGE => test::build_page(&workspace),
        ["test", parts @ ..] => test::run(&workspace, parts),
        ["fuzz", arguments @ ..] => fuzz::run(&workspace, arguments),
        ["goldens"] => goldens::run(&workspace, ""),
        ["goldens", filter] => goldens::run(&workspace, filter),
        ["bench", arguments @ ..] => bench::run(&workspace, arguments),
        ["fmt"] => workspace::run(lint::format(&workspace)?),
        ["lint"] => test::run(&workspace, &["lint"]),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        other => bail!("there is no chore `{}`\n\n{USAGE}", other.join(" ")),
    }
}
