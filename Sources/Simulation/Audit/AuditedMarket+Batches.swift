import Domain
import Records

extension AuditedMarket {
    /// What a batch freezes cannot be sold, nor its members served, until it ends.
    mutating func freeze(_ batch: Batch) {
        batches[batch.id] = batch
        called.insert(batch.id)
        take(1, batch)
        for member in batch.demands { setFrozen(member.demand, true) }
    }

    mutating func end(_ id: BatchID, _ outcome: BatchOutcome) {
        guard let batch = batches.removeValue(forKey: id) else { return faults.append(.unknownSubject(.batchClosed)) }
        for round in rounds.indices { rounds[round].awaits?.remove(id) }
        take(-1, batch)
        for member in batch.demands { setFrozen(member.demand, false) }
        guard case .cleared(let proof, _) = outcome else { return }
        if proof.gap != proof.bound - proof.welfare || proof.gap < 0 { faults.append(.proofDiffers(id)) }
        if let tie = proof.tie, proof.gap != 0 || tie.subsidy > tie.bound { faults.append(.proofDiffers(id)) }
        cleared = ClearedBatch(batch, proof)
    }

    private mutating func take(_ sign: Int64, _ batch: Batch) {
        for held in batch.offers {
            for run in held.runs { take(sign * run.capacity.milli, of: held.offer, over: run.window) }
        }
    }

    /// After the last event of a record.
    mutating func endRecord() {
        for id in sought.keys.sorted() where demands[id]?.isOpen != false { faults.append(.soughtDiffers(id)) }
        sought.removeAll()
        guard let batch = cleared else { return }
        cleared = nil
        if batch.made < batch.stated {
            faults.append(.welfareNotMade(batch.id, stated: batch.stated, made: batch.made))
        }
    }

    private mutating func setFrozen(_ id: DemandID, _ isFrozen: Bool) {
        guard demands[id]?.isFrozen == !isFrozen else { return faults.append(.unknownSubject(.batchCalled)) }
        demands[id]?.isFrozen = isFrozen
    }
}

/// A batch whose fills the rest of the record makes.
struct ClearedBatch: Sendable {
    let id: BatchID
    let stated: Int128
    private(set) var made: Int128 = 0
    /// What a lot is worth over all its hours, by placement.
    private var worths: [Placement: Int128] = [:]
    private let lot: Int64

    private struct Placement: Hashable {
        let demand: DemandID
        let offer: OfferID
        let window: Window
    }

    init(_ batch: Batch, _ proof: BatchProof) {
        (id, stated, lot) = (batch.id, proof.welfare, batch.scope.lot.milli)
        for member in batch.demands {
            for arc in member.arcs {
                let offer = batch.offers[Int(arc.offer)]
                for start in arc.starts.isEmpty ? [member.window.start] : arc.starts {
                    let window = Window(unchecked: start, start + member.hours)
                    let asked = offer.runs.filter { window.contains($0.window) }.reduce(Int128(0)) {
                        $0 + Int128($1.askSum)
                    }
                    worths[Placement(demand: member.demand, offer: offer.offer, window: window)] =
                        Int128(member.limit.microYuan - arc.tariff.microYuan) * Int128(member.hours) - asked
                }
            }
        }
    }

    mutating func count(_ fill: Fill) {
        let placement = Placement(demand: fill.demand, offer: fill.offer, window: fill.window)
        made += (worths[placement] ?? 0) * Int128(fill.quantity.milli / lot)
    }
}
