import Hummingbird
import Logging
import NIOCore

/// What Hummingbird hands over with a request.
struct ServiceContext: InitializableFromSource {
    let channel: any Channel
    let logger: Logger

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
        logger = source.logger
    }
}
