//! Stands in for `unicode-normalization`, which RustPython's parser asks for the usual form of names that are not ASCII:
//! the browser knows it, and its tables would be a fiftieth of the page.

/// Text in Unicode's form NFKC.
pub trait UnicodeNormalization {
    /// The characters of that form.
    fn nfkc(self) -> std::vec::IntoIter<char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> std::vec::IntoIter<char> {
        normalized(self).chars().collect::<Vec<_>>().into_iter()
    }
}

#[cfg(target_arch = "wasm32")]
fn normalized(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

#[cfg(not(target_arch = "wasm32"))]
fn normalized(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::UnicodeNormalization;

    #[test]
    fn compatible_characters_become_one() {
        assert_eq!("\u{fb01}\u{2082}e\u{301}".nfkc().collect::<String>(), "fi2\u{e9}");
    }
}
