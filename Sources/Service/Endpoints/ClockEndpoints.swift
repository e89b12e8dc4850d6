import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer
import Trading

/// The clock: the wall's, or a market clock that commands move.
enum ClockEndpoints {
    static let all: [Endpoint] = [
        .get("/v1/clock", .getClock) { call async throws(ServiceFault) in
            let found = try await call.inspect { exchange in
                ClockResource(
                    mode: exchange.marketTime == nil ? .wall : .market, now: exchange.marketTime ?? exchange.lastStamp)
            }
            return .json(found.value, sequence: found.sequence)
        },
        .post("/v1/clock", .advanceClock) { call async throws(ServiceFault) in
            let body = try call.value(ClockRequest.self)
            let receipt = try await call.submit(.advanceClock(body.to.stamp))
            return .json(receipt.plain(), sequence: receipt.sequence)
        },
        .post("/v1/clock/confirmations", .confirmClock, body: false, key: false) { call async throws(ServiceFault) in
            let goesOn: Bool
            do { goesOn = try await call.parts.exchange.confirmClock(call.actor.person) } catch {
                throw ServiceFault(.unavailable, detail: "\(error)")
            }
            return .json(ConfirmationResource(intakeGoesOn: goesOn), sequence: nil)
        },
    ]
}
