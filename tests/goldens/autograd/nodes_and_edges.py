import torch
from collections import deque
print(torch.tensor(deque([1.,2.])))
x=torch.ones(2,requires_grad=True); y=x*2; z=y+1
print(type(z.grad_fn.next_functions[0][0]).__name__, z.grad_fn.next_functions[0][0]==y.grad_fn, hash(z.grad_fn.next_functions[0][0])==hash(y.grad_fn))
n=y.grad_fn.next_functions[0][0]; print(type(n).__name__, n.name(), n.next_functions, str(n)[:15], n==y.grad_fn.next_functions[0][0])
print(torch.tensor([200],dtype=torch.uint8)/-3, torch.tensor([7])/2, 1/torch.tensor([4]), torch.tensor([True])/2.5)
try: torch.nn.functional.cross_entropy(torch.randn(2,3), torch.tensor([[1,0,0],[0,1,0]]))
except Exception as e: print(type(e).__name__, e)
w=torch.zeros(2); w.requires_grad_(requires_grad=False); print(w.fill_(value=3)); w.requires_grad_(); w.register_hook(hook=lambda g: g)
try: torch.tensor({1,2})
except Exception as e: print(type(e).__name__, e)
try: torch.tensor({1:2})
except Exception as e: print(type(e).__name__, e)
class S:
    def __len__(self): return 2
    def __getitem__(self,i):
        if i>1: raise IndexError
        return float(i)
print(torch.tensor(S()))
import torch.autograd.graph as g
e=g.get_gradient_edge(z); print(type(e).__name__, e.output_nr, type(e.node).__name__)
try: g.get_gradient_edge(torch.ones(1))
except Exception as e: print(type(e).__name__, str(e)[:100])
