//! Geometry: how an index becomes a place in storage.
//!
//! What it is not: values, or their memory (see [`crate::tensor`]). Start reading at [`Layout`].

use smallvec::SmallVec;

use crate::{Error, Result, bail};

/// Sizes or strides, one per dimension; the usual few need no allocation.
pub type Dims = SmallVec<[usize; 4]>;

#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Layout {
    pub shape: Dims,
    /// In elements. An expanded dimension has stride 0.
    pub strides: Dims,
    pub offset: usize,
}

// Not derived: `SmallVec` clones value by value, and every operator on tensors clones layouts.
impl Clone for Layout {
    fn clone(&self) -> Self {
        Layout {
            shape: Dims::from_slice(&self.shape),
            strides: Dims::from_slice(&self.strides),
            offset: self.offset,
        }
    }
}

impl Layout {
    pub fn contiguous(shape: &[usize]) -> Self {
        let mut strides: Dims = SmallVec::from_elem(1, shape.len());
        for dim in (1..shape.len()).rev() {
            strides[dim - 1] = strides[dim] * shape[dim].max(1);
        }
        Layout { shape: Dims::from_slice(shape), strides, offset: 0 }
    }

    #[inline]
    pub fn numel(&self) -> usize {
        self.shape.iter().product()
    }

    /// Where the values of a contiguous layout lie in storage. A view of nothing may begin behind its storage's end.
    #[inline]
    pub fn span(&self) -> std::ops::Range<usize> {
        match self.numel() {
            0 => 0..0,
            count => self.offset..self.offset + count,
        }
    }

    /// Whether the values lie in storage without gaps and none of them twice, in whatever order of the dimensions.
    pub fn is_dense(&self) -> bool {
        let mut dims: SmallVec<[(usize, usize); 4]> = self
            .strides
            .iter()
            .copied()
            .zip(self.shape.iter().copied())
            .filter(|(_, size)| *size != 1)
            .collect();
        dims.sort_unstable();
        let mut expected = 1;
        self.numel() > 0
            && dims.into_iter().all(|(stride, size)| {
                let fits = stride == expected;
                expected *= size;
                fits
            })
    }

    /// That of a new tensor like one of this layout: in its order in memory where that has no gaps, else row by row.
    pub fn for_new(&self) -> Layout {
        if self.is_contiguous() || self.is_dense() {
            self.at_start()
        } else {
            Layout::contiguous(&self.shape)
        }
    }

    /// This layout's order of dimensions, in a storage of its own.
    pub fn at_start(&self) -> Layout {
        Layout { offset: 0, ..self.clone() }
    }

    /// Whether row-major order is storage order, dimensions of size 1 aside.
    pub fn is_contiguous(&self) -> bool {
        let mut expected = 1;
        for (&size, &stride) in self.shape.iter().zip(&self.strides).rev() {
            if size != 1 {
                if stride != expected && !self.shape.contains(&0) {
                    return false;
                }
                expected *= size;
            }
        }
        true
    }

    /// The storage indices of all elements, in row-major order.
    pub fn offsets(&self) -> Offsets {
        Offsets {
            index: SmallVec::from_elem(0, self.shape.len()),
            next: self.offset,
            left: self.numel(),
            layout: self.clone(),
        }
    }

    /// The layout of the rows' starts: all dimensions but the last.
    pub fn rows(&self) -> Layout {
        let last = self.shape.len().saturating_sub(1);
        Layout {
            shape: Dims::from_slice(&self.shape[..last]),
            strides: Dims::from_slice(&self.strides[..last]),
            offset: self.offset,
        }
    }

    /// How many values a row has, and their step; one for a layout without dimensions.
    pub fn row(&self) -> (usize, usize) {
        self.shape.last().zip(self.strides.last()).map_or((1, 0), |(&size, &step)| (size, step))
    }

    /// This layout broadcast to `shape`, which must be one it broadcasts to.
    pub fn expand(&self, shape: &[usize]) -> Layout {
        let lead = shape.len() - self.shape.len();
        let stride = |dim: usize| {
            let own = dim.checked_sub(lead)?;
            (self.shape[own] == shape[dim]).then(|| self.strides[own])
        };
        let strides = (0..shape.len()).map(|dim| stride(dim).unwrap_or(0)).collect();
        Layout { shape: Dims::from_slice(shape), strides, offset: self.offset }
    }

    /// The strides that show this layout as `shape` without copying, where there are any.
    /// A dimension may be split or merged only within a run of dimensions that lie in storage like one.
    pub fn view(&self, shape: &[usize]) -> Option<Layout> {
        if self.numel() == 0 || self.is_contiguous() {
            return Some(Layout { offset: self.offset, ..Layout::contiguous(shape) });
        }
        let mut strides: Dims = SmallVec::from_elem(0, shape.len());
        let mut new = shape.len();
        let mut dim = self.shape.len();
        while dim > 0 {
            // One run: dims that are contiguous with each other, seen from the innermost.
            let base = self.strides[dim - 1];
            let mut run = self.shape[dim - 1];
            dim -= 1;
            while dim > 0 && (self.shape[dim - 1] == 1 || self.strides[dim - 1] == run * base) {
                run *= self.shape[dim - 1];
                dim -= 1;
            }
            let mut filled = 1;
            while new > 0 && (filled < run || shape[new - 1] == 1) {
                strides[new - 1] = filled * base;
                filled *= shape[new - 1];
                new -= 1;
            }
            if filled != run {
                return None;
            }
        }
        Some(Layout { shape: Dims::from_slice(shape), strides, offset: self.offset })
    }
}

/// See [`Layout::offsets`].
pub struct Offsets {
    layout: Layout,
    index: Dims,
    next: usize,
    left: usize,
}

impl Iterator for Offsets {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        let current = self.next;
        for dim in (0..self.index.len()).rev() {
            self.index[dim] += 1;
            self.next += self.layout.strides[dim];
            if self.index[dim] < self.layout.shape[dim] {
                break;
            }
            self.next -= self.layout.strides[dim] * self.layout.shape[dim];
            self.index[dim] = 0;
        }
        Some(current)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}
impl ExactSizeIterator for Offsets {}

/// How many values a shape holds.
///
/// # Errors
/// `RuntimeError` if there are more than this machine has addresses for, dimensions of size 0 left out.
pub fn numel(shape: &[usize]) -> Result<usize> {
    let sizes = shape.iter().map(|&size| size.max(1));
    let most =
        sizes.clone().try_fold(1usize, usize::checked_mul).filter(|&count| count <= isize::MAX as usize);
    match most {
        Some(count) => Ok(if shape.contains(&0) { 0 } else { count }),
        None => bail!(Runtime, "numel: integer multiplication overflow"),
    }
}

/// The shape two operands broadcast to.
pub fn broadcast(a: &[usize], b: &[usize]) -> Result<Dims> {
    if a == b {
        return Ok(Dims::from_slice(a));
    }
    let ndim = a.len().max(b.len());
    let size = |shape: &[usize], dim: usize| (dim + shape.len()).checked_sub(ndim).map_or(1, |at| shape[at]);
    // From the last one on, which is the first that PyTorch complains of.
    let shape = (0..ndim).rev().map(|dim| match (size(a, dim), size(b, dim)) {
        (x, y) if x == y || y == 1 => Ok(x),
        (1, y) => Ok(y),
        (x, y) => Err(Error::Runtime(format!(
            "The size of tensor a ({x}) must match the size of tensor b ({y}) at non-singleton dimension {dim}"
        ))),
    });
    let mut shape = shape.collect::<Result<Dims>>()?;
    shape.reverse();
    numel(&shape)?;
    Ok(shape)
}

/// A dimension as Python counts it, -1 being the last. A 0-d tensor counts as one-dimensional here.
pub fn wrap_dim(dim: i64, ndim: usize) -> Result<usize> {
    let range = ndim.max(1) as i64;
    if dim < -range || dim >= range {
        bail!(
            Index,
            "Dimension out of range (expected to be in range of [{}, {}], but got {dim})",
            -range,
            range - 1
        );
    }
    Ok(if dim < 0 { dim + range } else { dim } as usize)
}

/// As [`wrap_dim`], for what a 0-d tensor has no dimension for.
pub fn wrap_own_dim(dim: i64, ndim: usize) -> Result<usize> {
    if ndim == 0 {
        bail!(Index, "Dimension specified as {dim} but tensor has no dimensions");
    }
    wrap_dim(dim, ndim)
}

/// `[2, 3]`, as PyTorch writes shapes in messages.
pub fn shape_text(shape: &[usize]) -> String {
    let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
    format!("[{}]", sizes.join(", "))
}

/// As [`shape_text`], for sizes from Python.
pub fn ints_text(sizes: &[i64]) -> String {
    let sizes: Vec<String> = sizes.iter().map(i64::to_string).collect();
    format!("[{}]", sizes.join(", "))
}

/// `2x3`, as PyTorch writes the shapes of matrices in messages.
pub fn matrix_text(shape: &[usize]) -> String {
    let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
    sizes.join("x")
}
