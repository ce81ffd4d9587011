"""The key of a Mersenne Twister: 624 words, read out of a generator of torch's, put into it, and made of a seed.

What it is not: the words that are drawn, which are the generator's. Start reading at `key_of`.
"""

import _torch

_MASK32 = 2**32 - 1
_WORDS = 624
# In the bytes of a generator's state: the seed, how many words are left, whether it was seeded, which word is next; the key.
_LEFT, _NEXT, _KEY = 8, 16, 24


def key_of(generator):
    """The words, as an array, and which of them is the next."""
    from numpy import frombuffer

    state = _torch._to_bytes(generator.get_state())
    key = frombuffer(state[_KEY : _KEY + 8 * _WORDS], dtype="uint64").astype("uint32")
    left, place = (int.from_bytes(state[at : at + 4], "little") for at in (_LEFT, _NEXT))
    return key, _WORDS if left == 1 else place


def set_key(generator, key, place):
    """Goes on with the word at that place."""
    words = [int(word) for word in key]
    if len(words) != _WORDS:
        raise ValueError("state vector must be 624 elements long" if len(words) else "state dictionary is not valid.")
    state = bytearray(_torch._to_bytes(generator.get_state()))
    left, following = (1, 0) if place >= _WORDS else (_WORDS + 1 - place, int(place))
    state[_LEFT : _LEFT + 4], state[_NEXT : _NEXT + 4] = left.to_bytes(4, "little"), following.to_bytes(4, "little")
    state[_KEY : _KEY + 8 * _WORDS] = _torch._to_bytes(_torch.tensor(words, dtype=_torch.int64))
    generator.set_state(_torch._from_bytes(state, _torch.uint8))


def seeded_by(generator, seed):
    """Starts the stream of a seed: a number, or several."""
    if getattr(seed, "size", 0) == 1:
        seed = seed.item()
    if seed is None:
        generator.seed()
    elif hasattr(seed, "__index__") and not getattr(seed, "ndim", 0):
        if not 0 <= seed.__index__() < 2**32:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        generator.manual_seed(seed.__index__())
    else:
        set_key(generator, _key_by(_checked(seed)), _WORDS)


def _checked(seed):
    from numpy import asarray

    values = asarray(seed)
    if values.size == 0:
        raise ValueError("Seed must be non-empty")
    if values.dtype.kind not in "iub":
        way = "scalar" if values.ndim == 0 else "array data"
        raise TypeError(f"Cannot cast {way} from {values.dtype!r} to dtype('int64') according to the rule 'safe'")
    if values.ndim != 1:
        raise ValueError("Seed array must be 1-d")
    if ((values < 0) | (values > _MASK32)).any():
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    return [int(value) for value in values]


def _key_by(seeds):
    """Matsumoto and Nishimura's start by an array."""
    key = [19650218]
    for at in range(1, _WORDS):
        key.append(1812433253 * (key[-1] ^ key[-1] >> 30) + at & _MASK32)
    at, which = 1, 0
    for _ in range(max(_WORDS, len(seeds))):
        key[at] = (key[at] ^ (key[at - 1] ^ key[at - 1] >> 30) * 1664525) + seeds[which] + which & _MASK32
        at, which = at + 1, (which + 1) % len(seeds)
        if at == _WORDS:
            key[0], at = key[-1], 1
    for _ in range(_WORDS - 1):
        key[at] = (key[at] ^ (key[at - 1] ^ key[at - 1] >> 30) * 1566083941) - at & _MASK32
        at += 1
        if at == _WORDS:
            key[0], at = key[-1], 1
    key[0] = 2**31
    return key
