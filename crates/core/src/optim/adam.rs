//! Adam (Kingma and Ba, 2014) and its kin: AdamW, Adamax, NAdam, RAdam.
//!
//! All keep a running mean m of the gradient and one of its square v (Adamax: its largest size), and correct them
//! for having started at zero.

use super::{Rule, UpdateWgsl, add_scaled, addcdiv, addcmul, apply, count_step, descent, lerp, sign};
use crate::{Result, Tensor, kernels::real::Real};

/// The running means.
#[inline(always)]
fn average<T: Real>(m: &mut T, v: &mut T, g: T, (beta1, beta2): (f64, f64)) {
    *m = lerp(*m, g, 1.0 - beta1);
    *v = addcmul(*v * T::of(beta2), g, g, 1.0 - beta2);
}

/// Weight decay apart from the gradient (Loshchilov and Hutter, 2017), or none of it.
#[inline(always)]
fn decay<T: Real>(p: T, is_decoupled: bool, lr: f64, weight_decay: f64) -> T {
    if is_decoupled && weight_decay != 0.0 { p * T::of(1.0 - lr * weight_decay) } else { p }
}

/// `torch.optim.Adam`, and with `decoupled_weight_decay` `torch.optim.AdamW`:
/// p ← p - lr·m̂/(√v̂ + eps). With amsgrad, v̂ is the largest v so far (Reddi et al., 2018).
#[derive(Debug, Clone, Copy)]
pub struct Adam {
    pub lr: f64,
    pub betas: (f64, f64),
    pub eps: f64,
    pub weight_decay: f64,
    pub decoupled_weight_decay: bool,
    pub maximize: bool,
}

/// The state of one parameter.
#[derive(Debug, Clone, Copy)]
pub struct Moments<'a> {
    /// How many steps were taken: a 0-d tensor.
    pub step: &'a Tensor,
    pub exp_avg: &'a Tensor,
    pub exp_avg_sq: &'a Tensor,
}

impl Adam {
    /// Updates a parameter; `max_exp_avg_sq` is given for amsgrad.
    pub fn step(
        &self,
        p: &Tensor,
        g: &Tensor,
        state: Moments,
        max_exp_avg_sq: Option<&Tensor>,
    ) -> Result<()> {
        let count = count_step(state.step)?;
        let rule = AdamRule {
            adam: *self,
            step_size: self.lr / (1.0 - self.betas.0.powf(count)),
            root: (1.0 - self.betas.1.powf(count)).sqrt(),
        };
        match max_exp_avg_sq {
            None => apply::<2>(&rule, p, g, [state.exp_avg, state.exp_avg_sq]),
            Some(max) => apply::<3>(&rule, p, g, [state.exp_avg, state.exp_avg_sq, max]),
        }
    }
}

struct AdamRule {
    adam: Adam,
    step_size: f64,
    /// √(1 - beta2^step).
    root: f64,
}

impl AdamRule {
    /// Decays, averages and moves; `v_hat` says by which v the step is divided.
    #[inline(always)]
    fn go<T: Real>(&self, p: T, g: T, m: &mut T, v: &mut T, v_hat: impl FnOnce(T) -> T) -> T {
        let Adam { lr, betas, eps, weight_decay, decoupled_weight_decay, maximize } = self.adam;
        let p = decay(p, decoupled_weight_decay, lr, weight_decay);
        let g = descent(p, g, maximize, if decoupled_weight_decay { 0.0 } else { weight_decay });
        average(m, v, g, betas);
        addcdiv(p, *m, v_hat(*v).sqrt() / T::of(self.root) + T::of(eps), -self.step_size)
    }
}

/// Decays and averages, as [`AdamRule::go`].
macro_rules! adam_wgsl {
    () => {
        "p = number(2) * p;
  g = number(0) * g + number(1) * p;
  s0 = s0 + number(3) * (g - s0);
  s1 = (1.0 - number(4)) * s1 + number(4) * g * g;
  "
    };
}

/// The numbers of [`adam_wgsl`]: `number(0)` to `number(4)`.
fn average_numbers(
    (lr, betas, weight_decay): (f64, (f64, f64), f64),
    is_decoupled: bool,
    maximize: bool,
) -> Vec<f64> {
    let (coupled, decay) = if is_decoupled { (0.0, 1.0 - lr * weight_decay) } else { (weight_decay, 1.0) };
    vec![sign(maximize), coupled, decay, 1.0 - betas.0, 1.0 - betas.1]
}

impl AdamRule {
    /// What the WGSL calls `number(0)`, `number(1)`, ….
    fn numbers(&self) -> Vec<f64> {
        let Adam { lr, betas, eps, weight_decay, decoupled_weight_decay, maximize } = self.adam;
        let mut numbers = average_numbers((lr, betas, weight_decay), decoupled_weight_decay, maximize);
        numbers.extend([self.step_size, self.root, eps]);
        numbers
    }
}

impl Rule<2> for AdamRule {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [m, v]: &mut [T; 2]) -> T {
        self.go(p, g, m, v, |v| v)
    }
    fn wgsl(&self) -> UpdateWgsl {
        UpdateWgsl {
            text: concat!(adam_wgsl!(), "p = p - number(5) * s0 / (sqrt(s1) / number(6) + number(7));"),
            numbers: self.numbers(),
        }
    }
}

impl Rule<3> for AdamRule {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [m, v, max]: &mut [T; 3]) -> T {
        self.go(p, g, m, v, |v| {
            if v > *max {
                *max = v;
            }
            *max
        })
    }
    fn wgsl(&self) -> UpdateWgsl {
        let text = concat!(
            adam_wgsl!(),
            "s2 = max(s2, s1);\n  p = p - number(5) * s0 / (sqrt(s2) / number(6) + number(7));"
        );
        UpdateWgsl { text, numbers: self.numbers() }
    }
}

/// `torch.optim.Adamax`: p ← p - lr·m̂/u, with u the largest decayed size of the gradient.
#[derive(Debug, Clone, Copy)]
pub struct Adamax {
    pub lr: f64,
    pub betas: (f64, f64),
    pub eps: f64,
    pub weight_decay: f64,
    pub maximize: bool,
}

impl Adamax {
    pub fn step(
        &self,
        p: &Tensor,
        g: &Tensor,
        step: &Tensor,
        exp_avg: &Tensor,
        exp_inf: &Tensor,
    ) -> Result<()> {
        let step_size = self.lr / (1.0 - self.betas.0.powf(count_step(step)?));
        apply(&AdamaxRule { adamax: *self, step_size }, p, g, [exp_avg, exp_inf])
    }
}

struct AdamaxRule {
    adamax: Adamax,
    step_size: f64,
}

impl Rule<2> for AdamaxRule {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [m, u]: &mut [T; 2]) -> T {
        let adamax = &self.adamax;
        let g = descent(p, g, adamax.maximize, adamax.weight_decay);
        *m = lerp(*m, g, 1.0 - adamax.betas.0);
        let (faded, size) = (*u * T::of(adamax.betas.1), g.abs() + T::of(adamax.eps));
        *u = if size > faded { size } else { faded };
        addcdiv(p, *m, *u, -self.step_size)
    }
    fn wgsl(&self) -> UpdateWgsl {
        let text = "g = number(0) * g + number(1) * p;
  s0 += (1.0 - number(2)) * (g - s0);
  s1 = max(number(3) * s1, abs(g) + number(4));
  p -= number(5) * s0 / s1;";
        let Adamax { betas, eps, weight_decay, maximize, .. } = self.adamax;
        let numbers = vec![sign(maximize), weight_decay, betas.0, betas.1, eps, self.step_size];
        UpdateWgsl { text, numbers }
    }
}

/// `torch.optim.NAdam` (Dozat, 2016): Adam with Nesterov's momentum, whose strength grows with the steps.
#[derive(Debug, Clone, Copy)]
pub struct NAdam {
    pub lr: f64,
    pub betas: (f64, f64),
    pub eps: f64,
    pub weight_decay: f64,
    pub momentum_decay: f64,
    pub decoupled_weight_decay: bool,
    pub maximize: bool,
}

impl NAdam {
    /// `mu_product` is the 0-d product of the momenta so far, 1 at first.
    pub fn step(&self, p: &Tensor, g: &Tensor, state: Moments, mu_product: &Tensor) -> Result<()> {
        let count = count_step(state.step)?;
        let momentum = |step: f64| self.betas.0 * (1.0 - 0.5 * 0.96_f64.powf(step * self.momentum_decay));
        let (mu, mu_next) = (momentum(count), momentum(count + 1.0));
        mu_product.write(&crate::ops::mul(&mu_product.detach(), mu)?)?;
        let product = mu_product.item()?.to_f64();
        let rule = NAdamRule {
            nadam: *self,
            correction: 1.0 - self.betas.1.powf(count),
            now: -self.lr * (1.0 - mu) / (1.0 - product),
            next: -self.lr * mu_next / (1.0 - product * mu_next),
        };
        apply(&rule, p, g, [state.exp_avg, state.exp_avg_sq])
    }
}

struct NAdamRule {
    nadam: NAdam,
    correction: f64,
    /// The factors of the gradient and of its mean.
    now: f64,
    next: f64,
}

impl Rule<2> for NAdamRule {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [m, v]: &mut [T; 2]) -> T {
        let NAdam { lr, betas, eps, weight_decay, decoupled_weight_decay, maximize, .. } = self.nadam;
        let p = decay(p, decoupled_weight_decay, lr, weight_decay);
        let g = descent(p, g, maximize, if decoupled_weight_decay { 0.0 } else { weight_decay });
        average(m, v, g, betas);
        let size = (*v / T::of(self.correction)).sqrt() + T::of(eps);
        addcdiv(addcdiv(p, g, size, self.now), *m, size, self.next)
    }
    fn wgsl(&self) -> UpdateWgsl {
        let NAdam { lr, betas, eps, weight_decay, decoupled_weight_decay, maximize, .. } = self.nadam;
        let text = concat!(
            adam_wgsl!(),
            "let size = sqrt(s1 / number(5)) + number(6);
  p += (number(7) * g + number(8) * s0) / size;"
        );
        let mut numbers = average_numbers((lr, betas, weight_decay), decoupled_weight_decay, maximize);
        numbers.extend([self.correction, eps, self.now, self.next]);
        UpdateWgsl { text, numbers }
    }
}

/// `torch.optim.RAdam` (Liu et al., 2019): Adam that waits with dividing by √v until v is known well enough.
#[derive(Debug, Clone, Copy)]
pub struct RAdam {
    pub lr: f64,
    pub betas: (f64, f64),
    pub eps: f64,
    pub weight_decay: f64,
    pub decoupled_weight_decay: bool,
    pub maximize: bool,
}

impl RAdam {
    pub fn step(&self, p: &Tensor, g: &Tensor, state: Moments) -> Result<()> {
        let count = count_step(state.step)?;
        let (beta1, beta2) = self.betas;
        let corrections = (1.0 - beta1.powf(count), 1.0 - beta2.powf(count));
        let longest = 2.0 / (1.0 - beta2) - 1.0;
        let length = longest - 2.0 * count * beta2.powf(count) / corrections.1;
        let rectify = (length > 5.0).then(|| {
            let known = (length - 4.0) * (length - 2.0) * longest;
            (known / ((longest - 4.0) * (longest - 2.0) * length)).sqrt()
        });
        let rule = RAdamRule { radam: *self, corrections, rectify };
        apply(&rule, p, g, [state.exp_avg, state.exp_avg_sq])
    }
}

struct RAdamRule {
    radam: RAdam,
    corrections: (f64, f64),
    /// By how much the adaptive step counts; `None` while v is too uncertain.
    rectify: Option<f64>,
}

impl Rule<2> for RAdamRule {
    #[inline(always)]
    fn update<T: Real>(&self, p: T, g: T, [m, v]: &mut [T; 2]) -> T {
        let RAdam { lr, betas, eps, weight_decay, decoupled_weight_decay, maximize } = self.radam;
        let p = decay(p, decoupled_weight_decay, lr, weight_decay);
        let g = descent(p, g, maximize, if decoupled_weight_decay { 0.0 } else { weight_decay });
        average(m, v, g, betas);
        let step = *m / T::of(self.corrections.0) * T::of(lr);
        let step = match self.rectify {
            None => step,
            Some(rectify) => {
                let adaptive = T::of(self.corrections.1.sqrt()) / (v.sqrt() + T::of(eps));
                step * adaptive * T::of(rectify)
            }
        };
        add_scaled(p, step, -1.0)
    }
    fn wgsl(&self) -> UpdateWgsl {
        let RAdam { lr, betas, eps, weight_decay, decoupled_weight_decay, maximize } = self.radam;
        let mut numbers = average_numbers((lr, betas, weight_decay), decoupled_weight_decay, maximize);
        numbers.push(lr / self.corrections.0);
        let Some(rectify) = self.rectify else {
            return UpdateWgsl { text: concat!(adam_wgsl!(), "p -= number(5) * s0;"), numbers };
        };
        numbers.extend([self.corrections.1.sqrt() * rectify, eps]);
        let text = concat!(adam_wgsl!(), "p -= number(5) * s0 * number(6) / (sqrt(s1) + number(7));");
        UpdateWgsl { text, numbers }
    }
}
