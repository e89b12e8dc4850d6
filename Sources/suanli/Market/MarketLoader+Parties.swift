import Domain
import Records
import Trading
import TransparencyLog

extension MarketLoader {
    /// Everybody whom the files name: providers first, then buyers, in order of appearance.
    func admitParties() async throws {
        for name in files.providerNames { try await admit(name, provides: true) }
        for name in files.buyerNames { try await admit(name, provides: false) }
        try await desk.drain()
    }

    private func admit(_ name: String, provides: Bool) async throws {
        let number = parties.count + 1
        let label = known(name, provides: provides)?.chinese ?? name
        let salt = Digest.sha256(of: Array("salt of \(name)".utf8)).bytes
        let commitment = try Commitment(bytes: Digest.sha256(of: salt + Array(label.utf8)).bytes)
        let id: PartyID = try await desk.make(
            .registerParty(try registration(of: name, provides: provides, commitment)), named: "party-\(number)",
            by: Staff.clerk, text: ErasableText(commitment: commitment, salt: salt, text: label),
            foreseen: PartyID(Int64(number)))
        parties[name] = id
        try await desk.sendAccepted(.admitParty(id), named: "admission-\(number)", by: Staff.clerk)
        guard provides else { return }
        try await desk.sendAccepted(.admitParty(id), named: "second-admission-\(number)", by: Staff.secondClerk)
    }

    private func registration(
        of name: String, provides: Bool, _ commitment: Commitment
    ) throws(Reason) -> PartyRegistration {
        let profile = if let known = known(name, provides: provides) { known.profile } else { try Self.profile() }
        return PartyRegistration(
            identity: .firm(try creditCode(of: name, provides: provides)), name: commitment, profile: profile,
            buys: !provides, provides: provides)
    }

    private func known(_ name: String, provides: Bool) -> ReferenceTables.PartyRow? {
        tables.parties.first { $0.name == name && $0.provides == provides }
    }

    /// Of the tables, or made up: district …99 does not exist, so it is nobody's.
    func creditCode(of name: String, provides: Bool) throws(Reason) -> CreditCode {
        if let known = known(name, provides: provides) { return known.creditCode }
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let digest = Digest.sha256(of: Array(name.utf8)).bytes
        return try CreditCode(
            completing: "91110199" + String(digest.prefix(9).map { alphabet[Int($0) % alphabet.count] }))
    }

    private static func profile() throws(Reason) -> FirmProfile {
        FirmProfile(
            region: try Symbol("chengdu"), sector: .software, staff: 40, revenue: Money(fen: 600_000_000),
            assets: Money(fen: 600_000_000), founded: try CivilDate("2020-01-01"))
    }
}
