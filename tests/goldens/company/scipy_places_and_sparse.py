import numpy as np
from scipy.spatial import KDTree, cKDTree, ConvexHull, procrustes, distance
from scipy import sparse
from scipy.sparse.linalg import spsolve, eigsh, svds, cg, norm, inv
r=np.random.RandomState(0); P=r.rand(30,2)
t=KDTree(P); print(t.query([.5,.5],k=3),t.query(P[:2]),t.query(P[:2],k=2,distance_upper_bound=.1),sorted(t.query_ball_point([.5,.5],.2)),t.query_pairs(.05),t.query([.1,.2]),t.n,t.m,t.query_ball_point(P[:2],.1))
h=ConvexHull(P); print(round(h.volume,8),round(h.area,8),sorted(h.vertices.tolist()))
print(distance.jensenshannon([.1,.9],[.5,.5]),distance.jensenshannon([1,0,0],[0,1,0],2),distance.mahalanobis([1,2],[3,4],np.eye(2)*2),distance.dice([1,0,1],[1,1,0]),distance.yule([1,0,1],[1,1,0]),distance.seuclidean([1,2],[2,4],[.5,2]),distance.directed_hausdorff(P[:4],P[4:8]),distance.russellrao([1,0,1],[1,1,0]),distance.rogerstanimoto([1,0,1],[1,1,0]))
print([np.round(q,6) for q in procrustes([[1,3],[1,2],[1,1],[2,1.]],[[4,-2],[4,-4],[4,-6],[2,-6.]])])
A=sparse.csr_matrix([[4.,1,0],[1,3,0],[0,0,2]]); print(spsolve(A.tocsc(),[1,2,3.]),eigsh(A,2)[0],svds(A,2)[1],cg(A,[1,2,3.]),norm(A),inv(A.tocsc()).toarray())
print(sparse.block_diag([[[1,2]],[[3]]]).toarray(),sparse.bmat([[A,None],[None,sparse.eye(2)]]).shape,sparse.spdiags([[1,2,3],[4,5,6]],[0,1],3,3).toarray())
print(np.poly([1j,-1j,2]),np.roots([1,0,0,-1]))
