import Archive
import Evaluation
import FoundationEssentials
import Interview
import Recordings
import Records
import Reports
import Storage
import TestSupport
import Testing
import Zip

@Suite("Giving an interview away")
struct ExportTests {
    private func unpack(_ path: String, into folder: String, _ scratch: TestFolder) throws {
        let archive = try ZipArchive(path)
        for entry in archive.entries {
            if let slash = entry.name.lastIndex(of: "/") {
                try scratch.folder("\(folder)/\(entry.name[..<slash])")
            }
            try scratch.folder(folder)
            try archive.unpack(entry, to: scratch.file("\(folder)/\(entry.name)"), limitBytes: 10_000_000)
        }
    }

    @Test("All of it is in the zip, and another archive takes it in", arguments: [false, true])
    func roundTrip(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        let number = try await test.hold(
            "one", question: TestArchive.sound("question"),
            details: InterviewDetails(title: "Before <Monday>", company: "Initech"))
        let path = test.scratch.file("one.zip")
        let manifest = try await test.archive.export(.number(number), toZip: path)
        #expect(
            manifest.files.map(\.path) == [
                "session.json", "transcript.txt", "report.html", "questions/01.wav", "answers/01-1.wav",
            ])
        try unpack(path, into: "sessions/one", test.scratch)
        #expect(try test.scratch.bytes("sessions/one/answers/01-1.wav") == TestArchive.sound("one"))
        let text = try test.scratch.text("sessions/one/transcript.txt")
        #expect(text.hasPrefix("Before <Monday>\n"))
        #expect(text.contains("Question 1: What is 1?"))
        #expect(try test.scratch.text("sessions/one/report.html").contains("Before &lt;Monday&gt;"))
        for file in manifest.files {
            #expect(try test.scratch.bytes("sessions/one/\(file.path)").count == file.bytes)
        }

        let other = try await Archive.open(test.scratch.file("other"))
        let outcomes = try await SessionImport(into: other).run(
            SessionLibrary(directory: test.scratch.file("sessions")))
        #expect(outcomes.count == 1)
        let original = try await test.archive.records.interview(.number(number)).interview
        #expect(try await other.records.interview(.id("one")).interview == original)
        #expect(try other.vault.list().recordings.count == 2)
    }

    @Test(
        "A recording that is kept nowhere is named in the manifest, and the rest is written",
        arguments: [false, true])
    func missing(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        let number = try await test.hold("one", question: TestArchive.sound("question"))
        let address = try #require(
            try await test.archive.records.recordings(of: number)["answers/01-1.wav"]?.address)
        try test.archive.vault.remove(try #require(RecordingID(address)))
        let path = test.scratch.file("one.zip")
        let manifest = try await test.archive.export(.number(number), toZip: path)
        #expect(manifest.missing == ["answers/01-1.wav"])
        #expect(manifest.files.map(\.path).suffix(1) == ["questions/01.wav"])
        try unpack(path, into: "one", test.scratch)
        #expect(try test.scratch.text("one/manifest.json").contains("answers/01-1.wav"))
    }

    @Test("The transcript says what was typed, and where nothing was said")
    func transcript() async throws {
        let test = try await TestArchive()
        var interview = TestArchive.interview("one")
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        for answer in ["Because of the index.", nil] {
            try interview.handle(
                .chose(
                    question: Question(
                        id: "q", text: "Why?", kind: .technical, category: "any", level: .mid, keyPoints: []),
                    followUp: nil, reason: ""))
            try interview.handle(.asked(recording: nil))
            guard let answer else { break }
            try interview.handle(.received(.typed(text: answer), at: TestArchive.date))
            try await TestArchive.judge(&interview, at: desk)
        }
        try await desk.keep(interview)
        let path = test.scratch.file("one.zip")
        try await test.archive.export(.id("one"), toZip: path)
        try unpack(path, into: "one", test.scratch)
        let text = try test.scratch.text("one/transcript.txt")
        #expect(text.contains("Question 1: Why?\n\nBecause of the index.\n"))
        #expect(text.contains("Question 2: Why?\n\n(no answer)\n"))
        await desk.close()
    }

    @Test("A report looks back on the same person's interviews that were judged alike")
    func progress() async throws {
        let test = try await TestArchive()
        for day in 1...13 {
            try await test.hold("day-\(day)", date: TestArchive.date + Double(day) * 86_400)
        }
        let number = try await test.hold("last", date: TestArchive.date + 14 * 86_400)
        let kept = try await test.archive.records.interview(.number(number))
        let report = try await test.archive.report(of: kept)
        #expect(report.progress.count == Archive.progressLimit)
        #expect(report.progress.map(\.date) == report.progress.map(\.date).sorted())
        #expect(report.progress.last?.date == TestArchive.date + 13 * 86_400)
        let first = try await test.archive.records.interview(.id("day-1"))
        #expect(try await test.archive.report(of: first).progress.isEmpty)
    }

    @Test("Persons' reviews stand in the report with their names")
    func review() async throws {
        let test = try await TestArchive()
        let number = try await test.hold("one")
        let grace = try await test.archive.records.keep(
            Person(id: "grace", name: "Grace", role: .interviewer)
        ).number
        let kept = try await test.archive.records.change(.number(number)) { interview in
            try interview.review(
                turn: 1, take: 1,
                as: HumanReview(
                    score: 80, feedback: ["technical": "Sound."], notes: "Well told.", date: TestArchive.date)
            )
            try interview.review(
                as: HumanReview(score: 66, reviewer: grace, date: TestArchive.date))
        }
        let report = try await test.archive.report(of: kept)
        #expect(report.result.review?.reviewer == "Grace")
        #expect(report.result.overall == 66)
        #expect(report.result.answersMean == 80)
        let review = report.questions.first?.review
        #expect(review?.reviewer == "A person")
        #expect(review?.overall == 80)
        #expect(review?.comment == "Well told.")
        #expect(review?.feedback == ["technical": "Sound."])
    }
}
