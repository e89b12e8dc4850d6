import Domain
import Records

/// A stream of commands from a seed, over everything that can be asked of the exchange.
///
/// It begins with an opening that every exchange accepts: clock, catalogue, parties, money, programmes. Then it draws
/// commands by weight, most of them sensible for the market as its records show it, some that must be refused. The
/// same seed and the same records give the same commands on every machine. `tick` is left to the exchange.
///
///     var generator = MarketGenerator(seed: 7, sizes: MarketSizes())
///     while let next = generator.next() {
///         for record in exchange.apply(next) { generator.observe(record) }
///     }
public struct MarketGenerator: Sendable {
    public let sizes: MarketSizes
    var random: SeededGenerator
    var view = MarketView()
    /// Commands of the opening that are still to come, the last first.
    private var opening: [GeneratedCommand] = []
    private var drawn: Int64 = 0
    /// Makes codes, references and identities that were not there before.
    var serial: Int64 = 0
    private let mix: CommandMix

    /// The first hour of a generated market: 2026-01-01T00Z.
    public static let firstHour: Hour = 490_896

    public init(seed: UInt64, sizes: MarketSizes = MarketSizes()) {
        self.sizes = sizes
        random = SeededGenerator(seed: seed)
        mix = CommandMix(sizes)
        opening = sound { try $0.openingCommands() }.reversed()
    }

    /// The next command; nil at the end. The records of the ones before were observed.
    public mutating func next() -> GeneratedCommand? {
        if let first = opening.popLast() { return first }
        guard drawn < sizes.commands else { return nil }
        drawn += 1
        if random.chance(sizes.invalidPercent) { return sound { try $0.refusedCommand() } }
        if random.chance(30), let close = closeBatch() { return close }
        if !view.halts.isEmpty, random.chance(12), let resume = sound({ try $0.resume() }) { return resume }
        if !view.quotes.isEmpty, random.chance(25), let take = takeQuote() { return take }
        let kind = mix.draw(&random)
        return sound { generator in
            if let command = try generator.command(kind) { return command }
            return try generator.submitDemand()
        }
    }

    /// Shows the generator a record, those of its own commands and all others, in order.
    public mutating func observe(_ record: Record) { view.fold(record) }

    /// Values are drawn within their bounds, so what their types refuse is the generator's own fault.
    private mutating func sound<Value>(_ draw: (inout MarketGenerator) throws -> Value) -> Value {
        do {
            return try draw(&self)
        } catch {
            preconditionFailure("the generator drew a value out of its bounds: \(error)")
        }
    }
}

extension MarketGenerator {
    /// A command of a kind; nil where the market has nothing for it to be about.
    private mutating func command(_ kind: CommandKind) throws -> GeneratedCommand? {
        switch kind {
        case .defineZone: try defineZone()
        case .publishNetwork: try publishNetwork()
        case .publishConversion: try publishConversion()
        case .setPolicy: try setPolicy()
        case .defineInstanceType: try defineInstanceType()
        case .registerParty: try registerParty()
        case .admitParty: admitParty()
        case .recordOwnership: try recordOwnership()
        case .recordRelation: recordRelation()
        case .recordDeposit: try recordDeposit()
        case .requestPayout: requestPayout()
        case .approvePayout: try approvePayout()
        case .proposeProgramme: try proposeProgramme()
        case .approveProgramme: approveProgramme()
        case .authorisePool: authorisePool()
        case .applyForVoucher: applyForVoucher()
        case .listOffer: try listOffer()
        case .withdrawOffer: withdrawOffer()
        case .submitDemand: try submitDemand()
        case .cancelDemand: cancelDemand()
        case .reportUsage: reportUsage()
        case .endLease: endLease()
        case .claim: claim()
        case .advanceClock, .tick: advanceClock()
        case .amendDemand: try amendDemand()
        case .amendOffer: try amendOffer()
        case .cancelDemands: cancelDemands()
        case .withdrawOffers: withdrawOffers()
        case .setBatchPolicy: try setBatchPolicy()
        case .callBatch: try callBatch()
        case .closeBatch: closeBatch()
        case .halt: try halt()
        case .resume: try resume()
        case .setSafetyPolicy: try setSafetyPolicy()
        case .attest: try attest()
        case .failVerification: try failVerification()
        case .setQuotePolicy: try setQuotePolicy()
        case .quoteDemand: try quoteDemand()
        case .takeQuote: takeQuote()
        case .submitBundle: try submitBundle()
        case .planWithdrawal: try planWithdrawal()
        }
    }
}
