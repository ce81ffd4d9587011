//! Sums in so many lanes side by side, which are then added in halves: how PyTorch's loops over vectors sum.
//!
//! What it is not: the sums of `torch.sum` ([`super::sum`]). Start reading at [`fold`].

/// The sum of `value(0)` to `value(count - 1)`; `last(at, sum)` adds a value behind the last full lanes. Fewer values than
/// there are lanes are added in turn.
#[inline(always)]
pub fn fold<const LANES: usize>(
    count: usize,
    value: impl Fn(usize) -> f32,
    last: impl Fn(usize, f32) -> f32,
) -> f32 {
    if count < LANES {
        return (1..count).fold(value(0), |sum, at| sum + value(at));
    }
    let mut lanes: [f32; LANES] = std::array::from_fn(&value);
    let whole = count / LANES * LANES;
    for at in (LANES..whole).step_by(LANES) {
        for (lane, sum) in lanes.iter_mut().enumerate() {
            *sum += value(at + lane);
        }
    }
    for (lane, sum) in lanes.iter_mut().enumerate().take(count - whole) {
        *sum = last(whole + lane, *sum);
    }
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            lanes[lane] += lanes[lane + half];
        }
        half /= 2;
    }
    lanes[0]
}
