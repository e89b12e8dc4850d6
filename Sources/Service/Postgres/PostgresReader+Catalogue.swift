import Domain
import ExchangeAPI
import Persistence
import Records

extension PostgresReader {
    public func zones(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[ZoneResource]> {
        try await read({ queries async throws(QueryError) in try await queries.zones(ListRange(page)) }) {
            $0.map(ZoneResource.init)
        }
    }

    public func network() async throws(ReadFault) -> Snapshot<NetworkResource> {
        try await read({ queries async throws(QueryError) in try await queries.network() }) {
            NetworkResource(version: $0.version, links: $0.value)
        }
    }

    public func conversion() async throws(ReadFault) -> Snapshot<ConversionResource> {
        try await read({ queries async throws(QueryError) in try await queries.conversion() }) {
            ConversionResource(version: $0.version, chips: $0.value)
        }
    }

    public func conversion(of type: InstanceTypeID) async throws(ReadFault) -> Snapshot<TypeConversionResource?> {
        try await read({ queries async throws(QueryError) in try await queries.conversions(of: type) }) {
            $0.map {
                TypeConversionResource(
                    $0.type, $0.chips.map { ConversionTable(version: $0.version, chips: [$0.value]) })
            }
        }
    }

    public func policy() async throws(ReadFault) -> Snapshot<PolicyResource> {
        try await read({ queries async throws(QueryError) in try await queries.policy() }) {
            PolicyResource(version: $0.version, policy: PolicyBody($0.value))
        }
    }

    public func instanceTypes(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[InstanceTypeResource]> {
        try await read({ queries async throws(QueryError) in try await queries.instanceTypes(ListRange(page)) }) {
            $0.map(InstanceTypeResource.init)
        }
    }

    public func instanceType(_ id: InstanceTypeID) async throws(ReadFault) -> Snapshot<InstanceTypeResource?> {
        try await read({ queries async throws(QueryError) in try await queries.instanceType(id) }) {
            $0.map(InstanceTypeResource.init)
        }
    }
}

extension PolicyBody {
    fileprivate init(_ policy: MarketPolicy) {
        self.init(
            feeBasisPoints: policy.fee.value, contestHours: policy.contestHours, reportHours: policy.reportHours,
            missedHoursToEnd: policy.missedHoursToEnd, priceRule: policy.priceRule)
    }
}
