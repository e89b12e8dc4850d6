import Domain
import Matching

/// Windows, and capacities and asks by hour, for the offers and demands of a file; drawn from their numbers alone.
struct DrawnHours {
    let windows: [Window]
    /// By offer; between two neighbouring bounds of windows that may meet it.
    private(set) var cells: [[HourlyProblem.Cell]] = []
    /// Those that have capacity at every hour.
    let arcs: [[ClearingProblem.Arc]]

    init(_ content: ClearingFileContent, hours: Int64) {
        let windows = (0..<content.demands.count).map { Self.window($0, hours) }
        let supplies = content.offers.enumerated().map { Supply($0.offset, $0.element, hours) }
        arcs = windows.indices.map { demand in
            content.arcs[content.starts[demand]..<content.starts[demand + 1]].filter { arc in
                supplies.indices.contains(Int(arc.offer))
                    && (windows[demand].start..<windows[demand].end).allSatisfy {
                        supplies[Int(arc.offer)].capacity(at: $0) > 0
                    }
            }
        }
        var bounds = [Set<Hour>](repeating: [], count: supplies.count)
        for (demand, window) in windows.enumerated() {
            for arc in arcs[demand] { bounds[Int(arc.offer)].formUnion([window.start, window.end]) }
        }
        for (offer, supply) in supplies.enumerated() {
            let hours = bounds[offer].sorted()
            cells.append(zip(hours, hours.dropFirst()).map { supply.cell(Window(unchecked: $0, $1)) })
        }
        self.windows = windows
    }

    /// One in four lasts up to 6 hours, two up to 24, one up to 72; none longer than there are.
    private static func window(_ number: Int, _ hours: Int64) -> Window {
        let most = min([6, 24, 24, 72][Int(mixed(number, 0) % 4)], hours)
        let length = 1 + mixed(number, 1) % most
        let start = mixed(number, 2) % (hours - length + 1)
        return Window(unchecked: start, start + length)
    }

    /// SplitMix64's finaliser over number × 16 + salt, as a number below 2³¹.
    fileprivate static func mixed(_ number: Int, _ salt: UInt64) -> Int64 {
        var z = (UInt64(number) &* 16 &+ salt &+ 1) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int64((z ^ (z >> 31)) >> 33)
    }
}

/// An offer by hour: from an hour of its own on it has half; one in five has nothing for 12 hours; by day, half ask more.
private struct Supply {
    let capacity: Int64
    let ask: Int64
    let step: Int64
    let dark: Range<Int64>
    let dearer: Int64

    init(_ number: Int, _ offer: (capacity: Int32, ask: Int32), _ hours: Int64) {
        (capacity, ask) = (Int64(offer.capacity), Int64(offer.ask))
        step = DrawnHours.mixed(number, 3) % hours
        let begin = DrawnHours.mixed(number, 5) % hours
        dark = begin..<begin + (DrawnHours.mixed(number, 4) % 5 == 0 ? 12 : 0)
        dearer = DrawnHours.mixed(number, 6) % 2 == 0 ? DrawnHours.mixed(number, 7) % 16 : 0
    }

    func capacity(at hour: Hour) -> Int64 {
        dark.contains(hour) ? 0 : hour >= step ? (capacity + 1) / 2 : capacity
    }

    func ask(at hour: Hour) -> Int64 { ask + ((8..<22).contains(hour % 24) ? dearer : 0) }

    func cell(_ window: Window) -> HourlyProblem.Cell {
        let hours = window.start..<window.end
        return HourlyProblem.Cell(
            window: window, capacity: Quantity(unchecked: hours.map(capacity(at:)).min() ?? 0),
            askSum: hours.reduce(0) { $0 + ask(at: $1) })
    }
}
