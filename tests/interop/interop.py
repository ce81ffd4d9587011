"""Checkpoints between Kindling and a real PyTorch, both ways, every value exactly.

usage: python3 interop.py KINDLING, with a Python that has PyTorch and the path of Kindling's CLI.
What it is not: a test of the archive's bytes; only PyTorch knows what it reads. Start reading at the table CASES.
"""

import pathlib
import subprocess
import sys
import tempfile

import lessons

# Each case makes `value`; the same source runs in PyTorch and in Kindling.
CASES = {
    "linear": "value = nn.Linear(1, 1).state_dict()",
    "layers": "value = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3)).state_dict()",
    "tensor": "value = torch.arange(6.0).reshape(2, 3) / 7",
    "scalar": "value = torch.tensor(3.5)",
    "empty": "value = torch.zeros(0, 3)",
    "transposed view": "value = torch.arange(12.0).reshape(3, 4).T[1:]",
    "dtypes": "value = [torch.tensor([0, 1, 2]), torch.tensor([0.1], dtype=torch.float64), torch.tensor([True, False])]",
    "shared storage": "x = torch.arange(4.0); value = [x[:2], x[2:]]",
    "parameter": "value = nn.Parameter(torch.tensor([1.0, 2.0]))",
    "checkpoint": """
model = nn.Linear(2, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
model(torch.ones(3, 2)).sum().backward()
optimizer.step()
value = {"epoch": 5, "model": model.state_dict(), "optimizer": optimizer.state_dict(), "loss": 0.25,
         "name": "line", "shape": (1, 2), "ok": True, "none": None, "big": 2**40, "list": [1, "a", 2.5]}""",
}

PRELUDE = """
import torch
from torch import nn
def show(name, x):
    if isinstance(x, torch.Tensor):
        print(name, type(x).__name__, x.dtype, tuple(x.shape), x.stride(), x.requires_grad, x.detach().reshape(-1).tolist())
    elif isinstance(x, dict):
        print(name, "dict")
        for key in x:
            show(f"{name}.{key}", x[key])
    elif isinstance(x, (list, tuple)):
        print(name, type(x).__name__)
        for i, y in enumerate(x):
            show(f"{name}.{i}", y)
    else:
        print(name, type(x).__name__, repr(x))
torch.manual_seed(42)
"""


def run(program, source, directory):
    """Runs a program's text and returns what it prints."""
    script = directory / "program.py"
    script.write_text(PRELUDE + source)
    done = subprocess.run([*program, str(script)], cwd=directory, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise AssertionError(done.stderr.strip() or f"ended with {done.returncode}")
    return done.stdout


def passes_on(writer, reader, source):
    """What one side saves, the other must load and show alike."""
    with tempfile.TemporaryDirectory() as directory:
        directory = pathlib.Path(directory)
        written = run(writer, source + '\ntorch.save(value, "value.pth")\nshow("value", value)', directory)
        read = run(reader, 'show("value", torch.load("value.pth"))', directory)
    if written != read:
        raise AssertionError(f"written:\n{written}read:\n{read}")


def main():
    kindling, pytorch = [str(pathlib.Path(sys.argv[1]).resolve()), "run"], [sys.executable]
    passed = failed = 0
    for name, source in CASES.items():
        for direction, writer, reader in [("to PyTorch", kindling, pytorch), ("from PyTorch", pytorch, kindling)]:
            try:
                passes_on(writer, reader, source)
                passed += 1
            except (AssertionError, subprocess.TimeoutExpired) as problem:
                failed += 1
                print(f"FAILED {name}, {direction}: {problem}")
    of_lessons = lessons.check()
    print(f"{passed + of_lessons[0]} passed, {failed + of_lessons[1]} failed")
    return failed != 0 or of_lessons[1] != 0


if __name__ == "__main__":
    sys.exit(main())
