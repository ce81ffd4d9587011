"""Makes the calls of `../sweep_*.tsv` and writes down what PyTorch and numpy answer: python sweep.py [AREA ...]

Not a test: `tests/calls.rs` compares. What is called is `AREA.txt` here (its head says how), what may be called `public.txt`.
Start reading at `main`.
"""

import ast
import pathlib
import re
import sys
import warnings
import zlib

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import record

# Of the variations of a call that many of each kind are kept, by turns, so that all of them occur in every area.
KEPT = {"edge": 2, "bad": 2}
# Names of which several calls are typical have one of each, and so have methods of what functions do, too.
KEPT_OF_SEVERAL = {"edge": 1, "bad": 1}
# An answer with one of these is another one elsewhere or tomorrow: addresses, paths, versions.
PASSING = re.compile(r"0x[0-9a-f]{5}|\.cpp|\.py\b|(?<![\w)\]])/[a-z]+/|\bid=\d|^[A-Za-z]+Error: .*(?:\bop:|\bat::|c10::)")
# Messages that are generated from C++ signatures: of these only the type is compared.
GENERATED = re.compile(r"invalid combination of arguments|\(position \d|INTERNAL ASSERT|\bschema\b|unsupported operand|ufunc '|numba")
EDGES = {
    "torch": (
        "{}.long()", "{}.bool()", "{}.double()", "{}[:0]", "{}[0]", "{}.half()", "{}[None]", "{}.flip(-1)", "{}.int()", "{}.mT",
        "{}.sum()", "{}.to(torch.uint8)", "{}.bfloat16()",
    ),
    "numpy": (
        "{}.astype(int)", "{}.astype(bool)", "{}.astype('f4')", "{}[:0]", "{}[0]", "{}.tolist()", "{}[None]", "{}[..., ::-1]",
        "{}.T", "{}.sum()", "{}.astype('u1')",
    ),
}  # fmt: skip


class Area:
    """A module's calls: the words of its vocabulary, and templates by the name that is called."""

    def __init__(self, name):
        self.name = name
        self.words, self.own, self.common, self.left = {}, {}, [], set()
        self.kind = "numpy" if name.startswith("numpy") else "torch"
        self.modules, self.like = [], None
        for line in (HERE / f"{name}.txt").read_text().splitlines():
            if line and not line.startswith("#"):
                self.take(*(part.strip() for part in line.split("|", 1)))

    def take(self, heads, template):
        if heads == "modules":
            self.modules = template.split()
        elif heads == "like":
            self.like = Area(template)
            self.words = dict(self.like.words)
        elif heads == "no":
            self.left.update(template.split())
        elif heads.startswith("$"):
            self.words[heads[1:]] = template
        elif heads == "*":
            self.common.append(template)
        else:
            for head in heads.split():
                self.own.setdefault(head, []).append(template)

    def names(self):
        """What is public and can be called, in the order of `public.txt`, then what only this file names."""
        public = names_of_modules()
        names = dict.fromkeys(name for module in self.modules for name in public[module])
        return [name for name in {**names, **self.own} if name not in self.left]


def names_of_modules():
    lines = (HERE / "public.txt").read_text().splitlines()
    parts = (line.partition(": ") for line in lines if line and not line.startswith("#"))
    return {module: [name for name in names.split() if not name.endswith("-")] for module, _, names in parts}


class Typical:
    """A call that works, as syntax, of which others are made."""

    def __init__(self, area, name, template):
        self.area, self.name = area, name
        text = re.sub(r"\$(\w)", r"_\1_", template.replace("@", name))
        *self.before, self.last = text.split(" ;; ")

    def text(self, tree=None):
        last = self.last if tree is None else ast.unparse(tree).replace("\n", "\\n")
        whole = " ;; ".join([*self.before, last])
        return re.sub(r"\b_(\w)_(?!\w)", lambda word: self.value(word, whole), whole)

    def value(self, word, whole):
        value = self.area.words[word[1]]
        is_operand = re.match(r"\w+\(", value) is None and re.search(r" [-+*/] ", value) is not None
        followed = whole[word.end() : word.end() + 1] in (".", "[")
        return f"({value})" if is_operand and followed else value

    def call(self):
        """A fresh tree, and in it the call that is meant, if there is one."""
        tree = ast.parse(self.last)
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        name = self.name.rpartition(".")[2]
        named = [node for node in calls if ast.unparse(node.func).rpartition(".")[2] == name]
        return tree, (named or calls or [None])[0]

    def edges(self):
        for variant in EDGES[self.area.kind]:
            tree, _ = self.call()
            words = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and is_word(node.id)]
            if words:
                first = min(words, key=lambda node: node.col_offset)
                first.id = variant.format(first.id)
                yield self.text(tree)

    def bad(self):
        for change in (unknown_keyword, wrong_type, missing, wrong_dim, wrong_size, none, too_many, second_wrong_type):
            tree, call = self.call()
            if call is not None and change(call):
                yield self.text(tree)


def is_word(name):
    return re.fullmatch(r"_\w_", name) is not None


def unknown_keyword(call):
    call.keywords.append(ast.keyword("foo", ast.Constant(1)))
    return True


def wrong_type(call):
    if call.args:
        call.args[0] = ast.Constant("a")
    return bool(call.args)


def second_wrong_type(call):
    if len(call.args) > 1:
        call.args[1] = ast.Constant("a")
    return len(call.args) > 1


def missing(call):
    if call.args:
        call.args.pop()
    return bool(call.args) or bool(call.keywords) or isinstance(call.func, ast.Attribute)


def wrong_dim(call):
    values = [argument for argument in [*call.args, *(keyword.value for keyword in call.keywords)]]
    numbers = [value for value in values if isinstance(value, ast.Constant) and type(value.value) is int]
    for number in numbers[-1:]:
        number.value = -7
    return bool(numbers)


def wrong_size(call):
    words = [node for node in ast.walk(call) if isinstance(node, ast.Name) and is_word(node.id)]
    for word in words[1:2]:
        word.id = f"{word.id}[:1]"
    return len(words) > 1


def none(call):
    if call.args:
        call.args[-1] = ast.Constant(None)
    return bool(call.args)


def too_many(call):
    call.args.extend([ast.Constant(1), ast.Constant(2), ast.Constant(3)])
    return True


def answered(call, known):
    """What the real library shows, or None where that says nothing for certain."""
    text = known[call]
    error = re.match(r"(\w*(?:Error|Exception|Warning)): ", text)
    if error and (error[1] == "TypeError" or PASSING.search(text) or GENERATED.search(text)):
        return f"{error[1]}:"
    return None if not text or len(text) > 400 or PASSING.search(text) else text


def ask(calls, known):
    """Asks for those answers that are not known yet, all at once."""
    new = [call for call in dict.fromkeys(calls) if call not in known]
    known.update(zip(new, record.in_a_process(new)))


def is_error(text):
    return text is None or re.match(r"\w*(?:Error|Exception|Stop\w+):", text) is not None


def is_like(area, name):
    return area.like is not None and name not in area.own


def as_method(template):
    """`torch.f(x, 1)` as `x.f(1)`."""
    return re.sub(r"torch\.@\((\$\w(?: [-+*/] [\w.]+)?)(?:, )?", method_of, template)


def method_of(found):
    return f"({found[1]}).@(" if " " in found[1] else f"{found[1]}.@("


def typical_calls(area, name, known):
    """The area's own templates for a name, or the first two common ones that it answers."""
    if is_like(area, name):
        templates = area.like.own.get(name) or area.like.own.get(name.removesuffix("_"), [])
        calls = [Typical(area, name, as_method(template)) for template in templates if "@($" in template]
        ask([call.text() for call in calls], known)
        found = [call for call in calls if not is_error(answered(call.text(), known))][:1]
        if found:
            return found
    if name in area.own:
        return [Typical(area, name, template) for template in area.own[name]]
    common = [Typical(area, name, template) for template in area.common]
    ask([call.text() for call in common], known)
    return [call for call in common if not is_error(answered(call.text(), known))][:2]


def calls_of(area, name, known, every=False):
    """The calls of a name and their answers: what is typical, then some of each kind of variation."""
    typical = typical_calls(area, name, known)
    calls = [call.text() for call in typical]
    for kind, makers in (("edge", [call.edges for call in typical]), ("bad", [call.bad for call in typical])):
        made = list(dict.fromkeys(text for maker in makers for text in maker() if text not in calls))
        turn = zlib.crc32(name.encode())
        kept = KEPT_OF_SEVERAL if len(typical) > 1 or is_like(area, name) else KEPT
        calls += made if every else [made[(turn + 3 * at) % len(made)] for at in range(kept[kind]) if made]
    ask(calls, known)
    answers = {text: answered(text, known) for text in calls}
    return {text: answer for text, answer in answers.items() if answer is not None}


def sweep(name, known, every=False):
    area = Area(name)
    silent, lines = [], {}
    for called in area.names():
        calls = calls_of(area, called, known, every)
        if not calls:
            silent.append(called)
        lines.update(calls)
    print(f"{name}: {len(lines)} calls of {len(area.names())} names; none of {' '.join(silent) or 'nothing'}")
    return lines


def calls_elsewhere(path):
    """The calls of the other tables: a call is in one only."""
    others = (other for other in HERE.parent.glob("*.tsv") if other != path)
    return {line.partition("\t")[0] for other in others for line in other.read_text().splitlines()}


def main(areas):
    record.prepare()
    chosen = areas or [path.stem for path in sorted(HERE.glob("*.txt")) if path.stem != "public"]
    for area in chosen:
        path = HERE.parent / f"sweep_{area}.tsv"
        known = calls_elsewhere(path)
        lines = [f"{call}\t{answer}\n" for call, answer in sweep(area, {}).items() if call not in known]
        path.write_text(f"# Written by sweep/sweep.py of what sweep/{area}.txt says.\n" + "".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
