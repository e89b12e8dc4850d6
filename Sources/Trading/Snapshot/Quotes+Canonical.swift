import Domain
import Records

extension QuoteRegister: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(policy, policyVersion)
        writer.write(table: all)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(policy: try reader.read(), policyVersion: try reader.read(), open: try reader.table())
    }
}
