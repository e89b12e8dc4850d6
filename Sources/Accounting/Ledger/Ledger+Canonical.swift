import Domain
import Records

extension LedgerRow: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(account, balance) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(account: try reader.read(), balance: try reader.read())
    }
}

extension AssetFlow: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(asset, putIn, returned) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(asset: try reader.read(), putIn: try reader.read(), returned: try reader.read())
    }
}

extension LotRow: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(lot, programme, holder, free, held) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            lot: try reader.read(), programme: try reader.read(), holder: try reader.read(), free: try reader.read(),
            held: try reader.read())
    }
}

/// Accounts in order of number, flows in order of first use, lots ascending. What was drained when is no part of it.
extension Ledger: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(table: rows)
        writer.write(table: flows)
        writer.write(table: lotRows)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(restoring: try reader.table(), flows: try reader.table(), lots: try reader.table())
    }
}
