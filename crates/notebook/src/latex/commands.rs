//! Commands and environments in those that pulldown-latex knows.
//!
//! What it is not: macros, which are gone by now (see [`super::Macros::rewritten`]). Start reading at [`Macros::set`].

use super::marks::{Around, around};
use super::text::{self, Piece};
use super::tokens::{argument, optional, skip_star};
use super::{Macros, chemistry, columns};

/// Commands that change nothing that is shown here.
const DROPPED: &[&str] = &[
    "\\nonumber",
    "\\notag",
    "\\hfill",
    "\\hfil",
    "\\tiny",
    "\\scriptsize",
    "\\footnotesize",
    "\\small",
    "\\normalsize",
    "\\large",
    "\\Large",
    "\\LARGE",
    "\\huge",
    "\\Huge",
    "\\allowbreak",
    "\\nobreak",
    "\\noindent",
    "\\null",
    "\\smallskip",
    "\\medskip",
    "\\bigskip",
    "\\par",
    "\\centering",
    "\\displaylimits",
    "\\protect",
];

/// The same, with an argument.
const DROPPED_WITH_ARGUMENT: &[&str] = &["\\vspace", "\\require", "\\label", "\\cline", "\\cmidrule"];

/// Commands whose last argument is shown as if it stood alone, and how many come before it.
const BARE: &[(&str, usize)] = &[
    ("\\ensuremath", 0),
    ("\\mathllap", 0),
    ("\\mathclap", 0),
    ("\\llap", 0),
    ("\\clap", 0),
    ("\\href", 1),
    ("\\class", 1),
    ("\\cssId", 1),
    ("\\style", 1),
    ("\\htmlClass", 1),
    ("\\htmlId", 1),
    ("\\htmlStyle", 1),
    ("\\htmlData", 1),
    ("\\multicolumn", 2),
    ("\\multirow", 2),
];

/// Commands with one argument that something is done to.
const AROUND: &[(&str, Around)] = &[
    ("\\phantom", Around::Phantom),
    ("\\hphantom", Around::PhantomWidth),
    ("\\vphantom", Around::PhantomHeight),
    ("\\smash", Around::Smashed),
    ("\\rlap", Around::WithoutWidth),
    ("\\mathrlap", Around::WithoutWidth),
    ("\\boxed", Around::Boxed),
    ("\\cancel", Around::Cancelled),
    ("\\bcancel", Around::CancelledBack),
    ("\\xcancel", Around::CancelledTwice),
];

/// Commands whose argument is text, and the one of them that is known.
const TEXTS: &[(&str, &str)] = &[
    ("\\text", "\\text"),
    ("\\mbox", "\\text"),
    ("\\hbox", "\\text"),
    ("\\textnormal", "\\text"),
    ("\\textup", "\\text"),
    ("\\textmd", "\\text"),
    ("\\textsc", "\\text"),
    ("\\url", "\\texttt"),
    ("\\textrm", "\\textrm"),
    ("\\textbf", "\\textbf"),
    ("\\textit", "\\textit"),
    ("\\emph", "\\textit"),
    ("\\textsl", "\\textit"),
    ("\\texttt", "\\texttt"),
    ("\\textsf", "\\textsf"),
];

/// Environments by the names that are known; an empty one leaves what is inside.
const ENVIRONMENTS: &[(&str, &str)] = &[
    ("eqnarray", "align*"),
    ("eqnarray*", "align*"),
    ("flalign", "align*"),
    ("flalign*", "align*"),
    ("IEEEeqnarray", "align*"),
    ("multline*", "multline"),
    ("math", ""),
    ("displaymath", ""),
    ("subequations", ""),
    ("center", ""),
    ("tabular", "array"),
    ("NiceMatrix", "matrix"),
    ("pNiceMatrix", "pmatrix"),
    ("bNiceMatrix", "bmatrix"),
    ("vNiceMatrix", "vmatrix"),
    ("NiceArray", "array"),
];

/// Commands of plain TeX whose argument has cells and lines.
const TABLES: &[(&str, &str)] = &[
    ("\\matrix", "matrix"),
    ("\\pmatrix", "pmatrix"),
    ("\\bmatrix", "bmatrix"),
    ("\\cases", "cases"),
    ("\\eqalign", "aligned"),
    ("\\displaylines", "gathered"),
    ("\\substack", ""),
];

fn found<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

impl Macros {
    /// A group's tokens in known commands.
    pub(super) fn set(&self, tokens: &[String]) -> String {
        if let Some(fraction) = self.infix(tokens) {
            return fraction;
        }
        let mut out = String::new();
        let mut at = 0;
        while at < tokens.len() {
            let token = tokens[at].as_str();
            at += 1;
            let text = self.command(token, tokens, &mut at);
            let ends_in_name = out.rfind('\\').is_some_and(|slash| {
                slash + 1 < out.len() && out[slash + 1..].chars().all(|letter| letter.is_ascii_alphabetic())
            });
            if ends_in_name && text.starts_with(|first: char| first.is_alphanumeric()) {
                out.push(' ');
            }
            out.push_str(&text);
        }
        out
    }

    fn command(&self, token: &str, tokens: &[String], at: &mut usize) -> String {
        if DROPPED.contains(&token) {
            return String::new();
        }
        if DROPPED_WITH_ARGUMENT.contains(&token) {
            skip_star(tokens, at);
            argument(tokens, at);
            return String::new();
        }
        if let Some(known) = found(TEXTS, token) {
            return self.text(known, &argument(tokens, at).unwrap_or_default());
        }
        if let Some(element) = found(AROUND, token) {
            let _ = optional(tokens, at);
            return around(element, &self.next(tokens, at));
        }
        if let Some(skipped) = found(BARE, token) {
            (0..skipped).for_each(|_| drop(argument(tokens, at)));
            return format!("{{{}}}", self.next(tokens, at));
        }
        let is_group =
            tokens[*at..].iter().find(|token| !token.trim().is_empty()).is_some_and(|next| next == "{");
        if let Some(environment) = found(TABLES, token).filter(|name| is_group && !name.is_empty()) {
            return format!("\\begin{{{environment}}}{}\\end{{{environment}}}", self.next(tokens, at));
        }
        self.single(token, tokens, at)
    }

    /// The next argument, in known commands.
    fn next(&self, tokens: &[String], at: &mut usize) -> String {
        self.set(&argument(tokens, at).unwrap_or_default())
    }

    /// Commands that are like no other.
    fn single(&self, token: &str, tokens: &[String], at: &mut usize) -> String {
        let mut next = || argument(tokens, at).unwrap_or_default();
        match token {
            "{" => {
                *at -= 1;
                format!("{{{}}}", self.next(tokens, at))
            }
            "\\begin" | "\\end" => environment(token, tokens, at),
            "\\fbox" => around(Around::Boxed, &self.text("\\text", &next())),
            "\\bbox" | "\\enclose" => {
                let how = if token == "\\bbox" { optional(tokens, at) } else { argument(tokens, at) };
                let inside = self.next(tokens, at);
                match how.unwrap_or_default().concat() {
                    how if how.contains("strike") => around(Around::Cancelled, &inside),
                    how if token == "\\bbox" && !how.contains("border") => format!("{{{inside}}}"),
                    _ => around(Around::Boxed, &inside),
                }
            }
            "\\cancelto" => {
                let to = self.set(&next());
                format!("{{{}}}^{{{to}}}", around(Around::Cancelled, &self.next(tokens, at)))
            }
            "\\tag" => {
                let has_star = skip_star(tokens, at);
                let tag = self.text("\\text", &argument(tokens, at).unwrap_or_default());
                if has_star { format!("\\qquad{tag}") } else { format!("\\qquad\\text{{(}}{tag}\\text{{)}}") }
            }
            "\\ref" | "\\eqref" => {
                let label = next().concat();
                let tag = self.tags.borrow().get(&label).cloned().unwrap_or(label);
                if token == "\\ref" { format!("\\text{{{tag}}}") } else { format!("\\text{{({tag})}}") }
            }
            "\\ce" => format!("{{{}}}", chemistry::formula(&next().concat())),
            "\\colorbox" | "\\fcolorbox" => {
                let count = if token == "\\colorbox" { 1 } else { 2 };
                let colours: String =
                    (0..count).map(|_| format!("{{{}}}", self.colour(tokens, at))).collect();
                let inside = argument(tokens, at).unwrap_or_default();
                match text::pieces(&inside).as_slice() {
                    [Piece::Text(text)] => format!("{token}{colours}{{{text}}}"),
                    // The library has no colour behind formulas.
                    _ => around(Around::Boxed, &self.text("\\text", &inside)),
                }
            }
            "\\color" | "\\textcolor" => {
                let colour = self.colour(tokens, at);
                format!("{token}{{{colour}}}")
            }
            "\\setlength" | "\\addtocounter" | "\\setcounter" => {
                next();
                next();
                String::new()
            }
            "\\genfrac" => self.fraction_between(tokens, at),
            "\\mspace" => format!("\\mkern{} ", next().concat()),
            "\\hspace" => {
                skip_star(tokens, at);
                format!("\\hspace{{{}}}", argument(tokens, at).unwrap_or_default().concat())
            }
            "\\rule" => {
                let _ = optional(tokens, at);
                (0..2).for_each(|_| drop(argument(tokens, at)));
                "\\text{—}".to_owned()
            }
            "\\intertext" | "\\shortintertext" => format!("{}\\\\", self.text("\\text", &next())),
            "\\raisebox" => {
                next();
                self.text("\\text", &argument(tokens, at).unwrap_or_default())
            }
            "\\operatorname" => {
                let has_star = skip_star(tokens, at);
                self.operator(has_star, tokens, at)
            }
            "\\mathop" => self.operator(true, tokens, at),
            "~" | "\\ " | "\\nobreakspace" => "\\hspace{0.333em}".to_owned(),
            "\\sideset" => {
                let (left, right) = (self.set(&next()), self.set(&next()));
                let operator = argument(tokens, at).unwrap_or_default();
                format!("{{}}{left}{}\\nolimits{right}", self.set(&operator))
            }
            "\\unicode" => {
                let number = next().concat();
                let number = match number.strip_prefix('x') {
                    Some(digits) => u32::from_str_radix(digits, 16).ok(),
                    None => number.parse().ok(),
                };
                number.and_then(char::from_u32).map_or_else(|| token.to_owned(), String::from)
            }
            "\\root" => match tokens[*at..].iter().position(|token| token == "\\of") {
                Some(length) => {
                    let index = self.set(&tokens[*at..*at + length]);
                    *at += length + 1;
                    format!("\\sqrt[{}]{{{}}}", index.trim(), self.next(tokens, at))
                }
                None => token.to_owned(),
            },
            "\\buildrel" => match tokens[*at..].iter().position(|token| token == "\\over") {
                Some(length) => {
                    let over = self.set(&tokens[*at..*at + length]);
                    *at += length + 1;
                    format!("\\overset{{{over}}}{{{}}}", self.next(tokens, at))
                }
                None => token.to_owned(),
            },
            "\\left" | "\\right" | "\\middle" => delimiter(token, tokens, at),
            size if size.starts_with("\\big") || size.starts_with("\\Big") => delimiter(size, tokens, at),
            "#" => "\\#".to_owned(),
            other => other.to_owned(),
        }
    }

    fn colour(&self, tokens: &[String], at: &mut usize) -> String {
        let model = optional(tokens, at).map(|model| model.concat());
        let value = argument(tokens, at).unwrap_or_default().concat();
        self.colours.borrow().named(model.as_deref(), &value)
    }

    /// Text with the formulas that are in it.
    fn text(&self, command: &str, tokens: &[String]) -> String {
        let pieces = text::pieces(tokens).into_iter().map(|piece| match piece {
            Piece::Text(text) => format!("{command}{{{text}}}"),
            Piece::Formula(tokens) => self.set(&tokens),
        });
        let pieces: Vec<String> = pieces.collect();
        if pieces.len() == 1 { pieces.concat() } else { format!("{{{}}}", pieces.concat()) }
    }

    /// `\genfrac{(}{)}{0pt}{}{n}{k}`, whose brackets the library does not read.
    fn fraction_between(&self, tokens: &[String], at: &mut usize) -> String {
        let mut next = || argument(tokens, at).unwrap_or_default();
        let (left, right) = (next().concat(), next().concat());
        let (thickness, style) = (next().concat(), next().concat());
        let (above, below) = (self.set(&next()), self.set(&next()));
        let fraction = format!("\\genfrac{{}}{{}}{{{thickness}}}{{{style}}}{{{above}}}{{{below}}}");
        if left.is_empty() && right.is_empty() {
            return fraction;
        }
        let or_none = |sign: String| if sign.is_empty() { ".".to_owned() } else { sign };
        format!("\\left{}{fraction}\\right{}", or_none(left), or_none(right))
    }

    /// `a \over b`, `n \choose k` and their kin in a group of their own.
    fn infix(&self, tokens: &[String]) -> Option<String> {
        let mut depth = 0_usize;
        let at = tokens.iter().position(|token| {
            match token.as_str() {
                "{" | "\\begin" => depth += 1,
                "}" | "\\end" => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && matches!(token.as_str(), "\\over" | "\\choose" | "\\atop" | "\\brack" | "\\brace")
        })?;
        if tokens.iter().any(|token| token == "\\buildrel") {
            return None;
        }
        let (above, below) = (self.set(&tokens[..at]), self.set(&tokens[at + 1..]));
        let stacked = format!("\\genfrac{{}}{{}}{{0pt}}{{}}{{{above}}}{{{below}}}");
        Some(match tokens[at].as_str() {
            "\\over" => format!("\\frac{{{above}}}{{{below}}}"),
            "\\choose" => format!("\\binom{{{above}}}{{{below}}}"),
            "\\brack" => format!("\\left[{stacked}\\right]"),
            "\\brace" => format!("\\left\\{{{stacked}\\right\\}}"),
            _ => stacked,
        })
    }
}

/// The name of an environment, with the columns of an array as the library reads them.
fn environment(token: &str, tokens: &[String], at: &mut usize) -> String {
    let name = argument(tokens, at).unwrap_or_default().concat();
    let known = found(ENVIRONMENTS, &name).unwrap_or(&name);
    let takes_columns =
        matches!(name.as_str(), "array" | "darray" | "tabular" | "NiceArray" | "IEEEeqnarray");
    let mut columns = String::new();
    if token == "\\begin" && takes_columns {
        let _ = optional(tokens, at);
        columns = columns::given(tokens, at);
    }
    if token == "\\begin" && !takes_columns && !name.contains('*') {
        skip_alignment(tokens, at);
    }
    match known {
        "" => String::new(),
        "array" | "darray" => format!(
            "{token}{{{known}}}{}",
            if columns.is_empty() { columns } else { format!("{{{columns}}}") }
        ),
        _ => format!("{token}{{{known}}}"),
    }
}

/// `\begin{aligned}[t]` and `\begin{bmatrix}[c|c]`: how it stands among others, and its columns' alignment.
fn skip_alignment(tokens: &[String], at: &mut usize) {
    let mut end = *at;
    let is_letter = |token: &String| matches!(token.as_str(), "l" | "c" | "r" | "t" | "b" | "|" | ":" | " ");
    if optional(tokens, &mut end).is_some_and(|inside| inside.iter().all(is_letter)) {
        *at = end;
    }
}

/// `\left<` and `\big.` with a sign that the library knows.
fn delimiter(token: &str, tokens: &[String], at: &mut usize) -> String {
    let place = tokens[*at..].iter().position(|token| !token.trim().is_empty());
    let Some(place) = place.map(|place| *at + place) else { return token.to_owned() };
    let known = match tokens[place].as_str() {
        "<" => "\\langle ",
        ">" => "\\rangle ",
        // What is of a size and nothing.
        "." if !matches!(token, "\\left" | "\\right") => "",
        _ => return token.to_owned(),
    };
    *at = place + 1;
    if known.is_empty() { String::new() } else { format!("{token}{known}") }
}
