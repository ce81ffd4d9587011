"""`linear_sum_assignment`: which row takes which column, so that all together cost least.

What it is not: for tables without limits on costs. Start reading at `linear_sum_assignment`.
"""

import math

import numpy as np


def linear_sum_assignment(cost_matrix, maximize=False):
    """Rows and their columns, by shortest ways through what each would cost more (R. Jonker, A. Volgenant, 1987)."""
    table = np.asarray(cost_matrix, dtype=np.float64)
    if table.ndim != 2:
        raise ValueError(f"expected a matrix (2-D array), got a {table.ndim} array")
    costs = (-table if maximize else table).tolist()
    is_turned = table.shape[0] > table.shape[1]
    if is_turned:
        costs = [list(column) for column in zip(*costs)]
    rows, columns = len(costs), len(costs[0]) if costs else 0
    of_row, of_column = [0.0] * rows, [0.0] * columns
    column_of, row_of = [-1] * rows, [-1] * columns
    for start in range(rows):
        shortest, before = [math.inf] * columns, [-1] * columns
        seen_rows, seen_columns, row, least, sink = [], [], start, 0.0, -1
        left = list(range(columns))
        while sink < 0:
            seen_rows.append(row)
            best, chosen = math.inf, -1
            for column in left:
                way = least + costs[row][column] - of_row[row] - of_column[column]
                if way < shortest[column]:
                    shortest[column], before[column] = way, row
                if shortest[column] < best or shortest[column] == best and row_of[column] < 0:
                    best, chosen = shortest[column], column
            if best == math.inf:
                raise ValueError("cost matrix is infeasible")
            least = best
            left.remove(chosen)
            seen_columns.append(chosen)
            if row_of[chosen] < 0:
                sink = chosen
            else:
                row = row_of[chosen]
        of_row[start] += least
        for each in seen_rows[1:]:
            of_row[each] += least - shortest[column_of[each]]
        for each in seen_columns:
            of_column[each] -= least - shortest[each]
        while True:
            row = before[sink]
            row_of[sink], column_of[row], sink = row, sink, column_of[row]
            if row == start:
                break
    if is_turned:
        pairs = sorted((column, row) for row, column in enumerate(column_of))
        return np.array([pair[0] for pair in pairs], dtype=np.int64), np.array([pair[1] for pair in pairs], dtype=np.int64)
    return np.arange(rows), np.array(column_of, dtype=np.int64)
