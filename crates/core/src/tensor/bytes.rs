//! Storages as bytes and back, little-endian as files and x86 have them.

use half::{bf16, f16};

use super::{Dtype, Storage};
use crate::Result;

/// One vector per dtype: bytes out and bytes in.
macro_rules! by_dtype {
    ($($dtype:ident: $type:ty, $size:literal;)*) => {
        impl Storage {
            /// The bytes of all values; a bool is one of 0 or 1.
            ///
            /// # Errors
            /// For values that are not on the CPU.
            pub fn to_le_bytes(&self) -> Result<Vec<u8>> {
                Ok(match self.dtype() {
                    Dtype::Bool => self.values::<bool>()?.iter().map(|&value| value as u8).collect(),
                    $(Dtype::$dtype => {
                        self.values::<$type>()?.iter().flat_map(|value| value.to_le_bytes()).collect()
                    })*
                })
            }

            /// As many values as there are bytes for; any byte but 0 is true.
            pub fn from_le_bytes(dtype: Dtype, bytes: &[u8]) -> Self {
                match dtype {
                    Dtype::Bool => Storage::new(bytes.iter().map(|&byte| byte != 0).collect::<Vec<bool>>()),
                    $(Dtype::$dtype => {
                        let value = |word: &[u8]| word.try_into().map(<$type>::from_le_bytes).unwrap_or_default();
                        Storage::new(bytes.chunks_exact($size).map(value).collect::<Vec<$type>>())
                    })*
                }
            }
        }
    };
}

by_dtype! {
    Uint8: u8, 1;
    Int8: i8, 1;
    Int16: i16, 2;
    Int32: i32, 4;
    Int64: i64, 8;
    Float16: f16, 2;
    Bfloat16: bf16, 2;
    Float32: f32, 4;
    Float64: f64, 8;
}
