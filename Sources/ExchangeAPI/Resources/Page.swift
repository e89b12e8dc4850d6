/// A page of a list in its stable order.
public struct Page<Item: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    public let items: [Item]
    /// Where the next page begins; left out on the last. Give it as `cursor`.
    public let next: String?

    public init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}
