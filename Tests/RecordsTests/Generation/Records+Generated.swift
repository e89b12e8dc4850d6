import Domain
import Records

extension CommandKind: Generated {}
extension EventKind: Generated {}
extension AccountRole: Generated {}
extension TransferCause: Generated {}

extension Asset: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 3) {
        case 0: .cny
        case 1: .programme(make(), funder: make())
        default: .quota(make())
        }
    }
}

extension AccountOwner: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 3) {
        case 0: .exchange
        case 1: .party(make())
        default: .link(make(), make())
        }
    }
}

extension Account: Generated {
    static func generate(_ make: inout Generator) -> Self { Account(asset: make(), role: make(), owner: make()) }
}

extension TransferSubject: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 7) {
        case 0: .none
        case 1: .party(make())
        case 2: .programme(make())
        case 3: .lot(make())
        case 4: .demand(make())
        case 5: .lease(make())
        default: .payout(make())
        }
    }
}

extension Transfer: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Transfer(
            debit: make(), credit: make(), amount: make.number(1...Int64.max), lot: make(), cause: make(),
            subject: make())
    }
}

extension Outcome: Generated {
    static func generate(_ make: inout Generator) -> Self { make() ? .accepted : .refused(make()) }
}

extension RecordHeader: Generated {
    static func generate(_ make: inout Generator) -> Self {
        RecordHeader(
            sequence: make.number(1...Int64.max), stamp: make(), actor: make(), kind: make(), outcome: make())
    }
}

extension Record: Generated {
    static func generate(_ make: inout Generator) -> Self { make.record(Command.generate(&make)) }
}

extension Generator {
    /// A record of `command` with events and transfers of any kind.
    mutating func record(_ command: Command) -> Record {
        let header = RecordHeader(
            sequence: number(1...Int64.max), stamp: self(), actor: self(), kind: command.kind, outcome: self())
        return Record(header: header, command: command, events: self(), transfers: self())
    }
}
