import Domain
import Records
import Simulation

/// A burst of demands in one city, drawn from a market's own commands: what came in its busiest hour, so many times over,
/// all at home in the zone that asks most there.
///
/// Nothing else is asked for meanwhile, so that what the burst meets is idle.
public struct SurgeScript: Sendable {
    /// Catalogue, parties, deposits and offers.
    let opening: [GeneratedCommand]
    /// By whom, what, and the second of the hour in which it comes first.
    let burst: [(actor: Actor, terms: DemandTerms, second: Int64)]
    /// The hour in which the burst comes; its demands begin an hour later.
    public let hour: Hour
    public let home: ZoneID
    private let zones: [Zone]

    /// nil where nothing is asked for.
    ///
    /// - Parameter copies: how often each demand comes.
    public init?(_ commands: [GeneratedCommand], copies: Int) {
        var (now, demands): (Stamp, [(at: Stamp, actor: Actor, terms: DemandTerms)]) = (.epoch, [])
        var opening: [GeneratedCommand] = []
        for command in commands {
            switch command.command {
            case .advanceClock(let instant):
                if opening.isEmpty { opening.append(command) }
                now = instant
            case .submitDemand(let terms): demands.append((now, command.actor, terms))
            case .recordDeposit(let deposit):
                let scaled = deposit.times(copies)
                opening.append(GeneratedCommand(actor: command.actor, command: .recordDeposit(scaled)))
            default: if SurgeScript.opens(command.command) { opening.append(command) }
            }
        }
        let hours = Dictionary(grouping: demands, by: \.at.hour)
        guard let (hour, chosen) = hours.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else {
            return nil
        }
        let homes = Dictionary(grouping: chosen, by: \.terms.home)
        guard let home = homes.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })?.key else { return nil }
        self.opening = opening
        zones = Self.zones(opening)
        self.hour = hour
        self.home = home
        burst = (0..<copies).flatMap { _ in
            chosen.map {
                (actor: $0.actor, terms: $0.terms.moved(home: home), second: $0.at.seconds - hour * 3_600)
            }
        }.sorted { $0.second < $1.second }
    }

    /// The zone of the burst, as it is defined.
    public var homeZone: Zone? { zones.first { $0.id == home } }

    /// How far demands may be let reach, the narrowest first: every level from the home's to the nation that there is.
    public var reaches: [ZoneLevel] {
        let own = homeZone?.level ?? .nation
        return ZoneLevel.allCases.reversed().filter { level in level <= own && zones.contains { $0.level == level } }
    }

    /// What the commands that define zones define.
    private static func zones(_ opening: [GeneratedCommand]) -> [Zone] {
        let market = SimulatedExchange()
        let needed = opening.filter { [.advanceClock, .defineZone].contains($0.command.kind) }
        return needed.flatMap { market.apply($0) }.flatMap(\.events).compactMap { event in
            if case .zoneDefined(let zone) = event { zone } else { nil }
        }
    }

    private static func opens(_ command: Command) -> Bool {
        switch command {
        case .defineZone, .publishNetwork, .publishConversion, .setPolicy, .defineInstanceType, .registerParty,
            .admitParty, .listOffer:
            true
        default: false
        }
    }
}

extension BankDeposit {
    fileprivate func times(_ copies: Int) -> BankDeposit {
        let (fen, isBeyond) = amount.fen.multipliedReportingOverflow(by: Int64(copies))
        let most = isBeyond ? Money.most : min(Money.most, Money(fen: fen))
        return BankDeposit(party: party, amount: most, reference: reference)
    }
}

extension DemandTerms {
    /// The same at home elsewhere, on own money.
    fileprivate func moved(home: ZoneID) -> DemandTerms {
        (try? with(home: home, lane: .now, funding: .ownMoney)) ?? self
    }
}
