"""What a line of a training loop costs: the loop with its first line, with its first two, and so on.

`LINES` are the lines of a workload's step. What each loop takes longer than the one before is the new line's time.
"""

import json
import time


def loop_of(lines):
    body = "".join(f"\n        {line}" for line in lines or ["pass"])
    scope = dict(globals())
    exec(f"def loop(steps):\n    for _ in range(steps):{body}", scope)
    return scope["loop"]


def timed(loop, steps):
    begin = time.perf_counter()
    loop(steps)
    return time.perf_counter() - begin


def seconds_of(loop):
    steps = 1
    while (seconds := timed(loop, steps)) < WINDOW:
        steps *= 8 if seconds < WINDOW / 8 else 2
    return seconds / steps


loops = [loop_of(LINES[:count]) for count in range(len(LINES) + 1)]
seconds_of(loops[-1])  # warms up
print(json.dumps([seconds_of(loop) for loop in loops]))
