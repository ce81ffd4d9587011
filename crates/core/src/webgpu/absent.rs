//! No device: stands in for `device` in programs that are built without the feature `webgpu`. What operators would do on
//! the GPU is compiled all the same, and never runs: there is no value of these types.

use std::rc::Rc;

use super::kernel::Call;
use crate::{Error, Result};

#[derive(Debug)]
pub enum GpuBuffer {}

pub enum Gpu {}

/// # Errors
/// That there is no such device.
pub(crate) fn gpu() -> Result<Rc<Gpu>> {
    Err(Error::NotImplemented("the device webgpu:0 is not built into this torch; \"cpu\" is".into()))
}

impl Gpu {
    pub(super) fn is_software(&self) -> bool {
        match *self {}
    }
    pub(super) fn most_buffers(&self) -> usize {
        match *self {}
    }
    pub(super) fn allocate(&self, _values: usize) -> Result<Rc<GpuBuffer>> {
        match *self {}
    }
    pub(super) fn upload(&self, _bytes: &[u8]) -> Result<Rc<GpuBuffer>> {
        match *self {}
    }
    pub(super) fn faults(&self) -> Result<Rc<GpuBuffer>> {
        match *self {}
    }
    pub(super) fn dispatch(&self, _call: Call) -> Result<()> {
        match *self {}
    }
    pub(super) fn copy(&self, _from: &GpuBuffer, _to: &GpuBuffer, _values: usize) -> Result<()> {
        match *self {}
    }
    pub(super) fn read(&self, _buffer: &GpuBuffer, _bytes: usize) -> Result<Vec<u8>> {
        match *self {}
    }
}
