//! Stochastic gradient descent, with momentum (Polyak, 1964; Nesterov, 1983) if asked for.

use super::{Rule, UpdateWgsl, add_scaled, apply, descent, sign};
use crate::{Result, Tensor, kernels::real::Real};

/// `torch.optim.SGD`: b ← momentum·b + (1 - dampening)·g; p ← p - lr·b, or with `nesterov` p - lr·(g + momentum·b).
#[derive(Debug, Clone, Copy)]
pub struct Sgd {
    pub lr: f64,
    pub momentum: f64,
    pub dampening: f64,
    pub weight_decay: f64,
    pub nesterov: bool,
    pub maximize: bool,
}

impl Sgd {
    /// Updates a parameter; `buffer` holds its momentum and is made at the first step (`None` before).
    pub fn step(&self, parameter: &Tensor, gradient: &Tensor, buffer: &mut Option<Tensor>) -> Result<()> {
        if self.momentum == 0.0 {
            return apply(&Plain(*self), parameter, gradient, []);
        }
        if let Some(buffer) = buffer {
            return apply(&Momentum { sgd: *self, is_first: false }, parameter, gradient, [buffer]);
        }
        let first = parameter.full_like(parameter.shape(), 0.into())?;
        apply(&Momentum { sgd: *self, is_first: true }, parameter, gradient, [&first])?;
        *buffer = Some(first);
        Ok(())
    }
}

struct Plain(Sgd);

impl Rule<0> for Plain {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, _: &mut [T; 0]) -> T {
        add_scaled(p, descent(p, g, self.0.maximize, self.0.weight_decay), -self.0.lr)
    }
    fn wgsl(&self) -> UpdateWgsl {
        let text = "g = number(0) * g + number(1) * p;\n  p = p - number(2) * g;";
        UpdateWgsl { text, numbers: vec![sign(self.0.maximize), self.0.weight_decay, self.0.lr] }
    }
}

struct Momentum {
    sgd: Sgd,
    /// The first gradient is the buffer, undampened.
    is_first: bool,
}

impl Rule<1> for Momentum {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [buffer]: &mut [T; 1]) -> T {
        let sgd = &self.sgd;
        let g = descent(p, g, sgd.maximize, sgd.weight_decay);
        *buffer =
            if self.is_first { g } else { add_scaled(*buffer * T::of(sgd.momentum), g, 1.0 - sgd.dampening) };
        let direction = if sgd.nesterov { add_scaled(g, *buffer, sgd.momentum) } else { *buffer };
        add_scaled(p, direction, -sgd.lr)
    }
    fn wgsl(&self) -> UpdateWgsl {
        let Sgd { lr, momentum, dampening, weight_decay, nesterov, maximize } = self.sgd;
        let text = "g = number(0) * g + number(1) * p;
  s0 = number(2) * s0 + number(3) * g;
  p = p - number(4) * (number(5) * g + number(6) * s0);";
        let (kept, new) = if self.is_first { (0.0, 1.0) } else { (momentum, 1.0 - dampening) };
        // With Nesterov's look ahead the step is g + momentum·b, else b.
        let (own, buffer) = if nesterov { (1.0, momentum) } else { (0.0, 1.0) };
        UpdateWgsl { text, numbers: vec![sign(maximize), weight_decay, kept, new, lr, own, buffer] }
    }
}
