import Domain
import ExchangeAPI
import Identity

/// Fills, seen by both of their sides.
enum FillEndpoints {
    static let all: [Endpoint] = [
        .list("/v1/fills", .listFills, query: ["demand", "offer"]) { call async throws(ServiceFault) in
            var filter = FillFilter()
            filter.demand = try call.query.identifier("demand")
            filter.offer = try call.query.identifier("offer")
            let wanted = filter
            return try await call.page { page async throws(ReadFault) in
                try await call.parts.reader.fills(call.scope, wanted, page)
            }
        },
        .get("/v1/fills/{id}", .getFill) { call async throws(ServiceFault) in
            let id = try call.identifier(of: FillKind.self)
            return try await call.one(ServiceFault(.unknownFill)) { () async throws(ReadFault) in
                try await call.parts.reader.fill(call.scope, id)
            }
        },
    ]
}
