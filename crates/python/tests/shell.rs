//! Shell lines and scripts: read as a shell reads them, on the session's own files.

mod common;

use common::Notebook;

#[test]
fn shell_lines_fill_in_names_and_write_files() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown("name = 'a b'\n!echo {name} $name {1 + 1}"), "a b a b 2\n");
    assert_eq!(notebook.shown("!echo one > t.txt\n!echo two >> t.txt\n!cat t.txt"), "one\ntwo\n");
    assert_eq!(
        notebook.shown("!mkdir -p d && cp t.txt d/u.txt\n!head -n 1 d/*.txt\n!wc -l t.txt"),
        "one\n2 t.txt\n"
    );
    assert_eq!(
        notebook.shown("!pip install torch==2.1 numpy"),
        "Requirement already satisfied: torch\nRequirement already satisfied: numpy\n"
    );
    assert_eq!(notebook.shown("!pip install -q torch"), "");
    notebook.host.stderr.take();
    notebook.shown("!pip install transformers");
    assert!(notebook.host.stderr.take().starts_with("ERROR: transformers is not part of Kindling"));
    assert_eq!(notebook.shown("!cat t.txt | grep -v one | wc -l"), "1\n");
    assert_eq!(notebook.shown("!for i in 1 2; do echo $i; done"), "1\n2\n");
    notebook.shown("!for i in 1 2");
    let complaint =
        "`for i in 1 2` was left out, as the shell here does not understand it: `do` is missing.\n";
    assert_eq!(notebook.host.stderr.take(), complaint);
}

#[test]
fn shell_lines_read_words_as_a_shell_does() {
    let mut notebook = Notebook::new();
    for (line, lines) in [
        ("!echo 'a  b' \"c d\" e\\ f", "a  b c d e f\n"),
        ("!echo one && false || echo two; echo three  # four", "one\ntwo\nthree\n"),
        ("!false && echo never", ""),
        ("!echo one \\\n  two", "one two\n"),
        ("!A=1 && echo $A ${A}2 '$A'", "1 12 $A\n"),
        ("!nosuch x 2> /dev/null", ""),
        ("!printf '%s-%03d\\n' a 7 b 8", "a-007\nb-008\n"),
        ("!mkdir -p d/e && touch d/b.py d/a.txt && cd d && ls", "a.txt\nb.py\ne\n"),
        ("!ls d/*.py $(echo d/a.txt)", "d/a.txt\nd/b.py\n"),
        ("!find d -name '*.py'", "d/b.py\n"),
        ("!echo b > s.txt; echo a >> s.txt; sort s.txt | head -n 1", "a\n"),
        ("!python -c \"print(1 + 1)\"", "2\n"),
        ("!echo {{x}} {1 + 1:03d} {'é'!r} {nothing} $NOTHING", "{x} 002 é {nothing}\n"),
        ("def f(word):\n    lines = !echo {word} $word\n    return lines\nf('local')", "['local local']"),
        ("lines = !cat s.txt\nlines.n, lines.s, lines.grep('a')", "('b\\na', 'b a', ['a'])"),
        ("_exit_code", "0"),
    ] {
        assert_eq!(notebook.shown(line), lines, "{line}");
    }
    assert_eq!(notebook.host.stderr.take(), "");
    notebook.shown("!ls nowhere");
    assert_eq!(notebook.host.stderr.take(), "ls: cannot access 'nowhere': No such file or directory\n");
}

/// A shell tells of a failure beside what it prints, and goes on; so does the cell.
#[test]
fn a_shell_line_that_fails_takes_nothing_along() {
    let mut notebook = Notebook::new();
    notebook.shown("with open('bad.py', 'w') as file:\n    file.write('raise ValueError(3)')");
    for (line, complaint) in [
        ("!cd nowhere && ls", "bash: cd: nowhere: No such file or directory\n"),
        ("!ls > /nodir/x", "bash: /nodir/x: No such file or directory\n"),
        ("!cat < nofile", "bash: nofile: No such file or directory\n"),
        ("!echo a >> nodir/b", "bash: nodir/b: No such file or directory\n"),
        ("!echo x >&2", "x\n"),
        ("!echo x 1>&2", "x\n"),
        ("x = !cat < nofile", ""),
        ("x = !nosuch", "There is no program `nosuch` in a page: `nosuch` was left out.\n"),
        ("!seq x", "seq: could not convert string to float: 'x'\n"),
        ("!rm nofile", "rm: cannot remove 'nofile': No such file or directory\n"),
        (
            "!python -c 'raise ValueError'",
            "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nValueError\n",
        ),
    ] {
        assert_eq!(notebook.shown(&format!("{line}\nprint('the rest')")), "the rest\n", "{line}");
        assert_eq!(notebook.host.stderr.take(), complaint, "{line}");
    }
    assert_eq!(notebook.shown("x = !cat < nofile\nx"), "['bash: nofile: No such file or directory']");
    assert_eq!(notebook.shown("!python bad.py\nprint(_exit_code)"), "1\n");
    assert!(notebook.host.stderr.take().ends_with("ValueError: 3\n"));
    assert_eq!(notebook.shown("%%bash\npython bad.py 2> /dev/null\necho $?"), "1\n");
    assert_eq!(notebook.host.stderr.take(), "");
}

#[test]
fn scripts_of_a_shell_have_loops_and_conditions() {
    let mut notebook = Notebook::new();
    for (script, lines) in [
        ("for i in 1 2; do\n  if [ $i -gt 1 ]; then echo \"more $i\"; else echo $i; fi\ndone", "1\nmore 2\n"),
        ("i=0\nwhile (( i < 2 )); do echo $((i * 2)); ((i++)); done", "0\n2\n"),
        ("f() { echo \"$1-$#\"; return 3; }\nf a b\necho $?", "a-2\n3\n"),
        ("case a.txt in *.py) echo no;; *.txt) echo yes;; esac", "yes\n"),
        ("cat <<EOF > t.txt\none $((1 + 1))\nEOF\nwhile read a b; do echo $b; done < t.txt", "2\n"),
        ("x=a.tar.gz; echo ${x%.gz} ${x##*.} ${y:-none}", "a.tar gz none\n"),
        ("mkdir -p d/{a,b}; ls d; ls nowhere 2>&1 | wc -l", "a\nb\n1\n"),
        ("echo hello | tr a-z A-Z | sed 's/L/l/' | cut -c 1-3", "HEl\n"),
        ("set -e\nfalse\necho never", ""),
        ("echo -n a; echo b", "ab\n"),
    ] {
        assert_eq!(notebook.shown(&format!("%%bash\n{script}")), lines, "{script}");
    }
    assert_eq!(notebook.host.stderr.take(), "");
}

#[test]
fn archives_are_unpacked() {
    let mut notebook = Notebook::new();
    notebook.shown(
        "import zipfile\nwith zipfile.ZipFile('a.zip', 'w') as archive:\n    archive.writestr('in/b.txt', 'hello')",
    );
    assert_eq!(notebook.shown("!unzip -q a.zip -d data && cat data/in/b.txt"), "hello\n");
    assert_eq!(notebook.shown("!unzip -o a"), "Archive:  a.zip\n  inflating: in/b.txt\n");
    notebook.shown(
        "import io, tarfile\nwith tarfile.open('c.tar', 'w') as archive:\n    packed = tarfile.TarInfo('in/b.txt')\n    packed.size = 2\n    archive.addfile(packed, io.BytesIO(b'hi'))",
    );
    assert_eq!(notebook.shown("!tar -xf c.tar -C data && cat data/in/b.txt; tar tf c.tar"), "hi\nin/b.txt\n");
    notebook.shown("!tar cf d.tar in");
    assert!(notebook.host.stderr.take().contains("only what is packed can be unpacked"));
}
