"""Cells of recurrent layers, one step each: `RNNCell`, `LSTMCell`, `GRUCell`."""

import math

import _torch
from torch.nn import functional as F
from torch.nn import init
from torch.nn.modules.module import Module, own
from torch.nn.modules.rnn import rnn_step
from torch.nn.parameter import Parameter


class RNNCellBase(Module):
    """Weights of one step; a subclass says how many gates it has. Shapes: (batch, features) or (features)."""

    _gates = 1

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__()
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.bias = bias
        rows = self._gates * hidden_size
        sizes = {"weight_ih": (rows, input_size), "weight_hh": (rows, hidden_size), "bias_ih": (rows,), "bias_hh": (rows,)}
        for name, size in sizes.items():
            has = bias or name.startswith("weight")
            values = Parameter(_torch.empty(size, device=device, dtype=dtype)) if has else None
            self.register_parameter(name, values)
        self.reset_parameters()

    def reset_parameters(self):
        """Draws all values uniformly within 1 / sqrt(hidden_size)."""
        bound = 1 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for parameter in self.parameters():
            init.uniform_(parameter, -bound, bound)

    def _check_dims(self, name, tensor):
        if tensor.dim() not in (1, 2):
            raise ValueError(f"{type(self).__name__}: Expected {name} to be 1D or 2D, got {tensor.dim()}D instead")

    def _products(self, input, states):
        """What the weights make of the input and of the first state, rows both; states are zeros if not given."""
        if input.size(1) != self.input_size:
            raise RuntimeError(f"input has inconsistent input_size: got {input.size(1)} expected {self.input_size}")
        for at, state in enumerate(states):
            if state.dim() != 2:
                raise RuntimeError(f"Expected 2D hidden{at} (batch x hidden_size), but got {state.dim()}D tensor")
            if state.size(0) != input.size(0):
                raise RuntimeError(
                    f"Input batch size {input.size(0)} doesn't match hidden{at} batch size {state.size(0)}"
                )
            if state.size(1) != self.hidden_size:
                raise RuntimeError(
                    f"hidden{at} has inconsistent hidden_size: got {state.size(1)}, expected {self.hidden_size}"
                )
        of_input = F.linear(input, self.weight_ih, self.bias_ih)
        return of_input, F.linear(states[0], self.weight_hh, self.bias_hh)

    def _zeros(self, input):
        return _torch.zeros(input.size(0), self.hidden_size, dtype=input.dtype, device=input.device)

    def _one_state(self, input, hx, step):
        """A step of a cell whose only state is its output; without a batch it is one of a single row."""
        self._check_dims("input", input)
        if hx is not None:
            self._check_dims("hidden", hx)
        batched = input.dim() == 2
        rows = input if batched else input.unsqueeze(0)
        hidden = self._zeros(rows) if hx is None else hx if batched else hx.unsqueeze(0)
        output = step(*self._products(rows, (hidden,)), hidden)
        return output if batched else output.squeeze(0)

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}"
        return text if self.bias else text + f", bias={self.bias}"


class RNNCell(RNNCellBase):
    """h' = tanh(W x + U h), or with relu."""

    def __init__(self, input_size, hidden_size, bias=True, nonlinearity="tanh", device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, device, dtype)
        self.nonlinearity = nonlinearity

    def forward(self, input, hx=None):
        if self.nonlinearity not in ("tanh", "relu"):
            raise RuntimeError(f"Unknown nonlinearity: {self.nonlinearity}")
        step = lambda of_input, of_hidden, _: rnn_step(of_input, of_hidden, self.nonlinearity)
        return self._one_state(input, hx, step)

    def extra_repr(self):
        text = super().extra_repr()
        return text if self.nonlinearity == "tanh" else text + f", nonlinearity={self.nonlinearity}"


@own("__init__", "forward")
class LSTMCell(RNNCellBase):
    """A step of long short-term memory: states are the output and the cell."""

    _gates = 4

    def forward(self, input, hx=None):
        self._check_dims("input", input)
        if isinstance(hx, _torch.Tensor):
            raise TypeError("lstm_cell(): argument 'hx' (position 2) must be tuple of Tensors, not Tensor")
        for at, state in enumerate(hx or ()):
            self._check_dims(f"hx[{at}]", state)
        batched = input.dim() == 2
        rows = input if batched else input.unsqueeze(0)
        states = (self._zeros(rows),) * 2 if hx is None else hx if batched else tuple(state.unsqueeze(0) for state in hx)
        states = tuple(_torch._lstm_step(*self._products(rows, states), states[1]))
        return states if batched else tuple(state.squeeze(0) for state in states)


@own("__init__", "forward")
class GRUCell(RNNCellBase):
    """A step of a gated recurrent unit."""

    _gates = 3

    def forward(self, input, hx=None):
        return self._one_state(input, hx, _torch._gru_step)
