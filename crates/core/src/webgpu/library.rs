//! Functions that operators' WGSL may call besides WGSL's own, where those are too coarse or undefined.

/// Name and text. A kernel that mentions a name gets its text, and those that the text mentions.
const FUNCTIONS: &[(&str, &str)] = &[
    ("is_nan", "fn is_nan(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }"),
    ("is_inf", "fn is_inf(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) == 0x7f800000u; }"),
    (
        // Compilers may not fold the bits of infinity, which WGSL has no literal for.
        "infinity",
        "var<private> infinity_bits: u32 = 0x7f800000u;\nfn infinity() -> f32 { return bitcast<f32>(infinity_bits); }",
    ),
    (
        // Whether b comes before a (-1), after it (1), or neither (0): ascending, NaN last.
        "sorting",
        "fn sorting(a: f32, b: f32) -> i32 {
  if (is_nan(a) || is_nan(b)) { return select(1, select(-1, 0, is_nan(b)), is_nan(a)); }
  return select(select(1, 0, a == b), -1, b < a);
}",
    ),
    ("sorting_down", "fn sorting_down(a: f32, b: f32) -> i32 { return sorting(b, a); }"),
    // WGSL's own may be off by 2^-11.
    ("sine", "fn sine(x: f32) -> f32 { return turned(x, 0); }"),
    ("cosine", "fn cosine(x: f32) -> f32 { return turned(x, 1); }"),
    (
        // The sine of x and so many quarters of a turn: what is left of x after whole quarters, taken off in three
        // parts so that nothing is lost (Cody and Waite), goes into the polynomials of Cephes' sinf and cosf.
        "turned",
        "fn turned(x: f32, more: i32) -> f32 {
  let quarters = round(x * 0.6366197723675814);
  let r = ((x - quarters * 1.5703125) - quarters * 4.837512969970703e-4) - quarters * 7.549789954891882e-8;
  let s = r * r;
  let odd = r + r * s * (-1.6666654611e-1 + s * (8.3321608736e-3 - s * 1.9515295891e-4));
  let even = 1.0 - 0.5 * s + s * s * (4.166664568298827e-2 + s * (-1.388731625493765e-3 + s * 2.443315711809948e-5));
  let quarter = (i32(quarters) + more) & 3;
  let value = select(odd, even, (quarter & 1) == 1);
  return select(value, -value, quarter >= 2);
}",
    ),
    (
        "larger",
        "fn larger(a: f32, b: f32) -> f32 {
  if (is_nan(a)) { return a; }
  if (is_nan(b)) { return b; }
  return max(a, b);
}",
    ),
    (
        "smaller",
        "fn smaller(a: f32, b: f32) -> f32 {
  if (is_nan(a)) { return a; }
  if (is_nan(b)) { return b; }
  return min(a, b);
}",
    ),
    (
        // Near 0 the series: exp(x) - 1 would lose all digits.
        "exp_minus_1",
        "fn exp_minus_1(x: f32) -> f32 {
  if (abs(x) > 0.35) { return exp(x) - 1.0; }
  return x * (1.0 + x * (0.5 + x * (0.16666667 + x * (0.041666668 + x * (0.008333334 + x * (0.0013888889 + x * 0.0001984127))))));
}",
    ),
    (
        // log(1 + x) corrected by what the rounding of 1 + x lost (Kahan; Higham, Accuracy and Stability, 1.14.1).
        "log_1_plus",
        "fn log_1_plus(x: f32) -> f32 {
  if (abs(x) < 0.25) {
    let s = x / (2.0 + x);
    let z = s * s;
    return 2.0 * s * (1.0 + z * (0.33333334 + z * (0.2 + z * (0.14285715 + z * (0.11111111 + z * 0.09090909)))));
  }
  return log(1.0 + x);
}",
    ),
    (
        // Near 0 by the series of the odd function, far away by its limit, which exp would overflow before.
        "hyperbolic_tangent",
        "fn hyperbolic_tangent(x: f32) -> f32 {
  let size = abs(x);
  if (size > 10.0) { return sign(x); }
  if (is_nan(x)) { return x; }
  let e = exp_minus_1(2.0 * size);
  return sign(x) * e / (e + 2.0);
}",
    ),
    (
        // Taylor's series up to 2, beyond it the continued fraction of erfc, as the CPU does.
        "error_function",
        "fn error_function(x: f32) -> f32 {
  let size = abs(x);
  if (is_nan(x)) { return x; }
  if (size > 4.0) { return sign(x); }
  if (size < 2.0) {
    var term = size;
    var sum = size;
    for (var n = 1; n < 30; n++) {
      term *= -size * size / f32(n);
      sum += term / f32(2 * n + 1);
    }
    return sign(x) * sum * 1.1283791670955126;
  }
  var below = size;
  for (var k = 40; k > 0; k--) { below = size + f32(k) / 2.0 / below; }
  return sign(x) * (1.0 - exp(-size * size) / below * 0.5641895835477563);
}",
    ),
    (
        // WGSL's own may be off by thousands of units in the last place. After atanf of Moshier's Cephes.
        "arc_tangent",
        "fn arc_tangent(x: f32) -> f32 {
  var t = abs(x);
  var y = 0.0;
  if (t > 2.4142135) { y = 1.5707963; t = -1.0 / t; }
  else if (t > 0.41421357) { y = 0.7853982; t = (t - 1.0) / (t + 1.0); }
  let z = t * t;
  y += (((0.080537446 * z - 0.13877685) * z + 0.1997771) * z - 0.3333295) * z * t + t;
  return select(y, -y, x < 0.0);
}",
    ),
    (
        "arc_tangent_2",
        "fn arc_tangent_2(y: f32, x: f32) -> f32 {
  if (x == 0.0 && y == 0.0) { return 0.0; }
  if (abs(x) < abs(y)) { return sign(y) * 1.5707963 - arc_tangent(x / y); }
  let angle = arc_tangent(y / x);
  if (x > 0.0) { return angle; }
  return angle + select(3.1415927, -3.1415927, y < 0.0);
}",
    ),
    (
        // WGSL leaves negative bases undefined.
        "power",
        "fn power(a: f32, b: f32) -> f32 {
  if (b == 0.0) { return 1.0; }
  if (a > 0.0 || is_nan(a) || is_nan(b)) { return pow(a, b); }
  if (a == 0.0) { return select(infinity(), 0.0, b > 0.0); }
  let size = pow(-a, b);
  if (floor(b) != b) { return bitcast<f32>(bitcast<u32>(infinity()) | 0x400000u); }
  return select(size, -size, abs(b) % 2.0 == 1.0);
}",
    ),
    (
        "integer_power",
        "fn integer_power(a: i32, b: i32) -> i32 {
  if (b < 0) { return select(select(0, select(1, -1, (b & 1) != 0), a == -1), 1, a == 1); }
  var result = 1;
  var base = a;
  for (var left = b; left > 0; left >>= 1u) {
    if ((left & 1) != 0) { result *= base; }
    base *= base;
  }
  return result;
}",
    ),
    (
        "floor_quotient",
        "fn floor_quotient(a: f32, b: f32) -> f32 {
  if (b == 0.0) { return a / b; }
  let rest = a % b;
  let quotient = (a - rest) / b;
  return round(select(quotient, quotient - 1.0, rest != 0.0 && (rest < 0.0) != (b < 0.0)));
}",
    ),
    (
        "integer_quotient",
        "fn integer_quotient(a: i32, b: i32) -> i32 {
  if (b == 0) { return 0; }
  let quotient = a / b;
  return select(quotient, quotient - 1, a % b != 0 && (a < 0) != (b < 0));
}",
    ),
    (
        "float_modulus",
        "fn float_modulus(a: f32, b: f32) -> f32 {
  let rest = a - b * trunc(a / b);
  return select(rest, rest + b, rest != 0.0 && (rest < 0.0) != (b < 0.0));
}",
    ),
];

/// The texts of the functions that `text` mentions, each before those that call it.
pub fn mentioned(text: &str) -> String {
    let mut wanted: Vec<usize> = Vec::new();
    find(text, &mut wanted);
    wanted.sort_unstable();
    wanted.into_iter().map(|at| format!("{}\n", FUNCTIONS[at].1)).collect()
}

fn find(text: &str, wanted: &mut Vec<usize>) {
    for (at, (name, function)) in FUNCTIONS.iter().enumerate() {
        if !wanted.contains(&at) && text.contains(&format!("{name}(")) {
            wanted.push(at);
            let body = function.split_once('{').map_or("", |(_, body)| body);
            find(body, wanted);
        }
    }
}
