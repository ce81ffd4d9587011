//! `_best_split`: between which two of its samples a node of a decision tree is split, by one feature.
//!
//! What it is not: the tree, which is Python (`sklearn/tree/_grow.py`). As thousands of splits are asked for, each is one
//! call. What is added is added in scikit-learn's order, whose ties are broken the same way. Source: L. Breiman et al.,
//! Classification and Regression Trees, 1984. Start reading at [`best_split`].

use super::{Args, Operator};
use crate::{Result, Tensor, bail};

/// Values nearer than this are the same.
const SAME: f64 = 1e-7;

/// What a part of the samples is worth; the split whose parts are worth most leaves them least mixed.
#[derive(Clone, Copy)]
enum Measure {
    Gini,
    Entropy,
    /// The squared distance from the mean.
    Squares,
}

impl Measure {
    fn read(name: &str) -> Result<Self> {
        Ok(match name {
            "gini" => Measure::Gini,
            "entropy" => Measure::Entropy,
            "squares" => Measure::Squares,
            _ => bail!(Value, "_best_split(): measure must be gini, entropy or squares, but got {name}"),
        })
    }

    /// `totals` are the weights of each class, or the one sum of weighted numbers.
    fn worth(self, totals: impl Iterator<Item = f64>, weight: f64) -> f64 {
        match self {
            Measure::Gini | Measure::Squares => totals.map(|total| total * total).sum::<f64>() / weight,
            Measure::Entropy => {
                let share = totals.map(|total| total / weight).filter(|share| *share > 0.0);
                weight * share.map(|share| share * share.log2()).sum::<f64>()
            }
        }
    }
}

/// The samples in the order of their values, (count,), and of these whether all are the same, how good the best split is
/// (-inf where there is none), after how many less one it comes, and the values on both of its sides, (5,). `column` has the
/// value of every sample there is, `totals` its weight for each class or its weighted number, (all, classes), and `weights`
/// its weight; `least` samples must be on either side.
///
/// # Errors
/// For tensors of other dtypes than float64 and int64, and samples that there are not.
fn best_split(args: &Args) -> Result<Vec<Tensor>> {
    let measure = Measure::read(&args.str(4)?)?;
    let least = args.int(5)?.max(1) as usize;
    let [column, samples, totals, weights] =
        [0, 1, 2, 3].map(|at| args.tensor(at).and_then(Tensor::to_contiguous));
    let (column, samples, totals, weights) = (column?, samples?, totals?, weights?);
    let (values, totals, weights) = (
        column.contiguous_values::<f64>()?,
        totals.contiguous_values::<f64>()?,
        weights.contiguous_values::<f64>()?,
    );
    let mut order = samples.contiguous_values::<i64>()?.to_vec();
    let classes = totals.len() / weights.len().max(1);
    if order.iter().any(|&at| at < 0 || at as usize >= values.len().min(weights.len())) {
        bail!(Index, "_best_split(): a sample is out of range");
    }
    let row = |sample: i64| &totals[sample as usize * classes..][..classes];
    // Of all, the sums run in the order in which the samples come.
    let (mut all, mut whole) = (vec![0.0; classes], 0.0);
    for &sample in &order {
        all.iter_mut().zip(row(sample)).for_each(|(sum, part)| *sum += part);
        whole += weights[sample as usize];
    }
    order.sort_by(|a, b| values[*a as usize].total_cmp(&values[*b as usize]));
    let value = |at: usize| values[order[at] as usize];
    let (mut left, mut weight, mut best) = (vec![0.0; classes], 0.0, (f64::NEG_INFINITY, 0));
    for at in 0..order.len().saturating_sub(1) {
        left.iter_mut().zip(row(order[at])).for_each(|(sum, part)| *sum += part);
        weight += weights[order[at] as usize];
        let is_allowed = at + 1 >= least && order.len() - at > least;
        if !is_allowed || value(at + 1) <= value(at) + SAME {
            continue;
        }
        let right = all.iter().zip(&left).map(|(all, left)| all - left);
        let gain = measure.worth(left.iter().copied(), weight) + measure.worth(right, whole - weight);
        if gain > best.0 {
            best = (gain, at);
        }
    }
    let (gain, at) = best;
    let found = match order.len() {
        0 => vec![1.0, gain, 0.0, 0.0, 0.0],
        count => {
            let is_constant = value(count - 1) <= value(0) + SAME;
            let behind = value((at + 1).min(count - 1));
            vec![f64::from(is_constant), gain, at as f64, value(at), behind]
        }
    };
    let count = order.len();
    Ok(vec![Tensor::from_vec(order, &[count]), Tensor::from_vec(found, &[5])])
}

pub const OPERATORS: &[Operator] = &[Operator::new(
    "_best_split(Tensor column, Tensor samples, Tensor totals, Tensor weights, str measure, int least) -> Tensor[]",
    |args| best_split(args).map(Into::into),
)
.doc("The samples in the order of a column, and between which of them a decision tree is split best.")];
