// swift-tools-version: 6.2
import PackageDescription

// The package of somebody who embeds the case tracker. `swift run --package-path Examples/FileAndRead FileAndRead …`
let package = Package(
    name: "FileAndRead",
    dependencies: [.package(name: "sandbox", path: "../..")],
    targets: [
        .executableTarget(
            name: "FileAndRead",
            dependencies: [
                .product(name: "SandboxCore", package: "sandbox"), .product(name: "SandboxDomain", package: "sandbox"),
            ])
    ]
)
