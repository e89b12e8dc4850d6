"""Made-up numbers that are the same on every machine: SHA-256 of a name, never a clock or a random generator."""

import hashlib


def pick(name: str, below: int) -> int:
    """A number 0 ..< below that depends on the name alone."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % below


def choose(name: str, choices):
    """One of the choices, by the name alone."""
    return choices[pick(name, len(choices))]


def half_even(numerator: int, denominator: int) -> int:
    """numerator / denominator, rounded half to even; both integers, denominator > 0."""
    quotient, rest = divmod(numerator, denominator)
    if 2 * rest > denominator or (2 * rest == denominator and quotient % 2 == 1):
        return quotient + 1
    return quotient
