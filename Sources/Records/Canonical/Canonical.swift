/// A value with one canonical binary form (docs/log-format.md): equal values have equal bytes, and no two byte
/// strings read as equal values.
///
/// The form says nothing of its own length; it is read field by field. All integers are big endian.
public protocol Canonical {
    /// Appends the form. Traps on a value outside the bounds of its type, which could not be read back.
    func write(to writer: inout CanonicalWriter)

    /// Reads the form. Errors: see `CanonicalError`; the reader is of no use after one.
    init(from reader: inout CanonicalReader) throws(CanonicalError)
}

/// The version of the canonical form, the first byte of every header and part.
public enum CanonicalVersion {
    public static let current: UInt8 = 1
}
