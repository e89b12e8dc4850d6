import Domain
import Records

extension ReferenceBasis: Generated {}

extension ReferenceClass: Generated {
    static func generate(_ make: inout Generator) -> Self { ReferenceClass(instanceType: make(), zone: make()) }
}

extension ReferenceFinding: Generated {
    static func generate(_ make: inout Generator) -> Self { ReferenceFinding(price: make(), basis: make()) }
}

extension ReferencePrice: Generated {
    static func generate(_ make: inout Generator) -> Self { ReferencePrice(make(), make()) }
}

extension PricedUnit: Generated {
    static func generate(_ make: inout Generator) -> Self { make() ? .instanceType(make()) : .chip(make()) }
}

extension TablePrice: Generated {
    static func generate(_ make: inout Generator) -> Self { TablePrice(unit: make(), price: make()) }
}
