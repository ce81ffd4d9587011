//! Index arithmetic as WGSL.

use crate::layout::Layout;

/// The place in storage of the `index`th value (row-major) of a layout.
pub fn index_text(layout: &Layout, index: &str) -> String {
    let mut terms = Vec::new();
    let mut inner = 1;
    let dims = merged(layout);
    for (at, &(size, stride)) in dims.iter().enumerate().rev() {
        if stride != 0 {
            let quotient = if inner == 1 { index.to_owned() } else { format!("({index} / {inner}u)") };
            let is_outermost = at == 0;
            let coordinate = if is_outermost { quotient } else { format!("({quotient} % {size}u)") };
            terms.push(if stride == 1 { coordinate } else { format!("{coordinate} * {stride}u") });
        }
        inner *= size;
    }
    if layout.offset != 0 {
        terms.push(format!("{}u", layout.offset));
    }
    if terms.is_empty() { "0u".into() } else { terms.join(" + ") }
}

/// Statements that turn a place in storage, `index`, back into the linear index `at` within a layout, with whether it
/// is one of the layout's places: if, taking strides from the largest down, no distance is left.
pub fn inverse_text(layout: &Layout, index: &str, [left, at, hit]: [&str; 3]) -> String {
    let inner = Layout::contiguous(&layout.shape).strides;
    let mut dims: Vec<(usize, usize, usize)> =
        (0..inner.len()).map(|dim| (layout.strides[dim], layout.shape[dim], inner[dim])).collect();
    dims.sort_by_key(|dim| std::cmp::Reverse(dim.0));
    let offset = layout.offset;
    let mut text = format!(
        "  var {left} = {index} - {offset}u;\n  var {at} = 0u;\n  var {hit} = {index} >= {offset}u;\n"
    );
    for (stride, size, step) in dims.into_iter().filter(|dim| dim.0 > 0 && dim.1 > 1) {
        text.push_str(&format!(
            "  {hit} = {hit} && {left} / {stride}u < {size}u;\n  {at} += {left} / {stride}u * {step}u;\n  \
             {left} %= {stride}u;\n"
        ));
    }
    text.push_str(&format!("  {hit} = {hit} && {left} == 0u;\n  {at} = select(0u, {at}, {hit});\n"));
    text
}

/// Sizes and strides, with neighbours that lie in storage like one dimension merged.
fn merged(layout: &Layout) -> Vec<(usize, usize)> {
    let mut dims: Vec<(usize, usize)> = Vec::new();
    for (&size, &stride) in layout.shape.iter().zip(&layout.strides).filter(|(size, _)| **size != 1) {
        match dims.last_mut() {
            Some((outer, outer_stride)) if *outer_stride == stride * size => {
                *outer *= size;
                *outer_stride = stride;
            }
            _ => dims.push((size, stride)),
        }
    }
    dims
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merges_what_lies_together() {
        assert_eq!(index_text(&Layout::contiguous(&[2, 3, 4]), "i"), "i");
        assert_eq!(index_text(&Layout::contiguous(&[3]).expand(&[2, 3]), "i"), "(i % 3u)");
        let transposed = Layout { shape: [3, 2][..].into(), strides: [1, 3][..].into(), offset: 5 };
        assert_eq!(index_text(&transposed, "i"), "(i % 2u) * 3u + (i / 2u) + 5u");
        assert_eq!(index_text(&Layout::contiguous(&[1]).expand(&[4, 4]), "i"), "0u");
    }
}
