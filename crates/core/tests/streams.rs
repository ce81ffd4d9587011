//! The last bit: random streams against what PyTorch gives on the CPU (x86-64, AVX2, one thread).
//!
//! Whole tensors are compared by a fingerprint of their bits. Sizes lie around those where PyTorch takes another
//! path: below and above 16 normals, around whole vectors of 8.

mod common;

use common::fingerprint;
use kindling_core::{
    Dtype, Result, Tensor,
    random::{self, Generator},
};

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
