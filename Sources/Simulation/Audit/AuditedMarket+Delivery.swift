import Domain
import Records

extension AuditedMarket {
    /// A stretch of a lease ends: quota by outcome, earned and returned money source by source, the fee.
    mutating func deliver(_ delivery: Delivery) {
        guard var lease = leases[delivery.lease] else { return faults.append(.unknownSubject(.delivered)) }
        let seconds = delivery.untilSecond - delivery.fromSecond
        let outcomes = [delivery.used, delivery.idle, delivery.missed]
        let sum = outcomes.reduce(Int128(0)) { $0 + Int128($1) }
        guard seconds > 0, delivery.fromSecond == lease.reportedUntil, delivery.untilSecond <= lease.endSecond,
            sum == Int128(lease.quantity) * Int128(seconds), outcomes.allSatisfy({ $0 >= 0 })
        else { return faults.append(.deliveryDiffers(delivery.lease)) }
        lease.reportedUntil = delivery.untilSecond
        moveQuota(delivery, lease)
        let earning = lease.done + Int128(delivery.used) + Int128(delivery.idle)
        for position in lease.sources.indices {
            pay(&lease.sources[position], lease, earning: earning, until: lease.done + sum)
        }
        lease.done += sum
        takeFee(&lease)
        leases[delivery.lease] = lease
    }

    private mutating func moveQuota(_ delivery: Delivery, _ lease: AuditedLease) {
        let asset = Asset.quota(delivery.lease)
        let outcomes = [
            (AccountRole.used, delivery.used), (.idle, delivery.idle), (.missed, delivery.missed),
        ]
        for (role, amount) in outcomes {
            book.move(
                Int128(amount), from: .voucher(asset, .undelivered, lease.buyer), to: .voucher(asset, role, lease.buyer)
            )
        }
    }

    /// What is earned goes to the payee, what was missed back to the source.
    private mutating func pay(
        _ source: inout AuditedSource, _ lease: AuditedLease, earning: Int128, until done: Int128
    ) {
        let before = source.left(lease.done, of: lease.whole)
        let between = source.left(earning, of: lease.whole)
        let escrow = Account.voucher(source.asset, .escrow, lease.buyer)
        let back = Account.voucher(source.asset, source.asset == .cny ? .free : .lotsFree, lease.buyer)
        book.move(between - before, from: escrow, to: source.payee)
        book.move(source.left(done, of: lease.whole) - between, from: escrow, to: back)
        source.earned += between - before
    }

    /// The fee's rate on all own money earned, half-even, less what was taken.
    private mutating func takeFee(_ lease: inout AuditedLease) {
        let owed = Rounding.halfEven.quotient(lease.ownEarned * Int128(lease.fee.value), 10_000)
        let fees = Account(asset: .cny, role: .fees)
        book.move(owed - lease.feeTaken, from: .money(.earned, lease.provider), to: fees)
        lease.feeTaken = owed
    }

    mutating func mature(_ id: LeaseID, _ amount: Money) {
        guard var lease = leases[id] else { return faults.append(.unknownSubject(.earningMatured)) }
        lease.matured += amount.wide
        if lease.matured > lease.ownEarned - lease.feeTaken { faults.append(.maturedBeyondEarned(id)) }
        book.move(amount.wide, from: .money(.earned, lease.provider), to: .money(.free, lease.provider))
        leases[id] = lease
    }

    mutating func claim(_ id: LeaseID, _ claims: [ProgrammeClaim]) {
        guard var lease = leases[id] else { return faults.append(.unknownSubject(.claimed)) }
        for claim in claims {
            let key = LotPartKey(lot: claim.lot, funder: claim.funder)
            guard let position = lease.sources.firstIndex(where: { $0.kind == .lot(key) }) else {
                faults.append(.claimedBeyondEarned(id, claim.lot))
                continue
            }
            lease.sources[position].claimed += claim.amount.wide
            let source = lease.sources[position]
            if source.claimed > source.earned { faults.append(.claimedBeyondEarned(id, claim.lot)) }
            let claimed = Account(asset: source.asset, role: .claimed, owner: source.payee.owner)
            book.move(claim.amount.wide, from: source.payee, to: claimed)
        }
        leases[id] = lease
    }
}
