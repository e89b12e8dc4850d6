import Records

extension Canonical {
    /// The canonical form of a value by itself, as projections keep it in `body` columns.
    var canonicalForm: [UInt8] {
        var writer = CanonicalWriter(capacity: 256)
        write(to: &writer)
        return writer.bytes
    }

    /// Reads all of `bytes`.
    init(canonicalForm bytes: [UInt8]) throws(CanonicalError) {
        var reader = CanonicalReader(bytes)
        try self.init(from: &reader)
        try reader.finish()
    }
}
