import Domain
import Matching
import Records

extension MarketGenerator {
    /// Sometimes no rounds at all; the nation's clear what the hubs' leave, or are held at other times.
    mutating func setBatchPolicy() throws -> GeneratedCommand? {
        var rounds: [BatchRound] = []
        for (position, zone) in view.zones.enumerated() where zone.level <= .hub && random.chance(70) {
            let every = 60 * random.number(1...4)
            rounds.append(
                try BatchRound(
                    zone: zone.id, lot: try Quantity(random.pick([250, 500, 1_000])), everyMinutes: every,
                    offsetMinutes: random.chance(75) ? 0 : Int64(position) % every,
                    clearsResidual: random.chance(zone.level == .nation ? 70 : 20),
                    noCancelSeconds: random.chance(50) ? random.below(every * 60) : 0))
        }
        let policy = try BatchPolicy(minutesMost: random.number(1...60), rounds: rounds)
        return GeneratedCommand(actor: someOperator, command: .setBatchPolicy(policy))
    }

    /// For the window of a demand at rest, half of the time with hours around it, mostly for the whole nation.
    mutating func callBatch() throws -> GeneratedCommand? {
        guard let demand = view.demands.draw(&random), let asked = view.demandTerms[demand]?.window else { return nil }
        let around = random.chance(50) ? random.number(1...24) : 0
        let first = view.time.hour + 1
        let window =
            around == 0 ? asked : try Window(max(first, asked.start - around), max(first, asked.end) + around)
        let scope = BatchScope(
            zone: ZoneID(random.chance(80) ? 1 : 2), window: window,
            lot: try Quantity(random.chance(80) ? 1_000 : 500))
        return GeneratedCommand(actor: someOperator, command: .callBatch(scope))
    }

    /// Of a window in which nothing was asked for yet.
    func scope(_ zone: ZoneID) throws -> BatchScope {
        let start = view.time.hour + 1_000
        return BatchScope(zone: zone, window: try Window(start, start + 1), lot: try Quantity(1_000))
    }

    /// By the exchange's solver: mostly what it finds, sometimes that it found nothing, sometimes something else.
    mutating func closeBatch() -> GeneratedCommand? {
        guard !view.batches.isEmpty else { return nil }
        let batch = random.pick(view.batches)
        guard !random.chance(20), let allocation = BatchAllocation(solving: batch, effort: effort()) else {
            return GeneratedCommand(actor: someOperator, command: .closeBatch(batch.id, .failure(.solverFailed)))
        }
        guard sizes.invalidPercent > 0, random.chance(20) else {
            return GeneratedCommand(actor: .exchange, command: .closeBatch(batch.id, .allocation(allocation)))
        }
        let isOther = random.chance(20)
        let handedIn = isOther ? allocation : tampered(allocation)
        return refused(.closeBatch(batch.id, .allocation(handedIn)), by: isOther ? someOperator : .exchange)
    }

    /// Mostly to the optimum, sometimes so little that something is left.
    private mutating func effort() -> (HourlyProblem) -> ClearingEffort {
        if random.chance(80) { return { .hourly($0) } }
        return { _ in ClearingEffort(arcsMost: 3) }
    }

    /// An allocation that no batch admits.
    private mutating func tampered(_ allocation: BatchAllocation) -> BatchAllocation {
        var fills = allocation.fills
        let proof = allocation.proof
        switch random.below(4) {
        case 0 where !fills.isEmpty: fills.append(fills[fills.count - 1])
        case 1 where !fills.isEmpty:
            let last = fills.removeLast()
            fills.append(
                BatchFill(
                    demand: last.demand, offer: last.offer, quantity: Quantity(unchecked: last.quantity.milli - 1)))
        case 2:
            return BatchAllocation(
                fills: fills,
                proof: BatchProof(
                    welfare: proof.welfare, bound: proof.bound - 1, gap: proof.gap - 1,
                    shadowPrices: proof.shadowPrices, boundPrices: proof.boundPrices, scale: proof.scale))
        default:
            return BatchAllocation(
                fills: fills,
                proof: BatchProof(
                    welfare: proof.welfare + 1, bound: proof.bound + 1, gap: proof.gap,
                    shadowPrices: proof.shadowPrices, boundPrices: proof.boundPrices, scale: proof.scale))
        }
        return BatchAllocation(fills: fills, proof: proof)
    }
}
