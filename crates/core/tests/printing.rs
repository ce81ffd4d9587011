//! How tensors are printed: the cases where the rules of the format change.

use kindling_core::{Dtype, Tensor, ops, tensor::PrintOptions};

fn text(x: &Tensor) -> String {
    x.to_text(&PrintOptions::default())
}

fn floats(values: &[f32]) -> Tensor {
    Tensor::from_vec(values.to_vec(), &[values.len()])
}

fn counting(shape: &[usize]) -> Tensor {
    let count = shape.iter().product::<usize>() as i64;
    Tensor::from_vec((0..count).collect::<Vec<i64>>(), shape)
}

#[test]
fn numbers_of_a_tensor_share_one_format() {
    assert_eq!(text(&floats(&[1.0, 2.0])), "tensor([1., 2.])");
    assert_eq!(text(&floats(&[0.1, 0.22, 0.333])), "tensor([0.1000, 0.2200, 0.3330])");
    assert_eq!(text(&floats(&[1000.5, 2.25])), "tensor([1000.5000,    2.2500])");
    assert_eq!(text(&floats(&[-0.0, 0.0])), "tensor([-0., 0.])");
    assert_eq!(text(&counting(&[3])), "tensor([0, 1, 2])");
    assert_eq!(text(&Tensor::from_vec(vec![true, false], &[2])), "tensor([ True, False])");
}

#[test]
fn numbers_far_apart_get_exponents() {
    assert_eq!(text(&floats(&[1e-5, 1.0])), "tensor([1.0000e-05, 1.0000e+00])");
    assert_eq!(text(&floats(&[1e8, 1.0])), "tensor([1.0000e+08, 1.0000e+00])");
    assert_eq!(text(&floats(&[1e10])), "tensor([1.0000e+10])");
    assert_eq!(text(&floats(&[123456.0, 0.001])), "tensor([1.2346e+05, 1.0000e-03])");
    let plain = PrintOptions { sci_mode: Some(false), precision: 2, ..PrintOptions::default() };
    assert_eq!(floats(&[1e-5, 1.0]).to_text(&plain), "tensor([0.00, 1.00])");
}

#[test]
fn nan_and_infinity_do_not_decide_the_format() {
    let x = floats(&[f32::NAN, 1.0, f32::INFINITY, f32::NEG_INFINITY]);
    assert_eq!(text(&x), "tensor([nan, 1., inf, -inf])");
}

#[test]
fn no_dimensions_and_no_elements() {
    assert_eq!(text(&Tensor::from_vec(vec![7_i64], &[])), "tensor(7)");
    assert_eq!(text(&Tensor::from_vec(vec![2.5_f32], &[])), "tensor(2.5000)");
    assert_eq!(text(&Tensor::zeros(&[0], Dtype::Float32).unwrap()), "tensor([])");
    assert_eq!(text(&Tensor::zeros(&[0], Dtype::Int64).unwrap()), "tensor([], dtype=torch.int64)");
    assert_eq!(text(&Tensor::zeros(&[0, 3], Dtype::Float32).unwrap()), "tensor([], size=(0, 3))");
}

#[test]
fn dimensions_are_nested_and_set_apart() {
    let expected = "tensor([[[ 0,  1],\n         [ 2,  3]],\n\n        [[ 4,  5],\n         [ 6, 10]]])";
    let x = counting(&[2, 2, 2]);
    x.storage_values_mut::<i64>().unwrap()[7] = 10;
    assert_eq!(text(&x), expected);
}

#[test]
fn long_lines_wrap_under_their_bracket() {
    let lines = text(&counting(&[30]));
    assert_eq!(
        lines,
        "tensor([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16, 17,\n        18, 19, 20, 21, 22, \
         23, 24, 25, 26, 27, 28, 29])"
    );
}

#[test]
fn large_tensors_show_their_edges() {
    assert_eq!(text(&counting(&[1001])), "tensor([   0,    1,    2,  ...,  998,  999, 1000])");
    let rows = text(&Tensor::zeros(&[50, 50], Dtype::Float32).unwrap());
    assert!(rows.starts_with("tensor([[0., 0., 0.,  ..., 0., 0., 0.],\n"), "{rows}");
    assert!(rows.contains("],\n        ...,\n        ["), "{rows}");
}

#[test]
fn suffixes_say_dtype_and_graph() {
    assert_eq!(text(&Tensor::from_vec(vec![1.5_f64], &[1])), "tensor([1.5000], dtype=torch.float64)");
    let mut x = floats(&[1.0]);
    x.autograd_mut().set_requires_grad(true);
    assert_eq!(text(&x), "tensor([1.], requires_grad=True)");
    assert_eq!(text(&ops::mul(&x, 2.0).unwrap()), "tensor([2.], grad_fn=<MulBackward0>)");
}

/// A suffix that would pass the line's width gets a line of its own.
#[test]
fn a_long_suffix_starts_a_line() {
    let mut x = floats(&[0.123; 8]);
    x.autograd_mut().set_requires_grad(true);
    let expected = "tensor([0.2460, 0.2460, 0.2460, 0.2460, 0.2460, 0.2460, 0.2460, 0.2460],\n       \
                    grad_fn=<MulBackward0>)";
    assert_eq!(text(&ops::mul(&x, 2.0).unwrap()), expected);
}
