import FoundationEssentials
import HTTPTypes
import ServerTestSupport
import Speech
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Nothing that was said is lost, however a program, a process or a disk ends.
@Suite(.serialized) struct LiveLossTests {
    private static let text =
        "An index finds the rows without reading the whole table. It makes a query fast."

    /// Tells of sound until the server has said that it has so many seconds of it.
    private static func wait(for seconds: Double, at client: LiveClient) async throws {
        var reached = 0.0
        while reached < seconds - 0.31 {
            let event = try #require(try await client.next())
            try #require(event.type != "close", "\(event.json)")
            if event.type == "level" { reached = event["time"]?.number ?? 0 }
        }
    }

    /// Waits until a session has an answer that is judged.
    private static func waitForAnswer(in session: Int, of server: LiveServer) async throws {
        var answered = 0.0
        while answered == 0 {
            try await Task.sleep(for: .milliseconds(200))
            let kept = try await server.send(.get, "/api/v1/interview/\(session)")
            answered = kept.json?["questions_answered"]?.number ?? 0
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoComesBackAfterTheServerWasKilledGoesOn() async throws {
        let home = try ServerProcess.Home()
        let samples = try await LiveSpeech.samples(Self.text)
        let half = samples.count / 2
        var session = 0
        try await ServerProcess.run(in: home) { process in
            session = try await process.server.begun()
            let client = try await process.server.join(session)
            _ = try await client.events(until: "listening")
            try await client.speak(samples[..<half])
            try await Self.wait(for: Double(half) / 16_000, at: client)
            process.send(SIGKILL)
        }
        try await ServerProcess.run(in: home) { process in
            // A number of the server that is no more costs no event of this one.
            let client = try await process.server.join(session, ["after": 40])
            let back = try await client.events(until: "resumed")
            #expect(back.contains { $0.type == "question" })
            let resumed = try #require(back.last)
            #expect(resumed["listening"] == .boolean(true))
            let kept = Int(resumed["samples"]?.number ?? -1)
            #expect(kept > half - 8_000 && kept <= half)
            try await client.speak(samples[kept...])
            try await client.say("end")
            let told = try await client.events(until: "final")
            let final = try #require(told.last)
            let seconds = Double(samples.count) / 16_000
            #expect(abs((final["seconds"]?.number ?? 0) - seconds) < 0.002)
            let places = final["words"]?.elements.compactMap { $0["start"]?.number } ?? []
            #expect(
                (places.first ?? 99) < seconds / 2 && (places.last ?? 0) > seconds / 2, "\(final.json)")
        }
    }

    @Test(.timeLimit(.minutes(30)), arguments: [SIGKILL, SIGTERM], [false, true])
    func whatWasSaidIsAnAnswerWhenTheServerIsBack(signal: Int32, isOver: Bool) async throws {
        let home = try ServerProcess.Home()
        var session = 0
        try await ServerProcess.run(in: home) { process in
            session = try await process.server.begun()
            let client = try await process.server.join(session)
            _ = try await client.events(until: "listening")
            let samples = try await LiveSpeech.samples(Self.text)
            try await client.speak(samples[...])
            try await Self.wait(for: Double(samples.count) / 16_000, at: client)
            if isOver { try await client.say("end") }
            process.send(signal)
            if signal == SIGTERM, !isOver {
                let end = try await client.events(until: "close")
                #expect(end.last?["code"]?.number == 1001)
                #expect(!end.contains { $0.type == "end" })
            }
            try await process.hasEnded()
        }
        try await ServerProcess.run(in: home, reconnectSeconds: 1) { process in
            try await Self.waitForAnswer(in: session, of: process.server)
        }
    }

    @Test(.timeLimit(.minutes(30))) func aWorkerThatDiesWhileSomebodySpeaksCostsNothing() async throws {
        try await ServerProcess.run(in: ServerProcess.Home()) { process in
            let client = try await process.server.join(process.server.begun())
            _ = try await client.events(until: "listening")
            let samples = try await LiveSpeech.samples(Self.text)
            let half = samples.count / 2
            try await client.speak(samples[..<half])
            try await Self.wait(for: Double(half) / 16_000, at: client)
            let workers = process.children()
            #expect(workers.count == 1)
            // A worker has none of the connections, nor what they come in by.
            let sockets = ServerProcess.sockets(of: process.process)
            #expect(sockets.count > 2)
            for worker in workers {
                let own = ServerProcess.sockets(of: worker)
                #expect(!own.isEmpty && own.isDisjoint(with: sockets), "\(own) \(sockets)")
            }
            for worker in workers { _ = Glibc.kill(worker, SIGKILL) }
            try await client.speak(samples[half...])
            try await client.say("end")
            let final = try #require(try await client.events(until: "final").last)
            #expect(abs((final["seconds"]?.number ?? 0) - Double(samples.count) / 16_000) < 0.002)
            #expect(final["words"]?.elements.isEmpty == false)
        }
    }

    @Test(.timeLimit(.minutes(30))) func aDiskThatIsFullCostsNothingThatWasSaidBefore() async throws {
        let home = try ServerProcess.Home()
        var session = 0
        // The files of an archive that was used have their sizes.
        try await ServerProcess.run(in: home) { session = try await $0.server.begun() }
        // No file may have more than 6 MiB, in blocks of 512 bytes: three minutes of sound.
        try await ServerProcess.run(in: home, after: "trap '' XFSZ; ulimit -f 12288") { process in
            let client = try await process.server.join(session)
            _ = try await client.events(until: "listening")
            let sending = Task { try? await client.speak(LiveSpeech.quiet(220)[...]) }
            let told = try await client.events(until: "close")
            await sending.value
            let problem = try #require(told.last { $0.type == "error" })
            #expect(problem["code"]?.string == "failed")
            #expect(problem["detail"]?.string?.contains("196 s of it are kept") == true, "\(problem.json)")
            #expect(told.last?["code"]?.number == 1011)
        }
        try await ServerProcess.run(in: home) { process in
            let client = try await process.server.join(session)
            let resumed = try #require(try await client.events(until: "resumed").last)
            #expect(resumed["listening"] == .boolean(true))
            #expect((resumed["samples"]?.number ?? 0) > 195 * 16_000)
            try await client.say("skip")
            _ = try await client.events(until: "close")
        }
    }
}
