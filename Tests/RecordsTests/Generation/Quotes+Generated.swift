import Domain
import Records

extension QuotePolicy: Generated {
    static func generate(_ make: inout Generator) -> Self {
        must { () throws(Reason) in
            try QuotePolicy(
                minutesMost: make.number(1...60), openMost: make.number(0...1_000), classShare: make())
        }
    }
}

extension Quote: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Quote(demand: make(), versions: make(), until: make(), fills: make(), evaluations: make())
    }
}
