package import Audio
import Signal
package import Speech

extension AudioFile {
    /// Gives each utterance of the recording, in the order of time; no other is kept meanwhile.
    package func forEachUtterance(_ body: (Utterance) async throws -> Void) async throws {
        var segmenter = Segmenter()
        let stream = try buffers()
        while let buffer = try await stream.next() {
            for case .closed(let utterance) in segmenter.process(buffer) { try await body(utterance) }
        }
        for case .closed(let utterance) in segmenter.finish() { try await body(utterance) }
    }
}
