// swift-tools-version: 6.2
import PackageDescription

/// What every target is built with. Warnings are errors; the upcoming features make imports and isolation explicit.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

/// Everywhere but in the targets that wrap a C library, an unsafe construct is an error.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
    name: "sandbox",
    defaultLocalization: "en",
    products: [
        .library(name: "Postgres", targets: ["Postgres"]),
        .library(name: "SandboxDomain", targets: ["SandboxDomain"]),
        .library(name: "SandboxCore", targets: ["SandboxCore"]),
        .executable(name: "sandbox", targets: ["sandbox"]),
    ],
    traits: [
        .default(enabledTraits: ["BundledYAML"]),
        .trait(
            name: "BundledYAML",
            description: "YAML is read by the copy of libyaml in the package Yams, and nothing of the system is needed."
        ),
        .trait(
            name: "SystemYAML",
            description: """
                YAML is read by the system's libyaml (Debian: libyaml-dev), as in what is shipped: a smaller program, which \
                starts sooner.
                """
        ),
        .trait(
            name: "XLSX",
            description: "Exports as Excel workbooks. Needs libxlsxwriter (Debian: libxlsxwriter-dev)."
        ),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibPQ",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev", "pkg-config"]), .brew(["libpq"])]
        ),
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev", "pkg-config"]), .brew(["libyaml"])]
        ),
        .systemLibrary(
            name: "CXlsxWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
        ),
        .target(name: "Postgres", dependencies: ["CLibPQ"], swiftSettings: strict),
        .target(
            name: "Spreadsheet",
            dependencies: [.target(name: "CXlsxWriter", condition: .when(traits: ["XLSX"]))],
            swiftSettings: strict
        ),
        .target(
            name: "YAML",
            dependencies: [
                .target(name: "CLibYAML", condition: .when(traits: ["SystemYAML"])),
                .product(name: "Yams", package: "Yams", condition: .when(traits: ["BundledYAML"])),
            ],
            swiftSettings: strict
        ),
        .target(name: "Digest", swiftSettings: safe),
        .target(name: "SandboxDomain", swiftSettings: safe),
        .target(
            name: "SandboxCore",
            dependencies: ["Digest", "Postgres", "SandboxDomain", "YAML"],
            swiftSettings: safe,
            plugins: ["EmbedSQL"]
        ),
        .target(name: "SandboxPresentation", dependencies: ["SandboxDomain"], swiftSettings: safe),
        .target(
            name: "SandboxViews",
            dependencies: ["Digest", "SandboxCore", "SandboxDomain", "SandboxPresentation"],
            swiftSettings: safe
        ),
        .executableTarget(
            name: "sandbox",
            dependencies: [
                "Digest", "SandboxCore", "SandboxDomain", "SandboxPresentation", "SandboxViews", "Spreadsheet",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: safe
        ),
        .executableTarget(
            name: "embed-sql", dependencies: ["Digest"], path: "Tools/embed-sql", swiftSettings: safe),
        .plugin(name: "EmbedSQL", capability: .buildTool(), dependencies: ["embed-sql"]),
        .target(
            name: "SandboxTesting",
            dependencies: ["Postgres", "SandboxCore", "SandboxDomain"],
            path: "Tests/SandboxTesting",
            swiftSettings: safe
        ),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", "SandboxTesting"], swiftSettings: strict),
        .testTarget(name: "SandboxDomainTests", dependencies: ["SandboxDomain"], swiftSettings: safe),
        .testTarget(
            name: "SandboxCoreTests",
            dependencies: ["Digest", "SandboxCore", "SandboxDomain", "Postgres", "SandboxTesting"],
            swiftSettings: safe
        ),
        .testTarget(
            name: "SandboxPresentationTests",
            dependencies: ["Digest", "SandboxPresentation", "SandboxDomain"],
            swiftSettings: safe
        ),
        .testTarget(
            name: "SandboxViewsTests",
            dependencies: ["SandboxViews", "SandboxCore", "SandboxDomain", "SandboxPresentation", "SandboxTesting"],
            swiftSettings: safe
        ),
        .testTarget(
            name: "SandboxCommandTests",
            dependencies: [
                "sandbox", "Digest", "SandboxTesting", "SandboxCore", "SandboxDomain", "SandboxPresentation",
                "SandboxViews", "Spreadsheet", "Postgres",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: safe
        ),
        .executableTarget(
            name: "FileAndRead",
            dependencies: ["SandboxCore", "SandboxDomain"],
            path: "Examples/FileAndRead/Sources/FileAndRead",
            packageAccess: false,
            swiftSettings: safe
        ),
        .target(
            name: "SandboxSnippets",
            dependencies: ["Postgres", "SandboxCore", "SandboxDomain"],
            path: "Tests/SandboxSnippets",
            packageAccess: false,
            swiftSettings: safe
        ),
        .testTarget(
            name: "SandboxSnippetTests",
            dependencies: [
                "FileAndRead", "SandboxSnippets", "SandboxTesting", "Postgres", "SandboxCore", "SandboxDomain",
            ],
            swiftSettings: safe
        ),
    ]
)
