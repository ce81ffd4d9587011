"""Colour maps that few lessons ask for: they come when one of them is named.

What it is not: every map that matplotlib has; those with many steep changes are missing. Colours as in `cm`. Start there.
"""

# Colours at equal distances, with a straight way between them.
STOPS = {
    "BrBG": "543005 8b500a bf812d dec17b f6e8c3 f4f5f5 c7eae5 7fccc0 35978f 01655d 003c30",
    "BuGn": "f7fcfd e5f5f9 ccece6 98d8c9 65c2a3 40ad75 228a44 006c2c 00441b",
    "BuPu": "f7fcfd e0ecf4 bfd3e6 9ebcda 8c95c6 8c6ab1 88409c 800f7b 4d004b",
    "CMRmap": (
        "000000 0a0a20 131340 1d1d60 262680 302690 3a26a0 4326b0 4d26bf 602aaf 732d9f 87308f 9a337e b43668 cd3a52 "
        "e73d3b ff4126 f8511c f26112 eb7109 e68100 e69107 e6a10d e6b114 e6c01c e6ca36 e6d34f e6dd69 e6e683 ededa3 "
        "f3f3c3 f9f9e3 ffffff"
    ),
    "GnBu": "f7fcf0 e0f3db ccebc5 a7ddb5 7accc4 4db2d3 2a8bbe 0867ab 084081",
    "OrRd": "fff7ec fee8c8 fdd49e fdba83 fc8c59 ef6447 d62f1e b20000 7f0000",
    "PRGn": "40004b 752982 9970ab c1a4ce e7d4e8 f6f7f6 d9f0d3 a5da9f 5aae61 1a7736 00441b",
    "PiYG": "8e0152 c41a7c de77ae f1b5d9 fde0ef f7f7f6 e6f5d0 b7e085 7fbc41 4c9121 276419",
    "PuBu": "fff7fb ece7f2 d0d1e6 a5bddb 73a9cf 358fc0 056faf 04598c 023858",
    "PuBuGn": "fff7fb ece2f0 d0d1e6 a5bddb 66a9cf 3590bf 028189 016b58 014636",
    "PuOr": "7f3b08 b25706 e08214 fcb761 fee0b6 f6f6f7 d8daeb b1aad1 8073ac 532687 2d004b",
    "PuRd": "f7f4f9 e7e1ef d4b9da c993c7 df64af e72989 cd1256 970042 67001f",
    "RdGy": "67001f b1182b d6604d f3a481 fddbc7 fefefe e0e0e0 b9b9b9 878787 4c4c4c 1a1a1a",
    "RdPu": "fff7f3 fde0dd fcc5c0 fa9eb5 f767a1 dc3397 ad017e 790177 49006a",
    "Wistia": "e4ff7a ffe81a ffbd00 ffa000 fc7f00",
    "YlGn": "ffffe5 f7fcb9 d9f0a3 acdd8e 77c679 40aa5c 228343 006737 004529",
    "YlGnBu": "ffffd9 edf8b1 c6e9b4 7ecdbb 40b5c4 1d90c0 225da8 243392 081d58",
    "YlOrBr": "ffffe5 fff7bc fee390 fec34f fe9829 eb6f14 cb4b02 983404 662506",
    "YlOrRd": "ffffcc ffeda0 fed976 feb24c fd8c3c fc4d2a e2191c bb0026 800026",
    "afmhot": "000000 800000 ff8001 ffff81 ffffff",
    "berlin": (
        "9eb0ff 76abec 4d9dcf 3280a6 25607c 1a4256 112732 121215 220c02 371000 501803 732b16 964a36 b86a5c db8b84 "
        "ffadad"
    ),
    "bone": "000000 1c1c27 38384e 545574 707b90 8ca2ac a9c8c8 d5e4e4 ffffff",
    "brg": "0000ff fe0100 00ff00",
    "copper": "000000 3f2819 7e5033 bd784c fc9f65 ffc77f",
    "cubehelix": (
        "000000 110815 1a142f 1a2744 163d4e 16534c 1e6542 337335 54792f 7b7a35 a1794a be796a d07e93 d48abb cf9ddb "
        "c6b4ee c1caf3 c5dff2 d3eeef e9f8f2 ffffff"
    ),
    "gist_heat": "000000 200000 3f0000 600000 800000 9f0000 c00100 e02b00 ff5500 ff8103 ffab57 ffd5ab ffffff",
    "gist_rainbow": (
        "ff0029 ff0200 ff2d00 ff5800 ff8400 ffaf00 ffda00 f9ff00 cdff00 a2ff00 77ff00 4cff00 20ff00 00ff0b 00ff36 "
        "00ff61 00ff8c 00ffb7 00ffe2 00f1ff 00c6ff 009aff 006fff 0043ff 0018ff 1400ff 3f00ff 6b00ff 9600ff c200ff "
        "ed00ff ff00e5 ff00bf"
    ),
    "hsv": (
        "ff0000 ff2f00 ff5f00 ff8e00 ffbd00 ffec00 e2ff00 b3ff00 84ff00 55ff00 25ff00 02ff0c 00ff39 00ff68 00ff97 "
        "00ffc7 00fff6 00d9ff 00aaff 007aff 004bff 001cff 1300ff 4300ff 7200ff a100ff d000ff fa00f9 ff00cf ff00a0 "
        "ff0071 ff0041 ff0018"
    ),
    "managua": (
        "ffcf67 eaae5c d59052 c17449 ab5c41 92463b 773339 602940 512d54 4c3d73 4e5593 556fae 5f89c3 69a6d7 75c5eb "
        "81e7ff"
    ),
    "ocean": "008000 00402a 000055 004080 0080aa 81c0d5 ffffff",
    "pink": (
        "1e0000 402525 553434 664040 744a4a 815252 8d5a5a 976262 a16868 ab6f6f b47575 bc7a7a c38280 c68e85 ca988a "
        "cda28f d0ac94 d4b598 d7bd9c dac5a1 ddcda5 e0d5a9 e3dcad e6e3b1 e9e9b6 ececc1 efefcb f2f2d5 f4f4de f7f7e7 "
        "fafaf0 fdfdf8 ffffff"
    ),
    "rainbow": "8000ff 5641fd 2c7ef7 00b5eb 2adddd 54f6cb 80ffb4 abf69b d4dd80 ffb360 ff7e41 ff4121 ff0000",
    "terrain": (
        "333399 2353b9 1276dc 0098fe 00b2b2 01cc66 31d670 65e07a 99eb85 cdf58f fefe98 e6df8b ccbe7d b29c6f 987b61 "
        "815e56 997c76 b39e99 cdbfbc e7e0df ffffff"
    ),
    "turbo": (
        "30123b 392a73 4040a2 4456c7 466be3 4680f6 4294ff 37a8fa 28bceb 1ccdd8 18ddc2 1fe9af 32f298 4ef97d 6dfe62 "
        "8bff4b a4fc3c b9f635 cdec34 dfdf37 eecf3a f8be39 fdac34 fe962b fb7e21 f46617 eb500e df3f08 d02f05 be2102 "
        "a91601 920b01 7a0403"
    ),
    "vanimo": (
        "ffcdfd f0b0e8 e095d4 d07dc0 c067ae ad539a 994386 813570 662959 491e3f 33172c 24141e 1c1416 191712 1c1f11 "
        "232c14 2d3c17 3b511c 486322 557528 62872f 719b39 81b049 94c860 a9e27f befda5"
    ),
}

# Colours one beside the other.
LISTED = {
    "Accent": "7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666",
    "Dark2": "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666",
    "Paired": "a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928",
    "Pastel1": "fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2",
    "Pastel2": "b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc",
    "Set1": "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999",
    "Set2": "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3",
    "Set3": "8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 ffed6f",
    "okabe_ito": "000000 e69f00 56b4e9 009e73 f0e442 0072b2 d55e00 cc79a7",
    "tab20": (
        "1f77b4 aec7e8 ff7f0e ffbb78 2ca02c 98df8a d62728 ff9896 9467bd c5b0d5 8c564b c49c94 e377c2 f7b6d2 7f7f7f "
        "c7c7c7 bcbd22 dbdb8d 17becf 9edae5"
    ),
    "tab20b": (
        "393b79 5254a3 6b6ecf 9c9ede 637939 8ca252 b5cf6b cedb9c 8c6d31 bd9e39 e7ba52 e7cb94 843c39 ad494a d6616b "
        "e7969c 7b4173 a55194 ce6dbd de9ed6"
    ),
    "tab20c": (
        "3182bd 6baed6 9ecae1 c6dbef e6550d fd8d3c fdae6b fdd0a2 31a354 74c476 a1d99b c7e9c0 756bb1 9e9ac8 bcbddc "
        "dadaeb 636363 969696 bdbdbd d9d9d9"
    ),
}

OTHER_NAMES = {
    "grey": "gray", "Grays": "Greys", "gist_gray": "gray", "gist_grey": "gray", "gist_yarg": "binary",
    "gist_yerg": "binary",
}  # fmt: skip
