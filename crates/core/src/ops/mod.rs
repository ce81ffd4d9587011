//! The operators. Each file holds everything there is to know of one family: what it computes and where that is
//! defined, the CPU kernel, the WGSL, the gradient, the Python signature and the doc.
//!
//! What it is not: Python objects (see `kindling-python`, which binds [`operators`]) or the backward pass.
//! To add an operator, write its functions and its row in the `OPERATORS` of a family's file. One that is composed of
//! others runs on the GPU as they do; one that looks at values brings its WGSL (`on_gpu!`), or is refused there.

mod args;
mod batch_norm;
mod elementwise;
mod operator;
mod signature;

mod activation;
mod arithmetic;
mod cdist;
mod compare;
mod conv;
mod conv_direct;
mod copy;
mod create;
mod cross_entropy;
mod decompositions;
mod dropout;
mod einsum;
mod extremes;
mod gather;
mod index;
mod join;
pub mod lacking;
mod linalg;
mod linear;
mod loss;
mod mask;
mod matmul;
mod nn;
mod norm;
mod pad;
mod pairwise;
mod pointwise;
mod pool;
mod products;
mod quotients;
mod random;
mod rearrange;
mod recurrent;
mod reduce;
mod scatter;
mod search;
mod selection;
mod sequence;
mod shape;
mod smooth;
mod softmax;
mod sort;
mod sorted;
mod split;
mod spread;
mod statistics;
mod strided;
mod svd;
mod transcendental;
mod unfold;

use crate::autograd::places;

pub use activation::{
    glu, hardshrink, hardsigmoid, hardswish, hardtanh, leaky_relu, prelu, softshrink, threshold,
};
pub use args::{Arg, Args, Value};
pub use arithmetic::{add, addcdiv, addcmul, atan2, div, lerp, maximum, minimum, mul, pow, sub};
pub use batch_norm::{Running, batch_norm};
pub use compare::{
    all_finite, allclose, bitwise_and, bitwise_left_shift, bitwise_not, bitwise_or, bitwise_right_shift,
    bitwise_xor, eq, equal, ge, gt, isclose, isfinite, isinf, isnan, le, logical_and, logical_not,
    logical_or, logical_xor, lt, mul_mask, ne, where_,
};
pub use copy::{cast_to, clone, contiguous, to_dtype};
pub(crate) use create::finish;
pub use create::{arange, diag, eye, linspace, zeros_like};
pub use cross_entropy::{CrossEntropy, cross_entropy, nll_loss};
pub use decompositions::{cholesky, eigh, qr};
pub use dropout::{dropout, dropout_channels};
pub use elementwise::{Operand, result_type};
use extremes::amax_amin;
pub use extremes::{argmax, argmin, max, max_dim, min, min_dim};
pub use gather::{gather, index_select, take, take_along_dim};
pub use index::{Index, index, index_assign, narrow, select, slice};
pub use join::{cat, chunk, split, split_sizes, stack, unbind};
pub use linear::{addmm, bilinear, linear};
pub use loss::{
    Reduction, binary_cross_entropy, binary_cross_entropy_with_logits, huber_loss, kl_div, l1_loss, mse_loss,
    smooth_l1_loss,
};
pub use mask::{masked_fill, masked_select, nonzero, nonzero_tuple};
pub use matmul::{bmm, dot, matmul, mm, mv, outer};
pub use nn::{cosine_similarity, embedding, normalize, one_hot, pairwise_distance};
pub use norm::{group_norm, layer_norm};
pub use operator::Operator;
pub use pad::constant_pad;
pub use pairwise::sum_in_pairs;
pub use pointwise::{
    abs, ceil, clamp, floor, frac, logit, nan_to_num, neg, reciprocal, relu, round, rsqrt, sign, sqrt,
    square, trunc,
};
pub use products::{cumprod, prod};
pub use quotients::{div_mode, floor_divide, fmod, remainder};
pub use rearrange::{flip, repeat, roll};
pub use recurrent::{gru_step, lstm_step};
pub use reduce::{all, any, cumsum, mean, sum, sum_to};
use scatter::scatter_new;
pub use scatter::{bincount, index_add, index_fill, scatter, scatter_add};
pub use shape::{
    broadcast_tensors, expand, flatten, movedim, permute, reshape, reverse_dims, squeeze, t, transpose,
    unflatten, unsqueeze, view,
};
pub use signature::{Parameter, Signature, Type};
pub use smooth::{celu, elu, gelu, gelu_tanh, logsigmoid, mish, selu, silu, softplus};
pub use softmax::{log_softmax, softmax};
use sort::argsort;
pub use spread::{logsumexp, norm, std, var};
pub use strided::{as_strided, diagonal, windows};
pub use svd::svd;
pub use transcendental::{
    acos, asin, atan, cos, cosh, erf, exp, exp2, expm1, log, log1p, log2, log10, sigmoid, sin, sinh, tan,
    tanh,
};

/// Every operator, family by family.
pub fn operators() -> impl Iterator<Item = &'static Operator> {
    let families = [
        create::OPERATORS,
        arithmetic::OPERATORS,
        quotients::OPERATORS,
        reduce::OPERATORS,
        pairwise::OPERATORS,
        products::OPERATORS,
        extremes::OPERATORS,
        spread::OPERATORS,
        linear::OPERATORS,
        matmul::OPERATORS,
        shape::OPERATORS,
        copy::OPERATORS,
        index::OPERATORS,
        gather::OPERATORS,
        scatter::OPERATORS,
        mask::OPERATORS,
        join::OPERATORS,
        random::OPERATORS,
        dropout::OPERATORS,
        activation::OPERATORS,
        smooth::OPERATORS,
        softmax::OPERATORS,
        loss::OPERATORS,
        cross_entropy::OPERATORS,
        nn::OPERATORS,
        recurrent::OPERATORS,
        sequence::OPERATORS,
        sorted::OPERATORS,
        split::OPERATORS,
        unfold::OPERATORS,
        conv::OPERATORS,
        pad::OPERATORS,
        pool::OPERATORS,
        batch_norm::OPERATORS,
        norm::OPERATORS,
        sort::OPERATORS,
        search::OPERATORS,
        statistics::OPERATORS,
        rearrange::OPERATORS,
        strided::OPERATORS,
        cdist::OPERATORS,
        linalg::OPERATORS,
        svd::OPERATORS,
        decompositions::OPERATORS,
        einsum::OPERATORS,
        transcendental::OPERATORS,
    ];
    families.into_iter().chain(pointwise::OPERATORS).chain(compare::OPERATORS).flatten()
}
