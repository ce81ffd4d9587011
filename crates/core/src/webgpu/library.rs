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
