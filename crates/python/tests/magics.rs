//! Magics, shell lines and questions: done, or told of in one sentence, and the rest of the cell runs.

mod common;

use common::Notebook;
use kindling_python::Outcome;

/// Every magic of notebooks that were collected, in a cell with a line of Python after it: that line always runs.
#[test]
fn no_magic_takes_the_rest_of_its_cell_along() {
    let mut notebook = Notebook::new();
    for magic in [
        "%matplotlib inline",
        "%config InlineBackend.figure_format = \"retina\"",
        "%load_ext autoreload\n%autoreload 2",
        "!pip install -q torch torchvision  # comment",
        "%pip install numpy",
        "%conda install numpy",
        "!nvidia-smi",
        "!wget http://example.org/a.zip",
        "%tensorboard --logdir runs",
        "%debug",
        "%load http://x/y.py",
        "%lsmagic",
        "?print",
        "%who",
        "%cd /tmp",
    ] {
        let shown = notebook.shown(&format!("{magic}\nprint('the rest')"));
        assert!(shown.ends_with("the rest\n"), "{magic}: {shown}");
    }
    let complaints = notebook.host.stderr.take();
    assert!(complaints.contains("nvidia-smi: there is no CUDA in a page"), "{complaints}");
    assert!(complaints.contains("wget: a page cannot fetch that by itself."), "{complaints}");
    assert!(complaints.contains("%tensorboard: writer.add_scalar"), "{complaints}");
    assert!(complaints.contains("%debug: there is no debugger here"), "{complaints}");
}

#[test]
fn files_are_written_listed_run_and_imported() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown("%%writefile helper.py\ndef h():\n    return 7\n"), "Writing helper.py\n");
    assert_eq!(notebook.shown("import helper\nhelper.h()"), "7");
    assert_eq!(notebook.shown("!mkdir -p data\nfiles = !ls\nfiles"), "['data', 'helper.py']");
    assert_eq!(notebook.shown("!cat helper.py"), "def h():\n    return 7\n");
    assert_eq!(notebook.shown("%run helper.py\nh()"), "7");
    assert_eq!(notebook.shown("!echo 'hello'"), "hello\n");
    assert_eq!(notebook.shown("!rm helper.py\nx = !ls\nx"), "['data']");
}

#[test]
fn magics_stand_in_blocks_and_before_cells() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown("if True:\n    !mkdir -p a\n    print('in block')"), "in block\n");
    let fallback =
        "try:\n    import torchx\nexcept ImportError:\n    !pip install torchx\n    print('fallback')";
    assert_eq!(notebook.shown(fallback), "fallback\n");
    let timed = notebook.shown("%%time\nprint('body')\n3");
    assert!(timed.starts_with("body\nCPU times: user ") && timed.ends_with("3"), "{timed}");
    assert!(timed.contains("\nWall time: "), "{timed}");
    assert!(notebook.shown("%%time").starts_with("CPU times"));
    assert_eq!(notebook.shown("%%javascript\nalert(1)"), "");
    assert!(notebook.host.stderr.take().contains("%%javascript needs what a page has not"));
    assert!(notebook.shown("%time x = sum(range(10))").contains("Wall time: "));
    assert_eq!(notebook.shown("x"), "45");
    let timed = notebook.shown("%timeit -n 2 -r 3 sum(range(10))");
    assert!(timed.contains(" per loop (mean ± std. dev. of 3 runs, 2 loops each)"), "{timed}");
    assert!(notebook.shown("%%timeit -n 1 -r 1\nz = 9").contains("of 1 run, 1 loop each"));
    assert!(notebook.shown("len?").starts_with("Signature: len(obj, /)\n"));
}

#[test]
fn an_error_beside_a_magic_keeps_its_line() {
    let error = Notebook::new().error("%matplotlib inline\n\n1 / 0");
    assert_eq!((error.name.as_str(), error.line), ("ZeroDivisionError", Some(3)));
}

#[test]
fn magics_as_ipython_has_them() {
    let mut notebook = Notebook::new();
    assert_eq!(
        notebook.shown("res = %timeit -n 10 -r 3 -q -o sum(range(10))\nres.loops, res.repeat"),
        "(10, 3)"
    );
    assert_eq!(notebook.shown("len(res.all_runs), res.best <= res.average <= res.worst"), "(3, True)");
    assert!(notebook.shown("res").starts_with("<TimeitResult : "));
    assert_eq!(notebook.shown("import os\nos.mkdir('sub')\n%cd -q sub\n%cd -q -\nos.listdir()"), "['sub']");
    assert!(notebook.shown("%cd nowhere").starts_with("[Errno 2] No such file or directory: 'nowhere'\n"));
    assert_eq!(notebook.shown("%env X=1\nos.environ['X']"), "env: X=1\n'1'");
    assert_eq!(notebook.shown("name = 'sub'\n%cd -q {name}\n%pwd\n%cd -q ..\n%ls"), "sub\n");
    let first = "   1:\nres = %timeit -n 10 -r 3 -q -o sum(range(10))\nres.loops, res.repeat\n";
    assert_eq!(notebook.shown("%history -n 1"), first);
    assert_eq!(notebook.shown("_i"), "'%history -n 1'");
    assert_eq!(notebook.shown("%%bash --out said\necho hello"), "");
    assert_eq!(notebook.shown("said"), "'hello\\n'");
    assert_eq!(notebook.shown("%precision 3"), "'%.3f'");
    assert_eq!(notebook.shown("y = 1; len?").lines().next(), Some("Signature: len(obj, /)"));
    assert_eq!(notebook.shown("?os.path.splite*"), "os.path.splitext\n");
    assert!(notebook.error("%%time\n1 / 0").name == "ZeroDivisionError");
    notebook.shown("%store res");
    assert!(notebook.host.stderr.take().contains("%store: nothing outlives the session here"));
}

#[test]
fn magics_of_the_students_own() {
    let mut notebook = Notebook::new();
    notebook.shown(
        "from IPython.core.magic import Magics, line_magic, magics_class, register_cell_magic, register_line_magic",
    );
    notebook.shown("@register_line_magic\ndef twice(line):\n    return line * 2");
    assert_eq!(notebook.shown("%twice ab"), "'abab'");
    notebook.shown("@register_cell_magic\ndef shout(line, cell):\n    print(line, cell.upper())");
    assert_eq!(notebook.shown("%%shout hey\nbody"), "hey BODY\n");
    notebook.shown(
        "@magics_class\nclass Mine(Magics):\n    @line_magic\n    def hello(self, line):\n        return 'hello ' + line\nget_ipython().register_magics(Mine)",
    );
    assert_eq!(notebook.shown("%hello you"), "'hello you'");
    let captured = "from IPython.utils import io\nwith io.capture_output() as c:\n    print('in')\nc.stdout";
    assert_eq!(notebook.shown(captured), "'in\\n'");
    assert_eq!(notebook.shown("get_ipython().ev('1 + 1')"), "2");
    notebook.shown("get_ipython().run_cell_magic('capture', 'kept', 'print(1)')");
    assert_eq!(notebook.shown("kept.stdout"), "'1\\n'");
}

#[test]
fn names_are_listed_as_ipython_lists_them() {
    let mut notebook = Notebook::new();
    notebook.shown("import numpy as np\na = np.ones((3, 4)); d = {1: 2}; text = 'b' * 50");
    let table = "Variable   Type       Data/Info\n-------------------------------\n\
                 a          ndarray    3x4: 12 elems, type `float64`, 96 bytes\n\
                 d          dict       n=1\n";
    assert_eq!(notebook.shown("%whos ndarray dict"), table);
    let whole = notebook.shown("%whos\nprint('the rest')");
    assert!(whole.contains("\nnp         module     <module 'numpy'"), "{whole}");
    assert!(whole.ends_with("bbbbb<...>bbbbbbbbbbbbbbbbbbbbbbbbb\nthe rest\n"), "{whole}");
    assert_eq!(notebook.shown("%who_ls dict"), "['d']");
    assert_eq!(
        notebook.shown("%xdel nothing\n%who int"),
        "NameError: name 'nothing' is not defined\nNo variables match your requested type.\n"
    );
}

/// As in IPython, where a name is no variable and the line begins with a magic's.
#[test]
fn magics_need_no_sign_where_nothing_else_is_meant() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown("mkdir d"), "");
    assert_eq!(notebook.shown("ls"), "d\n");
    assert!(notebook.shown("ls -la").contains(" d\n"));
    assert_eq!(notebook.shown("rmdir d\nls\nprint('the rest')"), "the rest\n");
    assert_eq!(notebook.shown("who"), "Interactive namespace is empty.\n");
    assert_eq!(notebook.shown("env X=1\nload_ext x\nprecision 3"), "env: X=1\n'%.3f'");
    assert_eq!(notebook.shown("ls = 5\nls"), "5");
    assert_eq!(notebook.shown("l = 2; la = l\nls -la"), "3");
    assert_eq!(notebook.shown("reset -f\nls"), "");
}

#[test]
fn programs_that_fail_take_nothing_of_the_cell_along() {
    let mut notebook = Notebook::new();
    notebook.shown("%%writefile bad.py\nx = 7\nraise ValueError(3)");
    assert_eq!(notebook.shown("%run bad.py\nprint(x)"), "7\n");
    let told = notebook.host.stderr.take();
    assert!(told.contains("File \"bad.py\", line 2") && told.ends_with("\nValueError: 3\n"), "{told}");
    for magic in [
        "%run nothere.py",
        "%run",
        "%precision x",
        "%reset nowhere",
        "%alias_magic a b",
        "%reset_selective (",
    ] {
        assert_eq!(notebook.shown(&format!("{magic}\nprint('the rest')")), "the rest\n", "{magic}");
        assert_eq!(notebook.host.stderr.take().lines().count(), 1, "{magic}");
    }
    let mark = notebook.shown("%watermark -a 'Ada' -p torch,nothere");
    assert!(
        mark.starts_with("Author: Ada\n\ntorch  : 2.") && mark.ends_with("\nnothere: not installed\n\n"),
        "{mark}"
    );
    let traceback = notebook.error("1 / 0").traceback;
    assert_eq!(notebook.shown("%tb\nprint('the rest')"), format!("{traceback}\nthe rest\n"));
}

#[test]
fn cells_run_by_programs_say_what_came_of_them() {
    let mut notebook = Notebook::new();
    assert_eq!(
        notebook.shown("r = get_ipython().run_cell('a = 1\\na + 1', silent=True)\nr.result, r.success"),
        "(2, True)"
    );
    assert_eq!(
        notebook.shown("r = get_ipython().run_cell('1 / 0')\nr.success, r.error_in_exec"),
        "(False, ZeroDivisionError('division by zero'))"
    );
    assert!(notebook.host.stderr.take().ends_with("ZeroDivisionError: division by zero\n"));
    assert_eq!(
        notebook
            .shown("[source for *_, source in get_ipython().history_manager.get_range(stop=2)]")
            .lines()
            .count(),
        1
    );
}

/// As many as IPython keeps; of large ones few, and `_3` goes with `Out[3]`.
#[test]
fn results_are_kept() {
    let mut notebook = Notebook::new();
    for number in 1..=60 {
        notebook.shown(&number.to_string());
    }
    assert_eq!(notebook.shown("Out[1], _2, len(Out)"), "(1, 2, 60)");
    notebook.shown("import torch");
    for _ in 0..22 {
        notebook.shown("torch.ones(100, 100)");
    }
    assert_eq!(notebook.shown("63 in Out, 64 in Out, 65 in Out, 1 in Out"), "(False, False, True, True)");
    assert_eq!(notebook.error("_63").name, "NameError");
}

#[test]
fn a_value_can_bring_its_own_text_or_show_itself() {
    let mut notebook = Notebook::new();
    let bundle = "class M:\n    def _repr_mimebundle_(self, include, exclude):\n        return {'text/plain': 'its own', 'text/html': 'h'}\nM()";
    assert_eq!(notebook.shown(bundle), "its own");
    let itself = "class S:\n    def _ipython_display_(self):\n        print('itself')\nS()";
    assert_eq!(notebook.shown(itself), "itself\n");
}

#[test]
fn a_notebook_can_be_run_in_another() {
    let mut notebook = Notebook::new();
    let cells = r#"{"cells": [{"cell_type": "markdown", "source": "x"},
        {"cell_type": "code", "source": ["%matplotlib inline\n", "a = 3"]},
        {"cell_type": "code", "source": "%%time\nb = a + 1"}]}"#;
    notebook.shown(&format!("%%writefile other.ipynb\n{cells}"));
    let shown = notebook.shown("%run other.ipynb\na, b");
    assert!(shown.starts_with("CPU times") && shown.ends_with("(3, 4)"), "{shown}");
}

#[test]
fn all_of_a_cells_values_are_shown_where_that_is_asked_for() {
    let mut notebook = Notebook::new();
    notebook.shown("from IPython.core.interactiveshell import InteractiveShell");
    notebook.shown("InteractiveShell.ast_node_interactivity = 'all'");
    assert_eq!(notebook.shown("1\nx = 2\nx;\nNone\nx + 1"), "3");
    let shown: Vec<String> = notebook.host.shown.take().into_iter().map(|(text, _)| text).collect();
    assert_eq!(shown, ["1"]);
    notebook.shown("%config InteractiveShell.ast_node_interactivity = 'last_expr_or_assign'");
    assert_eq!(notebook.shown("y = 5"), "5");
    assert_eq!(notebook.shown("y = 6;"), "");
    notebook.shown("InteractiveShell.ast_node_interactivity = 'none'");
    assert_eq!(notebook.shown("1"), "");
    notebook.shown("InteractiveShell.ast_node_interactivity = 'last_expr'");
    assert_eq!(notebook.shown("1"), "1");
}

#[test]
fn what_a_cell_shows_can_be_captured() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown("%%capture out\nprint('inside')\ndisplay(3)\n4"), "");
    assert_eq!(notebook.shown("out.stdout"), "'inside\\n'");
    assert_eq!(notebook.shown("print('outside')"), "outside\n");
    assert!(notebook.host.shown.take().is_empty());
    notebook.shown("out.show()");
    assert_eq!(notebook.host.shown.take().len(), 2);
    // An error ends the capturing, too.
    assert_eq!(notebook.error("%%capture\n1 / 0").name, "ZeroDivisionError");
    assert_eq!(notebook.shown("print('again')"), "again\n");
}

#[test]
fn sessions_keep_what_notebooks_expect() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown("1 + 1"), "2");
    assert_eq!(notebook.shown("_ + 1"), "3");
    assert_eq!(notebook.shown("__, Out[1], _1"), "(2, 2, 2)");
    assert_eq!(notebook.shown("In[1]"), "'1 + 1'");
    assert_eq!(notebook.shown("async def f():\n    return 3\nx = await f()\nx"), "3");
    assert_eq!(notebook.shown("import asyncio\nawait asyncio.gather(asyncio.sleep(0.01, 1), f())"), "[1, 3]");
    assert_eq!(notebook.error("def g():\n    await f()").name, "SyntaxError");
    assert_eq!(notebook.shown("get_ipython().run_line_magic('time', '5')").lines().count(), 3);
    assert_eq!(notebook.shown("get_ipython().execution_count"), "9");
    assert!(notebook.shown("help(len)").starts_with("Help on built-in function len in module builtins:"));
    let shown = notebook.shown("from torch import nn\nhelp(nn.Linear(2, 1))");
    assert!(shown.starts_with("Help on class Linear in module torch.nn.modules.linear:"), "{shown}");
    assert!(shown.contains("\n    Formula: y = x Wᵀ + b\n"), "{shown}");
    let exited = Outcome::Exited { code: 0, message: None };
    assert_eq!(notebook.session.run("<cell>", "exit()\nprint(1)").outcome, exited);
    assert_eq!(notebook.session.run("<cell>", "quit").outcome, exited);
}

#[test]
fn input_reads_what_is_typed() {
    let mut notebook = Notebook::new();
    notebook.host.lines.borrow_mut().extend(["Ada".to_owned(), "7".to_owned()]);
    assert_eq!(notebook.shown("name = input('name? ')\nname, int(input())"), "name? ('Ada', 7)");
    let error = notebook.error("input()");
    assert_eq!((error.name.as_str(), error.value.as_str()), ("EOFError", "EOF when reading a line"));
}

#[test]
fn values_are_shown_in_their_richest_form() {
    let mut notebook = Notebook::new();
    notebook.shown(
        "from IPython.display import HTML, Markdown, Image, clear_output, display\ndisplay(HTML('<b>x</b>'))",
    );
    let (text, forms) = notebook.host.shown.take().remove(0);
    assert_eq!(
        (text.as_str(), forms["text/html"].as_str()),
        ("<IPython.core.display.HTML object>", "<b>x</b>")
    );
    notebook.shown("import pandas as pd\ndisplay(pd.DataFrame({'a': [1, 2]}))");
    let (text, forms) = notebook.host.shown.take().remove(0);
    assert!(text.starts_with("   a\n0  1") && forms["text/html"].contains("<table"), "{text} {forms:?}");
    notebook.shown("clear_output(wait=True)");
    assert_eq!(notebook.host.cleared.take(), [true]);
    notebook.shown("handle = display('a', display_id=True)\nhandle.update('b')");
    let shown: Vec<String> = notebook.host.shown.take().into_iter().map(|(text, _)| text).collect();
    assert_eq!(shown, ["'a'", "'b'"]);
    assert_eq!(notebook.shown("import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1, 2])\ndisplay(fig)\nplt.close()"), "");
    assert_eq!(notebook.host.figures.take().len(), 1);
}

#[test]
fn echoes_are_laid_out_as_ipython_does() {
    let mut notebook = Notebook::new();
    for (source, echo) in [
        ("list(range(3))", "[0, 1, 2]"),
        (
            "['a' * 30] * 3",
            "['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',\n 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',\n 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa']",
        ),
        ("{3, 1, 2}, frozenset(), set()", "({1, 2, 3}, frozenset(), set())"),
        ("import torch\ntorch.Tensor, int", "(torch.Tensor, int)"),
        ("[torch.ones(2, 2), torch.zeros(1)]", "[tensor([[1., 1.],\n         [1., 1.]]),\n tensor([0.])]"),
        ("def f(a, b=1): pass\nf", "<function __main__.f(a, b=1)>"),
        (
            "import collections\ncollections.Counter('aab'), collections.OrderedDict(a=1)",
            "(Counter({'a': 2, 'b': 1}), OrderedDict([('a', 1)]))",
        ),
        (
            "collections.deque([1], maxlen=3), collections.UserList([1])",
            "(deque([1], maxlen=3), UserList([1]))",
        ),
        (
            "from types import SimpleNamespace\nSimpleNamespace(a='x' * 40, b='y' * 40)",
            "namespace(a='xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',\n          b='yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy')",
        ),
        ("class E(Exception): pass\n[E(1), KeyError('k')]", "[__main__.E(1), KeyError('k')]"),
        (
            "torch.nn.Linear(1, 1, bias=False).state_dict().__class__(a=torch.ones(2, 1))",
            "OrderedDict([('a',\n              tensor([[1.],\n                      [1.]]))])",
        ),
        ("class H:\n    def _repr_pretty_(self, p, cycle):\n        p.text('H!')\n[H()]", "[H!]"),
        ("print", "<function print(*args, sep=' ', end='\\n', file=None, flush=False)>"),
        (
            "(torch.Size([1]), collections.OrderedDict([('pe', torch.ones(2, 1))]))",
            "(torch.Size([1]),\n OrderedDict([('pe', tensor([[1.],\n                       [1.]]))]))",
        ),
        ("import re\nre.compile('a', re.I)", "re.compile(r'a', re.IGNORECASE|re.UNICODE)"),
        ("str((torch.ones(1, requires_grad=True) - 1).grad_fn)[:25]", "'<SubBackward0 object at 0'"),
        (
            "from IPython.lib.pretty import pretty\npretty((torch.ones(1, requires_grad=True) - 1).grad_fn)[:17]",
            "'<SubBackward0 at '",
        ),
        ("%precision 2\n[1.23456, 2]", "[1.23, 2]"),
    ] {
        assert_eq!(notebook.shown(source), echo, "{source}");
    }
    let long = notebook.shown("list(range(5000))");
    assert!(long.ends_with(" 999,\n ...]"), "{}", &long[long.len() - 40..]);
}
