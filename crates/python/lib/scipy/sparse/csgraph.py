"""Ways through graphs that are tables: the shortest, the trees, the parts that hang together, how much can flow.

What it is not: made for large graphs; a table here keeps its zeros, which stand for no edge. Start reading at `shortest_path`.
"""

import heapq

import numpy as np
from scipy._missing import missing
from scipy.sparse import csr_matrix, issparse

_NOWHERE = -9999


class NegativeCycleError(Exception):
    """A way in a circle that costs less than nothing: the more often it is gone, the shorter."""

    def __init__(self, message=""):
        super().__init__(message)


def _table(graph):
    """The costs of edges; where none is, 0."""
    table = np.array(graph.toarray() if issparse(graph) else graph, dtype=float)
    if table.ndim != 2 or table.shape[0] != table.shape[1]:
        raise ValueError("graph should be a square array")
    return table if issparse(graph) else np.where(np.isfinite(table), table, 0.0)


def _edges(table, directed=True):
    """Where each node leads, and for how much; without directions both ways of an edge count."""
    found = []
    for at in range(len(table)):
        own = {to: table[at, to].item() for to in np.nonzero(table[at])[0].tolist()}
        if not directed:
            for to in np.nonzero(table[:, at])[0].tolist():
                cost = table[to, at].item()
                own[to] = min(own.get(to, cost), cost)
        found.append(list(own.items()))
    return found


def _starts(indices, count):
    if indices is None:
        return list(range(count)), (count, count)
    places = np.atleast_1d(np.asarray(indices)).tolist()
    for at in places:
        if not -count <= at < count:
            raise ValueError("indices out of range 0...N")
    return [at % count for at in places], (count,) if np.ndim(indices) == 0 else (len(places), count)


def _from(edges, start, limit, count):
    """Costs from a start, and the node before each (Dijkstra)."""
    costs, before, waiting, done = [np.inf] * count, [_NOWHERE] * count, [(0.0, start)], set()
    costs[start] = 0.0
    while waiting:
        cost, at = heapq.heappop(waiting)
        if at in done:
            continue
        done.add(at)
        for to, step in edges[at]:
            if cost + step < costs[to] and cost + step <= limit:
                costs[to], before[to] = cost + step, at
                heapq.heappush(waiting, (cost + step, to))
    return costs, before


def _slowly(edges, start, count):
    """As `_from`, where edges may cost less than nothing (Bellman and Ford)."""
    costs, before = [np.inf] * count, [_NOWHERE] * count
    costs[start] = 0.0
    for _ in range(count + 1):
        changed = False
        for at in range(count):
            for to, step in edges[at] if costs[at] < np.inf else ():
                if costs[at] + step < costs[to] - 1e-13 * abs(costs[to] if costs[to] < np.inf else 0):
                    costs[to], before[to], changed = costs[at] + step, at, True
        if not changed:
            return costs, before
    raise NegativeCycleError("Negative cycle detected on node %i" % start)


def _ways(csgraph, way, directed, indices, return_predecessors, unweighted):
    table = _table(csgraph)
    table = (table != 0).astype(float) if unweighted else table
    edges, (starts, shape) = _edges(table, directed), _starts(indices, len(table))
    found = [way(edges, start, len(table)) for start in starts]
    costs = np.array([each for each, _ in found]).reshape(shape)
    if not return_predecessors:
        return costs
    return costs, np.array([before for _, before in found], dtype=np.int32).reshape(shape)


def dijkstra(csgraph, directed=True, indices=None, return_predecessors=False, unweighted=False, limit=np.inf, min_only=False):
    """The shortest ways, where no edge costs less than nothing."""
    if min_only:
        raise NotImplementedError("dijkstra: min_only=True is not built into this scipy")
    return _ways(csgraph, lambda edges, start, count: _from(edges, start, limit, count), directed, indices, return_predecessors,
                 unweighted)


def bellman_ford(csgraph, directed=True, indices=None, return_predecessors=False, unweighted=False):
    """The shortest ways, where edges may cost less than nothing."""
    return _ways(csgraph, _slowly, directed, indices, return_predecessors, unweighted)


def johnson(csgraph, directed=True, indices=None, return_predecessors=False, unweighted=False):
    """The shortest ways, where edges may cost less than nothing."""
    return bellman_ford(csgraph, directed, indices, return_predecessors, unweighted)


def floyd_warshall(csgraph, directed=True, return_predecessors=False, unweighted=False, overwrite=False):
    """The shortest ways between all nodes."""
    del overwrite
    table = _table(csgraph)
    table = (table != 0).astype(float) if unweighted else table
    count = len(table)
    costs = np.where(table != 0, table, np.inf)
    costs = costs if directed else np.minimum(costs, costs.T)
    np.fill_diagonal(costs, 0.0)
    before = np.where(np.isfinite(costs), np.arange(count).reshape(-1, 1), _NOWHERE)
    np.fill_diagonal(before, _NOWHERE)
    for by in range(count):
        through = costs[:, by : by + 1] + costs[by : by + 1, :]
        is_better = through < costs
        costs, before = np.where(is_better, through, costs), np.where(is_better, before[by : by + 1, :], before)
    if bool((np.diagonal(costs) < 0).any()):
        raise NegativeCycleError("Negative cycle in nodes %s" % np.nonzero(np.diagonal(costs) < 0)[0])
    return (costs, before.astype(np.int32)) if return_predecessors else costs


def shortest_path(csgraph, method="auto", directed=True, return_predecessors=False, unweighted=False, overwrite=False, indices=None):
    """The costs of the shortest ways."""
    if method not in ("auto", "FW", "D", "BF", "J"):
        raise ValueError(f"unrecognized method '{method}'")
    if method == "FW":
        if indices is not None:
            raise ValueError("Cannot specify indices with method == 'FW'.")
        return floyd_warshall(csgraph, directed, return_predecessors, unweighted, overwrite)
    is_plain = method == "D" or method == "auto" and not bool((_table(csgraph) < 0).any())
    way = dijkstra if is_plain else bellman_ford
    return way(csgraph, directed=directed, indices=indices, return_predecessors=return_predecessors, unweighted=unweighted)


def _neighbours(csgraph, directed):
    """Where each node leads, in the order in which they are looked through."""
    table = _table(csgraph)
    found = []
    for at in range(len(table)):
        own = np.nonzero(table[at])[0].tolist()
        found.append(own if directed else own + [to for to in np.nonzero(table[:, at])[0].tolist() if to not in own])
    return found


def _walked(order, before, return_predecessors):
    order = np.array(order, dtype=np.int32)
    return (order, np.array(before, dtype=np.int32)) if return_predecessors else order


def breadth_first_order(csgraph, i_start, directed=True, return_predecessors=True):
    """The nodes by how many edges they are away."""
    around = _neighbours(csgraph, directed)
    order, before = [i_start], [_NOWHERE] * len(around)
    for at in order:
        for to in around[at]:
            if to != i_start and before[to] == _NOWHERE:
                before[to] = at
                order.append(to)
    return _walked(order, before, return_predecessors)


def depth_first_order(csgraph, i_start, directed=True, return_predecessors=True):
    """The nodes along one way as far as it goes, then along the next."""
    around = _neighbours(csgraph, directed)
    order, before, way, seen = [i_start], [_NOWHERE] * len(around), [i_start], {i_start}
    while way:
        after = next((to for to in around[way[-1]] if to not in seen), None)
        if after is None:
            way.pop()
            continue
        before[after] = way[-1]
        seen.add(after)
        order.append(after)
        way.append(after)
    return _walked(order, before, return_predecessors)


def _tree(csgraph, before, directed):
    table = _table(csgraph)
    found = np.zeros_like(table)
    for to, at in enumerate(before.tolist()):
        if at >= 0:
            both = [cost for cost in (table[at, to], 0 if directed else table[to, at]) if cost]
            found[at, to] = min(both)
    return csr_matrix(found)


def breadth_first_tree(csgraph, i_start, directed=True):
    """The edges by which `breadth_first_order` goes."""
    return _tree(csgraph, breadth_first_order(csgraph, i_start, directed)[1], directed)


def depth_first_tree(csgraph, i_start, directed=True):
    """The edges by which `depth_first_order` goes."""
    return _tree(csgraph, depth_first_order(csgraph, i_start, directed)[1], directed)


def connected_components(csgraph, directed=True, connection="weak", return_labels=True):
    """How many parts hang together, and in which each node is; with "strong" there and back."""
    if connection.lower() not in ("weak", "strong"):
        raise ValueError("connection must be 'weak' or 'strong'")
    strong = directed and connection.lower() == "strong"
    around = _neighbours(csgraph, strong)
    labels = _strong(around) if strong else _weak(around)
    count = max(labels, default=-1) + 1
    return (count, np.array(labels, dtype=np.int32)) if return_labels else count


def _weak(around):
    labels, count = [-1] * len(around), 0
    for start in range(len(around)):
        if labels[start] >= 0:
            continue
        waiting, labels[start] = [start], count
        while waiting:
            for to in around[waiting.pop()]:
                if labels[to] < 0:
                    labels[to] = count
                    waiting.append(to)
        count += 1
    return labels


def _strong(around):
    """Parts in which each node leads to each (Tarjan), in the order in which they are complete."""
    around = [own[::-1] for own in around]
    labels, number, low, stack, count, clock = [-1] * len(around), {}, {}, [], 0, 0
    for start in range(len(around)):
        if start in number:
            continue
        way = [(start, iter(around[start]))]
        number[start] = low[start] = clock
        clock += 1
        stack.append(start)
        while way:
            at, rest = way[-1]
            to = next(rest, None)
            if to is None:
                way.pop()
                if way:
                    low[way[-1][0]] = min(low[way[-1][0]], low[at])
                if low[at] == number[at]:
                    while labels[at] < 0:
                        labels[stack.pop()] = count
                    count += 1
            elif to not in number:
                number[to] = low[to] = clock
                clock += 1
                stack.append(to)
                way.append((to, iter(around[to])))
            elif labels[to] < 0:
                low[at] = min(low[at], number[to])
    return labels


def minimum_spanning_tree(csgraph, overwrite=False):
    """The edges that hold all together for the least cost (Kruskal)."""
    del overwrite
    table = _table(csgraph)
    rows, columns = np.nonzero(table)
    costs, root, found = table[rows, columns], list(range(len(table))), np.zeros_like(table)

    def part(at):
        while root[at] != at:
            root[at] = at = root[root[at]]
        return at

    for place in np.argsort(costs, kind="stable").tolist():
        one, other = int(rows[place]), int(columns[place])
        if part(one) != part(other):
            root[part(one)] = part(other)
            found[one, other] = costs[place]
    return csr_matrix(found)


def laplacian(csgraph, normed=False, return_diag=False, use_out_degree=False, *, copy=True, form="array", dtype=None, symmetrized=False):
    """What leaves each node, less what goes to each other."""
    if form != "array" or symmetrized:
        raise NotImplementedError("csgraph.laplacian: form and symmetrized are not built into this scipy")
    del copy
    table = np.array(csgraph.toarray() if issparse(csgraph) else csgraph)
    if table.ndim != 2 or table.shape[0] != table.shape[1]:
        raise ValueError("csgraph must be a square matrix or array")
    table = table.astype(float) if normed or table.dtype.kind not in "if" else table
    table = table - np.diag(np.diagonal(table))
    degrees = table.sum(axis=1 if use_out_degree else 0)
    if normed:
        is_alone = degrees == 0
        sizes = np.where(is_alone, 1.0, np.sqrt(degrees))
        found, diagonal = -table / sizes / sizes.reshape(-1, 1), sizes
        np.fill_diagonal(found, 1.0 - is_alone)
    else:
        found, diagonal = np.diag(degrees) - table, degrees
    found = found if dtype is None else found.astype(dtype)
    found = csr_matrix(found) if issparse(csgraph) else found
    return (found, diagonal) if return_diag else found


class MaximumFlowResult:
    """How much flows, and where."""

    def __init__(self, flow_value, flow):
        self.flow_value, self.flow = flow_value, flow

    def __repr__(self):
        return f"MaximumFlowResult with value of {self.flow_value}"


def maximum_flow(csgraph, source, sink, *, method="dinic"):
    """The most that can flow from one node to another (Edmonds and Karp)."""
    if not issparse(csgraph):
        raise TypeError("graph must be in CSR format")
    room = csgraph.toarray()
    if room.dtype.kind not in "iu":
        raise ValueError("graph.data must be of an integer dtype")
    if method not in ("dinic", "edmonds_karp"):
        raise ValueError("maximum_flow method should be one of 'edmonds_karp' or 'dinic'")
    if source == sink:
        raise ValueError("source and sink vertices must differ")
    left, whole = [list(map(int, row)) for row in room.tolist()], 0
    count = len(left)
    around = [[to for to in range(count) if left[at][to] or left[to][at]] for at in range(count)]
    while True:
        before, waiting = {source: None}, [source]
        for at in waiting:
            for to in around[at]:
                if to not in before and left[at][to] > 0:
                    before[to] = at
                    waiting.append(to)
        if sink not in before:
            break
        way, at = [], sink
        while before[at] is not None:
            way.append((before[at], at))
            at = before[at]
        step = min(left[a][b] for a, b in way)
        for a, b in way:
            left[a][b] -= step
            left[b][a] += step
        whole += step
    flow = room.astype(np.int64) - np.array(left)
    return MaximumFlowResult(np.int64(whole), csr_matrix(flow.astype(np.int32)))


def maximum_bipartite_matching(graph, perm_type="row"):
    """Which row goes with each column, or for "column" which column with each row, of as many pairs as there can be; -1 for none."""
    table = graph.toarray() if issparse(graph) else np.asarray(graph)
    table = table.T if perm_type == "column" else table
    around = [np.nonzero(row)[0].tolist() for row in table]
    partner = [-1] * table.shape[1]

    def found(at, seen):
        for to in around[at]:
            if to not in seen:
                seen.add(to)
                if partner[to] < 0 or found(partner[to], seen):
                    partner[to] = at
                    return True
        return False

    for at in range(len(around)):
        found(at, set())
    return np.array(partner, dtype=np.int32)


def reverse_cuthill_mckee(graph, symmetric_mode=False):
    """An order of the nodes in which edges lead not far."""
    table = _table(graph) != 0
    table = table if symmetric_mode else table | table.T
    around = [np.nonzero(row)[0].tolist() for row in table]
    degrees = [len(each) for each in around]
    order, seen = [], set()
    for start in sorted(range(len(around)), key=degrees.__getitem__):
        if start in seen:
            continue
        seen.add(start)
        order.append(start)
        at = len(order) - 1
        while at < len(order):
            fresh = [to for to in around[order[at]] if to not in seen]
            seen.update(fresh)
            order += sorted(fresh, key=degrees.__getitem__)
            at += 1
    return np.array(order[::-1], dtype=np.int32)


def csgraph_from_dense(graph, null_value=0, nan_null=True, infinity_null=True):
    """A table as a sparse graph; some values stand for no edge."""
    table = np.array(graph, dtype=float)
    gone = table == null_value
    gone = gone | np.isnan(table) if nan_null else gone
    gone = gone | np.isinf(table) if infinity_null else gone
    return csr_matrix(np.where(gone, 0.0, table))


def csgraph_to_dense(csgraph, null_value=0):
    """A sparse graph as a table; where no edge is stands a value."""
    table = csgraph.toarray().astype(float)
    return np.where(table == 0, null_value, table)


def reconstruct_path(csgraph, predecessors, directed=True):
    """The edges of the tree that predecessors make."""
    return _tree(csgraph, np.asarray(predecessors), directed)


__getattr__ = missing(
    __name__,
    "construct_dist_matrix csgraph_from_masked csgraph_masked_from_dense csgraph_to_masked min_weight_full_bipartite_matching "
    "structural_rank yen",
)
