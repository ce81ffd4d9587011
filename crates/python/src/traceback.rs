//! Tracebacks as CPython prints them, with the source lines of cells. Start reading at [`format`].
//!
//! RustPython's own printer looks for source lines in files; cells are not files.

use std::{collections::HashMap, fmt::Write as _};

use rustpython_vm::{
    AsObject, PyRef, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyStrRef, PyTraceback},
    suggestion::offer_suggestions,
};

/// The sources of cells by their names.
type Sources = HashMap<String, String>;

/// How often the same frame is written before it is only counted.
const REPEATS_SHOWN: usize = 3;
/// On both sides of the number of a group's part.
const RULE: &str = "----------------";

/// The whole traceback, causes first, without a line end at its end.
pub(crate) fn format(vm: &VirtualMachine, exception: &PyBaseExceptionRef, sources: &Sources) -> String {
    let mut text = String::new();
    write_chain(&mut text, vm, exception, sources, &mut Vec::new());
    text.truncate(text.trim_end().len());
    text
}

/// The line of the cell `name` that was running when the exception was raised, or that does not parse.
pub(crate) fn line_in(vm: &VirtualMachine, exception: &PyBaseExceptionRef, name: &str) -> Option<u32> {
    let entries = entries(exception);
    if let Some(entry) = entries.iter().rev().find(|entry| file_name(entry) == name) {
        return u32::try_from(entry.lineno.get()).ok();
    }
    let attribute = |attribute: &'static str| exception.as_object().get_attr(attribute, vm).ok();
    let file = attribute("filename")?.try_into_value::<String>(vm).ok()?;
    (file == name).then(|| attribute("lineno")?.try_into_value(vm).ok())?
}

/// The frames that CPython shows.
fn entries(exception: &PyBaseExceptionRef) -> Vec<PyRef<PyTraceback>> {
    let mut entries = all_entries(exception);
    entries.retain(|entry| !is_builtin(file_name(entry)));
    entries
}

fn all_entries(exception: &PyBaseExceptionRef) -> Vec<PyRef<PyTraceback>> {
    exception.traceback().map(|first| first.iter().collect()).unwrap_or_default()
}

/// Of what CPython has in C and this has in Python, as `open`, and of the import system, which CPython leaves out.
fn is_builtin(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.starts_with("_kindling") || name.starts_with("<frozen importlib")
}

fn file_name(entry: &PyTraceback) -> &str {
    entry.frame.iframe().code().source_path().as_str()
}

fn write_chain(
    text: &mut String,
    vm: &VirtualMachine,
    exception: &PyBaseExceptionRef,
    sources: &Sources,
    seen: &mut Vec<usize>,
) {
    seen.push(exception.get_id());
    let (before, between) = match (exception.__cause__(), exception.__context__()) {
        (Some(cause), _) => {
            (Some(cause), "The above exception was the direct cause of the following exception:")
        }
        (None, _) if hides_context(vm, exception) => (None, ""),
        (None, context) => (context, "During handling of the above exception, another exception occurred:"),
    };
    if let Some(before) = before.filter(|before| !seen.contains(&before.get_id())) {
        write_chain(text, vm, &before, sources, seen);
        let _ = write!(text, "\n{between}\n\n");
    }
    write_one(text, vm, exception, sources);
}

/// It was raised `from None`.
fn hides_context(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> bool {
    let hides = exception.as_object().get_attr("__suppress_context__", vm);
    hides.and_then(|hides| hides.try_to_bool(vm)).unwrap_or(false)
}

fn write_one(text: &mut String, vm: &VirtualMachine, exception: &PyBaseExceptionRef, sources: &Sources) {
    match parts(vm, exception) {
        Some(parts) => write_group(text, vm, (exception, &parts), sources, 1),
        None => write_alone(text, vm, exception, sources),
    }
}

/// The exceptions of a group.
fn parts(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> Option<Vec<PyBaseExceptionRef>> {
    if !exception.fast_isinstance(vm.ctx.exceptions.base_exception_group) {
        return None;
    }
    let parts = exception.as_object().get_attr("exceptions", vm).ok()?;
    vm.extract_elements_with(&parts, |part| part.try_into_value(vm)).ok()
}

/// A group with its parts as a tree, `depth` groups deep.
fn write_group(
    text: &mut String,
    vm: &VirtualMachine,
    (group, parts): (&PyBaseExceptionRef, &[PyBaseExceptionRef]),
    sources: &Sources,
    depth: usize,
) {
    let margin = "  ".repeat(depth);
    let mut own = String::new();
    write_alone(&mut own, vm, group, sources);
    for line in own.lines() {
        match line.strip_prefix("Traceback ") {
            Some(rest) => {
                let _ = writeln!(text, "{margin}+ Exception Group Traceback {rest}");
            }
            None => write_line(text, &format!("{margin}| "), line),
        }
    }
    let mut ends_with_group = false;
    for (at, part) in parts.iter().enumerate() {
        let branch = if at == 0 { "+-+" } else { "  +" };
        let _ = writeln!(text, "{margin}{branch}{RULE} {} {RULE}", at + 1);
        let inner = self::parts(vm, part);
        ends_with_group = inner.is_some();
        if let Some(inner) = inner {
            write_group(text, vm, (part, &inner), sources, depth + 1);
            continue;
        }
        let mut whole = String::new();
        write_chain(&mut whole, vm, part, sources, &mut Vec::new());
        whole.lines().for_each(|line| write_line(text, &format!("{margin}  | "), line));
    }
    if !ends_with_group {
        let _ = writeln!(text, "{margin}  +{RULE}----{RULE}");
    }
}

fn write_line(text: &mut String, margin: &str, line: &str) {
    let _ = writeln!(text, "{}", format!("{margin}{line}").trim_end());
}

fn write_alone(text: &mut String, vm: &VirtualMachine, exception: &PyBaseExceptionRef, sources: &Sources) {
    let entries = entries(exception);
    if !entries.is_empty() {
        text.push_str("Traceback (most recent call last):\n");
    }
    write_frames(text, &entries, sources);
    if exception.fast_isinstance(vm.ctx.exceptions.syntax_error) {
        write_syntax_error(text, vm, exception);
    } else {
        write_message(text, vm, exception);
    }
    write_notes(text, vm, exception);
}

/// Frames from the outermost in; from the fourth on, the same line again is only counted, as deep recursion wants.
fn write_frames(text: &mut String, entries: &[PyRef<PyTraceback>], sources: &Sources) {
    let place = |entry: &PyRef<PyTraceback>| (entry.lineno, entry.frame.iframe().code().get_id());
    for same in entries.chunk_by(|one, next| place(one) == place(next)) {
        for entry in same.iter().take(REPEATS_SHOWN) {
            write_frame(text, entry, sources);
        }
        match same.len().saturating_sub(REPEATS_SHOWN) {
            0 => {}
            1 => text.push_str("  [Previous line repeated 1 more time]\n"),
            more => {
                let _ = writeln!(text, "  [Previous line repeated {more} more times]");
            }
        }
    }
}

fn write_frame(text: &mut String, entry: &PyTraceback, sources: &Sources) {
    let (file, line) = (file_name(entry), entry.lineno.get());
    let _ = writeln!(text, "  File \"{file}\", line {line}, in {}", entry.frame.iframe().code().obj_name);
    if let Some(source) = sources.get(file).and_then(|source| source.lines().nth(line - 1)) {
        let _ = writeln!(text, "    {}", source.trim());
    }
}

/// The line `TypeName: message`, with what the name may have been meant to be.
fn write_message(text: &mut String, vm: &VirtualMachine, exception: &PyBaseExceptionRef) {
    text.push_str(&type_name(vm, exception));
    let message =
        exception.as_object().str(vm).map_or("<exception str() failed>".into(), |text| text.to_string());
    if !message.is_empty() {
        let _ = write!(text, ": {message}");
    }
    if let Some(meant) = offer_suggestions(exception, vm) {
        let _ = write!(text, ". Did you mean: '{meant}'?");
    }
    text.push('\n');
}

/// The type's name; with its module unless that is the cells' own or Python's.
pub(crate) fn type_name(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> String {
    let class = exception.class();
    let text = |name: &'static str| class.as_object().get_attr(name, vm).and_then(|value| value.str(vm));
    let name = text("__qualname__").map_or_else(|_| class.name().to_string(), |name| name.to_string());
    match text("__module__").map(|module| module.to_string()) {
        Ok(module) if module != "__main__" && module != "builtins" => format!("{module}.{name}"),
        _ => name,
    }
}

/// File, line, caret and message, as RustPython knows to place them, below its own lines on all frames.
fn write_syntax_error(text: &mut String, vm: &VirtualMachine, exception: &PyBaseExceptionRef) {
    let mut whole = String::new();
    let _ = vm.write_exception_inner(&mut whole, exception);
    let frames = all_entries(exception).len();
    let above = if frames == 0 { 0 } else { 1 + frames };
    for line in whole.lines().skip(above) {
        let _ = writeln!(text, "{line}");
    }
}

/// What `add_note` added.
fn write_notes(text: &mut String, vm: &VirtualMachine, exception: &PyBaseExceptionRef) {
    let Ok(notes) = exception.as_object().get_attr("__notes__", vm) else { return };
    let Ok(notes) = notes.try_into_value::<Vec<PyStrRef>>(vm) else { return };
    for note in notes {
        let _ = writeln!(text, "{note}");
    }
}
