/// Seeds of histories in which engine and oracle once differed, or an invariant once failed. They run first.
enum FailedSeeds {
    static let all: [UInt64] = []
}
