import Domain
import ExchangeAPI
import Identity
import Trading
import Wording

/// A request that has passed the door: known route, known key, permitted seat, whole body.
struct Call: Sendable {
    let endpoint: Endpoint
    /// As it was asked for, without the query.
    let path: String
    let parameters: [String]
    let query: Query
    /// The page that is asked for; of a list the first where none is named.
    let pageRequest: PageRequest
    let language: Language
    /// nil where the route is open to anybody and no key was sent.
    let sender: Actor?
    let key: String?
    /// The body; nil where the route takes none.
    let document: JSONValue?
    let parts: ServiceParts

    var operation: ServiceOperation { endpoint.operation }

    /// Who asks, on a route that needs a key.
    var actor: Actor {
        guard let sender else { preconditionFailure("the route table lets nobody in without a key") }
        return sender
    }

    var scope: ReadScope { ReadScope(actor) }

    /// The identifier in the path. Errors: `identifierInvalid`.
    func identifier<Kind>(_ position: Int = 0, of kind: Kind.Type = Kind.self) throws(ServiceFault) -> Identifier<Kind>
    {
        do throws(Reason) {
            return try Identifier<Kind>(parameters[position])
        } catch { throw ServiceFault(error) }
    }

    /// The body as a value. Errors: those of `WireDecoder`.
    func value<T: Decodable>(_ type: T.Type = T.self) throws(ServiceFault) -> T {
        guard let document else { preconditionFailure("a route that reads a body takes one") }
        return try parsed { () throws(DoorFault) in try WireDecoder.decode(type, from: document) }
    }

    /// Parses, with the door's faults as the service's.
    func parsed<T>(_ parse: () throws(DoorFault) -> T) throws(ServiceFault) -> T {
        do throws(DoorFault) { return try parse() } catch { throw ServiceFault(error) }
    }
}

/// What handlers work with.
struct ServiceParts: Sendable {
    let exchange: any ExchangePort
    let reader: any ExchangeReader
    let keys: KeyRing
    let secret: DoorSecret
    let asking: AskMeter
    let rounds: RoundsBoard
    let randomness: any DoorRandomness
    /// The document that `/openapi.json` answers.
    let openAPI: [UInt8]
    let metrics: PrometheusRegistry
    /// How long a read waits for `at_least`.
    let patience: Duration
}
