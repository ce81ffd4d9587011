//! Makes a function of each line of `www/words/en.txt`, so that a word which is missing, unused or given other values than
//! it names is the compiler's to find; and sees that each other language says the same things.
//!
//! What it is not: the words, or which of them is shown (see `mod.rs`). Start reading at [`main`].

use std::{collections::BTreeSet, env, fmt::Write, fs, path::Path};

const FOLDER: &str = "www/words";
const ENGLISH: &str = "en";
/// The part of a file that the page's program says; scripts that come on demand have parts of their own.
const OF_PAGE: &str = "page";
/// What plurals end in: one of something, and any other number of it.
const FORMS: [&str; 2] = [".one", ".other"];

/// A line of a file: in which part, by what name, and what it says.
struct Line {
    part: String,
    key: String,
    text: String,
}

fn main() {
    println!("cargo::rerun-if-changed={FOLDER}");
    let languages = languages();
    let english = read(ENGLISH);
    for language in languages.iter().filter(|language| *language != ENGLISH) {
        compare(language, &english, &read(language));
    }
    let of_page: Vec<&Line> = english.iter().filter(|line| line.part == OF_PAGE).collect();
    let out = env::var("OUT_DIR").expect("set by cargo");
    fs::write(Path::new(&out).join("words.rs"), source(&languages, &of_page))
        .expect("a directory to write to");
}

/// The codes of the languages that have a file, sorted.
fn languages() -> Vec<String> {
    let files = fs::read_dir(FOLDER).expect("the words' folder");
    let names =
        files.map(|file| file.expect("an entry of the folder").file_name().to_string_lossy().into_owned());
    let mut codes: Vec<String> =
        names.filter_map(|name| name.strip_suffix(".txt").map(str::to_owned)).collect();
    codes.sort();
    codes
}

fn read(language: &str) -> Vec<Line> {
    let file = format!("{FOLDER}/{language}.txt");
    let text = fs::read_to_string(&file).expect("a file of words");
    let mut part = String::new();
    let mut lines = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            name.clone_into(&mut part);
            continue;
        }
        let (key, text) =
            line.split_once(" = ").unwrap_or_else(|| panic!("{file}: `{line}` is no `key = text`"));
        assert!(
            lines.iter().all(|line: &Line| line.part != part || line.key != key),
            "{file}: `{key}` is there twice"
        );
        lines.push(Line { part: part.clone(), key: key.to_owned(), text: text.to_owned() });
    }
    lines
}

/// Both have the same lines in the same order, and each names the same values.
fn compare(language: &str, english: &[Line], other: &[Line]) {
    for (one, two) in english.iter().zip(other) {
        assert!(
            one.part == two.part && one.key == two.key,
            "{language}: `{}` is expected where `{}` is",
            one.key,
            two.key
        );
        let (one_values, two_values) = (values(&one.text), values(&two.text));
        let may_leave_out = one.key.ends_with(FORMS[0]);
        let same = one_values.iter().collect::<BTreeSet<_>>() == two_values.iter().collect::<BTreeSet<_>>();
        assert!(same || may_leave_out, "{language}: `{}` names other values than in English", one.key);
    }
    assert!(
        english.len() == other.len(),
        "{language}: there are {} lines, {} in English",
        other.len(),
        english.len()
    );
}

/// The names in braces, each once, in the order in which they come.
fn values(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default().to_owned();
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

fn source(languages: &[String], lines: &[&Line]) -> String {
    let mut source = String::new();
    // Strings take what is written to them.
    let _ = writeln!(
        source,
        "/// The languages that the page speaks, by their codes.\npub const LANGUAGES: &[&str] = &{languages:?};"
    );
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let _ = writeln!(source, "const ENGLISH: [&str; {}] = {texts:?};", lines.len());
    for (index, line) in lines.iter().enumerate() {
        let plural = line.key.strip_suffix(FORMS[0]);
        if let Some(key) = plural {
            let other = lines.get(index + 1).filter(|other| other.key == format!("{key}{}", FORMS[1]));
            let other = other.unwrap_or_else(|| panic!("`{key}` has no plural"));
            let _ = writeln!(source, "/// {}\n{}", other.text, counted(index, key, &values(&other.text)));
        } else if !line.key.ends_with(FORMS[1]) {
            let _ =
                writeln!(source, "/// {}\n{}", line.text, function(index, &line.key, &values(&line.text)));
        }
    }
    source
}

fn function(index: usize, key: &str, values: &[String]) -> String {
    let name = key.replace('-', "_");
    if values.is_empty() {
        return format!("pub fn {name}() -> &'static str {{ said({index}) }}");
    }
    format!("pub fn {name}({}) -> String {{ filled({index}, &[{}]) }}", parameters(values), arguments(values))
}

fn counted(index: usize, key: &str, values: &[String]) -> String {
    let others: Vec<String> = values.iter().filter(|name| *name != "count").cloned().collect();
    let name = key.replace('-', "_");
    let comma = if others.is_empty() { "" } else { ", " };
    format!(
        "pub fn {name}(count: usize{comma}{}) -> String {{ filled({index} + usize::from(count != 1), &[(\"count\", &count){comma}{}]) }}",
        parameters(&others),
        arguments(&others)
    )
}

fn parameters(values: &[String]) -> String {
    values.iter().map(|name| format!("{name}: impl std::fmt::Display")).collect::<Vec<_>>().join(", ")
}

fn arguments(values: &[String]) -> String {
    values.iter().map(|name| format!("(\"{name}\", &{name})")).collect::<Vec<_>>().join(", ")
}
