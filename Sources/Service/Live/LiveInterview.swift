public import Accounts
import Archive
import Audio
import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Records
import Speech

/// An interview that is held aloud over a connection: it puts the questions, hears the answers and judges them, and tells what happens.
///
/// It lives longer than a connection: a client that comes back goes on where it was, and what was said by one that does not is an answer.
/// What comes is written to disk before it is heard.
public actor LiveInterview {
    /// Why it does not go on.
    public enum Leaving: Sendable, Hashable {
        /// The candidate said so.
        case bye
        /// The client did not come back, or did nothing for too long.
        case timedOut
        /// The server ends: what was said is kept, and heard and judged another time.
        case serverEnds
        /// The account of the candidate may not be used any more.
        case dismissed
    }

    /// What became of something that a client sent.
    public enum Taken: Sendable, Hashable {
        /// The interview goes on with it.
        case active
        /// The interview does not go on with it, such as with sound during a pause: whoever does nothing else is let go after some time.
        case idle
        /// The client counts no more.
        case replaced
    }

    private enum Outcome {
        case given
        case skipped
        case none
    }

    /// The number of the interview.
    public nonisolated let number: Int64
    /// Who answers.
    public nonisolated let requester: Requester
    /// What was told.
    nonisolated let journal: LiveJournal

    private let care: LiveCare
    private let voice: LiveVoice
    private let moment: LiveMoment
    private let first: Int64?
    private var leaving: Leaving?
    /// Whether the server ends, be it that the candidate has left already.
    private var serverEnds = false
    /// The sound of the answer that is being given; `nil` while none is awaited.
    private var feed: AudioFeed?
    private var question: LiveQuestion?
    /// The connection that counts, from 1, and the rate of its sound; `nil` while the client is away.
    private var client: (number: Int, sampleRateHz: Int)?
    private var clients = 0
    /// Who hands sound over in the feed.
    private var sender = 0
    private var isPaused = false
    private var waiting: Task<Void, Never>?
    /// When it last went on, by its client or by itself.
    public private(set) var activeAt = ContinuousClock.now

    init(number: Int64, question: Int64?, requester: Requester, care: LiveCare, voice: LiveVoice) {
        self.number = number
        self.requester = requester
        self.care = care
        self.voice = voice
        first = question
        journal = LiveJournal()
        moment = LiveMoment(journal: journal)
    }

    private var settings: LiveSettings { voice.settings }
    private var service: VivaService { voice.service }

    // MARK: - The client

    /// Lets a client speak and read; the one before it does so no more.
    ///
    /// - Parameters:
    ///   - sampleRateHz: the rate of its sound.
    ///   - sequence: the number of the last event that it has; `nil` for what comes from here on.
    ///   - question: the number of the question that it wants to answer; `nil` for the one at hand.
    ///   - wantsPartials: whether it wants the text so far.
    /// - Returns: The number of the client, and that of the last event that it does not read.
    /// - Throws: `ServiceError.invalid` for a rate that is not taken, `conflict` when another question is at hand.
    public func attach(
        sampleRateHz: Int, after sequence: Int? = nil, question: Int64? = nil, wantsPartials: Bool = true
    ) async throws(ServiceError) -> (client: Int, after: Int) {
        guard AudioFeed.sampleRatesHz.contains(sampleRateHz) else {
            throw .invalid(field: "sample_rate", reason: "It must be 8000 to 48000.")
        }
        // Who comes back says how it began, and goes on where it is.
        if sequence == nil, clients > 0, let question, let hand = self.question?.number ?? first,
            question != hand
        {
            throw .conflict(
                reason:
                    "Interview \(number) is being held, with question \(hand): leave `question` out, and say `skip` or `end` to go on."
            )
        }
        moment.setPartials(wantsPartials)
        waiting?.cancel()
        clients += 1
        let own = clients
        client = (own, sampleRateHz)
        isPaused = false
        moment.setPlaying(false)
        // A number that was not given yet is one of an earlier journal: nothing of this one was read.
        let known = sequence.map { $0 > journal.last ? 0 : $0 }
        let after = own == 1 ? 0 : known ?? journal.last
        if let feed { await begin(feed) }
        guard own > 1 else { return (own, after) }
        if sequence == nil, let question = self.question { journal.add(.question(question)) }
        let kept = await feed?.endSample ?? 0
        journal.add(
            .resumed(
                keptSeconds: AudioBuffer.seconds(kept), isListening: feed != nil && moment.isRecording))
        return (own, after)
    }

    /// What was told to a client, and what comes.
    public nonisolated func reader(client: Int, after sequence: Int) -> LiveJournal.Reader {
        journal.reader(number: client, after: sequence)
    }

    /// Tells a client what it did wrong.
    public nonisolated func tell(_ problem: LiveProblem) { journal.add(.problem(problem)) }

    /// The connection of a client is no more. The interview waits for it for some time.
    public func detach(client own: Int) async {
        guard client?.number == own else { return }
        client = nil
        waiting?.cancel()
        waiting = Task { [seconds = settings.reconnectSeconds] in
            guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
            await giveUp(client: own)
        }
        // What the conversion of the rate held back is part of what is kept.
        try? await feed?.pause(of: sender)
    }

    /// Ends it when a client has not come back, nor another one in its place.
    func giveUp(client own: Int) async {
        guard client == nil, clients == own else { return }
        await leave(.timedOut)
    }

    /// Takes the sound of a client; what comes while no answer is awaited is not taken. It returns when there is room for more.
    ///
    /// - Returns: Whether the interview goes on with it: not with none, and not during a pause.
    public func take(_ bytes: [UInt8], from own: Int) async -> Taken {
        guard client?.number == own else { return .replaced }
        guard !bytes.isEmpty, !isPaused else { return .idle }
        // A conversion that fails costs this piece.
        try? await feed?.append(bytes)
        activeAt = .now
        return .active
    }

    /// Does what a client asks for.
    ///
    /// - Returns: Whether the interview goes on with it: not with a pause or its end, and not with what can be asked for again and again.
    public func take(_ control: LiveControl, from own: Int) async -> Taken {
        guard client?.number == own else { return .replaced }
        let isAwaited = feed != nil
        let seconds = AudioBuffer.seconds(await feed?.endSample ?? 0)
        switch control {
        case .end:
            guard let feed else { break }
            moment.give()
            isPaused = false
            await feed.finish()
        case .skip:
            // An answer that was finished is one, be it that it is still being kept.
            guard let feed, moment.skip() else { break }
            isPaused = false
            await feed.finish()
        case .repeat: if let question { journal.add(.question(question)) }
        case .pause where !isPaused:
            isPaused = true
            journal.add(.paused(atSeconds: seconds))
        case .resume where isPaused:
            isPaused = false
            journal.add(.continued(atSeconds: seconds))
        case .pause, .resume: break
        case .playing: moment.setPlaying(true)
        case .played: moment.setPlaying(false)
        case .bye: await leave(.bye)
        }
        guard isAwaited, control == .end || control == .skip else { return .idle }
        activeAt = .now
        return .active
    }

    /// Ends it because the server ends: what was said is kept as an answer, and neither heard to its end nor judged now.
    ///
    /// - Parameter holding: the task that holds it.
    func end(_ holding: Task<Void, Never>) async {
        serverEnds = true
        moment.whenKept { holding.cancel() }
        await leave(.serverEnds)
    }

    /// Ends it for a client, unless another one has come in its place.
    public func leave(_ reason: Leaving, client own: Int) async {
        guard client?.number == own else { return }
        await leave(reason)
    }

    /// Ends it, with what was said as an answer.
    public func leave(_ reason: Leaving) async {
        guard leaving == nil else { return }
        leaving = reason
        moment.leave()
        await feed?.finish()
    }

    // MARK: - The interview

    /// Holds the interview to its end, or until the candidate has gone, and leaves the stream.
    func run() async {
        let result: Result<LiveEvent?, any Error>
        do { result = .success(try await hear()) } catch { result = .failure(error) }
        // Who is told of the end may begin at once: this interview anew, or another one in its stream.
        await voice.forget(self)
        do {
            if let end = try result.get() { journal.add(end) }
        } catch {
            // Of what was stopped because the server ends nothing has failed.
            if !serverEnds { journal.add(.problem(LiveProblem(error))) }
        }
        waiting?.cancel()
        journal.end(serverEnds ? .serverEnds : .told)
    }

    private func hear() async throws -> LiveEvent? {
        let ear = try await voice.borrow(care, for: requester)
        let result: Result<LiveEvent?, any Error>
        do { result = .success(try await hold(ear.recognizer)) } catch { result = .failure(error) }
        await voice.release(ear, for: requester)
        return try result.get()
    }

    private func hold(_ recognizer: any Recognizer) async throws -> LiveEvent? {
        let room = try await service.liveRoom(
            number, hearing: recognizer, speaking: voice.synthesizer, for: requester)
        let result: Result<LiveEvent?, any Error>
        do { result = .success(try await lead(room)) } catch { result = .failure(error) }
        await room.leave()
        return try result.get()
    }

    /// Puts question after question.
    ///
    /// - Returns: How it ended; `nil` where the server ended it.
    private func lead(_ room: PracticeRoom) async throws -> LiveEvent? {
        if await room.interview.phase == .analysing {
            // An earlier answer is told of like one that was just given; its question is not asked again.
            if let turn = await room.interview.current {
                journal.add(.question(try await shown(turn, sound: nil, in: room)))
            }
            try await judge(in: room)
        }
        if let first { try await service.put(first, .takenInPractice, in: room) }
        var skipped: Set<Int> = []
        var isAtHand = first != nil
        while leaving == nil {
            let turn = isAtHand ? await room.interview.current : try await room.ask()
            isAtHand = false
            guard let turn, !skipped.contains(turn.number) else { return try await finish(room) }
            try await put(turn, in: room)
            switch try await answer(to: turn, in: room) {
            case .given: if !serverEnds { try await judge(in: room) }
            case .skipped:
                skipped.insert(turn.number)
                try await room.passOver()
            case .none: break
            }
        }
        return serverEnds ? nil : .end(nil, answers: Self.answerCount(of: await room.interview))
    }

    private static func answerCount(of interview: Interview) -> Int {
        interview.turns.count { !$0.takes.isEmpty }
    }

    private func put(_ turn: Turn, in room: PracticeRoom) async throws {
        let put = try await shown(turn, sound: await room.spokenQuestion(), in: room)
        question = put
        // Whatever the client plays is not this one yet.
        moment.setPlaying(false)
        activeAt = .now
        journal.add(.question(put))
    }

    /// A question as a client is told of it.
    private func shown(_ turn: Turn, sound: Data?, in room: PracticeRoom) async throws -> LiveQuestion {
        let sheet = try await service.archive.records.sheet(of: .number(number))
        return LiveQuestion(
            number: sheet.questions.first { $0.turn?.number == turn.number }?.number ?? 0,
            turn: turn.number, place: turn.plannedNumber,
            count: await room.interview.plan.questionCount, text: turn.text, reason: turn.reason,
            isFollowUp: turn.isFollowUp, sound: sound)
    }

    /// Hears the answer to the question that was put.
    private func answer(to turn: Turn, in room: PracticeRoom) async throws -> Outcome {
        // Without a recogniser the answer is recorded, and the room says why it is heard later.
        try? await room.prepareToListen()
        while leaving == nil {
            let kept = try await room.keptSeconds()
            let feed = AudioFeed(startSample: AudioBuffer.sample(kept))
            moment.begin(keptSeconds: kept)
            self.feed = feed
            await begin(feed)
            if leaving != nil { await feed.finish() }
            journal.add(
                kept > 0 ? .resumed(keptSeconds: kept, isListening: true) : .listening(atSeconds: 0))
            let result: Result<AnswerRecorder.Recording, any Error>
            do { result = .success(try await record(feed, kept: kept, in: room)) } catch {
                result = .failure(error)
            }
            self.feed = nil
            moment.end()
            // Whoever still waits to hand sound over need not.
            await feed.finish()
            do {
                if let analysis = try result.get().analysis { tell(analysis) }
                return .given
            } catch is AnswerRecorder.Unwanted {
                return moment.isSkipped ? .skipped : .none
            } catch AudioError.empty where leaving == nil && !moment.isSkipped {
                journal.add(
                    .problem(
                        LiveProblem(
                            .noAudio,
                            "The answer was ended before any sound of it came: send it as binary messages after `listening`, then `end`."
                        )))
            } catch AudioError.empty {
                return moment.isSkipped ? .skipped : .none
            } catch let error as AudioError {
                throw await brokenOff(error, in: room)
            }
        }
        return .none
    }

    /// What a recording that cannot be gone on with is for the client.
    private func brokenOff(_ error: AudioError, in room: PracticeRoom) async -> any Error {
        guard let kept = try? await room.keptSeconds(), kept > 0 else { return error }
        service.tools.equipment.notice("An answer of interview \(number) broke off: \(error)")
        return ServiceError.failed(
            reason:
                "The answer cannot be recorded any further, for example because the disk is full. \(Int(kept)) s of it are kept: come again to go on with it; it is taken in as it is when nobody does."
        )
    }

    private func record(
        _ feed: AudioFeed, kept: Double, in room: PracticeRoom
    ) async throws -> AnswerRecorder.Recording {
        var options = RecordingOptions()
        options.isContinued = kept > 0
        options.isWanted = { [moment] in moment.isWanted }
        options.arePreviewsWanted = { [moment] in moment.wantsPartials }
        return try await room.record(
            feed.sound, until: StopRule(limitSeconds: settings.answerLimitSeconds), options: options,
            onEvent: { [moment] in moment.take($0) })
    }

    private func begin(_ feed: AudioFeed) async {
        guard let client else { return }
        // The rate was looked at when the client came.
        if let sender = try? await feed.begin(sampleRateHz: client.sampleRateHz) { self.sender = sender }
    }

    private func judge(in room: PracticeRoom) async throws {
        let wasHeard = await room.isHeard
        guard let take = try await room.judge() else { return }
        switch take.progress {
        case .judged(let analysis, let evaluation):
            if !wasHeard, let analysis { tell(analysis) }
            let isHidden = service.hidesExpectations(of: await room.interview, from: requester)
            journal.add(.scores(evaluation))
            journal.add(.feedback(isHidden ? evaluation.withoutExpectations : evaluation))
        case .failed(let reason):
            journal.add(
                .problem(
                    LiveProblem(
                        .notJudged, "The answer is kept and could not be judged: \(reason)")))
        case .received: break
        }
    }

    private func tell(_ analysis: AnswerAnalysis) {
        journal.add(.final(analysis))
        journal.add(.delivery(analysis.delivery))
    }

    private func finish(_ room: PracticeRoom) async throws -> LiveEvent {
        let interview = await room.interview
        let answers = Self.answerCount(of: interview)
        // One without an answer stays open, so that it can be gone on with.
        guard answers > 0 else { return .end(nil, answers: 0) }
        let summary = try await room.finish(
            resources: service.tools.resources,
            earlierScores: try await service.archive.earlierScores(than: interview))
        return .end(summary, answers: answers)
    }
}
