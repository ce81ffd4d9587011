//! The last bit: random streams and sums against what PyTorch gives on the CPU (x86-64, AVX2, one thread).
//!
//! Whole tensors are compared by a fingerprint of their bits. Sizes lie around those where PyTorch takes another
//! path: below and above 16 normals, around whole vectors of 8, around blocks of 32 columns.

use kindling_core::{
    Dtype, Result, Tensor, ops,
    random::{self, Generator},
};

/// h ← 31·h + bits, over all values.
fn fingerprint(x: &Tensor) -> u64 {
    let bits: Vec<u64> = match x.dtype() {
        Dtype::Float32 => {
            x.to_vec::<f32>().unwrap().into_iter().map(|value| value.to_bits() as u64).collect()
        }
        Dtype::Float64 => x.to_vec::<f64>().unwrap().into_iter().map(f64::to_bits).collect(),
        _ => x.to_vec::<i64>().unwrap().into_iter().map(|value| value as u64).collect(),
    };
    bits.into_iter().fold(0, |hash: u64, bits| hash.wrapping_mul(31).wrapping_add(bits))
}

const SIZES: [usize; 11] = [1, 2, 7, 15, 16, 17, 23, 24, 32, 100, 1000];

/// Compares `draw` of each size, from a generator seeded with 42 + size.
fn check_stream(name: &str, expected: [u64; 11], draw: impl Fn(&[usize], &mut Generator) -> Result<Tensor>) {
    for (size, expected) in SIZES.into_iter().zip(expected) {
        let mut generator = Generator::new(42 + size as u64);
        let got = fingerprint(&draw(&[size], &mut generator).unwrap());
        assert_eq!(got, expected, "{name} of {size} values");
    }
}

#[test]
fn random_streams_are_pytorchs() {
    use random::{bernoulli, exponential, integers, normal, uniform};
    check_stream(
        "randn32",
        [
            0x00000000bf25fd9d,
            0x00000008306f183a,
            0x281d99677fc5363d,
            0x6467539ef03b8592,
            0xc68864aea8e9563a,
            0x9ed2523212bc425c,
            0x16b942c603460ca5,
            0x748917375f130590,
            0x190d4e46c832774d,
            0xc8265d072612601a,
            0xf71fd04202c13a7c,
        ],
        |shape, g| normal(shape, 0.0, 1.0, Dtype::Float32, g),
    );
    check_stream(
        "randn64",
        [
            0xbfe4bfb3a7e352bf,
            0x760de306e559c909,
            0x07ab0f2c9ab61ae7,
            0xfcd65fee2a4e91aa,
            0x1738179c64a3df32,
            0x63b44e931424a82c,
            0x00437b4819c790ce,
            0xda02146ce888fe43,
            0x38cf54512e1d9967,
            0x85fcc5aa8d9f0181,
            0x1a1ae0d366158824,
        ],
        |shape, g| normal(shape, 0.0, 1.0, Dtype::Float64, g),
    );
    check_stream(
        "rand32",
        [
            0x000000003ee86e88,
            0x00000007e709b90f,
            0x0d1667caf6269159,
            0xad219ca4398c6bc3,
            0x9703d2deab8747ef,
            0x7eaaf008a35fa74d,
            0x50709b26a0bf1d0a,
            0x42413369f14b8c49,
            0x634f1f82b44b1fa7,
            0x25cd6a6b3fe7c287,
            0x37c65486c6a6be27,
        ],
        |shape, g| uniform(shape, 0.0, 1.0, Dtype::Float32, g),
    );
    check_stream(
        "rand64",
        [
            0x3fe437447f324d40,
            0xfd02966a70c90b6a,
            0x7f2ca1a9f93d17ab,
            0x42c8941cf35ea331,
            0x41ac06c332f007d0,
            0xa091895fcb8d18c1,
            0x06b2b144f8c7eccb,
            0x386bb82e2a979557,
            0x9c32900d9e22a865,
            0x8cfdb7bd934843b4,
            0x7b780363a8032499,
        ],
        |shape, g| uniform(shape, 0.0, 1.0, Dtype::Float64, g),
    );
    check_stream(
        "uniform",
        [
            0x000000003f297299,
            0x00000007f75b6257,
            0x27e83cfa1f7d0168,
            0x22cca0c343ac1529,
            0x403b43f6f787cbf3,
            0x3daf69bedae3cd21,
            0x082578a783739ae8,
            0xb97a744b82e9b015,
            0x0210d802e35bcb33,
            0x0a3a8a74da090f38,
            0x7d88457c3d036e9c,
        ],
        |shape, g| uniform(shape, -0.7, 2.3, Dtype::Float32, g),
    );
    check_stream(
        "uniform64",
        [
            0x3ff31fb38b9840ad,
            0xff1d7b3942c72ace,
            0x21ab0edadca8bfc4,
            0xc9bb5901e9d048d5,
            0x7e9a74b8e571752d,
            0xba0e467da655e878,
            0xe19b4ce8757698a1,
            0xcec82395329b7a8c,
            0x47f2678783ccc1cd,
            0x32d795b91c358c00,
            0x77c20bf988f4944e,
        ],
        |shape, g| uniform(shape, -0.7, 2.3, Dtype::Float64, g),
    );
    check_stream(
        "normal",
        [
            0x000000003fd68099,
            0x00000007ffe13a67,
            0x0d8ff95fcf48e3bd,
            0x6454cf0fea32e051,
            0xc75aa6b3559f6d4e,
            0x2c7eb93d8d0904d3,
            0xc2da5adf34a1acff,
            0x801417c858aed08d,
            0xfc900a0241c05c1d,
            0x29f9a3c7e6e06b8f,
            0x06ef226026bc8c77,
        ],
        |shape, g| normal(shape, 2.0, 0.5, Dtype::Float32, g),
    );
    check_stream(
        "bernoulli",
        [
            0x0000000000000000,
            0x0000000000000000,
            0x00039bb24f800000,
            0xaa302dc3c0000000,
            0x7fd7e0b08e800000,
            0x38df320e00000000,
            0x4df6172b8e000000,
            0x7c90b9b91f000000,
            0x01d7a7ea12000000,
            0x8b8403bc6f800000,
            0x235a71eeff800000,
        ],
        |shape, g| bernoulli(shape, 0.3, Dtype::Float32, g),
    );
    check_stream(
        "exponential",
        [
            0x000000003f2a7e45,
            0x00000007eddce35c,
            0x0d61f3d75a5cabb7,
            0xea8dccd9991a0411,
            0x5b809d335068e476,
            0x9f3033b30e3860ad,
            0xfe4aee9fab9fc51f,
            0xe4c9cae16fa56763,
            0x6d8ab8c92cdfab61,
            0x8f0ce1cd6f5761be,
            0x19d15c6b4bd542ba,
        ],
        |shape, g| exponential(shape, 1.5, Dtype::Float32, g),
    );
    check_stream(
        "randint",
        [
            0x000000000000021d,
            0x0000000000006b5f,
            0x000000cc185f1f35,
            0xc3a37cc7dc357be5,
            0xee449f0ec8e6e5eb,
            0xde1b4493246ef15d,
            0xd33c187804224c05,
            0x536517c4ff1ef90e,
            0xf5df3dc3f3dcebe1,
            0x451946ff18b1db02,
            0x8076271c6a06f322,
        ],
        |shape, g| integers(shape, -7, 1000, Dtype::Int64, g),
    );
    check_stream(
        "randint_wide",
        [
            0x000000447f324d40,
            0x0000036a70c90b6a,
            0x642c29e525026edb,
            0x3c0fd62ac1537248,
            0x7bf8669dcc69b3d7,
            0x824c821eb8bee1cb,
            0xe03fea869af97be4,
            0x66920a2c038256c5,
            0x574be83246abc2e7,
            0x1050f10a3a4b56d8,
            0x115d2a7752c3d382,
        ],
        |shape, g| integers(shape, 0, 1 << 40, Dtype::Int64, g),
    );
    check_stream(
        "randperm",
        [
            0x0000000000000000,
            0x0000000000000001,
            0x000000007441f41f,
            0xcf719d56d76d1faf,
            0xa0fadc1fc34f322a,
            0xd01a4bf1b82f405a,
            0xf0f9775a31497faf,
            0x335bedb603b2da6e,
            0xc89836f9bf66ffe4,
            0x5b17768c2f49b3ee,
            0x042190d840683582,
        ],
        |shape, g| Ok(Tensor::from_vec(random::permutation(shape[0], g).unwrap(), shape)),
    );
    check_stream(
        "half",
        [
            0x000000003ee86000,
            0x00000007e70ac000,
            0x0d1668d026d46000,
            0xbd00172ff895c000,
            0x0bad971493c22000,
            0x3e452e8a4d87c000,
            0x6f2d59f6038ea000,
            0xa7897657fc4ac000,
            0xdf20a8787be04000,
            0xe03d838260480000,
            0x1700d87931e9e000,
        ],
        |shape, g| uniform(shape, 0.0, 1.0, Dtype::Float16, g)?.cast(Dtype::Float32),
    );
    check_stream(
        "bfloat",
        [
            0x000000003ee80000,
            0x00000007e7030000,
            0x0d1662da987c0000,
            0xfd7a984f16b80000,
            0xc18ded05dc3d0000,
            0x19fe480420b80000,
            0x3e3d41a40ddf0000,
            0x6911172d07e30000,
            0x99b3545ffeb20000,
            0xb7988ff7a43a0000,
            0x37f464b7a4750000,
        ],
        |shape, g| uniform(shape, 0.0, 1.0, Dtype::Bfloat16, g)?.cast(Dtype::Float32),
    );
}

#[test]
fn choices_are_pytorchs() {
    let mut generator = Generator::new(5);
    let weights = [0.1_f32, 0.2, 0.3, 0.4].map(f64::from);
    let many = random::choices(&weights, 12, false, &mut generator).unwrap();
    assert_eq!(many, [3, 1, 2, 2, 1, 3, 2, 3, 3, 2, 2, 2]);
    assert_eq!(
        random::choices_without_replacement(&weights, 4, Dtype::Float32, &mut generator).unwrap(),
        [2, 3, 1, 0]
    );
}

/// Seed 42: `[randn(n)[0], randn(n)[-1]]` as PyTorch 2.15 prints them.
#[test]
fn printed_normals_are_pytorchs() {
    let printed = [
        (1, 0.33669036626815796, 0.33669036626815796),
        (7, 0.33669036626815796, 2.2082014083862305),
        (15, 0.33669036626815796, -0.9889599084854126),
        (16, 1.9269152879714966, 0.7624453902244568),
        (17, 1.9269152879714966, -0.3097267746925354),
        (100, 1.9269152879714966, 0.6172807216644287),
    ];
    for (size, first, last) in printed {
        let values = random::normal(&[size], 0.0, 1.0, Dtype::Float32, &mut Generator::new(42))
            .unwrap()
            .to_vec::<f64>()
            .unwrap();
        assert_eq!((values[0], values[size - 1]), (first, last), "randn({size})");
    }
}

#[test]
fn a_normal_is_kept_for_the_next_call_and_forgotten_by_a_seed() {
    let draw = |generator: &mut Generator, count: usize| {
        random::normal(&[count], 0.0, 1.0, Dtype::Float32, generator).unwrap().to_vec::<f32>().unwrap()
    };
    let mut generator = Generator::new(3);
    let six = draw(&mut generator, 6);
    generator.manual_seed(3);
    assert_eq!([draw(&mut generator, 3), draw(&mut generator, 3)].concat(), six);
    draw(&mut generator, 1);
    generator.manual_seed(3);
    assert_eq!(draw(&mut generator, 6), six);
}

#[test]
fn a_state_continues_the_stream_and_has_pytorchs_size() {
    let mut generator = Generator::new(9);
    random::normal(&[3], 0.0, 1.0, Dtype::Float32, &mut generator).unwrap();
    let state = generator.state();
    assert_eq!(state.len(), 5056);
    let mut other = Generator::new(0);
    other.set_state(&state).unwrap();
    assert_eq!(other.initial_seed(), 9);
    let rest = |generator: &mut Generator| {
        random::normal(&[5], 0.0, 1.0, Dtype::Float64, generator).unwrap().to_vec::<f64>().unwrap()
    };
    assert_eq!(rest(&mut other), rest(&mut generator));
    assert!(other.set_state(&state[1..]).is_err());
}

/// `rand(...) - 0.3` from this seed.
fn values(seed: usize, shape: &[usize]) -> Tensor {
    let x = random::uniform(shape, 0.0, 1.0, Dtype::Float32, &mut Generator::new(seed as u64)).unwrap();
    ops::sub(&x, 0.3).unwrap()
}

#[test]
fn sums_and_means_of_vectors_are_pytorchs() {
    const EXPECTED: [(usize, u32, u32); 25] = [
        (1, 0x3eea4eb0, 0x3eea4eb0),
        (2, 0x3eca9a3a, 0x3e4a9a3a),
        (7, 0x3f509294, 0x3dee5e60),
        (8, 0x4016e090, 0x3e96e090),
        (9, 0x403d54c4, 0x3ea84b59),
        (15, 0x40510b7e, 0x3e5efb31),
        (16, 0x403b0143, 0x3e3b0143),
        (31, 0x40bcb90f, 0x3e42cf8b),
        (32, 0x40c87568, 0x3e487568),
        (33, 0x40da39c0, 0x3e539cd9),
        (63, 0x413dc1fa, 0x3e40c50e),
        (64, 0x415002f2, 0x3e5002f2),
        (100, 0x41aa02b0, 0x3e599d0a),
        (255, 0x4237ed73, 0x3e38a619),
        (256, 0x423c3da4, 0x3e3c3da4),
        (257, 0x425af679, 0x3e5a1c5d),
        (511, 0x42d0ee30, 0x3e5156db),
        (512, 0x42c9cd21, 0x3e49cd21),
        (1000, 0x4340d660, 0x3e45772b),
        (1023, 0x434445e4, 0x3e447702),
        (1024, 0x43553870, 0x3e553870),
        (2000, 0x43cf0beb, 0x3e540403),
        (4096, 0x4452ab3b, 0x3e52ab3b),
        (10000, 0x44f65d1f, 0x3e49d239),
        (30000, 0x45ba5022, 0x3e4b80e5),
    ];
    for (size, sum, mean) in EXPECTED {
        let x = values(size, &[size]);
        let bits = |x: Tensor| x.to_vec::<f32>().unwrap()[0].to_bits();
        assert_eq!(bits(ops::sum(&x, &[], false).unwrap()), sum, "sum of {size}");
        assert_eq!(bits(ops::mean(&x, &[], false).unwrap()), mean, "mean of {size}");
    }
}

/// Rows, columns; fingerprints of sum(0), sum(1), t().sum(0), mean(0), mean(1).
#[test]
fn sums_of_matrices_are_pytorchs() {
    let expected: [([usize; 2], [u64; 5]); 13] = [
        (
            [1, 1],
            [
                0x000000003dc37500,
                0x000000003dc37500,
                0x000000003dc37500,
                0x000000003dc37500,
                0x000000003dc37500,
            ],
        ),
        (
            [2, 3],
            [
                0x000002d3c2ba0ca0,
                0x000000176311724e,
                0x000000176311724e,
                0x000002d1d23a0ca0,
                0x000000174988c336,
            ],
        ),
        (
            [3, 7],
            [
                0x0d23eccdc5b8bd66,
                0x000000f545c2bab8,
                0x000000f545c2bab8,
                0x0cf7047d39e41de8,
                0x000000efd7a7b0e0,
            ],
        ),
        (
            [5, 8],
            [
                0xae60efee26fcdefb,
                0x0003a53de77049eb,
                0x0003a53de77049eb,
                0xa6787d3698db1562,
                0x00038f6645f049eb,
            ],
        ),
        (
            [7, 9],
            [
                0x2d964a52d6a2f298,
                0x0db9fe414db86a09,
                0x0db9fe414db86a09,
                0x12d185ecf9938bb0,
                0x0d632a9e24fa3102,
            ],
        ),
        (
            [8, 4],
            [
                0x00001fc044887dbb,
                0xa1a4b2164ce53f25,
                0xa1a4b2164ce53f25,
                0x00001f0be4887dbb,
                0x9b062745cce53f25,
            ],
        ),
        (
            [10, 16],
            [
                0x10a4ca80dd0a8555,
                0xca99e16acb01158e,
                0xca99e16acb01158e,
                0x5e7efccf36a6fd91,
                0x184bb0098b01158e,
            ],
        ),
        (
            [16, 31],
            [
                0x710921b728dcfd51,
                0xb5cb186dc245cc8d,
                0xb5cb186dc245cc8d,
                0x9e4451b2e6dcfd51,
                0xdeeb8af076a14587,
            ],
        ),
        (
            [33, 32],
            [
                0xad4dd6bdfef2f745,
                0x2c7d4639f417baf8,
                0x2c7d4639f417baf8,
                0x2308607d1595fe4e,
                0xea782e3ef197baf8,
            ],
        ),
        (
            [40, 33],
            [
                0xdb8a1e0aea4f13d4,
                0xd34b3bec7ab2000f,
                0xd34b3bec7ab2000f,
                0xc9b9085102bbce62,
                0x5065191374243ebe,
            ],
        ),
        (
            [64, 40],
            [
                0x93145d7aad235996,
                0x239c39a511f52aea,
                0x239c39a511f52aea,
                0xc1d31a432d235996,
                0xcb71293c524d83df,
            ],
        ),
        (
            [100, 64],
            [
                0xb7d16f6cb8e98421,
                0x0a4e4213538220b5,
                0x0a4e4213538220b5,
                0x45c9b7a8f7643843,
                0x8f122758938220b5,
            ],
        ),
        (
            [300, 130],
            [
                0xa2bc6dc7c961ebda,
                0x147b8d73ba8503c0,
                0x147b8d73ba8503c0,
                0x6ae3c5436c5f58ef,
                0x354c862c9522376e,
            ],
        ),
    ];
    for (shape, expected) in expected {
        let x = values(shape[0] * 1000 + shape[1], &shape);
        let sum = |x: &Tensor, dim| fingerprint(&ops::sum(x, &[dim], false).unwrap());
        let mean = |dim| fingerprint(&ops::mean(&x, &[dim], false).unwrap());
        let got = [sum(&x, 0), sum(&x, 1), sum(&ops::t(&x).unwrap(), 0), mean(0), mean(1)];
        assert_eq!(got, expected, "{shape:?}");
    }
}

/// Fingerprints of the sums over 0, 1, 2, (0, 1), (0, 2), (1, 2); then the bits of the sum of all.
#[test]
fn sums_of_three_dimensions_are_pytorchs() {
    let expected: [([usize; 3], [u64; 6], u64); 4] = [
        (
            [2, 3, 4],
            [
                0x7456ca181f562ea5,
                0x9e4d7cab662a07d2,
                0x006e0bef0af4aca0,
                0x00001df5cdfd528c,
                0x000000f7d16764fd,
                0x00000007fe8e97d0,
            ],
            0x00000000408c532a,
        ),
        (
            [5, 6, 7],
            [
                0x5ab69be8fe50c42b,
                0xf6af46d923cdbee0,
                0x9aede2fabe6f94ce,
                0x0dcfdbbace51487d,
                0x00725b53513cf709,
                0x0003b3e96ccef369,
            ],
            0x000000004222fb61,
        ),
        (
            [8, 16, 33],
            [
                0xb50702fcb1c02682,
                0x928dc5148f2a3069,
                0x4edbec8753cc4574,
                0x19130f6f2e76cf7b,
                0x3d095375b2f1822e,
                0xbae2941a5e8b53fb,
            ],
            0x0000000044546d0a,
        ),
        (
            [3, 40, 5],
            [
                0x16f6b708a191d0a8,
                0x11ec917096818678,
                0x696397bf4c98da77,
                0x0003bba2607f670b,
                0x60275e762c91d23b,
                0x0000010063265b07,
            ],
            0x0000000042dfd5bb,
        ),
    ];
    let dims: [&[i64]; 6] = [&[0], &[1], &[2], &[0, 1], &[0, 2], &[1, 2]];
    for (shape, expected, all) in expected {
        let x = values(shape[2], &shape);
        let got = dims.map(|dims| fingerprint(&ops::sum(&x, dims, false).unwrap()));
        assert_eq!(got, expected, "{shape:?}");
        assert_eq!(fingerprint(&ops::sum(&x, &[], false).unwrap()), all, "all of {shape:?}");
        let turned = ops::permute(&x, &[2, 0, 1]).unwrap();
        assert_eq!(fingerprint(&ops::sum(&turned, &[], false).unwrap()), all, "all of a permuted {shape:?}");
    }
}

#[test]
fn all_values_are_finite_or_one_is_not() {
    let finite = |values: Vec<f64>, dtype| {
        let count = values.len();
        ops::all_finite(&Tensor::from_vec(values, &[count]).cast(dtype).unwrap()).unwrap()
    };
    for dtype in [Dtype::Float32, Dtype::Float64, Dtype::Float16] {
        assert!(finite(vec![0.0; 40], dtype) && finite(Vec::new(), dtype));
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!finite([vec![1.0; 39], vec![bad]].concat(), dtype), "{bad} of {dtype:?}");
        }
    }
    assert!(finite(vec![1.0, 2.0], Dtype::Int64));
}
