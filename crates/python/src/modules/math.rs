//! Python's `math`: each function is `pymath`'s, which follows CPython's own; here are only the arguments.

use pymath::Error;
use rustpython_vm::{PyResult, VirtualMachine, builtins::PyBaseExceptionRef};

fn error(error: Error, vm: &VirtualMachine) -> PyBaseExceptionRef {
    match error {
        Error::EDOM => vm.new_value_error("math domain error".to_owned()),
        Error::ERANGE => vm.new_overflow_error("math range error".to_owned()),
    }
}

fn checked<T>(result: pymath::Result<T>, vm: &VirtualMachine) -> PyResult<T> {
    result.map_err(|raised| error(raised, vm))
}

#[rustpython_vm::pymodule(name = "math")]
#[expect(non_upper_case_globals, reason = "the constants have Python's names")]
pub(crate) mod decl {
    use std::f64::consts;

    use malachite_bigint::BigInt;
    use num_bigint::BigInt as Wide;
    use pymath::math;
    use rustpython_vm::{
        AsObject, FromArgs, Py, PyObjectRef, PyResult, VirtualMachine,
        builtins::{PyInt, PyModule},
        function::{ArgIndex, ArgIntoFloat, ArgIterable, OptionalArg, PosArgs},
    };

    use super::checked;
    use crate::natives;

    #[pyattr]
    const pi: f64 = consts::PI;
    #[pyattr]
    const e: f64 = consts::E;
    #[pyattr]
    const tau: f64 = consts::TAU;
    #[pyattr]
    const inf: f64 = f64::INFINITY;
    #[pyattr]
    const nan: f64 = f64::NAN;

    type Function<Arguments> = (&'static str, Arguments);
    type Unary = fn(f64) -> pymath::Result<f64>;
    type Binary = fn(f64, f64) -> pymath::Result<f64>;

    /// Functions of one number.
    const UNARY: &[Function<Unary>] = &[
        ("acos", math::acos),
        ("acosh", math::acosh),
        ("asin", math::asin),
        ("asinh", math::asinh),
        ("atan", math::atan),
        ("atanh", math::atanh),
        ("cbrt", math::cbrt),
        ("cos", math::cos),
        ("cosh", math::cosh),
        ("erf", math::erf),
        ("erfc", math::erfc),
        ("exp", math::exp),
        ("exp2", math::exp2),
        ("expm1", math::expm1),
        ("fabs", math::fabs),
        ("gamma", math::gamma),
        ("lgamma", math::lgamma),
        ("log1p", math::log1p),
        ("sin", math::sin),
        ("sinh", math::sinh),
        ("tan", math::tan),
        ("tanh", math::tanh),
    ];

    /// Functions of two numbers.
    const BINARY: &[Function<Binary>] = &[
        ("atan2", math::atan2),
        ("copysign", math::copysign),
        ("fmod", math::fmod),
        ("pow", math::pow),
        ("remainder", math::remainder),
    ];

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        for (name, function) in UNARY {
            let call = |x: ArgIntoFloat, vm: &VirtualMachine| checked(function(x.into_float()), vm);
            module.set_attr(*name, vm.new_function(name, call), vm)?;
        }
        for (name, function) in BINARY {
            let call = |x: ArgIntoFloat, y: ArgIntoFloat, vm: &VirtualMachine| {
                checked(function(x.into_float(), y.into_float()), vm)
            };
            module.set_attr(*name, vm.new_function(name, call), vm)?;
        }
        Ok(())
    }

    #[pyfunction]
    fn sqrt(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        let x = x.into_float();
        if x < 0.0 {
            return Err(vm.new_value_error(format!("expected a nonnegative input, got {x:?}")));
        }
        checked(math::sqrt(x), vm)
    }

    /// A logarithm takes integers of any size, and says what it was given when that has none.
    fn logarithm(
        x: PyObjectRef,
        of_float: impl FnOnce(f64) -> pymath::Result<f64>,
        of_integer: impl FnOnce(&Wide) -> pymath::Result<f64>,
        vm: &VirtualMachine,
    ) -> PyResult<f64> {
        if let Some(integer) = x.downcast_ref::<PyInt>() {
            return of_integer(&integer.as_bigint().into())
                .map_err(|_| vm.new_value_error("expected a positive input".to_owned()));
        }
        let x = x.try_into_value::<ArgIntoFloat>(vm)?.into_float();
        of_float(x).map_err(|_| vm.new_value_error(format!("expected a positive input, got {x:?}")))
    }

    #[pyfunction]
    fn log(x: PyObjectRef, base: OptionalArg<ArgIntoFloat>, vm: &VirtualMachine) -> PyResult<f64> {
        let base = base.into_option().map(ArgIntoFloat::into_float);
        if base == Some(1.0) {
            return Err(vm.new_zero_division_error("division by zero".to_owned()));
        }
        logarithm(x, |x| math::log(x, base), |x| math::log_bigint(x, base), vm)
    }

    #[pyfunction]
    fn log2(x: PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
        logarithm(x, math::log2, math::log2_bigint, vm)
    }

    #[pyfunction]
    fn log10(x: PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
        logarithm(x, math::log10, math::log10_bigint, vm)
    }

    #[pyfunction]
    fn degrees(x: ArgIntoFloat) -> f64 {
        math::degrees(x.into_float())
    }

    #[pyfunction]
    fn radians(x: ArgIntoFloat) -> f64 {
        math::radians(x.into_float())
    }

    #[pyfunction]
    fn ulp(x: ArgIntoFloat) -> f64 {
        math::ulp(x.into_float())
    }

    #[pyfunction]
    fn isfinite(x: ArgIntoFloat) -> bool {
        x.into_float().is_finite()
    }

    #[pyfunction]
    fn isinf(x: ArgIntoFloat) -> bool {
        x.into_float().is_infinite()
    }

    #[pyfunction]
    fn isnan(x: ArgIntoFloat) -> bool {
        x.into_float().is_nan()
    }

    #[derive(FromArgs)]
    struct IsCloseArgs {
        #[pyarg(positional)]
        a: ArgIntoFloat,
        #[pyarg(positional)]
        b: ArgIntoFloat,
        #[pyarg(named, optional)]
        rel_tol: Option<ArgIntoFloat>,
        #[pyarg(named, optional)]
        abs_tol: Option<ArgIntoFloat>,
    }

    #[pyfunction]
    fn isclose(args: IsCloseArgs, vm: &VirtualMachine) -> PyResult<bool> {
        let (rel_tol, abs_tol) = (args.rel_tol.map(f64::from), args.abs_tol.map(f64::from));
        math::isclose(args.a.into(), args.b.into(), rel_tol, abs_tol)
            .map_err(|_| vm.new_value_error("tolerances must be non-negative".to_owned()))
    }

    #[pyfunction]
    fn frexp(x: ArgIntoFloat) -> (f64, i32) {
        math::frexp(x.into_float())
    }

    #[pyfunction]
    fn modf(x: ArgIntoFloat) -> (f64, f64) {
        math::modf(x.into_float())
    }

    #[pyfunction]
    fn ldexp(x: ArgIntoFloat, i: ArgIndex, vm: &VirtualMachine) -> PyResult<f64> {
        checked(math::ldexp_bigint(x.into_float(), &i.as_ref().as_bigint().into()), vm)
    }

    #[pyfunction]
    fn fma(x: ArgIntoFloat, y: ArgIntoFloat, z: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        checked(math::fma(x.into_float(), y.into_float(), z.into_float()), vm)
    }

    #[derive(FromArgs)]
    struct NextAfterArgs {
        #[pyarg(positional)]
        x: ArgIntoFloat,
        #[pyarg(positional)]
        y: ArgIntoFloat,
        #[pyarg(named, optional)]
        steps: Option<u64>,
    }

    #[pyfunction]
    fn nextafter(args: NextAfterArgs) -> f64 {
        math::nextafter(args.x.into(), args.y.into(), args.steps)
    }

    #[pyfunction]
    fn hypot(coordinates: PosArgs<ArgIntoFloat>) -> f64 {
        math::hypot(&ArgIntoFloat::vec_into_f64(coordinates.into_vec()))
    }

    #[pyfunction]
    fn dist(p: Vec<ArgIntoFloat>, q: Vec<ArgIntoFloat>, vm: &VirtualMachine) -> PyResult<f64> {
        if p.len() != q.len() {
            return Err(vm.new_value_error("both points must have the same number of dimensions".to_owned()));
        }
        Ok(math::dist(&ArgIntoFloat::vec_into_f64(p), &ArgIntoFloat::vec_into_f64(q)))
    }

    #[pyfunction]
    fn fsum(values: ArgIterable<ArgIntoFloat>, vm: &VirtualMachine) -> PyResult<f64> {
        let values = values.iter(vm)?.collect::<PyResult<Vec<_>>>()?;
        checked(math::fsum(ArgIntoFloat::vec_into_f64(values)), vm)
    }

    /// Products of anything that multiplies, tensors too.
    fn product_of(values: Vec<PyObjectRef>, start: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        values.into_iter().try_fold(start, |product, value| vm._mul(&product, &value))
    }

    #[derive(FromArgs)]
    struct ProdArgs {
        #[pyarg(positional)]
        values: ArgIterable,
        #[pyarg(named, optional)]
        start: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn prod(args: ProdArgs, vm: &VirtualMachine) -> PyResult {
        let start = args.start.unwrap_or_else(|| vm.ctx.new_int(1).into());
        product_of(args.values.iter(vm)?.collect::<PyResult<_>>()?, start, vm)
    }

    #[pyfunction]
    fn sumprod(p: Vec<PyObjectRef>, q: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        if p.len() != q.len() {
            return Err(vm.new_value_error("Inputs are not the same length".to_owned()));
        }
        if let (Ok(p), Ok(q)) = (floats(&p, vm), floats(&q, vm)) {
            return Ok(vm.ctx.new_float(checked(math::sumprod(&p, &q), vm)?).into());
        }
        let zero: PyObjectRef = vm.ctx.new_int(0).into();
        p.iter().zip(&q).try_fold(zero, |sum, (a, b)| vm._add(&sum, &*vm._mul(a, b)?))
    }

    /// The values, if each is a float.
    fn floats(values: &[PyObjectRef], vm: &VirtualMachine) -> Result<Vec<f64>, ()> {
        let float = |value: &PyObjectRef| {
            if !value.fast_isinstance(vm.ctx.types.float_type) {
                return Err(());
            }
            value.clone().try_into_value::<f64>(vm).map_err(drop)
        };
        values.iter().map(float).collect()
    }

    /// Asks the object's own method, or rounds it as a float.
    fn rounded(
        x: PyObjectRef,
        method: &'static str,
        round: impl FnOnce(f64) -> f64,
        vm: &VirtualMachine,
    ) -> PyResult {
        if !x.fast_isinstance(vm.ctx.types.float_type) && x.class().has_attr(vm.ctx.intern_str(method)) {
            return vm.call_method(&x, method, ());
        }
        let x = round(x.try_into_value::<ArgIntoFloat>(vm)?.into_float());
        vm.ctx.new_float(x).as_object().try_int(vm).map(Into::into)
    }

    #[pyfunction]
    fn floor(x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        rounded(x, "__floor__", f64::floor, vm)
    }

    #[pyfunction]
    fn ceil(x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        rounded(x, "__ceil__", f64::ceil, vm)
    }

    #[pyfunction]
    fn trunc(x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        rounded(x, "__trunc__", f64::trunc, vm)
    }

    fn of_all(integers: PosArgs<ArgIndex>, function: fn(&[&Wide]) -> Wide) -> BigInt {
        let integers: Vec<Wide> = integers.into_vec().iter().map(|n| n.as_ref().as_bigint().into()).collect();
        function(&integers.iter().collect::<Vec<_>>()).into()
    }

    #[pyfunction]
    fn gcd(integers: PosArgs<ArgIndex>) -> BigInt {
        of_all(integers, math::integer::gcd)
    }

    #[pyfunction]
    fn lcm(integers: PosArgs<ArgIndex>) -> BigInt {
        of_all(integers, math::integer::lcm)
    }

    #[pyfunction]
    fn isqrt(n: ArgIndex, vm: &VirtualMachine) -> PyResult<BigInt> {
        math::integer::isqrt(&n.as_ref().as_bigint().into())
            .map(BigInt::from)
            .map_err(|_| vm.new_value_error("isqrt() argument must be nonnegative".to_owned()))
    }

    /// Beyond this, what is computed by one call of `pymath` might take too long to stop.
    const MANY: i64 = 1000;

    #[pyfunction]
    fn factorial(n: ArgIndex, vm: &VirtualMachine) -> PyResult<BigInt> {
        let n: i64 = n.as_ref().try_to_primitive(vm)?;
        if n > MANY {
            return natives::range_product(1, n.unsigned_abs(), vm);
        }
        math::integer::factorial(n)
            .map(BigInt::from)
            .map_err(|_| vm.new_value_error("factorial() not defined for negative values".to_owned()))
    }

    #[pyfunction]
    fn comb(n: ArgIndex, k: ArgIndex, vm: &VirtualMachine) -> PyResult<BigInt> {
        let (n, k): (i64, i64) = (n.as_ref().try_to_primitive(vm)?, k.as_ref().try_to_primitive(vm)?);
        let fewer = k.min(n.saturating_sub(k));
        if fewer > MANY {
            return natives::quotient(
                &many(n, fewer, vm)?,
                &natives::range_product(1, fewer.unsigned_abs(), vm)?,
                vm,
            );
        }
        math::integer::comb(n, k).map(BigInt::from).map_err(|_| not_negative(n, vm))
    }

    #[pyfunction]
    fn perm(n: ArgIndex, k: OptionalArg<Option<ArgIndex>>, vm: &VirtualMachine) -> PyResult<BigInt> {
        let n: i64 = n.as_ref().try_to_primitive(vm)?;
        let k = k.flatten().map(|k| k.as_ref().try_to_primitive::<i64>(vm)).transpose()?;
        let taken = k.unwrap_or(n);
        if taken > MANY && taken <= n {
            return many(n, taken, vm);
        }
        math::integer::perm(n, k).map(BigInt::from).map_err(|_| not_negative(n, vm))
    }

    /// The product of the last `k` integers up to `n`, neither of which is negative.
    fn many(n: i64, k: i64, vm: &VirtualMachine) -> PyResult<BigInt> {
        natives::range_product((n - k).unsigned_abs() + 1, n.unsigned_abs(), vm)
    }

    fn not_negative(n: i64, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
        let name = if n < 0 { "n" } else { "k" };
        vm.new_value_error(format!("{name} must be a non-negative integer"))
    }
}
