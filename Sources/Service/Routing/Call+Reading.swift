import Domain
import ExchangeAPI
import Trading

extension Call {
    /// Waits until reads reflect what `at_least` asks for, then reads.
    ///
    /// Errors: `queryInvalid`, `sequenceNotReached`, `unavailable`, `internalFault`.
    func read<T>(_ body: () async throws(ReadFault) -> T) async throws(ServiceFault) -> T {
        try await wait { () async throws(ReadFault) in try await parts.reader.sequence() }
        do throws(ReadFault) { return try await body() } catch { throw ServiceFault(error) }
    }

    /// Looks at the state between two batches, once it has reached what `at_least` asks for.
    ///
    /// Errors: `queryInvalid`, `sequenceNotReached`, `unavailable`.
    func inspect<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Exchange) -> Value
    ) async throws(ServiceFault) -> Snapshot<Value> {
        try await wait { () async throws(ReadFault) in try await look { $0.sequence } }
        do throws(ReadFault) {
            return try await look { exchange in Snapshot(body(exchange), sequence: exchange.sequence) }
        } catch { throw ServiceFault(error) }
    }

    /// Tries something on the state between two batches; the body gives back what it changes.
    ///
    /// Errors: `unavailable`.
    func rehearse<Value: Sendable>(
        _ body: @escaping @Sendable (inout Exchange) -> Value
    ) async throws(ServiceFault) -> Snapshot<Value> {
        do {
            return try await parts.exchange.rehearse { exchange in
                let value = body(&exchange)
                return Snapshot(value, sequence: exchange.sequence)
            }
        } catch { throw ServiceFault(.unavailable, detail: "\(error)") }
    }

    private func look<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Exchange) -> Value
    ) async throws(ReadFault) -> Value {
        do { return try await parts.exchange.inspect { exchange in body(exchange) } } catch {
            throw .unavailable("\(error)")
        }
    }

    private func wait(until sequence: () async throws(ReadFault) -> Int64) async throws(ServiceFault) {
        guard let wanted = try query.number("at_least", in: 0...Int64.max) else { return }
        let clock = ContinuousClock()
        let deadline = clock.now + parts.patience
        while true {
            let reached: Int64
            do throws(ReadFault) { reached = try await sequence() } catch { throw ServiceFault(error) }
            if reached >= wanted { return }
            guard clock.now < deadline, (try? await Task.sleep(for: .milliseconds(5))) != nil else {
                throw ServiceFault(.sequenceNotReached)
            }
        }
    }

    /// Answers one object, or the problem where there is none in scope.
    func one<T: Codable & Sendable>(
        _ missing: ServiceFault, _ body: () async throws(ReadFault) -> Snapshot<T?>
    ) async throws(ServiceFault) -> Answer {
        let found = try await read(body)
        guard let value = found.value else { throw missing }
        return .json(value, sequence: found.sequence)
    }

    /// Answers a page: one element more than asked for is read, to know whether there is a next one.
    func page<T: Listed>(
        _ body: (PageRequest) async throws(ReadFault) -> Snapshot<[T]>
    ) async throws(ServiceFault) -> Answer {
        let request = pageRequest
        let more = PageRequest(after: request.after, limit: request.limit + 1)
        let found = try await read { () async throws(ReadFault) in try await body(more) }
        let items = Array(found.value.prefix(request.limit))
        let next = found.value.count > request.limit ? items.last.map { Cursor($0.position, of: operation).text } : nil
        return .json(Page(items: items, next: next), sequence: found.sequence)
    }
}

/// An element of a list, and where it stands there.
protocol Listed: Codable, Hashable, Sendable {
    var position: PagePosition { get }
}

extension PartyResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension ZoneResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension InstanceTypeResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension DepositResource: Listed { var position: PagePosition { PagePosition(sequence) } }
extension PayoutResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension AccountResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension TransferResource: Listed { var position: PagePosition { PagePosition(sequence, ordinal) } }
extension ProgrammeResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension LotResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension BatchResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension VerificationResource: Listed { var position: PagePosition { PagePosition(sequence) } }
extension HaltResource: Listed { var position: PagePosition { PagePosition(sequence) } }
extension OfferResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension DemandResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension FillResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension LeaseResource: Listed { var position: PagePosition { PagePosition(id.number) } }
extension DeliveryResource: Listed { var position: PagePosition { PagePosition(from.stamp.seconds) } }
extension EntryResource: Listed { var position: PagePosition { PagePosition(sequence) } }
