//! Bare addresses as links.
//!
//! What it is not: Markdown's own links. Start reading at [`linked`].

/// Elements whose text stays as it is.
const LITERAL: [&str; 5] = ["a", "code", "pre", "math", "svg"];

/// Sanitised HTML with `https://…` and `www.…` in its text as links.
pub(crate) fn linked(html: &str) -> String {
    if !html.contains("://") && !html.contains("www.") {
        return html.to_owned();
    }
    let mut out = String::new();
    let mut literal = 0_usize;
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let (text, tag) = (&rest[..start], &rest[start..end]);
        out.push_str(&if literal == 0 { links_in(text) } else { text.to_owned() });
        out.push_str(tag);
        let name = tag.trim_start_matches(['<', '/']).split([' ', '>']).next().unwrap_or_default();
        if LITERAL.contains(&name) {
            literal = if tag.starts_with("</") { literal.saturating_sub(1) } else { literal + 1 };
        }
        rest = &rest[end..];
    }
    out.push_str(&if literal == 0 { links_in(rest) } else { rest.to_owned() });
    out
}

fn links_in(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = ["https://", "http://", "www."].iter().filter_map(|start| rest.find(start)).min() {
        let is_word = rest[..at].ends_with(|character: char| character.is_alphanumeric() || character == '/');
        let end = rest[at..].find([' ', '\n', '"', '\'', ')']).map_or(rest.len(), |end| at + end);
        let address = rest[at..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*']);
        out.push_str(&rest[..at]);
        // `www.` alone is no address.
        if is_word || address.len() < "www.a.b".len() {
            out.push_str(address);
        } else {
            let scheme = if address.starts_with("www.") { "https://" } else { "" };
            out.push_str(&format!(
                "<a href=\"{scheme}{address}\" target=\"_blank\" rel=\"noopener noreferrer\">{address}</a>"
            ));
        }
        rest = &rest[at + address.len().max(1)..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::linked;

    #[test]
    fn addresses_are_links_and_code_is_not() {
        let link = |address: &str, text: &str| {
            format!("<a href=\"{address}\" target=\"_blank\" rel=\"noopener noreferrer\">{text}</a>")
        };
        assert_eq!(
            linked("<p>See https://a.org/b_c.</p>"),
            format!("<p>See {}.</p>", link("https://a.org/b_c", "https://a.org/b_c"))
        );
        assert_eq!(linked("www.a.org"), link("https://www.a.org", "www.a.org"));
        for text in
            ["<code>https://a.org</code>", "<a href=\"https://a.org\">https://a.org</a>", "www. a", "plain"]
        {
            assert_eq!(linked(text), text);
        }
    }
}
