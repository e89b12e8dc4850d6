extension Refusals {
    /// By now lease 1 has ended, lease 2 was missed, and lease 3 is to come.
    static func usage(_ from: String, _ until: String, used: Int = 0, idle: Int = 0) -> [String: Any] {
        [
            "from": "\(from):00Z", "until": "\(until):00Z", "used_milli_seconds": used, "idle_milli_seconds": idle,
        ]
    }

    nonisolated(unsafe) static let delivery: [Refusal] = [
        Refusal(
            422, "time_invalid", "/v1/leases/lease-3/usage", \.provider,
            Bodies.with(Bodies.usage, ["from": "2026-12-10T00:00:00.5Z"])),
        Refusal(
            422, "value_out_of_range", "/v1/leases/lease-3/usage", \.provider,
            Bodies.with(Bodies.usage, ["used_milli_seconds": -1])),
        Refusal(422, "identifier_invalid", "/v1/leases/fill-3/usage", \.provider, Bodies.usage),
        Refusal(403, "not_admitted", "/v1/leases/lease-3/usage", \.outsideProvider, Bodies.usage),
        Refusal(404, "unknown_lease", "/v1/leases/lease-999/usage", \.provider, Bodies.usage),
        Refusal(403, "foreign_object", "/v1/leases/lease-3/usage", \.secondProvider, Bodies.usage),
        Refusal(
            409, "usage_already_reported", "/v1/leases/lease-3/usage", \.provider,
            usage("2026-12-09T00:00", "2026-12-10T01:00")),
        Refusal(
            409, "usage_outside_lease", "/v1/leases/lease-3/usage", \.provider,
            usage("2026-12-10T00:30", "2026-12-10T01:00")),
        Refusal(
            409, "usage_not_yet_due", "/v1/leases/lease-3/usage", \.provider,
            usage("2026-12-10T00:00", "2026-12-10T01:00")),
        Refusal(422, "identifier_invalid", "/v1/leases/lease-0/end", \.buyer),
        Refusal(403, "not_admitted", "/v1/leases/lease-3/end", \.outsider),
        Refusal(404, "unknown_lease", "/v1/leases/lease-999/end", \.buyer),
        Refusal(403, "foreign_object", "/v1/leases/lease-3/end", \.secondBuyer),
        Refusal(409, "already_closed", "/v1/leases/lease-1/end", \.buyer),
        Refusal(422, "identifier_invalid", "/v1/leases/lease-0/claim", \.provider),
        Refusal(403, "not_admitted", "/v1/leases/lease-3/claim", \.outsider),
        Refusal(404, "unknown_lease", "/v1/leases/lease-999/claim", \.provider),
        Refusal(403, "foreign_object", "/v1/leases/lease-3/claim", \.secondProvider),
    ]
}
