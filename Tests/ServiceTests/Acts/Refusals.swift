import Testing

/// A command that is refused: where, by whom, with what body, and the code.
struct Refusal {
    let code: String
    let status: Int
    let target: String
    let key: KeyPath<TestExchange.Keys, String>
    let body: [String: Any]?

    init(
        _ status: Int, _ code: String, _ target: String, _ key: KeyPath<TestExchange.Keys, String>,
        _ body: [String: Any]? = nil
    ) {
        (self.status, self.code, self.target, self.key, self.body) = (status, code, target, key, body)
    }
}

/// What the exchange refuses, each with its code.
struct Refusals {
    let stage: Stage

    func play() async throws {
        try await prepare()
        for group in [
            Self.parties, Self.catalogue, Self.money, Self.programmes, Self.offers, Self.offerAmendments,
            Self.demands, Self.demandAmendments, Self.previews, Self.quotes, Self.bundles, Self.bundlePreviews,
            Self.delivery,
        ] {
            try await play(group)
        }
        try await reuseOfKey()
        try await stage.post("/v1/clock", stage.keys.operator, ["to": "2026-12-10T01:00:00Z"], 200)
        try await stage.post(
            "/v1/leases/lease-3/usage", stage.keys.provider,
            Self.usage("2026-12-10T00:00", "2026-12-10T01:00", used: 8_000_000), 409, "usage_exceeds_quota")
    }

    /// A lease to come, a half approved party, and two payouts of which the money covers one.
    private func prepare() async throws {
        try await stage.post("/v1/demands", stage.keys.buyer, Self.demand([:]))
        try await stage.post("/v1/demands", stage.keys.buyer, Self.partlyFilled)
        try await stage.post("/v1/parties/party-5/approvals", stage.keys.operator, nil, 200)
        try await stage.post("/v1/parties/party-5/approvals", stage.keys.operator, nil, 403, "same_person")
        for _ in 3...4 { try await stage.post("/v1/payouts", stage.keys.provider, ["amount_fen": 400]) }
        try await stage.post("/v1/payouts/payout-3/approval", stage.keys.operator, ["reference": "bank-3"], 200)
    }

    /// The same key with the same body in any order is the same request; with another it is a conflict.
    private func reuseOfKey() async throws {
        for entry in stage.contract.document.entries where entry.has("idempotency_conflict") {
            let sample = Sample(entry: entry, keys: stage.keys)
            let request = sample.request
            let first = try await stage.exchange.send(request)
            stage.contract.note(request, first, isBad: first.status >= 400)
            let again = try await stage.exchange.send(request)
            #expect(again.body == first.body && again.status == first.status, "\(entry.id)")
            #expect(first.sequence != nil && again.sequence == first.sequence, "\(entry.id)")
            var other = sample.other
            other.idempotencyKey = request.idempotencyKey
            try await stage.send(other, 409, "idempotency_conflict")
        }
    }

    private func play(_ refusals: [Refusal]) async throws {
        for refusal in refusals {
            try await stage.post(
                refusal.target, stage.keys[keyPath: refusal.key], refusal.body, refusal.status, refusal.code)
        }
    }
}
