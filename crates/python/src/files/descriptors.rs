//! The numbers that Python knows open files by.

use std::io;

use super::{OpenFile, errno};

/// 0, 1 and 2 are Python's standard streams, which are no files here.
const FIRST: usize = 3;

/// Open files by their descriptors. Like a system's own: the lowest free number is given out.
#[derive(Default)]
pub(crate) struct Descriptors(Vec<Option<Box<dyn OpenFile>>>);

impl Descriptors {
    pub fn add(&mut self, file: Box<dyn OpenFile>) -> i32 {
        let free = self.0.iter().position(Option::is_none).unwrap_or(self.0.len());
        if free == self.0.len() {
            self.0.push(None);
        }
        self.0[free] = Some(file);
        i32::try_from(free + FIRST).expect("far fewer files than that are open")
    }

    /// # Errors
    /// `EBADF` for a number that is not open.
    pub fn get(&mut self, descriptor: i32) -> io::Result<&mut dyn OpenFile> {
        match self.slot(descriptor) {
            Some(Some(file)) => Ok(file.as_mut()),
            _ => Err(errno::error(errno::EBADF)),
        }
    }

    /// # Errors
    /// `EBADF` for a number that is not open.
    pub fn close(&mut self, descriptor: i32) -> io::Result<()> {
        match self.slot(descriptor).and_then(Option::take) {
            Some(_) => Ok(()),
            None => Err(errno::error(errno::EBADF)),
        }
    }

    fn slot(&mut self, descriptor: i32) -> Option<&mut Option<Box<dyn OpenFile>>> {
        self.0.get_mut(usize::try_from(descriptor).ok()?.checked_sub(FIRST)?)
    }
}
