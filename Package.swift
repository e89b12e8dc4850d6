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
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "suanli",
    products: [
        .executable(name: "suanli-verify", targets: ["suanli-verify"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(name: "Domain", swiftSettings: strict),
        .target(name: "Records", dependencies: ["Domain"], swiftSettings: strict),
        .target(name: "TransparencyLog", dependencies: [crypto], swiftSettings: strict),
        .target(name: "Matching", dependencies: ["Domain"], swiftSettings: strict),
        .target(name: "Programmes", dependencies: ["Domain"], swiftSettings: strict),
        .target(name: "Accounting", dependencies: ["Domain", "Records"], swiftSettings: strict),
        .target(
            name: "Trading",
            dependencies: ["Domain", "Records", "TransparencyLog", "Matching", "Programmes", "Accounting"],
            swiftSettings: strict),
        .target(name: "ProgrammeFiles", dependencies: ["Domain", "Programmes", yams], swiftSettings: strict),
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "Postgres", dependencies: ["CLibPQ"], swiftSettings: strict),
        .executableTarget(
            name: "suanli-verify", dependencies: ["Domain", "Records", "TransparencyLog", "Accounting"],
            swiftSettings: strict),

        .target(name: "MatchingOracle", dependencies: ["Domain"], path: "Tests/MatchingOracle", swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "RecordsTests", dependencies: ["Domain", "Records"], swiftSettings: strict),
        .testTarget(name: "TransparencyLogTests", dependencies: ["TransparencyLog"], swiftSettings: strict),
        .testTarget(
            name: "MatchingTests", dependencies: ["Domain", "Matching", "MatchingOracle"], swiftSettings: strict),
        .testTarget(name: "ProgrammesTests", dependencies: ["Domain", "Programmes"], swiftSettings: strict),
        .testTarget(
            name: "ProgrammeFilesTests", dependencies: ["Domain", "Programmes", "ProgrammeFiles"],
            swiftSettings: strict),
        .testTarget(name: "AccountingTests", dependencies: ["Domain", "Records", "Accounting"], swiftSettings: strict),
        .testTarget(
            name: "TradingTests",
            dependencies: [
                "Domain", "Records", "TransparencyLog", "Matching", "Programmes", "Accounting", "Trading",
            ],
            swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres"], swiftSettings: strict),
    ]
)
