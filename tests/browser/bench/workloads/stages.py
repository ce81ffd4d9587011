"""What a line of a training loop costs: the loop with its first line, with its first two, and so on.

`LINES` are the lines of a workload's step. What each loop takes longer than the one before is the new line's time. The
differences are small, so the loops take turns in bursts too short to be interrupted often, and the fastest counts.
"""

import json
import time

BURST, BURSTS = 0.01, 20


def loop_of(lines):
    body = "".join(f"\n        {line}" for line in lines or ["pass"])
    scope = dict(globals())
    exec(f"def loop(steps):\n    for _ in range(steps):{body}", scope)
    return scope["loop"]


def timed(loop, steps):
    begin = time.perf_counter()
    loop(steps)
    return time.perf_counter() - begin


def steps_for(loop, seconds):
    """How many steps take at least so long."""
    steps = 1
    while timed(loop, steps) < seconds:
        steps *= 2
    return steps


loops = [loop_of(LINES[:count]) for count in range(len(LINES) + 1)]
steps_for(loops[-1], WINDOW)  # warms up
counts = [steps_for(loop, BURST) for loop in loops]
bursts = [[timed(loop, steps) / steps for loop, steps in zip(loops, counts)] for _ in range(BURSTS)]
print(json.dumps([min(times) for times in zip(*bursts)]))
