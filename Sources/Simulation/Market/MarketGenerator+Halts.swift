import Domain
import Records

extension MarketGenerator {
    /// Mostly of a part of the market; what is halted already is refused.
    mutating func halt() throws -> GeneratedCommand? {
        var scopes: [HaltScope] = view.zones.map { .region($0.id) } + view.providers.map { .provider($0) }
        scopes += view.live.map { .programme($0) }
        let scope = scopes.isEmpty || random.chance(15) ? .market : random.pick(scopes)
        return GeneratedCommand(
            actor: random.pick(SimulatedActors.operators), command: .halt(scope, note: try commitment()))
    }

    /// Mostly by another person than the one who halted.
    mutating func resume() throws -> GeneratedCommand? {
        guard !view.halts.isEmpty else { return nil }
        let halt = random.pick(view.halts)
        let others = SimulatedActors.operators.filter { $0.person != halt.person }
        let actor = random.chance(10) ? someOperator : random.pick(others)
        return GeneratedCommand(actor: actor, command: .resume(halt.scope, note: try commitment()))
    }
}
