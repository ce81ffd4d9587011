"""What modules inside a model give: `create_feature_extractor`.

What it is not: graphs. What is computed between modules has no name here, and is refused by the one it has in torchvision.
Start reading at `create_feature_extractor`.
"""

from torch import nn

__all__ = ["create_feature_extractor", "get_graph_node_names"]


class _Enough(Exception):
    """All that is wanted is there: what the model would compute further is not asked for."""


def _place(model, name):
    """The module that a name means, and which of its calls: `relu_1` is the second one of `relu`."""
    modules = dict(model.named_modules())
    if name in modules and name:
        return modules[name], 0
    path, _, number = name.rpartition("_")
    if path in modules and number.isdigit():
        return modules[path], int(number)
    raise NotImplementedError(
        f"create_feature_extractor: node {name!r} is no module's output; other nodes are not built into this torchvision"
    )


def _by_name(nodes):
    return {str(key): str(value) for key, value in nodes.items()} if isinstance(nodes, dict) else {str(each): str(each) for each in nodes}


class _FeatureExtractor(nn.Module):
    """A model that gives what modules inside it give, by names."""

    def __init__(self, model, train_nodes, eval_nodes):
        super().__init__()
        self.model = model
        self._wanted = {True: train_nodes, False: eval_nodes}
        for nodes in self._wanted.values():
            for name in nodes:
                _place(model, name)
        self.train(model.training)

    def _get_name(self):
        return type(self.model).__name__

    def forward(self, *args, **kwargs):
        nodes = self._wanted[self.training]
        found, handles = {}, []

        def watch(name):
            module, wanted = _place(self.model, name)
            calls = []

            def seen(_module, _args, output):
                calls.append(None)
                if len(calls) == wanted + 1:
                    found[name] = output
                    if len(found) == len(nodes):
                        raise _Enough

            handles.append(module.register_forward_hook(seen))

        for name in nodes:
            watch(name)
        try:
            self.model(*args, **kwargs)
        except _Enough:
            pass
        finally:
            for handle in handles:
                handle.remove()
        missing = next((name for name in nodes if name not in found), None)
        if missing is not None:
            raise ValueError(f"node: {missing!r} is not present in model: its module was not called so often")
        return {nodes[name]: found[name] for name in found}


def create_feature_extractor(
    model,
    return_nodes=None,
    train_return_nodes=None,
    eval_return_nodes=None,
    tracer_kwargs=None,
    suppress_diff_warning=False,
    concrete_args=None,
):
    """A module that gives, as a dict, what modules inside a model give; `return_nodes` says which, and by what names."""
    for name, value in (("tracer_kwargs", tracer_kwargs), ("concrete_args", concrete_args)):
        if value is not None:
            raise NotImplementedError(f"create_feature_extractor: {name} is not built into this torchvision")
    if all(nodes is None for nodes in (return_nodes, train_return_nodes, eval_return_nodes)):
        raise ValueError(
            "Either `return_nodes` or `train_return_nodes` and `eval_return_nodes` together, should be specified"
        )
    if (train_return_nodes is None) ^ (eval_return_nodes is None):
        raise ValueError("If any of `train_return_nodes` and `eval_return_nodes` are specified, then both should be specified")
    if not ((return_nodes is None) ^ (train_return_nodes is None)):
        raise ValueError("If `train_return_nodes` and `eval_return_nodes` are specified, then both should be specified")
    if return_nodes is not None:
        train_return_nodes = eval_return_nodes = return_nodes
    return _FeatureExtractor(model, _by_name(train_return_nodes), _by_name(eval_return_nodes))


def get_graph_node_names(model, tracer_kwargs=None, suppress_diff_warning=False, concrete_args=None):
    """The names of nodes, which are those of a graph: there is none here."""
    raise NotImplementedError("get_graph_node_names is not built into this torchvision: model.named_modules() names its modules")
