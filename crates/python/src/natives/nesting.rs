//! Source that is nested so deeply that reading it would take more stack than a browser's worker has.
//!
//! The parser and the compiler go one call deeper for each level. How deep they would go is not counted exactly but from
//! above, by the words and signs that may open a level and lie within one another. Start reading at [`check`].

use rustpython_vm::{
    PyResult, VirtualMachine,
    builtins::{PyByteArray, PyBytes, PyStr},
    function::{Callee, FuncArgs, PyMethodDef, PyMethodFlags},
};

use super::has_room;

/// What lessons hold has some dozens.
const MOST_LEVELS: usize = 1000;
/// As CPython has it.
const MOST_BRACKETS: usize = 200;

/// A byte of source takes about so many once it is parsed.
const PARSED: u128 = 64;

/// The builtins that read source.
const READERS: [&str; 3] = ["compile", "eval", "exec"];

pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    for name in READERS {
        let own = vm.builtins.get_attr(name, vm)?;
        let checking = move |vm: &VirtualMachine, args: FuncArgs, _: Callee| {
            if let Some(source) = args.args.first() {
                check_object(source, vm)?;
            }
            own.call(args, vm)
        };
        let func = Box::leak(Box::new(checking));
        let method = PyMethodDef { name, func, flags: PyMethodFlags::EMPTY, doc: None };
        let method: &'static PyMethodDef = Box::leak(Box::new(method));
        let function = method.to_function().with_module(vm.ctx.intern_str("builtins")).into_ref(&vm.ctx);
        vm.builtins.set_attr(name, function, vm)?;
    }
    Ok(())
}

fn check_object(source: &rustpython_vm::PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if let Some(text) = source.downcast_ref::<PyStr>() {
        check(text.as_bytes(), vm)
    } else if let Some(bytes) = source.downcast_ref::<PyBytes>() {
        check(bytes.as_bytes(), vm)
    } else if let Some(bytes) = source.downcast_ref::<PyByteArray>() {
        check(&bytes.borrow_buf(), vm)
    } else {
        Ok(())
    }
}

/// Checks source before it is parsed.
///
/// # Errors
/// In CPython's words: `SyntaxError` for brackets, `RecursionError` for what else is nested too deeply; `MemoryError`.
pub(crate) fn check(source: &[u8], vm: &VirtualMachine) -> PyResult<()> {
    has_room(source.len() as u128 * PARSED, vm)?;
    let (levels, brackets) = depth(source);
    if levels <= MOST_LEVELS {
        return Ok(());
    }
    if brackets > MOST_BRACKETS {
        let kind = vm.ctx.exceptions.syntax_error.to_owned();
        return Err(vm.new_exception_msg(kind, "too many nested parentheses".into()));
    }
    Err(vm.new_recursion_error("maximum recursion depth exceeded during compilation".to_owned()))
}

/// No fewer levels than the source has at its deepest, and how many brackets are open at once at most.
fn depth(source: &[u8]) -> (usize, usize) {
    let mut reader = Reader { rest: source, open: vec![Open::default()], sum: 0, deepest: 0, brackets: 0 };
    while let [byte, ..] = *reader.rest {
        reader.take(byte);
    }
    (reader.deepest, reader.brackets)
}

struct Reader<'a> {
    rest: &'a [u8],
    /// The open brackets; the first is what is outside of brackets.
    open: Vec<Open>,
    /// Over all open brackets.
    sum: usize,
    deepest: usize,
    brackets: usize,
}

#[derive(Default)]
struct Open {
    /// What may have opened a level since the last comma; outside of brackets, in this line.
    levels: usize,
    /// A comma is between a lambda's parameters, and ends nothing.
    has_lambda: bool,
}

impl Reader<'_> {
    fn take(&mut self, byte: u8) {
        match byte {
            b'#' => self.skip(|byte| byte != b'\n'),
            b'\'' | b'"' => self.string(byte),
            b'(' | b'[' | b'{' => {
                self.level();
                self.brackets = self.brackets.max(self.open.len());
                self.open.push(Open::default());
                self.rest = &self.rest[1..];
            }
            b')' | b']' | b'}' => {
                if self.open.len() > 1 {
                    self.sum -= self.open.pop().map_or(0, |open| open.levels);
                }
                self.rest = &self.rest[1..];
            }
            b',' if self.last().has_lambda => self.rest = &self.rest[1..],
            b',' => self.ends(),
            b'\n' if self.open.len() == 1 => self.line_ends(),
            b'\\' => self.rest = self.rest.get(2..).unwrap_or_default(),
            _ if is_of_word(byte) => {
                // A name is a level of its own where it stands for an operator; others are not many without signs.
                self.level();
                self.last().has_lambda |= self.rest.starts_with(b"lambda");
                self.skip(is_of_word);
            }
            _ => {
                if !byte.is_ascii_whitespace() {
                    self.level();
                }
                self.rest = &self.rest[1..];
            }
        }
    }

    fn last(&mut self) -> &mut Open {
        self.open.last_mut().expect("the outermost is never closed")
    }

    fn level(&mut self) {
        self.last().levels += 1;
        self.sum += 1;
        self.deepest = self.deepest.max(self.sum);
    }

    /// What follows is beside what was, and not within it.
    fn ends(&mut self) {
        self.sum -= std::mem::take(self.last()).levels;
        self.rest = &self.rest[1..];
    }

    /// The next line's indent is at most that many blocks.
    fn line_ends(&mut self) {
        self.ends();
        let before = self.rest.len();
        self.skip(|byte| byte == b' ' || byte == b'\t');
        self.deepest = self.deepest.max(before - self.rest.len());
    }

    fn string(&mut self, quote: u8) {
        let long = [quote; 3];
        let end: &[u8] = if self.rest.starts_with(&long) { &long } else { &long[..1] };
        self.rest = &self.rest[end.len()..];
        while !self.rest.is_empty() && !self.rest.starts_with(end) {
            let length = if self.rest[0] == b'\\' { 2 } else { 1 };
            self.rest = self.rest.get(length..).unwrap_or_default();
        }
        self.rest = self.rest.get(end.len()..).unwrap_or_default();
    }

    fn skip(&mut self, skipped: impl Fn(u8) -> bool) {
        let length = self.rest.iter().position(|&byte| !skipped(byte)).unwrap_or(self.rest.len());
        self.rest = &self.rest[length..];
    }
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::depth;

    fn levels(source: &[u8]) -> usize {
        depth(source).0
    }

    #[test]
    fn what_is_side_by_side_is_not_nested() {
        let list = format!("x = [{}]\n", "-1.5, ".repeat(10_000));
        let text = format!("'''{}'''\n\"{}\"\n", "- ".repeat(10_000), "( ".repeat(10_000));
        let lines = "total = total + f(x)[0] * 2\n".repeat(10_000);
        let table = format!("rows = [{}]", "{'a': 1, 'b': (2, 3)}, ".repeat(10_000));
        for source in [list, text, lines, table] {
            assert!(levels(source.as_bytes()) < 20, "{}", &source[..40]);
        }
    }

    #[test]
    fn what_is_nested_is_counted_whole() {
        for part in [
            "-",
            "not ",
            "(",
            "[",
            "lambda: ",
            "lambda a, b: ",
            "1 + ",
            "2**",
            "a.",
            "await ",
            "1 if 1 else ",
            "x[",
            "{1: ",
            "f(1, ",
        ] {
            assert!(levels(part.repeat(5000).as_bytes()) >= 5000, "{part}");
        }
        assert!(levels(format!("f{}", "()".repeat(5000)).as_bytes()) >= 5000);
        let blocks: String = (0..2000).map(|depth| format!("{}if 1:\n", " ".repeat(depth))).collect();
        assert!(levels(blocks.as_bytes()) >= 1999);
    }
}
