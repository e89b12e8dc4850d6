/// A set to draw from: its order depends on nothing but the insertions and removals made.
struct Roster<Element: Hashable & Sendable>: Sendable {
    private(set) var elements: [Element] = []
    private var positions: [Element: Int] = [:]

    var isEmpty: Bool { elements.isEmpty }

    /// - Complexity: O(1).
    mutating func insert(_ element: Element) {
        guard positions[element] == nil else { return }
        positions[element] = elements.count
        elements.append(element)
    }

    /// - Complexity: O(1); the last element takes the place of the one removed.
    mutating func remove(_ element: Element) {
        guard let position = positions.removeValue(forKey: element) else { return }
        let last = elements.removeLast()
        guard last != element else { return }
        elements[position] = last
        positions[last] = position
    }

    /// One of the elements; nil where there is none.
    func draw(_ random: inout SeededGenerator) -> Element? { elements.isEmpty ? nil : random.pick(elements) }
}
