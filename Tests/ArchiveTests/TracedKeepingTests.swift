import Archive
import Audio
import Foundation
import Interview
import InterviewTestSupport
import Recordings
import Records
import SQL
import TestSupport
import Testing

/// What `scripts/check-recordings` watches from outside: whether an answer that somebody was told is kept is on the disk, the
/// recording before the row that names it. It works in a folder that the script names.
@Suite struct TracedKeepingTests {
    private static let folder = ProcessInfo.processInfo.environment["VIVA_TEST_TRACED_FOLDER"]

    @Test(.enabled(if: folder != nil), arguments: [false, true])
    func keepingAnswers(isEncrypted: Bool) async throws {
        let home = try #require(Self.folder) + (isEncrypted ? "/encrypted" : "/plain")
        let archive = try await Archive.open(
            home, keys: isEncrypted ? try MasterKeys.from(environment: TestArchive.keys) : nil)
        var interview = TestArchive.interview("traced", questions: 3)
        let desk = try await InterviewDesk.begin(interview, in: archive)
        for number in 1...3 {
            try interview.handle(.chose(question: testQuestion("q\(number)"), followUp: nil, reason: ""))
            try interview.handle(.asked(recording: nil))
            try await desk.keep(interview)
            let name = "answers/0\(number)-1.wav"
            let writer = try WAVWriter(path: desk.path + "/" + name, sampleRateHz: 16_000, channels: 1)
            try await writer.append((0..<16_000).map { Float(sin(Double($0 * number) / 20)) / 2 })
            try await writer.finish()
            try interview.handle(.received(.spoken(recording: name), at: TestArchive.date))
            try await desk.keep(interview)
            // The script sees by this when it was told that the answer is kept.
            let address = try #require(try await archive.records.recordings(of: desk.number)[name]).address
            try Data(address.utf8).write(to: URL(filePath: "\(home)/told-\(address)"))
            try await TestArchive.judge(&interview, at: desk)
        }
        await desk.close()
        await archive.records.database.close()
    }
}
