"""Measurements and tables of them: what torch.utils.benchmark prints of times that are known."""

from torch.utils.benchmark import Compare, Measurement, TaskSpec, Timer, select_unit, unit_to_english


def measured(times, number=10, **names):
    names = {"stmt": "solve(a, b)", "setup": "a = b = 1", **names}
    return Measurement(number, times, TaskSpec(**names))


one = measured([2e-5])
print(one.mean, one.median, one.iqr, one.times, one.significant_figures, one.has_warnings)
print(one.title, one.label, one.env, one.num_threads, one.as_row_name, one.meets_confidence())
for each in (
    one,
    measured([1e-5, 2e-5, 4e-5, 8e-5, 3e-5], label="Solve", sub_label="small", description="first", num_threads=4),
    measured([1.0, 1.05, 1.2, 1.1], stmt="a = 2\nsolve(a, b)"),
    measured([1.0, 1.05, 1.3, 1.12]),
):
    print("\n".join(str(each).split("\n")[1:]))
spread = (1, 1.01, 1.02, 1.3, 1.05)
results = [
    measured(
        [base * share * factor * 1e-6 for factor in spread], label="Solve", sub_label=f"{size} unknowns", description=word,
        num_threads=threads,
    )
    for threads in (1, 4)
    for size, base in ((8, 40), (64, 2000))
    for word, share in (("by hand", 1.0), ("built in", 0.3))
]  # fmt: skip
table = Compare(results)
table.print()
table.trim_significant_figures()
table.print()
for rowwise in (False, True):
    table.colorize(rowwise=rowwise)
    print(repr(str(table)))
wide = [measured([1e-3, 1.5e-3, 2e-3, 1e-3], label="Other", sub_label="a", description="x")]
table = Compare([*results, *wide])
table.highlight_warnings()
print(table)
try:
    Compare([3])
except ValueError as error:
    print(error)
print(select_unit(3e-4), select_unit(2.0), unit_to_english("us"))
timed = Timer("torch.ones(size)", globals={"size": 3}, label="Ones").timeit(5)
print(timed.number_per_run, len(timed.times), timed.label, timed.median > 0)
