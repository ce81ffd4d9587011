"""Singular values of matrices of two rows, and normals that are drawn by them: to the sign."""
import numpy as np
for c in ([[1,.5],[.5,2]],[[1,.8],[.8,1]],[[2,-.5],[-.5,1]],[[1,0],[0,2]],[[3,1],[1,3]],[[4,2],[2,3]],[[1,-.9],[-.9,1]],[[1,2],[3,4]],[[0,1],[1,0]],[[0,0],[0,0]],[[-1,2],[3,-4]],[[1,2],[0,4]],[[2,0],[1,0]],[[1e-3,5],[2,1e3]],[[1,0],[0,1]],[[0,2],[0,0]]):
    u,s,v=np.linalg.svd(np.array(c,dtype=float)); print(c, u.round(8).tolist(), s.round(8), v.round(8).tolist(), np.allclose(u@np.diag(s)@v,c))
np.random.seed(0); print(np.random.multivariate_normal([1,2],[[1,.5],[.5,2]],3), np.random.multivariate_normal([0,0],[[1,.8],[.8,1]],2))
print(np.random.default_rng(0).multivariate_normal([0,0],[[1,.8],[.8,1]],2))
