"""Makes `common.bin`: the 10,000 most frequent passwords of the list that the crate zxcvbn 3.1.1 (MIT) carries, as the
first four bytes of each SHA-256, sorted. Words cannot be read out of it, and it is 40 KB.

    cargo info zxcvbn@3.1.1            # fetches the crate
    python3 crates/server/src/passwords/common.py ~/.cargo/registry/src/*/zxcvbn-3.1.1/src/frequency_lists.rs

A word that was guessed wrongly (another text with the same four bytes) is refused once in 400,000 passwords.
"""

import hashlib
import pathlib
import re
import sys

MOST_FREQUENT = 10_000

source = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
words = re.search(r'const PASSWORDS: &str = "([^"]*)"', source).group(1).split(",")[:MOST_FREQUENT]
hashes = sorted({hashlib.sha256(word.lower().encode()).digest()[:4] for word in words})
pathlib.Path(__file__).with_name("common.bin").write_bytes(b"".join(hashes))
print(len(words), "words,", len(hashes), "hashes")
