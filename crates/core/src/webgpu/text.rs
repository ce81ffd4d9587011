//! Index arithmetic as WGSL.

use crate::tensor::Layout;

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
