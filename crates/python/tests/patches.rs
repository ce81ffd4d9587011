//! What `patches/README.md` says of the crates that others stand in for. The values here are CPython's, but where it says
//! that something is lost.

mod common;

use common::Notebook;

#[test]
fn characters_have_names() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown(r#""20 \N{DEGREE SIGN}C \N{greek small letter lamda}""#), "'20 °C λ'");
    assert_eq!(notebook.shown(r#"f"{20} \N{DEGREE SIGN}C""#), "'20 °C'");
    let error = notebook.error(r#""\N{DEGRE SIGN}""#);
    assert_eq!(error.name, "SyntaxError", "{error:#?}");
    assert!(error.value.contains("unknown Unicode character name"), "{error:#?}");
    assert_eq!(notebook.shown(r#"r"\N{DEGREE SIGN}""#), r"'\\N{DEGREE SIGN}'");
}

#[test]
fn encoding_writes_names() {
    let mut notebook = Notebook::new();
    let names = r"b'\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{HORIZONTAL ELLIPSIS}'";
    assert_eq!(notebook.shown("'é…'.encode('ascii', 'namereplace')"), names);
    assert_eq!(notebook.shown("'한'.encode('ascii', 'namereplace')"), r"b'\\N{HANGUL SYLLABLE HAN}'");
}

#[test]
fn names_that_are_not_ascii_have_one_form() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown("ﬁ = 3\nfi"), "3");
}

#[test]
fn whole_numbers_of_any_size_divide_and_print() {
    let mut notebook = Notebook::new();
    assert_eq!(
        notebook.shown("(10**400 + 1) / 10**399, 7**100 % 10**9, -7**60 // 3**40"),
        "(10.0, 928060001, -41786135870449479087666053986351)"
    );
    assert_eq!(
        notebook.shown("(0.1).as_integer_ratio(), hash(2**200), len(str(3**5000))"),
        "((3602879701896397, 36028797018963968), 131072, 2386)"
    );
}
