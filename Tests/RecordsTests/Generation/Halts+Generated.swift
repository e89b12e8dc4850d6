import Domain

extension HaltScope: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.number(0...3) {
        case 0: .market
        case 1: .region(make())
        case 2: .provider(make())
        default: .programme(make())
        }
    }
}

extension Halt: Generated {
    static func generate(_ make: inout Generator) -> Self { Halt(scope: make(), note: make(), person: make()) }
}
