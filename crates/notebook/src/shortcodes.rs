//! `:smile:` as Marp shows it.
//!
//! What it is not: for notebooks; Jupyter leaves them. Start reading at [`shown`].

use pulldown_cmark::CowStr;

/// The text with the names of emoji replaced by them.
pub(crate) fn shown(text: CowStr<'_>) -> CowStr<'_> {
    if text.matches(':').count() < 2 {
        return text;
    }
    let mut out = String::new();
    let mut rest = &*text;
    while let Some(at) = rest.find(':') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let emoji = after.find(':').and_then(|end| Some((emojis::get_by_shortcode(&after[..end])?, end)));
        match emoji {
            Some((emoji, end)) => {
                out.push_str(emoji.as_str());
                rest = &after[end + 1..];
            }
            None => {
                out.push(':');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn names_become_emoji() {
        for (text, emoji) in [
            (":smile: and :+1:", "😄 and 👍"),
            ("a: b: c", "a: b: c"),
            ("x[1:2:3]", "x[1:2:3]"),
            ("::smile:", ":😄"),
        ] {
            assert_eq!(&*shown(text.into()), emoji);
        }
    }
}
