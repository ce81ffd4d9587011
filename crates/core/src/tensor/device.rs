//! Moving tensors between devices.

use super::{Device, Tensor};
use crate::{Result, bail};

impl Tensor {
    /// The values on `device`, outside the graph; shares storage where they already are.
    ///
    /// # Errors
    /// If there is no such device.
    pub fn to_device(&self, device: Device) -> Result<Tensor> {
        if device == self.device() {
            return Ok(self.detach());
        }
        bail!(NotImplemented, "the device {device} is not built into this torch; \"cpu\" is")
    }
}
