import Speech
import Testing

@Suite struct RecognitionErrorTests {
    @Test(arguments: ["it is not UTF-8 text", "it is not UTF-8 text."])
    func aReasonEndsItsSentenceOnce(reason: String) {
        #expect(
            "\(RecognitionError.textsInvalid(path: "a.txt", reason: reason))"
                == "The texts a.txt cannot be used: it is not UTF-8 text.")
        #expect(
            "\(RecognitionError.engineFailed(engine: "PocketSphinx", reason: reason))"
                == "PocketSphinx could not start: it is not UTF-8 text.")
    }
}
