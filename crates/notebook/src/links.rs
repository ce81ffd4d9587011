//! Bare addresses as links.
//!
//! What it is not: Markdown's own links. Start reading at [`linked`].

/// Elements whose text stays as it is.
const LITERAL: [&str; 5] = ["a", "code", "pre", "math", "svg"];

/// Addresses of mail end in one of these, or in two letters: as Marp tells them from code (`x@w.grad`).
const DOMAINS: &[&str] = &[
    "aero", "asia", "biz", "com", "coop", "edu", "gov", "info", "museum", "name", "net", "org", "pro",
    "shop", "web",
];

/// Sanitised HTML with `https://…`, `ftp://…`, `www.…` and addresses of mail in its text as links.
pub(crate) fn linked(html: &str) -> String {
    if !["://", "www.", "@"].iter().any(|sign| html.contains(sign)) {
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

/// An address in a text.
struct Link<'a> {
    start: usize,
    address: &'a str,
    /// What has to stand before it.
    scheme: &'static str,
}

fn links_in(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(link) = [site(rest), mail(rest)].into_iter().flatten().min_by_key(|link| link.start) {
        let Link { start, address, scheme } = link;
        out.push_str(&rest[..start]);
        out.push_str(&format!(
            "<a href=\"{scheme}{address}\" target=\"_blank\" rel=\"noopener noreferrer\">{address}</a>"
        ));
        rest = &rest[start + address.len()..];
    }
    out.push_str(rest);
    out
}

fn site(text: &str) -> Option<Link<'_>> {
    let starts = ["https://", "http://", "ftp://", "www."];
    let mut starts: Vec<usize> =
        starts.iter().flat_map(|start| text.match_indices(start).map(|(at, _)| at)).collect();
    starts.sort_unstable();
    starts.into_iter().find_map(|start| {
        let is_word =
            text[..start].ends_with(|character: char| character.is_alphanumeric() || character == '/');
        let end = text[start..].find([' ', '\n', '"', '\'', ')']).map_or(text.len(), |end| start + end);
        let address = text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*']);
        let scheme = if address.starts_with("www.") { "https://" } else { "" };
        // `www.` alone is no address.
        let is_address = !is_word && address.len() >= "www.a.b".len();
        is_address.then_some(Link { start, address, scheme })
    })
}

/// `name@example.org`, with `mailto:` before it or not.
fn mail(text: &str) -> Option<Link<'_>> {
    let is_of_name = |character: char| character.is_ascii_alphanumeric() || "._%+-".contains(character);
    let is_of_host = |character: char| character.is_ascii_alphanumeric() || "-.".contains(character);
    text.match_indices('@').find_map(|(at, _)| {
        let name = text[..at].trim_end_matches(is_of_name);
        let is_named = name.len() < at;
        let before = name.strip_suffix("mailto:").unwrap_or(name);
        let host = &text[at + 1..];
        let host = &host[..host.find(|character| !is_of_host(character)).unwrap_or(host.len())];
        let host = host.trim_end_matches(['.', '-']);
        let domain = host.rsplit_once('.').map_or("", |(_, domain)| domain);
        let is_domain = DOMAINS.contains(&domain)
            || domain.len() == 2 && domain.chars().all(|letter| letter.is_ascii_alphabetic());
        let begins = before.is_empty() || before.ends_with([' ', '\n', '(', '"', ';']);
        let address = &text[before.len()..at + 1 + host.len()];
        let scheme = if before.len() < name.len() { "" } else { "mailto:" };
        (is_named && is_domain && begins).then_some(Link { start: before.len(), address, scheme })
    })
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
        for (text, address, shown) in [
            ("ftp://a.org/b", "ftp://a.org/b", "ftp://a.org/b"),
            ("a.b@c-d.org", "mailto:a.b@c-d.org", "a.b@c-d.org"),
            ("mailto:a@b.org", "mailto:a@b.org", "mailto:a@b.org"),
        ] {
            assert_eq!(linked(&format!("({text}), www. x")), format!("({}), www. x", link(address, shown)));
        }
        for text in [
            "<code>https://a.org</code>",
            "<a href=\"https://a.org\">https://a.org</a>",
            "www. a",
            "plain",
            "x@w.grad",
            "A@B.T",
            "@a.org",
            "torch@2.1.0",
        ] {
            assert_eq!(linked(text), text);
        }
    }
}
