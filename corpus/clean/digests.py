"""Digests of texts, copied half-way, and keyed ones."""

import hashlib
import hmac


def step():
    for name in ("sha256", "sha1", "blake2b", "sha3_256"):
        digest = hashlib.new(name, b"start")
        copy = digest.copy()
        digest.update(b"x" * 5000)
        assert digest.hexdigest() != copy.hexdigest()
    mac = hmac.new(b"key", b"message", "sha256").digest()
    assert hmac.compare_digest(mac, hmac.digest(b"key", b"message", "sha256"))
