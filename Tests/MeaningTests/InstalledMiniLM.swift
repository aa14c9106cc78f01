import Foundation
import Models

@testable import Meaning

/// all-MiniLM-L6-v2, when it is installed.
enum InstalledMiniLM {
    private static let store = ModelStore.ofUser

    static var isThere: Bool {
        FileManager.default.isReadableFile(atPath: store.path(of: "minilm") + "/model.json")
    }

    private static let opened = Result { try store.model(named: "minilm") }
    private static let openedEncoder = Result { try MiniLMEncoder(try opened.get()) }

    static func model() throws -> InstalledModel { try opened.get() }
    static func encoder() throws -> MiniLMEncoder { try openedEncoder.get() }
}
