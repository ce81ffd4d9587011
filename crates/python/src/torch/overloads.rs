//! What PyTorch says of a call that fits none of an operator's overloads.
//!
//! What it is not: the overloads that there are here (the core's table), or the binding (`arguments`). Start reading at
//! [`refusal`].

use rustpython_vm::{
    PyObject, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyList, PyTuple},
    function::FuncArgs,
};

use super::convert::type_name;

/// A line an operator: `f` or `m`, its name, and its overloads as PyTorch writes them.
const OVERLOADS: &str = include_str!("overloads.tsv");

/// The error for a call that PyTorch answers with the list of an operator's overloads; `None` where it names what is
/// wrong with the one overload that takes so many arguments.
pub(super) fn refusal(
    name: &str,
    args: &FuncArgs,
    is_method: bool,
    vm: &VirtualMachine,
) -> Option<PyBaseExceptionRef> {
    let options = options(name, is_method)?;
    let positional = &args.args[usize::from(is_method).min(args.args.len())..];
    let count = positional.len() + args.kwargs.len();
    let fitting = options.iter().filter(|option| option.takes(count)).count();
    if fitting == 1 {
        return None;
    }
    let mut keywords: Vec<(String, &PyObject)> =
        args.kwargs.iter().map(|(keyword, value)| (keyword.to_string(), &**value)).collect();
    keywords.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let given = Given { positional: positional.iter().map(|value| &**value).collect(), keywords };
    let mut message =
        format!("{name}() received an invalid combination of arguments - got ({})", given.text(vm));
    match &options[..] {
        [only] => message.push_str(&format!(", but expected {}", only.text)),
        _ => {
            message.push_str(", but expected one of:\n");
            for option in &options {
                message.push_str(&format!(" * {}\n{}", option.text, option.objection(&given, vm)));
            }
        }
    }
    Some(vm.new_type_error(message))
}

/// How PyTorch writes an operator's first overload.
pub(super) fn first(name: &str, is_method: bool) -> Option<&'static str> {
    options(name, is_method)?.first().map(|option| option.text)
}

fn options(name: &str, is_method: bool) -> Option<Vec<Overload>> {
    let kind = if is_method { "m" } else { "f" };
    let line = |name: &str| {
        OVERLOADS.lines().find(|line| {
            let mut cells = line.split('\t');
            cells.next() == Some(kind) && cells.next() == Some(name)
        })
    };
    // What writes in place takes what the method takes that does not.
    let line = line(name).or_else(|| line(name.strip_suffix('_')?))?;
    Some(line.split('\t').skip(2).map(Overload::read).collect())
}

struct Overload {
    text: &'static str,
    /// Type, name and whether it has a default; the star counts as one for PyTorch, and so does nothing at all.
    parts: Vec<&'static str>,
}

impl Overload {
    fn read(text: &'static str) -> Self {
        let inner = text.trim_start_matches('(').trim_end_matches(')');
        Overload { text, parts: inner.split(", ").collect() }
    }

    fn parameters(&self) -> impl Iterator<Item = &&'static str> {
        self.parts.iter().filter(|part| !part.is_empty() && **part != "*")
    }

    fn takes(&self, count: usize) -> bool {
        let required = self.parameters().filter(|part| !part.contains(" = ")).count();
        (required..=self.parameters().count()).contains(&count)
    }

    /// The line on what does not fit, for overloads that have as many parts as there are arguments.
    fn objection(&self, given: &Given<'_>, vm: &VirtualMachine) -> String {
        if self.parts.len() != given.positional.len() + given.keywords.len() {
            return String::new();
        }
        let names: Vec<&str> = self.parameters().map(|part| parameter_name(part)).collect();
        let incorrect: Vec<&str> = given
            .keywords
            .iter()
            .map(|(keyword, _)| &**keyword)
            .filter(|keyword| !names.contains(keyword))
            .collect();
        if !incorrect.is_empty() {
            let listed = incorrect.join(", ");
            return format!("      didn't match because some of the keywords were incorrect: {listed}\n");
        }
        let mut told = Vec::new();
        for (index, part) in self.parts.iter().enumerate() {
            let (label, value) = match given.positional.get(index) {
                Some(value) => (String::new(), *value),
                None => {
                    let name = parameter_name(part);
                    match given.keywords.iter().find(|(keyword, _)| *keyword == name) {
                        Some((_, value)) => (format!("{name}="), *value),
                        None => continue,
                    }
                }
            };
            let described = described(value, vm);
            let fits = part.starts_with(&format!("{described} "));
            told.push(if fits { format!("{label}{described}") } else { format!("!{label}{described}!") });
        }
        format!(
            "      didn't match because some of the arguments have invalid types: ({})\n",
            told.join(", ")
        )
    }
}

/// `dim` of `int dim = -1`.
fn parameter_name(part: &str) -> &str {
    let declared = part.split(" = ").next().unwrap_or(part);
    declared.rsplit(' ').next().unwrap_or(declared)
}

struct Given<'a> {
    positional: Vec<&'a PyObject>,
    keywords: Vec<(String, &'a PyObject)>,
}

impl Given<'_> {
    fn text(&self, vm: &VirtualMachine) -> String {
        let positional: Vec<String> = self.positional.iter().map(|value| type_name(value, vm)).collect();
        let keywords: Vec<String> = self
            .keywords
            .iter()
            .map(|(keyword, value)| format!("{keyword}={}", type_name(value, vm)))
            .collect();
        match (positional.is_empty(), keywords.is_empty()) {
            // With keywords alone PyTorch ends the list with a comma.
            (true, false) => format!("{}, ", keywords.join(", ")),
            (_, true) => positional.join(", "),
            _ => format!("{}, {}", positional.join(", "), keywords.join(", ")),
        }
    }
}

/// A type with those of its items, as in `list of [int, str]`.
fn described(value: &PyObject, vm: &VirtualMachine) -> String {
    let name = type_name(value, vm);
    if let Some(list) = value.downcast_ref::<PyList>() {
        let items: Vec<String> = list.borrow_vec().iter().map(|item| type_name(item, vm)).collect();
        return format!("{name} of [{}]", items.join(", "));
    }
    if let Some(tuple) = value.downcast_ref::<PyTuple>() {
        let items: Vec<String> = tuple.as_slice().iter().map(|item| type_name(item, vm)).collect();
        let comma = if items.len() == 1 { "," } else { "" };
        return format!("{name} of ({}{comma})", items.join(", "));
    }
    name
}
