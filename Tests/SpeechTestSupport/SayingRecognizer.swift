package import Practice
package import Speech

/// A recogniser that hears in every utterance the same words, when it is let.
package struct SayingRecognizer: Recognizer {
    package let name = "a script"
    private let words: [String]
    private let isLet: @Sendable () -> Bool

    /// A recogniser of some words.
    ///
    /// - Parameter isLet: it waits until this is so.
    package init(_ text: String, isLet: @escaping @Sendable () -> Bool = { true }) {
        words = text.split(separator: " ").map { String($0) }
        self.isLet = isLet
    }

    /// As many as wanted of it.
    package static func pool(
        _ text: String, limit: Int = 1, isLet: @escaping @Sendable () -> Bool = { true }
    ) -> RecognizerPool {
        RecognizerPool(limit: limit) { SayingRecognizer(text, isLet: isLet) }
    }

    package func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        while !isLet() {
            do { try await Task.sleep(for: .milliseconds(5)) } catch {
                throw .stopped(in: utterance.speech)
            }
        }
        let step = utterance.speech.durationSeconds / Double(max(1, words.count))
        return words.enumerated().map { index, text in
            let start = utterance.speech.startSeconds + Double(index) * step
            return Word(
                text: text, time: TimeRange(startSeconds: start, endSeconds: start + step), confidence: 0.9)
        }
    }

    package func preview(_ audio: AudioBuffer) throws(RecognitionError) -> String { words.first ?? "" }
}
