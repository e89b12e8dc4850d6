import Domain
import ExchangeAPI
import Matching
import Sequencer
import Trading
import WebPages

/// What the rounds of the policy would clear, for a page that is open to anybody: however many look at it, the state is
/// looked at again only when what was last found is old.
actor RoundsBoard {
    private let exchange: any ExchangePort
    private var shown: (view: RoundsView, at: ContinuousClock.Instant)?
    private var looking: Task<RoundsView?, Never>?

    /// Of what is shown to those who do not ask for a later record.
    private static let age = Duration.seconds(15)
    private static let mostRounds = 24
    /// Between two looks, whatever is asked for.
    private static let pause = Duration.seconds(1)

    init(_ exchange: any ExchangePort) { self.exchange = exchange }

    /// What would be cleared at a record, or at a later one; nil where the exchange is away.
    func view(atLeast sequence: Int64) async -> RoundsView? {
        if let shown, shown.view.sequence >= sequence, .now < shown.at + Self.age { return shown.view }
        if looking == nil {
            looking = Task { [last = shown?.at] in
                if let last { try? await Task.sleep(until: last + Self.pause) }
                return await self.look()
            }
        }
        let found = await looking?.value
        // Those who came while it was looked may ask for a later record.
        guard let found, found.sequence < sequence else { return found }
        return await view(atLeast: sequence)
    }

    private func look() async -> RoundsView? {
        defer { looking = nil }
        guard
            let (glance, sequence) = try? await exchange.inspect({
                ($0.roundsGlance(most: Self.mostRounds), $0.sequence)
            })
        else { return nil }
        var rounds: [BatchIndicationResource] = []
        for round in glance.rounds {
            let batches = await BatchSolver.indications(of: round.outlook.batches)
            rounds.append(BatchIndicationResource(round.zone, round.lot, round.outlook, batches))
        }
        let view = RoundsView(
            sequence: sequence, rounds: rounds, leftOut: glance.leftOut,
            zones: Dictionary(glance.rounds.map { ($0.zone, $0.code.text) }) { first, _ in first },
            offers: glance.types.mapValues(\.text))
        shown = (view, .now)
        return view
    }
}
