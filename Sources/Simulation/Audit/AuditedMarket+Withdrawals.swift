import Domain
import Records

/// What was cut of a lease, and what a demand in its place may be.
struct SoughtLease: Sendable {
    let lease: AuditedLease
    let from: Hour
    let until: Hour
    /// Of own money, what came back less what was spent.
    var left: Int128
}

extension AuditedMarket {
    /// The last hours of a lease are no longer owed: quota, money and capacity go back where they came from.
    mutating func cut(_ cut: LeaseCut) {
        guard var lease = leases[cut.lease] else { return faults.append(.unknownSubject(.leaseCut)) }
        let (from, until) = (cut.from * 3600, lease.endSecond)
        guard from >= lease.reportedUntil, Stamp(hour: cut.from) >= stamp, from < until,
            cut.quota == lease.quantity * (until - from)
        else { return faults.append(.cutDiffers(cut.lease)) }
        let quota = Asset.quota(cut.lease)
        put(
            -Int128(cut.quota), from: .voucher(quota, .duty, lease.provider),
            to: .voucher(quota, .undelivered, lease.buyer))
        let owed = lease.whole - lease.cut
        var returned: Int128 = 0
        for source in lease.sources {
            let back = source.left(owed, of: lease.whole) - source.left(owed - Int128(cut.quota), of: lease.whole)
            book.move(
                back, from: .voucher(source.asset, .escrow, lease.buyer),
                to: .voucher(source.asset, source.asset == .cny ? .free : .lotsFree, lease.buyer))
            if source.asset == .cny { returned += back }
        }
        take(-lease.quantity, of: lease.offer, over: Window(unchecked: cut.from, until / 3600))
        lease.cut += Int128(cut.quota)
        lease.endSecond = from
        leases[cut.lease] = lease
        if let demand = cut.sought {
            sought[demand] = SoughtLease(lease: lease, from: cut.from, until: until / 3600, left: returned)
        }
    }

    /// A demand in place of a lease that was cut is its buyer's, for the same hours, at no worse price, all or none.
    mutating func checkSought(_ demand: Demand) {
        guard let place = sought[demand.id] else { return }
        let (terms, lease) = (demand.terms, place.lease)
        let isSame =
            demand.buyer == lease.buyer && terms.window == Window(unchecked: place.from, place.until)
            && terms.policy.timeInForce == .fillOrKill
        let isWithin = terms.scu != nil || terms.quantity.milli == lease.quantity
        let isDearer = terms.scu == nil && terms.limit.microYuan * lease.hours > lease.paid
        if !isSame || !isWithin || isDearer { faults.append(.soughtDiffers(demand.id)) }
    }

    /// It costs no more own money than came back.
    mutating func spend(_ own: Int128, on fill: Fill) {
        guard sought[fill.demand] != nil else { return }
        sought[fill.demand]?.left -= own
        if let left = sought[fill.demand]?.left, left < 0 { faults.append(.soughtDearer(fill.demand, by: -left)) }
    }
}
