//! The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), from which every random number comes.

pub(super) const SIZE: usize = 624;
const PERIOD: usize = 397;

/// 624 words of state, handed out one by one and renewed all at once.
#[derive(Debug, Clone)]
pub(super) struct Mt19937 {
    pub words: [u32; SIZE],
    /// The word to hand out next.
    pub next: usize,
    /// How many draws until the state is renewed, counting that one.
    pub left: i32,
}

impl Mt19937 {
    /// `init_genrand` of the reference implementation.
    pub fn new(seed: u32) -> Self {
        let mut words = [seed; SIZE];
        for at in 1..SIZE {
            let before = words[at - 1];
            words[at] = 1_812_433_253_u32.wrapping_mul(before ^ (before >> 30)).wrapping_add(at as u32);
        }
        Mt19937 { words, next: 0, left: 1 }
    }

    pub fn draw(&mut self) -> u32 {
        self.left -= 1;
        if self.left == 0 {
            self.renew();
        }
        let word = self.words[self.next];
        self.next += 1;
        temper(word)
    }

    fn renew(&mut self) {
        for at in 0..SIZE {
            let (high, low) = (self.words[at], self.words[(at + 1) % SIZE]);
            let mixed = (high & 0x8000_0000) | (low & 0x7fff_ffff);
            let twist = if low & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[at] = self.words[(at + PERIOD) % SIZE] ^ (mixed >> 1) ^ twist;
        }
        self.left = SIZE as i32;
        self.next = 0;
    }
}

fn temper(mut word: u32) -> u32 {
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c_5680;
    word ^= (word << 15) & 0xefc6_0000;
    word ^ (word >> 18)
}

#[cfg(test)]
mod tests {
    use super::Mt19937;

    /// The C++ standard (rand.predef) gives the 10,000th draw of the generator seeded with 5489.
    #[test]
    fn draws_the_value_the_standard_names() {
        let mut engine = Mt19937::new(5489);
        let last = (0..10_000).map(|_| engine.draw()).last();
        assert_eq!(last, Some(4_123_659_995));
    }
}
