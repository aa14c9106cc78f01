import Accounts
import Archive
import Audio
import Evaluation
import FoundationEssentials
import HTTPTypes
import Interview
import InterviewTestSupport
import Recognition
import Records
import ServerTestSupport
import Service
import Speech
import Synthesis
import TestSupport
import Testing

/// A server of one test that hears who speaks, each stream in a process of its own.
struct LiveServer {
    let port: Int
    /// The server when it runs in this process.
    private let own: TestServer?
    /// What signs in whoever talks to it; `nil` where nobody does.
    private let token: String?

    /// A server in a process of its own.
    init(port: Int) {
        self.port = port
        own = nil
        token = nil
    }

    private init(_ server: TestServer, token: String? = nil) {
        port = server.port
        own = server
        self.token = token
    }

    /// The server, which runs in this process.
    var server: TestServer {
        get throws { try #require(own) }
    }

    /// The same server for somebody who has signed in.
    func with(token: String) throws -> LiveServer { LiveServer(try server, token: token) }

    static let questions: [Question] = (1...3).map { number in
        testQuestion(
            "index-\(number)", "What does an index do in case \(number)?", category: "databases",
            points: [
                KeyPoint(
                    id: "rows", statement: "An index finds rows without reading the whole table.", weight: 1)
            ])
    }

    /// Runs a test beside a server.
    ///
    /// - Parameter makeRecognizer: makes what hears a stream.
    static func run(
        _ settings: LiveSettings = LiveSettings(),
        hearing makeRecognizer: @escaping @Sendable () async throws -> any Recognizer = {
            try await WorkerRecognizer(
                program: BuiltCommand.path, arguments: ["transcribe-worker", "--engine", "pocketsphinx"])
        },
        accounts: (Archive) async throws -> AccountService? = { _ in nil },
        tools: InterviewTools = InterviewTools(), _ body: @escaping (LiveServer) async throws -> Void
    ) async throws {
        try await withServer(
            prepare: { _ = try await $0.records.syncBank(key: "viva", name: "Viva", questions: questions) },
            accounts: accounts, tools: tools,
            voice: { service in
                LiveVoice(
                    service: service, settings: settings, synthesizer: EspeakSynthesizer.shared
                ) { _ in try await makeRecognizer() }
            }
        ) { try await body(LiveServer($0)) }
    }

    /// Sends a request whose answer is JSON.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ json: JSONValue? = nil,
        headers: [String: String] = [:]
    ) async throws -> TestReply {
        let body = try json.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        var headers = headers
        if let token { headers["Authorization"] = "Bearer \(token)" }
        if let own { return try await own.send(method, path, headers: headers, body: body) }
        return try await TestClient.send(
            method, path, port: port, headers: headers, body: body.map { Array($0.utf8) })
    }

    /// Begins a session of practice with so many questions; its number.
    func begun(_ count: Int = 1) async throws -> Int {
        let reply = try await send(
            .post, "/api/v1/interview/start",
            [
                "session_type": "technical", "job_role": "Software Engineer", "difficulty_level": "mid",
                "num_questions": .number(Double(count)),
            ])
        return Int(try #require(reply.json?["session_id"]?.number, "\(reply.text)"))
    }

    /// A ticket for a session.
    func ticket(_ session: Int?) async throws -> String {
        let reply = try await send(
            .post, "/api/v1/live/ticket", session.map { ["session_id": .text("\($0)")] } ?? [:])
        return try #require(reply.json?["ticket"]?.string, "\(reply.text)")
    }

    /// Joins a session.
    func join(_ session: Int, rate: Int = 16_000, _ more: [String: JSONValue] = [:]) async throws
        -> LiveClient
    {
        let client = LiveClient(
            socket: try await WebSocketClient(
                port: port, "/api/v1/live?ticket=\(try await ticket(session))"))
        let start: [String: JSONValue] = ["type": "start", "sample_rate": .number(Double(rate))]
        try await client.say(.object(start.merging(more) { $1 }))
        return client
    }
}

/// A client of a live interview.
struct LiveClient {
    let socket: WebSocketClient

    /// Says something.
    func say(_ json: JSONValue) async throws {
        try await socket.send(String(decoding: try JSONEncoder().encode(json), as: UTF8.self))
    }

    /// Says something that has only a type.
    func say(_ type: String) async throws { try await say(["type": .text(type)]) }

    /// Sends samples of 16 bits, a tenth of a second at a time.
    func speak(_ samples: ArraySlice<Int16>, rate: Int = 16_000) async throws {
        var rest = samples
        while !rest.isEmpty {
            let bytes = rest.prefix(rate / 10).flatMap {
                [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
            }
            try await socket.write(WebSocketClient.frame(2, bytes))
            rest = rest.dropFirst(rate / 10)
        }
    }

    /// The next event; `nil` when the connection ends.
    func next() async throws -> LiveTold? {
        while true {
            let frame = try await socket.nextMessage()
            switch frame.code {
            case 1:
                return LiveTold(
                    json: try JSONDecoder().decode(JSONValue.self, from: Data(frame.data)), bytes: [])
            case 2: return LiveTold(json: ["type": "sound"], bytes: frame.data)
            case 8:
                return LiveTold(
                    json: ["type": "close", "code": .number(Double(frame.closeCode ?? 0))], bytes: [])
            default: continue
            }
        }
    }

    /// What comes up to an event of a type, that one included.
    func events(until type: String) async throws -> [LiveTold] {
        var told: [LiveTold] = []
        while let event = try await next() {
            told.append(event)
            if event.type == type { return told }
            if event.type == "close" { break }
        }
        Issue.record("There was no \(type), only \(told.map { "\($0.json)" })")
        return told
    }
}

/// An event as it came.
struct LiveTold {
    let json: JSONValue
    let bytes: [UInt8]

    var type: String { json["type"]?.string ?? "" }
    subscript(name: String) -> JSONValue? { json[name] }
}

/// Speech for a test.
enum LiveSpeech {
    /// eSpeak's speech as samples of 16 bits at its own rate or another, with quiet around it.
    static func samples(_ text: String, rate: Int = 16_000) async throws -> [Int16] {
        let speech = try await EspeakSynthesizer.shared.speak(text, style: SpeakingStyle(voice: "en-us"))
        let samples = rate == speech.sampleRateHz ? speech.samples : try AudioBuffer(speech).samples
        return quiet(0.5, rate: rate) + samples.map { Int16(max(-1, min(1, $0)) * 32_767) }
            + quiet(0.5, rate: rate)
    }

    /// A quiet room.
    static func quiet(_ seconds: Double, rate: Int = 16_000) -> [Int16] {
        (0..<Int(seconds * Double(rate))).map { Int16(($0 &* 7919) % 61) - 30 }
    }
}
