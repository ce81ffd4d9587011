//! Dropout: `dropout`, and `dropout1d` and `dropout2d` of whole channels.
//!
//! What it is not: other random tensors (see [`super::random`]), or the kinds that are written in Python. Start reading at
//! [`dropout`].

use super::{Args, Operator, Value, div, mul};
use crate::{
    Result, Scalar, Tensor, bail,
    random::{self, default_generator},
    tensor::Dims,
};

/// `x` with each value set to 0 with probability `p` and the others divided by 1 - p.
pub fn dropout(x: &Tensor, p: f64, training: bool) -> Result<Tensor> {
    if !(0.0..=1.0).contains(&p) {
        bail!(Value, "dropout probability has to be between 0 and 1, but got {}", python_float(p));
    }
    if !training || p == 0.0 || x.numel() == 0 {
        return Ok(x.clone());
    }
    if p == 1.0 {
        return mul(x, &super::zeros_like(&x.detach())?);
    }
    let kept = random::bernoulli(x.shape(), 1.0 - p, x.dtype(), &mut default_generator().borrow_mut())?;
    mul(x, &div(&kept.to_device(x.device())?, 1.0 - p)?)
}

/// As Python prints a number that may have been an int.
fn python_float(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { value.to_string() }
}

/// As [`dropout`], but whole channels at once: all that share their indices in the first `channels` dimensions.
pub fn dropout_channels(x: &Tensor, p: f64, training: bool, channels: usize) -> Result<Tensor> {
    let shape: Dims =
        x.shape().iter().enumerate().map(|(dim, &size)| if dim < channels { size } else { 1 }).collect();
    let ones = x.full_like(&shape, Scalar::Int(1))?;
    let mask = dropout(&ones, p, training)?;
    if training && p > 0.0 { mul(x, &mask) } else { Ok(x.clone()) }
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "dropout(Tensor input, float p=0.5, bool training=True, bool inplace=False) -> Tensor",
        |args| dropout(args.tensor(0)?, args.float(1)?, args.bool(2)?).map(Into::into),
    )
    .doc("Zeros with probability p, the rest divided by 1 - p; nothing happens unless training.")
    .also_functional(),
    Operator::new(
        "dropout1d(Tensor input, float p=0.5, bool training=True, bool inplace=False) -> Tensor",
        dropout1d_row,
    )
    .doc("dropout of whole channels of a sequence.")
    .functional(),
    Operator::new(
        "dropout2d(Tensor input, float p=0.5, bool training=True, bool inplace=False) -> Tensor",
        dropout2d_row,
    )
    .doc("dropout of whole channels of an image.")
    .functional()
    .warns(dropout2d_of_others),
];

fn dropout1d_row(args: &Args) -> Result<Value> {
    let x = args.tensor(0)?;
    if !matches!(x.ndim(), 2 | 3) {
        bail!(
            Runtime,
            "dropout1d: Expected 2D or 3D input, but received a {}D input. Note that dropout1d exists to provide \
             channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, and an optional batch \
             dimension (i.e. 2D or 3D inputs).",
            x.ndim()
        );
    }
    dropout_channels(x, args.float(1)?, args.bool(2)?, x.ndim() - 1).map(Into::into)
}

fn dropout2d_row(args: &Args) -> Result<Value> {
    let x = args.tensor(0)?;
    if x.ndim() < 2 {
        bail!(Runtime, "Feature dropout requires at least 2 dimensions in the input");
    }
    dropout_channels(x, args.float(1)?, args.bool(2)?, 2).map(Into::into)
}

fn dropout2d_of_others(args: &Args) -> Option<String> {
    match args.tensor(0).ok()?.ndim() {
        3 => Some(
            "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired - \
             input is interpreted as shape (N, C, L), where C is the channel dim. This behavior will change in a future \
             release to interpret the input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D \
             channel-wise dropout behavior, please switch to using dropout1d instead."
                .to_owned(),
        ),
        4 => None,
        dims => Some(format!(
            "dropout2d: Received a {dims}-D input to dropout2d, which is deprecated and will result in an error in a future \
             release. To retain the behavior and silence this warning, please use dropout instead. Note that dropout2d \
             exists to provide channel-wise dropout on inputs with 2 spatial dimensions, a channel dimension, and an \
             optional batch dimension (i.e. 3D or 4D inputs)."
        )),
    }
}
