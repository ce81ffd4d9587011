//! Commands of LaTeX's packages and of KaTeX by what they stand for, in commands that are known. An author's own
//! definitions of the same names come before them.
//!
//! What it is not: commands whose arguments are no formulas (see `commands`). Start reading at [`of`].

/// A command's body, how many arguments it takes, and the first of them where it may be left out.
pub(super) struct Standard {
    pub(super) parameters: usize,
    pub(super) default: Option<&'static str>,
    pub(super) body: &'static str,
}

pub(super) fn of(name: &str) -> Option<Standard> {
    let name = name.strip_prefix('\\')?;
    if let Some((_, arrow)) = ARROWS.iter().find(|(arrow, _)| *arrow == name) {
        return Some(Standard { parameters: 2, default: Some(""), body: arrow });
    }
    let (_, parameters, body) = COMMANDS.iter().find(|(command, ..)| *command == name)?;
    Some(Standard { parameters: *parameters, default: None, body })
}

/// Arrows that are as long as what stands over them, and under them in square brackets.
const ARROWS: &[(&str, &str)] = &[
    ("xRightarrow", r"\underset{#1}{\overset{#2}{\Longrightarrow}}"),
    ("xLeftarrow", r"\underset{#1}{\overset{#2}{\Longleftarrow}}"),
    ("xLeftrightarrow", r"\underset{#1}{\overset{#2}{\Longleftrightarrow}}"),
    ("xleftrightarrow", r"\underset{#1}{\overset{#2}{\longleftrightarrow}}"),
    ("xmapsto", r"\underset{#1}{\overset{#2}{\longmapsto}}"),
    ("xhookrightarrow", r"\underset{#1}{\overset{#2}{\hookrightarrow}}"),
    ("xhookleftarrow", r"\underset{#1}{\overset{#2}{\hookleftarrow}}"),
    ("xtwoheadrightarrow", r"\underset{#1}{\overset{#2}{\twoheadrightarrow}}"),
    ("xrightleftharpoons", r"\underset{#1}{\overset{#2}{\rightleftharpoons}}"),
    ("xleftrightharpoons", r"\underset{#1}{\overset{#2}{\leftrightharpoons}}"),
    ("xlongequal", r"\underset{#1}{\overset{#2}{=\!=}}"),
];

const COMMANDS: &[(&str, usize, &str)] = &[
    ("bm", 0, r"\boldsymbol"),
    ("pmb", 0, r"\boldsymbol"),
    ("bold", 0, r"\mathbf"),
    ("mathbbm", 0, r"\mathbb"),
    ("mathds", 0, r"\mathbb"),
    ("Bbb", 0, r"\mathbb"),
    ("mathscr", 0, r"\mathcal"),
    ("hdots", 0, r"\ldots"),
    ("space", 0, r"\ "),
    ("enskip", 0, r"\enspace"),
    ("mod", 0, r"\;\mathrm{mod}\;"),
    ("pod", 1, r"\quad(#1)"),
    ("slash", 0, "/"),
    ("lang", 0, r"\langle"),
    ("rang", 0, r"\rangle"),
    ("llbracket", 0, "⟦"),
    ("rrbracket", 0, "⟧"),
    ("dddot", 1, r"\overset{\cdot\!\cdot\!\cdot}{#1}"),
    ("ddddot", 1, r"\overset{\cdot\!\cdot\!\cdot\!\cdot}{#1}"),
    ("utilde", 1, r"\underset{\sim}{#1}"),
    ("undertilde", 1, r"\underset{\sim}{#1}"),
    ("stackbin", 2, r"\overset{#1}{#2}"),
    ("prescript", 3, r"{}^{#1}_{#2}#3"),
    ("mathchoice", 4, "{#1}"),
    ("idotsint", 0, r"\int\cdots\int"),
    ("varlimsup", 0, r"\mathop{\overline{\lim}}\limits"),
    ("varliminf", 0, r"\mathop{\underline{\lim}}\limits"),
    ("varinjlim", 0, r"\mathop{\underset{\rightarrow}{\lim}}\limits"),
    ("varprojlim", 0, r"\mathop{\underset{\leftarrow}{\lim}}\limits"),
    ("injlim", 0, r"\operatorname*{inj\,lim}"),
    ("projlim", 0, r"\operatorname*{proj\,lim}"),
    ("argmax", 0, r"\operatorname*{arg\,max}"),
    ("argmin", 0, r"\operatorname*{arg\,min}"),
    ("plim", 0, r"\operatorname*{plim}"),
    ("bra", 1, r"\left\langle #1\right|"),
    ("ket", 1, r"\left|#1\right\rangle"),
    ("Bra", 1, r"\left\langle #1\right|"),
    ("Ket", 1, r"\left|#1\right\rangle"),
    ("braket", 1, r"\left\langle #1\right\rangle"),
    ("Braket", 1, r"\left\langle #1\right\rangle"),
    ("ketbra", 2, r"\left|#1\right\rangle\left\langle #2\right|"),
    ("abs", 1, r"\left|#1\right|"),
    ("norm", 1, r"\left\|#1\right\|"),
    ("dv", 2, r"\frac{\mathrm{d}#1}{\mathrm{d}#2}"),
    ("pdv", 2, r"\frac{\partial #1}{\partial #2}"),
    ("dd", 0, r"\mathrm{d}"),
    ("grad", 0, r"\nabla"),
    ("curl", 0, r"\nabla\times"),
    ("tr", 0, r"\operatorname{tr}"),
    ("Tr", 0, r"\operatorname{Tr}"),
    ("rank", 0, r"\operatorname{rank}"),
    ("R", 0, r"\mathbb{R}"),
    ("N", 0, r"\mathbb{N}"),
    ("Z", 0, r"\mathbb{Z}"),
    ("Q", 0, r"\mathbb{Q}"),
    ("reals", 0, r"\mathbb{R}"),
    ("natnums", 0, r"\mathbb{N}"),
    ("cnums", 0, r"\mathbb{C}"),
    ("Complex", 0, r"\mathbb{C}"),
    ("empty", 0, r"\emptyset"),
    ("infin", 0, r"\infty"),
    ("isin", 0, r"\in"),
    ("exist", 0, r"\exists"),
    ("sub", 0, r"\subset"),
    ("sube", 0, r"\subseteq"),
    ("qed", 0, r"\square"),
    ("textdegree", 0, r"{}^\circ"),
    ("degree", 0, r"{}^\circ"),
    ("celsius", 0, r"{}^\circ\mathrm{C}"),
    ("textless", 0, "<"),
    ("textgreater", 0, ">"),
    ("textbackslash", 0, r"\backslash"),
    ("textasciitilde", 0, r"\sim"),
    ("newline", 0, r"\\"),
    ("cr", 0, r"\\"),
    ("LaTeX", 0, r"\text{LaTeX}"),
    ("TeX", 0, r"\text{TeX}"),
    ("AA", 0, "Å"),
    ("aa", 0, "å"),
    ("ss", 0, "ß"),
    ("oe", 0, "œ"),
    ("ae", 0, "æ"),
];
