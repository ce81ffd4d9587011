//! The numbers of e^x in vectors ([`super::narrow::exp_in_vectors`]), which the build script writes into the browser's
//! module, too: nothing else may be used here. Start reading anywhere.

/// Added to a number and taken off again, it leaves the nearest integer; its last bits are that integer's.
pub const ROUND: f32 = 12_582_912.0;
/// ln 2 in two parts: the first has so few bits that its product with an exponent is exact (Cody and Waite).
pub const LN_2: [f32; 2] = [0.693_145_75, 1.428_606_8e-6];
/// Sleef's polynomial of e^x, the highest power first, down to x².
pub const CURVE: [f32; 6] =
    [0.000_198_527_62, 0.001_393_043_6, 0.008_333_361, 0.041_666_485, 0.166_666_67, 0.5];
