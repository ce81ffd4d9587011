//! The generator: draws of every width, the kept half of a pair of normals, and the state as bytes.

use std::{cell::RefCell, rc::Rc};

use super::mt19937::{Mt19937, SIZE};
use crate::{Result, bail};

/// A generator that several owners draw from, as Python objects do.
pub type SharedGenerator = Rc<RefCell<Generator>>;

/// `torch.Generator` on the CPU.
#[derive(Debug, Clone)]
pub struct Generator {
    seed: u64,
    engine: Mt19937,
    /// Box-Muller makes normals in pairs: the second waits here for the next call.
    kept_normal: Option<f64>,
}

/// What a generator starts with when no one seeds it.
const DEFAULT_SEED: u64 = 67_280_421_310_721;

thread_local! {
    static DEFAULT: SharedGenerator = Rc::new(RefCell::new(Generator::default()));
}

/// `torch.default_generator`, which `torch.manual_seed` seeds.
pub fn default_generator() -> SharedGenerator {
    DEFAULT.with(Rc::clone)
}

impl Default for Generator {
    fn default() -> Self {
        Generator::new(DEFAULT_SEED)
    }
}

impl Generator {
    pub fn new(seed: u64) -> Self {
        Generator { seed, engine: Mt19937::new(seed as u32), kept_normal: None }
    }
    /// Starts the stream over; a kept normal is forgotten.
    pub fn manual_seed(&mut self, seed: u64) {
        *self = Generator::new(seed);
    }
    pub fn initial_seed(&self) -> u64 {
        self.seed
    }

    /// 32 random bits: one draw.
    pub fn bits32(&mut self) -> u32 {
        self.engine.draw()
    }
    /// 64 random bits: two draws, the high word first.
    pub fn bits64(&mut self) -> u64 {
        let high = self.bits32() as u64;
        high << 32 | self.bits32() as u64
    }
    /// Uniform in [0, 1) with 24 bits: one draw.
    pub fn uniform32(&mut self) -> f32 {
        unit32([self.bits32()])
    }
    /// Uniform in [0, 1) with 53 bits: two draws.
    pub fn uniform64(&mut self) -> f64 {
        unit64([self.bits32(), self.bits32()])
    }
    /// A value of so many draws each, many at a time.
    pub(super) fn fill<T, const DRAWS: usize>(&mut self, values: &mut [T], of: impl Fn([u32; DRAWS]) -> T) {
        const WORDS: usize = 512;
        let mut words = [0; WORDS];
        for block in values.chunks_mut(WORDS / DRAWS) {
            let words = &mut words[..block.len() * DRAWS];
            self.engine.fill(words);
            let drawn = words.as_chunks::<DRAWS>().0;
            block.iter_mut().zip(drawn).for_each(|(value, &words)| *value = of(words));
        }
    }
    /// A standard normal by Box and Muller (1958), in pairs: the cosine first, the sine at the next call.
    pub fn normal64(&mut self) -> f64 {
        if let Some(kept) = self.kept_normal.take() {
            return kept;
        }
        let (turn, rest) = (self.uniform64(), self.uniform64());
        let radius = (-2.0 * (-rest).ln_1p()).sqrt();
        let angle = 2.0 * std::f64::consts::PI * turn;
        self.kept_normal = Some(radius * angle.sin());
        radius * angle.cos()
    }

    /// The state in the 5056 bytes of `torch.get_rng_state()`: seed, draws left, a flag, next word, 624 words
    /// of eight bytes, the kept normal (in the middle of three doubles) and whether there is one.
    pub fn state(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(STATE_BYTES);
        bytes.extend(self.seed.to_le_bytes());
        bytes.extend(self.engine.left.to_le_bytes());
        bytes.extend(1_i32.to_le_bytes());
        bytes.extend((self.engine.next as u64).to_le_bytes());
        self.engine.words.iter().for_each(|&word| bytes.extend((word as u64).to_le_bytes()));
        bytes.extend([0; 8]);
        bytes.extend(self.kept_normal.unwrap_or(0.0).to_le_bytes());
        bytes.extend([0; 8]);
        bytes.extend((self.kept_normal.is_some() as i32).to_le_bytes());
        bytes.resize(STATE_BYTES, 0);
        bytes
    }

    /// Takes up a state that [`Generator::state`] or PyTorch gave.
    pub fn set_state(&mut self, bytes: &[u8]) -> Result<()> {
        if bytes.len() != STATE_BYTES {
            bail!(Runtime, "RNG state is wrong size");
        }
        let word = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"));
        let (left, next) = (word(8) as i32, word(16) as usize);
        if !(1..=SIZE as i32).contains(&left) || next > SIZE {
            bail!(Runtime, "Invalid mt19937 state");
        }
        self.seed = word(0);
        self.engine.left = left;
        self.engine.next = next;
        for (at, value) in self.engine.words.iter_mut().enumerate() {
            *value = word(WORDS_AT + at * 8) as u32;
        }
        self.kept_normal = (word(KEPT_AT + 16) as i32 != 0).then(|| f64::from_bits(word(KEPT_AT)));
        Ok(())
    }
}

/// Uniform in [0, 1) with 24 bits.
#[inline(always)]
pub(super) fn unit32([word]: [u32; 1]) -> f32 {
    (word & 0x00ff_ffff) as i32 as f32 / (1u32 << 24) as f32
}

/// Uniform in [0, 1) with 53 bits, the high word first.
#[inline(always)]
pub(super) fn unit64([high, low]: [u32; 2]) -> f64 {
    let bits = (high as u64) << 32 | low as u64;
    (bits & ((1 << 53) - 1)) as f64 / (1u64 << 53) as f64
}

const STATE_BYTES: usize = 5056;
const WORDS_AT: usize = 24;
const KEPT_AT: usize = WORDS_AT + SIZE * 8 + 8;
