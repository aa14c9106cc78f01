import Foundation
import Inference
import TestSupport
import Testing

@testable import Recognition

@Suite struct WhisperModelTests {
    private let model: WhisperModel

    init() throws { model = try TinyWhisper.model() }

    private func write(
        _ samples: [Float], prompt: [Int] = [], most: Int = 3
    ) -> WhisperModel.Writing {
        model.write(model.hear(samples), prompt: prompt, choice: .beam(1), most: most)
    }

    @Test(arguments: [0, 1, 159, 160, 481, 3_200, 31_999, 32_000, 40_000])
    func hearsAnyLength(count: Int) {
        let writing = write(TinyWhisper.tones(count), most: 2)
        #expect(writing.hypothesis.tokens.count <= 2)
        #expect(writing.hypothesis.score.isFinite)
        #expect((0...1).contains(writing.noSpeechProbability))
    }

    @Test func theSameAudioGivesTheSameText() {
        let (one, other) = (write(TinyWhisper.tones(3_200)), write(TinyWhisper.tones(3_200)))
        #expect(one.hypothesis == other.hypothesis)
        #expect(one.text == other.text)
        #expect(one.text == model.vocabulary.text(of: one.hypothesis.tokens))
        #expect(one.text != write(TinyWhisper.tones(3_200, seed: 7)).text)
    }

    @Test func whatComesAfterTheWindowIsNotHeard() {
        let samples = TinyWhisper.tones(2 * 100 * 160)
        let longer = samples + [Float](repeating: 1, count: 5_000)
        #expect(write(samples, most: 2).hypothesis == write(longer, most: 2).hypothesis)
    }

    @Test func aPromptChangesWhatIsWritten() {
        let samples = TinyWhisper.tones(3_200)
        #expect(write(samples, prompt: [17, 18]).hypothesis != write(samples).hypothesis)
    }

    @Test func tokensThatAreNoTextAreNoPrompt() {
        let samples = TinyWhisper.tones(3_200)
        let odd = [-1, 50_256, 50_257, 51_863, 51_864, .max, .min]
        #expect(write(samples, prompt: odd).hypothesis == write(samples).hypothesis)
        #expect(
            write(samples, prompt: [17] + odd + [18]).hypothesis
                == write(samples, prompt: [17, 18]).hypothesis)
    }

    @Test func ofALongPromptTheEndCounts() {
        let samples = TinyWhisper.tones(3_200)
        let prompt = Array(0..<1_000)
        let writing = write(samples, prompt: prompt, most: .max)
        #expect(writing.hypothesis.tokens.count <= 24 - 14)
        #expect(
            writing.hypothesis.tokens.prefix(2)
                == write(samples, prompt: prompt.suffix(11), most: 2).hypothesis.tokens[...])
    }

    @Test func refusesFilesThatAreNotThere() throws {
        let missing = try TestFolder().file("missing")
        #expect(throws: InferenceError.self) {
            try WhisperModel(weights: missing, vocabulary: missing, description: TinyWhisper.description)
        }
    }

    @Test func namesTheTensorThatIsMissing() throws {
        let folder = try TestFolder()
        let path = try folder.write([8, 0, 0, 0, 0, 0, 0, 0] + Array("{}      ".utf8), to: "weights")
        let words = try folder.write(TestWords.data, to: "vocabulary")
        #expect(throws: InferenceError.invalid(path: path, reason: "it has no encoder/conv1/weight")) {
            try WhisperModel(weights: path, vocabulary: words, description: TinyWhisper.description)
        }
    }
}
