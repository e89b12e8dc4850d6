import Domain
import Records

extension PlannedWithdrawal: Generated {
    static func generate(_ make: inout Generator) -> Self {
        must { () throws(Reason) in
            try PlannedWithdrawal(window: make(), left: Quantity(unchecked: make.number(0...Quantity.mostMilli)))
        }
    }
}

extension LeaseCut: Generated {
    static func generate(_ make: inout Generator) -> Self {
        LeaseCut(lease: make(), from: make(), quota: make(), reason: make(), sought: make())
    }
}
