import Domain
import ExchangeAPI
import Identity
import Matching
import Trading

/// The book of a class of capacity.
enum MarketEndpoints {
    static let all: [Endpoint] = [
        .get("/v1/market/depth", .getDepth, query: ["instance_type", "zone", "from", "until"], depth)
    ]

    @Sendable private static func depth(_ call: Call) async throws(ServiceFault) -> Answer {
        guard let type: InstanceTypeID = try call.query.identifier("instance_type") else {
            throw ServiceFault(.queryInvalid)
        }
        let zone: ZoneID? = try call.query.identifier("zone")
        let window = try call.query.window()
        let found = try await call.inspect { exchange in
            exchange.offerDepth(instanceType: type, zone: zone, over: window).map { offers in
                Depth(
                    knowsZone: zone == nil || exchange.knows(zone!), offers: offers,
                    demands: exchange.demandDepth(instanceType: type))
            }
        }
        guard let depth = found.value else { throw ServiceFault(.unknownInstanceType) }
        guard depth.knowsZone else { throw ServiceFault(.unknownZone) }
        return .json(
            DepthResource(
                instanceType: type, zone: zone, window: window, offers: depth.offers.map(LevelBody.init),
                demands: depth.demands.map(LevelBody.init)), sequence: found.sequence)
    }

    private struct Depth: Sendable {
        let knowsZone: Bool
        let offers: [DepthLevel]
        let demands: [DepthLevel]
    }
}

extension LevelBody {
    init(_ level: DepthLevel) {
        self.init(price: level.price, quantity: level.quantity, orders: Int64(level.count))
    }
}
