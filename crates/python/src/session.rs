//! A session: one interpreter, one namespace, cells one after another. Start reading at [`Session::run`].
//!
//! What it is not: a notebook (it keeps no cells) or a host (text and figures go out through [`Host`]).

use std::{
    cell::RefCell,
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    rc::Rc,
};

use kindling_protocol::CellError;
use rustpython_vm::{
    AsObject, Interpreter, PyResult, Settings, VirtualMachine, builtins::PyBaseExceptionRef, scope::Scope,
};

use crate::{
    cell,
    files::FileSystem,
    frozen,
    host::{self, Host, Surroundings},
    interrupt, library, modules, names, natives,
    shown::{self, Shown},
    stdio, traceback,
    warm_up::WarmUp,
};

/// Deep enough for lessons on recursion, and within a browser worker's stack.
const RECURSION_LIMIT: usize = 1000;

pub struct Session {
    pub(crate) interpreter: Interpreter,
    pub(crate) scope: Scope,
    pub(crate) surroundings: Rc<Surroundings>,
    /// The latest source of each cell, for the lines in tracebacks.
    sources: HashMap<String, String>,
    execution_count: u32,
    warm_up: Option<WarmUp>,
}

/// What became of a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct RunResult {
    /// Counts the cells of the session, from 1.
    pub execution_count: u32,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Ran to its end; `echo` is a last expression's value other than `None`.
    Done { echo: Option<Shown> },
    /// An exception left the cell.
    Failed(CellError),
    /// Stop ended the cell: its `KeyboardInterrupt` was not caught.
    Interrupted(CellError),
    /// `SystemExit` left the cell, as from `sys.exit()`; `message` is what Python then writes to standard error.
    Exited { code: i32, message: Option<String> },
}

impl Session {
    /// Starts an interpreter whose Python sees `files` and nothing else of the machine.
    #[must_use]
    pub fn new(host: Rc<dyn Host>, files: Rc<dyn FileSystem>) -> Self {
        let surroundings = Rc::new(Surroundings { host, files, descriptors: RefCell::default() });
        let _entered = host::enter(surroundings.clone());
        let builder = Interpreter::builder(settings());
        let definitions = modules::definitions(&builder.ctx);
        let interpreter =
            builder.add_native_modules(&definitions).add_frozen_modules(frozen::modules()).build();
        let scope =
            interpreter.enter(|vm| prepare(vm).unwrap_or_else(|error| panic!("{}", describe(vm, &error))));
        Self { interpreter, scope, surroundings, sources: HashMap::new(), execution_count: 0, warm_up: None }
    }

    /// Runs a cell that tracebacks call `name`; its last expression is echoed as a notebook does.
    pub fn run(&mut self, name: &str, source: &str) -> RunResult {
        self.execute(name, source, true)
    }

    /// Runs a whole program, as `python FILE.py` does: nothing is echoed.
    pub fn run_program(&mut self, name: &str, source: &str) -> RunResult {
        self.execute(name, source, false)
    }

    /// Imports modules, so that a cell's own import of them takes no time, and gives back the memory that only the
    /// importing took. A module that fails will fail in the cell, too.
    pub fn preload(&mut self, names: &[&'static str]) {
        let _entered = host::enter(self.surroundings.clone());
        self.interpreter.enter(|vm| {
            for name in names {
                let _ = vm.import(*name, 0);
            }
            let _ = vm.import("gc", 0).and_then(|gc| vm.call_method(&gc, "collect", ()));
        });
        library::forget();
    }

    /// Runs what students' first cells are like for some milliseconds, so that the host's compiler comes to know what is
    /// worth optimising. Neither variables nor random streams change. False where that cannot go on.
    pub fn warm_up(&mut self, milliseconds: f64) -> bool {
        let _entered = host::enter(self.surroundings.clone());
        interrupt::cell_begins();
        let host = &self.surroundings.host;
        let end = host.monotonic_ms() + milliseconds;
        self.interpreter.enter(|vm| {
            if self.warm_up.is_none() {
                self.warm_up = WarmUp::new(vm).ok();
            }
            let Some(warm_up) = &self.warm_up else { return false };
            warm_up.go_on(vm, || host.monotonic_ms() < end).is_ok()
        })
    }

    /// How many cells have been run.
    #[must_use]
    pub fn execution_count(&self) -> u32 {
        self.execution_count
    }

    /// Sets `sys.argv`.
    pub fn set_arguments(&mut self, arguments: &[&str]) {
        self.interpreter.enter(|vm| {
            let arguments = arguments.iter().map(|argument| vm.ctx.new_str(*argument).into()).collect();
            let list = vm.ctx.new_list(arguments);
            vm.sys_module.set_attr("argv", list, vm).expect("sys takes attributes");
        });
    }

    fn execute(&mut self, name: &str, source: &str, echo: bool) -> RunResult {
        self.execution_count += 1;
        self.sources.insert(name.to_owned(), source.to_owned());
        let _entered = host::enter(self.surroundings.clone());
        interrupt::cell_begins();
        let run = || {
            self.interpreter.enter(|vm| {
                let number = echo.then_some(self.execution_count);
                let result = evaluate(vm, &self.scope, name, source, number);
                let result = if echo { with_figures(vm, result) } else { result };
                match result {
                    Ok(echo) => Outcome::Done { echo },
                    Err(exception) => self.failed(vm, name, &exception),
                }
            })
        };
        // A panic in a native function must not take the student's variables along. In the browser, where panics cannot
        // be caught, it ends the worker, and the page starts another (`src/session/restarts.rs`).
        let outcome = catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Outcome::Failed(panicked()));
        RunResult { execution_count: self.execution_count, outcome }
    }

    fn failed(&self, vm: &VirtualMachine, name: &str, exception: &PyBaseExceptionRef) -> Outcome {
        if exception.fast_isinstance(vm.ctx.exceptions.system_exit) {
            return exited(vm, exception);
        }
        let error = CellError {
            name: traceback::type_name(vm, exception),
            value: exception.as_object().str(vm).map(|text| text.to_string()).unwrap_or_default(),
            traceback: traceback::format(vm, exception, &self.sources),
            line: traceback::line_in(vm, exception, name),
        };
        // Only for `%tb`, which can do without.
        let _ = shown::call(vm, "cell_failed", (error.traceback.clone(),));
        if exception.fast_isinstance(vm.ctx.exceptions.keyboard_interrupt) {
            return Outcome::Interrupted(error);
        }
        Outcome::Failed(error)
    }
}

fn panicked() -> CellError {
    let value = "Kindling itself failed here; its other cells still run".to_owned();
    let traceback = format!("SystemError: {value}");
    CellError { name: "SystemError".to_owned(), value, traceback, line: None }
}

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.install_signal_handlers = false;
    settings.import_site = false;
    settings.write_bytecode = false;
    settings.utf8_mode = 1;
    // Sets and dicts then come in the same order on every run, as a lesson's printed output wants.
    settings.hash_seed = Some(0);
    settings
}

fn prepare(vm: &VirtualMachine) -> PyResult<Scope> {
    vm.recursion_limit.set(RECURSION_LIMIT);
    names::install();
    stdio::install(vm)?;
    modules::complete(vm)?;
    natives::install(vm)?;
    vm.import("_kindling_codecs", 0)?;
    vm.import("_kindling_library", 0)?;
    vm.import("_kindling_modules", 0)?;
    vm.import("_kindling_shell", 0)?;
    let library = vm.new_scope_with_builtins();
    vm.run_string(library.clone(), cell::BREATHE_SOURCE, "<kindling>")?;
    let breathe = library.globals.get_item(cell::BREATHE, vm)?;
    vm.builtins.set_attr(cell::BREATHE, breathe, vm)?;
    vm.new_scope_with_main()
}

/// Runs a program, or the cell of that number, whose last expression is shown.
fn evaluate(
    vm: &VirtualMachine,
    scope: &Scope,
    name: &str,
    source: &str,
    number: Option<u32>,
) -> PyResult<Option<Shown>> {
    let Some(number) = number else {
        let compiled = cell::compile(vm, name, source, false)?;
        return vm.run_code_obj(compiled.body, scope.clone()).map(|_| None);
    };
    shown::call(vm, "cell_begins", (number, source.to_owned()))?;
    let compiled = cell::compile(vm, name, source, true)?;
    let value = run_cell(vm, scope, compiled);
    // What a magic has begun ends here, whatever became of the cell; only then may its value be shown.
    let echo = match &value {
        Ok(value) if !vm.is_none(value) => {
            interrupt::poll(vm).and_then(|()| shown::echo(vm, value.clone(), number))
        }
        _ => Ok(None),
    };
    let ended = shown::call(vm, "cell_ends", ());
    value?;
    let echo = echo?;
    ended.map(|_| echo)
}

/// A cell's last value.
fn run_cell(vm: &VirtualMachine, scope: &Scope, compiled: cell::Compiled) -> PyResult {
    vm.run_code_obj(compiled.body, scope.clone())?;
    compiled.last.map_or_else(|| Ok(vm.ctx.none()), |last| vm.run_code_obj(last, scope.clone()))
}

/// What a stopped cell had begun to draw is not for the next one to show.
fn forget_figures(vm: &VirtualMachine) {
    // Where there is no matplotlib there are no figures.
    if let Ok(pyplot) = pyplot(vm) {
        let _ = vm.call_method(&pyplot, "close", ("all",));
    }
}

fn pyplot(vm: &VirtualMachine) -> PyResult {
    vm.sys_module.get_attr("modules", vm)?.get_item("matplotlib.pyplot", vm)
}

/// Open figures are shown at the end of each cell, as a notebook's inline figures are: also of one that failed, but not of
/// one that was stopped.
fn with_figures(vm: &VirtualMachine, result: PyResult<Option<Shown>>) -> PyResult<Option<Shown>> {
    if let Err(exception) = &result
        && exception.fast_isinstance(vm.ctx.exceptions.keyboard_interrupt)
    {
        forget_figures(vm);
        return result;
    }
    let shown = pyplot(vm).map_or(Ok(()), |pyplot| vm.call_method(&pyplot, "_end_of_cell", ()).map(drop));
    result.and_then(|echo| shown.map(|()| echo))
}

/// How Python ends after `SystemExit`: a number is the status, anything else is written and means 1.
fn exited(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> Outcome {
    let code = exception.as_object().get_attr("code", vm).unwrap_or_else(|_| vm.ctx.none());
    if vm.is_none(&code) {
        return Outcome::Exited { code: 0, message: None };
    }
    match code.clone().try_into_value(vm) {
        Ok(code) => Outcome::Exited { code, message: None },
        Err(_) => Outcome::Exited { code: 1, message: code.str(vm).ok().map(|text| text.to_string()) },
    }
}

fn describe(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = vm.write_exception(&mut text, exception);
    text
}
