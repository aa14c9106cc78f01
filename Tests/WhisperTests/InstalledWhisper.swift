import Files
import Foundation

@testable import Recognition

/// The smallest English model, when it is installed.
enum InstalledWhisper {
    static let folder: String = {
        let folders = UserFolders()
        return (folders.named("VIVA_MODELS") ?? folders.data + "/models") + "/whisper-tiny.en"
    }()

    static var isThere: Bool { FileManager.default.isReadableFile(atPath: folder + "/model.json") }

    private struct Document: Decodable {
        var whisper: WhisperNetwork
    }

    private static let opened = Result {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/model.json"))
        return try WhisperModel(
            weights: folder + "/weights.safetensors", vocabulary: folder + "/vocabulary.txt",
            description: JSONDecoder().decode(Document.self, from: data).whisper)
    }

    static func model() throws -> WhisperModel { try opened.get() }

    /// Speech as raw 32-bit numbers at 16 kHz; nil when none is given.
    static func speech() throws -> [Float]? {
        guard let path = ProcessInfo.processInfo.environment["VIVA_RAW_SPEECH"] else { return nil }
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return data.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count - 3, by: 4).map {
                bytes.loadUnaligned(fromByteOffset: $0, as: Float.self)
            }
        }
    }
}
