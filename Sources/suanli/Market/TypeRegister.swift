import Domain

/// The instance types that the rows of a file have met, and those that the exchange had before.
struct TypeRegister {
    enum Place {
        case known(InstanceTypeID)
        /// To be defined with these terms, whose code is free.
        case new(InstanceTypeTerms)
    }

    /// By the terms of the row, whose code may be another's.
    private var numbers: [InstanceTypeTerms: InstanceTypeID] = [:]
    private var byCode: [Symbol: (terms: InstanceTypeTerms, id: InstanceTypeID)] = [:]
    private var count: Int64 = 0

    /// The number that the next type gets, where nobody else defines any.
    var next: InstanceTypeID { InstanceTypeID(count + 1) }

    /// A type that the exchange has.
    mutating func adopt(_ terms: InstanceTypeTerms, _ id: InstanceTypeID) {
        byCode[terms.code] = (terms, id)
        count = max(count, id.number)
    }

    /// One name may stand for several sizes: the later ones get a number. Errors: `symbolInvalid`.
    mutating func place(of plain: InstanceTypeTerms) throws(Reason) -> Place {
        if let known = numbers[plain] { return .known(known) }
        var (terms, number) = (plain, 1)
        while let taken = byCode[terms.code] {
            if taken.terms == terms {
                numbers[plain] = taken.id
                return .known(taken.id)
            }
            number += 1
            terms = plain.renamed(try Symbol("\(plain.code.text.prefix(Symbol.mostBytes - 6)).n\(number)"))
        }
        return .new(terms)
    }

    mutating func note(_ plain: InstanceTypeTerms, _ terms: InstanceTypeTerms, _ id: InstanceTypeID) {
        numbers[plain] = id
        adopt(terms, id)
    }
}

extension InstanceTypeTerms {
    fileprivate func renamed(_ code: Symbol) -> InstanceTypeTerms {
        InstanceTypeTerms(
            code: code, kind: kind, architecture: architecture, chip: chip, origin: origin, chipsMilli: chipsMilli,
            chipMemoryBytes: chipMemoryBytes, vcpuMilli: vcpuMilli, memoryBytes: memoryBytes)
    }
}
