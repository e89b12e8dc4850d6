import Domain
import Yams

/// How a scalar is written, and what it is read into.
struct Form<Value> {
    /// What to write, with an example, for messages.
    let expected: String
    /// nil or a thrown reason where the text is not of this form.
    let parse: (String) throws -> Value?
}

extension Form<Symbol> {
    static var symbol: Form { Form(expected: "a short code, as start-up") { try Symbol($0) } }
}

extension Form<Label> {
    static var label: Form { Form(expected: "a text of up to 200 bytes") { try Label($0) } }
}

extension Form<CivilDate> {
    static var date: Form { Form(expected: "a date, as 2025-08-31") { try CivilDate($0) } }
}

extension Form<CreditCode> {
    static var creditCode: Form {
        Form(expected: "a unified social credit code of 18 characters with its check character") {
            try CreditCode($0)
        }
    }
}

extension Form<Int64> {
    static var integer: Form { Form(expected: "a whole number, as 12") { Decimal.integer($0) } }
}

extension Form<Money> {
    /// Yuan, at most to the fen.
    static var yuan: Form {
        Form(expected: "an amount in yuan, as 2000000 or 0.01, without separators") {
            Decimal.scaled($0, decimals: 2).flatMap { $0 <= Money.most.fen ? Money(fen: $0) : nil }
        }
    }
}

extension Form<UnitPrice> {
    /// Yuan per unit-hour, at most to the micro-yuan.
    static var price: Form {
        Form(expected: "a price in yuan per hour above 0 and up to 10000, as 12.5") {
            try Decimal.scaled($0, decimals: 6).map { try UnitPrice($0) }
        }
    }
}

extension Form<BasisPoints> {
    /// Percent, at most to the basis point.
    static var percent: Form {
        Form(expected: "a rate from 0% to 100%, as 30% or 12.5%") { text in
            guard text.hasSuffix("%") else { return nil }
            return try Decimal.scaled(String(text.dropLast()), decimals: 2).map { try BasisPoints($0) }
        }
    }
}

extension Form<Bool> {
    static var truth: Form {
        Form(expected: "true or false") { $0 == "true" ? true : $0 == "false" ? false : nil }
    }
}

extension Form where Value: CaseIterable {
    /// One of the cases, in snake case.
    static var word: Form {
        let words = Value.allCases.map { (text: Words.snakeCase("\($0)"), value: $0) }
        let list = words.map(\.text).joined(separator: ", ")
        return Form(expected: "one of \(list)") { text in words.first { $0.text == text }?.value }
    }
}

/// Decimal numbers as text.
enum Decimal {
    /// Up to 15 digits.
    static func integer(_ text: String) -> Int64? {
        let digits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits && (1...15).contains(text.utf8.count) ? Int64(text) : nil
    }

    /// A number with at most so many decimals, times ten to that power; nil also where 64 bits do not hold it.
    static func scaled(_ text: String, decimals: Int) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, integer(first) != nil, parts.count <= 2 else { return nil }
        let rest = parts.count == 2 ? parts[1] : "0"
        guard (1...decimals).contains(rest.utf8.count), integer(rest) != nil else { return nil }
        return Int64(first + rest + String(repeating: "0", count: decimals - rest.utf8.count))
    }
}

/// Names of cases as words of the file.
enum Words {
    static func snakeCase(_ name: String) -> String {
        name.unicodeScalars.reduce(into: "") { text, scalar in
            if ("A"..."Z").contains(scalar) { text += "_" }
            text += String(scalar).lowercased()
        }
    }
}

extension Reading {
    func value<Value>(_ node: Node, named name: String, _ form: Form<Value>) -> Value? {
        guard case .scalar(let scalar) = node else {
            report(node.mark, "\"\(name)\" is not a single value", "write \(form.expected)")
            return nil
        }
        if let value = (try? form.parse(scalar.string)).flatMap({ $0 }) { return value }
        report(node.mark, "\"\(name)\" cannot be \"\(shortened(scalar.string))\"", "write \(form.expected)")
        return nil
    }

    func list<Value>(_ node: Node, named name: String, _ form: Form<Value>) -> [Value]? {
        guard case .sequence(let items) = node else {
            report(node.mark, "\"\(name)\" is not a list", "write [a, b], each \(form.expected)")
            return nil
        }
        return items.enumerated().map { value($0.element, named: "\(name)[\($0.offset)]", form) }.allPresent()
    }

    private func shortened(_ text: String) -> String {
        text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(60))) + "…"
    }
}
