//! Which lesson the address asks for, and what is in it.
//!
//! What it is not: Markdown (see `kindling-notebook`). A lesson is opened when the page is built; one that was put beside
//! the page later is opened here, by a module that comes for it (`kindling-opener`). Start reading at [`load`].

use super::store::Shelf;
use super::{kernel, large};
use crate::words;
use kindling_notebook::{Format, Notebook};
use leptos::prelude::document;
use serde_json::Value;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, UrlSearchParams};

/// Where `index.html` shows the first slides of the lesson that no address asks for.
const FIRST_SLIDES: &str = "first-slides";

/// A notebook of one slide, on which nothing is.
const EMPTY: &str = r#"{"slides":[{}]}"#;

/// A lesson that could be opened; `name` is what its edits and files are kept under.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    pub name: String,
    pub notebook: Notebook,
    /// What the notebook was read from.
    pub json: Arc<str>,
}

#[wasm_bindgen]
extern "C" {
    /// The text of a lesson as JSON; of `www/early.js`, which fetches the opener.
    #[wasm_bindgen(js_name = kindlingOpen, catch)]
    async fn open(path: &str, text: &str) -> Result<JsValue, JsValue>;

    /// Makes what the address holds a notebook of the reader's own, and goes there; of `www/share.js`.
    #[wasm_bindgen(js_name = kindlingTake, catch)]
    async fn take() -> Result<JsValue, JsValue>;

    /// Makes a file, an address or a text a notebook of the reader's own, and goes there; of `www/open.js`. Its errors say
    /// in words what is wrong.
    #[wasm_bindgen(js_name = kindlingBring, catch)]
    pub async fn bring(how: &str, what: &JsValue) -> Result<JsValue, JsValue>;
}

/// Fetches the lesson of `?lesson=NAME`, which lies in `lessons/` beside the page.
///
/// # Errors
/// One sentence for the student, when there is no such lesson or it cannot be read.
pub async fn load() -> Result<Lesson, String> {
    if location().is_some_and(|location| location.hash().is_ok_and(|hash| hash.starts_with("#share="))) {
        return match take().await {
            // The page goes there.
            Ok(_) => std::future::pending().await,
            Err(_) => Err(words::link_is_damaged().to_owned()),
        };
    }
    if let Some(address) = asked_for("open") {
        return match bring("fromAddress", &address.into()).await {
            // The page goes there.
            Ok(_) => std::future::pending().await,
            Err(error) => Err(words(&error)),
        };
    }
    match asked_for("own") {
        Some(name) => own(name).await,
        None => lesson(asked_for("lesson").or_else(first).unwrap_or_default()).await,
    }
}

/// A notebook of the student's own: empty but for what they have done, or made of a lesson.
async fn own(name: String) -> Result<Lesson, String> {
    let own = Shelf::of(&name).own().and_then(|own| serde_json::from_str::<Value>(&own).ok());
    let own = own.ok_or_else(words::notebook_is_elsewhere)?;
    let title = own["title"].as_str().unwrap_or(words::untitled_notebook());
    let mut opened = match (own["file"].as_str(), own["of"].as_str()) {
        (Some(file), _) => brought(file).await?,
        (None, Some(of)) => lesson(of.to_owned()).await?,
        (None, None) => read("", EMPTY).map_err(|error| error.to_string())?,
    };
    title.clone_into(&mut opened.notebook.title);
    let mut json: Value = serde_json::from_str(&opened.json).map_err(|error| error.to_string())?;
    json["title"] = title.into();
    Ok(Lesson { name, notebook: opened.notebook, json: json.to_string().into() })
}

/// What a file was that the reader brought.
async fn brought(name: &str) -> Result<Lesson, String> {
    let file = large::document(name).await;
    let (path, text) = file.ok_or_else(words::notebook_file_is_gone)?;
    reread(name, &path, &text).await
}

async fn lesson(name: String) -> Result<Lesson, String> {
    let path = path_of(&name).ok_or_else(|| words::no_lesson_name(&name))?;
    let built = fetch(&format!("{path}.json")).await.ok().and_then(|json| read(&name, &json).ok());
    match built {
        Some(lesson) => Ok(lesson),
        None => opened(&name, &path).await,
    }
}

/// A lesson that was not there when the page was built.
async fn opened(name: &str, path: &str) -> Result<Lesson, String> {
    let text = fetch(path).await.map_err(|_| words::no_such_lesson(name))?;
    reread(name, path, &text).await
}

async fn reread(name: &str, path: &str, text: &str) -> Result<Lesson, String> {
    match open(path, text).await {
        Ok(json) => read(name, &json.as_string().unwrap_or_default()).map_err(|error| error.to_string()),
        Err(reason) => Err(reason.as_string().unwrap_or_else(|| words::lesson_opener_missing().to_owned())),
    }
}

/// What went wrong with what was brought.
pub fn words(error: &JsValue) -> String {
    let words = kernel::words(error);
    if words.is_empty() { words::could_not_be_opened().to_owned() } else { words }
}

fn read(name: &str, json: &str) -> serde_json::Result<Lesson> {
    Ok(Lesson { name: name.to_owned(), notebook: serde_json::from_str(json)?, json: json.into() })
}

/// The name of the lesson that the page begins with.
fn first() -> Option<String> {
    let lesson = document().get_element_by_id(FIRST_SLIDES)?.get_attribute("data-lesson")?;
    Some(lesson.strip_suffix(".md").map(str::to_owned).unwrap_or(lesson))
}

fn asked_for(what: &str) -> Option<String> {
    let address = location()?.search().ok()?;
    UrlSearchParams::new_with_str(&address).ok()?.get(what)
}

fn location() -> Option<web_sys::Location> {
    Some(web_sys::window()?.location())
}

/// A name is one file in `lessons/`, never a way out of it.
fn path_of(name: &str) -> Option<String> {
    let plain = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
    if name.is_empty() || name.starts_with('.') || !name.chars().all(plain) {
        return None;
    }
    let extension = if Format::of(name).is_some() { "" } else { ".md" };
    Some(format!("lessons/{name}{extension}"))
}

async fn fetch(path: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(path)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}

#[cfg(test)]
mod tests {
    use super::{EMPTY, path_of, read};

    #[test]
    fn an_empty_notebook_has_a_slide_for_the_first_cell() {
        let empty = read("own-1", EMPTY).expect("well formed").notebook;
        assert_eq!((empty.slides.len(), empty.cells.len()), (1, 0));
    }

    #[test]
    fn a_lesson_lies_in_its_folder() {
        assert_eq!(path_of("straight-line").as_deref(), Some("lessons/straight-line.md"));
        assert_eq!(path_of("moons.ipynb").as_deref(), Some("lessons/moons.ipynb"));
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for name in ["", ".", "../secret", "a/b", "https://example.org/deck.md", "a\\b", "%2e%2e"] {
            assert_eq!(path_of(name), None, "{name}");
        }
    }
}
