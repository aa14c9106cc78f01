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
/// let voice = LiveVoice(service: service, settings: settings, synthesizer: nil) { care in try await WorkerRecognizer(...) }
/// let ticket = try await voice.ticket(for: .number(7), requester, from: "192.0.2.1", token: nil)
/// ```
public actor LiveVoice {
    /// How it is served.
    public nonisolated let settings: LiveSettings
    nonisolated let service: VivaService
    nonisolated let synthesizer: (any Synthesizer)?
    private let make: @Sendable (LiveCare) async throws -> any Recognizer
    private var tickets = LiveTickets()

    /// An interview that is being held.
    private struct Running {
        let interview: LiveInterview
        let holding: Task<Void, Never>
    }

    private var interviews: [Int64: Running] = [:]
    /// How many streams each account has open; `nil` stands for whoever has none.
    private var streams: [Int64?: Int] = [:]
    /// In how many of them nobody speaks: what broke off is taken in.
    private var silentStreams = 0
    /// What nobody hears with.
    private var free: [LiveEar] = []
    private var isEnding = false

    /// Live voice for a service.
    ///
    /// - Parameters:
    ///   - synthesizer: speaks the questions; `nil` for nobody.
    ///   - makeRecognizer: makes what hears one stream, with so much care.
    public init(
        service: VivaService, settings: LiveSettings = LiveSettings(), synthesizer: (any Synthesizer)?,
        makeRecognizer: @escaping @Sendable (LiveCare) async throws -> any Recognizer
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

    /// Refuses a question that an interview has not.
    ///
    /// - Throws: `ServiceError.notFound`.
    public func requireQuestion(
        _ question: Int64, of number: Int64, for requester: Requester
    ) async throws(ServiceError) {
        try await service.requireQuestion(question, of: number, for: requester)
    }

    /// The interview as it is held live, begun when nobody holds it yet.
    ///
    /// - Parameter question: the number of the question to begin with.
    /// - Throws: `ServiceError`; `busy` when all streams are taken, `conflict` when somebody else holds it.
    public func join(
        _ number: Int64, question: Int64? = nil, for requester: Requester
    ) throws(ServiceError) -> LiveInterview {
        if let running = interviews[number]?.interview {
            guard running.requester == requester else {
                throw .conflict(reason: "Somebody else answers interview \(number) aloud just now.")
            }
            return running
        }
        let care = try takeStream(requester)
        let interview = LiveInterview(
            number: number, question: question, requester: requester, care: care, voice: self)
        let holding = Task { await interview.run() }
        interviews[number] = Running(interview: interview, holding: holding)
        return interview
    }

    /// Who joins an interview that has ended does not get this one.
    func forget(_ interview: LiveInterview) {
        guard interviews[interview.number]?.interview === interview else { return }
        interviews[interview.number] = nil
    }

    private var openStreams: Int { streams.values.reduce(0, +) }

    /// Takes a stream.
    ///
    /// - Returns: With how much care it can be heard beside those that are open.
    private func takeStream(_ requester: Requester) throws(ServiceError) -> LiveCare {
        guard !isEnding, openStreams < settings.streams else {
            throw .busy(
                retryAfterSeconds: settings.retryAfterSeconds,
                reason:
                    "All \(settings.streams) live streams are taken. Nothing was taken of yours: come again later."
            )
        }
        let own = streams[requester.account, default: 0]
        guard requester.account == nil || own < settings.streamsOfOneAccount else {
            throw .busy(
                retryAfterSeconds: settings.retryAfterSeconds,
                reason:
                    "You speak in \(own) live streams already, and the last one is kept for others: end one of yours, or come again later."
            )
        }
        streams[requester.account] = own + 1
        return openStreams - silentStreams <= settings.carefulStreams ? .careful : .quick
    }

    private func leaveStream(_ requester: Requester) {
        let own = streams[requester.account, default: 0] - 1
        streams[requester.account] = own > 0 ? own : nil
    }

    /// Takes in the answers that broke off, of those who do not come back in time, until the task is cancelled: those that were being given
    /// when a program ended, and those whose recording failed since.
    ///
    /// - Parameter notice: is told what could not be taken in; the same once.
    public func takeInLeftovers(notice: @Sendable (String) -> Void) async {
        var told: Set<String> = []
        func tell(_ text: String) {
            if !Task.isCancelled, told.insert(text).inserted { notice(text) }
        }
        // Whoever was cut off by the end of a program has as long as anybody to come back.
        var pause = settings.reconnectSeconds
        while (try? await Task.sleep(for: .seconds(pause))) != nil {
            pause = settings.leftoverSeconds
            do throws(ArchiveError) {
                let ids = try await service.archive.unfinishedAnswers(
                    unchangedForSeconds: settings.reconnectSeconds)
                for id in ids where !Task.isCancelled {
                    do throws(ServiceError) { try await takeIn(id) } catch {
                        // Somebody is speaking in it, or all streams are taken: it is looked at again.
                        if case .busy = error { continue }
                        tell("An answer of interview \(id) that broke off could not be taken in: \(error)")
                    }
                }
            } catch {
                tell("Answers that broke off could not be looked for: \(error)")
            }
        }
    }

    private func takeIn(_ id: String) async throws(ServiceError) {
        let number: Int64
        do throws(RecordsError) {
            number = try await service.archive.records.identity(ofInterview: .id(id)).number
        } catch { throw ServiceError(error) }
        guard interviews[number] == nil else { return }
        silentStreams += 1
        defer { silentStreams -= 1 }
        let ear = try await lease(for: .local)
        let result: Result<Void, ServiceError>
        do throws(ServiceError) {
            result = .success(try await service.takeIn(number, hearing: ear.recognizer))
        } catch { result = .failure(error) }
        await release(ear, for: .local)
        try result.get()
    }

    /// Lets the answers that are being given end with what was said of them, and waits until they are kept. What was not heard or judged of
    /// them is so another time; nobody waits for it.
    public func end() async {
        isEnding = true
        let all = Array(interviews.values)
        for running in all { await running.interview.end(running.holding) }
        for running in all { await running.holding.value }
        free = []
    }

    // MARK: - Recognisers

    /// What hears a stream that belongs to no interview; `release` takes it back.
    ///
    /// - Throws: `ServiceError`; `busy` when all streams are taken.
    public func lease(for requester: Requester) async throws(ServiceError) -> LiveEar {
        let care = try takeStream(requester)
        do { return try await borrow(care, for: requester) } catch { throw ServiceError(error) }
    }

    /// What nobody else hears with, for a stream that was taken; one that gets nothing is left.
    func borrow(_ care: LiveCare, for requester: Requester) async throws -> LiveEar {
        if let place = free.lastIndex(where: { $0.care == care }) { return free.remove(at: place) }
        // More processes than streams there are never. One that hears with more care than was asked for serves as well: there is at most
        // one more of these than people may speak with care, that of a take-in.
        if openStreams + free.count > settings.streams, let other = free.popLast(), care == .quick {
            return other
        }
        do { return LiveEar(recognizer: try await make(care), care: care) } catch {
            leaveStream(requester)
            throw error
        }
    }

    /// Takes back what heard a stream, which is left; a recogniser that cannot forget what it expected is not used again.
    public func release(_ ear: LiveEar, for requester: Requester) async {
        // In one step with the return: who comes next has what was given back.
        defer { leaveStream(requester) }
        // A worker that was ended meanwhile would be started anew to be asked.
        guard !isEnding else { return }
        let recognizer = ear.recognizer
        do throws(RecognitionError) {
            // What was previewed of an utterance that broke off is no part of the next one.
            if !recognizer.hasQuickText {
                _ = try await recognizer.recognize(
                    Utterance(
                        audio: AudioBuffer(samples: []),
                        speech: TimeRange(startSeconds: 0, endSeconds: 0)))
            }
            try await recognizer.expect(nil)
            free.append(ear)
        } catch {}
    }
}
