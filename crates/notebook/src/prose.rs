//! Runs of Markdown between cells and columns, as HTML.
//!
//! What it is not: the slide's structure, which `layout` knows. Start reading at [`Prose`].
//!
//! A cell may stand inside a list or a quote, where HTML cannot be cut. So the open containers are kept:
//! cutting closes them, and what follows opens them again, list items going on as plain paragraphs.

use std::borrow::Cow;
use std::rc::Rc;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd, html};
use pulldown_latex::{Parser, RenderConfig, Storage, config::DisplayMode, push_mathml};

use crate::document::Document;
use crate::image::{Background, Image};
use crate::latex::{self, Macros};
use crate::layout::markdown_options;
use crate::links::linked;
use crate::media::shown_or_linked;
use crate::sanitise::escape;
use crate::shortcodes;
use crate::style::inline;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Opened by the Markdown; written as soon as something follows.
    Waiting,
    Written,
    /// A list item that was cut: its marker has been shown already.
    Cut,
}

/// Collects Markdown events until the next cut.
pub(crate) struct Prose<'a> {
    open: Vec<(Tag<'a>, State)>,
    /// How deep in `open` the lists are whose items appear one by one.
    in_steps: Vec<usize>,
    events: Vec<Event<'a>>,
    image: Option<Image<'a>>,
    backgrounds: Vec<Background>,
    /// A background was the last thing: the end of its line shows nothing.
    after_background: bool,
    document: Rc<Document>,
}

impl<'a> Prose<'a> {
    pub(crate) fn new(document: Rc<Document>) -> Prose<'a> {
        Prose {
            open: Vec::new(),
            in_steps: Vec::new(),
            events: Vec::new(),
            image: None,
            backgrounds: Vec::new(),
            after_background: false,
            document,
        }
    }

    pub(crate) fn push(&mut self, event: Event<'a>) {
        let after_background = std::mem::take(&mut self.after_background);
        match event {
            Event::SoftBreak | Event::HardBreak if after_background => {}
            Event::Text(text) if after_background && text.trim().is_empty() => self.after_background = true,
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let (url, title) = (self.restored(dest_url), self.restored(title));
                self.image = Some(Image { url, title, text: String::new() });
            }
            Event::End(TagEnd::Image) => {
                let Some(image) = self.image.take() else { return };
                match image.background() {
                    Some(background) => {
                        self.backgrounds.push(background);
                        self.after_background = true;
                    }
                    None => self.write(Event::InlineHtml(image.html().into())),
                }
            }
            event if self.image.is_some() => self.push_alternative_text(&event),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.restored(dest_url);
                self.open(Tag::Link { link_type, dest_url, title: self.restored(title), id });
            }
            Event::Start(tag) => self.open(tag),
            Event::End(end) => self.close(end),
            Event::Text(text) if matches!(self.open.last(), Some((Tag::CodeBlock(_), _))) => {
                self.write(Event::Text(self.restored(text)));
            }
            Event::Text(text) => self.push_text(text),
            Event::Code(code) => self.write(Event::Code(self.restored(code))),
            Event::Html(html) => {
                self.write(Event::Html(with_formulas(&html, &self.document).into_owned().into()))
            }
            Event::InlineHtml(html) => {
                self.write(Event::InlineHtml(with_formulas(&html, &self.document).into_owned().into()));
            }
            Event::InlineMath(latex) => self.push_formula(&self.restored(latex), false),
            Event::DisplayMath(latex) => self.push_formula(&self.restored(latex), true),
            Event::FootnoteReference(label) => {
                // Plain text, not a link: its target's id could clash with the page's own.
                let label = escape(&label);
                self.write(Event::InlineHtml(format!("<sup class=\"footnote\">{label}</sup>").into()));
            }
            // The sanitiser takes forms off, and the box with them.
            Event::TaskListMarker(is_done) => {
                self.write(Event::Text(if is_done { "☑ ".into() } else { "☐ ".into() }));
            }
            event => self.write(event),
        }
    }

    /// The list that is opened next appears step by step where slides are shown one at a time.
    pub(crate) fn next_list_in_steps(&mut self) {
        self.in_steps.push(self.open.len());
    }

    /// True if there is nothing to show since the last cut.
    pub(crate) fn is_blank(&self) -> bool {
        self.events.is_empty() && self.backgrounds.is_empty()
    }

    pub(crate) fn take_backgrounds(&mut self) -> Vec<Background> {
        std::mem::take(&mut self.backgrounds)
    }

    /// The HTML since the last cut; `None` if it shows nothing.
    pub(crate) fn cut(&mut self) -> Option<String> {
        for (tag, state) in self.open.iter_mut().rev() {
            if *state == State::Written {
                self.events.push(Event::End(tag.to_end()));
                *state = if matches!(tag, Tag::Item) { State::Cut } else { State::Waiting };
            }
        }
        let mut html = String::new();
        html::push_html(&mut html, self.events.drain(..));
        let html = self.document.clean(&shown_or_linked(&html));
        let html = html.trim();
        (!html.is_empty()).then(|| with_scrolling_tables(&linked(html)))
    }

    fn push_text(&mut self, text: CowStr<'a>) {
        let document = Rc::clone(&self.document);
        let mut start = 0;
        for (at, formula) in document.formulas.marks(&text) {
            if start < at.start {
                self.write(Event::Text(text[start..at.start].to_owned().into()));
            }
            self.push_formula(&formula.latex, formula.is_display);
            start = at.end;
        }
        match start {
            0 => self.write(Event::Text(text)),
            start if start < text.len() => self.write(Event::Text(text[start..].to_owned().into())),
            _ => {}
        }
    }

    fn push_formula(&mut self, latex: &str, is_display: bool) {
        self.write(Event::InlineHtml(math(latex, is_display, &self.document.macros).into()));
    }

    fn restored(&self, text: CowStr<'a>) -> CowStr<'a> {
        let restored = match self.document.formulas.restored(&text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(restored) => Some(restored),
        };
        restored.map_or(text, Into::into)
    }

    fn push_alternative_text(&mut self, event: &Event<'a>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) => {
                image.text.push_str(&self.document.formulas.restored(text));
            }
            Event::SoftBreak | Event::HardBreak => image.text.push(' '),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'a>) {
        self.open.push((tag, State::Waiting));
        // An empty item or table cell is shown too, so items, rows and cells are written at once.
        if matches!(self.open.last(), Some((Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell, _)))
        {
            self.write_open();
        }
    }

    fn close(&mut self, end: TagEnd) {
        if let Some((_, state)) = self.open.pop()
            && state == State::Written
        {
            self.events.push(Event::End(end));
        }
        self.in_steps.retain(|depth| *depth < self.open.len());
        if end == TagEnd::Item
            && let Some((Tag::List(Some(number)), _)) = self.open.last_mut()
        {
            *number += 1;
        }
    }

    fn write(&mut self, event: Event<'a>) {
        self.write_open();
        self.events.push(event);
    }

    /// Opens what is waiting, except a list whose current item was cut.
    fn write_open(&mut self) {
        for index in 0..self.open.len() {
            let item_cut = matches!(self.open.get(index + 1), Some((Tag::Item, State::Cut)));
            let (tag, state) = &mut self.open[index];
            if *state == State::Waiting && !(item_cut && matches!(tag, Tag::List(_))) {
                *state = State::Written;
                self.events.push(match tag {
                    Tag::List(first) if self.in_steps.contains(&index) => {
                        Event::Html(list_in_steps(*first).into())
                    }
                    tag => Event::Start(tag.clone()),
                });
            }
        }
    }
}

/// The tag of a list whose items appear one by one; `first` is its first number.
fn list_in_steps(first: Option<u64>) -> String {
    match first {
        None => "\n<ul class=\"steps\">\n".to_owned(),
        Some(1) => "\n<ol class=\"steps\">\n".to_owned(),
        Some(first) => format!("\n<ol class=\"steps\" start=\"{first}\">\n"),
    }
}

/// Markdown that stands alone, as safe HTML.
pub(crate) fn of_markdown(markdown: &str, document: &Rc<Document>) -> String {
    let marked = document.formulas.marked(markdown);
    of_events(pulldown_cmark::Parser::new_ext(&marked, markdown_options()), document)
}

/// As [`of_markdown`], of a deck: the end of a line is one, and emoji have names.
pub(crate) fn of_deck(markdown: &str, document: &Rc<Document>) -> String {
    let marked = document.formulas.marked(markdown);
    let events = pulldown_cmark::Parser::new_ext(&marked, markdown_options()).map(|event| match event {
        Event::SoftBreak => Event::HardBreak,
        Event::Text(text) => Event::Text(shortcodes::shown(text)),
        event => event,
    });
    of_events(events, document)
}

fn of_events<'a>(events: impl Iterator<Item = Event<'a>>, document: &Rc<Document>) -> String {
    let mut prose = Prose::new(Rc::clone(document));
    events.for_each(|event| prose.push(event));
    prose.cut().unwrap_or_default()
}

/// HTML of an output's, as safe HTML; what may not be shown is linked.
pub(crate) fn of_html(html: &str, document: &Document) -> String {
    let html = inline::by_names(html);
    let html = with_formulas(&document.formulas.marked_in_html(&html), document).into_owned();
    document.clean(&shown_or_linked(&html))
}

/// HTML with formulas in the place of their marks.
fn with_formulas<'t>(html: &'t str, document: &Document) -> Cow<'t, str> {
    document.formulas.replaced(html, |formula| math(&formula.latex, formula.is_display, &document.macros))
}

/// Markdown's text alone.
pub(crate) fn plain(markdown: &str) -> String {
    let pieces =
        pulldown_cmark::Parser::new_ext(markdown, markdown_options()).filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.to_string()),
            Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
            _ => None,
        });
    pieces.collect::<String>().trim().to_owned()
}

/// A wide table scrolls in a box of its own, by keyboard too, so that the page never does.
pub(crate) fn with_scrolling_tables(html: &str) -> String {
    html.replace("<table", "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table")
        .replace("</table>", "</table></div>")
}

/// A formula as MathML; one that cannot be set is shown as it was written, never in part.
fn math(latex: &str, is_display: bool, macros: &Macros) -> String {
    let storage = Storage::new();
    let mut mathml = String::new();
    let display_mode = if is_display { DisplayMode::Block } else { DisplayMode::Inline };
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    let Some(known) = macros.rewritten(latex) else { return as_written(latex) };
    // Definitions alone show nothing.
    if known.trim().is_empty() {
        return String::new();
    }
    // Two passes: the writer would put an error's text into the slide.
    let written = Parser::new(&known, &storage).all(|event| event.is_ok())
        && push_mathml(&mut mathml, Parser::new(&known, &storage), config).is_ok();
    if written { latex::written(mathml) } else { as_written(latex) }
}

fn as_written(latex: &str) -> String {
    format!("<code class=\"math\">{}</code>", escape(latex))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(markdown: &str) -> String {
        of_markdown(markdown, &Rc::new(Document::new("")))
    }

    #[test]
    fn formulas_become_mathml() {
        let inline = html(r"The error is $|\hat y_i - y_i|$.");
        assert!(inline.contains("<math display=\"inline\"") && inline.contains("<msub>"), "{inline}");
        let block = html("$$\\text{MAE} = \\frac{1}{n} \\sum_{i=1}^{n} |y_i - \\hat{y}_i|$$");
        assert!(block.contains("<math display=\"block\"") && block.contains("<mfrac>"), "{block}");
        assert!(block.contains("<munderover>") && block.contains("<mtext>MAE</mtext>"), "{block}");
        assert!(html("$a < b$").contains("&lt;"));
    }

    #[test]
    fn formulas_of_public_files() {
        for latex in [
            r"\boxed{x}",
            r"{a \over b}",
            r"x \tag{1} \label{a}",
            r"\bm{x}",
            r"a \\ b",
            r"a \\",
            r"\ce{H2O -> X}",
            r"\begin{eqnarray} a &=& b \end{eqnarray}",
            r"\begin{align} a &= b \label{x} \\ c \nonumber \end{align}",
            r"\newcommand{\R}{\mathbb{R}} \R^n",
            r"\mathds{1}",
            r"\mbox{a}",
            r"\ensuremath{x}",
            r"\large x",
            r"\mathscr{L}",
            r"\operatorname*{arg\,min}_{\theta \in \Theta} L",
            r"\mathop{\mathbb{E}}_{x}",
            r"\text{50\% of $x_1$, \textit{a\_b} \& \alpha}",
            r"x\ y~z",
            r"\phantom{x} \cancel{x} \boxed{x}",
            r"\xRightarrow[a]{b} \dddot{x} \lang x \rang",
            r"\begin{flalign} a &= b \end{flalign}",
            r"\begin{align} a &= b \\ \intertext{and} c &= d \end{align}",
            r"x &= y",
        ] {
            let html = html(&format!("$$ {latex} $$"));
            assert!(html.contains("<math") && !html.contains("class=\"math\""), "{latex}: {html}");
            assert!(
                !html.contains('\\') && !html.contains("&amp;nbsp"),
                "no part of it is as written: {html}"
            );
        }
        let marked = html(r"$\cancel{x} \phantom{y} \boxed{z} \text{5\%}$");
        for part in [
            "<mrow class=\"cancelled\"><mi>x</mi></mrow>",
            "<mphantom><mi>y</mi></mphantom>",
            "<mrow class=\"boxed\"><mi>z</mi></mrow>",
            "<mtext>5%</mtext>",
        ] {
            assert!(marked.contains(part), "{part}: {marked}");
        }
        let html = html("$\\newcommand{\\R}{\\mathbb{R}}$\n\nand $x \\in \\R$");
        assert!(html.contains('ℝ') && !html.contains("class=\"math\""), "{html}");
    }

    #[test]
    fn a_formula_that_does_not_parse_is_shown_as_written() {
        assert_eq!(html(r"$\frac{1}$"), r#"<p><code class="math">\frac{1}</code></p>"#);
    }

    #[test]
    fn tables_footnotes_and_sizes() {
        assert!(html("| a | b |\n|---|--:|\n| 1 |  |").contains("<td style=\"text-align:right\"></td>"));
        assert!(html("Seed[^1].\n\n[^1]: A number.").contains("<sup class=\"footnote\">1</sup>"));
        let image = html("![A line w:300px](line.svg)");
        assert!(image.contains("alt=\"A line\"") && image.contains("style=\"width:300px\""), "{image}");
        assert_eq!(html("![bg right](a.png)"), "");
    }

    #[test]
    fn each_table_gets_a_box() {
        let boxed = html("| a |\n|---|\n| 1 |\n\ntext\n\n| b |\n|---|\n| 2 |");
        assert_eq!(boxed.matches("<div class=\"scroll\"").count(), 2, "{boxed}");
        assert_eq!(boxed.matches("</table></div>").count(), 2, "{boxed}");
    }

    #[test]
    fn a_list_goes_on_after_a_cut() {
        let mut prose = Prose::new(Rc::new(Document::new("")));
        let mut pieces = Vec::new();
        for event in pulldown_cmark::Parser::new("1. one\n\n   CUT\n\n   more\n2. two") {
            if event == Event::Text("CUT".into()) {
                pieces.extend(prose.cut());
            } else {
                prose.push(event);
            }
        }
        pieces.extend(prose.cut());
        let plain: Vec<String> = pieces.iter().map(|piece| piece.replace('\n', "")).collect();
        assert_eq!(
            plain,
            ["<ol><li><p>one</p></li></ol>", "<p>more</p><ol start=\"2\"><li><p>two</p></li></ol>"]
        );
    }
}
