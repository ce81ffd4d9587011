//! What a student types: programs with pieces lost, doubled, swapped and strewn in. Each is compiled or is refused, soon.
//!
//! `KINDLING_FUZZ_CALLS` is the number of programs (10,000 without it) and `KINDLING_FUZZ_SEED` the first seed. Nothing of
//! them runs: the first line ends the cell.

mod common;

use std::{
    env,
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use common::Notebook;
use kindling_python::Outcome;

/// No program of a screen's length may take longer to compile.
const LONGEST: Duration = Duration::from_secs(5);

const PROGRAMS: [&str; 12] = [
    "import torch\nfrom torch import nn, optim as o\nx = torch.tensor([[1., 2.], [3, 4]])[..., None, ::2]\n",
    "class Net(nn.Module, metaclass=M):\n    kind: int = 3\n    def __init__(self, *, n=1, **k):\n        super().__init__()\n",
    "for i, (a, *b) in enumerate(zip(p, q)):\n    if a > 1 and not b or c is not None: continue\n    elif a: break\nelse:\n    pass\n",
    "try:\n    with open('f') as f, lock: yield f\nexcept (A, B) as e:\n    raise C from e\nexcept* D:\n    pass\nfinally:\n    del f\n",
    "def f(a, /, b: int = 2, *args, c, d=lambda x, *y: (x, y), **kw) -> None:\n    '''Says.'''\n    nonlocal g\n    return a if b else c\n",
    "[x * y for x in range(3) if x % 2 for y in z]; {k: v for k, v in d.items()}; {*a, 1}; (i async for i in b)\n",
    "print(f'{x:>{w}.2f} {y!r:^10} {z=} {{}} {f\"{q}\"}', rf'\\d{n}', b'\\x00', u'ü', '''a\nb''' \"c\", sep='')\n",
    "match p:\n    case [1, x, *_] | {'a': 1, **r} if x > 0: pass\n    case Point(x=0, y=-1.5j) as q: pass\n    case None | True | 'a' | a.b: pass\n    case _: pass\n",
    "async def g():\n    async with a as b:\n        await c\n        async for d in e: yield (yield from f)\n",
    "a = b = c; a += 1; b **= -2; c @= d; x: list[int] = []; global h; assert x, 'y'; type T[U: int] = list[U]\n",
    "while (n := next(it, None)) is not None:\n    x[n], y.z = n << 2 | 1 & ~3 ^ 5 // 2, 1_000 if 0x1F < 1e-3 <= 0b1 else 0o7\n",
    "@deco(1)\n@property\ndef h(self): return self.__x\nif __name__ == '__main__':\n\tmain()\n    # less\n%timeit h\n!ls\n?x\n",
];

const STREWN: [&str; 40] = [
    "(", ")", "[", "]", "{", "}", ":", ";", ",", ".", "=", "==", ":=", "->", "*", "**", "@", "\\", "\n",
    "\n    ", "\t", "'", "\"", "'''", "f'{", "}'", "lambda", "yield", "await", "return", "import", "else",
    "except", "case _:", "1e", "0x", "ä", "\u{0}", "…", "# ",
];

/// Numbers that follow from a seed: Knuth's linear congruential generator, the upper bits.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound.max(1)
    }
}

/// Words, numbers, blanks and signs, each a piece.
fn pieces(program: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = None;
    for character in program.chars() {
        let kind = (character.is_alphanumeric() || character == '_', character == ' ');
        match pieces.last_mut() {
            Some(piece) if last == Some(kind) && (kind.0 || kind.1) => piece.push(character),
            _ => pieces.push(character.to_string()),
        }
        last = Some(kind);
    }
    pieces
}

fn damaged(seed: u64) -> String {
    let mut chance = Chance(seed);
    let mut program = String::new();
    for _ in 0..=chance.below(3) {
        program += PROGRAMS[chance.below(PROGRAMS.len())];
    }
    let mut pieces = pieces(&program);
    for _ in 0..=chance.below(6) {
        let (at, other) = (chance.below(pieces.len()), chance.below(pieces.len()));
        match chance.below(6) {
            0 => drop(pieces.remove(at)),
            1 => pieces.insert(at, pieces[other].clone()),
            2 => pieces.swap(at, other),
            3 => pieces.insert(at, STREWN[chance.below(STREWN.len())].to_owned()),
            4 => pieces[at] = STREWN[chance.below(STREWN.len())].to_owned(),
            _ => pieces.truncate(pieces.len() - chance.below(pieces.len()) / 4),
        }
    }
    pieces.concat()
}

fn number_from(variable: &str, otherwise: u64) -> u64 {
    env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// What went wrong with a cell that is ended by its first line, if anything did.
fn complaint(notebook: &mut Notebook, source: &str) -> Option<String> {
    let started = Instant::now();
    let ended =
        catch_unwind(AssertUnwindSafe(|| notebook.session.run("cell", &format!("1/0\n{source}")).outcome));
    match ended {
        Err(_) => Some("panics".to_owned()),
        Ok(Outcome::Failed(_)) if started.elapsed() < LONGEST => None,
        Ok(Outcome::Failed(_)) => Some(format!("takes {:?}", started.elapsed())),
        Ok(other) => Some(format!("ends as {other:?}")),
    }
}

#[test]
fn damaged_programs_are_compiled_or_refused() {
    let mut notebook = Notebook::new();
    let first = number_from("KINDLING_FUZZ_SEED", 0);
    let mut complaints = Vec::new();
    for seed in first..first + number_from("KINDLING_FUZZ_CALLS", 10_000) {
        let source = damaged(seed);
        if let Some(complaint) = complaint(&mut notebook, &source) {
            complaints.push(format!("seed {seed} {complaint}:\n{source}"));
            notebook = Notebook::new();
        }
    }
    assert!(complaints.is_empty(), "{} programs:\n{}", complaints.len(), complaints.join("\n---\n"));
}
