// swift-tools-version: 6.2
import PackageDescription

/// A C library of Debian's, found through pkg-config.
func library(_ name: String, pkgConfig: String, debian package: String) -> Target {
    .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nio = ["NIOCore", "NIOPosix", "NIOHTTP1", "NIOWebSocket", "NIOConcurrencyHelpers"].map {
    Target.Dependency.product(name: $0, package: "swift-nio")
}
let httpTypes: [Target.Dependency] = [
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
]
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "viva",
    products: [
        .library(
            name: "Viva",
            targets: [
                "Speech", "Signal", "Delivery", "Language", "Vocabulary", "Evaluation", "Interview",
                "Files", "Audio", "HTTPClient", "Inference", "Models", "Meaning", "Recognition", "Synthesis",
                "Storage", "Practice", "Batch", "Drawing", "Chat", "Judging", "Programs", "Documents",
                "Reports",
                "PDF", "Recordings", "SQL", "SQLite", "Postgres", "Records", "Archive", "Samples", "Web",
                "Accounts", "Credentials", "Service", "Server",
            ]),
        .executable(name: "viva", targets: ["viva"]),
        .executable(name: "viva-bench", targets: ["viva-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // Without its traits it brings no swift-configuration and no whole Foundation.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.0"),
    ],
    targets: [
        // C libraries.
        library("CSndFile", pkgConfig: "sndfile", debian: "libsndfile1-dev"),
        library("CSampleRate", pkgConfig: "samplerate", debian: "libsamplerate0-dev"),
        library("CPortAudio", pkgConfig: "portaudio-2.0", debian: "portaudio19-dev"),
        library("CPocketSphinx", pkgConfig: "pocketsphinx", debian: "libpocketsphinx-dev"),
        library("CEspeakNG", pkgConfig: "espeak-ng", debian: "libespeak-ng-dev"),
        library("CCurl", pkgConfig: "libcurl", debian: "libcurl4-openssl-dev"),
        library("COpenBLAS", pkgConfig: "openblas", debian: "libopenblas-dev"),
        library("CZip", pkgConfig: "libzip", debian: "libzip-dev"),
        library("CSQLite", pkgConfig: "sqlite3", debian: "libsqlite3-dev"),
        library("CPQ", pkgConfig: "libpq", debian: "libpq-dev"),
        library("CCairo", pkgConfig: "cairo-pdf", debian: "libcairo2-dev"),
        library("CPango", pkgConfig: "pangocairo", debian: "libpango1.0-dev"),
        .systemLibrary(name: "CSpawn", path: "Sources/C/CSpawn"),

        // Values and rules: no C, no files, no network.
        .target(name: "Speech"),
        .target(name: "Signal", dependencies: ["Speech"]),
        .target(name: "Language"),
        .target(name: "Vocabulary", dependencies: ["Speech"]),
        .target(name: "Delivery", dependencies: ["Speech", "Signal", "Language", "Vocabulary"]),
        .target(name: "Drawing", dependencies: ["Speech", "Signal", "Delivery"]),
        .target(
            name: "Evaluation", dependencies: ["Speech", "Signal", "Delivery", "Language", "Vocabulary"]),
        .target(name: "Interview", dependencies: ["Speech", "Delivery", "Language", "Evaluation"]),
        .target(name: "Web", dependencies: ["Speech"]),
        .target(name: "Accounts", dependencies: ["Interview"]),
        .target(
            name: "Reports",
            dependencies: [
                "Speech", "Signal", "Vocabulary", "Delivery", "Drawing", "Evaluation", "Interview",
            ]),

        // Edges: one outside thing each.
        .target(name: "Files", dependencies: [system]),
        .target(name: "Programs", dependencies: [subprocess, system]),
        .target(
            name: "Audio",
            dependencies: [
                "Speech", "Programs", "CSndFile", "CSampleRate", "CPortAudio", subprocess, system,
            ]),
        .target(name: "Documents", dependencies: ["Interview", "Programs", crypto, system]),
        .target(name: "HTTPClient", dependencies: ["Speech", "CCurl", system]),
        .target(name: "Chat", dependencies: ["Speech", "HTTPClient"]),
        .target(name: "Inference", dependencies: ["COpenBLAS"]),
        .target(name: "Zip", dependencies: ["CZip", system]),
        .target(name: "Models", dependencies: ["Files", "Zip", subprocess, system, crypto]),
        .target(name: "Meaning", dependencies: ["Language", "Inference", "Models"]),
        .target(
            name: "Recognition",
            dependencies: [
                "Speech", "Signal", "Vocabulary", "Files", "Inference", "Models", "HTTPClient",
                "Programs", "CPocketSphinx", "CSpawn",
            ]),
        .target(name: "Synthesis", dependencies: ["Speech", "CEspeakNG"]),
        .target(name: "PDF", dependencies: ["Speech", "Drawing", "Reports", "CCairo", "CPango"]),
        .target(
            name: "Storage", dependencies: ["Speech", "Evaluation", "Interview", "Files", yams, csv, system]),
        .target(name: "SQL"),
        .target(name: "SQLite", dependencies: ["SQL", grdb]),
        .target(name: "Postgres", dependencies: ["SQL", "Speech", "CPQ"]),
        .target(
            name: "Records",
            dependencies: [
                "Speech", "Language", "Delivery", "Evaluation", "Interview", "Accounts", "Storage", "SQL",
                crypto,
            ]),
        .target(name: "Recordings", dependencies: ["Files", "Storage", "Zip", crypto, system]),
        .target(
            name: "Credentials",
            dependencies: ["Speech", "Files", "Interview", "Accounts", cryptoExtras, crypto, jwt, system]),

        // Composition.
        .target(
            name: "Archive",
            dependencies: [
                "Speech", "Vocabulary", "Interview", "Files", "Storage", "Recordings", "SQL", "SQLite",
                "Postgres", "Records", "Reports", system,
            ]),
        .target(
            name: "Samples",
            dependencies: [
                "Language", "Evaluation", "Interview", "Documents", "Storage", "Records", "Archive",
            ]),
        .target(
            name: "Judging",
            dependencies: ["Speech", "Language", "Evaluation", "Interview", "HTTPClient", "Chat"]),
        .target(
            name: "Practice",
            dependencies: [
                "Speech", "Signal", "Delivery", "Evaluation", "Interview", "Audio", "Storage", "Archive",
                "Records",
            ]),
        .target(
            name: "Batch",
            dependencies: [
                "Speech", "Signal", "Delivery", "Vocabulary", "Files", "Programs", "Audio", "Storage",
                "Practice", system,
            ]),
        .target(
            name: "Service",
            dependencies: [
                "Speech", "Delivery", "Evaluation", "Interview", "Accounts", "Credentials", "Documents",
                "Storage", "Recordings", "Records", "Reports", "PDF", "Archive", "Judging", "Practice",
                "Audio",
                "Signal", "SQL", system,
            ]),
        .target(
            name: "Server",
            dependencies: [
                "Speech", "Signal", "Web", "Delivery", "Evaluation", "Interview", "Accounts", "Audio",
                "Archive", "Practice", "Service", "Records", "Storage", "Recordings", "Reports",
                "Credentials",
                hummingbird, hummingbirdCore, mustache, logging, lifecycle, signals, crypto, yams, system,
            ] + nio + httpTypes),
        .executableTarget(
            name: "viva",
            dependencies: [
                "Speech", "Signal", "Delivery", "Language", "Vocabulary", "Evaluation", "Interview",
                "Files", "Audio", "HTTPClient", "Inference", "Models", "Meaning", "Recognition", "Synthesis",
                "Storage", "Practice", "Batch", "Drawing", "Chat", "Judging", "Programs", "Documents",
                "Archive", "Records", "Recordings", "Samples", "Reports", "PDF", "SQL", "Accounts",
                "Credentials", "Service", "Server", "Web", "CCurl", "CSQLite", logging,
                arguments, subprocess, signals, system,
            ]),
        .executableTarget(
            name: "viva-bench",
            dependencies: [
                "Speech", "Signal", "Delivery", "Language", "Vocabulary", "Evaluation", "Interview", "Audio",
                "HTTPClient", "Inference",
                "Files", "Models", "Meaning", "Recognition", "Synthesis", "Storage", "Practice",
                "Archive", "Recordings", "Records", "SQL", "SQLite", "Postgres", arguments,
                csv, hummingbird, logging, system,
            ] + nio),

        .executableTarget(
            name: "measure-file", dependencies: ["Speech", "Delivery", "Audio", "Recognition", "Practice"],
            path: "Examples/MeasureFile"),

        // Tests.
        .target(name: "TestSupport", dependencies: [subprocess], path: "Tests/TestSupport"),
        .target(
            name: "ReportSamples", dependencies: ["Interview", "Evaluation", "Delivery", "Signal", "Speech"],
            path: "Tests/ReportSamples"),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport", system]),
        .testTarget(name: "SpeechTests", dependencies: ["Speech"]),
        .testTarget(name: "SignalTests", dependencies: ["Signal", "Speech"]),
        .testTarget(name: "DeliveryTests", dependencies: ["Delivery", "Signal", "Speech"]),
        .testTarget(name: "DrawingTests", dependencies: ["Drawing", "Delivery", "Signal", "Speech"]),
        .testTarget(name: "LanguageTests", dependencies: ["Language"]),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary", "Speech", "TestSupport"]),
        .testTarget(
            name: "EvaluationTests",
            dependencies: [
                "Evaluation", "Delivery", "Signal", "Speech", "Language", "Vocabulary", "Interview",
                "Storage", "TestSupport",
            ]),
        .target(
            name: "InterviewTestSupport", dependencies: ["Interview", "Evaluation", "Delivery"],
            path: "Tests/InterviewTestSupport"),
        .testTarget(
            name: "InterviewTests",
            dependencies: ["InterviewTestSupport", "Interview", "Evaluation", "Delivery", "Signal", "Speech"]),
        .testTarget(name: "ProgramsTests", dependencies: ["Programs"]),
        .testTarget(
            name: "AudioTests",
            dependencies: ["Audio", "Programs", "Speech", "TestSupport", subprocess, system]),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Interview", "Programs", "TestSupport"]),
        .testTarget(
            name: "RecognitionTests",
            dependencies: [
                "Recognition", "Vocabulary", "Synthesis", "Speech", "Signal", "Audio", "Evaluation",
                "Interview",
                "Storage", "TestSupport",
            ]),
        .testTarget(
            name: "HTTPClientTests", dependencies: ["HTTPClient", "TestSupport", subprocess, system]),
        .testTarget(name: "ChatTests", dependencies: ["Chat", "HTTPClient", "Speech", "TestSupport"]),
        .testTarget(
            name: "JudgingTests",
            dependencies: [
                "Judging", "Chat", "HTTPClient", "Speech", "Evaluation", "Interview", "TestSupport",
            ]),
        .testTarget(
            name: "EarsTests",
            dependencies: ["Recognition", "HTTPClient", "Speech", "TestSupport"]),
        .testTarget(
            name: "ModelsTests", dependencies: ["Models", "Zip", "TestSupport", crypto, subprocess, system]),
        .testTarget(name: "ZipTests", dependencies: ["Zip", "TestSupport"]),
        .testTarget(name: "InferenceTests", dependencies: ["Inference", "Speech", "TestSupport"]),
        .testTarget(
            name: "MeaningTests",
            dependencies: ["Meaning", "Language", "Inference", "Models", "Speech", "TestSupport"]),
        .testTarget(
            name: "WhisperTests",
            dependencies: ["Recognition", "Inference", "Files", "Speech", "TestSupport"]),
        .testTarget(name: "SynthesisTests", dependencies: ["Synthesis", "Speech", "Audio"]),
        .testTarget(
            name: "StorageTests",
            dependencies: ["Files", "Storage", "Interview", "Evaluation", "Speech", "TestSupport"]),
        .target(
            name: "DatabaseTestSupport", dependencies: ["SQL", "SQLite", "Postgres"],
            path: "Tests/DatabaseTestSupport"),
        .testTarget(
            name: "SQLTests",
            dependencies: ["SQL", "SQLite", "Postgres", "DatabaseTestSupport", "TestSupport"]),
        .testTarget(
            name: "RecordsTests",
            dependencies: [
                "Records", "Accounts", "SQL", "SQLite", "Interview", "Evaluation", "Delivery", "Signal",
                "Speech",
                "DatabaseTestSupport", "InterviewTestSupport", "TestSupport",
            ]),
        .testTarget(
            name: "RecordingsTests",
            dependencies: ["Files", "Recordings", "Storage", "Zip", "TestSupport", crypto, system]),
        .testTarget(
            name: "ArchiveTests",
            dependencies: [
                "Archive", "Accounts", "Records", "Recordings", "SQLite", "SQL", "Reports", "Zip", "Storage",
                "Files", "Practice", "Audio", "Interview", "Evaluation", "Delivery", "Signal", "Speech",
                "DatabaseTestSupport", "InterviewTestSupport", "TestSupport",
            ]),
        .testTarget(name: "WebTests", dependencies: ["Web", "Speech"]),
        .target(
            name: "SpeechTestSupport", dependencies: ["Audio", "Synthesis", "Speech", "Practice"],
            path: "Tests/SpeechTestSupport"),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "Service", "Accounts", "Archive", "Records", "Recordings", "SQL", "Interview", "Evaluation",
                "Practice", "Audio", "Speech", "Synthesis", "SpeechTestSupport", "DatabaseTestSupport",
                "InterviewTestSupport", "TestSupport",
            ]),
        .target(
            name: "ServerTestSupport",
            dependencies: [
                "Server", "Service", "Archive", "Recordings", "Web", "Speech", "TestSupport", logging,
                httpTypes[0],
            ] + nio,
            path: "Tests/ServerTestSupport"),
        .testTarget(name: "AccountsTests", dependencies: ["Accounts", "Interview"]),
        .testTarget(
            name: "CredentialsTests", dependencies: ["Credentials", "Interview", "TestSupport", crypto]),
        .testTarget(
            name: "AccountServiceTests",
            dependencies: [
                "Service", "Accounts", "Credentials", "Records", "Interview", "SQL", "DatabaseTestSupport",
            ]),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Server", "Service", "Accounts", "Credentials", "Archive", "Records", "Recordings", "SQL",
                "SQLite",
                "Interview", "Evaluation", "Samples", "Speech", "Storage", "Web", "Practice", "Recognition",
                "Synthesis", "Audio", "SpeechTestSupport", "ServerTestSupport",
                "InterviewTestSupport", "TestSupport", hummingbird, logging, subprocess, system,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ] + nio + httpTypes),
        .testTarget(
            name: "SamplesTests",
            dependencies: [
                "Samples", "Archive", "Records", "Recordings", "SQL", "Interview", "Evaluation", "Storage",
                "DatabaseTestSupport", "InterviewTestSupport", "TestSupport",
            ]),
        .testTarget(
            name: "PracticeTests",
            dependencies: [
                "Archive", "Records", "Recordings",
                "Practice", "Interview", "Evaluation", "Storage", "Audio", "Recognition", "Synthesis",
                "Signal",
                "Delivery", "Speech", "TestSupport",
            ]),
        .testTarget(
            name: "BatchTests",
            dependencies: [
                "Batch", "Delivery", "Practice", "Storage", "Audio", "Speech", "Vocabulary", "TestSupport",
                system,
            ]),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Reports", "ReportSamples", "Drawing", "Interview", "Evaluation", "Delivery", "Signal",
                "Speech", "Vocabulary",
            ]),
        .testTarget(
            name: "PDFTests",
            dependencies: ["PDF", "Reports", "ReportSamples", "Interview", "TestSupport", subprocess]),
        .testTarget(
            name: "BenchTests",
            dependencies: [
                "viva-bench", "Evaluation", "Recognition", "Delivery", "Signal", "Speech", "Archive",
                "Records",
                "Interview", "InterviewTestSupport", "TestSupport",
            ]),
        .testTarget(
            name: "VivaTests",
            dependencies: [
                "viva", "Programs", "Drawing", "Delivery", "Evaluation", "Interview", "Recognition",
                "Service",
                "Signal", "Speech", "Storage", "SQLite", "SQL", "InterviewTestSupport", "TestSupport",
                arguments,
                subprocess, system,
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
