import Domain
import ExchangeAPI
import Matching
import Trading

extension BatchIndicationResource {
    init(_ zone: ZoneID, _ lot: Quantity, _ outlook: RoundOutlook, _ batches: [BatchIndication]) {
        self.init(
            zone: zone, lot: lot, times: outlook.times,
            batches: batches.enumerated().map { position, batch in
                IndicatedBatchBody(batch, isCalled: position < outlook.openCount, outlook.priceRule)
            })
    }
}

extension IndicatedBatchBody {
    fileprivate init(_ indication: BatchIndication, isCalled: Bool, _ rule: PriceRule) {
        let (batch, proof) = (indication.batch, indication.proof)
        let runs = batch.offers.flatMap { held in held.runs.map { (held.offer, $0) } }
        self.init(
            scope: batch.scope, isCalled: isCalled, members: Int64(batch.demands.count),
            wantedMilli: Int64(clamping: indication.wanted), filledMilli: Int64(clamping: indication.filled),
            isFinished: indication.isFinished,
            certificate: CertificateBody(proof, rejected: Int64(indication.rejected)),
            offers: runs.enumerated().map { position, held in
                IndicatedOfferBody(
                    held.0, held.1, shadow: proof.shadowPrices[position] / proof.scale,
                    volume: indication.volumes[position], paysShadow: rule == .clearing)
            })
    }
}
