//! Four float32 or two float64 at a time as a formula's [`Number`]: what is done to them is not computed but written down,
//! as instructions of a loop over memory. Start reading at [`in_place`].

use std::{
    cell::RefCell,
    marker::PhantomData,
    ops::{Add, Div, Mul, Neg, Sub},
};

use wasm_encoder::{Function, Instruction, ValType};

use super::{advance, at, cephes, number::Number, repeat};

/// What every loop is given first: the address of the first value, and how often to run.
const AT: u32 = 0;
const TIMES: u32 = 1;

/// What has been written of a loop: what stands before it, with the numbers that are known there, and its body. Each result
/// has a variable of its own.
#[derive(Default)]
struct Writing {
    constants: Vec<(i128, u32)>,
    before: Vec<Instruction<'static>>,
    body: Vec<Instruction<'static>>,
    /// How many parameters and variables there are.
    locals: u32,
}

impl Writing {
    fn variable(&mut self) -> u32 {
        self.locals += 1;
        self.locals - 1
    }
}

thread_local! {
    static WRITING: RefCell<Writing> = RefCell::default();
}

/// A function of so many parameters that does what `body` writes, going on by `step` bytes each time.
pub fn repeated(parameters: u32, step: i32, body: impl FnOnce()) -> Function {
    WRITING.set(Writing { locals: parameters, ..Writing::default() });
    body();
    let Writing { before, body, locals, .. } = WRITING.take();
    let mut function = Function::new([(locals - parameters, ValType::V128)]);
    before.iter().for_each(|instruction| {
        function.instruction(instruction);
    });
    repeat(&mut function, TIMES, |function| {
        body.iter().for_each(|instruction| {
            function.instruction(instruction);
        });
        advance(&mut function.instructions(), AT, step);
    });
    function.instructions().end();
    function
}

/// The parameters of [`in_place`].
pub const PARAMETERS: [ValType; 2] = [ValType::I32; 2];

/// `function(at, vectors)`: puts the formula's results in the places of its values.
pub fn in_place<K: Kind>(formula: fn(Lanes<K>) -> Lanes<K>) -> Function {
    repeated(2, 16, || formula(Lanes::load(0)).store(0))
}

/// The parameters of [`normals`].
pub const NORMALS: [ValType; 4] = [ValType::I32, ValType::I32, ValType::F32, ValType::F32];

/// `function(at, blocks, mean, std)`: puts normals into the places of blocks of uniform numbers (see `kernels::normals`).
pub fn normals() -> Function {
    repeated(4, 64, || {
        let (mean, std) = (Lanes::all_of_parameter(2), Lanes::all_of_parameter(3));
        for half in [0, 16] {
            let places = [half, half + 32];
            let found = cephes::normals(places.map(Lanes::<Singles>::load), mean, std);
            found.into_iter().zip(places).for_each(|(lanes, place)| lanes.store(place));
        }
    })
}

/// The instructions of one kind of vector, and how its values are written.
pub trait Kind: Copy {
    type Value: Copy + From<f32>;
    const ADD: Instruction<'static>;
    const SUB: Instruction<'static>;
    const MUL: Instruction<'static>;
    const DIV: Instruction<'static>;
    const NEG: Instruction<'static>;
    const ABS: Instruction<'static>;
    const SQRT: Instruction<'static>;
    const SPLAT: Instruction<'static>;
    const MADD: Instruction<'static>;
    const NMADD: Instruction<'static>;
    const PMAX: Instruction<'static>;
    const PMIN: Instruction<'static>;
    const LT: Instruction<'static>;
    const ADD_WHOLE: Instruction<'static>;
    const SUB_WHOLE: Instruction<'static>;
    const SHL: Instruction<'static>;
    const SHR_S: Instruction<'static>;
    const SHR_U: Instruction<'static>;
    /// How many bits a value has, how many its fraction, and the exponent of 1.
    const BITS: u32;
    const FRACTION: u32;
    const BIAS: u64;
    const ROUND: Self::Value;

    fn bits(value: Self::Value) -> u64;
}

macro_rules! kind {
    ($(#[$doc:meta])* $name:ident($float:ident, $bits:ident): $($constant:ident = $instruction:ident),+) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name;

        impl Kind for $name {
            type Value = $float;
            $(const $constant: Instruction<'static> = Instruction::$instruction;)+
            const BITS: u32 = $bits::BITS;
            const FRACTION: u32 = $float::MANTISSA_DIGITS - 1;
            const BIAS: u64 = $float::MAX_EXP as u64 - 1;
            const ROUND: $float = (3_u64 << (Self::FRACTION - 1)) as $float;

            fn bits(value: $float) -> u64 {
                value.to_bits().into()
            }
        }
    };
}
kind!(
    /// Four float32.
    Singles(f32, u32):
    ADD = F32x4Add, SUB = F32x4Sub, MUL = F32x4Mul, DIV = F32x4Div, NEG = F32x4Neg, ABS = F32x4Abs, SQRT = F32x4Sqrt, SPLAT = F32x4Splat,
    MADD = F32x4RelaxedMadd, NMADD = F32x4RelaxedNmadd, PMAX = F32x4PMax, PMIN = F32x4PMin, LT = F32x4Lt,
    ADD_WHOLE = I32x4Add, SUB_WHOLE = I32x4Sub, SHL = I32x4Shl, SHR_S = I32x4ShrS, SHR_U = I32x4ShrU
);
kind!(
    /// Two float64.
    Doubles(f64, u64):
    ADD = F64x2Add, SUB = F64x2Sub, MUL = F64x2Mul, DIV = F64x2Div, NEG = F64x2Neg, ABS = F64x2Abs, SQRT = F64x2Sqrt, SPLAT = F64x2Splat,
    MADD = F64x2RelaxedMadd, NMADD = F64x2RelaxedNmadd, PMAX = F64x2PMax, PMIN = F64x2PMin, LT = F64x2Lt,
    ADD_WHOLE = I64x2Add, SUB_WHOLE = I64x2Sub, SHL = I64x2Shl, SHR_S = I64x2ShrS, SHR_U = I64x2ShrU
);

/// A variable of the loop.
#[derive(Clone, Copy)]
pub struct Lanes<K>(u32, PhantomData<K>);

/// What the instructions make of the operands.
fn compute<K: Kind>(operands: &[Lanes<K>], instructions: &[Instruction<'static>]) -> Lanes<K> {
    WRITING.with_borrow_mut(|writing| {
        writing.body.extend(operands.iter().map(|operand| Instruction::LocalGet(operand.0)));
        writing.body.extend_from_slice(instructions);
        let variable = writing.variable();
        writing.body.push(Instruction::LocalSet(variable));
        Lanes::at(variable)
    })
}

impl<K: Kind> Lanes<K> {
    const SIGN: i32 = K::BITS as i32 - 1;

    fn at(variable: u32) -> Self {
        Lanes(variable, PhantomData)
    }
    /// The same bits in all places.
    fn splat(bits: u64) -> Self {
        let all = match K::BITS {
            32 => (0..4).fold(0, |all, place| all | u128::from(bits) << (32 * place)),
            _ => u128::from(bits) | u128::from(bits) << 64,
        } as i128;
        WRITING.with_borrow_mut(|writing| {
            if let Some((_, variable)) = writing.constants.iter().find(|(known, _)| *known == all) {
                return Lanes::at(*variable);
            }
            let variable = writing.variable();
            writing.constants.push((all, variable));
            writing.before.extend([Instruction::V128Const(all), Instruction::LocalSet(variable)]);
            Lanes::at(variable)
        })
    }
    /// A parameter, which is a float, in all places.
    fn all_of_parameter(parameter: u32) -> Self {
        WRITING.with_borrow_mut(|writing| {
            let variable = writing.variable();
            let all = [Instruction::LocalGet(parameter), K::SPLAT, Instruction::LocalSet(variable)];
            writing.before.extend(all);
            Lanes::at(variable)
        })
    }
    /// What is so many bytes behind the address.
    fn load(behind: u32) -> Self {
        compute(&[], &[Instruction::LocalGet(AT), Instruction::V128Load(at(behind))])
    }
    fn store(self, behind: u32) {
        let store =
            [Instruction::LocalGet(AT), Instruction::LocalGet(self.0), Instruction::V128Store(at(behind))];
        WRITING.with_borrow_mut(|writing| writing.body.extend(store));
    }
    fn shifted(self, by: i32, how: Instruction<'static>) -> Self {
        compute(&[self], &[Instruction::I32Const(by), how])
    }
    /// The integer in the last bits of a number that `ROUND` was added to.
    fn whole(self) -> Self {
        compute(&[self, Lanes::splat(K::bits(K::ROUND))], &[K::SUB_WHOLE])
    }
    /// 2 to the power of an integer.
    fn power(self) -> Self {
        compute(&[self, Lanes::splat(K::BIAS)], &[K::ADD_WHOLE]).shifted(K::FRACTION as i32, K::SHL)
    }
}

/// An operator of two operands.
macro_rules! sign {
    ($trait:ident, $name:ident, $instruction:ident) => {
        impl<K: Kind> $trait for Lanes<K> {
            type Output = Self;
            fn $name(self, other: Self) -> Self {
                compute(&[self, other], &[K::$instruction])
            }
        }
    };
}
sign!(Add, add, ADD);
sign!(Sub, sub, SUB);
sign!(Mul, mul, MUL);
sign!(Div, div, DIV);

impl<K: Kind> Neg for Lanes<K> {
    type Output = Self;
    fn neg(self) -> Self {
        compute(&[self], &[K::NEG])
    }
}

impl<K: Kind> Number for Lanes<K> {
    type Value = K::Value;
    /// Ones in all bits of what is so.
    type Mask = Self;
    const ROUND: K::Value = K::ROUND;

    fn of(value: K::Value) -> Self {
        Lanes::splat(K::bits(value))
    }
    fn fused(self, b: Self, c: Self) -> Self {
        compute(&[self, b, c], &[K::MADD])
    }
    fn less_product(self, a: Self, b: Self) -> Self {
        compute(&[a, b, self], &[K::NMADD])
    }
    fn abs(self) -> Self {
        compute(&[self], &[K::ABS])
    }
    fn sqrt(self) -> Self {
        compute(&[self], &[K::SQRT])
    }
    fn with_sign(self, of: Self) -> Self {
        compute(&[self, of, Lanes::splat((1 << Self::SIGN) - 1)], &[Instruction::V128Bitselect])
    }
    fn at_least(self, bound: Self) -> Self {
        compute(&[self, bound], &[K::PMAX])
    }
    fn at_most(self, bound: Self) -> Self {
        compute(&[self, bound], &[K::PMIN])
    }
    fn is_below(self, other: Self) -> Self {
        compute(&[self, other], &[K::LT])
    }
    fn select(mask: Self, yes: Self, no: Self) -> Self {
        compute(&[yes, no, mask], &[Instruction::V128Bitselect])
    }
    fn power_of_2(self) -> Self {
        self.whole().power()
    }
    fn times_power_of_2(self, rounded: Self) -> Self {
        let whole = rounded.whole();
        let half = whole.shifted(1, K::SHR_S);
        let rest = compute(&[whole, half], &[K::SUB_WHOLE]);
        self * half.power() * rest.power()
    }
    fn is_odd(self) -> Self {
        self.shifted(Self::SIGN, K::SHL).shifted(Self::SIGN, K::SHR_S)
    }
    fn turned(self, rounded: Self) -> Self {
        let second = compute(&[rounded, Lanes::splat(2)], &[Instruction::V128And]);
        compute(&[self, second.shifted(Self::SIGN - 1, K::SHL)], &[Instruction::V128Xor])
    }
    fn split(self) -> (Self, Self) {
        let field = (self * Lanes::of((1.0 / 0.75).into())).shifted(K::FRACTION as i32, K::SHR_U);
        let exponent = compute(&[field, Lanes::splat(K::BIAS)], &[K::SUB_WHOLE]);
        let m = compute(&[self, exponent.shifted(K::FRACTION as i32, K::SHL)], &[K::SUB_WHOLE]);
        // An integer in the last bits of a number whose last bit is worth 1 is that number more.
        let one = (1_u64 << K::FRACTION) as f32;
        let number = compute(&[field, Lanes::of(one.into())], &[Instruction::V128Or]);
        (m, number - Lanes::of(one.into()) - Lanes::of((K::BIAS as f32).into()))
    }
}
