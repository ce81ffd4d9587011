//! What `patches/README.md` says of the crates that others stand in for. The values here are CPython's, but where it says
//! that something is lost.

mod common;

use common::Notebook;

#[test]
fn a_character_by_its_name_is_an_error_that_says_what_to_write() {
    let mut notebook = Notebook::new();
    for source in [r#"print("20 \N{DEGREE SIGN}C")"#, r#"f"{20} \N{DEGREE SIGN}C""#] {
        let error = notebook.error(source);
        assert_eq!(error.name, "SyntaxError", "{error:#?}");
        assert!(error.traceback.contains(r"its number, as in \u00b0"), "{error:#?}");
    }
    assert_eq!(notebook.shown(r#""\u00b0C""#), "'°C'");
    assert_eq!(notebook.shown(r#"r"\N{DEGREE SIGN}""#), r"'\\N{DEGREE SIGN}'");
}

#[test]
fn numbers_stand_for_names_that_encoding_would_write() {
    let mut notebook = Notebook::new();
    // In CPython: b'\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{HORIZONTAL ELLIPSIS}'.
    assert_eq!(notebook.shown("'é…'.encode('ascii', 'namereplace')"), r"b'\\xe9\\u2026'");
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
