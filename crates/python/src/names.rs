//! The names of characters, as in `"\N{DEGREE SIGN}"`: a list that comes when the first of them is asked for.
//!
//! What it is not: names that follow from a rule, of ideographs and syllables (`patches/unicode_names2-3`). In the browser
//! the list is a file beside the program, as Python's library is (`library`). Start reading at [`character`].

use std::{borrow::Cow, cell::RefCell};

use unicode_names2::{Source, set_source};

#[cfg(not(target_arch = "wasm32"))]
fn list() -> Option<Cow<'static, [u8]>> {
    Some(Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/names.bin"))))
}

#[cfg(target_arch = "wasm32")]
fn list() -> Option<Cow<'static, [u8]>> {
    crate::host::current()?.host.part("names").map(Cow::Owned)
}

#[cfg(target_arch = "wasm32")]
mod section {
    #![expect(dead_code, reason = "the build reads it out of the module's section")]

    const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.bin"));

    #[unsafe(link_section = "kindling.names")]
    static SECTION: [u8; BYTES.len()] = *include_bytes!(concat!(env!("OUT_DIR"), "/names.bin"));
}

thread_local! {
    static LIST: RefCell<Option<Cow<'static, [u8]>>> = const { RefCell::new(None) };
}

/// Has the parser and Python look names up here.
pub(crate) fn install() {
    static SOURCE: Source = Source { character, name };
    set_source(&SOURCE);
}

/// Looks for a line: a character's number in hexadecimal digits, a space, and its name.
fn find(matches: impl Fn(&str, &str) -> bool) -> Option<(char, String)> {
    LIST.with_borrow_mut(|list| {
        if list.is_none() {
            *list = self::list();
        }
        let text = std::str::from_utf8(list.as_deref()?).ok()?;
        let (number, name) = text
            .lines()
            .filter_map(|line| line.split_once(' '))
            .find(|(number, name)| matches(number, name))?;
        Some((char::from_u32(u32::from_str_radix(number, 16).ok()?)?, name.to_owned()))
    })
}

fn character(name: &str) -> Option<char> {
    find(|_, listed| listed.eq_ignore_ascii_case(name)).map(|(character, _)| character)
}

fn name(character: char) -> Option<String> {
    let wanted = format!("{:X}", u32::from(character));
    find(|number, _| number == wanted).map(|(_, name)| name)
}
