//! The last bit: sums and means against what PyTorch gives on the CPU (x86-64, AVX2, one thread).
//!
//! Whole tensors are compared by a fingerprint of their bits. Sizes lie around those where PyTorch takes another path:
//! around blocks of 32 columns.

mod common;

use common::fingerprint;
use kindling_core::{
    Dtype, Tensor, ops,
    random::{self, Generator},
};

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
