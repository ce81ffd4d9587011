"""What each of many lines shows, as at Python's prompt: the `repr` of its value, or what it raises.

What it is not: a golden; programs with many small questions import it.
"""


def each_line(lines, names):
    """Runs the lines one after the other among the names of a program, and prints each with what it shows."""
    for line in lines.strip().split("\n"):
        print(">", line)
        try:
            try:
                code = compile(line, "line", "eval")
            except SyntaxError:
                exec(line, names)
                continue
            value = eval(code, names)
            if value is not None:
                print(repr(value))
        except Exception as error:
            print(type(error).__name__, error)
