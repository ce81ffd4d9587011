//! Colours of formulas: by name, as `#0af`, and by their parts (`\color[rgb]{1,0,0}`).
//!
//! What it is not: names of colours, which the library knows. Start reading at [`Colours`].

use std::collections::BTreeMap;

/// Those that `\definecolor` has named.
#[derive(Default)]
pub(super) struct Colours(BTreeMap<String, String>);

impl Colours {
    pub(super) fn define(&mut self, name: &str, model: &str, value: &str) {
        let colour = of_parts(model, value).unwrap_or_else(|| value.to_owned());
        self.0.insert(name.trim().to_owned(), colour);
    }

    /// The colour in a form that the library reads.
    pub(super) fn named(&self, model: Option<&str>, value: &str) -> String {
        let value = value.trim();
        let of_model = model.and_then(|model| of_parts(model, value));
        of_model.or_else(|| self.0.get(value).cloned()).unwrap_or_else(|| value.to_owned())
    }
}

fn of_parts(model: &str, value: &str) -> Option<String> {
    if model.trim() == "HTML" {
        return Some(format!("#{}", value.trim()));
    }
    let parts: Vec<f64> = value.split(',').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let parts = match (model.trim(), parts.as_slice()) {
        ("rgb", &[red, green, blue]) => [red, green, blue].map(|part| part * 255.0),
        ("RGB", &[red, green, blue]) => [red, green, blue],
        ("gray", &[gray]) => [gray * 255.0; 3],
        ("cmyk", &[cyan, magenta, yellow, black]) => {
            [cyan, magenta, yellow].map(|ink| 255.0 * (1.0 - ink) * (1.0 - black))
        }
        _ => return None,
    };
    let [red, green, blue] = parts.map(|part| part.clamp(0.0, 255.0).round() as u8);
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}
