"""Examples of what every module can do: methods of `torch.nn.Module`. Start reading at `Module.parameters`."""

ENTRIES = r"""

Module.forward: y = what the module computes; it is called by module(x)
>>> layer = nn.ReLU()
>>> layer.forward(torch.tensor([-1.0, 2.0]))
tensor([0., 2.])

Module.parameters: all parameters, those of the modules inside too
>>> net = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 1))
>>> sum(p.numel() for p in net.parameters())
21

Module.named_parameters: all parameters with their names
>>> [name for name, p in nn.Linear(3, 2).named_parameters()]
['weight', 'bias']

Module.children: the modules that lie directly inside
>>> net = nn.Sequential(nn.Flatten(), nn.Sequential(nn.ReLU(), nn.Tanh()))
>>> len(list(net.children()))
2

Module.modules: the module itself and all inside, at every depth
>>> net = nn.Sequential(nn.Flatten(), nn.Sequential(nn.ReLU(), nn.Tanh()))
>>> len(list(net.modules()))
5

Module.named_children: the modules that lie directly inside, with their names
>>> net = nn.Sequential(nn.Flatten(), nn.ReLU())
>>> [name for name, child in net.named_children()]
['0', '1']

Module.named_modules: the module itself and all inside, with their names
>>> net = nn.Sequential(nn.Flatten(), nn.ReLU())
>>> [name for name, module in net.named_modules()]
['', '0', '1']

Module.state_dict: all that a trained module is made of, by name
>>> list(nn.BatchNorm1d(2).state_dict())
['weight', 'bias', 'running_mean', 'running_var', 'num_batches_tracked']

Module.load_state_dict: takes over what another module's state_dict gave
>>> first, second = nn.Linear(3, 2), nn.Linear(3, 2)
>>> second.load_state_dict(first.state_dict())
<All keys matched successfully>
>>> torch.equal(first.weight, second.weight)
True

Module.train: from now on as in training: dropout drops, batch norm looks at the batch
>>> net = nn.Dropout(0.5)
>>> net.train().training
True

Module.eval: from now on as in use: dropout does nothing, batch norm takes its running means
>>> net = nn.Dropout(0.5)
>>> net.eval()(torch.ones(3))
tensor([1., 1., 1.])

Module.zero_grad: forgets all gradients
>>> layer = nn.Linear(2, 1)
>>> layer(torch.ones(1, 2)).backward(); layer.zero_grad()
>>> print(layer.weight.grad)
None

Module.requires_grad_: whether its parameters get gradients from now on
>>> layer = nn.Linear(2, 1).requires_grad_(False)
>>> layer.weight.requires_grad
False

Module.to: its parameters in another dtype, or on another device
>>> nn.Linear(2, 1).to(torch.float64).weight.dtype
torch.float64

Module.apply: calls a function with the module and with each one inside
>>> net = nn.Sequential(nn.Flatten(), nn.ReLU())
>>> _ = net.apply(lambda module: print(type(module).__name__))
Flatten
ReLU
Sequential

Module.register_buffer: keeps a tensor that is saved and moved with the module, and not trained
>>> net = nn.Module(); net.register_buffer("steps", torch.zeros(1))
>>> net.state_dict()
OrderedDict([('steps', tensor([0.]))])

Module.register_parameter: keeps a parameter by a name
>>> net = nn.Module(); net.register_parameter("gain", nn.Parameter(torch.ones(1)))
>>> net.gain
Parameter containing:
tensor([1.], requires_grad=True)

Module.add_module: keeps a module inside by a name
>>> net = nn.Module(); net.add_module("act", nn.ReLU())
>>> net.act
ReLU()

Module.register_forward_hook: the function sees input and output each time the module is called
>>> layer = nn.ReLU()
>>> handle = layer.register_forward_hook(lambda module, x, y: print(y.shape))
>>> _ = layer(torch.ones(2, 3))
torch.Size([2, 3])

Module.extra_repr: what a module shows of itself between the parentheses
>>> nn.Linear(3, 2).extra_repr()
'in_features=3, out_features=2, bias=True'

Embedding.from_pretrained: an embedding of given vectors, which are not trained unless freeze is False
(V, D)
>>> layer = nn.Embedding.from_pretrained(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
>>> layer.weight.requires_grad
False
"""
