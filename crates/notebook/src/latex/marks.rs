//! What the library for formulas has no word for: marks in the text that it is given, which become MathML afterwards.
//!
//! What it is not: a reader of formulas. Start reading at [`around`]. The marks are characters for private use, which an
//! author's formula is cleaned of (see [`without`]).

/// Begins a mark; the character behind it says which.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// Signs that would mean something in the text of a formula.
const SIGNS: [(char, &str); 6] = [
    ('\u{e007}', "_"),
    ('\u{e002}', "%"),
    ('\u{e003}', "{"),
    ('\u{e004}', "}"),
    ('\u{e005}', "\\"),
    ('\u{e006}', "$"),
];

/// Elements around a part of a formula, outermost first.
#[derive(Clone, Copy)]
pub(super) enum Around {
    Phantom,
    PhantomWidth,
    PhantomHeight,
    Smashed,
    WithoutWidth,
    Boxed,
    Cancelled,
    CancelledBack,
    CancelledTwice,
}

const ELEMENTS: [(&str, &str); 9] = [
    ("<mphantom>", "</mphantom>"),
    ("<mpadded height=\"0\" depth=\"0\"><mphantom>", "</mphantom></mpadded>"),
    ("<mpadded width=\"0\"><mphantom>", "</mphantom></mpadded>"),
    ("<mpadded height=\"0\" depth=\"0\">", "</mpadded>"),
    ("<mpadded width=\"0\">", "</mpadded>"),
    ("<mrow class=\"boxed\">", "</mrow>"),
    ("<mrow class=\"cancelled\">", "</mrow>"),
    ("<mrow class=\"cancelled back\">", "</mrow>"),
    ("<mrow class=\"cancelled twice\">", "</mrow>"),
];

/// The part of a formula with marks around it.
pub(super) fn around(around: Around, formula: &str) -> String {
    let kind = char::from(b'a' + around as u8);
    format!("{{\\text{{{OPEN}{kind}}}{formula}\\text{{{CLOSE}{kind}}}}}")
}

/// A sign that is text and nothing else.
pub(super) fn sign(sign: char) -> String {
    let known = SIGNS.iter().find(|(_, text)| text.starts_with(sign));
    known.map_or(sign, |(mark, _)| *mark).to_string()
}

/// The formula without characters that would be taken for marks.
pub(super) fn without(latex: &str) -> String {
    latex.replace(|character| ('\u{e000}'..='\u{e007}').contains(&character), "")
}

/// The MathML with elements and signs in the place of marks.
pub(crate) fn written(mut mathml: String) -> String {
    for (at, (open, close)) in ELEMENTS.iter().enumerate() {
        let kind = char::from(b'a' + at as u8);
        mathml = replaced(&mathml, &format!("{OPEN}{kind}"), open);
        mathml = replaced(&mathml, &format!("{CLOSE}{kind}"), close);
    }
    let mathml = with_spaces_before_scripts(&mathml);
    // The library writes the sign for micro, which is upright.
    let mathml = mathml.replace('\u{b5}', "\u{3bc}");
    SIGNS.iter().fold(mathml, |mathml, (mark, sign)| mathml.replace(*mark, sign))
}

/// Puts an element's tag in the place of the whole `<mtext>` that holds a mark.
fn replaced(mathml: &str, mark: &str, tag: &str) -> String {
    let mut out = String::new();
    let mut rest = mathml;
    while let Some(at) = rest.find(mark) {
        let (before, after) = (&rest[..at], &rest[at + mark.len()..]);
        let start = before.rfind("<mtext").unwrap_or(at);
        out.push_str(&before[..start]);
        out.push_str(tag);
        rest = after.strip_prefix("</mtext>").unwrap_or(after);
    }
    out + rest
}

/// Elements whose children are a base and its scripts, and nothing else.
const SCRIPTS: [&str; 6] = ["munder", "mover", "munderover", "msub", "msup", "msubsup"];

/// The library's own space; `\,` has more digits.
const SPACE: &str = "<mspace width=\"0.1667em\"";

/// The space that the library writes between an operator with scripts and what stands before it, as in `2 \sin^2 x`:
/// inside of them it would be the base, and the operator a script.
fn with_spaces_before_scripts(mathml: &str) -> String {
    let mut out = String::with_capacity(mathml.len());
    let mut rest = mathml;
    while let Some(at) = rest.find(SPACE) {
        out.push_str(&rest[..at]);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let place = start_of_scripts(&out);
        // One that closes itself has no end tag.
        let closed = if rest[..end].ends_with("/>") { "" } else { "</mspace>" };
        let length = closed.len() * usize::from(rest[end..].starts_with(closed));
        out.insert_str(place, &rest[at..end + length]);
        rest = &rest[end + length..];
    }
    out + rest
}

/// Where the tags begin of scripts that have just been opened; the end of the text if it ends otherwise.
fn start_of_scripts(mathml: &str) -> usize {
    let mut place = mathml.len();
    while let Some(start) = mathml[..place].rfind('<').filter(|_| mathml[..place].ends_with('>')) {
        let name = mathml[start + 1..place].split([' ', '>']).next().unwrap_or_default();
        if !SCRIPTS.contains(&name) {
            break;
        }
        place = start;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_space_is_the_base_of_scripts() {
        for (written, moved) in [
            ("<msup>SPACE /><mi>sin</mi>", "SPACE /><msup><mi>sin</mi>"),
            ("<munder><msub>SPACE></mspace><mi>", "SPACE></mspace><munder><msub><mi>"),
            ("<mi>a</mi>SPACE></mspace><msup>", "<mi>a</mi>SPACE></mspace><msup>"),
            ("<mrow>SPACE>", "<mrow>SPACE>"),
            ("SPACE", "SPACE"),
            ("<msup><mspace width=\"0.16666667em\" />", "<msup><mspace width=\"0.16666667em\" />"),
        ] {
            let [written, moved] = [written, moved].map(|text| text.replace("SPACE", SPACE));
            assert_eq!(with_spaces_before_scripts(&written), moved);
        }
    }

    #[test]
    fn marks_become_elements_and_signs() {
        let mathml =
            format!("<mtext>{OPEN}a</mtext><mi>x</mi><mtext>{CLOSE}a</mtext><mtext>5{}</mtext>", sign('%'));
        assert_eq!(written(mathml), "<mphantom><mi>x</mi></mphantom><mtext>5%</mtext>");
        assert_eq!(without("a\u{e000}b"), "ab");
    }
}
