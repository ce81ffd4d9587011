//! A cell's source as code: stoppable and fast (`pace`), and the last expression apart, to be echoed.
//!
//! What it is not: running it (`session`). Lines and columns stay the student's. Start reading at [`compile`].

mod assembly;
mod awaits;
mod echoes;
pub(crate) mod magics;
mod pace;

use ruff_python_ast::{AtomicNodeIndex, Mod, ModExpression, Stmt};
use ruff_python_parser::{LexicalErrorType, ParseErrorType};
use ruff_source_file::{SourceFile, SourceFileBuilder};
use rustpython_codegen::compile::compile_top;
use rustpython_vm::{
    AsObject, PyRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyCode},
    compiler::Mode,
};

use crate::{natives, shown};

use echoes::Echoes;
use pace::Tick;
pub(crate) use pace::{BREATHE, BREATHE_SOURCE, paced_library};

/// A compiled cell: statements to run, then, unless the cell ends otherwise, an expression to echo.
pub(crate) struct Compiled {
    pub body: PyRef<PyCode>,
    pub last: Option<PyRef<PyCode>>,
}

/// Compiles a cell that tracebacks call `name`; with `echo`, its last expression is kept apart unless a `;`
/// follows it, and what only notebooks allow is understood: IPython's magics, and `await` outside of functions.
///
/// # Errors
/// `SyntaxError`, worded and placed as CPython does; `RecursionError` for what is nested too deeply.
pub(crate) fn compile(vm: &VirtualMachine, name: &str, source: &str, echo: bool) -> PyResult<Compiled> {
    natives::check_nesting(source.as_bytes(), vm)?;
    let source = &*if echo { magics::python(source) } else { source.into() };
    if let Some(compiled) = compile_paced(vm, name, source, echo) {
        return Ok(compiled);
    }
    // Something is wrong with the source.
    Ok(Compiled { body: compile_plain(vm, name, source)?, last: None })
}

/// Compiles a module in a file of the student's.
///
/// # Errors
/// As those of [`compile`].
pub(crate) fn compile_module(vm: &VirtualMachine, file: &str, source: &str) -> PyResult<PyRef<PyCode>> {
    natives::check_nesting(source.as_bytes(), vm)?;
    paced_library(vm, &*compile_plain(vm, file, source)?)
}

/// The interpreter's own way of compiling, which words errors as CPython does.
fn compile_plain(vm: &VirtualMachine, name: &str, source: &str) -> PyResult<PyRef<PyCode>> {
    match vm.compile(source, Mode::Exec, name) {
        Ok(code) => Ok(code),
        Err(error) => {
            let error = error.into_pyexception(vm, Some(source));
            if names_no_character(source) {
                let message = vm.ctx.new_str("(unicode error) unknown Unicode character name");
                error.as_object().set_attr("msg", message.clone(), vm)?;
                error.as_object().set_attr("args", vm.ctx.new_tuple(vec![message.into()]), vm)?;
            }
            add_its_line(vm, &error, source)?;
            Err(error)
        }
    }
}

/// Gives the error the text of its line, which those lack that the grammar allows, as `return` outside of functions.
fn add_its_line(vm: &VirtualMachine, error: &PyBaseExceptionRef, source: &str) -> PyResult<()> {
    let error = error.as_object();
    let Ok(text) = error.get_attr("text", vm) else { return Ok(()) };
    let Ok(number) = error.get_attr("lineno", vm).and_then(|number| number.try_into_value::<usize>(vm))
    else {
        return Ok(());
    };
    let line = number.checked_sub(1).and_then(|number| source.lines().nth(number));
    if let Some(line) = line.filter(|_| vm.is_none(&text)) {
        error.set_attr("text", vm.ctx.new_str(format!("{line}\n")), vm)?;
    }
    Ok(())
}

/// Whether what is wrong with the source is a character's name, as in `"\N{DEGRE SIGN}"`, of which the parser only says
/// that it did not expect it.
fn names_no_character(source: &str) -> bool {
    let parsed = ruff_python_parser::parse_unchecked(source, ruff_python_parser::Mode::Module.into());
    let unknown = ParseErrorType::Lexical(LexicalErrorType::UnicodeError);
    parsed.errors().first().is_some_and(|error| error.error == unknown)
}

fn compile_paced(vm: &VirtualMachine, name: &str, source: &str, echo: bool) -> Option<Compiled> {
    let mut module = ruff_python_parser::parse_module(source).ok()?.into_syntax();
    if echo && source.contains("await") {
        awaits::as_calls(&mut module.body);
    }
    let file = SourceFileBuilder::new(name, source).finish();
    let is_shown = echo && echoes(vm).prepare(&mut module, source);
    let last = if is_shown { module.body.pop() } else { None };
    let last = match last {
        Some(Stmt::Expr(statement)) => {
            let expression = ModExpression {
                node_index: AtomicNodeIndex::NONE,
                range: statement.range,
                body: statement.value,
            };
            Some(code(vm, Mod::Expression(expression), &file, Mode::Eval)?)
        }
        _ => None,
    };
    let body = code(vm, Mod::Module(module), &file, Mode::Exec)?;
    Some(Compiled { body, last })
}

fn code(vm: &VirtualMachine, syntax: Mod, file: &SourceFile, mode: Mode) -> Option<PyRef<PyCode>> {
    let code = compile_top(syntax, file.clone(), mode, Default::default()).ok()?;
    let code = PyCode::new_ref_from_bytecode(vm, code);
    Some(pace::paced(vm, &code, &Tick::object(vm).ok()?, pace::Scope::Cell))
}

/// What the session shows of a cell.
fn echoes(vm: &VirtualMachine) -> Echoes {
    let word = shown::call(vm, "interactivity", ()).and_then(|word| Ok(word.str(vm)?.to_string()));
    word.map_or(Echoes::Last, |word| Echoes::of(&word))
}
