import Domain
import Wording

/// An error as the client sees it: RFC 9457, `application/problem+json`.
public struct Problem: Codable, Hashable, Sendable {
    public static let mediaType = "application/problem+json"

    /// `urn:suanli:problem:` and the code.
    public let type: String
    /// The code as words.
    public let title: String
    public let status: Int64
    /// A sentence in the language that was asked for.
    public let detail: String
    /// Stable: programs go by it.
    public let code: String
    /// The path that was asked for.
    public let instance: String
    /// Where in the body, for a body that was refused.
    public let errors: [MemberProblem]?
    /// The record of a refusal that reached the journal.
    public let sequence: Int64?
    /// Between which prices it would be let in.
    public let band: PriceBandBody?

    public init(
        _ code: ProblemCode, instance: String, language: Language, pointer: String = "", sequence: Int64? = nil,
        band: PriceBand? = nil
    ) {
        self.code = code.code
        type = "urn:suanli:problem:" + code.code
        title = String(code.code.map { $0 == "_" ? " " : $0 })
        status = code.status
        detail = code.sentence(language)
        self.instance = instance
        errors = pointer.isEmpty ? nil : [MemberProblem(pointer: pointer, code: code.code)]
        self.sequence = sequence
        self.band = band.map(PriceBandBody.init)
    }
}

/// A place in the body and what is wrong there.
public struct MemberProblem: Codable, Hashable, Sendable {
    /// JSON pointer, RFC 6901.
    public let pointer: String
    public let code: String

    public init(pointer: String, code: String) {
        self.pointer = pointer
        self.code = code
    }
}

extension ProblemCode {
    public func sentence(_ language: Language) -> String {
        switch self {
        case .door(let problem): problem.sentence(language)
        case .reason(let reason): Wording.sentence(reason, language)
        }
    }
}
