"""Writes down what PyTorch and numpy answer to the calls of this folder: python record.py FILE.tsv ...

Each call runs in a process of its own, as `tests/calls.rs` runs it in a fresh namespace, seeded with 0. Only what a file has no answer for is asked, unless --all comes first.
"""

import ast
import io
import os
import signal
import sys
import warnings

PRELUDE = "import torch, numpy as np; from torch import nn; import torch.nn.functional as F"
# Undoes what a call before may have changed, as `tests/calls.rs` does.
RESET = """
torch.manual_seed(0)
torch.set_default_dtype(torch.float32)
torch.set_grad_enabled(True)
torch.autograd.set_detect_anomaly(False)
torch.set_printoptions(profile="default")
"""
# Seconds after which a call is given up.
LIMIT = 10


def answer(call):
    """What a call prints, then its last expression's repr or the exception that ended it."""
    source = call.replace(" ;; ", "\n").replace("\\n", "\n")
    namespace = {"__name__": "__main__"}
    exec(PRELUDE, namespace)
    exec(RESET, namespace)
    stdout, sys.stdout = sys.stdout, io.StringIO()
    try:
        module = ast.parse(source)
        last = module.body.pop() if isinstance(module.body[-1], ast.Expr) else None
        exec(compile(module, "<cell>", "exec"), namespace)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), namespace)
            if value is not None:
                print(repr(value))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    text, sys.stdout = sys.stdout.getvalue(), stdout
    return text.removesuffix("\n").replace("\\", "\\\\").replace("\n", "\\n")


def in_a_process(calls):
    """The answers to calls, of a process of their own; what ends it has none, and those after it get another."""
    answers = []
    while len(answers) < len(calls):
        left = calls[len(answers) :]
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            with open(writing, "w") as pipe:
                for call in left:
                    signal.alarm(LIMIT)
                    print(answer(call), file=pipe, flush=True)
            os._exit(0)
        os.close(writing)
        with open(reading) as pipe:
            answers.extend(pipe.read().split("\n")[:-1])
        _, status = os.waitpid(child, 0)
        if status:
            print(f"{calls[len(answers)]}: ended with status {status}", file=sys.stderr)
            answers.append("")
    return answers


def record(path, anew):
    with open(path) as file:
        lines = file.read().splitlines()
    with open(path, "w") as file:
        for line in lines:
            call, known, _ = line.partition("\t")
            if call and not call.startswith("#") and (anew or not known):
                line = f"{call}\t{in_a_process([call])[0]}"
            print(line, file=file)


def prepare():
    """Imports what calls use, once for all processes."""
    import matplotlib

    matplotlib.use("agg")
    exec(PRELUDE, {})
    warnings.simplefilter("ignore")


if __name__ == "__main__":
    prepare()
    anew = "--all" in sys.argv
    for path in sys.argv[1:]:
        if path != "--all":
            record(path, anew)
