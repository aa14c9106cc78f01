import Accounts
import Archive
import FoundationEssentials
import Interview
import Recordings
import Records
import TestSupport
import Testing
import Zip

@Suite("Handing out what is kept about a person")
struct PersonExportTests {
    private func unpack(_ path: String, _ scratch: TestFolder) throws -> [String] {
        let archive = try ZipArchive(path)
        for entry in archive.entries {
            try scratch.folder("unpacked/\(entry.folder)")
            try archive.unpack(entry, to: scratch.file("unpacked/\(entry.name)"), limitBytes: 10_000_000)
        }
        return archive.entries.map(\.name)
    }

    @Test("All of it is in the zip, and can be read", arguments: [false, true])
    func everythingIsThere(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        let person = try await Planted.fill(test)
        try await test.hold("of somebody else")
        let path = test.scratch.file("ann.zip")
        let exported = try await test.archive.export(.person(.number(person)), toZip: path)
        #expect(exported.interviews == 2 && exported.resumes == 1)
        #expect(exported.missing == ["interviews/1/reports/1"])
        let names = try unpack(path, test.scratch)
        #expect(names == exported.manifest.files.map(\.path) + ["manifest.json"])
        let wanted = [
            "data.json", "interviews/1/session.json", "interviews/1/transcript.txt",
            "interviews/1/report.html", "interviews/1/questions/02.wav", "interviews/1/answers/02-1.wav",
            "interviews/1/messages/1.wav", "interviews/2/session.json", "interviews/2/answers/01-1.wav",
            "resumes/1/resume.txt", "resumes/1/\(Planted.mark).txt",
        ]
        for name in wanted { #expect(names.contains(name), "\(name)") }
        #expect(!names.contains { $0.hasPrefix("interviews/3") })
        for file in exported.manifest.files {
            #expect(try test.scratch.bytes("unpacked/\(file.path)").count == file.bytes)
        }
        #expect(
            try test.scratch.text("unpacked/resumes/1/\(Planted.mark).txt") == "\(Planted.mark) in a file")
        #expect(
            try test.scratch.text("unpacked/interviews/1/answers/02-1.wav") == "the sound of \(Planted.mark)")
        let transcript = try test.scratch.text("unpacked/interviews/1/transcript.txt")
        #expect(transcript.contains("Typed \(Planted.mark).") && transcript.contains("Corrected:"))
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let data = try decoder.decode(
            PersonExport.self, from: Data(try test.scratch.bytes("unpacked/data.json")))
        #expect(data.person.value.notes == "Is \(Planted.mark)." && data.interviews.count == 2)
        #expect(data.organization?.value.name == "Initech" && data.resumes.count == 1)
    }

    @Test("Recordings that somebody sent to be written down are in it, with what was heard")
    func transcripts() async throws {
        let test = try await TestArchive()
        let records = test.archive.records
        var accounts: [AccountInfo] = []
        for name in ["ann", "bob"] {
            accounts.append(
                try await records.keep(
                    Account(
                        id: name, login: LoginName(name), passwordHash: "h",
                        passwordSetAt: Date(timeIntervalSince1970: 0)),
                    person: Person(id: "person of \(name)", name: name)))
        }
        for account in accounts {
            let path = try test.scratch.write(Array("the sound of \(account.login)".utf8), to: account.login)
            _ = try await test.archive.keep(recording: path) { address in
                Job(
                    .transcript(recording: address, fileName: "note.wav"), account: account.number,
                    text: "said by \(account.login)")
            }
        }
        let path = test.scratch.file("ann.zip")
        let person = try #require(accounts[0].person)
        let exported = try await test.archive.export(.person(.number(person)), toZip: path)
        #expect(exported.missing.isEmpty)
        let names = try unpack(path, test.scratch)
        #expect(names.contains("transcripts/1") && names.contains("transcripts/1.txt"), "\(names)")
        #expect(!names.contains { $0.hasPrefix("transcripts/2") })
        #expect(try test.scratch.text("unpacked/transcripts/1.txt") == "said by ann\n")
        #expect(try test.scratch.text("unpacked/transcripts/1") == "the sound of ann")
        let data = try test.scratch.text("unpacked/data.json")
        #expect(data.contains("note.wav") && !data.contains("said by bob"))
        let all = try await test.archive.export(.everything, toZip: test.scratch.file("all.zip"))
        #expect(all.manifest.files.map(\.path).contains("transcripts/2.txt"))
    }

    @Test("Everything is in the zip of everything")
    func everything() async throws {
        let test = try await TestArchive()
        _ = try await Planted.fill(test)
        try await test.hold("of nobody")
        let planned = Interview(
            id: "planned", plan: InterviewPlan(seed: 1), schedule: nil, createdAt: TestArchive.date)
        try await test.archive.records.keep(planned)
        let exported = try await test.archive.export(.everything, toZip: test.scratch.file("all.zip"))
        #expect(exported.interviews == 4 && exported.resumes == 1)
        _ = try unpack(test.scratch.file("all.zip"), test.scratch)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let data = try decoder.decode(
            WholeExport.self, from: Data(try test.scratch.bytes("unpacked/data.json")))
        #expect(data.people.count == 1 && data.organizations.count == 1 && data.interviews.count == 4)
    }

    @Test("A recording that is kept nowhere is told, and the rest handed out")
    func missing() async throws {
        let test = try await TestArchive()
        let number = try await test.hold("one")
        for recording in try test.archive.vault.list().recordings {
            try test.archive.vault.remove(recording.id)
        }
        let exported = try await test.archive.export(.everything, toZip: test.scratch.file("all.zip"))
        #expect(exported.missing == ["interviews/\(number)/answers/01-1.wav"])
    }

    @Test("What a person answered is that person's history alone")
    func history() async throws {
        let test = try await TestArchive()
        let ann = try await test.archive.records.keep(Person(id: "ann", name: "Ann"))
        let bob = try await test.archive.records.keep(Person(id: "bob", name: "Bob"))
        try await test.hold("of Ann", details: InterviewDetails(candidate: ann.number))
        #expect(try await test.archive.history(of: ann.number).questions.map(\.id) == ["q1"])
        #expect(try await test.archive.history(of: bob.number).isEmpty)
        #expect(try await test.archive.history().isEmpty)
        try await test.hold("of nobody")
        #expect(try await test.archive.history().questions.count == 1)
        let kept = try await test.archive.records.interview(.id("of nobody")).interview
        let judging = try #require(InterviewJudging(of: kept))
        let scores = { (candidate: Int64?) in
            try await test.archive.records.scores(
                before: TestArchive.date + 1, judged: judging, candidate: candidate, count: 9)
        }
        #expect(try await scores(nil).count == 1)
        #expect(try await scores(ann.number).count == 1)
        #expect(try await scores(bob.number).isEmpty)
    }
}
