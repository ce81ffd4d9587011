//! Which module uses which, read out of the sources of a package: a package's own test says in what order its modules
//! stand, lowest first, and [`check`] finds what looks upward.
//!
//! A module is a file or folder directly in `src`. Looked at are paths from `crate::` and `super::` on, in code that is
//! no test; names that the root exports count for the module they come from. Start reading at [`check`].

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Checks that each module of the sources in `src` uses only those that stand before it in `order`, which names all.
///
/// # Panics
/// With all that is not so; in tests only.
pub fn check(src: &Path, order: &[&str]) {
    let uses = uses(src);
    let known: BTreeSet<&str> = uses.keys().map(String::as_str).collect();
    let named: BTreeSet<&str> = order.iter().copied().collect();
    assert_eq!(known, named, "the modules and the order of modules name the same");
    assert!(uses.values().any(|used| !used.is_empty()), "some module uses another");
    let mut upward = Vec::new();
    for (at, module) in order.iter().enumerate() {
        let above = &order[at + 1..];
        for (used, file) in uses[*module].iter().filter(|(used, _)| above.contains(&used.as_str())) {
            upward.push(format!("{module} uses {used}, which stands above it: {file}"));
        }
    }
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

/// Each module with those it uses, and a file that does.
type Uses = BTreeMap<String, BTreeMap<String, String>>;

fn uses(src: &Path) -> Uses {
    let files = files(src);
    let mut exported = BTreeMap::new();
    for (path, code) in &files {
        macros(code, &module_of(path), &mut exported);
    }
    let root = files.iter().find(|(path, _)| path == "lib.rs").expect("a package has a root");
    exports(&root.1, &files, &mut exported);
    let mut uses = Uses::new();
    for (path, code) in files.iter().filter(|(path, _)| path != "lib.rs") {
        let module = module_of(path);
        let used = uses.entry(module.clone()).or_default();
        for name in names_at_root(code, depth_of(path)) {
            let name = exported.get(&name).cloned().unwrap_or(name);
            if name != module {
                used.entry(name).or_insert_with(|| path.clone());
            }
        }
    }
    // What is left are names that other packages gave the root.
    let known: BTreeSet<String> = uses.keys().cloned().collect();
    uses.values_mut().for_each(|used| used.retain(|name, _| known.contains(name)));
    uses
}

/// All files below `src` with their paths in it and their code, without text, remarks and tests.
fn files(src: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut pending = vec![src.to_path_buf()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                pending.push(path);
            } else if path.extension().is_some_and(|end| end == "rs")
                && path.file_stem().is_some_and(|name| name != "tests")
            {
                let text = fs::read_to_string(&path).expect("a file of sources");
                let place = path.strip_prefix(src).expect("below it").to_string_lossy().replace('\\', "/");
                found.push((place, without_tests(&code_of(&text))));
            }
        }
    }
    found
}

fn module_of(path: &str) -> String {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first).into()
}

/// How many `super::` lead from a file to the root.
fn depth_of(path: &str) -> usize {
    path.split('/').count() - usize::from(path.ends_with("/mod.rs"))
}

/// The text without remarks, and without what stands between quotes.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = quoted(rest, code.chars().last()) {
            length
        } else {
            code.push(next);
            next.len_utf8()
        };
        rest = &rest[length..];
    }
    code
}

/// The length of the string or character that `rest` begins with.
fn quoted(rest: &str, before: Option<char>) -> Option<usize> {
    if let Some(raw) = rest.strip_prefix('r').filter(|_| !before.is_some_and(is_of_name)) {
        let marks = raw.len() - raw.trim_start_matches('#').len();
        if raw[marks..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(marks));
            let from = 1 + marks + 1;
            return Some(rest[from..].find(&end).map_or(rest.len(), |at| from + at + end.len()));
        }
    }
    let quote = rest.chars().next().filter(|&quote| quote == '"' || quote == '\'')?;
    let mut escaped = false;
    for (at, one) in rest.char_indices().skip(1) {
        if one == quote && !escaped {
            return Some(at + 1);
        }
        // A quote with a longer name behind it begins a lifetime.
        if quote == '\'' && !escaped && one != '\\' && !rest[at + one.len_utf8()..].starts_with('\'') {
            return None;
        }
        escaped = one == '\\' && !escaped;
        if quote == '\'' && rest.starts_with("'\\u") {
            return rest.find('}').map(|end| end + 2);
        }
    }
    None
}

fn is_of_name(one: char) -> bool {
    one.is_alphanumeric() || one == '_'
}

/// The code without what is compiled for tests only.
fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut left = String::new();
    let mut rest = code;
    while let Some(at) = rest.find(MARK) {
        left.push_str(&rest[..at]);
        rest = &rest[at + MARK.len()..];
        rest = &rest[end_of_item(rest)..];
    }
    left + rest
}

/// Where an item ends: behind its block, or behind a semicolon before any block.
fn end_of_item(code: &str) -> usize {
    let mut depth = 0;
    for (at, one) in code.char_indices() {
        match one {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && (one == '}' || one == ';') {
            return at + 1;
        }
    }
    code.len()
}

/// The names that paths in a file begin with at the root.
fn names_at_root(code: &str, depth: usize) -> Vec<String> {
    let up = "super::".repeat(depth);
    let mut names = Vec::new();
    for start in ["crate::", up.as_str()] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().last();
            // `$crate::` is the same root; `a::super::` is part of a path that was seen from its beginning.
            if !before.is_some_and(|before| is_of_name(before) || before == ':') {
                names.extend(first_names(&code[at + start.len()..]));
            }
        }
    }
    names
}

/// The name that a path begins with, or those of a list in braces.
fn first_names(path: &str) -> Vec<String> {
    let Some(list) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut names = vec![name(list.trim_start())];
    let mut depth = 0;
    for (at, one) in list.char_indices() {
        match one {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(list[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

fn name(text: &str) -> String {
    text.chars().take_while(|&one| is_of_name(one)).collect()
}

/// The names that the root takes from its modules.
fn exports(root: &str, files: &[(String, String)], exported: &mut BTreeMap<String, String>) {
    for (at, start) in root.match_indices("use ") {
        let path = &root[at + start.len()..];
        let path = &path[..path.find(';').unwrap_or(path.len())];
        let Some((module, names)) = path.rsplit_once("::") else { continue };
        let module = name(module);
        let of_module = files.iter().filter(|(path, _)| module_of(path) == module);
        let names = if names == "*" {
            of_module.flat_map(|(_, code)| public_names(code)).collect()
        } else {
            first_names(names)
        };
        exported.extend(names.into_iter().map(|name| (name, module.clone())));
    }
}

/// The types, functions and constants that a file makes public.
fn public_names(code: &str) -> Vec<String> {
    let words: Vec<&str> = code.split_whitespace().collect();
    let is_item = |word: &str| ["struct", "enum", "fn", "const", "type", "trait"].contains(&word);
    words.windows(3).filter(|item| item[0] == "pub" && is_item(item[1])).map(|item| name(item[2])).collect()
}

/// Macros of a module that stand at the root.
fn macros(code: &str, module: &str, exported: &mut BTreeMap<String, String>) {
    for (at, start) in code.match_indices("#[macro_export]") {
        if let Some(rest) = code[at + start.len()..].trim_start().strip_prefix("macro_rules! ") {
            exported.insert(name(rest), module.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_text_and_tests_are_no_code() {
        let text = "use crate::a; // crate::b\nlet x: &'a str = \"crate::c\"; let y = ['\"', '\\'', '\\u{1F600}']; \
                    let z = r#\"crate::d\"#; crate::e();\n#[cfg(test)]\nmod tests { use crate::f; }\nuse crate::g;";
        assert_eq!(names_at_root(&without_tests(&code_of(text)), 1), ["a", "e", "g"]);
    }

    #[test]
    fn names_are_those_behind_the_root() {
        let code = "use crate::{a::{b, c}, d, e::f}; super::super::g::h(); super::i; $crate::j!()";
        assert_eq!(names_at_root(code, 2), ["a", "d", "e", "j", "g"]);
        let mut exported = BTreeMap::new();
        let files = [("d.rs".to_owned(), "pub struct D<T>(T); struct Own;".to_owned())];
        exports("pub use error::{Error, Result}; pub use a::b::C; pub use d::*;", &files, &mut exported);
        let from = |name: &str| exported.get(name).map(String::as_str);
        assert_eq!(
            [from("Result"), from("C"), from("D"), from("Own")],
            [Some("error"), Some("a"), Some("d"), None]
        );
    }
}
