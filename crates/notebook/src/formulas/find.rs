//! What is a formula: `$x$`, `$$x$$`, `\\(x\\)`, `\\[x\\]` and `\begin{align}…\end{align}`, as MathJax finds them.
//!
//! What it is not: a reader of LaTeX. Start reading at [`Source::formulas`]. MathJax takes all between two dollars for a
//! formula; here sums of money are none.

use std::cell::Cell;
use std::ops::Range;

use super::literal::Literals;

/// No formula is longer than that, in bytes.
const LONGEST: usize = 20_000;

/// So many bytes are read in vain until no more formulas are looked for.
const IN_VAIN: usize = 20_000_000;

/// What is longer on a formula's line than that is no list's or quote's sign.
const BESIDE: usize = 200;

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Markdown,
    Html,
    /// Markdown knows a deck's formulas, but for those whose lines look like something else.
    Deck,
}

/// A text in which formulas are looked for.
pub(super) struct Source<'t> {
    text: &'t str,
    sort: Sort,
    literals: &'t Literals,
    /// What is left of [`IN_VAIN`].
    patience: Cell<usize>,
}

/// Where a formula stands, what it says, and whether it has lines of its own.
type Found = (Range<usize>, String, bool);

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str, sort: Sort, literals: &'t Literals) -> Source<'t> {
        Source { text, sort, literals, patience: Cell::new(IN_VAIN) }
    }

    pub(super) fn formulas(&self) -> Vec<Found> {
        let mut formulas = Vec::new();
        let mut at = 0;
        while let Some(start) = self.text[at..].find(['$', '\\']).map(|found| at + found) {
            if let Some(literal) = containing(&self.literals.skipped, start) {
                at = literal.end.max(start + 1);
                continue;
            }
            let known = self.known(start);
            let found = self.formula(start);
            at = match (&found, known) {
                (Some((range, ..)), _) => range.end,
                // A deck's own stay in it.
                (None, Some(range)) => range.end,
                (None, None) => start + self.sign(start),
            };
            formulas.extend(found);
        }
        formulas
    }

    fn known(&self, start: usize) -> Option<Range<usize>> {
        let known = &self.literals.known;
        known.binary_search_by_key(&start, |(at, _)| at.start).ok().map(|index| known[index].0.clone())
    }

    /// How long the sign is that begins no formula; a character behind a backslash begins none either.
    fn sign(&self, start: usize) -> usize {
        let rest = &self.text[start..];
        if rest.starts_with('$') {
            return rest.len() - rest.trim_start_matches('$').len();
        }
        rest.chars().take(2).map(char::len_utf8).sum()
    }

    fn formula(&self, start: usize) -> Option<Found> {
        if self.sort == Sort::Deck {
            return self.display(start).filter(|(at, ..)| self.has_own_lines(at));
        }
        self.display(start)
            .or_else(|| self.inline(start))
            .or_else(|| self.bracketed(start))
            .or_else(|| self.environment(start))
    }

    /// `$$x$$`. Blank lines may be in one that has lines of its own.
    fn display(&self, start: usize) -> Option<Found> {
        let inside = self.text[start..].strip_prefix("$$")?;
        if inside.starts_with('$') {
            return None;
        }
        let end = self.closing(inside, "$$")?;
        let at = start..start + end + 4;
        let is_one = !has_blank_line(&inside[..end]) || self.has_own_lines(&at) && !is_prose(&inside[..end]);
        is_one.then(|| self.found(at, 2, true)).flatten()
    }

    fn inline(&self, start: usize) -> Option<Found> {
        let inside = self.text[start..].strip_prefix('$').filter(|inside| !inside.starts_with('$'))?;
        let end = self.closing(inside, "$")?;
        let (formula, after) = (&inside[..end], &inside[end + 1..]);
        let at = start..start + end + 2;
        let is_known = self.known(start).is_some_and(|known| known == at);
        if has_blank_line(formula) || !is_known && (is_money(formula, after) || after.starts_with('$')) {
            return None;
        }
        self.found(at, 1, false)
    }

    /// `\\(x\\)` and `\\[x\\]`, with two backslashes, as Markdown makes one of them; HTML has one.
    fn bracketed(&self, start: usize) -> Option<Found> {
        let in_html = containing(&self.literals.html, start).is_some();
        let signs = if in_html { ["\\(", "\\)", "\\[", "\\]"] } else { ["\\\\(", "\\\\)", "\\\\[", "\\\\]"] };
        signs.chunks(2).zip([false, true]).find_map(|(signs, is_display)| {
            let (open, close) = (signs[0], signs[1]);
            let inside = self.within(self.text[start..].strip_prefix(open)?);
            let end = self.sought(inside.len(), inside.find(close))?;
            if has_blank_line(&inside[..end]) {
                return None;
            }
            self.found(start..start + open.len() + end + close.len(), open.len(), is_display)
        })
    }

    /// `\begin{name}` to its end.
    fn environment(&self, start: usize) -> Option<Found> {
        let text = self.within(&self.text[start..]);
        let (name, _) = text.strip_prefix("\\begin{")?.split_once('}')?;
        if name.len() > 30 {
            return None;
        }
        let signs = [format!("\\begin{{{name}}}"), format!("\\end{{{name}}}")];
        let mut depth = 0_usize;
        let mut backslashes = text.match_indices('\\').map(|(at, _)| at);
        let end = backslashes.find_map(|at| {
            let [begins, ends] = [0, 1].map(|sign| text[at..].starts_with(&signs[sign]));
            depth = depth + usize::from(begins) - usize::from(ends);
            // Each that begins in it ends in it.
            (ends && depth == 0).then_some(at + signs[1].len())
        });
        let end = self.sought(text.len(), end)?;
        self.found(start..start + end, 0, true)
    }

    /// The formula at a place, without the signs on both sides, which are so long; none if code or the end of an element is
    /// in it.
    fn found(&self, at: Range<usize>, signs: usize, is_display: bool) -> Option<Found> {
        let walls = &self.literals.walls;
        let first = walls.partition_point(|wall| wall.start < at.start);
        if walls.get(first).is_some_and(|wall| wall.start < at.end) {
            return None;
        }
        let inside = &self.text[at.start + signs..at.end - signs];
        let prefix = self.line_before(at.start);
        let quotes = if prefix.trim_start().starts_with('>') { prefix.matches('>').count() } else { 0 };
        let mut lines = inside.lines();
        let first = lines.next().unwrap_or_default();
        let others = lines.map(|line| (0..quotes).fold(line, |line, _| without_quote(line)));
        let latex: Vec<&str> =
            std::iter::once(first).chain(others).filter(|line| !line.trim().is_empty()).collect();
        let latex = latex.join("\n").trim().to_owned();
        (!latex.is_empty()).then_some((at, latex, is_display))
    }

    /// True if a formula of several lines begins and ends with a line.
    fn has_own_lines(&self, at: &Range<usize>) -> bool {
        let (before, after) = (self.line_before(at.start), self.text[at.end..].chars());
        let mut after = after.take(BESIDE).take_while(|character| *character != '\n');
        let is_marker = |sign: char| sign.is_ascii_digit() || " \t>-+*.)".contains(sign);
        self.text[at.clone()].contains('\n')
            && before.chars().all(is_marker)
            && after.all(char::is_whitespace)
    }

    /// What stands before a place on its line.
    fn line_before(&self, place: usize) -> &str {
        let mut start = place.saturating_sub(BESIDE);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        self.text[start..place].rsplit('\n').next().unwrap_or_default()
    }

    /// Where the sign is that ends a formula.
    fn closing(&self, inside: &str, sign: &str) -> Option<usize> {
        let inside = self.within(inside);
        self.sought(inside.len(), closing(inside, sign))
    }

    /// As much of a text as a formula may be long.
    fn within<'a>(&self, text: &'a str) -> &'a str {
        let mut end = text.len().min(LONGEST).min(self.patience.get());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        &text[..end]
    }

    /// What was looked for in so many bytes.
    fn sought<T>(&self, bytes: usize, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.patience.set(self.patience.get().saturating_sub(bytes));
        }
        found
    }
}

/// The range of several in order that a place is in.
fn containing(ranges: &[Range<usize>], place: usize) -> Option<&Range<usize>> {
    ranges[..ranges.partition_point(|range| range.start <= place)].last().filter(|range| place < range.end)
}

/// Where the sign is that ends a formula: in no group, and no backslash before it.
fn closing(inside: &str, sign: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, character) in inside.char_indices() {
        match character {
            _ if is_escaped => {
                is_escaped = false;
                continue;
            }
            '\\' => is_escaped = true,
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '$' if depth == 0 && inside[at..].starts_with(sign) => return Some(at),
            _ => {}
        }
    }
    None
}

fn has_blank_line(text: &str) -> bool {
    let mut lines = text.split('\n').skip(1).peekable();
    while let Some(line) = lines.next() {
        // What is behind the last line's end is no line.
        if lines.peek().is_some() && line.trim_matches([' ', '\t', '\r', '>']).is_empty() {
            return true;
        }
    }
    false
}

/// `5 and ` of “$5 and $6”.
fn is_money(formula: &str, after: &str) -> bool {
    let begins_with_digit = |text: &str| text.trim_start().starts_with(|first: char| first.is_ascii_digit());
    is_prose(formula) || begins_with_digit(formula) && begins_with_digit(after)
}

/// Words without anything that formulas have.
fn is_prose(formula: &str) -> bool {
    let signs: &[char] = if formula.contains('\n') { &['\\'] } else { &['\\', '^', '_', '=', '{', '}'] };
    let shortest = if formula.trim_start().starts_with(|first: char| first.is_ascii_digit()) { 2 } else { 3 };
    let mut words = formula.split(|character: char| !character.is_alphabetic());
    !formula.contains(signs) && words.any(|word| word.chars().count() >= shortest)
}

fn without_quote(line: &str) -> &str {
    let rest = line.trim_start_matches(' ');
    match rest.strip_prefix('>') {
        Some(rest) => rest.strip_prefix(' ').unwrap_or(rest),
        None => line,
    }
}
