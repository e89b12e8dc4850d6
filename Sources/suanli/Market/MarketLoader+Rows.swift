import Domain
import Records

/// A row that cannot be handed in as it stands.
struct RowRefusal: Error {
    let column: String?
    let code: String
}

extension MarketLoader {
    /// Lists every offer in the order of its file.
    func listOffers() async throws {
        for (position, row) in files.offers.enumerated() {
            try await noting(.offers, row.line) {
                let type = try await typeNumber(of: row)
                let terms = try row.terms(type: type, zone: zone(of: row), from: start.hour)
                return (.listOffer(terms), Staff.provider(try party(row.provider)))
            }
            if position % 1_000 == 999 { progress("offers \(position + 1) of \(files.offers.count)") }
        }
        try await desk.drain()
    }

    /// Submits every demand at its time; `between` runs whenever the market clock has been moved.
    func submitDemands(between: (Stamp) async throws -> Void) async throws {
        var now = start
        for (position, row) in files.demands.enumerated() {
            let instant = Stamp(microseconds: start.microseconds + row.submitSecond * 1_000_000)
            if instant > now {
                now = instant
                try await desk.send(.advanceClock(now), named: "clock-\(row.line)", by: Staff.clerk) { _ in }
                try await between(now)
            }
            try await noting(.demands, row.line) {
                guard let home = zones[row.province] else {
                    throw RowRefusal(column: "syn_province", code: Reason.unknownZone.code)
                }
                let earliest = Stamp(microseconds: now.microseconds + noticeHours * Stamp.microsecondsPerHour)
                return (.submitDemand(try row.terms(home: home, after: earliest)), Staff.buyer(try party(row.tenant)))
            }
            if position % 1_000 == 999 { progress("demands \(position + 1) of \(files.demands.count)") }
        }
        try await desk.drain()
    }

    /// Hands in what `make` gives; a refusal, by the row's own values or by the exchange, is noted with its line.
    private func noting(
        _ kind: MarketFile.Kind, _ line: Int, _ make: () async throws -> (Command, Actor)
    ) async throws {
        let file = files.file(kind)
        do {
            let (command, actor) = try await make()
            try await desk.send(command, named: "row-\(line)", by: actor) { [self] answer in
                guard case .refused(let code) = answer.fate else { return }
                refuse(file, line, column: kind.column(of: code), code)
            }
        } catch let reason as Reason {
            refuse(file, line, column: kind.column(of: reason.code), reason.code)
        } catch let refusal as RowRefusal {
            refuse(file, line, column: refusal.column, refusal.code)
        }
    }

    /// The zone named, else the main cluster of the hub, else outside.
    private func zone(of row: OfferRow) -> ZoneID {
        zones[row.zoneCode] ?? cluster(of: row.hub) ?? zones["outside"] ?? ZoneID(1)
    }

    private func cluster(of code: String) -> ZoneID? {
        guard let hub = tables.zones.first(where: { $0.level == .hub && $0.code == code }) else { return nil }
        let cluster = tables.zones.first { $0.parent == hub.name && !$0.code.hasPrefix("CN-") }
        return zones[cluster?.name ?? hub.name]
    }

    /// The number of a row's instance type, which is defined where it is new.
    private func typeNumber(of row: OfferRow) async throws -> InstanceTypeID {
        let chip = row.chip.flatMap { name in tables.chips.first { $0.code == name } }
        let architecture = try chip?.architecture ?? Symbol(row.chip == nil ? "x86" : "unknown")
        let plain = try row.type(
            architecture: architecture, origin: chip?.origin ?? .unstated,
            code: OfferRow.code(row.provider, row.typeName))
        switch try types.place(of: plain) {
        case .known(let id): return id
        case .new(let terms):
            let id = try await define(terms, row, isCertain: row.chip == nil || chip != nil)
            types.note(plain, terms, id)
            return id
        }
    }

    /// - Parameter isCertain: whether the exchange will not refuse it, so that nothing need be waited for.
    private func define(_ terms: InstanceTypeTerms, _ row: OfferRow, isCertain: Bool) async throws -> InstanceTypeID {
        let name = "type-\(row.line)"
        if isCertain {
            return try await desk.make(
                .defineInstanceType(terms), named: name, by: Staff.clerk, foreseen: types.next)
        }
        let answer = try await desk.submit(.defineInstanceType(terms), named: name, by: Staff.clerk, text: nil)
        if case .refused(let code) = answer.fate {
            throw RowRefusal(column: MarketFile.Kind.offers.column(of: code), code: code)
        }
        return try InstanceTypeID(answer.made ?? "")
    }
}
