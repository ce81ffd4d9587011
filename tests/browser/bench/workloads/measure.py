"""What every program of the bench ends with: `work(steps)` is measured as sides/in_page/measure.mjs does it.

`WINDOW` (seconds), `CHECKED` (steps whose result is compared) and `EACH_STEP` (whether each step's result is read) are
set before the program.
"""

import json
import time

BURST = 0.02


def timed(steps):
    begin = time.perf_counter()
    if EACH_STEP:
        for _ in range(steps):
            work(1)
    else:
        work(steps)
    return time.perf_counter() - begin


def measured():
    first, later = work(1), work(CHECKED)
    steps = 1
    while (seconds := timed(steps)) < WINDOW:  # warms up
        steps *= 8 if seconds < WINDOW / 8 else 2
    burst = max(1, round(steps * BURST / seconds))
    fastest, spent = math.inf, 0
    while spent < WINDOW:
        seconds = timed(burst)
        fastest, spent = min(fastest, seconds / burst), spent + seconds
    return {"first": first, "later": later, "seconds": fastest}


print(json.dumps(measured()))
