//! The language of the page's own words: the reader's choice, kept, or else the deck's, or else English.
//!
//! What it is not: the words (see [`crate::words`]). Start reading at [`Language`].

use super::{dom, store};
use crate::words;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

const KEY: &str = "kindling/language";
const ENGLISH: &str = "en";

#[wasm_bindgen]
extern "C" {
    /// What the page says in a language; of `www/early.js`, which fetches the words.
    #[wasm_bindgen(js_name = kindlingWords, catch)]
    async fn texts(language: &str) -> Result<JsValue, JsValue>;
}

/// The code of the language that is spoken; views that read it are made anew in another.
#[derive(Clone, Copy)]
pub struct Language(RwSignal<&'static str>);

impl Language {
    pub fn new() -> Self {
        Self(RwSignal::new(ENGLISH))
    }

    pub fn code(self) -> &'static str {
        self.0.get()
    }

    /// Speaks the reader's language, or the deck's, which is a code as `de` or `de-AT`.
    pub async fn begin(self, of_deck: &str) {
        let chosen = store::read(KEY);
        self.speak(known(chosen.as_deref().unwrap_or(of_deck))).await;
    }

    /// Speaks the language that comes after this one, and keeps it for the next visit; false if its words did not come.
    pub async fn turn(self) -> bool {
        let at = words::LANGUAGES.iter().position(|code| *code == self.0.get_untracked()).unwrap_or_default();
        let next = words::LANGUAGES[(at + 1) % words::LANGUAGES.len()];
        // A choice that cannot be kept is no loss worth a message: it holds until the page is closed.
        let _ = store::write(KEY, Some(next));
        self.speak(next).await
    }

    async fn speak(self, code: &'static str) -> bool {
        if code == self.0.get_untracked() {
            return true;
        }
        if code == ENGLISH {
            words::speak_english();
        } else {
            let texts =
                texts(code).await.ok().and_then(|texts| texts.dyn_into::<Array>().ok()).unwrap_or_default();
            if !words::speak(texts.iter().filter_map(|text| text.as_string()).collect()) {
                return false;
            }
        }
        if let Some(root) = dom::root() {
            // The document's root always takes its language.
            let _ = root.set_attribute("lang", code);
        }
        self.0.set(code);
        true
    }
}

/// The language of the page that is meant by a code; English where there is none.
fn known(code: &str) -> &'static str {
    let short = code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    words::LANGUAGES.iter().copied().find(|language| *language == short).unwrap_or(ENGLISH)
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn a_code_names_a_language_of_the_page_or_english() {
        assert_eq!(known("de"), "de");
        assert_eq!(known("de-AT"), "de");
        assert_eq!(known("DE_ch"), "de");
        assert_eq!(known("fr"), "en");
        assert_eq!(known(""), "en");
    }
}
