//! What a student reads when a cell fails: CPython's words, pointing at the cell.

mod common;

use common::Notebook;
use kindling_python::Outcome;

#[test]
fn a_traceback_points_at_the_cells_lines() {
    let mut notebook = Notebook::new();
    notebook.session.run("<cell 1>", "def halve(x):\n    return x / 0\n");
    let result = notebook.session.run("<cell 2>", "x = 1\nhalve(x)");
    let Outcome::Failed(error) = result.outcome else { panic!("{result:?}") };
    assert_eq!(
        error.traceback,
        "Traceback (most recent call last):\n  \
           File \"<cell 2>\", line 2, in <module>\n    halve(x)\n  \
           File \"<cell 1>\", line 2, in halve\n    return x / 0\n\
         ZeroDivisionError: division by zero"
    );
    assert_eq!((error.name.as_str(), error.value.as_str()), ("ZeroDivisionError", "division by zero"));
    assert_eq!(error.line, Some(2));
    assert_eq!(result.execution_count, 2);
}

#[test]
fn causes_and_notes_are_told() {
    let error = Notebook::new()
        .error("try:\n    {}['key']\nexcept KeyError as error:\n    raise ValueError('no') from error");
    assert!(
        error.traceback.contains("KeyError: 'key'\n\nThe above exception was the direct cause of"),
        "{error:#?}"
    );
    let error = Notebook::new().error("try:\n    1/0\nexcept ZeroDivisionError:\n    open('nope.pth')");
    assert!(error.traceback.contains("\n\nDuring handling of the above exception, another"), "{error:#?}");
    assert!(error.traceback.ends_with("FileNotFoundError: [Errno 2] No such file or directory: 'nope.pth'"));
    let error = Notebook::new().error("e = ValueError('no')\ne.add_note('a note')\nraise e");
    assert!(error.traceback.ends_with("ValueError: no\na note"), "{error:#?}");
    let error = Notebook::new()
        .error("try:\n    {}['key']\nexcept KeyError:\n    raise ValueError('clean') from None");
    assert!(!error.traceback.contains("KeyError: "), "{error:#?}");
    let error = Notebook::new().error("open('nope.pth')");
    assert_eq!(
        error.traceback.matches("  File ").count(),
        1,
        "what CPython has in C has no frame: {error:#?}"
    );
}

#[test]
fn a_syntax_error_in_a_module_is_told_below_the_import() {
    let mut notebook = Notebook::new();
    notebook.shown("open('broken.py', 'w').write('x = 1\\nif x\\n')");
    let error = notebook.error("import broken");
    let told = "import broken\n  File \"broken.py\", line 2\n    if x\n        ^\nSyntaxError: expected ':'";
    assert!(error.traceback.ends_with(told), "{error:#?}");
}

#[test]
fn a_group_is_told_as_a_tree() {
    let error = Notebook::new()
        .error("raise ExceptionGroup('several', [ValueError('x'), ExceptionGroup('within', [KeyError(1)])])");
    let tree = "  | ExceptionGroup: several (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | ValueError: x
    +---------------- 2 ----------------
    | ExceptionGroup: within (1 sub-exception)
    +-+---------------- 1 ----------------
      | KeyError: 1
      +------------------------------------";
    assert!(
        error.traceback.starts_with("  + Exception Group Traceback (most recent call last):\n"),
        "{error:#?}"
    );
    assert!(error.traceback.ends_with(tree), "{error:#?}");
}

#[test]
fn syntax_errors_show_the_line_and_the_place() {
    let error = Notebook::new().error("x = 1\nif x\n    y = 2");
    assert_eq!(error.traceback, "  File \"<cell>\", line 2\n    if x\n        ^\nSyntaxError: expected ':'");
    assert_eq!(error.line, Some(2));
    let error = Notebook::new().error("print('a'");
    assert!(error.traceback.ends_with("SyntaxError: '(' was never closed"), "{error:#?}");
    assert_eq!(Notebook::new().error("y = 2\n  x = 1").name, "IndentationError");
    let error = Notebook::new().error("x = 1\nreturn 3");
    let told =
        "  File \"<cell>\", line 2\n    return 3\n    ^^^^^^^^\nSyntaxError: 'return' outside function";
    assert_eq!(error.traceback, told);
}

#[test]
fn misspelt_names_are_guessed_and_unknown_modules_named() {
    let error = Notebook::new().error("learning_rate = 0.1\nlearning_rat");
    assert!(
        error
            .traceback
            .contains("NameError: name 'learning_rat' is not defined. Did you mean: 'learning_rate'?")
    );
    let error = Notebook::new().error("import tensorflow");
    assert_eq!(error.value, "No module named 'tensorflow'");
    assert_eq!(error.name, "ModuleNotFoundError");
}

#[test]
fn the_session_lives_on_after_an_error() {
    let mut notebook = Notebook::new();
    notebook.error("kept = 1\nraise RuntimeError('stop here')\nkept = 2");
    assert_eq!(notebook.shown("kept"), "1");
}

#[test]
fn endless_recursion_is_an_error_and_told_briefly() {
    // The depth that Python allows needs more stack here than a test's thread has.
    let recursing = std::thread::Builder::new().stack_size(256 << 20).spawn(|| {
        let mut notebook = Notebook::new();
        let error = notebook.error("def f(n):\n    return f(n + 1)\nf(0)");
        assert_eq!(error.name, "RecursionError");
        assert!(error.traceback.contains("more times]\n"), "{}", error.traceback);
        assert!(error.traceback.len() < 1000, "{}", error.traceback);
        assert_eq!(notebook.shown("def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\nf(500)"), "500");
    });
    recursing.expect("a thread starts").join().expect("no panic");
}

#[test]
fn leaving_says_with_which_status() {
    let mut notebook = Notebook::new();
    let mut outcome = |source: &str| notebook.session.run("<cell>", source).outcome;
    assert_eq!(outcome("import sys\nsys.exit()"), Outcome::Exited { code: 0, message: None });
    assert_eq!(outcome("sys.exit(3)"), Outcome::Exited { code: 3, message: None });
    assert_eq!(outcome("sys.exit('bye')"), Outcome::Exited { code: 1, message: Some("bye".to_owned()) });
}

#[test]
fn targets_of_another_size_are_warned_of_where_the_loss_is_called() {
    let mut notebook = Notebook::new();
    let program = "import torch\nfrom torch.nn import functional as F\n\
        F.l1_loss(torch.ones(3), torch.zeros(3))\n\
        print(F.mse_loss(torch.ones(3, 1), target=torch.zeros(3)))";
    notebook.session.run("<cell 1>", program);
    assert_eq!(*notebook.host.stdout.borrow(), "tensor(1.)\n");
    let told = notebook.host.stderr.borrow();
    let warning = "<cell 1>:4: UserWarning: Using a target size (torch.Size([3])) that is different to the input size \
        (torch.Size([3, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they \
        have the same size.\n";
    assert!(told.starts_with(warning) && told.matches("UserWarning").count() == 1, "{told}");
}

#[test]
fn messages_are_worded_as_cpython_words_them() {
    let mut notebook = Notebook::new();
    for (source, name, value) in [
        ("def f(): return f()\nf()", "RecursionError", "maximum recursion depth exceeded"),
        (
            "x = 1\ndef f():\n    print(x)\n    x = 2\nf()",
            "UnboundLocalError",
            "cannot access local variable 'x' where it is not associated with a value",
        ),
        (
            "import abc\nclass A(abc.ABC):\n    @abc.abstractmethod\n    def f(self): pass\nA()",
            "TypeError",
            "Can't instantiate abstract class A without an implementation for abstract method 'f'",
        ),
        ("(1,) + [2]", "TypeError", "can only concatenate tuple (not \"list\") to tuple"),
        ("[1] + 2", "TypeError", "can only concatenate list (not \"int\") to list"),
        ("[1] + (2,)", "TypeError", "can only concatenate list (not \"tuple\") to list"),
        ("len()", "TypeError", "len() takes exactly one argument (0 given)"),
        ("raise 5", "TypeError", "exceptions must derive from BaseException"),
        ("import re\nre.findall('a', 5)", "TypeError", "expected string or bytes-like object, got 'int'"),
        ("[1].index(5)", "ValueError", "5 is not in list"),
        ("2.0 ** 10000", "OverflowError", "(34, 'Numerical result out of range')"),
        ("import math\nmath.exp(1000)", "OverflowError", "math range error"),
    ] {
        let error = notebook.error(source);
        assert_eq!((error.name.as_str(), error.value.as_str()), (name, value), "{source}");
    }
    let shown = "try:\n    [1].index(5)\nexcept ValueError as error:\n    print(repr(error))";
    assert_eq!(notebook.shown(shown), "ValueError('5 is not in list')\n");
}
