use super::Formulas;

/// The text with `⟨…⟩` around inline formulas and `⟪…⟫` around others.
fn shown(formulas: &Formulas, marked: &str) -> String {
    let around = |formula: &super::Formula| {
        let (open, close) = if formula.is_display { ('⟪', '⟫') } else { ('⟨', '⟩') };
        format!("{open}{}{close}", formula.latex)
    };
    formulas.replaced(marked, around).into_owned()
}

fn markdown(text: &str) -> String {
    let formulas = Formulas::default();
    let marked = formulas.marked(text);
    assert_eq!(formulas.restored(&marked), text);
    shown(&formulas, &marked)
}

#[test]
fn formulas_as_jupyter_knows_them() {
    for (text, formulas) in [
        ("Let $ x^2 $ be.", "Let ⟨x^2⟩ be."),
        ("$x $, $ x$ and $W=W-\\alpha{\\delta}W $.", "⟨x⟩, ⟨x⟩ and ⟨W=W-\\alpha{\\delta}W⟩."),
        (
            "a\n\\begin{align}\nx &= 1\n\ny\n\\end{align}\nb",
            "a\n⟪\\begin{align}\nx &= 1\ny\n\\end{align}⟫\nb",
        ),
        (
            "\\begin{bmatrix}\\begin{bmatrix}1\\end{bmatrix}\\end{bmatrix}",
            "⟪\\begin{bmatrix}\\begin{bmatrix}1\\end{bmatrix}\\end{bmatrix}⟫",
        ),
        ("`$ x $` and $ y $", "`$ x $` and ⟨y⟩"),
        (
            "[$x$](a$b$c) ![$y$](<$d$> \"$e$\") <https://example.org/$x$>",
            "[⟨x⟩](a$b$c) ![⟨y⟩](<$d$> \"$e$\") <https://example.org/$x$>",
        ),
        ("```\n$ ls $\n```\n", "```\n$ ls $\n```\n"),
        (r"Let \\( x_1 \\) be \\[y\\].", "Let ⟨x_1⟩ be ⟪y⟫."),
        (r"\(x\) `\\(y\\)` \\(", r"\(x\) `\\(y\\)` \\("),
        ("\\$ 5 and \\$ 6", "\\$ 5 and \\$ 6"),
        ("$$\n\\begin{aligned}\nx\n\\end{aligned}\n$$", "⟪\\begin{aligned}\nx\n\\end{aligned}⟫"),
        ("$\\text{costs $5$}$", "⟨\\text{costs $5$}⟩"),
        ("> $$\n> a\n> =\n> b\n> $$\n", "> ⟪a\n=\nb⟫\n"),
    ] {
        assert_eq!(markdown(text), formulas, "{text}");
    }
}

#[test]
fn what_looks_like_markdown_in_a_formula_is_none() {
    for line in ["=", "- b", "+ b", "# b", "1. b", "> b", "b\n\nc", "| b |", "    b"] {
        let latex = format!("a\n{line}\nd").replace("\n\n", "\n");
        assert_eq!(markdown(&format!("x\n\n$$\na\n{line}\nd\n$$\n\ny")), format!("x\n\n⟪{latex}⟫\n\ny"));
    }
    assert_eq!(markdown("$J =\n- \\frac{1}{m} y$"), "⟨J =\n- \\frac{1}{m} y⟩");
    assert_eq!(markdown("| $|x|$ | b |\n|---|---|\n"), "| ⟨|x|⟩ | b |\n|---|---|\n");
}

#[test]
fn sums_of_money_are_no_formulas() {
    for text in [
        "It costs $ 5 or 6$.",
        "It costs $5 and $ 6.",
        "from $5 to $10, or $ 7",
        "- US$ price = 5\n- CA$ price = 6",
        "| cost $5 | cost $ 6 |",
        "$$ - cheap\n\n$$$ - dear",
        "<td>$5</td><td>$6</td>",
    ] {
        assert_eq!(markdown(text), text);
    }
}

#[test]
fn text_in_html_is_looked_through_and_tags_are_not() {
    for (text, formulas) in [
        ("<div>$x$ and $$y$$</div>", "<div>⟨x⟩ and ⟪y⟫</div>"),
        ("<td>$|x|$</td>", "<td>⟨|x|⟩</td>"),
        ("<img alt=\"$x$\"> $y$", "<img alt=\"$x$\"> ⟨y⟩"),
        ("<!-- $x$ --> $y$", "<!-- $x$ --> ⟨y⟩"),
        ("<div><pre>$x$</pre> <code>$y$</code></div>", "<div><pre>$x$</pre> <code>$y$</code></div>"),
        ("a <code>$y$</code> b", "a <code>$y$</code> b"),
        ("<p>\\(x\\) and \\[y\\]</p>", "<p>⟨x⟩ and ⟪y⟫</p>"),
    ] {
        assert_eq!(markdown(text), formulas);
        let of_html = Formulas::default();
        assert_eq!(shown(&of_html, &of_html.marked_in_html(text)), formulas);
    }
}

#[test]
fn a_decks_marks_are_as_long_as_its_formulas() {
    let formulas = Formulas::default();
    let deck =
        "$x$ costs $5\n\n$$\na\n=\nb\n$$\n\n---\n\n$$ a\n- b $$ c\n\n`$$\na\n$$`\n\n<div>\n$$\na\n$$\n</div>";
    let marked = formulas.marked_in_place(deck);
    assert_eq!(marked.len(), deck.len());
    assert_eq!(shown(&formulas, &marked), deck.replace("$$\na\n=\nb\n$$", "⟪a\n=\nb⟫"));
    assert_eq!(formulas.restored(&marked), deck);
}

/// Each sign may be the beginning of a formula that does not end.
#[test]
fn no_text_takes_long() {
    for text in ["$${", "${", "\\begin{a}", "\\\\(", "$ $a", "<$", "`$", "<code>$", "<!--$", "$$\n"] {
        let begin = std::time::Instant::now();
        Formulas::default().marked_in_html(&text.repeat(500_000 / text.len()));
        assert!(begin.elapsed().as_secs() < 20, "{text}: {:?}", begin.elapsed());
    }
}

#[test]
fn no_text_is_too_odd() {
    for text in [
        "$",
        "$$",
        "$$$$",
        "\\",
        "\\begin{",
        "\\begin{}\\end{}",
        "\\\\(\\\\)",
        "$é",
        "é$\\",
        "<",
        "$<",
        "<pre",
    ] {
        for text in [text.to_owned(), format!("{text} $x$"), text.repeat(3000)] {
            markdown(&text);
            let formulas = Formulas::default();
            formulas.restored(&formulas.marked_in_html(&text));
            assert_eq!(formulas.restored(&formulas.marked_in_place(&text)), text);
        }
    }
}
