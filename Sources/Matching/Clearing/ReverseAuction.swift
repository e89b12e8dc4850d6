/// What the reverse auction needs beside the auction's own rows: the arcs by offer, and who is how content.
struct ReverseAuction: ~Copyable {
    /// An arc as its offer sees it.
    struct Column: BitwiseCopyable {
        let surplus: Int64
        let demand: Int32
        let arc: Int32
    }

    /// A demand that would take units of the offer at a price.
    struct Candidate: Prioritised {
        var price: Int64
        /// Its place among the offer's columns.
        let column: Int32

        @inline(__always)
        func precedes(_ other: Candidate) -> Bool {
            price > other.price || (price == other.price && column < other.column)
        }
    }

    /// The columns of offer `o` stand where its lots may stand.
    let columns: FlatArray<Column>
    /// What each demand gains by its worst unit; zero where it wants more.
    let margins: FlatArray<Int64>
    /// Offers that have units free at a price, last in first out; each at most once.
    let stack: FlatArray<Int32>
    let isStacked: FlatArray<Bool>
    let candidates: FlatArray<Candidate>

    init(offers: Int, demands: Int, arcs: Int) {
        columns = FlatArray(uninitialized: arcs)
        margins = FlatArray(uninitialized: demands)
        stack = FlatArray(uninitialized: offers)
        isStacked = FlatArray(repeating: false, count: offers)
        candidates = FlatArray(uninitialized: arcs == 0 ? 0 : demands)
    }
}
