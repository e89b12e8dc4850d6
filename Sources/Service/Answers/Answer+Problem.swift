import ExchangeAPI
import Wording

extension Answer {
    /// The one place where a fault becomes an answer.
    init(_ fault: ServiceFault, instance: String, language: Language) {
        let problem = Problem(
            fault.code, instance: instance, language: language, pointer: fault.pointer, sequence: fault.sequence,
            band: fault.band)
        self.init(
            status: Int(problem.status), mediaType: Problem.mediaType, body: WireEncoder.encode(problem),
            sequence: fault.sequence)
        allowed = fault.allowed
        self.language = language.rawValue
        if problem.status == 503 { retryAfterSeconds = 1 }
    }
}
