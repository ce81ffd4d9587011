//! `einsum`: sums of products by letters for dimensions, and `tensordot`. Composed of `matmul` and `sum`.
//!
//! Operands are taken in pairs: letters that nothing after needs are summed away, those that both have and something
//! needs become a batch, and what is left is one matrix product.

use super::{Args, Operator, linalg::tensordot, matmul, permute, reshape, sum};
use crate::{Result, Tensor, autograd::name_node, bail, tensor::Dims};

/// A tensor with a letter for each dimension.
struct Labelled {
    tensor: Tensor,
    letters: Vec<char>,
}

impl Labelled {
    /// Repeated letters mean the diagonal.
    fn new(tensor: &Tensor, letters: &[char], number: usize) -> Result<Self> {
        let mut own = Labelled { tensor: tensor.clone(), letters: letters.to_vec() };
        if own.letters.len() != tensor.ndim() {
            bail!(
                Runtime,
                "einsum(): the number of subscripts in the equation ({}) does not match the number of dimensions ({}) for \
                 operand {number} and no ellipsis was given",
                own.letters.len(),
                tensor.ndim()
            );
        }
        for (at, letter) in letters.iter().enumerate() {
            let first = letters.iter().position(|own| own == letter).unwrap_or(at);
            let (size, own) = (tensor.shape()[first], tensor.shape()[at]);
            if size != own {
                bail!(
                    Runtime,
                    "einsum(): subscript {letter} is repeated for operand {number} but the sizes don't match, {own} != {size}"
                );
            }
        }
        while let Some((first, second)) = own.repeated() {
            own = own.diagonal(first, second)?;
        }
        Ok(own)
    }

    fn repeated(&self) -> Option<(usize, usize)> {
        let at = |letter: &char| self.letters.iter().position(|own| own == letter);
        self.letters.iter().enumerate().find_map(|(second, letter)| {
            at(letter).filter(|&first| first < second).map(|first| (first, second))
        })
    }

    fn diagonal(&self, first: usize, second: usize) -> Result<Self> {
        let rest = (0..self.letters.len()).filter(|&dim| dim != first && dim != second);
        let letters = rest.chain([first]).map(|dim| self.letters[dim]).collect();
        Ok(Labelled { tensor: super::diagonal(&self.tensor, 0, first as i64, second as i64)?, letters })
    }

    fn size(&self, letter: char) -> Option<usize> {
        self.letters.iter().position(|&own| own == letter).map(|dim| self.tensor.shape()[dim])
    }

    /// Without the letters that are not needed.
    fn reduced(&self, needed: impl Fn(char) -> bool) -> Result<Self> {
        let dims: Vec<i64> =
            (0..self.letters.len()).filter(|&dim| !needed(self.letters[dim])).map(|dim| dim as i64).collect();
        let tensor = if dims.is_empty() { self.tensor.clone() } else { sum(&self.tensor, &dims, false)? };
        Ok(Labelled {
            tensor,
            letters: self.letters.iter().copied().filter(|&letter| needed(letter)).collect(),
        })
    }

    /// With the dimensions in the order of `letters`.
    fn ordered(&self, letters: &[char]) -> Result<Tensor> {
        let place = |letter: &char| self.letters.iter().position(|own| own == letter).unwrap_or(0) as i64;
        permute(&self.tensor, &letters.iter().map(place).collect::<Vec<_>>())
    }

    /// What PyTorch calls the node of a product that keeps the letters that are needed.
    fn product_name(&self, other: &Labelled, needed: impl Fn(char) -> bool) -> &'static str {
        let is_summed = |letter: &char| !needed(*letter);
        let has_sum = self.letters.iter().chain(&other.letters).any(is_summed);
        if has_sum { "ViewBackward0" } else { "MulBackward0" }
    }

    fn times(&self, other: &Labelled, needed: impl Fn(char) -> bool) -> Result<Labelled> {
        let (has_a, has_b) =
            (|letter| self.letters.contains(&letter), |letter| other.letters.contains(&letter));
        let a = self.reduced(|letter| has_b(letter) || needed(letter))?;
        let b = other.reduced(|letter| has_a(letter) || needed(letter))?;
        let pick = |from: &Labelled, keep: &dyn Fn(char) -> bool| -> Vec<char> {
            from.letters.iter().copied().filter(|&letter| keep(letter)).collect()
        };
        let batch = pick(&a, &|letter| has_b(letter) && needed(letter));
        let inner = pick(&a, &|letter| has_b(letter) && !needed(letter));
        let (rows, columns) = (pick(&a, &|letter| !has_b(letter)), pick(&b, &|letter| !has_a(letter)));
        let count = |from: &Labelled, letters: &[char]| -> usize {
            letters.iter().filter_map(|&letter| from.size(letter)).product()
        };
        let lead = count(&a, &batch);
        let left = a.ordered(&[&batch[..], &rows, &inner].concat())?;
        let right = b.ordered(&[&batch[..], &inner, &columns].concat())?;
        let left = reshape(&left, &[lead, count(&a, &rows), count(&a, &inner)])?;
        let right = reshape(&right, &[lead, count(&b, &inner), count(&b, &columns)])?;
        let letters = [&batch[..], &rows, &columns].concat();
        let sizes: Dims = letters.iter().filter_map(|&letter| a.size(letter).or(b.size(letter))).collect();
        Ok(Labelled { tensor: reshape(&matmul(&left, &right)?, &sizes)?, letters })
    }
}

/// The letters of each operand and of the result; dimensions that an ellipsis stands for have letters of their own.
struct Equation {
    inputs: Vec<Vec<char>>,
    output: Vec<char>,
}

/// The `nth` dimension, counted from the last, of those that an ellipsis stands for: letters that nobody writes.
fn unwritten(nth: usize) -> char {
    u32::try_from(nth).ok().and_then(|nth| char::from_u32(0xe000 + nth)).unwrap_or('\u{f8ff}')
}

impl Equation {
    fn read(text: &str, operands: &[Tensor]) -> Result<Self> {
        let (inputs, output) = text.split_once("->").map_or((text, None), |(a, b)| (a, Some(b)));
        let subscripts: Vec<&str> = inputs.split(',').collect();
        if subscripts.len() != operands.len() {
            let more = if subscripts.len() < operands.len() { "more" } else { "fewer" };
            bail!(Runtime, "einsum(): {more} operands were provided than specified in the equation");
        }
        let written = |letters: &str| letters.chars().filter(|letter| *letter != '.').count();
        let hidden = |letters: &str, tensor: &Tensor| match letters.contains("...") {
            true => tensor.ndim().saturating_sub(written(letters)),
            false => 0,
        };
        let most = subscripts.iter().zip(operands).map(|(letters, x)| hidden(letters, x)).max().unwrap_or(0);
        let spelled = |letters: &str, count: usize| -> Vec<char> {
            let ellipsis: String = (0..count).rev().map(unwritten).collect();
            letters.replacen("...", &ellipsis, 1).chars().collect()
        };
        let inputs: Vec<Vec<char>> = subscripts
            .iter()
            .zip(operands)
            .map(|(letters, x)| spelled(letters, hidden(letters, x)))
            .collect();
        let output = match output {
            Some(output) => spelled(output, most),
            None => spelled("...", most).into_iter().chain(implicit_output(inputs.concat())).collect(),
        };
        for (at, letter) in output.iter().enumerate() {
            if !inputs.iter().any(|letters| letters.contains(letter)) {
                bail!(
                    Runtime,
                    "einsum(): output subscript {letter} does not appear in the equation for any input operand"
                );
            }
            if output[..at].contains(letter) {
                bail!(Runtime, "einsum(): output subscript {letter} appears more than once in the output");
            }
        }
        Ok(Equation { inputs, output })
    }
}

fn check_text(equation: &str) -> Result<()> {
    let without = equation.replace("->", "  ").replace("...", "   ");
    let is_subscript = |letter: char| letter.is_ascii_alphabetic() || letter == ',' || letter == ' ';
    match without.chars().position(|letter| !is_subscript(letter)) {
        None => Ok(()),
        Some(at) => bail!(
            Runtime,
            "einsum(): invalid subscript given at index {at} in the equation string, subscripts must be in [a-zA-Z]"
        ),
    }
}

/// The sum of products that `equation` describes, as `ij,jk->ik`; without an arrow, over the letters that come twice.
pub fn einsum(equation: &str, operands: &[Tensor]) -> Result<Tensor> {
    check_text(equation)?;
    let Equation { inputs, output } = Equation::read(&equation.replace(' ', ""), operands)?;
    let labelled = operands.iter().zip(&inputs).enumerate();
    let labelled = labelled.map(|(number, (tensor, letters))| Labelled::new(tensor, letters, number));
    let labelled = broadcast(labelled.collect::<Result<Vec<_>>>()?)?;
    let mut rest = labelled.iter();
    let Some(first) = rest.next() else { bail!(Value, "einsum(): must provide at least one operand") };
    let mut result = Labelled { tensor: first.tensor.clone(), letters: first.letters.clone() };
    let is_needed = |letter: char| output.contains(&letter);
    let mut name = if result.letters.iter().all(|letter| is_needed(*letter)) {
        "PermuteBackward0"
    } else {
        "SumBackward1"
    };
    for (number, operand) in rest.enumerate() {
        let later = &inputs[number + 2..];
        let is_kept = |letter| is_needed(letter) || later.iter().any(|letters| letters.contains(&letter));
        name = result.product_name(operand, is_kept);
        result = result.times(operand, is_kept)?;
    }
    let output = result.reduced(is_needed)?.ordered(&output)?;
    name_node(&output, name);
    Ok(output)
}

/// Letters that come once, in alphabetical order; not those that nobody wrote.
fn implicit_output(inputs: Vec<char>) -> Vec<char> {
    let is_once = |letter: &char| inputs.iter().filter(|other| *other == letter).count() == 1;
    let mut once: Vec<char> =
        inputs.iter().copied().filter(|letter| letter.is_ascii() && is_once(letter)).collect();
    once.sort_unstable();
    once
}

/// The operands with sizes that go together: a size of 1 beside a larger one is left out.
fn broadcast(operands: Vec<Labelled>) -> Result<Vec<Labelled>> {
    let whole = |letter: char| {
        let sizes = operands.iter().enumerate();
        sizes
            .filter_map(move |(number, operand)| Some((number, operand.size(letter)?)))
            .find(|(_, size)| *size != 1)
    };
    let mut fitting = Vec::new();
    for (number, operand) in operands.iter().enumerate() {
        let mut own = Labelled { tensor: operand.tensor.clone(), letters: operand.letters.clone() };
        for &letter in &operand.letters {
            let (Some(size), Some((first, seen))) = (operand.size(letter), whole(letter)) else { continue };
            if size != seen && size != 1 {
                bail!(
                    Runtime,
                    "einsum(): subscript {letter} has size {size} for operand {number} which does not broadcast with \
                     previously seen size {seen}"
                );
            }
            if size == 1 && first != number {
                let at = own.letters.iter().position(|other| *other == letter).unwrap_or(0);
                own = Labelled { tensor: super::squeeze(&own.tensor, &[at as i64])?, letters: own.letters };
                own.letters.remove(at);
            }
        }
        fitting.push(own);
    }
    Ok(fitting)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("einsum(str equation, Tensor[] operands) -> Tensor", |args| {
        einsum(&args.str(0)?, args.tensors(1)?).map(Into::into)
    })
    .doc("Sums of products by letters for dimensions: 'ij,jk->ik' is the matrix product.")
    .samples(|| {
        let call = |equation: &str, shapes: &[&[usize]]| {
            let operands: Vec<Tensor> = shapes.iter().map(|shape| sample(shape)).collect();
            Args::new([equation.into(), operands.into()])
        };
        vec![
            call("ij,jk->ik", &[&[2, 3], &[3, 2]]),
            call("ij->j", &[&[2, 3]]),
            call("bij,bij->b", &[&[2, 2, 3], &[2, 2, 3]]),
            call("ii", &[&[3, 3]]),
            call("ij,jk,kl->il", &[&[2, 2], &[2, 3], &[3, 2]]),
            call("bi,bj->bij", &[&[2, 3], &[2, 2]]),
        ]
    }),
    Operator::new("tensordot(Tensor a, Tensor b, int[] dims=[2]) -> Tensor", |args| {
        let (a, b) = (args.tensor(0)?, args.tensor(1)?);
        let &[count] = args.ints(2)? else {
            bail!(NotImplemented, "tensordot(): lists of dims are not supported here; use einsum");
        };
        if count < 0 {
            bail!(Runtime, "tensordot expects dims >= 0, but got dims={count}");
        }
        if count > a.ndim().min(b.ndim()) as i64 {
            bail!(Runtime, "tensordot expects dims < ndim_a or ndim_b, but got dims={count}");
        }
        let (last, first): (Vec<i64>, Vec<i64>) = ((-count..0).collect(), (0..count).collect());
        tensordot(a, b, &last, &first).map(Into::into)
    })
    .node("ViewBackward0")
    .doc("The sum of products over the last dims of a and the first of b.")
    .samples(|| vec![Args::new([sample(&[2, 3]).into(), sample(&[3, 2]).into(), [1].into()])]),
];

fn sample(shape: &[usize]) -> Tensor {
    let count = shape.iter().product::<usize>();
    Tensor::from_vec((0..count).map(|i| ((i * i + 3 * i + 1) % 7) as f64 * 0.3 - 0.8).collect(), shape)
}
