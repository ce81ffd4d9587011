//! Copies between layouts and dtypes.

use half::{bf16, f16};

use super::{Dtype, Element, Layout, Storage, Tensor, device::on_gpu, recycle};
use crate::{Result, dispatch, dispatch_compute};

/// Columns that are copied together, so that what a cache has brought along with one value is used for its neighbours.
const BLOCK: usize = 16;

/// Appends the values of a layout in row-major order.
fn copy_rows<T: Element>(values: &[T], layout: &Layout, out: &mut Vec<T>) {
    let ndim = layout.shape.len();
    if layout.numel() == 0 {
        return;
    }
    let (size, step) = layout.row();
    if ndim >= 2 && step > 1 && layout.strides[ndim - 2] == 1 {
        let rows = layout.shape[ndim - 2];
        layout
            .rows()
            .rows()
            .offsets()
            .for_each(|start| copy_turned(&values[start..], [rows, size], step, out));
        return;
    }
    for start in layout.rows().offsets() {
        match step {
            0 => out.resize(out.len() + size, values[start]),
            1 => out.extend_from_slice(&values[start..start + size]),
            _ => out.extend(values[start..].iter().step_by(step).take(size)),
        }
    }
}

/// Appends a matrix that lies in memory column by column, `step` apart, row by row.
fn copy_turned<T: Element>(values: &[T], [rows, columns]: [usize; 2], step: usize, out: &mut Vec<T>) {
    let start = out.len();
    out.resize(start + rows * columns, T::default());
    let out = &mut out[start..];
    for first_row in (0..rows).step_by(BLOCK) {
        let count = BLOCK.min(rows - first_row);
        for column in 0..columns {
            let from = &values[column * step + first_row..][..count];
            from.iter()
                .enumerate()
                .for_each(|(row, &value)| out[(first_row + row) * columns + column] = value);
        }
    }
}

/// Writes the values of one layout to the places of another of the same shape, row by row.
fn write_rows<T: Element>(target: &mut [T], to: &Layout, values: &[T], from: &Layout) {
    let ((size, step), (_, own_step)) = (to.row(), from.row());
    for (to, from) in to.rows().offsets().zip(from.rows().offsets()) {
        match (step, own_step) {
            (1, 1) => target[to..to + size].copy_from_slice(&values[from..from + size]),
            (1, 0) => target[to..to + size].fill(values[from]),
            _ => (0..size).for_each(|at| target[to + at * step] = values[from + at * own_step]),
        }
    }
}

/// What makes a copy fails with `RuntimeError` if there is not so much memory.
impl Tensor {
    /// This tensor if it is contiguous, else a contiguous copy; outside the graph (see `ops::shape`).
    pub fn to_contiguous(&self) -> Result<Tensor> {
        if self.is_contiguous() { Ok(self.detach()) } else { self.copy() }
    }

    /// A contiguous copy, outside the graph.
    pub fn copy(&self) -> Result<Tensor> {
        // A change in place brings a new value there, so a copy may share the old one.
        on_gpu!(self.device() => Ok(super::gpu::wrap(super::gpu::expr(self)?, self.dtype())));
        let storage = dispatch!(self.dtype(), T => Storage::new(self.gather::<T>()?));
        Ok(Tensor::from_parts(storage, Layout::contiguous(self.shape())))
    }

    /// The values in row-major order, of the tensor's own dtype.
    pub fn gather<T: Element>(&self) -> Result<Vec<T>> {
        let values = self.storage_values::<T>()?;
        let mut out = recycle::empty(self.numel())?;
        if self.is_contiguous() {
            out.extend_from_slice(&values[self.layout().span()]);
        } else {
            copy_rows(&values, self.layout(), &mut out);
        }
        Ok(out)
    }

    /// Calls `f` with the values in row-major order, of the tensor's own dtype: where they lie, or a copy if the tensor
    /// is not contiguous.
    #[inline]
    pub fn with_values<T: Element, R>(&self, f: impl FnOnce(&[T]) -> Result<R>) -> Result<R> {
        let copied = if self.is_contiguous() { None } else { Some(self.gather::<T>()?) };
        let stored = self.storage_values::<T>()?;
        let result = f(match &copied {
            Some(values) => values,
            None => &stored[self.layout().span()],
        });
        copied.into_iter().for_each(recycle::give);
        result
    }

    /// The values as another dtype, outside the graph; shares storage where nothing changes.
    ///
    /// There are loops between the dtypes that kernels compute in, and from these to all; the others are computed with
    /// first. That is a third of the code of a loop for each pair, with the same results.
    pub fn cast(&self, dtype: Dtype) -> Result<Tensor> {
        if dtype == self.dtype() {
            return Ok(self.detach());
        }
        on_gpu!(self.device() => super::gpu::cast(self, dtype));
        match self.dtype() {
            Dtype::Bool => self.converted::<bool, i64>(),
            Dtype::Uint8 => self.converted::<u8, i64>(),
            Dtype::Int8 => self.converted::<i8, i64>(),
            Dtype::Int16 => self.converted::<i16, i64>(),
            Dtype::Int32 => self.converted::<i32, i64>(),
            Dtype::Float16 => self.converted::<f16, f32>(),
            Dtype::Bfloat16 => self.converted::<bf16, f32>(),
            Dtype::Float32 if dtype == Dtype::Int64 => {
                self.truncated(|value: f32| value.abs() < 2e9, |value| value as i32)
            }
            Dtype::Float64 if dtype == Dtype::Int64 => {
                self.truncated(|value: f64| value.abs() < 2e9, |value| value as i32)
            }
            own => return dispatch_compute!(own, S => dispatch!(dtype, T => self.converted::<S, T>())),
        }?
        .cast(dtype)
    }

    /// As [`converted`](Self::converted), of floats to int64: blocks of which all values `fit` into 32 bits, as nearly all do,
    /// several at a time by `narrow`.
    fn truncated<S: Element>(&self, fits: impl Fn(S) -> bool, narrow: impl Fn(S) -> i32) -> Result<Tensor> {
        let converted = |values: &[S]| {
            let mut out: Vec<i64> = recycle::empty(values.len())?;
            for block in values.chunks(BLOCK * BLOCK) {
                if block.iter().fold(true, |all, &value| all & fits(value)) {
                    out.extend(block.iter().map(|&value| i64::from(narrow(value))));
                } else {
                    out.extend(block.iter().map(|value| i64::from_scalar(value.to_scalar())));
                }
            }
            Ok(out)
        };
        Ok(Tensor::from_vec(self.with_values(converted)?, self.shape()))
    }

    fn converted<S: Element, T: Element>(&self) -> Result<Tensor> {
        let converted =
            |values: &[S]| recycle::collect(values.iter().map(|value| T::from_scalar(value.to_scalar())));
        Ok(Tensor::from_vec(self.with_values(converted)?, self.shape()))
    }

    /// Writes `source`, broadcast and cast, over this tensor's values. Counts as an in-place change.
    ///
    /// # Panics
    /// If `source` does not broadcast to this shape: callers check.
    pub fn write(&self, source: &Tensor) -> Result<()> {
        if self.device() != source.device() || self.device() == super::Device::WebGpu {
            return super::gpu::write(self, source);
        }
        let source = source.cast(self.dtype())?;
        // Values may overlap: x[1:] = x[:-1].
        let source = if source.storage().is_same(self.storage()) { source.copy()? } else { source };
        let from = source.layout().expand(self.shape());
        dispatch!(self.dtype(), T => {
            let values = source.storage_values::<T>()?;
            let mut target = self.storage_values_mut::<T>()?;
            if self.is_contiguous() && from.is_contiguous() {
                target[self.layout().span()].copy_from_slice(&values[from.span()]);
            } else {
                write_rows(&mut target, self.layout(), &values, &from);
            }
        });
        self.storage().bump_version();
        Ok(())
    }
}
