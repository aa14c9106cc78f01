import Accounts
import Archive
import Evaluation
import FoundationEssentials
import HTTPTypes
import Interview
import InterviewTestSupport
import Practice
import Records
import Server
import ServerTestSupport
import Service
import Speech
import SpeechTestSupport
import Storage
import Synthesis
import TestSupport
import Testing

/// Recordings, corrections and attempts of answers, spoken questions, transcripts and resumes.
@Suite(.serialized) struct AnswerEndpointsTests {
    private static let questions = (1...4).map { number in
        testQuestion(
            "index-\(number)", "What does an index of a database do, part \(number)?", category: "databases",
            points: [
                KeyPoint(id: "rows", statement: "An index finds rows without reading the table", weight: 1)
            ])
    }
    private static let said = "an index finds rows without reading the whole table"
    private static let root = "/api/v1/interviews"

    private static func sound() async throws -> [UInt8] {
        let folder = try TestFolder()
        try await SpokenText.write(said, to: folder.file("a.wav"))
        return try TestFile.bytes(folder.file("a.wav"))
    }

    private func server(_ body: @escaping (InterviewServer) async throws -> Void) async throws {
        let cache = try TestFolder()
        var tools = InterviewTools(
            longestWait: .seconds(60), hearing: SayingRecognizer.pool(Self.said, limit: 2))
        tools.voice = QuestionVoice(
            synthesizer: EspeakSynthesizer.shared, cache: SpeechCache(directory: cache.file("speech")))
        try await InterviewServer.run(questions: Self.questions, tools: tools, body)
    }

    /// An interview that goes on, with the numbers of its questions.
    private func begun(_ server: InterviewServer) async throws -> (id: Int, questions: [Int]) {
        let made = try await server.post(
            Self.root + "/", ["title": "Databases", "total_questions": 3])
        let id = Int(try #require(made["interview"]?["id"]?.number))
        _ = try await server.post(Self.root + "/\(id)/start/")
        let listed = try await server.get(Self.root + "/\(id)/questions/")
        return (id, listed.json.elements.compactMap { $0["id"]?.number }.map { Int($0) })
    }

    /// Speaks an answer and returns its number.
    private func spoken(
        _ server: InterviewServer, _ id: Int, _ question: Int, _ sound: [UInt8]
    ) async throws -> Int {
        let reply = try await server.post(
            Self.root + "/\(id)/submit_response/",
            form: TestForm().adding("question_id", "\(question)").adding("audio", file: "a.wav", sound),
            headers: ["Prefer": "wait=30"])
        #expect(reply.status == 200, "\(reply.text)")
        return Int(try #require(reply["response"]?["id"]?.number))
    }

    @Test func recordingsAreServedWithRanges() async throws {
        let sound = try await Self.sound()
        try await server { server in
            let (id, questions) = try await begun(server)
            let answer = try await spoken(server, id, questions[0], sound)
            let shown = try await server.get(Self.root + "/\(id)/answers/\(answer)")
            let url = try #require(shown["recording_url"]?.string)
            #expect(shown["transcript"]?.string == Self.said)
            #expect(shown["hearing"]?["hearing"]?.string != nil)
            let whole = try await server.server.send(.get, url)
            #expect(whole.status == 200 && whole.header("Content-Type") == "audio/wav")
            #expect(whole.body.starts(with: "RIFF".utf8))
            let size = whole.body.count
            let tag = try #require(whole.header("ETag"))
            for (range, status, bytes) in [
                ("bytes=0-3", 206, Array("RIFF".utf8)), ("bytes=-3", 206, Array(whole.body.suffix(3))),
                ("bytes=\(size - 2)-\(size + 9)", 206, Array(whole.body.suffix(2))),
                ("bytes=\(size)-", 416, nil), ("bytes=0-1,\(size - 1)-", 200, whole.body),
            ] as [(String, Int, [UInt8]?)] {
                let part = try await server.server.send(.get, url, headers: ["Range": range])
                #expect(part.status == status, "\(range)")
                if let bytes { #expect(part.body == bytes, "\(range)") }
            }
            let other = try await server.server.send(
                .get, url, headers: ["Range": "bytes=0-3", "If-Range": "\"other\""])
            #expect(other.status == 200)
            let same = try await server.server.send(.get, url, headers: ["If-None-Match": tag])
            #expect(same.status == 304)
            let head = try await server.server.send(.head, url)
            #expect(head.status == 200 && head.header("Content-Length") == "\(size)")
            #expect(try await server.get(Self.root + "/\(id)/answers/9999/recording").status == 404)
            let typed = try await server.post(
                Self.root + "/\(id)/submit_response/",
                ["question_id": .number(Double(questions[1])), "text_response": .text(Self.said)])
            let number = Int(try #require(typed["response"]?["id"]?.number))
            #expect(try await server.get(Self.root + "/\(id)/answers/\(number)/recording").status == 404)
        }
    }

    @Test func aRecordingThatIsKeptHereAnswersAnotherQuestion() async throws {
        let sound = try await Self.sound()
        try await server { server in
            let (id, questions) = try await begun(server)
            let answer = try await spoken(server, id, questions[0], sound)
            let path = Self.root + "/\(id)/answers/\(answer)/recording"
            let again = try await server.server.send(
                .post, Self.root + "/\(id)/submit_response/", headers: ["Prefer": "wait=30"],
                body:
                    "{\"question_id\": \(questions[1]), \"audio_url\": \"http://127.0.0.1:\(server.server.port)\(path)\"}"
            )
            #expect(again.status == 200, "\(again.text)")
            #expect(again.json?["response"]?["text_response"]?.string == Self.said)
            // Elsewhere it is only kept.
            let elsewhere = try await server.post(
                Self.root + "/\(id)/submit_response/",
                [
                    "question_id": .number(Double(questions[2])), "text_response": .text(Self.said),
                    "audio_url": .text("http://example.com\(path)"),
                ])
            #expect(elsewhere["response"]?["audio_url"]?.string == "http://example.com\(path)")
            let missing = try await server.post(
                Self.root + "/\(id)/submit_response/",
                [
                    "question_id": .number(Double(questions[2])),
                    "audio_url": .text(Self.root + "/\(id)/answers/9999/recording"),
                ])
            #expect(missing.status == 400, "\(missing.text)")
            #expect(missing["detail"]?.string?.contains("audio_url") == true)
            #expect(server.uploads == [])
        }
    }

    @Test func transcriptsAreCorrectedAnswersJudgedAgainAndAttemptsChosen() async throws {
        let sound = try await Self.sound()
        try await server { server in
            let (id, questions) = try await begun(server)
            let first = try await spoken(server, id, questions[0], sound)
            let second = try await spoken(server, id, questions[0], sound)
            let answers = Self.root + "/\(id)/answers"
            let words = "An index finds rows without reading the table, at the price of slower writes."
            let corrected = try await server.send(
                .patch, answers + "/\(second)", ["transcript": .text(words)])
            #expect(corrected.status == 200, "\(corrected.text)")
            #expect(corrected["transcript"]?.string == words)
            #expect(corrected["versions"]?.elements.map { $0["origin"]?.string } == ["heard", "corrected"])
            for wrong: JSONValue in [["transcript": ""], ["transcript": "  "], [:], ["text": "a"]] {
                #expect(try await server.send(.patch, answers + "/\(second)", wrong).status == 400)
            }
            let takes = try await server.get(answers + "/\(first)/takes")
            let shown = takes["takes"]?.elements ?? []
            #expect(shown.compactMap { $0["id"]?.number } == [Double(first), Double(second)])
            #expect(shown.map { $0["counts"] } == [.boolean(false), .boolean(true)])
            let chosen = try await server.post(answers + "/\(first)/choose")
            #expect(chosen["counts"] == .boolean(true), "\(chosen.text)")
            let results = try await server.get(Self.root + "/\(id)/results/")
            let counting = results["responses"]?.elements.first
            #expect(counting?["id"]?.number == Double(first))
            #expect(counting?["text_response"]?.string == Self.said)
            let again = try await server.server.send(
                .post, answers + "/\(first)/judge", headers: ["Prefer": "wait=30"])
            #expect(again.status == 200, "\(again.text)")
            #expect(again.json?["transcript"]?.string == Self.said)
            let asCorrected = try await server.post(answers + "/\(second)/judge")
            #expect(asCorrected["transcript"]?.string == words)
            let typed = try await server.post(
                Self.root + "/\(id)/submit_response/",
                ["question_id": .number(Double(questions[1])), "text_response": .text(Self.said)])
            let number = Int(try #require(typed["response"]?["id"]?.number))
            #expect(try await server.post(answers + "/\(number)/judge").status == 200)
            #expect(try await server.post(answers + "/9999/choose").status == 404)
            _ = try await server.post(Self.root + "/\(id)/complete/")
            #expect(try await server.post(answers + "/\(second)/choose").status == 200, "Also afterwards.")
        }
    }

    @Test func questionsAreSpokenOnceWithTheTimesOfTheirWords() async throws {
        try await server { server in
            let (id, questions) = try await begun(server)
            let path = Self.root + "/\(id)/questions/\(questions[0])/speech"
            let sound = try await server.server.send(.get, path)
            #expect(sound.status == 200, "\(sound.text.prefix(300))")
            #expect(sound.header("Content-Type") == "audio/wav")
            #expect(sound.body.starts(with: "RIFF".utf8))
            let words = try await server.get(path + "/words")
            let said = words["words"]?.elements ?? []
            #expect(said.first?["text"]?.string == "What")
            let ends = said.compactMap { $0["end"]?.number }
            #expect(ends == ends.sorted() && ends.count == said.count)
            let again = try await server.server.send(
                .get, path, headers: ["If-None-Match": sound.header("ETag") ?? ""])
            #expect(again.status == 304, "It is not spoken again.")
            let part = try await server.server.send(.get, path, headers: ["Range": "bytes=-5"])
            #expect(part.status == 206 && part.body == Array(sound.body.suffix(5)))
            for other in [
                "/api/questions/\(questions[0])/speech/",
                "/api/v1/interview/\(id)/questions/\(questions[0])/speech",
            ] {
                let reply = try await server.server.send(.get, other)
                #expect(reply.status == 200 && reply.body == sound.body, "\(other)")
            }
            let (another, _) = try await begun(server)
            for wrong in [
                Self.root + "/\(another)/questions/\(questions[0])/speech",
                Self.root + "/\(id)/questions/99999/speech", Self.root + "/\(id)/questions/x/speech",
            ] {
                #expect(try await server.get(wrong).status == 404, "\(wrong)")
            }
        }
    }

    @Test func aQuestionThatNobodyCanSayHasNoSpeech() async throws {
        try await server { server in
            _ = try await server.post("/api/sessions/", ["title": "Talk"])
            for unseen in ["\u{200B}", "\u{1}", " \u{FEFF}\n"] {
                let refused = try await server.post(
                    "/api/questions/", ["session": 1, "question_text": .text(unseen), "category": "Any"])
                #expect(refused.status == 400, "\(refused.text)")
            }
            let made = try await server.post(
                "/api/questions/", ["session": 1, "question_text": "…", "category": "Any"])
            #expect(made.status == 201, "\(made.text)")
            let number = Int(try #require(made["id"]?.number))
            for path in ["speech", "speech/words"] {
                let reply = try await server.get("/api/questions/\(number)/\(path)/")
                #expect(reply.status == 404, "\(reply.text)")
            }
        }
    }

    @Test func aRecordingIsWrittenDownOrAnswersTheCurrentQuestion() async throws {
        let sound = try await Self.sound()
        let path = "/api/conversations/voice_to_text/"
        try await server { server in
            let text = try await server.post(
                path, form: TestForm().adding("audio_file", file: "recording.wav", sound))
            #expect(text.status == 200, "\(text.text)")
            #expect(text["text"]?.string == Self.said && text["transcript"]?.string == Self.said)
            #expect((text["duration_seconds"]?.number ?? 0) > 1)
            #expect((text["confidence"]?.number ?? 0) > 0.5)
            #expect(text["session_id"] == nil)
            let (id, questions) = try await begun(server)
            let answer = try await server.post(
                path,
                form: TestForm().adding("session_id", "\(id)").adding("audio_file", file: "a.wav", sound))
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer["question_id"]?.number == Double(questions[0]))
            #expect(answer["answer_id"]?.number != nil)
            #expect(answer["session"]?.number == Double(id))
            let interview = try await server.service.interview(.number(Int64(id)), for: .local).interview
            #expect(answer["session_id"]?.string == interview.id)
            let waiting = try await server.post(
                path, form: TestForm().adding("audio_file", file: "a.wav", sound),
                headers: ["Prefer": "respond-async"])
            #expect(waiting.status == 202)
            for (form, status) in [
                (TestForm(), 400), (TestForm().adding("session_id", "\(id)"), 400),
                (TestForm().adding("audio_file", file: "a.wav", Array("No sound.".utf8)), 415),
                (TestForm().adding("audio_file", file: "a.wav", sound).adding("session_id", "99999"), 404),
            ] {
                let reply = try await server.post(path, form: form)
                #expect(reply.status == status, "\(reply.text)")
            }
        }
    }

    @Test func resumesAreKeptOnceAndSteerInterviews() async throws {
        let text = "Ann Smith\nDatabase engineer\nI know PostgreSQL, indexes and SQL well."
        let path = "/api/v1/resumes"
        try await server { server in
            let form = TestForm().adding(
                "file", file: "../../ann smith.txt", Array(text.utf8), type: "text/plain")
            let added = try await server.post(path, form: form)
            #expect(added.status == 201, "\(added.text)")
            let resume = try #require(added["resume"])
            #expect(resume["file_name"]?.string == "ann smith.txt")
            #expect(resume["text"]?.string?.contains("PostgreSQL") == true)
            let id = Int(try #require(resume["id"]?.number))
            let again = try await server.post(path, form: form)
            #expect(again["resume"]?["id"]?.number == Double(id), "The same file is kept once.")
            #expect(try await server.get(path)["total"]?.number == 1)
            let file = try await server.server.send(.get, path + "/\(id)/file")
            #expect(file.body == Array(text.utf8))
            #expect(file.header("Content-Disposition")?.hasPrefix("attachment") == true)
            for (root, request) in [
                ("/api/v1/interview/start", ["resume_id": .number(Double(id))]),
                (Self.root + "/", ["title": "With a resume", "resume_id": .number(Double(id))]),
            ] as [(String, JSONValue)] {
                let begun = try await server.post(root, request)
                #expect([200, 201].contains(begun.status), "\(begun.text)")
            }
            for (content, status) in [
                (Array("PK\u{3}\u{4}zip".utf8), 415), ([], 400), (Array("%PDF-1.4 broken".utf8), 400),
                ([0xFF, 0x41, 0x42], 415),
            ] as [([UInt8], Int)] {
                let reply = try await server.post(
                    path, form: TestForm().adding("file", file: "r.pdf", content))
                #expect(reply.status == status, "\(reply.text)")
            }
            #expect(try await server.delete(path + "/\(id)").status == 204)
            #expect(try await server.get(path + "/\(id)").status == 404)
            #expect(server.uploads == [])
        }
    }
}
