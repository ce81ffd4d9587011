import numpy as np
from scipy.interpolate import LinearNDInterpolator, griddata
from scipy.sparse import csgraph, csr_matrix
from scipy.spatial import Delaunay, Voronoi
from scipy.stats import kendalltau

from each_line import each_line

ways = csr_matrix([[0, 4, 1, 0], [0, 0, 0, 1], [0, 2, 0, 5], [0, 0, 0, 0]])
steep = csr_matrix([[0, 4, 1], [0, 0, 0], [0, -2, 0]])
spots = np.random.default_rng(5).random((20, 2))
heights = spots[:, 0] + 2 * spots[:, 1]
cells, areas = Delaunay(spots), Voronoi(spots)
each_line(
    """
csgraph.shortest_path(ways).tolist()
csgraph.dijkstra(ways, indices=0, return_predecessors=True)
csgraph.shortest_path(steep).tolist(), csgraph.floyd_warshall(ways, directed=False).tolist()
csgraph.bellman_ford(csr_matrix([[0, -1], [-1, 0]]))
csgraph.connected_components(ways), csgraph.connected_components(ways, connection="strong")
csgraph.minimum_spanning_tree(ways).toarray().tolist()
csgraph.breadth_first_order(ways, 0), csgraph.depth_first_order(ways, 0, return_predecessors=False)
csgraph.laplacian(np.array([[0, 1], [1, 0]])), csgraph.reverse_cuthill_mckee(ways)
csgraph.maximum_flow(csr_matrix([[0, 3, 2], [0, 0, 2], [0, 0, 0]]), 0, 2).flow_value
csgraph.maximum_bipartite_matching(csr_matrix([[1, 0], [1, 1]]))
sorted(map(tuple, np.sort(cells.simplices, axis=1).tolist()))
cells.nsimplex, cells.simplices.dtype, (cells.find_simplex([[0.5, 0.5], [4, 4]]) >= 0).tolist()
sorted(map(sorted, cells.convex_hull.tolist()))
areas.vertices[np.lexsort(areas.vertices.T)].round(5)[:4].tolist(), areas.vertices.shape, len(areas.regions)
sorted(map(tuple, np.sort(areas.ridge_points, axis=1).tolist()))[:8]
griddata(spots, heights, [[0.5, 0.5], [9, 9]]).round(6).tolist(), griddata(spots, heights, (0.4, 0.6), method="nearest").round(4)
LinearNDInterpolator(spots, heights)([0.4, 0.5], [0.5, 0.5]).round(6).tolist()
round(kendalltau([1, 2, 2, 3, 5], [2, 1, 3, 3, 9]).statistic, 6), round(kendalltau([1, 2, 2, 3, 5], [2, 1, 3, 3, 9]).pvalue, 6)
round(kendalltau(np.arange(40), np.arange(40) ** 2 % 17).pvalue, 6)
""",
    globals(),
)
