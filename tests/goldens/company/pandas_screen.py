"""Frames cut to a screen's size, which 0 rows or columns ask for; dots below dots; long titles."""
import pandas as pd

wide = pd.DataFrame({f"part {at}": [at * 10**place for place in range(40)] for at in range(9)})
for rows, columns in ((0, 4), (6, 5), (0, 0), (10, 0), (8, 3)):
    with pd.option_context("display.max_rows", rows, "display.max_columns", columns):
        print(wide % 1000003, wide[:3][["part 1"]], wide["part 2"][:30], sep="\n")
with pd.option_context("display.max_rows", 0, "display.max_columns", 0):
    print(wide[["part 0"]][:18], wide[["part 0"]][:19], pd.DataFrame([range(60)]), sep="\n")
    print(wide[["part 0"]][:19]._repr_html_().count("<tr"))
print(wide[["part 3"]][:9].to_string(max_rows=4))
asked = "How much do you like what stands in this long question?"
print(pd.DataFrame({asked: [1, 5], "said": ["no " * 30, "yes"]}, index=["first", "second " * 8]).to_string())
