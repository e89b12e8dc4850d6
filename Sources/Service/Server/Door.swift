import Domain
import ExchangeAPI
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Logging
import Wording

/// Takes a request apart, in the order of `DoorProblem`, and answers it.
struct Door: HTTPResponder {
    typealias Context = ServiceContext

    let routes: RouteTable
    let parts: ServiceParts
    let limits: BodyLimits
    let meter: RequestMeter

    func respond(to request: Request, context: ServiceContext) async throws -> Response {
        let started = ContinuousClock.now
        let path = request.uri.path
        let language = Language(accepting: request.headers[.acceptLanguage])
        var operation: ServiceOperation?
        var answer: Answer
        do throws(ServiceFault) {
            answer = try await handle(request, path, language, context, &operation)
        } catch {
            log(error, path, context.logger)
            answer = Answer(error, instance: path, language: language)
            answer.closes = error.code == .door(.bodyTooLarge) || error.code == .door(.bodyTimeout)
        }
        meter.count(operation, status: answer.status, took: ContinuousClock.now - started)
        return request.method == .head ? answer.response.createHeadResponse() : answer.response
    }

    private func handle(
        _ request: Request, _ path: String, _ language: Language, _ context: ServiceContext,
        _ operation: inout ServiceOperation?
    ) async throws(ServiceFault) -> Answer {
        let body = try await BodyReading(limits: limits, channel: context.channel).read(request)
        let (endpoint, parameters) = try routes.find(request.method, path[...])
        operation = endpoint.operation
        let sender = try await admit(request, endpoint)
        let query = try Query(request.uri.query.map { $0[...] }, known: endpoint.query)
        let page = try endpoint.isList ? query.page(of: endpoint.operation) : .whole
        let key = endpoint.needsKey ? try idempotencyKey(request) : nil
        let document = try document(body, request, endpoint)
        return try await endpoint.handler(
            Call(
                endpoint: endpoint, path: path, parameters: parameters, query: query, pageRequest: page,
                language: language,
                sender: sender, key: key, document: document, parts: parts))
    }

    /// Who asks. Errors: `keyMissing`, `keyInvalid`, `seatForbidden`.
    private func admit(_ request: Request, _ endpoint: Endpoint) async throws(ServiceFault) -> Actor? {
        let permission = endpoint.operation.permission
        if permission == .anybody { return nil }
        guard let header = request.headers[.authorization] else { throw ServiceFault(.keyMissing) }
        let words = header.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer",
            let actor = await parts.keys.actor(for: words[1])
        else {
            throw ServiceFault(.keyInvalid)
        }
        guard permission.admits(actor.seat) else { throw ServiceFault(.seatForbidden) }
        return actor
    }

    /// Errors: `idempotencyKeyMissing`, `idempotencyKeyInvalid`.
    private func idempotencyKey(_ request: Request) throws(ServiceFault) -> String {
        guard let key = request.headers[.idempotencyKey] else { throw ServiceFault(.idempotencyKeyMissing) }
        guard (1...128).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw ServiceFault(.idempotencyKeyInvalid)
        }
        return key
    }

    /// Errors: `bodyUnexpected`, `mediaTypeUnsupported`, those of `JSONScanner`.
    private func document(
        _ body: [UInt8], _ request: Request, _ endpoint: Endpoint
    ) throws(ServiceFault) -> JSONValue? {
        guard endpoint.takesBody else {
            guard body.isEmpty else { throw ServiceFault(.bodyUnexpected) }
            return nil
        }
        let type = request.headers[.contentType]?.lowercased().filter { $0 != " " }
        guard type == "application/json" || type == "application/json;charset=utf-8" else {
            throw ServiceFault(.mediaTypeUnsupported)
        }
        do throws(DoorFault) { return try JSONScanner.value(of: body) } catch { throw ServiceFault(error) }
    }

    /// What the client is not told: the detail, for those who operate the service.
    private func log(_ fault: ServiceFault, _ path: String, _ logger: Logger) {
        let level: Logger.Level = fault.isInternal ? .error : fault.code.status >= 500 ? .warning : .debug
        logger.log(
            level: level, "request refused",
            metadata: [
                "code": "\(fault.code.code)", "path": "\(path)", "pointer": "\(fault.pointer)",
                "detail": "\(fault.detail ?? "")",
            ])
    }
}

extension Language {
    /// The one of ours that a browser prefers; English where it names neither.
    init(accepting header: String?) {
        let wanted = (header ?? "").split(separator: ",").compactMap { Language.weighted($0) }
        self = wanted.max { $0.weight < $1.weight }?.language ?? .en
    }

    private static func weighted(_ range: Substring) -> (language: Language, weight: Double)? {
        let parts = range.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        guard let tag = parts.first, let language = Language(rawValue: String(tag.prefix(2))) else { return nil }
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
        return (language, weight ?? 1)
    }
}
