import Accounts
import Archive
import Credentials
import FoundationEssentials
import Interview
import Records
import ServerTestSupport
import Service
import Speech
import SpeechTestSupport
import Testing

@testable import Server

/// Who may speak live, for how long, and who may end it.
@Suite(.serialized) struct LiveLimitTests {
    private static func run(
        _ change: (inout LiveSettings) -> Void = { _ in },
        accounts: (Archive) async throws -> AccountService? = { _ in nil },
        _ body: @escaping (LiveServer) async throws -> Void
    ) async throws {
        var settings = LiveSettings()
        change(&settings)
        try await LiveServer.run(
            settings, hearing: { SayingRecognizer("an index finds rows") }, accounts: accounts, body)
    }

    /// Sends sound to a client of another kind until it is closed; how it is closed, and what it was told.
    private static func vosk(
        _ server: LiveServer, _ path: String = "/vosk", seconds: Double = 0
    ) async throws -> (close: Int?, texts: [String]) {
        try await Self.vosk(WebSocketClient(port: server.port, path), seconds: seconds)
    }

    /// The same to one that is there.
    private static func vosk(
        _ client: WebSocketClient, seconds: Double = 0
    ) async throws -> (close: Int?, texts: [String]) {
        if seconds > 0 {
            let bytes = LiveSpeech.quiet(seconds).flatMap {
                [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
            }
            try await client.write(WebSocketClient.frame(2, bytes))
        }
        var texts: [String] = []
        while true {
            let frame = try await client.next()
            if frame.code == 8 { return (frame.closeCode, texts) }
            if frame.code == 1 { texts.append(frame.text) }
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoSaysNothingKeepsNoStream() async throws {
        try await Self.run({ $0.silenceSeconds = 0.2 }) { server in
            let vosk = try await Self.vosk(server)
            #expect(vosk.close == 1008)
            #expect(vosk.texts.isEmpty)
            let live = try await server.join(server.begun())
            #expect(try await live.events(until: "close").last?["code"]?.number == 1008)
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoNeverEndsIsEnded() async throws {
        try await Self.run({ $0.answerLimitSeconds = 2 }) { server in
            let vosk = try await Self.vosk(server, seconds: 2.5)
            #expect(vosk.close == 1008)
            #expect(vosk.texts.last?.contains("\"text\"") == true, "\(vosk.texts)")
            let live = try await server.join(server.begun())
            _ = try await live.events(until: "listening")
            try await live.speak(LiveSpeech.quiet(2.5)[...])
            let final = try await live.events(until: "final").last
            #expect(abs((final?["seconds"]?.number ?? 0) - 2) < 0.11)
        }
    }

    @Test(.timeLimit(.minutes(30)), arguments: ["disabled", "closed", "role"])
    func whoseAccountMayNotBeUsedAnyMoreSpeaksNoMore(change: String) async throws {
        var made: AccountService?
        func accounts(in archive: Archive) async -> AccountService {
            var settings = AccountSettings()
            settings.allowsSingleUser = false
            let accounts = await AccountService(
                AccountAdministration(records: archive.records, settings: settings), key: TokenKey())
            made = accounts
            return accounts
        }
        try await Self.run({ $0.accountSeconds = 0.05 }, accounts: accounts) { server in
            let accounts = try #require(made)
            let administration = accounts.administration
            let ann = try await administration.add(
                NewAccount(login: "ann", password: "correct mule battery", role: .candidate),
                by: .local)
            let signedIn = try await accounts.login("ann", password: "correct mule battery", from: nil)
            let own = try server.with(token: signedIn.access)
            let session = try await own.begun()
            let client = try await own.join(session)
            _ = try await client.events(until: "listening")
            try await client.speak(LiveSpeech.samples("An index finds the rows.")[...])
            _ = try await client.events(until: "speech")
            let ticket = try await own.ticket(nil)
            // It is there before anything changes.
            let voskClient = try await WebSocketClient(port: server.port, "/vosk?ticket=\(ticket)")
            async let vosk = Self.vosk(voskClient)
            let records = try server.server.server.service.archive.records
            switch change {
            case "disabled":
                try await records.changeAccount(.number(ann.number)) { $0.state = .disabled }
            case "closed": try await records.deleteAccount(.number(ann.number))
            default:
                try await records.changeAccount(.number(ann.number)) { $0.role = .interviewer }
            }
            let end = try await client.events(until: "close")
            #expect(end.last?["code"]?.number == 4403)
            #expect(try await vosk.close == 4403)
            // What was said until then is an answer.
            var takes = 0
            while takes == 0 {
                try await Task.sleep(for: .milliseconds(50))
                takes = try await records.interview(.number(Int64(session))).interview.turns
                    .flatMap(\.takes).count
            }
        }
    }

    @Test(.timeLimit(.minutes(30)), arguments: ["password", "logout", "everywhere"])
    func whoHasSignedOutSpeaksNoMore(how: String) async throws {
        let password = "correct mule battery"
        var made: AccountService?
        func accounts(in archive: Archive) async -> AccountService {
            var settings = AccountSettings()
            settings.allowsSingleUser = false
            let accounts = await AccountService(
                AccountAdministration(records: archive.records, settings: settings), key: TokenKey())
            made = accounts
            return accounts
        }
        try await Self.run({ $0.accountSeconds = 0.05 }, accounts: accounts) { server in
            let accounts = try #require(made)
            let ann = try await accounts.administration.add(
                NewAccount(login: "ann", password: password, role: .candidate), by: .local)
            let signedIn = try await accounts.login("ann", password: password, from: nil)
            let own = try server.with(token: signedIn.access)
            let session = try await own.begun()
            let client = try await own.join(session)
            _ = try await client.events(until: "listening")
            try await client.speak(LiveSpeech.samples("An index finds the rows.")[...])
            _ = try await client.events(until: "speech")
            let ticket = try await own.ticket(nil)
            // It is there before anything changes.
            let voskClient = try await WebSocketClient(port: server.port, "/vosk?ticket=\(ticket)")
            async let vosk = Self.vosk(voskClient)
            // Who signed in elsewhere with the same account stays.
            let elsewhere = try await accounts.login("ann", password: password, from: nil)
            switch how {
            case "password":
                _ = try await accounts.changePassword(
                    from: password, to: "another mule battery", by: Caller(ann.requester))
            case "logout": try await accounts.logout(signedIn.refresh, from: nil)
            default: try await accounts.logoutEverywhere(Caller(ann.requester))
            }
            let end = try await client.events(until: "close")
            #expect(end.last?["code"]?.number == 1008)
            #expect(try await vosk.close == 1008)
            if how == "logout" { _ = try await accounts.requester(ofToken: elsewhere.access) }
            // What was said until then is an answer.
            let records = try server.server.server.service.archive.records
            var takes = 0
            while takes == 0 {
                try await Task.sleep(for: .milliseconds(50))
                takes = try await records.interview(.number(Int64(session))).interview.turns
                    .flatMap(\.takes).count
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func aPauseHasAnEnd() async throws {
        let speech = try await LiveSpeech.samples("An index finds the rows.")
        try await Self.run({ $0.silenceSeconds = 2 }) { server in
            let session = try await server.begun()
            let client = try await server.join(session)
            _ = try await client.events(until: "listening")
            try await client.speak(speech[...])
            try await client.say("pause")
            // Whatever is said and sent during a pause, it is one.
            let talking = Task {
                while !Task.isCancelled {
                    for type in ["pause", "repeat", "playing", "played", "nonsense"] {
                        try await client.say(type)
                    }
                    try await client.speak(LiveSpeech.quiet(0.1)[...])
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
            let end = try await client.events(until: "close")
            talking.cancel()
            #expect(end.last?["code"]?.number == 1008)
            // What was said before it is an answer, and nobody waits for the client.
            let records = try server.server.server.service.archive.records
            var takes = 0
            while takes == 0 {
                try await Task.sleep(for: .milliseconds(50))
                takes = try await records.interview(.number(Int64(session))).interview.turns
                    .flatMap(\.takes).count
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func aQuestionOfAnotherSessionIsRefusedAtOnce() async throws {
        try await Self.run { server in
            let session = try await server.begun()
            let other = try await server.begun()
            let records = try server.server.server.service.archive.records
            let foreign = try #require(
                try await records.sheet(of: .number(Int64(other))).questions.first?.number)
            let client = try await server.join(session, ["question": .number(Double(foreign))])
            let told = try await client.events(until: "close")
            #expect(told.map(\.type) == ["error", "close"])
            #expect(told.first?["code"]?.string == "refused")
            #expect(told.first?["detail"]?.string?.contains("question \(foreign)") == true)
            #expect(told.last?["code"]?.number == 1008)
            // The session is as it was, and nobody holds it.
            let next = try await server.join(session)
            _ = try await next.events(until: "listening")
            try await next.say("bye")
            _ = try await next.events(until: "close")
        }
    }

    @Test(.timeLimit(.minutes(30))) func nobodyIsErasedInTheMiddleOfAnAnswer() async throws {
        try await Self.run { server in
            let service = try server.server.server.service
            let person = try await service.archive.records.keep(
                Person(id: "11111111-1111-4111-8111-111111111111", name: "Ann")
            ).number
            var request = InterviewRequest()
            request.questionCount = 2
            request.candidate = person
            request.beginning = .now
            let session = try await service.create(request, for: .local).number
            let client = try await server.join(Int(session))
            _ = try await client.events(until: "listening")
            try await client.speak(LiveSpeech.samples("An index finds the rows.")[...])
            _ = try await client.events(until: "speech")
            // While somebody speaks, nothing is erased, and nothing of what is said is lost.
            await #expect(throws: ArchiveError.self) {
                try await service.archive.erase(.person(.number(person)))
            }
            try await client.say("end")
            let judged = try await client.events(until: "feedback")
            #expect(judged.contains { $0.type == "final" })
            try await client.say("bye")
            _ = try await client.events(until: "close")
            while (try? await service.archive.erase(.person(.number(person)))) == nil {
                try await Task.sleep(for: .milliseconds(50))
            }
            await #expect(throws: RecordsError.self) {
                _ = try await service.archive.records.interview(.number(session))
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func nobodyGivesUpASessionWhileSomebodySpeaks() async throws {
        try await Self.run { server in
            let session = try await server.begun()
            let client = try await server.join(session)
            _ = try await client.events(until: "listening")
            let archive = try server.server.server.service.archive
            let service = VivaService(archive: archive, tools: InterviewTools(longestWait: .zero))
            await #expect {
                try await service.cancel(.number(Int64(session)), for: .local)
            } throws: { error in
                guard case .busy? = error as? ServiceError else { return false }
                return true
            }
            #expect(try await archive.giveUpTimedOut(at: Date() + 7 * 86_400).isEmpty)
            try await client.speak(LiveSpeech.samples("An index finds the rows.")[...])
            try await client.say("end")
            let end = try #require(try await client.events(until: "end").last)
            #expect(end["answers"]?.number == 1)
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoTakesOverHasItsOwnWishes() async throws {
        try await Self.run { server in
            let session = try await server.begun(2)
            let first = try await server.join(session, ["partials": .boolean(false)])
            let asked = try await first.events(until: "listening")
            let number = try #require(asked.first { $0.type == "question" }?["question_id"]?.number)
            // Another question cannot be put in the middle of one.
            let wrong = try await server.join(session, ["question": .number(number + 1)])
            let refused = try await wrong.events(until: "close")
            #expect(refused.first?["code"]?.string == "refused", "\(refused)")
            #expect(refused.last?["code"]?.number == 1008)
            let second = try await server.join(session, ["question": .number(number)])
            _ = try await second.events(until: "resumed")
            try await second.speak(LiveSpeech.samples("An index finds the rows of a table.")[...])
            // The scripted recogniser says in a preview what it hears.
            let partial = try #require(try await second.events(until: "partial").last)
            #expect(partial["text"]?.string == "an")
            try await second.say("bye")
            _ = try await second.events(until: "close")
        }
    }
}
