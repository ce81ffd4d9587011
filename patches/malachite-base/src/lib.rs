//! Stands in for `malachite-base`: the three names that Python's numbers use of it.
#![no_std]

pub mod rounding_modes {
    /// To which neighbour a value between two is rounded.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum RoundingMode {
        /// The nearest, and of two equally near ones that with an even last digit.
        Nearest,
    }
}

pub mod num {
    pub mod conversion {
        pub mod traits {
            use crate::rounding_modes::RoundingMode;
            use core::cmp::Ordering;

            /// A conversion that may round; with how the result compares to the exact value.
            pub trait RoundingInto<T> {
                fn rounding_into(self, mode: RoundingMode) -> (T, Ordering);
            }
        }
    }

    pub mod basic {
        pub mod floats {
            pub trait PrimitiveFloat: Copy {
                fn is_negative_zero(self) -> bool;
            }

            impl PrimitiveFloat for f64 {
                fn is_negative_zero(self) -> bool {
                    self == 0.0 && self.is_sign_negative()
                }
            }
        }
    }
}
