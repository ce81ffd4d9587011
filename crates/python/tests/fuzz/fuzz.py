"""Calls with arguments that make no sense, written down as Python: `make_calls(from, to)` makes one for each seed.

A call is a line of source, so that what is printed before it is what makes it again. Start reading at `make_calls`.
"""

import sys


def look_at(value, depth=0):
    """What one does with a result: shows it, and takes its gradient."""
    if isinstance(value, torch.Tensor):
        if value.numel() < 2000:
            repr(value)
        if value.requires_grad and value.numel() < 10_000:
            value.sum().backward()
    elif isinstance(value, (tuple, list)) and depth < 3:
        for part in value[:5]:
            look_at(part, depth + 1)
    elif isinstance(value, data.DataLoader):
        for number, part in enumerate(value):
            look_at(part, depth + 1)
            if number > 3:
                break
    elif not isinstance(value, np.ndarray) or value.size < 2000:
        repr(value)


def reset():
    """Undoes what a call may have changed beyond its own names."""
    torch.set_default_dtype(torch.float32)
    torch.set_default_device(None)
    torch.set_grad_enabled(True)
    torch.autograd.set_detect_anomaly(False)
    torch.set_printoptions(profile="default")
    plt.close("all")


def make_call(seed):
    writer = Writer(seed)
    source = writer.call()
    if writer.one_in(2):
        source += "; look_at(y)"
    elif writer.one_in(2):
        source += "; y.requires_grad and y.sum().backward()"
    sys.stdout.write(f"call {seed} {source}\n")
    torch.manual_seed(0)
    try:
        exec(source, dict(SURROUNDINGS))
    except SystemError:
        raise
    except (Exception, KeyboardInterrupt):
        COUNTS["refused"] += 1
    plt.close("all")
    COUNTS["all"] += 1
    if "set_" in source or "rcParams" in source or "style" in source:
        reset()


COUNTS = {"refused": 0, "all": 0}
SURROUNDINGS = {
    "torch": torch, "np": np, "nn": nn, "F": F, "plt": plt, "data": data, "lr_scheduler": lr_scheduler,
    "Back": Back, "look_at": look_at, "Odd": Odd, "Whole": Whole, "in_itself": in_itself, "deep": deep,
}


def make_calls(first, end):
    for seed in range(first, end):
        try:
            make_call(seed)
        except KeyboardInterrupt:
            # It was meant for the call before.
            make_call(seed)
    reset()
    sys.stdout.write(f"so far {COUNTS}\n")
