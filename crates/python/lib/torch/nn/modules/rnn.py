"""Recurrent layers: `RNN`, `LSTM`, `GRU`. A step is two products, and the core's gates (`_lstm_step`,
`_gru_step`); the core takes all steps of a direction in one call where it can (`_lstm_sequence` and its kin)."""

import math

import _torch
from torch.autograd._named import made_by
from torch.nn import functional as F
from torch.nn import init
from torch.nn.modules.module import Module, own
from torch.nn.parameter import Parameter


class RNNBase(Module):
    """Layers of cells that read a sequence; a subclass computes one step.

    Shapes are PyTorch's: input (length, batch, features), with `batch_first` (batch, length, features), or without
    a batch (length, features); states (layers * directions, batch, hidden).
    """

    def __init__(self, mode, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
                 bidirectional=False, proj_size=0, device=None, dtype=None):
        super().__init__()
        self._check(input_size, hidden_size, num_layers, dropout, proj_size)
        if dropout and num_layers == 1:
            _torch._warn(
                "dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers "
                f"greater than 1, but got dropout={dropout} and num_layers={num_layers}"
            )
        if mode not in _GATES:
            raise ValueError("Unrecognized RNN mode: " + mode)
        self.mode = mode
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = float(dropout)
        self.bidirectional = bidirectional
        self.proj_size = proj_size
        directions = ("", "_reverse") if bidirectional else ("",)
        self._suffixes = [[f"_l{layer}{way}" for way in directions] for layer in range(num_layers)]
        rows = _GATES[mode] * hidden_size
        shown = self._shown
        for layer, suffixes in enumerate(self._suffixes):
            width = input_size if layer == 0 else shown * len(directions)
            for suffix in suffixes:
                self._add("weight_ih" + suffix, device, dtype, rows, width)
                self._add("weight_hh" + suffix, device, dtype, rows, shown)
                if bias:
                    self._add("bias_ih" + suffix, device, dtype, rows)
                    self._add("bias_hh" + suffix, device, dtype, rows)
                if proj_size:
                    self._add("weight_hr" + suffix, device, dtype, proj_size, hidden_size)
        self.reset_parameters()

    @property
    def _shown(self):
        """How many numbers a state that is shown has."""
        return self.proj_size or self.hidden_size

    def _check(self, input_size, hidden_size, num_layers, dropout, proj_size):
        if isinstance(dropout, bool) or not isinstance(dropout, (int, float)) or not 0 <= dropout <= 1:
            raise ValueError(
                "dropout should be a number in range [0, 1] representing the probability of an element being zeroed"
            )
        for name, size in (("input_size", input_size), ("hidden_size", hidden_size)):
            if not isinstance(size, int):
                raise TypeError(f"{name} should be of type int, got: {type(size).__name__}")
        for name, size in (("input_size", input_size), ("hidden_size", hidden_size), ("num_layers", num_layers)):
            if size <= 0:
                raise ValueError(f"{name} must be greater than zero")
        if proj_size < 0:
            raise ValueError("proj_size should be a positive integer or zero to disable projections")
        if proj_size >= hidden_size:
            raise ValueError("proj_size has to be smaller than hidden_size")

    def _add(self, name, device, dtype, *size):
        self.register_parameter(name, Parameter(_torch.empty(size, device=device, dtype=dtype)))

    def reset_parameters(self):
        """Draws all values uniformly within 1 / sqrt(hidden_size)."""
        bound = 1 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for parameter in self.parameters():
            init.uniform_(parameter, -bound, bound)

    @property
    def all_weights(self):
        """The parameters of each layer and direction."""
        projection = ("weight_hr",) if self.proj_size else ()
        return [[weight for weight in (*self._weights(suffix), *(getattr(self, name + suffix) for name in projection))
                 if weight is not None] for suffixes in self._suffixes for suffix in suffixes]

    def flatten_parameters(self):
        """Puts the parameters side by side where a GPU wants them so: here nothing is to be done."""

    def _weights(self, suffix):
        biases = ("bias_ih", "bias_hh") if self.bias else ()
        weights = [getattr(self, name + suffix) for name in ("weight_ih", "weight_hh", *biases)]
        return weights if self.bias else [*weights, None, None]

    def _sequence(self, input, states, suffix, counts):
        """The outputs of one direction of one layer, and its last states; with counts, of a packed sequence."""
        of_input, of_hidden, input_bias, hidden_bias = self._weights(suffix)
        backward = suffix.endswith("_reverse")
        inputs = F.linear(input, of_input, input_bias)
        # Stop is asked for between calls: one may not take seconds.
        is_short = inputs.numel() * self.hidden_size < 1 << 28
        if self._whole and counts is None and not self.proj_size and is_short:
            output, *states = self._whole(inputs, of_hidden, hidden_bias, *states, backward)
            return output, tuple(states)
        inputs = inputs.unbind(0) if counts is None else inputs.split(counts)
        outputs = []
        for step in reversed(inputs) if backward else inputs:
            # Sequences that have ended, or not begun, keep their states.
            count = len(step)
            rest = None if counts is None or count == len(states[0]) else [state[count:] for state in states]
            states = states if rest is None else tuple(state[:count] for state in states)
            states = self._step(step, F.linear(states[0], of_hidden, hidden_bias), states)
            if self.proj_size:
                states = (F.linear(states[0], getattr(self, "weight_hr" + suffix)), *states[1:])
            outputs.append(states[0])
            if rest is not None:
                states = tuple(_torch.cat(parts) for parts in zip(states, rest))
        joined = _torch.stack if counts is None else _torch.cat
        return joined(outputs[::-1] if backward else outputs), states

    def _run(self, input, states, counts=None):
        """`states` is a tuple of (layers * directions, batch, hidden), as is what comes last."""
        last = []
        for layer, suffixes in enumerate(self._suffixes):
            if layer > 0 and self.dropout > 0:
                input = F.dropout(input, self.dropout, self.training)
            outputs = []
            for way, suffix in enumerate(suffixes):
                first = tuple(state[layer * len(suffixes) + way] for state in states)
                output, end = self._sequence(input, first, suffix, counts)
                outputs.append(output)
                last.append(end)
            input = outputs[0] if len(outputs) == 1 else _torch.cat(outputs, -1)
        return input, tuple(_torch.stack(parts) for parts in zip(*last))

    def _packed(self, sequence, states):
        """As _forward, of a packed sequence, whose states come in the order of the batch."""
        data, batch_sizes, order, back = sequence
        counts = batch_sizes.tolist()
        if not states:
            states = tuple(data.new_zeros(size) for size in self._sizes(counts[0]))
        elif order is not None:
            states = tuple(state.index_select(1, order) for state in states)
        output, last = self._run(data, states, counts)
        if back is not None:
            last = tuple(state.index_select(1, back) for state in last)
        return type(sequence)(output, batch_sizes, order, back), last

    def _forward(self, input, states):
        if isinstance(input, tuple):
            return self._packed(input, states)
        if input.dim() not in (2, 3):
            name, tensor = type(self).__name__, " tensor" if isinstance(self, RNN) else ""
            raise ValueError(f"{name}: Expected input to be 2D or 3D, got {input.dim()}D{tensor} instead")
        kind = self.weight_ih_l0.dtype
        if input.dtype is not kind:
            raise ValueError(
                f"RNN input dtype ({input.dtype}) does not match weight dtype ({kind}). Convert input: input.to({kind}), "
                f"or convert model: model.to({input.dtype})"
            )
        if input.size(-1) != self.input_size:
            raise RuntimeError(
                f"input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.size(-1)}"
            )
        batched = input.dim() == 3
        if states is not None:
            self._check_states(states, batched)
        if not batched:
            input = input.unsqueeze(1)
            states = states and tuple(state.unsqueeze(1) for state in states)
        elif self.batch_first:
            input = input.transpose(0, 1)
        sizes = self._sizes(input.size(1))
        for at, (state, size) in enumerate(zip(states or (), sizes)):
            if tuple(state.shape) != size:
                which = f"hidden[{at}]" if self._states == 2 else "hidden"
                raise RuntimeError(f"Expected {which} size {size}, got {list(state.shape)}")
        if not states:
            states = tuple(input.new_zeros(size) for size in sizes)
        if input.size(0) == 0:
            raise RuntimeError("Expected sequence length to be larger than 0 in RNN")
        output, last = self._run(input, states)
        if not batched:
            return output.squeeze(1), tuple(state.squeeze(1) for state in last)
        return self._as_there(output.transpose(0, 1) if self.batch_first else output), last

    def _check_states(self, states, batched):
        dims = [state.dim() for state in states]
        wanted, kind = (3, "batched 3-D") if batched else (2, "unbatched 2-D")
        if all(each == wanted for each in dims):
            return
        if self._states == 1:
            raise RuntimeError(f"For {kind} input, hx should also be {wanted}-D but got {dims[0]}-D tensor")
        raise RuntimeError(
            f"For {kind} input, hx and cx should also be {wanted}-D but got ({dims[0]}-D, {dims[1]}-D) tensors"
        )

    def _sizes(self, count):
        """The sizes of the states for so many sequences."""
        layers = sum(map(len, self._suffixes))
        return [(layers, count, self._shown), (layers, count, self.hidden_size)][: self._states]

    def _as_there(self, output):
        """The output under the name of the node that PyTorch makes it with, where that is another than here."""
        if self.batch_first:
            return output if self._native else made_by("TransposeBackward1", output)
        is_one = self._native and not self.bidirectional and output.dtype is _torch.float32
        return made_by(self._native, output) if is_one else output

    # PyTorch's node of a whole layer, of those that have one.
    _native = ""

    # The core's function for all steps of a direction, of those that have one.
    _whole = None

    _states = 1

    def forward(self, input, hx=None):
        output, (last,) = self._forward(input, None if hx is None else (hx,))
        return output, last

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}"
        defaults = dict(proj_size=0, num_layers=1, bias=True, batch_first=False, dropout=0.0, bidirectional=False)
        for name, default in defaults.items():
            if getattr(self, name) != default:
                text += f", {name}={getattr(self, name)}"
        return text


# How many rows of weights there are for each number of a state.
_GATES = {"LSTM": 4, "GRU": 3, "RNN_TANH": 1, "RNN_RELU": 1}


def _refuse_projection(settings):
    if "proj_size" in settings:
        raise ValueError("proj_size argument is only supported for LSTM, not RNN or GRU")


def rnn_step(of_input, of_hidden, nonlinearity):
    """tanh or relu of the sum."""
    total = of_input + of_hidden
    return total.relu() if nonlinearity == "relu" else total.tanh()


@own("forward")
class RNN(RNNBase):
    """h' = tanh(W x + U h), or with relu; `nonlinearity` comes fourth."""

    def __init__(self, *args, **kwargs):
        _refuse_projection(kwargs)
        if len(args) > 3:
            nonlinearity, args = args[3], (*args[:3], *args[4:])
        else:
            nonlinearity = kwargs.pop("nonlinearity", "tanh")
        if nonlinearity not in ("tanh", "relu"):
            raise ValueError(f"Unknown nonlinearity '{nonlinearity}'. Select from 'tanh' or 'relu'.")
        super().__init__(f"RNN_{nonlinearity.upper()}", *args, **kwargs)
        self.nonlinearity = nonlinearity

    def _whole(self, *given):
        return _torch._rnn_sequence(*given, self.nonlinearity == "relu")

    def _step(self, of_input, of_hidden, states):
        return (rnn_step(of_input, of_hidden, self.nonlinearity),)


class LSTM(RNNBase):
    """Long short-term memory."""

    _states = 2
    _native = "MkldnnRnnLayerBackward0"
    _whole = staticmethod(_torch._lstm_sequence)

    def __init__(self, *args, **kwargs):
        super().__init__("LSTM", *args, **kwargs)

    def _step(self, of_input, of_hidden, states):
        return tuple(_torch._lstm_step(of_input, of_hidden, states[1]))

    def forward(self, input, hx=None):
        return self._forward(input, None if hx is None else (hx[0], hx[1]))


@own("forward")
class GRU(RNNBase):
    """Gated recurrent unit."""

    _whole = staticmethod(_torch._gru_sequence)

    def __init__(self, *args, **kwargs):
        _refuse_projection(kwargs)
        super().__init__("GRU", *args, **kwargs)

    def _step(self, of_input, of_hidden, states):
        return (_torch._gru_step(of_input, of_hidden, states[0]),)
