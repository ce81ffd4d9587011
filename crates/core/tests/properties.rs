//! What must hold for all shapes and strides, tried on random ones against the plainest reference: loops over
//! coordinates.

use kindling_core::{
    Dtype, Result, Tensor,
    ops::{self, Index},
    random::Generator,
};

const ROUNDS: u64 = 200;

/// Small random numbers and shapes.
struct Chance(Generator);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0.bits32() as usize % bound
    }
    fn shape(&mut self, most_dims: usize) -> Vec<usize> {
        (0..self.below(most_dims + 1)).map(|_| 1 + self.below(4)).collect()
    }
    /// Whole numbers, so that sums in any order are equal.
    fn values(&mut self, shape: &[usize]) -> Tensor {
        let count = shape.iter().product();
        Tensor::from_vec((0..count).map(|_| self.below(19) as f64 - 9.0).collect(), shape)
    }
    /// Fractions in float32, whose sums and products have to be rounded.
    fn fractions(&mut self, shape: &[usize]) -> Tensor {
        let count = shape.iter().product();
        Tensor::from_vec((0..count).map(|_| self.0.bits32() as f32 / 2f32.powi(31) - 0.6).collect(), shape)
    }
    fn view(&mut self, shape: &[usize]) -> Tensor {
        self.view_of(Self::values, shape)
    }
    /// A view of some larger tensor: permuted, cut and stepped through at random.
    fn view_of(&mut self, values: fn(&mut Self, &[usize]) -> Tensor, shape: &[usize]) -> Tensor {
        let dims = shape.len();
        let mut order: Vec<usize> = (0..dims).collect();
        (1..dims).for_each(|at| order.swap(at, self.below(at + 1)));
        let mut large = vec![0; dims];
        for (to, &from) in order.iter().enumerate() {
            large[from] = shape[to] * 2 + 1;
        }
        let back: Vec<i64> = order.iter().map(|&dim| dim as i64).collect();
        let mut view = ops::permute(&values(self, &large), &back).unwrap();
        for (dim, &size) in shape.iter().enumerate() {
            let step = 1 + self.below(2) as i64;
            let stop = 1 + (size as i64 - 1) * step + 1;
            view = ops::slice(&view, dim as i64, Some(1), Some(stop), step).unwrap();
        }
        assert_eq!(view.shape(), shape);
        view
    }
}

fn rounds(check: impl Fn(&mut Chance)) {
    (0..ROUNDS).for_each(|seed| check(&mut Chance(Generator::new(seed))));
}

/// All coordinates of a shape, row by row.
fn coordinates(shape: &[usize]) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for &size in shape {
        all = all.iter().flat_map(|front| (0..size).map(move |at| [&front[..], &[at]].concat())).collect();
    }
    all
}

fn at(x: &Tensor, index: &[usize]) -> f64 {
    let place =
        x.storage_offset() + index.iter().zip(x.strides()).map(|(i, stride)| i * stride).sum::<usize>();
    x.value_at(place).unwrap().to_f64()
}

#[test]
fn a_view_has_the_values_its_strides_say() {
    rounds(|chance| {
        let shape = chance.shape(4);
        let view = chance.view(&shape);
        let expected: Vec<f64> = coordinates(&shape).iter().map(|index| at(&view, index)).collect();
        assert_eq!(view.to_vec::<f64>().unwrap(), expected);
        assert_eq!(view.copy().unwrap().to_vec::<f64>().unwrap(), expected);
        assert_eq!(ops::reshape(&view, &[expected.len()]).unwrap().to_vec::<f64>().unwrap(), expected);
    });
}

#[test]
fn operands_broadcast_by_repeating_sizes_of_one() {
    rounds(|chance| {
        let shape = chance.shape(4);
        let smaller = |chance: &mut Chance| -> Vec<usize> {
            let lead = chance.below(shape.len() + 1);
            shape[lead..].iter().map(|&size| if chance.below(3) == 0 { 1 } else { size }).collect()
        };
        let (a, b) = (chance.view(&shape), smaller(chance));
        let b = chance.view(&b);
        let got = ops::sub(&a, &b).unwrap();
        assert_eq!(got.shape(), shape);
        let lead = shape.len() - b.ndim();
        let expected: Vec<f64> = coordinates(&shape)
            .iter()
            .map(|index| {
                let own: Vec<usize> = b
                    .shape()
                    .iter()
                    .enumerate()
                    .map(|(dim, &size)| index[lead + dim].min(size - 1))
                    .collect();
                at(&a, index) - at(&b, &own)
            })
            .collect();
        assert_eq!(got.to_vec::<f64>().unwrap(), expected);
    });
}

#[test]
fn arithmetic_on_any_views_has_the_bits_of_loops() {
    type Case = (fn(&Tensor, &Tensor) -> Result<Tensor>, fn(f32, f32) -> f32);
    let cases: [Case; 5] = [
        (|a, b| ops::add(a, b), |a, b| a + b),
        (|a, b| ops::sub(a, b), |a, b| a - b),
        (|a, b| ops::mul(a, b), |a, b| a * b),
        (|a, b| ops::div(a, b), |a, b| a / b),
        (|a, b| ops::add(&ops::mul(a, 2.0)?, b), |a, b| a * 2.0 + b),
    ];
    rounds(|chance| {
        let shape = [1 + chance.below(4), 1 + chance.below(70)];
        let [a, b] = [(); 2].map(|()| chance.view_of(Chance::fractions, &shape));
        for (fast, plain) in cases {
            let got = fast(&a, &b).unwrap().to_vec::<f32>().unwrap().into_iter().map(f32::to_bits);
            let all = coordinates(&shape).into_iter();
            let expected = all.map(|index| plain(at(&a, &index) as f32, at(&b, &index) as f32).to_bits());
            assert_eq!(got.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        }
    });
}

#[test]
fn reductions_of_any_view_are_those_of_loops() {
    rounds(|chance| {
        let shape = chance.shape(4);
        let view = chance.view(&shape);
        let dims: Vec<usize> = (0..shape.len()).filter(|_| chance.below(2) == 0).collect();
        if dims.is_empty() {
            return;
        }
        let kept: Vec<usize> = (0..shape.len()).filter(|dim| !dims.contains(dim)).collect();
        let out_shape: Vec<usize> = kept.iter().map(|&dim| shape[dim]).collect();
        let mut expected = vec![0.0; out_shape.iter().product()];
        for index in coordinates(&shape) {
            let place = kept.iter().fold(0, |place, &dim| place * shape[dim] + index[dim]);
            expected[place] += at(&view, &index);
        }
        let signed: Vec<i64> = dims.iter().map(|&dim| dim as i64).collect();
        let got = ops::sum(&view, &signed, false).unwrap();
        assert_eq!((got.shape(), got.to_vec::<f64>().unwrap()), (&out_shape[..], expected));
    });
}

#[test]
fn extremes_along_a_dimension_are_at_their_indices() {
    rounds(|chance| {
        let mut shape = chance.shape(3);
        shape.push(1 + chance.below(4));
        let view = chance.view(&shape);
        let dim = chance.below(shape.len());
        let (values, indices) = ops::max_dim(&view, dim as i64, false).unwrap();
        let mut rest = shape.clone();
        rest.remove(dim);
        for index in coordinates(&rest) {
            let line = |position: usize| {
                let mut whole = index.clone();
                whole.insert(dim, position);
                at(&view, &whole)
            };
            let best = (0..shape[dim]).map(line).fold(f64::NEG_INFINITY, f64::max);
            assert_eq!(at(&values, &index), best);
            assert_eq!(line(at(&indices, &index) as usize), best);
        }
    });
}

#[test]
fn products_of_views_are_sums_of_products() {
    rounds(|chance| {
        let [m, k, n] = [1 + chance.below(12), 1 + chance.below(12), 1 + chance.below(12)];
        let (a, b) = (chance.view(&[m, k]), chance.view(&[k, n]));
        let got = ops::matmul(&a, &b).unwrap();
        for index in coordinates(&[m, n]) {
            let sum: f64 = (0..k).map(|inner| at(&a, &[index[0], inner]) * at(&b, &[inner, index[1]])).sum();
            assert_eq!(at(&got, &index), sum);
        }
    });
}

#[test]
fn index_tensors_pick_what_loops_pick() {
    rounds(|chance| {
        let shape = [1 + chance.below(4), 1 + chance.below(4), 1 + chance.below(4)];
        let view = chance.view(&shape);
        let count = 1 + chance.below(5);
        let mut picks = |size: usize| {
            let values: Vec<i64> = (0..count).map(|_| chance.below(2 * size) as i64 - size as i64).collect();
            Tensor::from_vec(values, &[count])
        };
        let (rows, columns) = (picks(shape[0]), picks(shape[2]));
        let wrap =
            |tensor: &Tensor, nth: usize, size: usize| at(tensor, &[nth]).rem_euclid(size as f64) as usize;
        let all = Index::Slice { start: None, stop: None, step: None };
        // Apart from each other, the picked dimension comes first.
        let indices = [Index::Tensor(rows.clone()), all, Index::Tensor(columns.clone())];
        let got = ops::index(&view, &indices).unwrap();
        assert_eq!(got.shape(), [count, shape[1]]);
        for index in coordinates(&[count, shape[1]]) {
            let whole = [wrap(&rows, index[0], shape[0]), index[1], wrap(&columns, index[0], shape[2])];
            assert_eq!(at(&got, &index), at(&view, &whole));
        }
    });
}

#[test]
fn what_is_assigned_is_read_back_and_nothing_else_changes() {
    rounds(|chance| {
        let shape = [1 + chance.below(4), 1 + chance.below(4)];
        let mut x = chance.values(&shape);
        let before = x.copy().unwrap();
        let mask: Vec<bool> = (0..shape[0] * shape[1]).map(|_| chance.below(2) == 0).collect();
        let indices = [Index::Tensor(Tensor::from_vec(mask.clone(), &shape))];
        ops::index_assign(&mut x, &indices, ops::Operand::from(99.0)).unwrap();
        for ((held, old), new) in
            mask.iter().zip(before.to_vec::<f64>().unwrap()).zip(x.to_vec::<f64>().unwrap())
        {
            assert_eq!(new, if *held { 99.0 } else { old });
        }
    });
}

#[test]
fn parts_join_to_the_whole() {
    rounds(|chance| {
        let mut shape = chance.shape(3);
        shape.push(1 + chance.below(6));
        let view = chance.view(&shape);
        let dim = chance.below(shape.len()) as i64;
        let parts = ops::split(&view, 1 + chance.below(3) as i64, dim).unwrap();
        assert_eq!(ops::cat(&parts, dim).unwrap().to_vec::<f64>().unwrap(), view.to_vec::<f64>().unwrap());
        let parts = ops::unbind(&view, dim).unwrap();
        assert_eq!(ops::stack(&parts, dim).unwrap().to_vec::<f64>().unwrap(), view.to_vec::<f64>().unwrap());
    });
}

#[test]
fn a_value_survives_every_dtype_that_can_hold_it() {
    let values = Tensor::from_vec::<i64>(vec![0, 1, 2, 100], &[4]);
    for dtype in Dtype::all().filter(|&dtype| dtype != Dtype::Bool) {
        let back = values.cast(dtype).unwrap().cast(Dtype::Int64).unwrap();
        assert_eq!(back.to_vec::<i64>().unwrap(), values.to_vec::<i64>().unwrap(), "{dtype}");
    }
    assert_eq!(values.cast(Dtype::Bool).unwrap().to_vec::<i64>().unwrap(), [0, 1, 1, 1]);
}

#[test]
fn all_values_are_finite_or_one_is_not() {
    let finite = |values: Vec<f64>, dtype| {
        let count = values.len();
        ops::all_finite(&Tensor::from_vec(values, &[count]).cast(dtype).unwrap()).unwrap()
    };
    for dtype in [Dtype::Float32, Dtype::Float64, Dtype::Float16] {
        assert!(finite(vec![0.0; 40], dtype) && finite(Vec::new(), dtype));
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!finite([vec![1.0; 39], vec![bad]].concat(), dtype), "{bad} of {dtype:?}");
        }
    }
    assert!(finite(vec![1.0, 2.0], Dtype::Int64));
}
