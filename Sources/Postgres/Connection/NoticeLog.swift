import CLibPQ

/// The notices that arrived during one operation, each with the number of results before it.
///
/// That number tells whether a notice belongs to an earlier statement or to the COMMIT after it: libpq
/// does not read on past the start of a statement before the result of the one before was taken.
final class NoticeLog {
    static let countMax = 64

    private(set) var notices: [(notice: ServerError, resultsBefore: Int)] = []
    var results = 0

    func begin() {
        notices.removeAll(keepingCapacity: true)
        results = 0
    }

    func append(_ notice: ServerError) {
        // The first ones are kept, and the last one in the last place, so that none stays unnoticed.
        if notices.count == Self.countMax { notices.removeLast() }
        notices.append((notice, results))
    }

    /// libpq calls back on the connection's own thread, while it reads.
    func receiveNotices(of handle: OpaquePointer) {
        PQsetNoticeReceiver(
            handle,
            { context, result in
                guard let context, let notice = ServerError(result: result) else { return }
                Unmanaged<NoticeLog>.fromOpaque(context).takeUnretainedValue().append(notice)
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
