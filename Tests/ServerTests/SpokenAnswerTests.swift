import Accounts
import Archive
import Audio
import Evaluation
import FoundationEssentials
import HTTPTypes
import Interview
import InterviewTestSupport
import NIOConcurrencyHelpers
import Practice
import Recognition
import Records
import Server
import ServerTestSupport
import Service
import Speech
import SpeechTestSupport
import Synchronization
import TestSupport
import Testing

/// Answers that are sent as recordings.
@Suite(.serialized) struct SpokenAnswerTests {
    private static let questions = (1...4).map { number in
        testQuestion(
            "index-\(number)", "What does an index of a database do, part \(number)?", category: "databases",
            points: [
                KeyPoint(id: "rows", statement: "An index finds rows without reading the table", weight: 1)
            ])
    }
    /// Long enough to be judged whatever a recogniser makes of some of the words.
    private static let words =
        "An index finds the rows of a table quickly, without reading the whole table, and every write takes longer. "
        + "The database uses an index when a query wants few rows of a large table, and reads the whole table when it wants most of them."
    private static let said = "an index finds rows without reading the whole table"

    /// A recording of the answer.
    private static func recording() async throws -> [UInt8] {
        let folder = try TestFolder()
        try await SpokenText.write(words, to: folder.file("a.wav"))
        return try TestFile.bytes(folder.file("a.wav"))
    }

    /// Hears in processes of their own, as the server does.
    private static let workers = RecognizerPool(limit: 2) {
        try await WorkerRecognizer(
            program: BuiltCommand.path, arguments: ["transcribe-worker", "--engine=pocketsphinx"])
    }

    private func server(
        hearing: RecognizerPool = SayingRecognizer.pool(said),
        tools change: (inout InterviewTools) -> Void = { _ in },
        settings: (inout ServerSettings) -> Void = { _ in },
        _ body: @escaping (InterviewServer) async throws -> Void
    ) async throws {
        var tools = InterviewTools(longestWait: .seconds(900), hearing: hearing)
        change(&tools)
        try await InterviewServer.run(questions: Self.questions, tools: tools, settings: settings, body)
    }

    private func started(_ server: InterviewServer) async throws -> (session: Int, question: Int) {
        let reply = try await server.post(
            "/api/v1/interview/start", ["session_type": "technical", "num_questions": 3])
        return (
            Int(try #require(reply["session_id"]?.number)),
            Int(try #require(reply["first_question"]?["question_id"]?.number))
        )
    }

    private func form(_ session: Int, _ question: Int) -> TestForm {
        TestForm().adding("session_id", "\(session)").adding("question_id", "\(question)")
    }

    /// Asks for a job until it is over.
    private func ended(_ url: String, _ server: InterviewServer) async throws -> InterviewServer.Reply {
        while true {
            let reply = try await server.server.send(.get, url, headers: ["Prefer": "wait=20"], body: nil)
            let state = reply.json?["state"]?.string
            guard state == "queued" || state == "running" else {
                return InterviewServer.Reply(
                    status: reply.status, json: reply.json ?? .null, text: reply.text)
            }
        }
    }

    @Test func aSpokenAnswerIsHeardByARealRecogniserAndAnsweredAsATypedOne() async throws {
        let sound = try await Self.recording()
        try await server(hearing: Self.workers) { server in
            let (session, question) = try await started(server)
            let reply = try await server.post(
                "/api/v1/interview/answer",
                form: form(session, question).adding("audio", file: "answer.wav", sound)
                    .adding("time_taken_seconds", "12"), headers: ["Prefer": "respond-async"])
            #expect(reply.status == 202, "\(reply.text)")
            #expect(reply["kind"]?.string == "answer")
            #expect(reply["question_id"]?.number == Double(question))
            let job = try await ended(try #require(reply["url"]?.string), server)
            #expect(job["state"]?.string == "done", "\(job.text)")
            let details = try await server.get("/api/v1/interview/\(session)")
            let answer = try #require(details["questions_and_answers"]?.elements.first)
            let text = try #require(answer["user_answer"]?.string)
            #expect(text.contains("index"), "\(text)")
            // It is judged; an artificial voice may be heard too badly for a score.
            #expect(answer["scores"]?.names.contains("overall") == true, "\(answer)")
            #expect(answer["time_taken_seconds"]?.number == 12)
            // The next one has another name of its field, and the name of a file that leads elsewhere.
            let next = try await server.get("/api/v1/interview/\(session)/question")
            let second = try await server.post(
                "/api/v1/interview/answer",
                form: form(session, Int(next["question_id"]?.number ?? 0))
                    .adding("audio_file", file: "../../etc/answer.wav", sound, type: "audio/wav"),
                headers: ["Prefer": "respond-async"])
            #expect(second.status == 202, "\(second.text)")
            let secondJob = try await ended(try #require(second["url"]?.string), server)
            #expect(secondJob["state"]?.string == "done", "\(secondJob.text)")
            let both = try await server.get("/api/v1/interview/\(session)")
            let texts = both["questions_and_answers"]?.elements.compactMap { $0["user_answer"]?.string } ?? []
            #expect(texts.count { $0.contains("index") } == 2, "\(texts)")
            let jobs = try await server.get("/api/v1/jobs")
            #expect(jobs["total"]?.number == 2)
            let done = try await server.post("/api/v1/interview/\(session)/complete")
            #expect(done["questions_answered"]?.number == 2, "\(done.text)")
        }
    }

    @Test func aRequestThatWaitsIsAnsweredAsATypedOne() async throws {
        let sound = try await Self.recording()
        try await server { server in
            let (session, question) = try await started(server)
            let waited = try await server.post(
                "/api/v1/interview/answer",
                form: form(session, question).adding(
                    "audio_file", file: "answer.wav", sound, type: "audio/wav"),
                headers: ["Prefer": "wait=900"])
            #expect(waited.status == 200, "\(waited.text)")
            #expect(waited["your_answer"]?.string == Self.said)
        }
    }

    @Test func theInterviewsHaveItTooWithCodeBeside() async throws {
        let sound = try await Self.recording()
        try await server { server in
            let made = try await server.post(
                "/api/v1/interviews/", ["title": "Databases", "total_questions": 2])
            let id = Int(try #require(made["interview"]?["id"]?.number))
            _ = try await server.post("/api/v1/interviews/\(id)/start/")
            let listed = try await server.get("/api/v1/interviews/\(id)/questions/")
            let question = Int(try #require(listed.json.elements.first?["id"]?.number))
            let reply = try await server.post(
                "/api/v1/interviews/\(id)/submit_response/",
                form: TestForm().adding("question_id", "\(question)")
                    .adding("code_response", "CREATE INDEX i ON t (a);").adding(
                        "audio", file: "a.wav", sound),
                headers: ["Prefer": "wait=30"])
            #expect(reply.status == 200, "\(reply.text)")
            #expect(reply["response"]?["is_evaluated"] == .boolean(true))
            #expect(reply["response"]?["code_response"]?.string == "CREATE INDEX i ON t (a);")
            #expect(reply["response"]?["text_response"]?.string == Self.said)
            // As text, it is a form as well.
            let second = Int(try #require(listed.json.elements.last?["id"]?.number))
            let text = try await server.post(
                "/api/v1/interviews/\(id)/submit_response/",
                form: TestForm().adding("question_id", "\(second)").adding("text_response", Self.words))
            #expect(text.status == 200, "\(text.text)")
        }
    }

    @Test func theInterviewGoesOnWhileAnAnswerWaits() async throws {
        let sound = try await Self.recording()
        let isLet = Atomic(false)
        try await server(
            hearing: SayingRecognizer.pool(Self.said, isLet: { isLet.load(ordering: .relaxed) }),
            tools: { $0.longestWait = .milliseconds(300) }
        ) { server in
            let (session, question) = try await started(server)
            let first = try await server.post(
                "/api/v1/interview/answer",
                form: form(session, question).adding("audio", file: "a.wav", sound),
                headers: ["Prefer": "wait=0"])
            #expect(first.status == 202, "\(first.text)")
            let again = try await server.post(
                "/api/v1/interview/answer",
                form: form(session, question).adding("audio", file: "a.wav", sound))
            #expect(again.status == 400, "It was answered already: \(again.text)")
            let next = try await server.get("/api/v1/interview/\(session)/question")
            #expect(next["question_number"]?.number == 2)
            let typed = try await server.post(
                "/api/v1/interview/answer",
                [
                    "session_id": .number(Double(session)),
                    "question_id": .number(next["question_id"]?.number ?? 0), "answer": .text(Self.words),
                ])
            #expect(typed.status == 200, "\(typed.text)")
            #expect(try await server.post("/api/v1/interview/\(session)/complete").status == 503)
            let waiting = try await server.get("/api/v1/interview/\(session)")
            #expect(waiting["questions_and_answers"]?.elements.first?["user_answer"] == nil)
            isLet.store(true, ordering: .relaxed)
            let job = try await ended(try #require(first["url"]?.string), server)
            #expect(job["state"]?.string == "done")
            let done = try await server.post("/api/v1/interview/\(session)/complete")
            #expect(done.status == 200, "\(done.text)")
            #expect(done["questions_answered"]?.number == 2)
        }
    }

    @Test func overTheBoundAnAnswerIsRefusedBeforeItIsSent() async throws {
        let sound = try await Self.recording()
        let isLet = Atomic(false)
        try await server(
            hearing: SayingRecognizer.pool(Self.said, isLet: { isLet.load(ordering: .relaxed) }),
            tools: { $0.jobs.openJobs = 1 }
        ) { server in
            let (session, question) = try await started(server)
            let first = try await server.post(
                "/api/v1/interview/answer",
                form: form(session, question).adding("audio", file: "a.wav", sound),
                headers: ["Prefer": "wait=0"])
            #expect(first.status == 202)
            let connection = try await server.server.connect()
            try await connection.write(
                """
                POST /api/v1/interview/answer HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: \(TestForm.type)\r
                Content-Length: 1000000\r
                \r

                """)
            let refusal = try await connection.read(until: "jobs wait already")
            #expect(refusal.hasPrefix("HTTP/1.1 503"))
            #expect(refusal.lowercased().contains("retry-after: 30"))
            await connection.close()
            isLet.store(true, ordering: .relaxed)
            let job = try await ended(try #require(first["url"]?.string), server)
            #expect(job["state"]?.string == "done")
        }
    }

    @Test func whatIsNoAnswerIsRefusedAndLeavesNothing() async throws {
        let sound = try await Self.recording()
        let path = "/api/v1/interview/answer"
        try await server(
            hearing: .nothing, tools: { $0.limitRecordingSeconds = 60 },
            settings: { $0.limitUploadBytes = 3_000_000 }
        ) { server in
            let (session, question) = try await started(server)
            let form = form(session, question)
            // Two minutes of silence.
            let folder = try TestFolder()
            let writer = try WAVWriter(path: folder.file("long.wav"), sampleRateHz: 8000)
            try await writer.append([Float](repeating: 0, count: 8000 * 120))
            try await writer.finish()
            let long = try TestFile.bytes(folder.file("long.wav"))
            let cases: [(TestForm, Int, String)] = [
                (form.adding("audio", file: "a.wav", Array("This is no sound at all.".utf8)), 415, "a.wav"),
                (form.adding("audio", file: "a.wav", []), 400, "empty"),
                (form.adding("audio", file: "a.wav", Array(sound.prefix(30))), 400, "header"),
                (form.adding("audio", file: "a.wav", Array(sound.prefix(44))), 400, "without any sound"),
                (form.adding("audio", file: "a.wav", long), 413, "longer than 60 s"),
                (
                    form.adding("audio", file: "a.wav", [UInt8](repeating: 1, count: 3_100_000)), 413,
                    "3000000 bytes"
                ),
                (
                    form.adding("audio", file: "a.wav", sound).adding("audio", file: "b.wav", sound), 400,
                    "must be there once"
                ),
                (
                    form.adding("audio", file: "a.wav", sound).adding("audio_file", file: "b.wav", sound),
                    400,
                    "two recordings"
                ),
                (form.adding("audio", file: "a.wav", sound).adding("answer", Self.words), 400, "one of them"),
                (form, 400, "answer is required"),
                (form.adding("session_id", "1"), 400, "must be there once"),
                (form.adding("other", "1"), 400, "other"),
                (
                    TestForm().adding("session_id", "\(session)").adding("audio", file: "a.wav", sound), 400,
                    "question_id"
                ),
                (
                    self.form(9_999, question).adding("audio", file: "a.wav", sound), 404, "9999"
                ),
                (
                    self.form(session, 9_999).adding("audio", file: "a.wav", sound), 404, "9999"
                ),
            ]
            for (form, status, reason) in cases {
                let reply = try await server.post(path, form: form)
                #expect(
                    reply.status == status && reply["detail"]?.string?.contains(reason) == true,
                    "\(reply.text)")
                #expect(reply["detail"]?.string?.contains(server.service.archive.folder) == false)
            }
            let whole = form.adding("audio", file: "a.wav", sound).bytes
            let cut = try await server.server.send(
                .post, path, headers: ["Content-Type": TestForm.type], bytes: Array(whole.dropLast(12)))
            #expect(cut.status == 400)
            let other = try await server.server.send(
                .post, path, headers: ["Content-Type": "audio/wav"], bytes: sound)
            #expect(other.status == 415)
            // Somebody who goes away in the middle.
            let connection = try await server.server.connect()
            try await connection.write(
                Array(
                    "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: \(TestForm.type)\r\nContent-Length: \(whole.count)\r\n\r\n"
                        .utf8) + whole.prefix(whole.count / 2))
            while server.uploads.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            await connection.close()
            while !server.uploads.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            #expect(try await server.get("/api/v1/jobs")["total"]?.number == 0)
            let next = try await server.get("/api/v1/interview/\(session)/question")
            #expect(next["question_id"]?.number == Double(question), "It still is to be answered.")
        }
    }

    @Test func aWorkerThatDiesTwiceFailsTheJobAndTheRecordingStays() async throws {
        let sound = try await Self.recording()
        let script = """
            printf '%s\\n' '{"ready":{"_0":{"name":"mortal","expectedWordErrorRates":[],"mistakesFilledPauses":true,"windowSeconds":0}}}'
            head -c 1 >/dev/null; echo 'decoder.c:12: assertion failed' >&2; exit 7
            """
        let mortal = RecognizerPool(limit: 1) {
            try await WorkerRecognizer(program: "/bin/sh", arguments: ["-c", script])
        }
        let notices = NIOLockedValueBox<[String]>([])
        let tools: (inout InterviewTools) -> Void = { tools in
            tools.equipment.notice = { text in notices.withLockedValue { $0.append(text) } }
        }
        try await server(hearing: mortal, tools: tools) { server in
            let (session, question) = try await started(server)
            let reply = try await server.post(
                "/api/v1/interview/answer",
                form: form(session, question).adding("audio", file: "a.wav", sound),
                headers: ["Prefer": "wait=0"])
            #expect(reply.status == 202)
            let job = try await ended(try #require(reply["url"]?.string), server)
            #expect(job["state"]?.string == "failed")
            // The client gets a sentence, the log what it was.
            #expect(
                job["reason"]?.string
                    == "Speech recognition failed on the recording, as the log of the server says: order it once more, or give the words in writing.",
                "\(job.text)")
            #expect(
                notices.withLockedValue { $0.contains { $0.contains("decoder.c:12: assertion failed") } })
            let sheet = try await server.service.interview(.number(Int64(session)), for: .local)
            let take = try #require(sheet.interview.turns.first?.takes.first)
            #expect(take.hasFailed)
            let kept = try await server.service.archive.records.recordings(of: sheet.number)
            #expect(kept[take.recording ?? ""] != nil)
            #expect(try await server.post("/api/v1/interview/\(session)/complete").status == 200)
        }
    }
}
