/// Times a shape of order flow with few and with many orders at rest.
public struct ShapeBenchmark: Sendable {
    private let shape: FlowShape
    private let sizes: [Int]

    /// - Parameter sizes: how many orders rest when the timed commands begin.
    public init(_ shape: FlowShape, sizes: [Int]) {
        self.shape = shape
        self.sizes = sizes
    }

    /// One line of JSON: nanoseconds of processor time a command for each size.
    public func json(commands: Int) -> String {
        let figures = sizes.map { size in
            let flow = shape.flow(orders: size, commands: commands)
            return "{\"orders\":\(size),\"ns_per_command\":\(BookBenchmark(flow, repetitions: 5).processorTime())}"
        }
        return """
            {"shape":"\(shape.rawValue)","sizes":[\(figures.joined(separator: ","))],\
            "build":"\(BuildConfiguration.name)"}
            """
    }
}
