"""Matrices of which only what is not zero is kept."""
import torch
i=[[0,1,1],[2,0,2]]; v=torch.tensor([3.,4.,5.])
s=torch.sparse_coo_tensor(i,v,(2,3)); print(s); print(s.to_dense(), s.shape, s.is_sparse, s._nnz(), s.is_coalesced())
d=torch.arange(6.).reshape(3,2); print(torch.sparse.mm(s,d), s@d, (s*2).to_dense(), (s+s).to_dense())
c=torch.sparse_coo_tensor([[0,0,1],[1,1,0]],[1.,2.,3.],(2,2)).coalesce(); print(c, c.indices(), c.values())
try: s.values()
except RuntimeError as e: print(e)
print(s.t().to_dense(), torch.sparse.sum(s))
w=torch.tensor([[1.,2.],[3.,4.],[5.,6.]],requires_grad=True); torch.sparse.mm(s,w).sum().backward(); print(w.grad)
A=torch.tensor([[0.,1.,1.],[1.,0.,0.],[1.,0.,0.]]); n=A.shape[0]
idx=A.nonzero().t(); adj=torch.sparse_coo_tensor(idx,A[idx[0],idx[1]],(n,n)); deg=torch.sparse.sum(adj,1).to_dense(); print(deg, torch.sparse.softmax(adj,1).to_dense())
print(torch.sparse_coo_tensor([[0],[1]],[2],(2,2)), s.layout, s.dtype)
print(torch.linalg.solve_triangular(torch.tensor([[2.,0.],[1.,3.]]),torch.tensor([[2.],[7.]]),upper=False))
