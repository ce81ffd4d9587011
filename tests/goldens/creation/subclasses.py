import torch
class Logging(torch.Tensor):
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        print("func:", func.__name__, [t.__name__ for t in types])
        if kwargs is None: kwargs = {}
        return super().__torch_function__(func, types, args, kwargs)
x = torch.ones(2, 2).as_subclass(Logging)
print(type(x + 1).__name__)
y = torch.add(x, x); print(type(y).__name__)
print(type(torch.ones(2,2) @ x).__name__)
total = x.sum()
print(float(total.as_subclass(torch.Tensor)))
class ScalarTensor(object):
    def __init__(self, N, value):
        self._N = N; self._value = value
    def __repr__(self): return f"ScalarTensor(N={self._N}, value={self._value})"
    def tensor(self): return self._value * torch.eye(self._N)
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        print(func.__name__)
        if func is torch.mean: return args[0]._value / args[0]._N
        return NotImplemented
d = ScalarTensor(5, 2)
print(torch.mean(d))
try: torch.add(d, 1)
except TypeError as e: print(e)
try: torch.add(torch.ones(1), d)
except TypeError as e: print(e)
class My(torch.Tensor): pass
a = torch.Tensor([1.,2.]).as_subclass(My)
print(type(a*2).__name__, type(a.sum()).__name__, a*2, type(a[0]), type(torch.stack([a,a])).__name__)
class P(torch.Tensor):
    @staticmethod
    def __new__(cls, x, extra, *args, **kwargs): return super().__new__(cls, x, *args, **kwargs)
    def __init__(self, x, extra): self.extra = extra
p = P([1,2,3],"hi"); print(p, p.extra, type(p+1))
