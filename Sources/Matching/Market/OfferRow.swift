import Domain

/// An offer in the market. It stands in its book's queue while some hour has a lot free.
struct OfferRow {
    let id: OfferID
    let place: Place
    /// Micro-yuan per unit-hour: the price, or the least of the week's, which is where it stands in its queue.
    let price: Int64
    /// A number of the weekly prices, or -1 for a price that is the same at every hour.
    let weekly: Int32
    /// Also the number of its queue.
    let book: Int32
    /// Its list in `FreeCapacity`.
    let capacity: Int32
}
