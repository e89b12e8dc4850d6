import Persistence
import Trading

extension EpochRun {
    /// Nothing is decided that is not durable: the journal may be used, and the state may be shown.
    var isSettled: Bool { flight == nil && next.isEmpty }

    /// Commands that may still be decided for the next batch.
    var room: Int { max(configuration.batchMost - next.groups.count, 0) }

    /// Lands the flight that is done, and starts the next. Waits where no more can be decided before.
    func advance() throws(EpochEnding) {
        if let flight, flight.isDone || room == 0 { try land(flight) }
        if flight == nil, !next.isEmpty { launch() }
    }

    /// Waits until everything decided is durable and answered.
    func settle() throws(EpochEnding) {
        while !isSettled {
            if let flight { try land(flight) } else { launch() }
        }
    }

    private func launch() {
        noteInFlight(next.groups.count)
        pass(.decided)
        let hashing = exchange.sequence - hashed >= configuration.hashInterval
        let snapshot = hashing && snapshots.isDue(at: exchange.sequence) ? exchange.snapshot() : nil
        let stateHash = snapshot?.stateHash ?? (hashing ? exchange.stateHash() : nil)
        let batch = exchange.batch(next.entries, stateHash: stateHash)
        if hashing { hashed = exchange.sequence }
        if answersEarly { next.answer(batch.head) }
        flight = Flight(next, batch, snapshot, journal, on: writing, configuration.timeSource, done: wake)
        next = DecidedBatch()
    }

    /// Nobody is told before the batch is durable and its head is in the file.
    private func land(_ flight: Flight) throws(EpochEnding) {
        try EpochEnding.journaling { () throws(JournalError) in try flight.land() }
        pass(.committed)
        wall.noteRecord()
        do throws(HeadFileError) { try heads.note(flight.batch.head) } catch { throw .headFile(error) }
        if let snapshot = flight.snapshot { snapshots.keep(snapshot) }
        metrics.note(flight.batch, took: flight.took)
        configuration.onCommit?(flight.batch.entries, flight.batch.head)
        pass(.beforeAnswer)
        for (group, _) in flight.decided.groups {
            unanswered.remove(group)
            if let key = group.submission.key { keys.insert(key) }
        }
        flight.decided.answer(flight.batch.head)
        noteInFlight(0)
        self.flight = nil
        heads.signIfDue(journal, isIdle: false)
    }

    /// The epoch has ended: what is not answered may or may not be written.
    func abandon() {
        for decided in [flight?.decided, next].compactMap({ $0 }) {
            for (group, _) in decided.groups { group.give(.failure(.unavailable)) }
        }
        // The session is closed under nobody's hands.
        try? flight?.land()
        journal.close()
        snapshots.finish()
    }
}
