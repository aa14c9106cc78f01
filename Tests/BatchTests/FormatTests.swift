import Batch
import Delivery
import Foundation
import Speech
import Testing
import Vocabulary

@Suite struct FormatTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func timeMarksHaveSixFieldsAndNeverGoBack(seed: UInt64) throws {
        let transcript = TestTranscript.random(seed: seed, words: 200)
        let lines = OutputFormat.ctm.text(of: transcript).split(separator: "\n")
        #expect(lines.count == transcript.words.count)
        var reached = 0.0
        for line in lines {
            let fields = line.split(separator: " ", omittingEmptySubsequences: false)
            try #require(fields.count == 6, "\(line)")
            #expect(fields[0] == "a_talk" && fields[1] == "1" && fields[5] == "0.500")
            let (start, duration) = (try #require(Double(fields[2])), try #require(Double(fields[3])))
            #expect(start >= reached - 0.0015 && duration >= 0)
            reached = start + duration
        }
    }

    @Test func aConfidenceThatIsNotKnownIsNA() {
        let word = Word(text: "so", time: TimeRange(startSeconds: 0, endSeconds: 1))
        let segment = Transcript.Segment(time: word.time, words: [word])
        let transcript = WrittenTranscript(
            file: "x.wav", channel: "right", channelNumber: 2, durationSeconds: 2,
            transcript: Transcript(segments: [segment], recognizer: "a script"))
        #expect(OutputFormat.ctm.text(of: transcript) == "x 2 0.000 1.000 so NA\n")
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func theTableHasThreeColumnsInMilliseconds(seed: UInt64) throws {
        let transcript = TestTranscript.random(seed: seed, words: 200)
        let lines = OutputFormat.tsv.text(of: transcript).split(separator: "\n")
        #expect(lines.first == "start\tend\ttext")
        #expect(lines.count == transcript.utterances.count + 1)
        var reached = 0
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            try #require(fields.count == 3)
            let (start, end) = (try #require(Int(fields[0])), try #require(Int(fields[1])))
            #expect(start >= reached && end >= start)
            reached = end
        }
    }

    @Test func textHasALineForEachUtterance() {
        let transcript = TestTranscript.written([
            [("one", 0, 1), ("two", 1, 2)], [], [("three\nfour", 3, 4)],
        ])
        #expect(OutputFormat.txt.text(of: transcript) == "one two\nthree four\n")
        #expect(OutputFormat.txt.text(of: TestTranscript.written([])) == "")
    }

    @Test func jsonReadsBackAsWhatWasHeard() throws {
        var um = Word(text: "um", time: TimeRange(startSeconds: 0.25, endSeconds: 0.5), confidence: 0.123456)
        um.isUncertain = true
        let so = Word(text: "so", time: TimeRange(startSeconds: 0.5, endSeconds: 1))
        let segment = Transcript.Segment(time: TimeRange(startSeconds: 0.2, endSeconds: 1), words: [um, so])
        let transcript = WrittenTranscript(
            file: "a\"b\n.wav", durationSeconds: 2,
            transcript: Transcript(segments: [segment], recognizer: "a script", expectedWordErrorRate: 0.25),
            context: HearingContext(question: "Why?"), warnings: ["It is cut short."])
        let document = try JSONDecoder().decode(
            TranscriptDocument.self, from: Data(OutputFormat.json.text(of: transcript).utf8))
        #expect(document == TranscriptDocument(transcript))
        #expect(document.file == "a\"b\n.wav" && document.durationSeconds == 2 && document.question == "Why?")
        #expect(document.text == "[um?] so" && document.raw == "um so")
        #expect(document.words.map(\.start) == [0.25, 0.5] && document.words.map(\.end) == [0.5, 1])
        #expect(document.words.map(\.confidence) == [0.1235, nil])
        #expect(document.words.map(\.filler) == [true, false])
        #expect(document.words.map(\.uncertain) == [true, nil])
        #expect(document.expectedWordErrorRate == 0.25 && document.warnings == ["It is cut short."])
        #expect(!document.line.contains("\n"))
    }

    private func transcript(_ texts: [String], disfluencies: [Disfluency]?) -> WrittenTranscript {
        let words = texts.enumerated().map { index, text in
            Word(text: text, time: TimeRange(startSeconds: Double(index), endSeconds: Double(index + 1)))
        }
        let segment = Transcript.Segment(
            time: TimeRange(startSeconds: 0, endSeconds: Double(texts.count)), words: words)
        return WrittenTranscript(
            file: "x.wav", durationSeconds: 5,
            transcript: Transcript(segments: [segment], recognizer: "a script"), disfluencies: disfluencies)
    }

    @Test func wordsTakenBackAreMarkedAndListed() throws {
        let texts = ["so", "i", "um", "was", "i", "was", "there"]
        // The times are those of the words in the document, which lie within the recording.
        let beyond = TimeRange(startSeconds: 70, endSeconds: 80)
        let taken = Disfluency(kind: .repetition, text: "i was", words: 1..<4, time: beyond)
        let document = TranscriptDocument(transcript(texts, disfluencies: [taken]))
        #expect(
            document.words.map(\.disfluency) == [nil, .repetition, nil, .repetition, nil, nil, nil],
            "The um was not taken back.")
        let listed = try #require(document.disfluencies?.first)
        #expect(document.disfluencies?.count == 1)
        #expect(listed.kind == .repetition && listed.text == "i was" && listed.start == 1 && listed.end == 4)
        #expect(document.line.contains(#""disfluency":"repetition""#))
        #expect(try JSONDecoder().decode(TranscriptDocument.self, from: Data(document.line.utf8)) == document)
    }

    @Test func whatWasNotLookedForIsAbsentAndWhatWasNotFoundIsEmpty() {
        #expect(TranscriptDocument(transcript(["so"], disfluencies: nil)).disfluencies == nil)
        #expect(!TranscriptDocument(transcript(["so"], disfluencies: nil)).line.contains("disfluenc"))
        #expect(TranscriptDocument(transcript(["so"], disfluencies: [])).disfluencies == [])
    }

    @Test(arguments: [0..<0, 1..<9, -1..<1])
    func wordsThatAreNotThereAreNotMarked(words: Range<Int>) {
        let time = TimeRange(startSeconds: 0, endSeconds: 1)
        let taken = Disfluency(kind: .restart, text: "x", words: words, time: time)
        let document = TranscriptDocument(transcript(["so", "so"], disfluencies: [taken]))
        #expect(document.disfluencies == [])
        #expect(document.words.allSatisfy { $0.disfluency == nil })
    }

    @Test func timesThatNoRecordingHasArePutInOrder() throws {
        let transcript = TestTranscript.written(
            [
                [("a", -3, 0.5), ("b", 0.2, 0.1), ("c", .nan, .nan)],
                [("d", 0.4, 99), ("e", .infinity, 100)],
            ], durationSeconds: 10)
        var reached = 0.0
        for word in transcript.words {
            #expect(word.time.startSeconds >= reached && word.time.endSeconds >= word.time.startSeconds)
            reached = word.time.endSeconds
        }
        #expect(reached == 10)
        for format in OutputFormat.allCases {
            let text = format.text(of: transcript)
            #expect(
                !text.contains("-3") && !text.contains("nan") && !text.contains("inf")
                    && !text.contains("99"), "\(text)")
        }
    }

    @Test func aWordingThatJoinsAndDropsWordsKeepsTheTimesOfItsWords() {
        let wording = Wording { segments in
            [
                .init(text: "PostgreSQL,", words: 0..<2), .init(text: "yes.", words: 3..<4),
                .init(text: "", words: 2..<3), .init(text: "x", words: 9..<12),
            ]
        }
        let transcript = TestTranscript.written(
            [[("post", 1, 2), ("gress", 2, 3)], [("um", 3, 4), ("yes", 4, 5)]], wording: wording)
        #expect(transcript.text == "PostgreSQL, yes.")
        #expect(transcript.raw == "post gress um yes")
        #expect(transcript.pieces.map(\.time.startSeconds) == [1, 4])
        #expect(transcript.pieces.map(\.utterance) == [0, 1])
        #expect(transcript.utterances.map(\.text) == ["PostgreSQL,", "yes."])
    }
}
