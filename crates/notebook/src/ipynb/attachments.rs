//! Pictures that a text cell carries with it: `attachment:NAME` in its Markdown.
//!
//! What it is not: their keeping; they stay among the cell's fields. Start reading at [`Attachments`].

use serde_json::Value;

use crate::model::Fields;
use crate::shown::svg_address;

/// Addresses as the text has them, and the pictures as addresses that hold them.
#[derive(Default)]
pub(crate) struct Attachments(Vec<(String, String)>);

impl Attachments {
    pub(crate) fn of(fields: &Fields) -> Attachments {
        let files = fields.get("attachments").and_then(Value::as_object).into_iter().flatten();
        let found = files.filter_map(|(name, bundle)| {
            let (mime, content) = bundle.as_object()?.iter().find(|(mime, _)| mime.starts_with("image/"))?;
            let content = content.as_str()?;
            let address = if mime == "image/svg+xml" {
                svg_address(content)
            } else {
                format!("data:{mime};base64,{}", content.split_whitespace().collect::<String>())
            };
            Some((format!("attachment:{name}"), address))
        });
        Attachments(found.collect())
    }

    /// The picture behind an address; names may be written with `%20` for a space.
    pub(crate) fn picture(&self, address: &str) -> Option<&str> {
        let plain = address.replace("%20", " ");
        self.0.iter().find(|(name, _)| *name == plain).map(|(_, picture)| picture.as_str())
    }

    /// HTML with the pictures in the place of their addresses.
    pub(crate) fn filled(&self, html: &str) -> String {
        self.0.iter().fold(html.to_owned(), |html, (name, picture)| html.replace(name, picture))
    }
}
