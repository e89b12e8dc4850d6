import Domain
import ExchangeAPI
import Records
import Sequencer

/// Answers are made of the record alone, so that a repeated request gets the same one byte for byte.
extension Receipt {
    /// What was made, as a plain receipt.
    func plain(_ id: String? = nil, version: Int64? = nil) -> CommandReceipt {
        CommandReceipt(sequence: sequence, at: stamp, id: id, version: version)
    }

    /// The first event that the body takes; every accepted command of its kind has one.
    func event<T>(_ body: (Event) -> T?) -> T {
        guard let found = events.lazy.compactMap(body).first else {
            preconditionFailure("an accepted command has its event")
        }
        return found
    }

    /// Where an offer was listed or amended.
    func offerReceipt(_ id: OfferID) -> OfferReceipt {
        OfferReceipt(sequence: sequence, at: stamp, id: id, fills: fills { $0.offer == id })
    }

    /// Where a withdrawal was planned: its provider learns of no fills but its own.
    func withdrawalReceipt(_ id: OfferID) -> WithdrawalReceipt {
        let cuts = events.compactMap { event in if case .leaseCut(let cut) = event { cut } else { nil } }
        return WithdrawalReceipt(
            sequence: sequence, at: stamp, id: id,
            cut: cuts.map { CutLease(lease: $0.lease, from: $0.from, quota: $0.quota, reason: $0.reason) },
            fills: fills { $0.offer == id })
    }

    /// Where several demands or offers were ended by their owner; others may have been filled in the same record.
    var ended: ScopeReceipt {
        let ids = events.compactMap { event in
            switch event {
            case .demandClosed(let id, .cancelledByOwner): "\(id)"
            case .offerClosed(let id, .withdrawn): "\(id)"
            default: nil
            }
        }
        return ScopeReceipt(sequence: sequence, at: stamp, ids: ids)
    }

    /// The fills of an offer or demand. Other orders may have been filled in the same record.
    func fills(where isWanted: (Fill) -> Bool) -> [FillResource] {
        events.compactMap { event in
            guard case .filled(let fill) = event, isWanted(fill) else { return nil }
            return FillResource(fill, sequence: sequence)
        }
    }
}
