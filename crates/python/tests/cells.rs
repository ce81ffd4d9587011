//! What a cell shows: printed text, echo, and nothing else.

mod common;

use common::Notebook;
use kindling_python::{Answer, Call, Problem, Question};

#[test]
fn the_last_expression_is_echoed() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown("x = 1\nx + 1"), "2");
    assert_eq!(notebook.shown("'text'"), "'text'");
    assert_eq!(notebook.shown("1\n2\nprint('three')"), "three\n");
    assert_eq!(notebook.shown("print('before')\n[i for i in range(3)]"), "before\n[0, 1, 2]");
}

#[test]
fn sets_of_constants_are_values_like_others() {
    let source = "primes = {2, 3, 5, 7}\n3 in {1, 2, 3}, 4 in primes, {1, 2, 3} & primes";
    assert_eq!(Notebook::new().shown(source), "(True, False, {2, 3})");
}

#[test]
fn none_semicolons_and_statements_echo_nothing() {
    let mut notebook = Notebook::new();
    for source in ["None", "1;", "1 ;  # a comment", "x = 3", "if True:\n    5", "# nothing", ""] {
        assert_eq!(notebook.shown(source), "", "{source}");
    }
    assert_eq!(notebook.shown("1; 2"), "2");
}

#[test]
fn names_stay_from_cell_to_cell() {
    let mut notebook = Notebook::new();
    notebook.shown("import math\nx = 2\ndef square(n):\n    return n * n");
    assert_eq!(notebook.shown("square(x), __name__, math.pi > 3"), "(4, '__main__', True)");
    assert_eq!(notebook.shown("_"), "(4, '__main__', True)");
}

#[test]
fn standard_error_is_told_apart() {
    let mut notebook = Notebook::new();
    let source = "import sys\nprint('out')\nprint('err', file=sys.stderr)\nsys.stdout.write('more\\n');";
    assert_eq!(notebook.shown(source), "out\nmore\n");
    assert_eq!(notebook.host.stderr.take(), "err\n");
}

#[test]
fn output_can_be_redirected() {
    let source = "import io, contextlib\n\
                  with contextlib.redirect_stdout(io.StringIO()) as kept:\n    print('kept')\nkept.getvalue()";
    assert_eq!(Notebook::new().shown(source), "'kept\\n'");
}

#[test]
fn a_figure_comes_out_as_a_value() {
    let mut notebook = Notebook::new();
    let figure = serde_json::to_string(&kindling_plot::Figure::default()).expect("a figure is plain data");
    notebook.shown(&format!("import _kindling, json\n_kindling.display(json.loads('''{figure}'''))"));
    assert_eq!(notebook.host.figures.take(), [kindling_plot::Figure::default()]);
    assert_eq!(notebook.error("_kindling.display(3)").name, "ValueError");
}

#[test]
fn warming_up_changes_nothing_that_a_program_sees() {
    let begin = "import torch, random\ntorch.manual_seed(3)\nrandom.seed(3)\nbefore = set(globals())";
    let look = "torch.rand(2), random.random(), torch.is_grad_enabled(), set(globals()) - before";
    let mut fresh = Notebook::new();
    fresh.shown(begin);
    let wanted = fresh.shown(look);
    let mut warm = Notebook::new();
    warm.shown(begin);
    for _ in 0..20 {
        assert!(warm.session.warm_up(30.0), "it goes on");
    }
    assert_eq!(warm.session.execution_count(), 1);
    assert_eq!(warm.host.stdout.take(), "");
    assert_eq!(warm.shown(look), wanted);
}

/// What the editor is told is tried in Python, where sessions' objects are at hand.
#[test]
fn the_editor_is_told_of_the_session_without_running_its_code() {
    let mut notebook = Notebook::new();
    let shown = notebook.shown(include_str!("completion.py"));
    assert_eq!(shown, "the editor knows\n", "{}", notebook.host.stderr.borrow());
}

#[test]
fn answers_have_places_in_characters_and_questions_on_nothing_have_none() {
    let mut notebook = Notebook::new();
    notebook.shown("learning_rate = 0.1\ndef train(model, epochs=3):\n    'Fits a line. Slowly.'");
    let code = "é = 'ü'; print(learn";
    let cursor = u32::try_from(code.chars().count()).expect("short");
    let Answer::Completions { start, matches } =
        notebook.session.answer(Question::Complete, code, cursor, "")
    else {
        panic!("completions are asked for");
    };
    assert_eq!((start, matches[0].text.as_str()), (15, "learning_rate"));
    let call = notebook.session.answer(Question::Call, "train(3, ", 9, "");
    let expected = Call {
        name: "train".into(),
        signature: "(model, epochs=3)".into(),
        parameter: Some(1),
        summary: "Fits a line.".into(),
    };
    assert_eq!(call, Answer::Call(Some(expected)));
    assert_eq!(notebook.session.answer(Question::Call, "unknown(", 8, ""), Answer::Call(None));
    assert_eq!(
        notebook.session.answer(Question::Inspect, "nothing_here", 3, ""),
        Answer::Text(String::new())
    );
    assert_eq!(notebook.session.answer(Question::Inspect, "", 99, ""), Answer::Text(String::new()));
}

#[test]
fn names_that_no_cell_makes_are_told() {
    let mut notebook = Notebook::new();
    notebook.shown("model = 1");
    let mut unknown =
        |code: &str, beside: &str| match notebook.session.answer(Question::Check, code, 0, beside) {
            Answer::Problems(problems) => {
                let place = |problem: Problem| code[problem.start as usize..problem.end as usize].to_owned();
                problems.into_iter().map(place).collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        };
    assert_eq!(unknown("model + nobodys\nnobodys", ""), ["nobodys"]);
    assert_eq!(unknown("model + nobodys", "nobodys = 2"), [""; 0]);
    assert_eq!(unknown("from torch import *\nrelu(x)", ""), [""; 0]);
    assert_eq!(unknown("relu(x)", "from torch import *"), [""; 0]);
    let all_bound = "import numpy as np, os.path\nfrom math import pi as p\ndef f(a, *b, c=p, **d):\n    global g\n    \
                     return [i + g for i in a] + [b, c, d, f]\nclass K:\n    pass\nfor u, (v, w) in K(): u, v, w\nwith \
                     np as n: n\ntry: os\nexcept ValueError as e: e\nif (y := 1): y\nmatch y:\n    case [q, *r]: q, r\n    \
                     case {'k': s, **t}: s, t\nlambda z: z\nprint(__name__, len)";
    assert_eq!(unknown(all_bound, ""), [""; 0]);
}

#[test]
fn variables_are_listed_without_running_their_code_and_looked_into() {
    let mut notebook = Notebook::new();
    notebook.shown(
        "import torch\nx = torch.ones(2, 3, requires_grad=True)\nnet = torch.nn.Linear(3, 2)\n_hidden = 1\n\
         class Sly:\n    def __repr__(self): raise SystemExit\n    def __getattr__(self, name): raise SystemExit\nsly = Sly()",
    );
    let rows = notebook.session.variables();
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["x", "net", "Sly", "sly"]);
    let x = &rows[0];
    assert_eq!((x.kind.as_str(), x.shape.as_str(), x.dtype.as_str()), ("Tensor", "(2, 3)", "float32"));
    assert_eq!((x.requires_grad, x.bytes, x.preview.as_str()), (true, Some(24), "[1, 1, 1, 1, 1, 1]"));
    assert_eq!(rows[1].preview, "8 parameters");
    let inside = notebook.session.look_into("x").expect("x is there");
    assert!(inside.facts.contains(&("Mean".into(), "1".into())), "{:?}", inside.facts);
    assert_eq!(inside.figure.expect("a picture of the values").axes.len(), 2);
    assert_eq!(notebook.session.look_into("y"), None);
}
