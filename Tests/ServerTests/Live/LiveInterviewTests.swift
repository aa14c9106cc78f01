import FoundationEssentials
import HTTPTypes
import ServerTestSupport
import Service
import Speech
import SpeechTestSupport
import TestSupport
import Testing

@testable import Server

/// Interviews that are held aloud over a connection, with real speech and a real recogniser.
@Suite(.serialized) struct LiveInterviewTests {
    private static let text =
        "An index finds the rows without reading the whole table. It makes a query fast."

    /// Whether enough of the text was heard: a synthetic voice is hard to hear.
    private static func isHeard(_ final: LiveTold) -> Bool {
        let words = Set((final["text"]?.string ?? "").split(separator: " "))
        let said: Set<Substring> = [
            "index", "finds", "rows", "reading", "whole", "table", "query", "fast", "the", "without", "makes",
        ]
        return words.intersection(said).count >= 3
    }

    @Test(.timeLimit(.minutes(30))) func anInterviewIsHeldAloud() async throws {
        try await LiveServer.run { server in
            let session = try await server.begun(2)
            let client = try await server.join(session)
            var all: [LiveTold] = []
            for number in 1...2 {
                let asked = try await client.events(until: "listening")
                all += asked
                let question = try #require(asked.first { $0.type == "question" })
                #expect(question["number"]?.number == Double(number))
                #expect(question["total"]?.number == 2)
                let sound = try #require(asked.first { $0.type == "sound" })
                #expect(Double(sound.bytes.count) == question["audio"]?["bytes"]?.number)
                #expect(sound.bytes.starts(with: Array("RIFF".utf8)))
                try await client.speak(LiveSpeech.samples(Self.text)[...])
                try await client.say("end")
                let judged = try await client.events(until: "feedback")
                all += judged
                let final = try #require(judged.first { $0.type == "final" })
                #expect(Self.isHeard(final), "\(final.json)")
                #expect(final["words"]?.elements.isEmpty == false)
                let words = judged.filter { $0.type == "word" }.compactMap { $0["text"]?.string }
                let finals = final["words"]?.elements.compactMap { $0["text"]?.string } ?? []
                #expect(words == finals)
                let types = Set(judged.map(\.type))
                #expect(
                    types.isSuperset(of: ["level", "speech", "word", "pace", "final", "delivery", "scores"]))
                let delivery = try #require(judged.first { $0.type == "delivery" })
                #expect((delivery["words_per_minute"]?.number ?? 0) > 60)
                let scores = try #require(judged.first { $0.type == "scores" })
                // Where too little was heard of the artificial voice it says `null`.
                #expect(scores.json.names.contains("relevance"))
            }
            let rest = try await client.events(until: "close")
            all += rest
            let end = try #require(rest.first { $0.type == "end" })
            #expect(end["completed"] == .boolean(true))
            #expect(end["answers"]?.number == 2)
            #expect(rest.last?["code"]?.number == 1000)
            let sequences = all.compactMap { $0["sequence"]?.number }
            #expect(sequences == sequences.indices.map { Double($0 + 1) })
            let kept = try await server.send(.get, "/api/v1/interview/\(session)")
            #expect(kept.json?["status"]?.string == "completed", "\(kept.text)")
        }
    }

    @Test(.timeLimit(.minutes(30))) func aConnectionThatBreaksOffLosesNothing() async throws {
        try await LiveServer.run { server in
            let session = try await server.begun()
            let samples = try await LiveSpeech.samples(Self.text)
            let half = samples.count / 2
            let first = try await server.join(session)
            _ = try await first.events(until: "listening")
            try await first.speak(samples[..<half])
            // The sound was taken as far as its level was told.
            var reached = 0.0
            var last: LiveTold?
            while reached < Double(half) / 16_000 - 0.31 {
                let event = try #require(try await first.next())
                last = event["sequence"] == nil ? last : event
                if event.type == "level" { reached = event["time"]?.number ?? 0 }
            }
            await first.socket.drop()
            try await Task.sleep(for: .milliseconds(300))
            let after = try #require(last?["sequence"])
            // A client that comes back has what it missed, and says at which rate it speaks now.
            let second = try await server.join(session, ["after": after])
            let back = try await second.events(until: "resumed")
            #expect(back.first?["sequence"]?.number == (after.number ?? 0) + 1)
            let resumed = try #require(back.last)
            #expect(resumed["listening"] == .boolean(true))
            let kept = Int(resumed["samples"]?.number ?? -1)
            #expect(kept == half)
            try await second.speak(samples[kept...])
            try await second.say("end")
            let final = try #require(try await second.events(until: "final").last)
            let seconds = Double(samples.count) / 16_000
            #expect(abs((final["seconds"]?.number ?? 0) - seconds) < 0.002)
            // Words of both halves.
            let places = final["words"]?.elements.compactMap { $0["start"]?.number } ?? []
            #expect(
                (places.first ?? 9) < seconds / 4 && (places.last ?? 0) > seconds * 3 / 4, "\(final.json)")
            #expect(Self.isHeard(final), "\(final.json)")
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoDoesNotComeBackIsHeardAsFarAsWasSpoken() async throws {
        var settings = LiveSettings()
        settings.reconnectSeconds = 0.2
        try await LiveServer.run(settings) { server in
            let session = try await server.begun()
            let client = try await server.join(session)
            _ = try await client.events(until: "listening")
            // A silence closes the utterance, and what was heard is told while sound comes.
            try await client.speak((LiveSpeech.samples(Self.text))[...])
            let silence = Task {
                while !Task.isCancelled {
                    try await client.speak(LiveSpeech.quiet(0.1)[...])
                    try await Task.sleep(for: .milliseconds(100))
                }
            }
            _ = try await client.events(until: "word")
            silence.cancel()
            _ = await silence.result
            await client.socket.drop()
            var answered = 0.0
            while answered == 0 {
                try await Task.sleep(for: .milliseconds(100))
                let kept = try await server.send(.get, "/api/v1/interview/\(session)")
                answered = kept.json?["questions_answered"]?.number ?? 0
            }
            // The interview goes on another time, with its next question or its end: when the answer is judged.
            var end: [LiveTold] = []
            while !end.contains(where: { $0.type == "end" && $0["completed"] == .boolean(true) }) {
                try await Task.sleep(for: .milliseconds(200))
                end = try await server.join(session).events(until: "close")
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func anotherConnectionTakesOver() async throws {
        try await LiveServer.run { server in
            let session = try await server.begun()
            let first = try await server.join(session)
            _ = try await first.events(until: "listening")
            let second = try await server.join(session)
            let told = try await second.events(until: "resumed")
            // Without the number of an event it is told where it is.
            #expect(told.contains { $0.type == "question" })
            let end = try await first.events(until: "close")
            #expect(end.last?["code"]?.number == 4001)
            try await second.say("bye")
            let bye = try await second.events(until: "close")
            #expect(bye.last?["code"]?.number == 1000)
            #expect(bye.contains { $0.type == "end" && $0["completed"] == .boolean(false) })
        }
    }

    @Test(.timeLimit(.minutes(30))) func anAnswerThatWaitsIsToldOfFirst() async throws {
        var tools = InterviewTools()
        tools.jobs.workers = 0
        try await LiveServer.run(tools: tools) { server in
            let session = try await server.begun(2)
            let question = try #require(
                try await server.send(.get, "/api/v1/interview/\(session)/question").json?["question_id"]?
                    .number)
            let folder = try TestFolder()
            try await SpokenText.write(Self.text, to: folder.file("a.wav"))
            let form = TestForm().adding("session_id", "\(session)").adding("question_id", "\(Int(question))")
                .adding("audio", file: "a.wav", try TestFile.bytes(folder.file("a.wav")))
            let accepted = try await server.server.send(
                .post, "/api/v1/interview/answer",
                headers: ["Content-Type": TestForm.type, "Prefer": "respond-async"], bytes: form.bytes)
            #expect(accepted.status == 202, "\(accepted.text)")
            let client = try await server.join(session)
            let told = try await client.events(until: "listening")
            let types: Set = ["question", "sound", "final", "scores", "feedback", "listening"]
            #expect(
                told.map(\.type).filter(types.contains) == [
                    "question", "final", "scores", "feedback", "question", "sound", "listening",
                ], "The first question is not asked again.")
            let numbers = told.filter { $0.type == "question" }.map { $0["question_id"]?.number }
            #expect(numbers.first == question && numbers.last != question)
            #expect(told.first { $0.type == "final" }.map(Self.isHeard) == true)
        }
    }

    @Test(.timeLimit(.minutes(30))) func theClientDirects() async throws {
        try await LiveServer.run { server in
            let client = try await server.join(server.begun(2), rate: 22_050, ["audio": false])
            let asked = try await client.events(until: "listening")
            #expect(!asked.contains { $0.type == "sound" })
            let question = try #require(asked.first { $0.type == "question" })
            try await client.say("repeat")
            let repeated = try await client.events(until: "question")
            #expect(repeated.last?["question_id"] == question["question_id"])
            try await client.say("end")
            let empty = try await client.events(until: "error")
            #expect(empty.last?["code"]?.string == "no_audio")
            _ = try await client.events(until: "listening")
            try await client.say(["type": "shout"])
            let unknown = try await client.events(until: "error")
            #expect(unknown.last?["code"]?.string == "bad_message")
            // Sound of a pause is not taken.
            try await client.say("pause")
            _ = try await client.events(until: "paused")
            try await client.speak(LiveSpeech.quiet(3, rate: 22_050)[...], rate: 22_050)
            try await client.say("resume")
            let continued = try await client.events(until: "continued")
            #expect(continued.last?["time"]?.number == 0)
            try await client.say("skip")
            let next = try await client.events(until: "question")
            #expect(next.last?["question_id"] != question["question_id"])
            _ = try await client.events(until: "listening")
            // Who speaks while the question is played interrupts it.
            try await client.say("playing")
            let samples = try await LiveSpeech.samples(Self.text, rate: 22_050)
            try await client.speak(samples[...], rate: 22_050)
            try await client.say("end")
            let told = try await client.events(until: "final")
            #expect(told.count { $0.type == "barge_in" } == 1)
            let final = try #require(told.last)
            #expect(abs((final["seconds"]?.number ?? 0) - Double(samples.count) / 22_050) < 0.01)
            #expect(Self.isHeard(final), "\(final.json)")
            let end = try await client.events(until: "end")
            // The question that was passed over is not asked again, and was not answered.
            #expect(end.last?["answers"]?.number == 1)
            #expect(end.last?["completed"] == .boolean(true))
        }
    }

    @Test(.timeLimit(.minutes(30))) func nothingOfAnAnswerLastsIntoTheNext() async throws {
        try await LiveServer.run { server in
            let client = try await server.join(server.begun(3), ["audio": false])
            _ = try await client.events(until: "listening")
            let samples = try await LiveSpeech.samples(Self.text)
            try await client.speak(samples[...])
            for message in ["playing", "pause", "end"] { try await client.say(message) }
            // It comes too late: the answer is finished.
            try await client.say("skip")
            let first = try await client.events(until: "listening")
            #expect(first.contains { $0.type == "final" })
            // The pause has ended, and nothing is being played.
            try await client.speak(samples[...])
            try await client.say("end")
            let second = try await client.events(until: "listening")
            let final = try #require(second.first { $0.type == "final" })
            #expect(abs((final["seconds"]?.number ?? 0) - Double(samples.count) / 16_000) < 0.01)
            #expect(!second.contains { $0.type == "barge_in" })
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoLeavesIsToldHowManyAnswersWereTaken() async throws {
        try await LiveServer.run { server in
            let session = try await server.begun(3)
            let client = try await server.join(session, ["audio": false])
            _ = try await client.events(until: "listening")
            try await client.speak(LiveSpeech.samples(Self.text)[...])
            try await client.say("end")
            _ = try await client.events(until: "feedback")
            _ = try await client.events(until: "listening")
            try await client.say("bye")
            let end = try await client.events(until: "end")
            #expect(end.last?["completed"] == .boolean(false))
            #expect(end.last?["answers"]?.number == 1)
        }
    }

    @Test(.timeLimit(.minutes(30))) func theNextStreamIsRefused() async throws {
        var settings = LiveSettings()
        settings.streams = 1
        settings.reconnectSeconds = 0.1
        try await LiveServer.run(settings) { server in
            let first = try await server.join(server.begun())
            _ = try await first.events(until: "listening")
            let second = try await server.join(server.begun())
            let told = try await second.events(until: "close")
            #expect(told.map(\.type) == ["error", "close"])
            #expect(told.first?["code"]?.string == "busy")
            #expect((told.first?["retry_after"]?.number ?? 0) > 0)
            #expect(told.last?["code"]?.number == 1013)
            let vosk = try await WebSocketClient(port: server.port, "/vosk")
            let refused = try await vosk.next()
            #expect(refused.closeCode == 1013)
            try await first.say("bye")
            _ = try await first.events(until: "close")
        }
    }

    @Test(.timeLimit(.minutes(30))) func aTicketIsGoodOnceAndForItsSession() async throws {
        try await LiveServer.run { server in
            let session = try await server.begun()
            let path = "/api/v1/live?ticket=\(try await server.ticket(session))"
            let client = try await WebSocketClient(port: server.port, path)
            await client.drop()
            for path in [path, "/api/v1/live", "/api/v1/live?ticket=none"] {
                let text = try await server.server.exchange(WebSocketClient.request(path))
                #expect(text.hasPrefix("HTTP/1.1 401 "), "\(text)")
            }
            let other = try await server.begun()
            let wrong = try await server.join(session, ["session_id": .number(Double(other))])
            let told = try await wrong.events(until: "close")
            #expect(told.first?["code"]?.string == "bad_message")
            #expect(told.last?["code"]?.number == 1008)
            let missing = try await server.send(.post, "/api/v1/live/ticket", ["session_id": "999"])
            #expect(missing.status == 404)
        }
    }

    @Test(
        .timeLimit(.minutes(30)),
        arguments: [
            "hello", "[]", #"{"type":"end"}"#, #"{"type":"start"}"#, #"{"type":"start","sample_rate":7999}"#,
            #"{"type":"start","sample_rate":16000,"format":"opus"}"#,
            #"{"type":"start","sample_rate":16000,"other":1}"#,
            String(repeating: "[", count: 10_000), String(repeating: " ", count: 20_000),
        ])
    func whoBeginsWronglyIsToldWhy(_ text: String) async throws {
        try await LiveServer.run { server in
            let ticket = try await server.ticket(server.begun())
            let client = LiveClient(
                socket: try await WebSocketClient(port: server.port, "/api/v1/live?ticket=\(ticket)"))
            try await client.socket.send(text)
            let told = try await client.events(until: "close")
            #expect(told.map(\.type) == ["error", "close"])
            #expect(told.first?["code"]?.string == "bad_message")
        }
    }
}
