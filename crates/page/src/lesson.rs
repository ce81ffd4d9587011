//! Which lesson the address asks for, and its text.
//!
//! What it is not: Markdown (see `kindling-notebook`). Start reading at [`load`].

use kindling_notebook::{Format, Notebook};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, UrlSearchParams};

const DEFAULT: &str = "straight-line";

/// A lesson that could be opened; `name` is what its edits and files are kept under.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    pub name: String,
    pub notebook: Notebook,
}

/// Fetches and opens the lesson of `?lesson=NAME`, which lies in `lessons/` beside the page.
///
/// # Errors
/// One sentence for the student, when there is no such lesson or it cannot be read.
pub async fn load() -> Result<Lesson, String> {
    let name = asked_for().unwrap_or_else(|| DEFAULT.to_owned());
    let path = path_of(&name).ok_or_else(|| format!("“{name}” is no lesson's name."))?;
    let text =
        fetch(&path).await.map_err(|_| format!("There is no lesson “{name}” here, or no connection."))?;
    let notebook = kindling_notebook::open(&path, &text).map_err(|error| error.to_string())?;
    Ok(Lesson { name, notebook })
}

fn asked_for() -> Option<String> {
    let address = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&address).ok()?.get("lesson")
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
    use super::path_of;

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
