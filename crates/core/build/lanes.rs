//! Four float32 at a time as a formula's [`Number`]: what is done to them is not computed but written down, as instructions
//! of a loop over memory. Start reading at [`in_place`].

use std::{
    cell::RefCell,
    ops::{Add, Div, Mul, Neg, Sub},
};

use wasm_encoder::{Function, Instruction, ValType};

use super::{
    advance, at,
    formulas::{Number, ROUND},
    repeat,
};

/// The address of the first value, and how many fours there are.
pub const PARAMETERS: [ValType; 2] = [ValType::I32; 2];
const AT: u32 = 0;
const FOURS: u32 = 1;

/// What has been written of a loop: numbers, which stand before it, and its body. Each result has a variable of its own.
#[derive(Default)]
struct Writing {
    constants: Vec<(i128, u32)>,
    body: Vec<Instruction<'static>>,
    variables: u32,
}

impl Writing {
    fn variable(&mut self) -> u32 {
        self.variables += 1;
        self.variables - 1 + PARAMETERS.len() as u32
    }
}

thread_local! {
    static WRITING: RefCell<Writing> = RefCell::default();
}

/// A variable of the loop.
#[derive(Clone, Copy)]
pub struct Lanes(u32);

/// `function(at, fours)`: puts the formula's results in the places of its values.
pub fn in_place(formula: fn(Lanes) -> Lanes) -> Function {
    WRITING.take();
    let value = Lanes(WRITING.with_borrow_mut(Writing::variable));
    let result = formula(value);
    let Writing { constants, body, variables } = WRITING.take();
    let mut function = Function::new([(variables, ValType::V128)]);
    for (bits, variable) in constants {
        function.instructions().v128_const(bits).local_set(variable);
    }
    repeat(&mut function, FOURS, |function| {
        function.instructions().local_get(AT).v128_load(at(0)).local_set(value.0);
        for instruction in &body {
            function.instruction(instruction);
        }
        let mut code = function.instructions();
        code.local_get(AT).local_get(result.0).v128_store(at(0));
        advance(&mut code, AT, 16);
    });
    function.instructions().end();
    function
}

/// The same 32 bits in all four places.
fn splat(bits: u32) -> Lanes {
    let all = i128::from_le_bytes([bits.to_le_bytes(); 4].concat().try_into().expect("16 bytes"));
    WRITING.with_borrow_mut(|writing| {
        if let Some((_, variable)) = writing.constants.iter().find(|(known, _)| *known == all) {
            return Lanes(*variable);
        }
        let variable = writing.variable();
        writing.constants.push((all, variable));
        Lanes(variable)
    })
}

/// What the instructions make of the operands.
fn compute(operands: &[Lanes], instructions: &[Instruction<'static>]) -> Lanes {
    WRITING.with_borrow_mut(|writing| {
        writing.body.extend(operands.iter().map(|operand| Instruction::LocalGet(operand.0)));
        writing.body.extend_from_slice(instructions);
        let variable = writing.variable();
        writing.body.push(Instruction::LocalSet(variable));
        Lanes(variable)
    })
}

impl Lanes {
    /// The integer in the last bits of a number that [`ROUND`] was added to.
    fn whole(self) -> Lanes {
        compute(&[self, splat(ROUND.to_bits())], &[Instruction::I32x4Sub])
    }
    /// 2 to the power of an integer.
    fn power(self) -> Lanes {
        compute(
            &[self, splat(127)],
            &[Instruction::I32x4Add, Instruction::I32Const(23), Instruction::I32x4Shl],
        )
    }
}

/// An operator of two operands.
macro_rules! sign {
    ($trait:ident, $name:ident, $instruction:ident) => {
        impl $trait for Lanes {
            type Output = Lanes;
            fn $name(self, other: Lanes) -> Lanes {
                compute(&[self, other], &[Instruction::$instruction])
            }
        }
    };
}
sign!(Add, add, F32x4Add);
sign!(Sub, sub, F32x4Sub);
sign!(Mul, mul, F32x4Mul);
sign!(Div, div, F32x4Div);

impl Neg for Lanes {
    type Output = Lanes;
    fn neg(self) -> Lanes {
        compute(&[self], &[Instruction::F32x4Neg])
    }
}

impl Number for Lanes {
    /// Ones in all bits of what is so.
    type Mask = Lanes;

    fn of(value: f32) -> Lanes {
        splat(value.to_bits())
    }
    fn fused(self, b: Lanes, c: Lanes) -> Lanes {
        compute(&[self, b, c], &[Instruction::F32x4RelaxedMadd])
    }
    fn less_product(self, a: Lanes, b: Lanes) -> Lanes {
        compute(&[a, b, self], &[Instruction::F32x4RelaxedNmadd])
    }
    fn abs(self) -> Lanes {
        compute(&[self], &[Instruction::F32x4Abs])
    }
    fn with_sign(self, of: Lanes) -> Lanes {
        compute(&[self, of, splat(0x7fff_ffff)], &[Instruction::V128Bitselect])
    }
    fn at_least(self, bound: Lanes) -> Lanes {
        compute(&[self, bound], &[Instruction::F32x4PMax])
    }
    fn at_most(self, bound: Lanes) -> Lanes {
        compute(&[self, bound], &[Instruction::F32x4PMin])
    }
    fn is_below(self, other: Lanes) -> Lanes {
        compute(&[self, other], &[Instruction::F32x4Lt])
    }
    fn select(mask: Lanes, yes: Lanes, no: Lanes) -> Lanes {
        compute(&[yes, no, mask], &[Instruction::V128Bitselect])
    }
    fn power_of_2(self) -> Lanes {
        self.whole().power()
    }
    fn times_power_of_2(self, rounded: Lanes) -> Lanes {
        let whole = rounded.whole();
        let half = compute(&[whole], &[Instruction::I32Const(1), Instruction::I32x4ShrS]);
        let rest = compute(&[whole, half], &[Instruction::I32x4Sub]);
        self * half.power() * rest.power()
    }
    fn is_odd(self) -> Lanes {
        let last = compute(&[self], &[Instruction::I32Const(31), Instruction::I32x4Shl]);
        compute(&[last], &[Instruction::I32Const(31), Instruction::I32x4ShrS])
    }
    fn turned(self, rounded: Lanes) -> Lanes {
        let sign = compute(
            &[rounded, splat(2)],
            &[Instruction::V128And, Instruction::I32Const(30), Instruction::I32x4Shl],
        );
        compute(&[self, sign], &[Instruction::V128Xor])
    }
    fn split(self) -> (Lanes, Lanes) {
        let scaled = self * Lanes::of(1.0 / 0.75);
        let field = compute(&[scaled], &[Instruction::I32Const(23), Instruction::I32x4ShrU]);
        let exponent = compute(&[field, splat(127)], &[Instruction::I32x4Sub]);
        let shifted = compute(&[exponent], &[Instruction::I32Const(23), Instruction::I32x4Shl]);
        let m = compute(&[self, shifted], &[Instruction::I32x4Sub]);
        (m, compute(&[exponent], &[Instruction::F32x4ConvertI32x4S]))
    }
}
