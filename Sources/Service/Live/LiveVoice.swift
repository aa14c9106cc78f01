public import Accounts
import Archive
public import FoundationEssentials
import Interview
import Practice
public import Records
public import Speech

/// Live voice: who may speak, the interviews that are being held aloud, and the recognisers that hear them, each in a process of its own.
///
/// ```swift
/// let voice = LiveVoice(service: service, settings: settings, synthesizer: nil) { try await WorkerRecognizer(...) }
/// let ticket = try await voice.ticket(for: .number(7), requester, from: "192.0.2.1", token: nil)
/// ```
public actor LiveVoice {
    /// How it is served.
    public nonisolated let settings: LiveSettings
    nonisolated let service: VivaService
    nonisolated let synthesizer: (any Synthesizer)?
    private let make: @Sendable () async throws -> any Recognizer
    private var tickets = LiveTickets()

    /// An interview that is being held.
    private struct Running {
        let interview: LiveInterview
        let holding: Task<Void, Never>
    }

    private var interviews: [Int64: Running] = [:]
    private var streams = 0
    /// Recognisers that nobody uses.
    private var free: [any Recognizer] = []
    private var isEnding = false

    /// Live voice for a service.
    ///
    /// - Parameters:
    ///   - synthesizer: speaks the questions; `nil` for nobody.
    ///   - makeRecognizer: makes what hears one stream.
    public init(
        service: VivaService, settings: LiveSettings = LiveSettings(), synthesizer: (any Synthesizer)?,
        makeRecognizer: @escaping @Sendable () async throws -> any Recognizer
    ) {
        self.service = service
        self.settings = settings
        self.synthesizer = synthesizer
        make = makeRecognizer
    }

    // MARK: - Tickets

    /// Gives a ticket for one connection.
    ///
    /// - Parameters:
    ///   - name: the interview that is to be held; `nil` for a connection that belongs to none.
    ///   - address: where it is asked for.
    ///   - token: the access token with which it is asked for.
    /// - Returns: The ticket, and up to when it is good.
    /// - Throws: `ServiceError`; `conflict` for an interview that is over.
    public func ticket(
        for name: RecordName?, _ requester: Requester, from address: String, token: String?
    ) async throws(ServiceError) -> (text: String, expiresAt: Date) {
        var number: Int64?
        if let name { number = try await self.number(of: name, for: requester) }
        let now = service.tools.equipment.now()
        let ticket = LiveTicket(
            requester: requester, interview: number, place: AddressGroup.name(of: address),
            accessToken: token, expiresAt: now + settings.ticketSeconds)
        guard let text = tickets.give(ticket, at: now) else {
            throw .busy(
                retryAfterSeconds: settings.retryAfterSeconds,
                reason: "Too many tickets are open just now: ask again later.")
        }
        return (text, ticket.expiresAt)
    }

    /// Takes a ticket, which is then used.
    ///
    /// - Throws: `ServiceError.notSignedIn` for one that is not good.
    public func take(ticket text: String, from address: String) throws(ServiceError) -> LiveTicket {
        let place = AddressGroup.name(of: address)
        guard let ticket = tickets.take(text, from: place, at: service.tools.equipment.now()) else {
            throw .notSignedIn(
                reason:
                    "The ticket is not good: it was used, is older than \(Int(settings.ticketSeconds)) s, or was asked for from elsewhere. Ask for another one with POST /api/v1/live/ticket."
            )
        }
        return ticket
    }

    // MARK: - Interviews

    /// The number of an interview that somebody may answer.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is over.
    public func number(of name: RecordName, for requester: Requester) async throws(ServiceError) -> Int64 {
        try await service.answerable(name, for: requester)
    }

    /// The interview as it is held live, begun when nobody holds it yet.
    ///
    /// - Parameter question: the number of the question to begin with.
    /// - Throws: `ServiceError`; `busy` when all streams are taken, `conflict` when somebody else holds it.
    public func join(
        _ number: Int64, question: Int64? = nil, partials: Bool = true, for requester: Requester
    ) throws(ServiceError) -> LiveInterview {
        if let running = interviews[number]?.interview {
            guard running.requester == requester else {
                throw .conflict(reason: "Somebody else answers interview \(number) aloud just now.")
            }
            return running
        }
        try takeStream()
        let interview = LiveInterview(
            number: number, question: question, partials: partials, requester: requester, voice: self)
        let holding = Task {
            await interview.run()
            interviews[number] = nil
            streams -= 1
        }
        interviews[number] = Running(interview: interview, holding: holding)
        return interview
    }

    private func takeStream() throws(ServiceError) {
        guard !isEnding, streams < settings.streams else {
            throw .busy(
                retryAfterSeconds: settings.retryAfterSeconds,
                reason:
                    "All \(settings.streams) live streams are taken. Nothing was taken of yours: come again later."
            )
        }
        streams += 1
    }

    /// Takes in the answers that were being given when a program ended, of those who do not come back in time.
    ///
    /// - Parameter notice: is told what could not be taken in.
    public func takeInLeftovers(notice: @Sendable (String) -> Void) async {
        guard (try? await Task.sleep(for: .seconds(settings.reconnectSeconds))) != nil else { return }
        do {
            for id in try service.archive.unfinishedAnswers() {
                try Task.checkCancellation()
                do { try await takeIn(id) } catch {
                    // Somebody who is speaking just now has it.
                    if case .busy = ServiceError(error) { continue }
                    notice("An answer of interview \(id) that broke off could not be taken in: \(error)")
                }
            }
        } catch {
            if !Task.isCancelled { notice("Answers that broke off could not be looked for: \(error)") }
        }
    }

    private func takeIn(_ id: String) async throws {
        let number = try await service.archive.records.identity(ofInterview: .id(id)).number
        guard interviews[number] == nil else { return }
        let recognizer = try await lease()
        let result: Result<Void, any Error>
        do { result = .success(try await service.takeIn(number, hearing: recognizer)) } catch {
            result = .failure(error)
        }
        await release(recognizer)
        try result.get()
    }

    /// Lets the answers that are being given end with what was heard of them, and waits until they are kept.
    public func end() async {
        isEnding = true
        let all = Array(interviews.values)
        for running in all { await running.interview.leave(.serverEnds) }
        for running in all { await running.holding.value }
        free = []
    }

    // MARK: - Recognisers

    /// What hears a stream that belongs to no interview; `release` takes it back.
    ///
    /// - Throws: `ServiceError`; `busy` when all streams are taken.
    public func lease() async throws(ServiceError) -> any Recognizer {
        try takeStream()
        do { return try await borrow() } catch {
            streams -= 1
            throw ServiceError(error)
        }
    }

    /// Takes back what heard a stream.
    public func release(_ recognizer: any Recognizer) async {
        await giveBack(recognizer)
        streams -= 1
    }

    /// A recogniser that nobody else uses.
    func borrow() async throws -> any Recognizer {
        if let recognizer = free.popLast() { return recognizer }
        return try await make()
    }

    /// Takes a recogniser back; one that cannot forget what it expected is not used again.
    func giveBack(_ recognizer: any Recognizer) async {
        do throws(RecognitionError) {
            // What was previewed of an utterance that broke off is no part of the next one.
            if !recognizer.hasQuickText {
                _ = try await recognizer.recognize(
                    Utterance(
                        audio: AudioBuffer(samples: []),
                        speech: TimeRange(startSeconds: 0, endSeconds: 0)))
            }
            try await recognizer.expect(nil)
            free.append(recognizer)
        } catch {}
    }
}
