"""Operations with a gradient of one's own."""

import _torch


class _Context:
    """What forward leaves for backward."""

    def __init__(self):
        self._saved = ()
        self._non_differentiable = ()
        self._materialize_grads = True
        self.needs_input_grad = ()

    def save_for_backward(self, *tensors):
        # As in PyTorch nobody looks where nothing will go backward.
        for at, each in enumerate(tensors if any(self.needs_input_grad) else ()):
            if each is not None and not isinstance(each, _torch.Tensor):
                kind = type(each).__name__
                raise TypeError(f"save_for_backward can only save variables, but argument {at} is of type {kind}")
        self._saved = tensors

    @property
    def saved_tensors(self):
        return self._saved

    def mark_non_differentiable(self, *tensors):
        """Says which results have no gradient."""
        self._non_differentiable = tensors

    def mark_dirty(self, *tensors):
        raise NotImplementedError("ctx.mark_dirty is not built into this torch: return a new tensor instead")

    def set_materialize_grads(self, value):
        """Says whether backward gets zeros, or None, for a result that had no part in the loss."""
        self._materialize_grads = value


class Function:
    """Subclass it with static methods forward(ctx, ...) and backward(ctx, ...), and call apply."""

    @staticmethod
    def forward(*args, **kwargs):
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *grads):
        raise NotImplementedError(
            "You must implement either the backward or vjp method for your custom autograd.Function to use it with "
            "backward mode AD."
        )

    def __call__(self, *args, **kwargs):
        raise RuntimeError(
            "Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd function "
            "with static forward method. (Example: https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)"
        )

    @staticmethod
    def setup_context(ctx, inputs, output):
        """What backward will need, where forward is defined without `ctx`."""
        raise NotImplementedError("setup_context is not implemented.")

    @classmethod
    def apply(cls, *args):
        ctx = _Context()
        ctx.needs_input_grad = tuple(isinstance(arg, _torch.Tensor) and arg.requires_grad for arg in args)
        forward = cls.forward if cls.setup_context is Function.setup_context else cls._forward_and_setup
        return _torch._apply_function(cls.__name__ + "Backward", forward, cls.backward, ctx, args)

    @classmethod
    def _forward_and_setup(cls, ctx, *args):
        output = cls.forward(*args)
        cls.setup_context(ctx, args, output)
        return output


def once_differentiable(function):
    return function
