import Accounts
import Audio
import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import Practice
import Records
import Speech
import SpeechTestSupport
import Synchronization
import Synthesis
import TestSupport
import Testing

@testable import Service

/// Streams of live voice, and what becomes of answers that break off.
@Suite struct LiveVoiceTests {
    /// A judge that never comes to an end by itself.
    private struct EndlessJudge: Judge {
        let begun: AsyncStream<Void>.Continuation

        func evaluate(_ answer: JudgedAnswer, against rubric: Rubric) async -> Evaluation {
            begun.finish()
            try? await Task.sleep(for: .seconds(86_400))
            return RubricEvaluator().evaluate(answer, against: rubric)
        }
    }

    private static func voice(
        _ service: VivaService, _ change: (inout LiveSettings) -> Void = { _ in },
        isLet: @escaping @Sendable () -> Bool = { true },
        isMaking: @escaping @Sendable (LiveCare) -> Void = { _ in }
    ) -> LiveVoice {
        var settings = LiveSettings()
        change(&settings)
        return LiveVoice(service: service, settings: settings, synthesizer: nil) { care in
            isMaking(care)
            while !isLet() { try await Task.sleep(for: .milliseconds(5)) }
            return SayingRecognizer("an index finds rows")
        }
    }

    private static func isBusy(_ work: () async throws(ServiceError) -> Void) async -> Bool {
        do throws(ServiceError) {
            try await work()
            return false
        } catch {
            if case .busy = error { return true }
            return false
        }
    }

    @Test func oneAccountLeavesAStreamToOthers() async throws {
        try await TestService.run(.sqlite) { test in
            let ann = try await test.somebody("Ann", .candidate)
            let bob = try await test.somebody("Bob", .candidate)
            let voice = Self.voice(test.service) { $0.streams = 3 }
            let first = try await voice.lease(for: ann)
            _ = try await voice.lease(for: ann)
            #expect(await Self.isBusy { () throws(ServiceError) in _ = try await voice.lease(for: ann) })
            let other = try await voice.lease(for: bob)
            #expect(await Self.isBusy { () throws(ServiceError) in _ = try await voice.lease(for: bob) })
            await voice.release(other, for: bob)
            await voice.release(first, for: ann)
            _ = try await voice.lease(for: ann)
            // Where there is one stream, whoever comes first has it.
            let small = Self.voice(test.service) { $0.streams = 1 }
            _ = try await small.lease(for: ann)
            // Whoever works alone has all of them.
            let own = Self.voice(test.service) { $0.streams = 3 }
            for _ in 0..<3 { _ = try await own.lease(for: .local) }
            #expect(await Self.isBusy { () throws(ServiceError) in _ = try await own.lease(for: .local) })
        }
    }

    @Test func whoSpeaksBesideOthersIsHeardQuickly() async throws {
        try await TestService.run(.sqlite) { test in
            let made = Mutex<[LiveCare]>([])
            let voice = Self.voice(test.service) {
                $0.streams = 2
                $0.carefulStreams = 1
            } isMaking: { care in
                made.withLock { $0.append(care) }
            }
            let alone = try await voice.lease(for: .local)
            #expect(alone.care == .careful)
            let beside = try await voice.lease(for: .local)
            #expect(beside.care == .quick)
            await voice.release(beside, for: .local)
            await voice.release(alone, for: .local)
            // Both are there still: nothing is made anew.
            let again = try await voice.lease(for: .local)
            #expect(again.care == .careful)
            let besideAgain = try await voice.lease(for: .local)
            #expect(besideAgain.care == .quick)
            #expect(made.withLock { $0 } == [.careful, .quick])
            // One that is heard quickly stays so. Who comes now is beside it, and gets the careful ear that is there anyway.
            await voice.release(again, for: .local)
            let another = try await voice.lease(for: .local)
            #expect(another.care == .careful)
            #expect(made.withLock { $0 } == [.careful, .quick])
        }
    }

    @Test func aLoneSpeakerIsHeardWithCareWhateverIsFree() async throws {
        try await TestService.run(.sqlite) { test in
            let made = Mutex<[LiveCare]>([])
            var settings = LiveSettings()
            settings.streams = 2
            let voice = LiveVoice(service: test.service, settings: settings, synthesizer: nil) { care in
                let isFirst = made.withLock { made in
                    made.append(care)
                    return made.count == 1
                }
                return ForgetfulRecognizer(fails: isFirst)
            }
            let first = try await voice.lease(for: .local)
            let beside = try await voice.lease(for: .local)
            // The careful one dies, so that the next one beside others is another quick one.
            await voice.release(first, for: .local)
            let next = try await voice.lease(for: .local)
            #expect(next.care == .quick)
            await voice.release(next, for: .local)
            await voice.release(beside, for: .local)
            // Two quick ones are free, as many as there are streams: one goes for a careful one.
            let alone = try await voice.lease(for: .local)
            #expect(alone.care == .careful)
            #expect(try await voice.lease(for: .local).care == .quick)
            #expect(made.withLock { $0 } == [.careful, .quick, .quick, .careful])
        }
    }

    @Test(.timeLimit(.minutes(30))) func aRecogniserThatCannotBeMadeKeepsNoStream() async throws {
        struct Unmade: Error {}
        try await TestService.run(.sqlite) { test in
            let fails = Mutex(2)
            var settings = LiveSettings()
            settings.streams = 1
            let voice = LiveVoice(service: test.service, settings: settings, synthesizer: nil) { _ in
                let isLet = fails.withLock { left in
                    left -= 1
                    return left < 0
                }
                guard isLet else { throw Unmade() }
                return SayingRecognizer("an index finds rows")
            }
            await #expect(throws: ServiceError.self) { _ = try await voice.lease(for: .local) }
            let interview = try await voice.join(try await test.begun(1).number, for: .local)
            let client = try await interview.attach(sampleRateHz: 16_000).client
            var reader = interview.reader(client: client, after: 0)
            var events: [LiveEvent] = []
            while let more = await reader.next() { events += more.map(\.event) }
            #expect(events.contains { if case .problem = $0 { true } else { false } })
            // Both left the one stream that there is.
            _ = try await voice.lease(for: .local)
        }
    }

    @Test(.timeLimit(.minutes(30))) func whatBrokeOffTakesNoCareFromWhoSpeaks() async throws {
        try await TestService.run(.sqlite) { test in
            let number = try await Self.brokenOff(in: test)
            let isLet = Flag()
            let made = Mutex<[LiveCare]>([])
            let voice = Self.voice(test.service) {
                $0.streams = 2
                $0.reconnectSeconds = 0.05
                $0.leftoverSeconds = 0.05
            } isLet: {
                isLet.isSet
            } isMaking: { care in
                made.withLock { $0.append(care) }
            }
            let looking = Task { await voice.takeInLeftovers { Issue.record("\($0)") } }
            while made.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(5)) }
            let alone = Task { try await voice.lease(for: .local).care }
            while made.withLock({ $0.count < 2 }) { try await Task.sleep(for: .milliseconds(5)) }
            isLet.set()
            #expect(try await alone.value == .careful)
            while try await Self.takes(of: number, in: test).first?.evaluation == nil {
                try await Task.sleep(for: .milliseconds(20))
            }
            looking.cancel()
            await looking.value
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoIsToldOfTheEndMayBeginAnotherAtOnce() async throws {
        try await TestService.run(.sqlite) { test in
            let voice = Self.voice(test.service) { $0.streams = 1 }
            let same = try await test.begun(1).number
            var last: LiveInterview?
            for round in 0..<10 {
                let number = round < 5 ? try await test.begun(1).number : same
                let interview = try await voice.join(number, for: .local)
                #expect(interview !== last)
                last = interview
                let client = try await interview.attach(sampleRateHz: 16_000).client
                var reader = interview.reader(client: client, after: 0)
                _ = await interview.take(.bye, from: client)
                var events: [LiveEvent] = []
                while !events.contains(where: { if case .end = $0 { true } else { false } }) {
                    events += try #require(await reader.next()).map(\.event)
                }
            }
        }
    }

    /// An interview whose first question was put, and the recording of an answer in its folder that broke off.
    private static func brokenOff(in test: TestService) async throws -> Int64 {
        let number = try await test.begun(1).number
        let sheet = try await test.records.sheet(of: .number(number))
        let question = try #require(sheet.questions.first?.number)
        let folder = try await test.service.withRoom(.number(number)) { room in
            try await test.service.put(question, .takenInPractice, in: room)
            return room.path
        }
        try FileManager.default.createDirectory(
            atPath: folder + "/answers", withIntermediateDirectories: true)
        let writer = try WAVWriter(path: folder + "/answers/01-1.wav", sampleRateHz: 16_000)
        let speech = try await EspeakSynthesizer.shared.speak(
            "an index finds the rows", style: SpeakingStyle(voice: "en-us"))
        try await writer.append(try AudioBuffer(speech).samples)
        return number
    }

    private static func takes(of number: Int64, in test: TestService) async throws -> [Take] {
        try await test.records.interview(.number(number)).interview.turns.flatMap(\.takes)
    }

    @Test(.timeLimit(.minutes(30))) func answersThatBrokeOffAreLookedForAgain() async throws {
        try await TestService.run(.sqlite) { test in
            let number = try await Self.brokenOff(in: test)
            let voice = Self.voice(test.service) {
                $0.streams = 1
                $0.reconnectSeconds = 0.05
                $0.leftoverSeconds = 0.05
            }
            let taken = try await voice.lease(for: .local)
            let looking = Task { await voice.takeInLeftovers { Issue.record("\($0)") } }
            // All streams are taken when it looks first.
            try await Task.sleep(for: .milliseconds(400))
            #expect(try await Self.takes(of: number, in: test).isEmpty)
            await voice.release(taken, for: .local)
            while try await Self.takes(of: number, in: test).first?.evaluation == nil {
                try await Task.sleep(for: .milliseconds(20))
            }
            // And one that breaks off later is found, too.
            let later = try await Self.brokenOff(in: test)
            while try await Self.takes(of: later, in: test).first?.evaluation == nil {
                try await Task.sleep(for: .milliseconds(20))
            }
            looking.cancel()
            await looking.value
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoComesBackIsNotGivenUpForWhoWentBefore() async throws {
        try await TestService.run(.sqlite) { test in
            let number = try await test.begun(1).number
            let isLet = Flag()
            let voice = Self.voice(test.service, isLet: { isLet.isSet })
            let interview = try await voice.join(number, for: .local)
            let first = try await interview.attach(sampleRateHz: 16_000).client
            await interview.detach(client: first)
            let second = try await interview.attach(sampleRateHz: 16_000).client
            // The time of the first client is over just when the second one comes.
            await interview.giveUp(client: first)
            isLet.set()
            var reader = interview.reader(client: second, after: 0)
            var events: [LiveEvent] = []
            while !events.contains(where: { if case .listening = $0 { true } else { false } }) {
                events += try #require(await reader.next()).map(\.event)
            }
            await interview.detach(client: second)
            await interview.giveUp(client: second)
            while let more = await reader.next() { events += more.map(\.event) }
            guard case .end(nil, answers: 0)? = events.last else {
                Issue.record("\(events)")
                return
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func anEndWaitsForNoJudge() async throws {
        let (judging, begun) = AsyncStream<Void>.makeStream()
        try await TestService.run(.sqlite, judge: EndlessJudge(begun: begun)) { test in
            let number = try await test.begun(1).number
            let voice = Self.voice(test.service)
            let interview = try await voice.join(number, for: .local)
            let client = try await interview.attach(sampleRateHz: 16_000).client
            var reader = interview.reader(client: client, after: 0)
            var events: [LiveEvent] = []
            while !events.contains(where: { if case .listening = $0 { true } else { false } }) {
                events += try #require(await reader.next()).map(\.event)
            }
            let speech = try await EspeakSynthesizer.shared.speak(
                "an index finds the rows", style: SpeakingStyle(voice: "en-us"))
            let bytes = try AudioBuffer(speech).samples.flatMap { sample in
                let value = Int16(max(-1, min(1, sample)) * 32_767)
                return [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
            }
            _ = await interview.take(bytes, from: client)
            _ = await interview.take(.end, from: client)
            for await _ in judging {}
            await voice.end()
            #expect(try await Self.takes(of: number, in: test).map(\.isWaiting) == [true])
            while let more = await reader.next() { events += more.map(\.event) }
            #expect(reader.ending == .serverEnds)
            #expect(!events.contains { if case .end = $0 { true } else { false } })
            #expect(!events.contains { if case .problem = $0 { true } else { false } })
        }
    }
}

/// A recogniser that hears nothing, and may fail to forget what it expected.
private struct ForgetfulRecognizer: Recognizer {
    let name = "a forgetful script"
    let fails: Bool

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] { [] }

    func preview(_ audio: AudioBuffer) -> String { "" }

    func expect(_ context: HearingContext?) async throws(RecognitionError) {
        if fails { throw .engineFailed(engine: name, reason: "it was told to") }
    }
}

/// Something that becomes so.
private final class Flag: Sendable {
    private let value = Mutex(false)
    var isSet: Bool { value.withLock { $0 } }
    func set() { value.withLock { $0 = true } }
}
