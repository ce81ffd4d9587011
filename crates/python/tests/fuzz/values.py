"""What arguments are made of: numbers at the edges, words, kinds of parameters, objects that misbehave.

The files of this folder are cells of one session, run in the order that `fuzz.rs` names.
"""

import torch

INTS = (0, -1, 1, 2**31, 2**31 - 1, -(2**31), 2**63 - 1, -(2**63), 2**64, 10**12, 2**32, 255, 256, -(2**63) + 1)
FLOATS = ("float('nan')", "float('inf')", "-float('inf')", "1e300", "-1e300", "1e-300", "-0.0", "0.0", "1e10")
WORDS = (
    "mean sum none batchmean floor trunc ij,jk->ik ii fro nuc left right linear nearest bilinear bicubic area "
    "constant reflect replicate circular relu leaky_relu tanh fan_in fan_out same valid log linear r-- C0 red "
    "viridis float32 int64 cpu cuda min max rel abs xy ij C F a"
).split() + ["", "é\\0\U0001f600"]
DTYPES = "float32 float64 float16 bfloat16 int64 int32 int16 int8 uint8 bool".split()
NP_DTYPES = "float32 float64 float16 int64 int32 int16 int8 uint8 bool_".split()

# Which kind of argument a parameter of this name takes.
KINDS = {
    "tensor": "input other tensor x y target weight bias self mat1 mat2 vec1 vec2 tensor1 tensor2 src source "
    "A B a b running_mean running_var query key value input1 input2 x1 x2 anchor positive negative mask attn_mask "
    "condition values boundaries sorted_sequence var batch1 batch2 vec mat c z height width images X Y arr v1 v2",
    "indices": "index indices",
    "dim": "dim dim0 dim1 axis start_dim end_dim source destination axis1 axis2 dims",
    "sizes": "size shape sizes newshape output_size normalized_shape split_size_or_sections reps repeats shifts figsize",
    "small": "kernel_size stride padding dilation groups num_classes n k diagonal chunks "
    "num_layers num_groups nhead d_model batch_size num_workers bins minlength steps num length start offset output_padding "
    "step_size T_max last_epoch nrows ncols fontsize index_start decimals correction dim_size sections order "
    "scale_factor upscale_factor num_samples padding_idx unflattened_size total_iters milestones low high",
    "size": "in_features out_features in_channels out_channels num_features num_embeddings embedding_dim hidden_size "
    "input_size in1_features in2_features num_parameters num_channels",
    "float": "p alpha beta eps lr momentum weight_decay dampening rho threshold negative_slope lambd min_val max_val "
    "std mean gain margin delta label_smoothing gamma factor betas linewidth s q rtol atol norm_type max_norm ord lw "
    "min max fill_value exponent scale base",
    "word": "reduction mode nonlinearity padding_mode approximate rounding_mode indexing equation color label marker "
    "linestyle cmap loc title dim_name fmt s xlabel ylabel origin aspect projection",
    "dtype": "dtype",
    "device": "device",
    "generator": "generator",
    "tensors": "tensors parameters params arrays inputs outputs arys args",
}
KIND_OF = {name: kind for kind, names in KINDS.items() for name in names.split()}


class Back(torch.autograd.Function):
    """Whose gradient is `answer`, whatever that is."""

    answer = None

    @staticmethod
    def forward(ctx, x, other):
        ctx.save_for_backward(x)
        return x * 2

    @staticmethod
    def backward(ctx, grad):
        ctx.saved_tensors
        return Back.answer, None


class Odd:
    """Stands for a value wherever Python asks for one, and may do something else on the way."""

    def __init__(self, value, on_the_way=lambda *given: None):
        self.value, self.on_the_way = value, on_the_way

    def asked(self, how):
        self.on_the_way(self)
        return how(self.value)

    def __index__(self):
        return self.asked(int)

    def __int__(self):
        return self.asked(int)

    def __float__(self):
        return self.asked(float)

    def __bool__(self):
        return self.asked(bool)

    def __len__(self):
        return self.asked(len) if hasattr(self.value, "__len__") else self.asked(int)

    def __iter__(self):
        return self.asked(iter)

    def __getitem__(self, place):
        return self.asked(lambda value: value[place])

    def __str__(self):
        return self.asked(str)

    def __eq__(self, other):
        return self.asked(lambda value: value == other)

    def __hash__(self):
        return self.asked(hash)


class Whole(int):
    """An integer that has a class of its own."""


def in_itself():
    found = [1.0]
    found.append(found)
    return found


def deep(levels):
    found = [1.0]
    for _ in range(levels):
        found = [found]
    return found
