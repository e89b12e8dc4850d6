import Testing

/// Offers and demands meet; capacity is delivered, missed, ended, claimed and paid out.
struct Trade {
    let stage: Stage

    func play() async throws {
        try await list()
        try await demand()
        try await deliver()
        try await settle()
    }

    private func list() async throws {
        let listed = try await stage.post("/v1/offers", stage.keys.provider, Bodies.offer)
        #expect(listed.headers["location"] == "/v1/offers/offer-1")
        try await stage.post(
            "/v1/offers", stage.keys.secondProvider,
            Bodies.with(
                Bodies.offer,
                [
                    "price": ["hour_of_week_micro_yuan": [Int](repeating: 25_000_000, count: 168)],
                    "buyers": [
                        "sizes": ["micro", "small", "medium", "large"], "sectors": ["software"],
                        "regions": ["beijing"], "members": ["party-1", "party-2"],
                    ],
                ]))
        try await stage.post("/v1/offers", stage.keys.provider, Bodies.with(Bodies.offer, ["zone": "zone-2"]))
        try await amend()
        try await stage.post("/v1/offers/offer-3/withdrawal", stage.keys.provider, nil, 200)
        try await stage.post("/v1/offers", stage.keys.provider, Bodies.with(Bodies.offer, ["zone": "zone-2"]))
        let scope = ["zone": "zone-2", "instance_type": "type-1"]
        let ended = try await stage.post("/v1/withdrawals", stage.keys.provider, scope, 200)
        #expect(ended.object["ids"] as? [String] == ["offer-4"])
        let none = try await stage.post("/v1/withdrawals", stage.keys.provider, scope, 200)
        #expect(none.object["ids"] as? [String] == [])
    }

    private func amend() async throws {
        let change: [String: Any] = [
            "price": ["flat_micro_yuan": 21_000_000],
            "schedule": [
                ["from": "2026-11-26T00:00:00Z", "until": "2026-11-27T00:00:00Z", "quantity_milli": 3_000],
                ["from": "2026-11-27T00:00:00Z", "until": "2026-11-28T00:00:00Z", "quantity_milli": 2_000],
            ],
        ]
        let amended = try await stage.post("/v1/offers/offer-3/amendments", stage.keys.provider, change, 200)
        #expect(amended.object["id"] as? String == "offer-3")
        let stored = try await stage.get("/v1/offers/offer-3?at_least=\(amended.sequence ?? 0)", stage.keys.provider)
        let terms = stored.object["terms"] as? [String: Any] ?? [:]
        #expect((terms["schedule"] as? [Any])?.count == 2)
        #expect((terms["price"] as? [String: Int])?["flat_micro_yuan"] == 21_000_000)
    }

    private func demand() async throws {
        let buyer = stage.keys.buyer
        let foretold = try await stage.post("/v1/demands/preview", buyer, Bodies.demand, 200)
        let filled = try await stage.post("/v1/demands", buyer, Bodies.demand)
        #expect(filled.object["state"] as? String == "filled")
        try comesTrue(foretold, filled)
        #expect((filled.object["fills"] as? [[String: Any]])?.first?["capacity_fen"] as? Int == 8_000)
        let resting = Bodies.with(
            Bodies.demand,
            [
                "limit_micro_yuan": 1_000_000, "single_provider": true, "use": "training", "lane": "now",
                "accepts_related": true, "funding": ["programmes": ["programme-1"]],
                "reach": ["level": "nation", "latency_microseconds_most": 50_000],
                "policy": ["time_in_force": "good_till", "until": "2026-11-25T20:00:00Z", "minimum_milli": 1_000],
                "requirements": [
                    "kind": "accelerator", "chips": ["a100"], "architectures": ["cuda"], "instance_types": ["type-1"],
                    "origin": "foreign", "services": ["bare"], "chips_milli": 8_000, "chip_memory_bytes": 1,
                    "vcpu_milli": 1, "memory_bytes": 1, "least_tier": "declared",
                ],
            ])
        let rested = try await stage.post("/v1/demands", buyer, resting)
        #expect(rested.object["state"] as? String == "open")
        try await explain(resting)
        let change: [String: Any] = [
            "limit_micro_yuan": 900_000, "quantity_milli": 3_000, "time_in_force": "good_till",
            "until": "2026-11-25T21:00:00Z",
        ]
        let amended = try await stage.post("/v1/demands/demand-2/amendments", buyer, change, 200)
        #expect(amended.object["open_milli"] as? Int == 3_000)
        let stored = try await stage.get("/v1/demands/demand-2?at_least=\(amended.sequence ?? 0)", buyer)
        let terms = stored.object["terms"] as? [String: Any]
        #expect(terms?["limit_micro_yuan"] as? Int == 900_000)
        #expect(stored.object["held_own_fen"] as? Int == amended.object["held_own_fen"] as? Int)
        try await stage.post("/v1/demands/demand-2/cancellation", buyer, nil, 200)
        let own = Bodies.with(
            Bodies.demand,
            [
                "funding": ["own_money_only": true], "policy": ["time_in_force": "fill_or_kill"],
                "quantity_milli": 1_000, "until": "2026-11-26T02:00:00Z", "hours": 1,
            ])
        let preview = try await stage.post("/v1/demands/preview", stage.keys.secondBuyer, own, 200)
        let planned = (preview.object["fills"] as? [[String: Any]])?.first
        #expect(planned?["until"] as? String == "2026-11-26T01:00:00Z", "the earliest of what costs the same")
        let chosen = try await stage.post("/v1/demands", stage.keys.secondBuyer, own)
        let hours = try await stage.get(
            "/v1/demands/demand-3?at_least=\(chosen.sequence ?? 0)", stage.keys.secondBuyer)
        #expect((hours.object["terms"] as? [String: Any])?["hours"] as? Int == 1)
        let killed = try await stage.post(
            "/v1/demands", buyer,
            Bodies.with(
                Bodies.demand,
                [
                    "policy": ["time_in_force": "immediate_or_cancel", "all_or_none": true],
                    "quantity_milli": 900_000, "hours": 2, "least_piece_hours": 1,
                ]))
        #expect(killed.object["reason"] as? String != nil)
        try await stage.post("/v1/demands", buyer, Bodies.with(Bodies.demand, ["limit_micro_yuan": 2_000_000]))
        let ended = try await stage.post("/v1/cancellations", buyer, ["zone": "zone-1"], 200)
        #expect(ended.object["ids"] as? [String] == ["demand-5"])
    }

    /// What was previewed is what was posted, to the fen and to the lot.
    private func comesTrue(_ preview: WireAnswer, _ posted: WireAnswer) throws {
        let planned = preview.object["fills"] as? [[String: Any]] ?? []
        let fills = posted.object["fills"] as? [[String: Any]] ?? []
        #expect(!fills.isEmpty && planned.count == fills.count)
        for (plan, fill) in zip(planned, fills) {
            for name in ["quantity_milli", "capacity_fen", "transfer_fen", "own_fen"] {
                #expect(plan[name] as? Int == fill[name] as? Int && fill[name] != nil, "\(name)")
            }
            let (promised, paid) = (
                plan["shares"] as? [[String: AnyHashable]], fill["shares"] as? [[String: AnyHashable]]
            )
            #expect(promised == paid && promised?.isEmpty == false)
        }
        let cost = try #require(preview.object["cost"] as? [String: Any])
        let voucher = try #require((cost["vouchers"] as? [[String: Any]])?.first, "\(preview.text)")
        #expect(voucher["mode"] as? String == "deduct" && voucher["programme"] as? String == "programme-1")
        #expect(voucher["amount_fen"] as? Int == cost["subsidy_fen"] as? Int)
        func sum(_ names: String...) -> Int { names.reduce(0) { $0 + (cost[$1] as? Int ?? 0) } }
        #expect(sum("capacity_fen", "transfer_fen") == sum("payable_fen", "subsidy_fen"))
        #expect(sum("capacity_fen") == 8_000 && sum("held_own_fen", "held_lots_fen") == 0)
    }

    /// The demand at rest is the first of its queue; raising its limit fills it, and posting what is offered does.
    private func explain(_ resting: [String: Any]) async throws {
        let buyer = stage.keys.buyer
        let rested = try await stage.get("/v1/demands/demand-2/explanation", buyer)
        #expect(rested.object["state"] as? String == "open")
        #expect(rested.object["queue"] as? [String: Int] == ["place": 1, "count": 1])
        let remedies = rested.object["remedies"] as? [[String: Any]] ?? []
        let raised = try #require(remedies.first { $0["changes"] as? [String] == ["limit"] }, "\(rested.text)")
        let remedy = try #require(raised["demand"] as? [String: Any])
        #expect(remedy["limit_micro_yuan"] as? Int == 20_100_000)
        let preview = try await stage.post("/v1/demands/preview", buyer, remedy, 200)
        #expect(preview.object["state"] as? String == "filled")
        #expect((preview.object["fills"] as? [[String: Any]])?.count == 1)
        let dear = Bodies.with(resting, ["quantity_milli": 1_000_000_000, "limit_micro_yuan": 10_000_000_000])
        let refused = try await stage.post("/v1/demands/preview", buyer, dear, 200)
        #expect(refused.object["reason"] as? String == "funds_insufficient")
        #expect(refused.sequence == rested.sequence, "a preview writes no record")
        try await explainTwice()
    }

    /// Where every offer fails in two dimensions, two changes fill.
    private func explainTwice() async throws {
        let joint = Bodies.with(
            Bodies.demand, ["limit_micro_yuan": 1_000_000, "requirements": ["chips": ["ascend"]]])
        let explained = try await stage.post("/v1/demands/preview", stage.keys.buyer, joint, 200)
        let exclusions = try #require(explained.object["exclusions"] as? [String: Any])
        let together = try #require((exclusions["together"] as? [[String: Any]])?.first)
        #expect(together["dimensions"] as? [String] == ["chip", "price_limit"])
        let remedy = try #require((explained.object["remedies"] as? [[String: Any]])?.first)
        #expect(remedy["changes"] as? [String] == ["chip", "limit"])
    }

    /// Lease 1 has 2 units for 2 hours, lease 2 one unit for one.
    private func deliver() async throws {
        try await stage.post("/v1/clock", stage.keys.operator, ["to": "2026-11-26T01:00:00Z"], 200)
        let provider = stage.keys.provider
        try await stage.post(
            "/v1/leases/lease-1/usage", provider,
            Bodies.with(Bodies.usage, ["used_milli_seconds": 1_800_000, "idle_milli_seconds": 1_800_000]))
        try await stage.post(
            "/v1/leases/lease-1/claim", provider, nil, 409, "nothing_to_claim")
        // Half of two units was missed for an hour: an hour of one unit.
        try await stage.post("/v1/leases/lease-1/end", stage.keys.buyer, nil, 409, "lease_still_owed")
        try await stage.post("/v1/clock", stage.keys.operator, ["to": "2026-11-26T01:30:00Z"], 200)
        try await stage.post(
            "/v1/leases/lease-1/usage", provider,
            [
                "from": "2026-11-26T01:00:00Z", "until": "2026-11-26T01:30:00Z", "used_milli_seconds": 0,
                "idle_milli_seconds": 0,
            ])
        try await stage.post("/v1/leases/lease-1/end", stage.keys.buyer, nil, 200)
    }

    private func settle() async throws {
        try await stage.post("/v1/clock", stage.keys.operator, ["to": "2026-11-29T08:00:00Z"], 200)
        let claimed = try await stage.post("/v1/leases/lease-1/claim", stage.keys.provider, nil, 200)
        #expect(claimed.object["claimed_fen"] as? Int == 1_000)
        let asked = try await stage.post("/v1/payouts", stage.keys.provider, ["amount_fen": 500])
        #expect(asked.headers["location"] == "/v1/payouts/payout-1")
        try await stage.post("/v1/payouts/payout-1/approval", stage.keys.operator, Bodies.approval, 200)
        try await stage.post("/v1/payouts", stage.keys.provider, ["amount_fen": 100])
        // Lot 2 expires unused in part.
        try await stage.post("/v1/clock", stage.keys.operator, ["to": "2026-12-06T00:00:00Z"], 200)
    }
}
