//! Mean and variance of adjacent float32 values, as PyTorch's layer and group norms compute them (RowwiseMoments): eight
//! running means side by side (Welford, 1962) over pieces of 128 values, and pieces joined in pairs (Chan et al., 1979).
//!
//! What it is not: the sums of `torch.mean` and `var` ([`super::sum`]), which have other bits. Start reading at
//! [`moments`].

use super::real::Real;

const LANES: usize = 8;
const PIECE: usize = 16 * LANES;

/// How many values, their mean and the sum of their squared distances from it, for each lane.
#[derive(Clone, Copy)]
struct Moments {
    count: usize,
    mean: [f32; LANES],
    squares: [f32; LANES],
}

const NONE: Moments = Moments { count: 0, mean: [0.0; LANES], squares: [0.0; LANES] };

/// The mean and the variance (of the whole population) of a row.
pub fn moments(row: &[f32]) -> (f32, f32) {
    let in_lanes = row.len() / LANES * LANES;
    let lanes = of_lanes(&row[..in_lanes]);
    let mut count = 0;
    let (mut mean, mut squares) = (0.0_f32, 0.0_f32);
    for &value in &row[in_lanes..] {
        let away = value - mean;
        count += 1;
        mean += away / count as f32;
        squares += away * (value - mean);
    }
    for lane in 0..LANES {
        let whole = count + lanes.count;
        if whole == 0 {
            break;
        }
        let part = lanes.count as f32 / whole as f32;
        let away = lanes.mean[lane] - mean;
        mean = part.fused(away, mean);
        squares += (away * away * part).fused(count as f32, lanes.squares[lane]);
        count = whole;
    }
    (mean, squares / row.len() as f32)
}

/// Pieces are joined as a counter's bits carry, so that only as many are open as its number has digits.
fn of_lanes(row: &[f32]) -> Moments {
    let pieces = row.len().div_ceil(PIECE);
    let depth = pieces.max(2).next_power_of_two().ilog2() as usize;
    let mut open = [NONE; usize::BITS as usize];
    for (at, piece) in row.chunks(PIECE).enumerate() {
        open[0] = join(of_piece(piece), open[0]);
        let mut carry = at + 1;
        for level in 1..depth {
            if carry & 1 == 1 {
                break;
            }
            open[level] = join(open[level - 1], open[level]);
            open[level - 1] = NONE;
            carry >>= 1;
        }
    }
    open[1..depth].iter().fold(open[0], |whole, &part| join(part, whole))
}

/// At most [`PIECE`] values, of which those that fill all lanes count.
fn of_piece(piece: &[f32]) -> Moments {
    #[cfg(target_arch = "x86_64")]
    if super::fused::has_fused_products() {
        #[target_feature(enable = "avx2,fma")]
        fn fused(piece: &[f32]) -> Moments {
            running(piece, |a, b, c| a.mul_add(b, c))
        }
        // SAFETY: the processor has what the function is compiled for.
        return unsafe { fused(piece) };
    }
    #[cfg(target_arch = "wasm32")]
    return in_browser::of_piece(piece);
    #[cfg(not(target_arch = "wasm32"))]
    running(piece, f32::fused)
}

#[inline(always)]
fn running(piece: &[f32], fused: impl Fn(f32, f32, f32) -> f32) -> Moments {
    let mut found = NONE;
    for values in piece.as_chunks::<LANES>().0 {
        found.count += 1;
        let share = 1.0 / found.count as f32;
        for ((value, mean), squares) in values.iter().zip(&mut found.mean).zip(&mut found.squares) {
            let away = value - *mean;
            *mean = fused(away, share, *mean);
            *squares = fused(away, value - *mean, *squares);
        }
    }
    found
}

fn join(more: Moments, mut whole: Moments) -> Moments {
    let count = whole.count + more.count;
    if count == 0 {
        return whole;
    }
    let (part, before) = (more.count as f32 / count as f32, whole.count as f32);
    for lane in 0..LANES {
        let away = more.mean[lane] - whole.mean[lane];
        whole.mean[lane] += part * away;
        whole.squares[lane] = (away * away * part).fused(before, whole.squares[lane] + more.squares[lane]);
    }
    whole.count = count;
    whole
}

#[cfg(target_arch = "wasm32")]
pub(in crate::kernels) use in_browser::put;

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use std::slice;

    use wasm_bindgen::JsValue;

    use super::{LANES, Moments, Real, running};
    use crate::kernels::relaxed::{Functions, Place};

    /// Means and sums of squared distances of each lane.
    type Lanes = [[f32; LANES]; 2];
    type Running = unsafe extern "C" fn(at: *const f32, eights: usize, out: *mut Lanes);

    static RUNNING: Place<Running> = Place::of(stand_in);

    pub fn of_piece(piece: &[f32]) -> Moments {
        let eights = piece.as_chunks::<LANES>().0;
        let mut found: Lanes = [[0.0; LANES]; 2];
        // SAFETY: what it reads are the values of the slice, and what it writes is the array.
        unsafe { RUNNING.function()(eights.as_ptr().cast(), eights.len(), &raw mut found) };
        let [mean, squares] = found;
        Moments { count: eights.len(), mean, squares }
    }

    #[inline(never)]
    unsafe extern "C" fn stand_in(at: *const f32, eights: usize, out: *mut Lanes) {
        if eights > 0 {
            // SAFETY: the caller's promise: so many values are there, and room for the result.
            unsafe { *out = exactly(slice::from_raw_parts(at, eights * LANES)) };
        }
    }

    #[inline(never)]
    fn exactly(values: &[f32]) -> Lanes {
        let Moments { mean, squares, .. } = running(values, f32::fused);
        [mean, squares]
    }

    /// Puts the function into the table.
    pub(in crate::kernels) fn put(functions: &Functions) -> Result<(), JsValue> {
        of_piece(&[]);
        RUNNING.put(functions, "moments")
    }
}
