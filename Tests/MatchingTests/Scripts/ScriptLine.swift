import Domain
import Matching
import MatchingOracle

/// The words of one line of a script: a verb, a name, a quantity and price, then words with their values.
struct ScriptLine {
    private let words: [String]

    init(_ words: [String]) { self.words = words }

    struct NotUnderstood: Error { let words: [String] }

    func command(place: Int64, links: [Link]) throws -> OracleCommand {
        switch words[0] {
        case "offer":
            let admissionClass = Int32(try value("class") ?? 0)
            return .list(try offer(place), admissionClass: admissionClass)
        case "demand": return .submit(try demand(place, links))
        case "withdraw": return .withdraw(OfferID(try named(1)))
        case "cancel": return .cancel(DemandID(try named(1)))
        case "suspend", "resume":
            return .suspend(provider: PartyID(100 + (try named(1))), words[0] == "suspend")
        case "market": return .halt(words[1] == "halts")
        case "withdraw-all": return .withdrawAll(provider: PartyID(100 + (try named(1))), OrderScope())
        case "cancel-all": return .cancelAll(buyer: PartyID(try named(1)), OrderScope())
        case "amend" where words[1].hasPrefix("D"):
            return .amendDemand(
                DemandID(try named(1)), try demandAmendment(), subsidyClass: Int32(try value("class") ?? 0),
                links: links, place: Place(sequence: place))
        case "amend": return .amendOffer(OfferID(try named(1)), try offerAmendment(), place: Place(sequence: place))
        case "release": return .release(OfferID(try named(1)), try window("0-4"), try quantity(words[2]))
        case "begin": return .begin(GeneratedHistory.firstHour + (try number(words[1])))
        case "free", "related", "owner":
            let relation = ["free": 0, "related": 1, "owner": 2][words[0]] ?? 0
            return .relate(buyer: PartyID(try named(1)), provider: PartyID(100 + (try named(2))), relation)
        default: throw NotUnderstood(words: words)
        }
    }

    /// `amend D1 to 5 limit 210`: either, or both.
    private func demandAmendment() throws -> DemandAmendment {
        try DemandAmendment(
            limit: value("limit").map { try UnitPrice($0) },
            quantity: words.contains("to") ? quantity(text("to", "")) : nil)
    }

    /// `amend O1 to 5 hours 0-12 price 190`: any of them; the schedule is given whole.
    private func offerAmendment() throws -> OfferAmendment {
        try OfferAmendment(
            price: value("price").map { .flat(try UnitPrice($0)) },
            schedule: words.contains("to") ? CapacitySchedule(steps: steps(quantity(text("to", "")))) : nil)
    }

    private func steps(_ quantity: Quantity) throws -> [CapacityStep] {
        try text("hours", "0-24").split(separator: "+").map {
            CapacityStep(window: try window(of: String($0)), quantity: quantity)
        }
    }

    /// `link z7 z9 charge 10 latency 5000`.
    func link() throws -> Link {
        Link(
            from: ZoneID(try named(1)), to: ZoneID(try named(2)),
            latencyMicroseconds: try value("latency") ?? 1_000,
            tariff: try UnitPrice(tariff: value("charge") ?? value("policy") ?? 0),
            tariffKind: words.contains("policy") ? .policy : .charge)
    }

    /// `rate 1 2 type 3 5000`: subsidy class 1, admission class 2, basis points last.
    func rate() throws -> SubsidyTable.Rate {
        SubsidyTable.Rate(
            subsidyClass: Int32(try number(words[1])), admissionClass: Int32(try number(words[2])),
            instanceType: InstanceTypeID(try value("type") ?? 1), rate: try BasisPoints(number(words[words.count - 1])))
    }

    private func offer(_ place: Int64) throws -> Offer {
        let terms = try OfferTerms(
            instanceType: InstanceTypeID(value("type") ?? 1), zone: ZoneID(named("zone", 7)),
            schedule: CapacitySchedule(steps: steps(quantity(words[2]))), lotSize: Quantity(value("lot") ?? 1000),
            shortestTermHours: value("term") ?? 1, price: try price(), vat: .cloudService, buyers: try buyers(),
            tier: words.contains("measured") ? .measured : .declared)
        return Offer(
            id: OfferID(try named(1)), provider: PartyID(100 + (try named("by", 1))), terms: terms,
            place: Place(sequence: try value("place") ?? place))
    }

    /// `night 50`: the hours from 0 to 8 in Shanghai cost 50.
    private func price() throws -> PriceSchedule {
        let day = try UnitPrice(number(words[4]))
        guard let night = try value("night") else { return .flat(day) }
        return .hourOfWeek(try (0..<168).map { $0 % 24 < 8 ? try UnitPrice(night) : day })
    }

    private func buyers() throws -> BuyerClass {
        if words.contains("small-firms") { return BuyerClass(sizes: [.small]) }
        if words.contains("members") { return BuyerClass(members: [PartyID(try named("members", 1))]) }
        return .everyone
    }

    private func demand(_ place: Int64, _ links: [Link]) throws -> OracleDemand {
        let quantity = try quantity(words[2])
        let terms = try DemandTerms(
            requirements: requirements(), quantity: quantity, window: window("0-4"), home: ZoneID(named("home", 7)),
            reach: Reach(level: level(), latencyMicrosecondsMost: value("latency")),
            limit: UnitPrice(number(words[4])), policy: policy(), singleProvider: words.contains("single"),
            acceptsRelated: words.contains("accepts-related"),
            chosenHours: value("choose").map { try ChosenHours($0, leastPiece: value("pieces") ?? $0) },
            scu: try scu())
        let demand = Demand(
            id: DemandID(try named(1)), buyer: PartyID(try named("for", 1)), terms: terms,
            place: Place(sequence: try value("place") ?? place))
        let profile = FirmProfile(
            region: try Symbol("east"), sector: .software, staff: 10, revenue: .zero, assets: .zero,
            founded: try CivilDate(year: 2020, month: 1, day: 1))
        return OracleDemand(
            demand: demand, size: words.contains("large") ? .large : .small, profile: profile,
            subsidyClass: Int32(try value("class") ?? 0), links: links)
    }

    /// `scu fp16 tolerance 100`: 500 basis points unless it says otherwise.
    private func scu() throws -> ScuMeasure? {
        guard words.contains("scu") else { return nil }
        let precision = Precision.allCases.first { "\($0)" == words[words.firstIndex(of: "scu")! + 1] }
        guard let precision else { throw NotUnderstood(words: words) }
        return try ScuMeasure(precision: precision, tolerance: BasisPoints(value("tolerance") ?? 500))
    }

    private func policy() throws -> FillPolicy {
        let minimum = try value("min").map { Quantity(unchecked: $0 * 1000) } ?? .zero
        if words.contains("fok") { return try FillPolicy(.fillOrKill) }
        let timeInForce: TimeInForce =
            words.contains("ioc") ? .immediateOrCancel : words.contains("gtd") ? .goodTill(.epoch) : .goodTillCancelled
        return try FillPolicy(timeInForce, allOrNone: words.contains("aon"), minimum: minimum)
    }

    private func requirements() throws -> Requirements {
        try Requirements(
            kind: words.contains("cpu") ? .cpu : nil, chips: text("chip", "").isEmpty ? [] : [Symbol(text("chip", ""))],
            instanceTypes: value("type").map { [InstanceTypeID($0)] } ?? [],
            origin: words.contains("domestic") ? .domestic : nil, vcpuMilli: value("vcpu") ?? 0,
            leastTier: words.contains("measured") ? .measured : .declared)
    }

    private func level() throws -> ZoneLevel {
        let names: [String: ZoneLevel] = [
            "nation": .nation, "hub": .hub, "province": .province, "city": .city, "edge": .edge,
        ]
        guard let level = names[try text("reach", "nation")] else { throw NotUnderstood(words: words) }
        return level
    }

    private func window(_ other: String) throws -> Window { try window(of: text("hours", other)) }

    private func window(of text: String) throws -> Window {
        let hours = try text.split(separator: "-").map { try number(String($0)) }
        return try Window(GeneratedHistory.firstHour + hours[0], GeneratedHistory.firstHour + hours[1])
    }

    /// `10` or `0.250`.
    private func quantity(_ text: String) throws -> Quantity {
        let parts = text.split(separator: ".")
        return try Quantity(number(String(parts[0])) * 1000 + (parts.count > 1 ? number(String(parts[1])) : 0))
    }

    private func number(_ text: String) throws -> Int64 {
        guard let number = Int64(text) else { throw NotUnderstood(words: words) }
        return number
    }

    /// The number in a name such as `O12`.
    private func named(_ position: Int) throws -> Int64 { try number(String(words[position].dropFirst())) }

    private func named(_ word: String, _ other: Int64) throws -> Int64 {
        guard let position = words.firstIndex(of: word) else { return other }
        return try named(position + 1)
    }

    private func value(_ word: String) throws -> Int64? {
        guard let position = words.firstIndex(of: word) else { return nil }
        return try number(words[position + 1])
    }

    private func text(_ word: String, _ other: String) throws -> String {
        guard let position = words.firstIndex(of: word) else { return other }
        return words[position + 1]
    }
}
