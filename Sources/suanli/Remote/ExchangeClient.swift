import AsyncHTTPClient
import ExchangeAPI
import NIOCore
import NIOHTTP1

/// Speaks to an exchange over HTTP, one request after the other, and asks again until it is answered.
///
/// A command is asked again under the same Idempotency-Key, so that it is carried out once whatever was lost: the
/// request, the answer, or the exchange in between.
final class ExchangeClient {
    private let url: String
    private let patience: Duration
    private let client: HTTPClient
    /// How often a request was sent again.
    private(set) var repeats = 0

    private static let attemptTime = TimeAmount.seconds(60)
    private static let bytesMost = 64 << 20

    /// - Parameters:
    ///   - url: as `http://127.0.0.1:8080`.
    ///   - patience: how long a request is sent again and again before it is given up.
    init(url: String, patience: Duration) {
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.patience = patience
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .seconds(10)
        // Trying again is this type's own business.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func shutdown() async throws { try await client.shutdown() }

    /// Sends a command. Throws `SetUpProblem` where the exchange does not answer in time.
    func post(_ request: RESTRequest, key: String, idempotencyKey: String) async throws -> RESTAnswer {
        var message = message(request.path, key)
        message.method = .POST
        message.headers.add(name: "Idempotency-Key", value: idempotencyKey)
        if let body = request.body {
            message.headers.add(name: "Content-Type", value: "application/json")
            message.body = .bytes(body)
        }
        let found = try await answered(message)
        guard let answer = RESTAnswer(status: found.status, body: found.body) else {
            throw SetUpProblem(
                "\(url)\(request.path): answered \(found.status) without JSON; is this the exchange's address?")
        }
        return answer
    }

    /// What a path answers, and the record that it reflects; 0 where it names none. Throws `SetUpProblem`.
    func value<Value: Codable>(
        _ path: String, of type: Value.Type = Value.self, key: String
    ) async throws -> (value: Value, sequence: Int64) {
        let answer = try await answered(message(path, key))
        guard answer.status == 200 else { throw refusal(path, answer.status, answer.body) }
        do throws(DoorFault) { return (try WireDecoder.decode(from: answer.body), answer.sequence) } catch {
            throw SetUpProblem("\(url)\(path): answered what this version does not read: \(error.code.code)")
        }
    }

    /// All elements of a list, page by page. Throws `SetUpProblem`.
    func list<Item: Codable & Hashable & Sendable>(
        _ path: String, of type: Item.Type = Item.self, key: String
    ) async throws -> [Item] {
        var items: [Item] = []
        var next: String?
        repeat {
            let query = "?limit=200" + (next.map { "&cursor=\($0)" } ?? "")
            let page = try await value(path + query, of: Page<Item>.self, key: key).value
            items += page.items
            next = page.next
        } while next != nil
        return items
    }

    /// What the exchange says of a request that it does not take from this sender.
    func refusal(_ path: String, _ status: Int, _ body: [UInt8]) -> SetUpProblem {
        let answer = RESTAnswer(status: status, body: body)
        return refusal(path, status, answer)
    }

    func refusal(_ path: String, _ status: Int, _ answer: RESTAnswer?) -> SetUpProblem {
        let code = answer?.text("code").map { " \($0)" } ?? ""
        let detail = answer?.text("detail").map { ": \($0)" } ?? ""
        return SetUpProblem("\(url)\(path): answered \(status)\(code)\(detail)")
    }

    private func message(_ path: String, _ key: String) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: url + path)
        message.headers.add(name: "Authorization", value: "Bearer \(key)")
        return message
    }
}

extension ExchangeClient {
    private typealias Answered = (status: Int, body: [UInt8], sequence: Int64)

    /// Sends until there is an answer other than 503 and 408; between two attempts it waits, longer each time.
    private func answered(_ message: HTTPClientRequest) async throws -> Answered {
        let clock = ContinuousClock()
        let deadline = clock.now + patience
        var pause = Duration.milliseconds(20)
        while true {
            let last: String
            switch await attempt(message) {
            case .success(let answer) where answer.status != 503 && answer.status != 408: return answer
            case .success(let answer): last = "\(answer.status)"
            case .failure(let error): last = "\(error)"
            }
            guard clock.now < deadline else {
                throw SetUpProblem(
                    "\(message.url): no answer in \(patience), the last was \(last); run it again to go on")
            }
            repeats += 1
            try await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(1))
        }
    }

    private func attempt(_ message: HTTPClientRequest) async -> Result<Answered, any Error> {
        do {
            let response = try await client.execute(message, timeout: Self.attemptTime)
            let body = try await response.body.collect(upTo: Self.bytesMost)
            let sequence = response.headers.first(name: "Suanli-Sequence").flatMap { Int64($0) } ?? 0
            return .success((Int(response.status.code), Array(buffer: body), sequence))
        } catch { return .failure(error) }
    }
}
