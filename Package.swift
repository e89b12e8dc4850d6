// swift-tools-version: 6.2
import PackageDescription

// The targets stand bottom-up, in the order of the table in ARCHITECTURE.md.
// `ArchitectureTests` holds this manifest and every import to that table.

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpServer: [Target.Dependency] = [
    hummingbird,
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    .product(name: "UnixSignals", package: "swift-service-lifecycle"),
]
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// Crash points are compiled into debug builds only; a release build has none.
let withCrashPoints = strict + [.define("CRASH_POINTS", .when(configuration: .debug))]

let tradingAndBelow: [Target.Dependency] = [
    "Domain", "Records", "TransparencyLog", "Matching", "Programmes", "Accounting", "Trading",
]

let package = Package(
    name: "suanli",
    products: [
        .executable(name: "suanli", targets: ["suanli"]),
        .executable(name: "suanli-verify", targets: ["suanli-verify"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(name: "Domain", swiftSettings: strict),
        .target(name: "Wording", dependencies: ["Domain"], swiftSettings: strict),
        .target(name: "Records", dependencies: ["Domain"], swiftSettings: strict),
        .systemLibrary(name: "CSHA256"),
        .target(name: "TransparencyLog", dependencies: ["CSHA256", crypto], swiftSettings: strict),
        .target(name: "Matching", dependencies: ["Domain"], swiftSettings: strict),
        .target(name: "Programmes", dependencies: ["Domain"], swiftSettings: strict),
        .target(name: "Accounting", dependencies: ["Domain", "Records"], swiftSettings: strict),
        .target(
            name: "Trading",
            dependencies: ["Domain", "Records", "TransparencyLog", "Matching", "Programmes", "Accounting"],
            swiftSettings: strict),
        .target(name: "Simulation", dependencies: tradingAndBelow, swiftSettings: strict),
        .target(name: "MarketStudies", dependencies: tradingAndBelow + ["Simulation"], swiftSettings: strict),
        .target(name: "MemoryJournal", dependencies: tradingAndBelow, swiftSettings: strict),
        .target(name: "ProgrammeFiles", dependencies: ["Domain", "Programmes", yams], swiftSettings: strict),
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CSpawn"),
        .target(name: "Postgres", dependencies: ["CLibPQ", "CSpawn"], swiftSettings: strict),
        .target(name: "Persistence", dependencies: tradingAndBelow + ["Postgres"], swiftSettings: strict),
        .target(name: "Identity", dependencies: ["Domain", crypto], swiftSettings: strict),
        .target(
            name: "Sequencer",
            dependencies: tradingAndBelow + ["Persistence", "Postgres", logging, metrics, coreMetrics],
            swiftSettings: withCrashPoints),
        .target(name: "ExchangeAPI", dependencies: ["Domain", "Wording"], swiftSettings: strict),
        .target(name: "WebPages", dependencies: ["Domain", "Wording", "ExchangeAPI"], swiftSettings: strict),
        .target(
            name: "Service",
            dependencies: tradingAndBelow + [
                "Postgres", "Persistence", "Sequencer", "Identity", "ExchangeAPI", "Wording", "WebPages", logging,
                metrics, coreMetrics,
            ] + httpServer,
            swiftSettings: withCrashPoints),
        .target(
            name: "Benchmarks",
            dependencies: ["Domain", "Records", "TransparencyLog", "Matching", "Trading", "Simulation"],
            swiftSettings: strict),
        .executableTarget(
            name: "suanli",
            dependencies: tradingAndBelow + [
                "Simulation", "MarketStudies", "Benchmarks", "ProgrammeFiles", "Postgres", "Persistence", "Sequencer",
                "Identity", "ExchangeAPI",
                "Wording", "WebPages", "Service", logging, metrics, argumentParser, httpClient,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "suanli-verify", dependencies: ["Domain", "Records", "TransparencyLog", "Accounting"],
            swiftSettings: strict),

        .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
        .target(name: "MatchingOracle", dependencies: ["Domain"], path: "Tests/MatchingOracle", swiftSettings: strict),
        .target(
            name: "TestDatabases", dependencies: ["Postgres", "Persistence"], path: "Tests/TestDatabases",
            swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "WordingTests", dependencies: ["Domain", "Wording"], swiftSettings: strict),
        .testTarget(name: "RecordsTests", dependencies: ["Domain", "Records", "Simulation"], swiftSettings: strict),
        .testTarget(
            name: "TransparencyLogTests", dependencies: ["TransparencyLog", "Simulation", crypto], swiftSettings: strict
        ),
        .testTarget(
            name: "MatchingTests", dependencies: ["Domain", "Matching", "MatchingOracle", "Simulation"],
            swiftSettings: strict),
        .testTarget(
            name: "BenchmarksTests", dependencies: ["Domain", "Matching", "Benchmarks", "AllocationCounter"],
            swiftSettings: strict),
        .testTarget(
            name: "ProgrammesTests", dependencies: ["Domain", "Programmes", "Simulation"], swiftSettings: strict),
        .testTarget(
            name: "ProgrammeFilesTests", dependencies: ["Domain", "Programmes", "ProgrammeFiles"],
            swiftSettings: strict),
        .testTarget(
            name: "AccountingTests", dependencies: ["Domain", "Records", "Accounting", "Simulation"],
            swiftSettings: strict),
        .testTarget(
            name: "TradingTests", dependencies: tradingAndBelow + ["MatchingOracle", "Simulation"],
            swiftSettings: strict),
        .testTarget(name: "SimulationTests", dependencies: tradingAndBelow + ["Simulation"], swiftSettings: strict),
        .testTarget(
            name: "MarketStudiesTests",
            dependencies: tradingAndBelow + [
                "Simulation", "MarketStudies", "ProgrammeFiles", "ExchangeAPI", "Wording", "WebPages", "suanli",
            ], swiftSettings: strict),
        .testTarget(
            name: "PersistenceTests",
            dependencies: tradingAndBelow + [
                "MemoryJournal", "Simulation", "Postgres", "Persistence", "TestDatabases",
            ],
            swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["CSpawn", "Postgres"], swiftSettings: strict),
        .testTarget(
            name: "VerifierTests",
            dependencies: ["Domain", "Records", "TransparencyLog", "Accounting", "suanli-verify"],
            swiftSettings: strict),
        .testTarget(name: "IdentityTests", dependencies: ["Domain", "Identity"], swiftSettings: strict),
        .testTarget(
            name: "SequencerTests",
            dependencies: tradingAndBelow + ["Postgres", "Persistence", "Sequencer", "TestDatabases", logging],
            swiftSettings: strict),
        .testTarget(
            name: "ServiceTests",
            dependencies: tradingAndBelow + [
                "Postgres", "Persistence", "Sequencer", "Identity", "ExchangeAPI", "Wording", "Service",
                "TestDatabases",
            ],
            swiftSettings: strict),
    ]
)
