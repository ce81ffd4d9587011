//! Rules that divide by how large gradients were: Adagrad, Adadelta, RMSprop.

use super::{Rule, UpdateWgsl, add_scaled, addcdiv, addcmul, apply, count_step, descent, lerp, sign};
use crate::{Result, Tensor, kernels::real::Real};

/// `torch.optim.Adagrad` (Duchi et al., 2011): p ← p - lr·g/(√s + eps), with s the sum of g².
#[derive(Debug, Clone, Copy)]
pub struct Adagrad {
    pub lr: f64,
    pub lr_decay: f64,
    pub weight_decay: f64,
    pub eps: f64,
    pub maximize: bool,
}

impl Adagrad {
    pub fn step(&self, p: &Tensor, g: &Tensor, step: &Tensor, sum: &Tensor) -> Result<()> {
        let lr = self.lr / (1.0 + (count_step(step)? - 1.0) * self.lr_decay);
        apply(&Adagrad { lr, ..*self }, p, g, [sum])
    }
}

impl Rule<1> for Adagrad {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [sum]: &mut [T; 1]) -> T {
        let g = descent(p, g, self.maximize, self.weight_decay);
        *sum = addcmul(*sum, g, g, 1.0);
        addcdiv(p, g, sum.sqrt() + T::of(self.eps), -self.lr)
    }
    fn wgsl(&self) -> UpdateWgsl {
        let text = "g = number(0) * g + number(1) * p;
  s0 += g * g;
  p -= number(2) * g / (sqrt(s0) + number(3));";
        let numbers = vec![sign(self.maximize), self.weight_decay, self.lr, self.eps];
        UpdateWgsl { text, numbers }
    }
}

/// `torch.optim.Adadelta` (Zeiler, 2012): steps in the size of past steps over that of past gradients.
#[derive(Debug, Clone, Copy)]
pub struct Adadelta {
    pub lr: f64,
    pub rho: f64,
    pub eps: f64,
    pub weight_decay: f64,
    pub maximize: bool,
}

impl Adadelta {
    pub fn step(
        &self,
        p: &Tensor,
        g: &Tensor,
        step: &Tensor,
        square_avg: &Tensor,
        acc_delta: &Tensor,
    ) -> Result<()> {
        count_step(step)?;
        apply(self, p, g, [square_avg, acc_delta])
    }
}

impl Rule<2> for Adadelta {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [square, steps]: &mut [T; 2]) -> T {
        let g = descent(p, g, self.maximize, self.weight_decay);
        let (rho, eps) = (T::of(self.rho), T::of(self.eps));
        *square = addcmul(*square * rho, g, g, 1.0 - self.rho);
        let step = (*steps + eps).sqrt() / (*square + eps).sqrt() * g;
        *steps = addcmul(*steps * rho, step, step, 1.0 - self.rho);
        add_scaled(p, step, -self.lr)
    }
    fn wgsl(&self) -> UpdateWgsl {
        let text = "g = number(0) * g + number(1) * p;
  s0 = number(2) * s0 + (1.0 - number(2)) * g * g;
  let step = sqrt(s1 + number(3)) / sqrt(s0 + number(3)) * g;
  s1 = number(2) * s1 + (1.0 - number(2)) * step * step;
  p -= number(4) * step;";
        let numbers = vec![sign(self.maximize), self.weight_decay, self.rho, self.eps, self.lr];
        UpdateWgsl { text, numbers }
    }
}

/// `torch.optim.RMSprop` (Hinton, lecture 6e, 2012): p ← p - lr·g/(√v + eps), with v the running mean of g²; centred,
/// of its variance.
#[derive(Debug, Clone, Copy)]
pub struct RmsProp {
    pub lr: f64,
    pub alpha: f64,
    pub eps: f64,
    pub weight_decay: f64,
    pub momentum: f64,
    pub centered: bool,
    pub maximize: bool,
}

impl RmsProp {
    /// `grad_avg` is needed if centred, `momentum_buffer` with momentum.
    pub fn step(
        &self,
        p: &Tensor,
        g: &Tensor,
        step: &Tensor,
        square_avg: &Tensor,
        grad_avg: Option<&Tensor>,
        momentum_buffer: Option<&Tensor>,
    ) -> Result<()> {
        count_step(step)?;
        match (grad_avg.filter(|_| self.centered), momentum_buffer.filter(|_| self.momentum > 0.0)) {
            (None, None) => apply(&Variant::<false, false>(*self), p, g, [square_avg]),
            (None, Some(buffer)) => apply(&Variant::<false, true>(*self), p, g, [square_avg, buffer]),
            (Some(mean), None) => apply(&Variant::<true, false>(*self), p, g, [square_avg, mean]),
            (Some(mean), Some(buffer)) => {
                apply(&Variant::<true, true>(*self), p, g, [square_avg, mean, buffer])
            }
        }
    }

    /// √v + eps, with v updated and centred by `mean` if there is one.
    #[inline(always)]
    fn size<T: Real>(&self, g: T, square: &mut T, mean: Option<&mut T>) -> T {
        *square = addcmul(*square * T::of(self.alpha), g, g, 1.0 - self.alpha);
        let spread = match mean {
            None => *square,
            Some(mean) => {
                *mean = lerp(*mean, g, 1.0 - self.alpha);
                addcmul(*square, *mean, *mean, -1.0)
            }
        };
        spread.sqrt() + T::of(self.eps)
    }

    #[inline(always)]
    fn go<T: Real>(&self, p: T, g: T, square: &mut T, mean: Option<&mut T>, buffer: Option<&mut T>) -> T {
        let g = descent(p, g, self.maximize, self.weight_decay);
        let size = self.size(g, square, mean);
        match buffer {
            None => addcdiv(p, g, size, -self.lr),
            Some(buffer) => {
                *buffer = addcdiv(*buffer * T::of(self.momentum), g, size, 1.0);
                add_scaled(p, *buffer, -self.lr)
            }
        }
    }
}

/// The running mean of g², as [`RmsProp::size`], up to its root.
macro_rules! rmsprop_wgsl {
    ($rest:literal) => {
        concat!(
            "g = number(0) * g + number(1) * p;
  s0 = number(2) * s0 + (1.0 - number(2)) * g * g;
  ",
            $rest
        )
    };
}

impl RmsProp {
    fn wgsl(&self, text: &'static str) -> UpdateWgsl {
        let numbers =
            vec![sign(self.maximize), self.weight_decay, self.alpha, self.eps, self.lr, self.momentum];
        UpdateWgsl { text, numbers }
    }
}

/// The rule with or without centring, with or without momentum.
struct Variant<const CENTERED: bool, const MOMENTUM: bool>(RmsProp);

impl Rule<1> for Variant<false, false> {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [square]: &mut [T; 1]) -> T {
        self.0.go(p, g, square, None, None)
    }
    fn wgsl(&self) -> UpdateWgsl {
        self.0.wgsl(rmsprop_wgsl!("p -= number(4) * g / (sqrt(s0) + number(3));"))
    }
}
impl Rule<2> for Variant<false, true> {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [square, buffer]: &mut [T; 2]) -> T {
        self.0.go(p, g, square, None, Some(buffer))
    }
    fn wgsl(&self) -> UpdateWgsl {
        self.0.wgsl(rmsprop_wgsl!(
            "s1 = number(5) * s1 + g / (sqrt(s0) + number(3));
  p -= number(4) * s1;"
        ))
    }
}
impl Rule<2> for Variant<true, false> {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [square, mean]: &mut [T; 2]) -> T {
        self.0.go(p, g, square, Some(mean), None)
    }
    fn wgsl(&self) -> UpdateWgsl {
        self.0.wgsl(rmsprop_wgsl!(
            "s1 += (1.0 - number(2)) * (g - s1);
  p -= number(4) * g / (sqrt(s0 - s1 * s1) + number(3));"
        ))
    }
}
impl Rule<3> for Variant<true, true> {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [square, mean, buffer]: &mut [T; 3]) -> T {
        self.0.go(p, g, square, Some(mean), Some(buffer))
    }
    fn wgsl(&self) -> UpdateWgsl {
        self.0.wgsl(rmsprop_wgsl!(
            "s1 += (1.0 - number(2)) * (g - s1);
  s2 = number(5) * s2 + g / (sqrt(s0 - s1 * s1) + number(3));
  p -= number(4) * s2;"
        ))
    }
}
