//! The modules of our Python import each other in no circle: at the head of none, and in `torch` nowhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Each module with those that it imports.
type Imports = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_module_imports_itself_by_way_of_others() {
    let sources = sources();
    let heads = imports(&sources, |line| !line.starts_with(char::is_whitespace));
    assert!(heads["torch.nn.modules.linear"].contains("torch.nn.init"));
    assert!(heads["matplotlib.pyplot"].contains("matplotlib.axes"));
    assert_eq!(circle(&heads), None);
    let mut whole = imports(&sources, |_| true);
    whole.retain(|name, _| name.split('.').next() == Some("torch"));
    assert!(whole["torch.nn.modules._hooks"].contains("torch.autograd"), "imports in functions count");
    assert_eq!(circle(&whole), None);
}

#[test]
fn a_circle_is_found() {
    let sources = |child: &str| {
        BTreeMap::from([
            ("a".into(), (true, "from a import b\n".into())),
            ("a.b".into(), (false, format!("from a.c import (\n    x,\n)\n{child}"))),
            ("a.c".into(), (false, "import math\n".into())),
        ])
    };
    assert_eq!(circle(&imports(&sources(""), |_| true)), None);
    let found = circle(&imports(&sources("from . import x\n"), |_| true));
    assert_eq!(found.as_deref(), Some("a, a.b, a"));
}

/// Our modules by name: whether it is a package, and its text.
fn sources() -> BTreeMap<String, (bool, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lib");
    let mut found = BTreeMap::new();
    let mut pending = vec![root.clone()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of modules") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                pending.push(path);
            } else if path.extension().is_some_and(|end| end == "py") {
                let place = path.with_extension("");
                let parts = place.strip_prefix(&root).expect("below it").iter();
                let name = parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join(".");
                let package = name.strip_suffix(".__init__").map(str::to_owned);
                let text = fs::read_to_string(&path).expect("a module's text");
                found.insert(package.clone().unwrap_or(name), (package.is_some(), text));
            }
        }
    }
    found
}

/// What each module imports of the others, by lines that `counts`.
fn imports(sources: &BTreeMap<String, (bool, String)>, counts: impl Fn(&str) -> bool) -> Imports {
    let of = |(name, (is_package, text)): (&String, &(bool, String))| {
        let package =
            if *is_package { name } else { name.rsplit_once('.').map_or("", |(package, _)| package) };
        let mut used = BTreeSet::new();
        // A statement may go on behind its first line.
        let mut rest = text.as_str();
        while !rest.is_empty() {
            if counts(rest) {
                used.extend(imported(rest.trim_start(), package, sources));
            }
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        }
        (name.clone(), used)
    };
    sources.iter().map(of).collect()
}

/// The modules that a statement imports, if it is one that does.
fn imported(statement: &str, package: &str, sources: &BTreeMap<String, (bool, String)>) -> Vec<String> {
    let line = statement.lines().next().unwrap_or_default();
    let known = |name: &String| sources.contains_key(name);
    let first = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
    if let Some(names) = line.strip_prefix("import ") {
        return names.split(',').map(first).filter(known).collect();
    }
    let Some((from, names)) = statement.strip_prefix("from ").and_then(|rest| rest.split_once(" import "))
    else {
        return Vec::new();
    };
    let from = absolute(from, package);
    let names = match names.strip_prefix('(') {
        Some(list) => list.split(')').next().unwrap_or_default(),
        None => names.lines().next().unwrap_or_default(),
    };
    let module =
        |name: &str| Some(format!("{from}.{}", first(name))).filter(known).unwrap_or_else(|| from.clone());
    names.split(',').map(module).filter(known).collect()
}

/// `.a` of a module in the package `p` is `p.a`.
fn absolute(from: &str, package: &str) -> String {
    let name = from.trim_start_matches('.');
    let up = from.len() - name.len();
    let Some(steps) = up.checked_sub(1) else { return name.into() };
    let mut parts: Vec<&str> = package.split('.').collect();
    parts.truncate(parts.len().saturating_sub(steps));
    parts.extend(Some(name).filter(|name| !name.is_empty()));
    parts.join(".")
}

/// A way from a module back to itself.
fn circle(imports: &Imports) -> Option<String> {
    let mut seen = BTreeSet::new();
    imports.keys().find_map(|name| way_back(name, imports, &mut Vec::new(), &mut seen))
}

fn way_back<'a>(
    name: &'a str,
    imports: &'a Imports,
    way: &mut Vec<&'a str>,
    seen: &mut BTreeSet<&'a str>,
) -> Option<String> {
    if let Some(from) = way.iter().position(|&before| before == name) {
        return Some([&way[from..], &[name]].concat().join(", "));
    }
    if !seen.insert(name) {
        return None;
    }
    way.push(name);
    let found = imports.get(name).into_iter().flatten().find_map(|next| way_back(next, imports, way, seen));
    way.pop();
    found
}
