//! What the device refuses, how it is lost and comes back, and what travels to and from it.

use kindling_core::{
    Device, Dtype, Error, Scalar, Tensor, backward, guarded,
    ops::{self, Index, Operand},
    webgpu,
};

fn line(values: &[f32]) -> Tensor {
    Tensor::from_vec(values.to_vec(), &[values.len()])
}
fn on_gpu(values: &[f32]) -> Tensor {
    line(values).to_device(Device::WebGpu).unwrap()
}
fn read(tensor: &Tensor) -> Vec<f32> {
    tensor.to_device(Device::Cpu).unwrap().to_vec().unwrap()
}

#[test]
fn devices_have_names() {
    assert_eq!(Device::from_name("webgpu"), Some(Device::WebGpu));
    assert_eq!(Device::from_name("webgpu:0"), Some(Device::WebGpu));
    assert_eq!(Device::from_name("cpu"), Some(Device::Cpu));
    assert_eq!(Device::from_name("cuda"), None);
    assert_eq!((Device::WebGpu.to_string(), Device::WebGpu.kind()), ("webgpu:0".into(), "webgpu"));
    assert!(webgpu::is_available() && webgpu::unavailable_reason().is_none());
    assert!(!webgpu::device_name().unwrap().is_empty());
}

#[test]
fn tensors_on_two_devices_do_not_mix() {
    let message =
        "Expected all tensors to be on the same device, but found at least two devices, webgpu:0 and cpu!";
    let (here, there) = (line(&[1.0, 2.0]), on_gpu(&[3.0, 4.0]));
    assert_eq!(ops::add(&here, &there).unwrap_err(), Error::Runtime(message.into()));
    assert_eq!(ops::matmul(&there, &here).unwrap_err(), Error::Runtime(message.into()));
    assert_eq!(ops::cat(&[here.clone(), there.clone()], 0).unwrap_err(), Error::Runtime(message.into()));
    // A number is no tensor of a device, and neither is a 0-d tensor on the CPU.
    let number = Tensor::scalar(Scalar::Float(2.0), Dtype::Float32);
    assert_eq!(read(&ops::mul(&there, &number).unwrap()), [6.0, 8.0]);
    assert_eq!(read(&ops::sub(1.0, &there).unwrap()), [-2.0, -3.0]);
}

#[test]
fn the_gradient_of_a_number_on_the_cpu_goes_there() {
    let mut number = Tensor::scalar(Scalar::Float(2.0), Dtype::Float32);
    number.autograd_mut().set_requires_grad(true);
    let product = ops::mul(&on_gpu(&[3.0, 4.0]), &number).unwrap();
    backward::backward(&[ops::sum(&product, &[], false).unwrap()], &[None], false, false).unwrap();
    let grad = number.grad().unwrap();
    assert_eq!((grad.device(), grad.item().unwrap()), (Device::Cpu, Scalar::Float(7.0)));
}

#[test]
fn float64_and_large_integers_are_refused() {
    let double = Tensor::from_vec(vec![1.0_f64], &[1]);
    let message = "Cannot convert a WebGPU Tensor to float64 dtype as the WebGPU framework doesn't support float64. \
                   Please use float32 instead.";
    assert_eq!(double.to_device(Device::WebGpu).unwrap_err(), Error::Type(message.into()));
    assert_eq!(ops::to_dtype(&on_gpu(&[1.0]), Dtype::Float64).unwrap_err(), Error::Type(message.into()));
    let large = Tensor::from_vec(vec![1_i64 << 40], &[1]);
    assert!(matches!(large.to_device(Device::WebGpu), Err(Error::Runtime(text)) if text.contains("32-bit")));
}

#[test]
fn dtypes_keep_their_values_and_names() {
    let integers = Tensor::from_vec(vec![3_i64, -7, 16_777_217], &[3]).to_device(Device::WebGpu).unwrap();
    let more = ops::add(&integers, 16_777_217).unwrap().to_device(Device::Cpu).unwrap();
    assert_eq!(
        (more.dtype(), more.to_vec::<i64>().unwrap()),
        (Dtype::Int64, vec![16_777_220, 16_777_210, 33_554_434])
    );
    let bytes = ops::to_dtype(&integers, Dtype::Uint8).unwrap().to_device(Device::Cpu).unwrap();
    assert_eq!((bytes.dtype(), bytes.to_vec::<i64>().unwrap()), (Dtype::Uint8, vec![3, 249, 1]));
    let truth = ops::gt(&integers, 0).unwrap().to_device(Device::Cpu).unwrap();
    assert_eq!((truth.dtype(), truth.to_vec::<bool>().unwrap()), (Dtype::Bool, vec![true, false, true]));
}

#[test]
fn what_the_gpu_does_not_have_says_its_name() {
    let x = on_gpu(&[3.0, 1.0, 2.0]);
    let only_here = ops::Operator::new("only_here(Tensor input) -> Tensor", |args| {
        let values = args.tensor(0)?.to_vec::<f32>()?;
        Ok(line(&values).into())
    });
    let args = ops::Args::new([x.clone().into()]);
    assert!(matches!(only_here.run(&args), Err(Error::NotImplemented(text)) if text.contains("'only_here'")));
    // The refusal leaves nothing behind.
    assert_eq!(guarded("add", || ops::add(&x, 1.0)).map(|y| read(&y)), Ok(vec![4.0, 2.0, 3.0]));
}

#[test]
fn views_share_their_storage_and_can_be_written() {
    let x = on_gpu(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    let grid = ops::reshape(&x, &[2, 3]).unwrap();
    let column = ops::select(&ops::t(&grid).unwrap(), 0, 1).unwrap();
    column.write(&line(&[10.0, 40.0])).unwrap();
    assert_eq!(read(&x), [0.0, 10.0, 2.0, 3.0, 40.0, 5.0]);
    let copy = ops::clone(&grid).unwrap();
    x.write(&Tensor::scalar(Scalar::Float(7.0), Dtype::Float32)).unwrap();
    assert_eq!(read(&x), [7.0; 6]);
    assert_eq!(read(&copy), [0.0, 10.0, 2.0, 3.0, 40.0, 5.0]);
    // Overlapping: x[1:] = x[:-1].
    let (front, back) = (ops::narrow(&copy, 1, 0, 2).unwrap(), ops::narrow(&copy, 1, 1, 2).unwrap());
    back.write(&front).unwrap();
    assert_eq!(read(&copy), [0.0, 0.0, 10.0, 3.0, 3.0, 40.0]);
}

#[test]
fn indexing_reads_and_writes() {
    let mut x = ops::reshape(&on_gpu(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]), &[2, 3]).unwrap();
    let rows = Tensor::from_vec(vec![1_i64, -2], &[2]).to_device(Device::WebGpu).unwrap();
    let picked = ops::index(&x, &[Index::Tensor(rows.clone()), Index::Int(2)]).unwrap();
    assert_eq!(read(&picked), [5.0, 2.0]);
    let columns = Tensor::from_vec(vec![2_i64, 0], &[2]);
    let pairs = ops::index(&x, &[Index::Tensor(rows), Index::Tensor(columns.clone())]).unwrap();
    assert_eq!(read(&pairs), [5.0, 0.0]);
    ops::index_assign(&mut x, &[Index::Ellipsis, Index::Tensor(columns)], Operand::from(9.0)).unwrap();
    assert_eq!(read(&x), [9.0, 1.0, 9.0, 9.0, 4.0, 9.0]);
    ops::index_assign(&mut x, &[Index::Int(0)], Operand::from(-1.0)).unwrap();
    assert_eq!(read(&x), [-1.0, -1.0, -1.0, 9.0, 4.0, 9.0]);
    let large = Index::Tensor(ops::gt(&x, 3.0).unwrap());
    assert_eq!(read(&ops::index(&x, std::slice::from_ref(&large)).unwrap()), [9.0, 4.0, 9.0]);
    ops::index_assign(&mut x, &[large], Operand::from(0.5)).unwrap();
    assert_eq!(read(&x), [-1.0, -1.0, -1.0, 0.5, 0.5, 0.5]);
    let nowhere = ops::masked_select(&x, &ops::gt(&x, 3.0).unwrap()).unwrap();
    assert_eq!((nowhere.shape(), read(&nowhere)), (&[0][..], vec![]));
    let places = ops::nonzero(&ops::gt(&x, 0).unwrap()).unwrap().to_device(Device::Cpu).unwrap();
    assert_eq!(places.to_vec::<i64>().unwrap(), [1, 0, 1, 1, 1, 2]);
}

#[test]
fn an_index_out_of_bounds_is_told_when_the_gpu_is_waited_for() {
    let x = on_gpu(&[1.0, 2.0, 3.0]);
    let at = |places: Vec<i64>| {
        let count = places.len();
        Tensor::from_vec(places, &[count]).to_device(Device::WebGpu).unwrap()
    };
    let wrong = ops::gather(&x, 0, &at(vec![0, 5])).unwrap();
    let error = wrong.to_device(Device::Cpu).unwrap_err();
    assert!(
        matches!(&error, Error::Index(text) if text.starts_with("index 5 is out of bounds")),
        "{error:?}"
    );
    // It is told once.
    assert_eq!(read(&ops::gather(&x, 0, &at(vec![2, 0])).unwrap()), [3.0, 1.0]);
    let grid = ops::reshape(&x, &[3, 1]).unwrap();
    let options = ops::CrossEntropy {
        weight: None,
        ignore_index: -100,
        reduction: ops::Reduction::Mean,
        label_smoothing: 0.0,
    };
    let loss = ops::cross_entropy(&grid, &at(vec![0, -100, 1]), &options).unwrap();
    assert!(matches!(loss.item(), Err(Error::Index(_))));
}

#[test]
fn long_lines_are_reduced_in_pieces() {
    check_long_lines();
}

#[test]
fn long_lines_are_reduced_by_workgroups() {
    webgpu::treat_as_hardware();
    check_long_lines();
}

fn check_long_lines() {
    let values: Vec<f32> = (0..100_003).map(|i| ((i * 37) % 1009) as f32 * 0.001 - 0.3).collect();
    let (here, there) = (line(&values), on_gpu(&values));
    let near = |a: &Tensor, b: &Tensor| {
        let (a, b) = (a.item().unwrap().to_f64(), b.to_device(Device::Cpu).unwrap().item().unwrap().to_f64());
        assert!((a - b).abs() <= 1e-5 * a.abs(), "{b} is not {a}");
    };
    near(&ops::sum(&here, &[], false).unwrap(), &ops::sum(&there, &[], false).unwrap());
    near(&ops::max(&here).unwrap(), &ops::max(&there).unwrap());
    near(&ops::argmin(&here, None, false).unwrap(), &ops::argmin(&there, None, false).unwrap());
    near(&ops::std(&here, &[], 1.0, false).unwrap(), &ops::std(&there, &[], 1.0, false).unwrap());
}

#[test]
fn products_of_all_sizes_and_strides() {
    check_products();
}

#[test]
fn products_in_tiles() {
    webgpu::treat_as_hardware();
    check_products();
}

fn check_products() {
    let values =
        |count: usize, step: usize| (0..count).map(|i| ((i * step) % 23) as f32 * 0.1 - 1.0).collect();
    for [m, k, n] in [
        [1, 1, 1],
        [3, 5, 2],
        [1, 40, 7],
        [9, 1, 4],
        [2, 6, 2],
        [17, 33, 19],
        [6, 12, 10],
        [64, 64, 64],
        [130, 70, 200],
        [600, 40, 520],
    ] {
        for (turn_a, turn_b) in [(false, false), (true, false), (false, true), (true, true)] {
            let factor = |turned: bool, rows: usize, columns: usize, step: usize, device| {
                let shape = if turned { [columns, rows] } else { [rows, columns] };
                let x =
                    Tensor::from_vec::<f32>(values(rows * columns, step), &shape).to_device(device).unwrap();
                if turned { ops::t(&x).unwrap() } else { x }
            };
            let product = |device| {
                let (a, b) = (factor(turn_a, m, k, 7, device), factor(turn_b, k, n, 5, device));
                read(&ops::matmul(&a, &b).unwrap())
            };
            let (expected, got) = (product(Device::Cpu), product(Device::WebGpu));
            let near = |(a, b): (&f32, &f32)| (a - b).abs() <= 1e-4;
            assert!(expected.iter().zip(&got).all(near), "{m}x{k} by {k}x{n}, turned: {turn_a} {turn_b}");
        }
    }
}

#[test]
fn a_lost_device_is_reported_and_replaced() {
    let (old, waiting) = (on_gpu(&[1.0, 2.0]), on_gpu(&[3.0, 4.0]));
    let unread = ops::mul(&waiting, 2.0).unwrap();
    let here = line(&[5.0]);
    webgpu::destroy();
    let is_loss = |result: Result<Tensor, Error>| match result {
        Err(Error::Device(text)) => assert!(text.contains("the WebGPU device was lost"), "{text}"),
        other => panic!("{other:?}"),
    };
    is_loss(old.to_device(Device::Cpu));
    is_loss(unread.to_device(Device::Cpu));
    is_loss(ops::matmul(&old, &waiting).and_then(|dot| dot.to_device(Device::Cpu)));
    assert_eq!(read(&ops::add(&here, 1.0).unwrap()), [6.0]);
    // The next use starts a new device, on which old tensors are still gone.
    let new = on_gpu(&[7.0, 8.0]);
    assert_eq!(read(&ops::add(&new, 1.0).unwrap()), [8.0, 9.0]);
    is_loss(ops::add(&new, &old).and_then(|sum| sum.to_device(Device::Cpu)));
    is_loss(old.to_device(Device::Cpu));
    assert!(format!("{old:?}").contains("was lost"), "{old:?}");
    assert_eq!(read(&ops::add(&new, 1.0).unwrap()), [8.0, 9.0]);
}

#[test]
fn memory_goes_back() {
    let before = webgpu::memory();
    let large = on_gpu(&vec![1.0; 1 << 20]);
    assert_eq!(webgpu::memory().used - before.used, 4 << 20);
    drop(large);
    assert_eq!(webgpu::memory().used, before.used);
    webgpu::empty_cache();
    assert_eq!(webgpu::memory().allocated, webgpu::memory().used);
    webgpu::synchronize().unwrap();
}

#[test]
fn a_singular_matrix_is_an_error() {
    let call = |name: &str, args: Vec<ops::Arg>| {
        let row = ops::operators().find(|row| row.name() == name).unwrap();
        row.run(&ops::Args::new(args).with_defaults(&ops::Signature::parse(row.signature)))
    };
    let singular = ops::reshape(&on_gpu(&[1.0, 2.0, 2.0, 4.0]), &[2, 2]).unwrap();
    assert!(
        matches!(call("linalg_inv", vec![singular.clone().into()]), Err(Error::LinAlg(text)) if text.contains("element 2 is zero"))
    );
    let Ok(ops::Value::Tensor(det)) = call("det", vec![singular.into()]) else { panic!("a determinant") };
    assert_eq!(det.item(), Ok(Scalar::Float(0.0)));
}

#[test]
fn integers_and_truth_compute_and_index() {
    let numbers = |values: &[i64]| {
        Tensor::from_vec(values.to_vec(), &[values.len()]).to_device(Device::WebGpu).unwrap()
    };
    let here = |tensor: Tensor| tensor.to_device(Device::Cpu).unwrap();
    let x = numbers(&[5, -3, 7, 0]);
    assert_eq!(here(ops::sum(&x, &[], false).unwrap()).to_vec::<i64>().unwrap(), [9]);
    assert_eq!(here(ops::argmax(&x, None, false).unwrap()).to_vec::<i64>().unwrap(), [2]);
    assert_eq!(ops::select(&x, 0, 2).unwrap().item(), Ok(Scalar::Int(7)));
    let mask = ops::gt(&x, 0).unwrap();
    assert_eq!(here(ops::masked_fill(&x, &mask, 1.into()).unwrap()).to_vec::<i64>().unwrap(), [1, -3, 1, 0]);
    assert_eq!(here(ops::sum(&mask, &[], false).unwrap()).to_vec::<i64>().unwrap(), [2]);
    assert_eq!(here(ops::logical_not(&mask).unwrap()).to_vec::<bool>().unwrap(), [false, true, false, true]);
    let hot = here(ops::one_hot(&numbers(&[2, 0]), 3).unwrap());
    assert_eq!((hot.dtype(), hot.to_vec::<i64>().unwrap()), (Dtype::Int64, vec![0, 0, 1, 1, 0, 0]));
    let table = ops::reshape(&numbers(&[0, 1, 2, 3, 4, 5]), &[3, 2]).unwrap();
    assert_eq!(
        here(ops::index_select(&table, 0, &numbers(&[2, 0])).unwrap()).to_vec::<i64>().unwrap(),
        [4, 5, 0, 1]
    );
    let added = ops::scatter_add(&x, 0, &numbers(&[1, 1, 3]), &numbers(&[10, 20, 30])).unwrap();
    assert_eq!(here(added).to_vec::<i64>().unwrap(), [5, 27, 7, 30]);
    assert_eq!(format!("{x:?}"), "tensor([ 5, -3,  7,  0], device='webgpu:0')");
    assert_eq!(format!("{mask:?}"), "tensor([ True, False,  True, False], device='webgpu:0')");
}
